/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame that all papers share. */
#include "documents/heading.h"

#define TEXT_SIZE 11.0f
#define SMALL_SIZE 9.5f
#define TITLE_SIZE 15.0f
#define SIGN_ROOM SHEAF_MM (16)
#define GAP SHEAF_MM (4)
#define SIGNERS_MAX 8
/* Halvings in the search for a width: a point or so in the end. */
#define BALANCE_STEPS 10

/* How much of the width the unit's side takes. */
#define LEFT_PART 0.55f

static const SheafTextStyle PLAIN = { SHEAF_FACE_REGULAR, TEXT_SIZE, SHEAF_ALIGN_LEFT };
static const SheafTextStyle BOLD = { SHEAF_FACE_BOLD, TEXT_SIZE, SHEAF_ALIGN_LEFT };
static const SheafTextStyle BOLD_CENTRE = { SHEAF_FACE_BOLD, TEXT_SIZE, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle ITALIC_CENTRE = { SHEAF_FACE_ITALIC, TEXT_SIZE, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle SMALL_ITALIC = { SHEAF_FACE_ITALIC, SMALL_SIZE, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle REVISION = { SHEAF_FACE_BOLD_ITALIC, SMALL_SIZE, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle ITALIC_RIGHT = { SHEAF_FACE_ITALIC, TEXT_SIZE, SHEAF_ALIGN_RIGHT };
static const SheafTextStyle TITLE = { SHEAF_FACE_BOLD, TITLE_SIZE, SHEAF_ALIGN_CENTRE };

static guint
count_lines (SheafDocument *document,
             SheafTextStyle style,
             const char    *text,
             float          width)
{
  g_auto (GStrv) lines = sheaf_document_text_wrap (document, style, text, width);

  return g_strv_length (lines);
}

/* Text in the middle of a width, over lines that are about as long as each other: no word stands
 * alone on the last one. Gives the height. */
static float
draw_balanced (SheafDocument *document,
               SheafTextStyle style,
               float          x,
               float          y,
               float          width,
               const char    *text)
{
  float narrow = 0, wide = width;
  guint n = count_lines (document, style, text, width);

  for (guint i = 0; n > 1 && i < BALANCE_STEPS; i++)
    {
      float middle = (narrow + wide) / 2;

      if (count_lines (document, style, text, middle) > n)
        narrow = middle;
      else
        wide = middle;
    }
  return sheaf_document_text_box (document, style, x + (width - wide) / 2, y, wide, text);
}

/* Gives where the taller of the two sides ends. */
static float
draw_sides (SheafDocument      *document,
            const SheafHeading *heading)
{
  float    left = sheaf_document_left (document), y = sheaf_document_y (document), side = y;
  float    width = sheaf_document_right (document) - left;
  gboolean two = heading->code != NULL || heading->revision != NULL;
  float    left_width = two ? width * LEFT_PART - GAP : width;
  float    middle = left + width * LEFT_PART, right_width = width * (1 - LEFT_PART);

  if (heading->unit != NULL)
    y += sheaf_document_text_box (document, BOLD, left, y, left_width, heading->unit);
  if (heading->address != NULL)
    y += sheaf_document_text_box (document, PLAIN, left, y, left_width, heading->address);
  if (heading->code != NULL)
    side += sheaf_document_text_box (document, BOLD_CENTRE, middle, side, right_width,
                                     heading->code);
  if (heading->basis != NULL)
    side += draw_balanced (document, SMALL_ITALIC, middle, side, right_width, heading->basis);
  if (heading->revision != NULL)
    side += sheaf_document_text_box (document, REVISION, middle, side, right_width,
                                     heading->revision);
  return MAX (y, side);
}

void
sheaf_heading_draw (SheafDocument      *document,
                    const SheafHeading *heading)
{
  float left = sheaf_document_left (document);
  float width = sheaf_document_right (document) - left;
  float y;

  g_return_if_fail (document != NULL && heading != NULL && heading->title != NULL);
  (void) sheaf_document_reserve (document, SHEAF_MM (60)); /* the page is new in either case */
  y = draw_sides (document, heading) + GAP;
  y += draw_balanced (document, TITLE, left, y, width, heading->title);
  if (heading->subtitle != NULL)
    y += draw_balanced (document, ITALIC_CENTRE, left, y, width, heading->subtitle);
  y += GAP / 2;
  if (heading->money != NULL)
    y += sheaf_document_text_box (document, ITALIC_RIGHT, left, y, width, heading->money) + GAP / 4;
  sheaf_document_set_y (document, y);
}

float
sheaf_signers_height (void)
{
  return GAP + 4 * sheaf_document_text_line_height (PLAIN) + SIGN_ROOM;
}

/* The nth text of a list that may be NULL or shorter. */
static const char *
nth (const char *const *list,
     guint              n)
{
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (i == n)
      return list[i];
  return "";
}

/* The style in the size that the signers ask for. */
static SheafTextStyle
resize (SheafTextStyle      style,
        const SheafSigners *signers)
{
  if (signers->size > 0)
    style.size = signers->size;
  return style;
}

/* The blocks' widths: as their titles and days need and the rest shared evenly; all alike when
 * there is not room enough. */
static void
set_widths (SheafDocument      *document,
            const SheafSigners *signers,
            guint               n,
            float               widths[SIGNERS_MAX])
{
  SheafTextStyle bold = resize (BOLD_CENTRE, signers), italic = resize (ITALIC_CENTRE, signers);
  float          room = sheaf_document_right (document) - sheaf_document_left (document);
  float          rest = room;

  for (guint i = 0; i < n; i++)
    {
      float title = sheaf_document_text_width (document, bold, signers->titles[i]);
      float day = sheaf_document_text_width (document, italic, nth (signers->dates, i));

      widths[i] = MAX (title, day) + GAP;
      rest -= widths[i];
    }
  for (guint i = 0; i < n; i++)
    widths[i] = rest >= 0 ? widths[i] + rest / (float) n : room / (float) n;
}

/* The lines that the longest of the texts takes, at least one; the list may be NULL or shorter. */
static guint
most_lines (SheafDocument     *document,
            SheafTextStyle     style,
            const char *const *texts,
            guint              n,
            const float        widths[SIGNERS_MAX])
{
  guint most = 1;

  for (guint i = 0; i < n; i++)
    {
      guint lines = count_lines (document, style, nth (texts, i), widths[i]);

      most = MAX (most, lines);
    }
  return most;
}

void
sheaf_signers_draw (SheafDocument      *document,
                    const SheafSigners *signers)
{
  guint          n = MIN (g_strv_length ((char **) signers->titles), SIGNERS_MAX);
  SheafTextStyle bold = resize (BOLD_CENTRE, signers), italic = resize (ITALIC_CENTRE, signers);
  float          line = sheaf_document_text_line_height (bold);
  float          x = sheaf_document_left (document);
  float          widths[SIGNERS_MAX] = { 0 };
  float          title, note, height, top;

  set_widths (document, signers, n, widths);
  title = line * (float) most_lines (document, italic, signers->dates, n, widths);
  note = title + line * (float) most_lines (document, bold, signers->titles, n, widths);
  height = note + line + SIGN_ROOM + line;
  (void) sheaf_document_reserve (document, GAP + height);
  top = sheaf_document_y (document) + GAP;
  for (guint i = 0; i < n; i++)
    {
      float width = widths[i];

      (void) sheaf_document_text_box (document, italic, x, top, width,
                                      nth (signers->dates, i));
      (void) sheaf_document_text_box (document, bold, x, top + title, width,
                                      signers->titles[i]);
      (void) sheaf_document_text_box (document, italic, x, top + note, width,
                                      nth (signers->notes, i));
      (void) sheaf_document_text_box (document, bold, x, top + height - line, width,
                                      nth (signers->names, i));
      x += width;
    }
  sheaf_document_set_y (document, top + height);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame that all papers share. */
#include "documents/heading.h"

#define TEXT_SIZE 11.0f
#define SMALL_SIZE 9.5f
#define TITLE_SIZE 15.0f
#define SIGN_ROOM SHEAF_MM (20)
#define GAP SHEAF_MM (4)

static const SheafTextStyle PLAIN = { SHEAF_FACE_REGULAR, TEXT_SIZE, SHEAF_ALIGN_LEFT };
static const SheafTextStyle BOLD_CENTRE = { SHEAF_FACE_BOLD, TEXT_SIZE, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle ITALIC_CENTRE = { SHEAF_FACE_ITALIC, TEXT_SIZE, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle SMALL_ITALIC = { SHEAF_FACE_ITALIC, SMALL_SIZE, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle ITALIC_RIGHT = { SHEAF_FACE_ITALIC, TEXT_SIZE, SHEAF_ALIGN_RIGHT };
static const SheafTextStyle TITLE = { SHEAF_FACE_BOLD, TITLE_SIZE, SHEAF_ALIGN_CENTRE };

static const char *
or_dots (const char *text)
{
  return *text != '\0' ? text : "…………………………";
}

/* Gives where the taller of the two sides ends. */
static float
draw_sides (SheafDocument          *document,
            SheafPaperTexts        *texts,
            const char             *paper,
            const SheafHeadingUnit *unit)
{
  float            left = sheaf_document_left (document), top = sheaf_document_y (document);
  float            width = sheaf_document_right (document) - left;
  float            middle = left + width * 0.55f, y = top, side = top;
  const char      *code = sheaf_paper_texts_find (texts, paper, "code");
  const char      *basis = sheaf_paper_texts_find (texts, paper, "basis");
  g_autofree char *name = sheaf_paper_texts_fill (texts, paper, "unit", "name",
                                                  or_dots (unit->name), NULL);
  g_autofree char *address = sheaf_paper_texts_fill (texts, paper, "address", "address",
                                                     or_dots (unit->address), NULL);
  float            left_width = code != NULL ? middle - left - GAP : width;

  y += sheaf_document_text_box (document,
                                SHEAF_TEXT_STYLE (SHEAF_FACE_BOLD, TEXT_SIZE, SHEAF_ALIGN_LEFT),
                                left, y, left_width, name);
  y += sheaf_document_text_box (document, PLAIN, left, y, left_width, address);
  if (code != NULL)
    side += sheaf_document_text_box (document, BOLD_CENTRE, middle, side, left + width - middle,
                                     code);
  if (basis != NULL)
    side += sheaf_document_text_box (document, SMALL_ITALIC, middle, side, left + width - middle,
                                     basis);
  return MAX (y, side);
}

void
sheaf_heading_draw (SheafDocument          *document,
                    SheafPaperTexts        *texts,
                    const char             *paper,
                    const SheafHeadingUnit *unit,
                    const char             *subtitle)
{
  float       left = sheaf_document_left (document), width = sheaf_document_right (document) - left;
  const char *money = sheaf_paper_texts_find (texts, paper, "money");
  float       y;

  g_return_if_fail (unit != NULL && unit->name != NULL && unit->address != NULL);
  (void) sheaf_document_reserve (document, SHEAF_MM (60)); /* the page is new in either case */
  y = draw_sides (document, texts, paper, unit) + GAP;
  y += sheaf_document_text_box (document, TITLE, left, y, width,
                                sheaf_paper_texts_get (texts, paper, "title"));
  if (subtitle != NULL)
    y += sheaf_document_text_box (document, ITALIC_CENTRE, left, y, width, subtitle);
  y += GAP / 2;
  if (money != NULL)
    y += sheaf_document_text_box (document, ITALIC_RIGHT, left, y, width, money) + GAP / 4;
  sheaf_document_set_y (document, y);
}

float
sheaf_signatures_height (void)
{
  return GAP + 5 * sheaf_document_text_line_height (PLAIN) + SIGN_ROOM;
}

void
sheaf_signatures_draw (SheafDocument     *document,
                       SheafPaperTexts   *texts,
                       const char        *set,
                       SheafDate          date,
                       const char *const *names)
{
  g_auto (GStrv) titles = sheaf_paper_texts_list (texts, set, "titles");
  g_auto (GStrv) notes = sheaf_paper_texts_list (texts, set, "notes");
  g_auto (GStrv) dates = sheaf_paper_texts_list (texts, set, "dates");
  guint n = g_strv_length (titles);
  float line = sheaf_document_text_line_height (PLAIN);
  float left = sheaf_document_left (document), width;
  float top;

  if (n == 0)
    return;
  (void) sheaf_document_reserve (document, sheaf_signatures_height ());
  width = (sheaf_document_right (document) - left) / (float) n;
  top = sheaf_document_y (document) + GAP;
  for (guint i = 0; i < n; i++)
    {
      float            x = left + (float) i * width, y = top;
      g_autofree char *day = sheaf_paper_texts_date (i < g_strv_length (dates) ? dates[i] : "",
                                                     date);

      if (*day != '\0')
        (void) sheaf_document_text_box (document, ITALIC_CENTRE, x, y, width, day);
      y += line;
      y += sheaf_document_text_box (document, BOLD_CENTRE, x, y, width, titles[i]);
      if (i < g_strv_length (notes))
        (void) sheaf_document_text_box (document, ITALIC_CENTRE, x, y, width, notes[i]);
      if (names != NULL && names[i] != NULL)
        (void) sheaf_document_text_box (document, BOLD_CENTRE, x, y + line + SIGN_ROOM, width,
                                        names[i]);
    }
  sheaf_document_set_y (document, top + sheaf_signatures_height () - GAP);
}

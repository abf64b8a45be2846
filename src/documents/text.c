/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libharu does no shaping: a mark that is not composed with its letter is drawn beside it, and
 * control characters as boxes. */
#include "documents/text.h"

#include "documents/document-private.h"

#include <string.h>

/* Line pitch and the place of the baseline in it, as parts of the size: room for the marks over
 * capitals (Ế, Ỗ). */
#define LINE_PITCH 1.25f
#define BASELINE 0.95f

/* libharu takes at most 32,767 bytes in one string: measuring goes in pieces, and a line is cut
 * long beyond any page. */
#define PIECE_MAX 2000
#define LETTERS_MAX 1000

float
sheaf_document_text_line_height (SheafTextStyle style)
{
  return style.size * LINE_PITCH;
}

static gboolean
is_plain (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text < 0x20 || (guchar) *text >= 0x7f)
      return FALSE;
  return TRUE;
}

static void
append_letter (GString         *clean,
               const SheafFont *font,
               gunichar         letter)
{
  GUnicodeType type = g_unichar_type (letter);

  if (letter == '\n')
    g_string_append_c (clean, '\n');
  else if (letter == '\t' ||
           (g_unichar_isspace (letter) && type != G_UNICODE_CONTROL && letter != 0xa0))
    g_string_append_c (clean, ' ');
  else if (type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT)
    return;
  else if (letter < 0xfffd && sheaf_font_has (font, letter))
    g_string_append_unichar (clean, letter);
  else
    g_string_append_c (clean, '?');
}

char *
sheaf_document_text_clean (SheafDocument *document,
                           SheafFace      face,
                           const char    *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *composed = NULL;
  GString         *clean;

  g_return_val_if_fail (document != NULL && text != NULL, NULL);
  if (is_plain (text))
    return g_strdup (text);
  valid = g_utf8_make_valid (text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  clean = g_string_sized_new (strlen (composed));
  for (const char *c = composed; *c != '\0'; c = g_utf8_next_char (c))
    append_letter (clean, &document->fonts[face], g_utf8_get_char (c));
  return g_string_free (clean, FALSE);
}

/* Width of the first length bytes of text that is clean. */
static float
measure (SheafDocument *document,
         SheafTextStyle style,
         const char    *text,
         gsize          length)
{
  HPDF_Font font = sheaf_document_face (document, style.face);
  float     width = 0;

  if (font == NULL)
    return 0;
  for (gsize at = 0; at < length;)
    {
      gsize          end = MIN (at + PIECE_MAX, length);
      HPDF_TextWidth measured;

      while (end < length && ((guchar) text[end] & 0xc0) == 0x80)
        end--;
      measured = HPDF_Font_TextWidth (font, (const HPDF_BYTE *) text + at, (HPDF_UINT) (end - at));
      width += (float) measured.width * style.size / 1000.0f;
      at = end;
    }
  return width;
}

float
sheaf_document_text_width (SheafDocument *document,
                           SheafTextStyle style,
                           const char    *text)
{
  g_autofree char *clean = sheaf_document_text_clean (document, style.face, text);

  return measure (document, style, clean, strlen (clean));
}

/* How many bytes of a word fit into the width: at least one letter. */
static gsize
fit_letters (SheafDocument *document,
             SheafTextStyle style,
             const char    *word,
             gsize          length,
             float          width)
{
  gsize fits = (gsize) (g_utf8_next_char (word) - word);

  while (fits < length)
    {
      gsize next = (gsize) (g_utf8_next_char (word + fits) - word);

      if (measure (document, style, word, next) > width)
        break;
      fits = next;
    }
  return fits;
}

/* Takes the first line off the text and gives where the next begins. */
static const char *
take_line (SheafDocument *document,
           SheafTextStyle style,
           const char    *text,
           float          width,
           GPtrArray     *lines)
{
  const char *end = text; /* behind the last word that fits */
  const char *at = text;

  while (*at != '\0')
    {
      const char *word = at + strspn (at, " ");
      const char *stop = word + strcspn (word, " \n");

      if (measure (document, style, text, (gsize) (stop - text)) > width && end > text)
        break;
      if (measure (document, style, text, (gsize) (stop - text)) > width)
        {
          end = text + fit_letters (document, style, text, (gsize) (stop - text), width);
          break;
        }
      end = at = stop;
      if (*at == '\n')
        break;
    }
  g_ptr_array_add (
      lines, g_utf8_substring (text, 0, MIN (g_utf8_pointer_to_offset (text, end), LETTERS_MAX)));
  if (*end == '\n')
    return end + 1;
  return end + strspn (end, " ");
}

char **
sheaf_document_text_wrap (SheafDocument *document,
                          SheafTextStyle style,
                          const char    *text,
                          float          width)
{
  g_autofree char *clean = sheaf_document_text_clean (document, style.face, text);
  GPtrArray       *lines = g_ptr_array_new ();
  const char      *at = clean;
  gsize            length = strlen (clean);

  if (length < LETTERS_MAX && strchr (clean, '\n') == NULL &&
      measure (document, style, clean, length) <= width) /* as most cells of a table do */
    {
      g_ptr_array_add (lines, g_steal_pointer (&clean));
      g_ptr_array_add (lines, NULL);
      return (char **) g_ptr_array_free (lines, FALSE);
    }
  do
    at = take_line (document, style, at, width, lines);
  while (*at != '\0');
  g_ptr_array_add (lines, NULL);
  return (char **) g_ptr_array_free (lines, FALSE);
}

char *
sheaf_document_text_ellipsize (SheafDocument *document,
                               SheafTextStyle style,
                               const char    *text,
                               float          width)
{
  g_autofree char *clean = sheaf_document_text_clean (document, style.face, text);
  gsize            length = strlen (clean);
  float            room;

  if (measure (document, style, clean, length) <= width)
    return g_steal_pointer (&clean);
  room = width - sheaf_document_text_width (document, style, "…");
  while (length > 0 && measure (document, style, clean, length) > room)
    length = (gsize) (g_utf8_prev_char (clean + length) - clean);
  while (length > 0 && clean[length - 1] == ' ')
    length--;
  clean[length] = '\0';
  return g_strconcat (clean, "…", NULL);
}

static void
draw_clean (SheafDocument *document,
            SheafTextStyle style,
            float          x,
            float          y,
            const char    *clean)
{
  HPDF_Page page = sheaf_document_page (document);
  HPDF_Font font = sheaf_document_face (document, style.face);
  float     width;

  if (page == NULL || font == NULL || *clean == '\0')
    return;
  width = style.align == SHEAF_ALIGN_LEFT ? 0 : measure (document, style, clean, strlen (clean));
  if (style.align == SHEAF_ALIGN_CENTRE)
    width /= 2;
  HPDF_Page_BeginText (page);
  HPDF_Page_SetFontAndSize (page, font, style.size);
  HPDF_Page_TextOut (page, x - width, sheaf_document_page_height (document) - y, clean);
  HPDF_Page_EndText (page);
}

void
sheaf_document_text_draw (SheafDocument *document,
                          SheafTextStyle style,
                          float          x,
                          float          y,
                          const char    *text)
{
  g_autofree char *clean = sheaf_document_text_clean (document, style.face, text);
  g_autofree char *line = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), LETTERS_MAX));

  draw_clean (document, style, x, y, g_strdelimit (line, "\n", ' '));
}

/* Where a line of the style stands within a box. */
static float
anchor (SheafAlign align,
        float      x,
        float      width)
{
  if (align == SHEAF_ALIGN_RIGHT)
    return x + width;
  return align == SHEAF_ALIGN_CENTRE ? x + width / 2 : x;
}

float
sheaf_document_text_lines (SheafDocument *document,
                           SheafTextStyle style,
                           float          x,
                           float          y,
                           float          width,
                           char         **lines)
{
  float at = y;

  for (char **line = lines; *line != NULL; line++)
    {
      draw_clean (document, style, anchor (style.align, x, width), at + style.size * BASELINE,
                  *line);
      at += sheaf_document_text_line_height (style);
    }
  return at - y;
}

float
sheaf_document_text_box (SheafDocument *document,
                         SheafTextStyle style,
                         float          x,
                         float          y,
                         float          width,
                         const char    *text)
{
  g_auto (GStrv) lines = sheaf_document_text_wrap (document, style, text, width);

  return sheaf_document_text_lines (document, style, x, y, width, lines);
}

void
sheaf_document_text_flow (SheafDocument *document,
                          SheafTextStyle style,
                          const char    *text)
{
  float left = sheaf_document_left (document);
  float width = sheaf_document_right (document) - left;
  float height = sheaf_document_text_line_height (style);
  g_auto (GStrv) lines = sheaf_document_text_wrap (document, style, text, width);

  for (char **line = lines; *line != NULL; line++)
    {
      (void) sheaf_document_reserve (document,
                                     height); /* whether the page is new does not matter here */
      draw_clean (document, style, anchor (style.align, left, width),
                  sheaf_document_y (document) + style.size * BASELINE, *line);
      sheaf_document_set_y (document, sheaf_document_y (document) + height);
    }
}

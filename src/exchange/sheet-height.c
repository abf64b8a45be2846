/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters are measured in hundredths of a figure's width, which is what columns are counted in.
 * Rather too high by a line than too low. */
#include "exchange/sheet-height.h"

#define POINTS_MOST 409

/* In Times New Roman, beside the figures of the font that columns are measured by. */
static guint
letter_width (gunichar letter,
              gboolean bold)
{
  guint width = g_unichar_isupper (letter)                          ? 125
                : letter == ' ' || g_unichar_ispunct (letter)       ? 45
                : letter == 'm' || letter == 'w' || letter > 0x3000 ? 150
                                                                    : 86;

  return bold ? width * 108 / 100 : width;
}

/* The length of the word that a text begins with. */
static guint
word_width (const char  *text,
            gboolean     bold,
            const char **ret_behind)
{
  guint width = 0;

  for (; *text != '\0' && *text != ' ' && *text != '\n'; text = g_utf8_next_char (text))
    width += letter_width (g_utf8_get_char (text), bold);
  *ret_behind = text;
  return width;
}

guint
sheaf_sheet_lines (const char *text,
                   guint       letters,
                   gboolean    bold)
{
  guint room = MAX (letters, 1) * 100, used = 0, lines = 1;

  while (text != NULL && *text != '\0')
    {
      guint word = word_width (text, bold, &text);

      if (used > 0 && used + word > room)
        {
          lines++;
          used = 0;
        }
      lines += word > 0 ? (word - 1) / room : 0;
      used += word > room ? word % room : word;
      for (; *text == ' ' || *text == '\n'; text++)
        if (*text == '\n')
          {
            lines++;
            used = 0;
          }
        else
          used += letter_width (' ', bold);
    }
  return lines;
}

guint
sheaf_sheet_points (guint lines)
{
  return MIN (MAX (lines, 1) * SHEAF_SHEET_LINE_POINTS, POINTS_MOST);
}

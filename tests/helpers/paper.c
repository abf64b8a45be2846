/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads PDFs with poppler's pdftotext. */
#include "helpers/paper.h"

#include <string.h>

typedef struct
{
  double left, top, right, bottom; /* points */
  char  *text;
} Word;

/* NULL where the program is not installed. */
static char *
read_paper (const char *const *words)
{
  char *text = NULL;
  int   status = -1;

  if (!g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL,
                     &status, NULL))
    return NULL;
  g_assert_cmpint (status, ==, 0);
  return text;
}

char *
test_paper_text (const char *path)
{
  const char *words[] = { "pdftotext", "-layout", path, "-", NULL };

  test_paper_expect_clear (path);
  return read_paper (words);
}

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->text);
}

static int
compare_left (gconstpointer a,
              gconstpointer b)
{
  double left = ((const Word *) a)->left, other = ((const Word *) b)->left;

  return (left > other) - (left < other);
}

static double
read_edge (const GMatchInfo *match,
           int               group)
{
  g_autofree char *text = g_match_info_fetch (match, group);

  return g_ascii_strtod (text, NULL);
}

/* The words of one page, from left to right. */
static GArray *
read_words (const char *page)
{
  g_autoptr (GRegex)
      regex = g_regex_new ("<word xMin=\"([^\"]*)\" yMin=\"([^\"]*)\" xMax=\"([^\"]*)\" "
                           "yMax=\"([^\"]*)\">(.*)</word>",
                           0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  g_array_set_clear_func (words, clear_word);
  for ((void) g_regex_match (regex, page, 0, &match); g_match_info_matches (match);
       (void) g_match_info_next (match, NULL))
    {
      Word word = { .left = read_edge (match, 1),
                    .top = read_edge (match, 2),
                    .right = read_edge (match, 3),
                    .bottom = read_edge (match, 4),
                    .text = g_match_info_fetch (match, 5) };

      g_array_append_val (words, word);
    }
  g_array_sort (words, compare_left);
  return words;
}

/* A third of the narrower and half of the lower one: boxes of lines that stand close meet a bit. */
static gboolean
meet (const Word *a,
      const Word *b)
{
  double across = MIN (a->right, b->right) - MAX (a->left, b->left);
  double down = MIN (a->bottom, b->bottom) - MAX (a->top, b->top);

  return across > MIN (a->right - a->left, b->right - b->left) / 3 &&
         down > MIN (a->bottom - a->top, b->bottom - b->top) / 2;
}

/* How many words stand on another one; each is told. */
static guint
count_meeting (const GArray *words)
{
  guint n = 0;

  for (guint i = 0; i < words->len; i++)
    for (guint k = i + 1; k < words->len; k++)
      {
        const Word *a = &g_array_index (words, Word, i);
        const Word *b = &g_array_index (words, Word, k);

        if (b->left >= a->right)
          break;
        if (!meet (a, b))
          continue;
        g_test_message ("“%s” stands on “%s”, %.0f points from the left and %.0f from above",
                        b->text, a->text, b->left, b->top);
        n++;
      }
  return n;
}

guint
test_paper_count_meeting (const char *path)
{
  /* in any other order than the raw one pdftotext leaves out what is drawn twice */
  const char *const words[] = { "pdftotext", "-raw", "-bbox", path, "-", NULL };
  g_autofree char  *text = read_paper (words);
  g_auto (GStrv) pages = text != NULL ? g_strsplit (text, "<page ", -1) : NULL;
  guint n = 0;

  for (guint i = 1; pages != NULL && pages[i] != NULL; i++)
    {
      g_autoptr (GArray) page = read_words (pages[i]);

      n += count_meeting (page);
    }
  return n;
}

void
test_paper_expect_clear (const char *path)
{
  g_assert_cmpuint (test_paper_count_meeting (path), ==, 0);
}

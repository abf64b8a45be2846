/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding cases by everyday words: a sorted list of folded words, looked up by their beginnings. */
#include "base/text.h"
#include "ledger/guide-private.h"

#include <string.h>

/* What a word that is found counts, by where it stands. */
#define WEIGHT_TITLE 4
#define WEIGHT_EVERYDAY 4
#define WEIGHT_CODE 3
#define WEIGHT_CONDITION 1
#define WEIGHT_WHOLE 3    /* the whole word and not only its beginning, besides */
#define WEIGHT_ACCENTS 2  /* with the accents that were typed, besides */
#define WEIGHT_TOGETHER 4 /* the words stand together in this order, besides */
#define WEIGHT_PHRASE 40  /* they begin an everyday phrase of the case, besides */
#define FEW 4             /* so few cases that those lacking a word are shown too */
#define WEIGHT_COMMON 5   /* for each step of how common the case is, besides */

typedef struct
{
  char *word;    /* folded */
  char *written; /* with its accents, in lower case */
  guint entry;   /* its place in the guide */
  guint weight;
} Token;

struct _SheafGuideIndex
{
  GArray     *tokens;  /* of Token, by word */
  GPtrArray  *titles;  /* of char *: the folded titles of an entry, a line each */
  GPtrArray  *phrases; /* of char *: its folded everyday phrases, "; " around each */
  GHashTable *ignored; /* words that say nothing, in lower case */
};

typedef struct
{
  guint entry;
  guint n_words; /* of the question that were found */
  guint score;
} Hit;

static gboolean
ends_word (char letter)
{
  return letter == '\0' || strchr (" ,;:()-“”\"'’+|%", letter) != NULL;
}

/* The words of a text; codes such as "131/3.1" stay whole. */
static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (const char *at = text; *at != '\0';)
    {
      const char *end = at;

      while (!ends_word (*end))
        end++;
      if (end > at)
        g_ptr_array_add (words, g_strndup (at, (gsize) (end - at)));
      at = *end == '\0' ? end : end + 1;
    }
  return words;
}

static void
add_words (SheafGuideIndex *index,
           guint            entry,
           const char      *text,
           guint            weight)
{
  g_autofree char *lower = g_utf8_strdown (text == NULL ? "" : text, -1);
  g_autoptr (GPtrArray) words = split_words (lower);

  for (guint i = 0; i < words->len; i++)
    {
      Token token = { sheaf_text_fold (words->pdata[i]), g_strdup (words->pdata[i]), entry,
                      weight };

      g_array_append_val (index->tokens, token);
    }
}

static void
add_text (SheafGuideIndex      *index,
          guint                 entry,
          const SheafGuideText *text,
          guint                 weight)
{
  add_words (index, entry, text->vi, weight);
  add_words (index, entry, text->en, weight);
  add_words (index, entry, text->fr, weight);
}

static void
add_entry (SheafGuideIndex  *index,
           const SheafGuide *guide,
           guint             place)
{
  const SheafGuideEntry *entry = guide->entries->pdata[place];
  const SheafGuideCase  *item = &entry->entry;
  const char            *words = g_hash_table_lookup (guide->words, item->id);
  g_autofree char       *titles = NULL;
  g_autofree char       *phrases = g_strconcat ("; ", words == NULL ? "" : words, ";", NULL);

  add_text (index, place, &item->title, WEIGHT_TITLE);
  add_text (index, place, &item->condition, WEIGHT_CONDITION);
  add_words (index, place, words, WEIGHT_EVERYDAY);
  add_words (index, place, item->id, WEIGHT_CODE);
  for (guint l = 0; l < item->lines->len; l++)
    {
      const SheafGuideLine *line = item->lines->pdata[l];

      for (guint a = 0; line->accounts[a] != NULL; a++)
        add_words (index, place, line->accounts[a], WEIGHT_CODE);
    }
  titles = g_strjoin (" ; ", item->title.vi, item->title.en, item->title.fr, NULL);
  g_ptr_array_add (index->titles, sheaf_text_fold (titles));
  g_ptr_array_add (index->phrases, sheaf_text_fold (phrases));
}

static int
compare_tokens (gconstpointer a,
                gconstpointer b)
{
  return strcmp (((const Token *) a)->word, ((const Token *) b)->word);
}

static void
token_clear (gpointer data)
{
  Token *token = data;

  g_free (token->word);
  g_free (token->written);
}

SheafGuideIndex *
sheaf_guide_index_new (const SheafGuide *guide)
{
  SheafGuideIndex *index = g_new0 (SheafGuideIndex, 1);
  const char      *ignored = g_hash_table_lookup (guide->words, "");
  g_autofree char *lower = g_utf8_strdown (ignored == NULL ? "" : ignored, -1);
  g_autoptr (GPtrArray) words = split_words (lower);

  index->tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  g_array_set_clear_func (index->tokens, token_clear);
  index->titles = g_ptr_array_new_with_free_func (g_free);
  index->phrases = g_ptr_array_new_with_free_func (g_free);
  index->ignored = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < words->len; i++)
    g_hash_table_add (index->ignored, g_strdup (words->pdata[i]));
  for (guint i = 0; i < guide->entries->len; i++)
    add_entry (index, guide, i);
  g_array_sort (index->tokens, compare_tokens);
  return index;
}

void
sheaf_guide_index_free (SheafGuideIndex *index)
{
  if (index == NULL)
    return;
  g_array_unref (index->tokens);
  g_ptr_array_unref (index->titles);
  g_ptr_array_unref (index->phrases);
  g_hash_table_unref (index->ignored);
  g_free (index);
}

/* The first token that does not lie before the word. */
static guint
first_from (const SheafGuideIndex *index,
            const char            *word)
{
  guint low = 0, high = index->tokens->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (strcmp (g_array_index (index->tokens, Token, middle).word, word) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Adds to each hit the best place at which the entry has a word beginning so. */
static void
count_word (const SheafGuideIndex *index,
            const char            *written,
            Hit                   *hits,
            guint                 *best,
            guint                  n_entries)
{
  g_autofree char *word = sheaf_text_fold (written);
  gboolean         accents = strcmp (word, written) != 0;

  memset (best, 0, n_entries * sizeof *best);
  for (guint i = first_from (index, word); i < index->tokens->len; i++)
    {
      const Token *token = &g_array_index (index->tokens, Token, i);
      guint        weight = token->weight + (strcmp (token->word, word) == 0 ? WEIGHT_WHOLE : 0);

      if (!g_str_has_prefix (token->word, word))
        break;
      if (accents && g_str_has_prefix (token->written, written))
        weight += WEIGHT_ACCENTS;
      best[token->entry] = MAX (best[token->entry], weight);
    }
  for (guint i = 0; i < n_entries; i++)
    if (best[i] > 0)
      {
        hits[i].n_words++;
        hits[i].score += best[i];
      }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const Hit *first = a, *second = b;

  if (first->n_words != second->n_words)
    return first->n_words > second->n_words ? -1 : 1;
  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  return first->entry < second->entry ? -1 : first->entry > second->entry;
}

static GPtrArray *
list_all (const SheafGuide *guide,
          guint             limit)
{
  GPtrArray *all = g_ptr_array_new ();

  for (guint i = 0; i < guide->entries->len && (limit == 0 || i < limit); i++)
    g_ptr_array_add (all, guide->entries->pdata[i]);
  return all;
}

/* The words that say something; all when none does. */
static GPtrArray *
choose_words (const SheafGuideIndex *index,
              const char            *text)
{
  g_autofree char *clean = sheaf_text_clean (text, -1);
  g_autofree char *lower = g_utf8_strdown (clean == NULL ? "" : clean, -1);
  GPtrArray       *words = split_words (lower);

  for (guint i = words->len; i > 0 && words->len > 1; i--)
    if (g_hash_table_contains (index->ignored, words->pdata[i - 1]))
      g_ptr_array_remove_index (words, i - 1);
  return words;
}

/* What the whole question counts besides its words. */
static guint
judge_together (const SheafGuide *guide,
                guint             place,
                const char       *folded,
                const char       *phrase)
{
  const SheafGuideIndex *index = guide->index;
  const SheafGuideCase  *item = guide->entries->pdata[place];
  guint                  score = item->common * WEIGHT_COMMON;

  if (strstr (index->phrases->pdata[place], phrase) != NULL)
    score += WEIGHT_PHRASE;
  if (strchr (folded, ' ') != NULL && strstr (index->titles->pdata[place], folded) != NULL)
    score += WEIGHT_TOGETHER;
  return score;
}

/* Keeps the entries that hold so many of the words. */
static void
keep_hits (const SheafGuide *guide,
           Hit              *hits,
           guint             n_words,
           const char       *folded,
           GArray           *kept)
{
  g_autofree char *phrase = g_strconcat ("; ", folded, NULL);

  for (guint i = 0; i < guide->entries->len; i++)
    if (hits[i].n_words == n_words)
      {
        hits[i].entry = i;
        hits[i].score += judge_together (guide, i, folded, phrase);
        g_array_append_val (kept, hits[i]);
      }
}

GPtrArray *
sheaf_guide_search (const SheafGuide *guide,
                    const char       *words,
                    guint             limit)
{
  guint            n_entries = guide->entries->len, most = 1;
  g_autofree char *folded = sheaf_text_fold (words);
  g_autoptr (GPtrArray) parts = choose_words (guide->index, words);
  g_autofree Hit   *hits = g_new0 (Hit, n_entries + 1);
  g_autofree guint *best = g_new0 (guint, n_entries + 1);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray *found;

  if (parts->len == 0)
    return list_all (guide, limit);
  for (guint i = 0; i < parts->len; i++)
    count_word (guide->index, parts->pdata[i], hits, best, n_entries);
  for (guint i = 0; i < n_entries; i++)
    most = MAX (most, hits[i].n_words);
  keep_hits (guide, hits, most, folded, kept);
  if (kept->len < FEW && most > 1 && parts->len > 2)
    keep_hits (guide, hits, most - 1, folded, kept);
  g_array_sort (kept, compare_hits);
  found = g_ptr_array_new ();
  for (guint i = 0; i < kept->len && (limit == 0 || i < limit); i++)
    g_ptr_array_add (found, guide->entries->pdata[g_array_index (kept, Hit, i).entry]);
  return found;
}

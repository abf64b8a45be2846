/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding parties while someone types: three searches, each by an index of its own and ended as
 * soon as there are enough, so that a hundred thousand names answer at once. */
#include "ledger/party.h"

#include "base/text.h"
#include "ledger/merge.h"
#include "ledger/party-private.h"
#include "ledger/party-sql.h"

/* Behind the last letter: what begins with a text lies between the text and the text with this. */
#define LAST "\xf4\x8f\xbf\xbf"

typedef struct
{
  SheafBook         *book;
  const SheafMerges *merges;
  guint              limit; /* 0: none */
  GHashTable        *seen;  /* ids in found */
  GPtrArray         *found; /* of SheafParty */
} Search;

static gboolean
is_full (const Search *search)
{
  return search->limit > 0 && search->found->len >= search->limit;
}

static gboolean
take (Search  *search,
      gint64   party_id,
      GError **error)
{
  gint64      id = sheaf_merges_survivor (search->merges, party_id);
  SheafParty *party;

  if (g_hash_table_contains (search->seen, &id))
    return TRUE;
  party = sheaf_party_load (search->book, id, error);
  if (party == NULL)
    return FALSE;
  g_ptr_array_add (search->found, party);
  g_hash_table_add (search->seen, &party->id);
  return TRUE;
}

/* sql gives ids in the order in which they are wanted. */
static gboolean
gather (Search           *search,
        const char       *sql,
        const SheafValue *args,
        GError          **error)
{
  g_autoptr (SheafQuery) query = NULL;

  if (is_full (search))
    return TRUE;
  query = sheaf_query_new (sheaf_book_store (search->book), sql, args, error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      if (!take (search, sheaf_query_int (query, 0), error))
        return FALSE;
      if (is_full (search))
        return TRUE;
    }
  return sheaf_query_finish (query, error);
}

static gboolean
gather_range (Search     *search,
              const char *sql,
              const char *text,
              GError    **error)
{
  g_autofree char *last = g_strconcat (text, LAST, NULL);

  return gather (search, sql, SHEAF_ARGS (SHEAF_TEXT (text), SHEAF_TEXT (last)), error);
}

static gboolean
gather_codes (Search     *search,
              const char *text,
              GError    **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autofree char *upper = g_utf8_strup (typed, -1);

  return gather_range (search, PARTY_BY_CODE, upper, error) &&
         gather_range (search, PARTY_BY_CODE, typed, error);
}

/* Words of the folded text as the index parts them; all_digits tells whether they are numbers. */
static GPtrArray *
split_words (const char *fold,
             gboolean   *ret_all_digits)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GString   *word = g_string_new (NULL);

  *ret_all_digits = TRUE;
  for (const char *c = fold;; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalnum (letter))
        {
          g_string_append_unichar (word, letter);
          *ret_all_digits = *ret_all_digits && g_unichar_isdigit (letter);
        }
      else if (word->len > 0)
        {
          g_ptr_array_add (words, g_strdup (word->str));
          g_string_truncate (word, 0);
        }
      if (*c == '\0')
        break;
    }
  g_string_free (word, TRUE);
  return words;
}

/* What asks the index for parties with a word that begins like each one typed. A number typed in
 * groups ("0912 345 678") is looked for whole as well. NULL when there is no word in the text. */
static char *
match_text (const char *fold)
{
  gboolean all_digits;
  g_autoptr (GPtrArray) words = split_words (fold, &all_digits);
  GString *match;

  if (words->len == 0)
    return NULL;
  match = g_string_new ("(");
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (match, "%s\"%s\"*", i > 0 ? " AND " : "", (char *) words->pdata[i]);
  g_string_append_c (match, ')');
  if (words->len > 1 && all_digits)
    {
      g_string_append (match, " OR \"");
      for (guint i = 0; i < words->len; i++)
        g_string_append (match, words->pdata[i]);
      g_string_append (match, "\"*");
    }
  return g_string_free (match, FALSE);
}

static GPtrArray *
search_text (SheafBook  *book,
             const char *text,
             guint       limit,
             GError    **error)
{
  g_autofree char *fold = sheaf_text_fold (text);
  g_autofree char *match = match_text (fold);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) found =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_party_free);
  Search search = { book, sheaf_merges_get (book, error), limit, seen, found };

  if (search.merges == NULL)
    return NULL;
  if (*fold != '\0' && (!gather_codes (&search, text, error) ||
                        !gather_range (&search, PARTY_BY_NAME, fold, error) ||
                        !gather_range (&search, PARTY_BY_CHANGED_NAME, fold, error)))
    return NULL;
  if (match != NULL &&
      !gather (&search, PARTY_BY_WORDS, SHEAF_ARGS (SHEAF_TEXT (match)), error))
    return NULL;
  return g_steal_pointer (&found);
}

static GPtrArray *
list (SheafBook        *book,
      const char       *sql,
      const SheafValue *args,
      GError          **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), sql, args, error);
  g_autoptr (GPtrArray)
      parties = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_party_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (parties, sheaf_party_read (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&parties) : NULL;
}

GPtrArray *
sheaf_party_list (SheafBook  *book,
                  const char *text,
                  guint       limit,
                  GError    **error)
{
  g_return_val_if_fail (book != NULL, NULL);
  if (text != NULL && *text != '\0')
    return search_text (book, text, limit, error);
  return list (book, PARTY_LIST,
               SHEAF_ARGS (SHEAF_INT (limit == 0 ? -1 : (gint64) limit)), error);
}

GPtrArray *
sheaf_party_list_all (SheafBook *book,
                      GError   **error)
{
  return list (book, PARTY_LIST_ALL, SHEAF_NO_ARGS, error);
}

GHashTable *
sheaf_party_names (SheafBook *book,
                   GError   **error)
{
  g_autoptr (GPtrArray) parties = sheaf_party_list_all (book, error);
  GHashTable *names;

  if (parties == NULL)
    return NULL;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < parties->len; i++)
    {
      const SheafParty *party = parties->pdata[i];

      g_hash_table_insert (names, g_strdup (party->code), g_strdup (party->name));
    }
  return names;
}

char *
sheaf_party_state (SheafBook *book,
                   GError   **error)
{
  char *state = NULL;

  return sheaf_store_get_text (sheaf_book_store (book), PARTY_STATE, SHEAF_NO_ARGS, &state, error)
             ? state
             : NULL;
}

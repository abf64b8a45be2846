/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vouchers that hold given words, newest first. Few hits are sorted; of many, the newest are looked
 * for day by day from the end, so that a common word costs no more than a rare one. */
#include "ledger/search.h"

#include "ledger/search-sql.h"
#include "ledger/voucher-private.h"
#include "store/query.h"

/* So many hits are few. */
#define FEW 2000

typedef struct
{
  SheafBook  *book;
  const char *match; /* NULL: every voucher of the days */
  SheafDate   from;
  SheafDate   to;
  guint       limit;
  GArray     *found; /* of gint64 */
} Walk;

typedef struct
{
  gint64    id;
  SheafDate day;
} Place;

static char **
list_prefixes (SheafBook *book)
{
  g_autoptr (GStrvBuilder) prefixes = g_strv_builder_new ();

  for (int kind = 1; sheaf_voucher_kind_to_word ((SheafVoucherKind) kind)[0] != '\0'; kind++)
    {
      g_autofree char *prefix = sheaf_voucher_prefix (book, (SheafVoucherKind) kind);

      g_strv_builder_add (prefixes, prefix);
    }
  return g_strv_builder_end (prefixes);
}

char *
sheaf_search_match (SheafBook              *book,
                    const SheafSearchWords *words)
{
  g_auto (GStrv) prefixes = list_prefixes (book);

  return sheaf_search_words_to_match (words, (const char *const *) prefixes);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a, *other = b;
  int          days = sheaf_date_cmp (other->day, one->day);

  return days != 0 ? days : (other->id > one->id) - (other->id < one->id);
}

static gboolean
read_ids (SheafQuery *query,
          GArray     *ids,
          GError    **error)
{
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    {
      gint64 id = sheaf_query_int (query, 0);

      g_array_append_val (ids, id);
    }
  return sheaf_query_finish (query, error);
}

static gboolean
is_within (const Walk *walk,
           SheafDate   day)
{
  return (sheaf_date_is_none (walk->from) || sheaf_date_cmp (day, walk->from) >= 0) &&
         (sheaf_date_is_none (walk->to) || sheaf_date_cmp (day, walk->to) <= 0);
}

static gboolean
find_day (SheafBook *book,
          gint64     id,
          SheafDate *ret_day,
          GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), SEARCH_VOUCHER_DAY,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);

  if (query == NULL)
    return FALSE;
  *ret_day = SHEAF_DATE_NONE;
  if (!sheaf_query_next (query, NULL))
    return sheaf_query_finish (query, error);
  *ret_day = sheaf_query_date (query, 0);
  return TRUE;
}

/* The ids by their days, newest first, as many as the walk wants. */
static gboolean
take_sorted (Walk         *walk,
             const GArray *ids,
             GError      **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint i = 0; i < ids->len; i++)
    {
      Place place = { .id = g_array_index (ids, gint64, i) };

      if (!find_day (walk->book, place.id, &place.day, error))
        return FALSE;
      if (!sheaf_date_is_none (place.day) && is_within (walk, place.day))
        g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len && walk->found->len < walk->limit; i++)
    g_array_append_val (walk->found, g_array_index (places, Place, i).id);
  return TRUE;
}

/* The next vouchers of the days, whatever they say; before is where they begin and moves on. */
static gboolean
read_block (Walk    *walk,
            Place   *before,
            guint    size,
            GArray  *ret_places,
            GError **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (walk->book), SEARCH_DAYS,
      SHEAF_ARGS (SHEAF_DAY (walk->from), SHEAF_DAY (walk->to), SHEAF_DAY (before->day),
                  SHEAF_INT (before->id), SHEAF_INT (size)),
      error);

  if (query == NULL)
    return FALSE;
  g_array_set_size (ret_places, 0);
  while (sheaf_query_next (query, NULL))
    {
      *before = (Place){ .day = sheaf_query_date (query, 0), .id = sheaf_query_int (query, 1) };
      g_array_append_val (ret_places, *before);
    }
  return sheaf_query_finish (query, error);
}

static gboolean
find_between (Walk         *walk,
              const GArray *places,
              GHashTable   *ret_hits,
              GError      **error)
{
  gint64 low = G_MAXINT64, high = 0;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SheafQuery) query = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      low = MIN (low, g_array_index (places, Place, i).id);
      high = MAX (high, g_array_index (places, Place, i).id);
    }
  query = sheaf_query_new (
      sheaf_book_store (walk->book), SEARCH_BETWEEN,
      SHEAF_ARGS (SHEAF_TEXT (walk->match), SHEAF_INT (low), SHEAF_INT (high)), error);
  if (!read_ids (query, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (ret_hits, g_memdup2 (&g_array_index (ids, gint64, i), sizeof (gint64)));
  return TRUE;
}

static gboolean
take_block (Walk         *walk,
            const GArray *places,
            GError      **error)
{
  g_autoptr (GHashTable) hits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  if (walk->match != NULL && places->len > 0 && !find_between (walk, places, hits, error))
    return FALSE;
  for (guint i = 0; i < places->len && walk->found->len < walk->limit; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (walk->match == NULL || g_hash_table_contains (hits, &place->id))
        g_array_append_val (walk->found, place->id);
    }
  return TRUE;
}

/* Blocks grow, so that the index is asked a few times only however seldom the words are. */
static gboolean
take_by_days (Walk    *walk,
              GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Place before = { .id = G_MAXINT64, .day = SHEAF_DATE_NONE };
  guint size = MAX (FEW, walk->limit);

  do
    {
      if (!read_block (walk, &before, size, places, error) || !take_block (walk, places, error))
        return FALSE;
      size = MIN (size * 4, (guint) G_MAXINT32 / 4);
    }
  while (places->len > 0 && walk->found->len < walk->limit);
  return TRUE;
}

static gboolean
take (Walk    *walk,
      GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (SheafQuery) query = NULL;

  if (walk->match == NULL)
    return take_by_days (walk, error);
  query = sheaf_query_new (sheaf_book_store (walk->book), SEARCH_POSTED_LAST,
                           SHEAF_ARGS (SHEAF_TEXT (walk->match), SHEAF_INT (FEW + 1)), error);
  if (!read_ids (query, ids, error))
    return FALSE;
  g_clear_pointer (&query, sheaf_query_free);
  return ids->len <= FEW ? take_sorted (walk, ids, error) : take_by_days (walk, error);
}

/* Puts the vouchers of just the number that was typed before the others. */
static gboolean
take_numbers (Walk                   *walk,
              const SheafSearchWords *words,
              const char *const      *prefixes,
              GError                **error)
{
  g_autofree char *match = sheaf_search_words_to_number (words, prefixes);
  Walk             numbers = *walk;

  numbers.match = match;
  return match == NULL || take (&numbers, error);
}

static void
drop_repeated (GArray *ids,
               guint   n_first,
               guint   limit)
{
  for (guint i = n_first; i < ids->len;)
    {
      gboolean repeated = FALSE;

      for (guint j = 0; j < n_first && !repeated; j++)
        repeated = g_array_index (ids, gint64, i) == g_array_index (ids, gint64, j);
      if (repeated)
        g_array_remove_index (ids, i);
      else
        i++;
    }
  if (ids->len > limit)
    g_array_set_size (ids, limit);
}

GArray *
sheaf_search_vouchers (SheafBook  *book,
                       const char *text,
                       guint       limit,
                       GError    **error)
{
  g_autoptr (SheafSearchWords) words = sheaf_search_words_parse (text);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_auto (GStrv) prefixes = list_prefixes (book);
  g_autofree char *match = sheaf_search_words_to_match (words, (const char *const *) prefixes);
  Walk             walk = { book, match, words->from, words->to, limit, found };
  guint            n_first;

  if (sheaf_search_words_is_empty (words))
    return g_steal_pointer (&found);
  if (!take_numbers (&walk, words, (const char *const *) prefixes, error))
    return NULL;
  n_first = found->len;
  walk.limit += n_first;
  if (n_first < limit && !take (&walk, error))
    return NULL;
  drop_repeated (found, n_first, limit);
  return g_steal_pointer (&found);
}

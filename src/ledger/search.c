/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vouchers, parties and items are found by their full-text indices; of the rest there are few, and
 * each is looked at. */
#include "ledger/search.h"

#include "ledger/chart.h"
#include "ledger/search-sql.h"
#include "store/query.h"

typedef struct
{
  SheafBook              *book;
  const SheafSearchWords *words;
  char                   *match; /* as the indices of names are asked */
  guint                   limit;
  GPtrArray              *hits;
} Search;

void
sheaf_search_hit_free (SheafSearchHit *hit)
{
  if (hit == NULL)
    return;
  g_free (hit->title);
  g_free (hit->detail);
  g_free (hit);
}

const char *
sheaf_search_kind_to_word (SheafSearchKind kind)
{
  static const char *const words[] = { "account", "member", "party", "item",
                                       "product", "template", "draft", "voucher" };

  g_return_val_if_fail (kind < G_N_ELEMENTS (words), "");
  return words[kind];
}

static SheafSearchHit *
add_hit (Search         *search,
         SheafSearchKind kind,
         gint64          id,
         const char     *title,
         const char     *detail)
{
  SheafSearchHit *hit = g_new0 (SheafSearchHit, 1);

  hit->kind = kind;
  hit->id = id;
  hit->title = g_strdup (title);
  hit->detail = g_strdup (detail);
  hit->day = SHEAF_DATE_NONE;
  g_ptr_array_add (search->hits, hit);
  return hit;
}

static gboolean
matches (const Search *search,
         const char   *a,
         const char   *b,
         const char   *c)
{
  g_autofree char *text = g_strjoin (" ", a != NULL ? a : "", b != NULL ? b : "",
                                     c != NULL ? c : "", NULL);

  return sheaf_search_words_match (search->words, text);
}

/* By the name that the book's own language gives them, or by those of other languages. */
static gboolean
find_accounts (Search  *search,
               gboolean translated,
               GError **error)
{
  const SheafChart *chart = sheaf_chart_get (search->book, error);
  guint             n = 0;

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < sheaf_chart_count (chart) && n < search->limit; i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->hidden ||
          !(translated ? matches (search, account->name_en, account->name_fr, NULL)
                       : matches (search, account->code, account->name, NULL)))
        continue;
      (void) add_hit (search, SHEAF_SEARCH_ACCOUNT, account->id, account->code, account->name);
      n++;
    }
  return TRUE;
}

/* Takes what an index found; the query gives id, code, name. */
static gboolean
take_found (Search         *search,
            SheafSearchKind kind,
            SheafQuery     *query,
            GError        **error)
{
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    (void) add_hit (search, kind, sheaf_query_int (query, 0), sheaf_query_text (query, 1),
                    sheaf_query_text (query, 2));
  return sheaf_query_finish (query, error);
}

static gboolean
find_parties (Search         *search,
              SheafSearchKind kind,
              GError        **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (search->book), SEARCH_PARTIES,
                               SHEAF_ARGS (SHEAF_TEXT (search->match),
                                           SHEAF_INT (kind == SHEAF_SEARCH_MEMBER),
                                           SHEAF_INT (search->limit)),
                               error);

  return take_found (search, kind, query, error);
}

static gboolean
find_items (Search  *search,
            GError **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (search->book), SEARCH_ITEMS,
      SHEAF_ARGS (SHEAF_TEXT (search->match), SHEAF_INT (search->limit)), error);

  return take_found (search, SHEAF_SEARCH_ITEM, query, error);
}

static gboolean
find_products (Search  *search,
               GError **error)
{
  guint n = 0;
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (search->book), SEARCH_PRODUCTS,
                                                  SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (n < search->limit && sheaf_query_next (query, NULL))
    {
      const char *code = sheaf_query_text (query, 1), *name = sheaf_query_text (query, 2);

      if (!matches (search, code, name, sheaf_query_text (query, 3)))
        continue;
      (void) add_hit (search, SHEAF_SEARCH_PRODUCT, sheaf_query_int (query, 0), code, name);
      n++;
    }
  return sheaf_query_finish (query, error);
}

static gboolean
find_templates (Search  *search,
                GError **error)
{
  guint n = 0;
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (search->book),
                                                  SEARCH_TEMPLATES, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (n < search->limit && sheaf_query_next (query, NULL))
    {
      const char *name = sheaf_query_text (query, 1);

      if (!matches (search, name, NULL, NULL))
        continue;
      add_hit (search, SHEAF_SEARCH_TEMPLATE, sheaf_query_int (query, 0), name, "")->voucher_kind =
          (SheafVoucherKind) sheaf_query_int (query, 2);
      n++;
    }
  return sheaf_query_finish (query, error);
}

static gboolean
find_drafts (Search  *search,
             GError **error)
{
  guint n = 0;
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (search->book), SEARCH_DRAFTS,
                                                  SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (n < search->limit && sheaf_query_next (query, NULL))
    {
      const char      *description = sheaf_query_text (query, 2);
      SheafMoney       amount = sheaf_query_money (query, 4);
      g_autofree char *digits = sheaf_money_to_text (amount);
      SheafSearchHit  *hit;

      if (!matches (search, description, digits, NULL))
        continue;
      hit = add_hit (search, SHEAF_SEARCH_DRAFT, sheaf_query_int (query, 0),
                     sheaf_query_text (query, 1), description);
      hit->voucher_kind = (SheafVoucherKind) sheaf_query_int (query, 3);
      hit->amount = amount;
      n++;
    }
  return sheaf_query_finish (query, error);
}

static gboolean
add_voucher (Search  *search,
             gint64   id,
             GError **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (search->book), SEARCH_VOUCHER,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  SheafSearchHit *hit;

  if (query == NULL)
    return FALSE;
  if (!sheaf_query_next (query, NULL))
    return sheaf_query_finish (query, error);
  hit = add_hit (search, SHEAF_SEARCH_VOUCHER, id, sheaf_query_text (query, 0),
                 sheaf_query_text (query, 1));
  hit->voucher_kind = (SheafVoucherKind) sheaf_query_int (query, 2);
  hit->day = sheaf_query_date (query, 3);
  hit->amount = sheaf_query_money (query, 4);
  return TRUE;
}

static gboolean
find_vouchers (Search     *search,
               const char *text,
               GError    **error)
{
  g_autoptr (GArray) ids = sheaf_search_vouchers (search->book, text, search->limit, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add_voucher (search, g_array_index (ids, gint64, i), error))
      return FALSE;
  return ids != NULL;
}

/* What has no day is not looked for where one was typed. */
static gboolean
find_things (Search  *search,
             GError **error)
{
  if (search->match == NULL || !sheaf_date_is_none (search->words->from))
    return TRUE;
  return find_accounts (search, FALSE, error) &&
         find_parties (search, SHEAF_SEARCH_MEMBER, error) &&
         find_parties (search, SHEAF_SEARCH_PARTY, error) && find_items (search, error) &&
         find_products (search, error) && find_templates (search, error) &&
         find_drafts (search, error);
}

GPtrArray *
sheaf_search (SheafBook  *book,
              const char *text,
              guint       limit,
              GError    **error)
{
  g_autoptr (SheafSearchWords) words = sheaf_search_words_parse (text);
  g_autoptr (GPtrArray)
      hits = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_search_hit_free);
  g_autofree char *match = sheaf_search_words_to_match (words, NULL);
  Search           search = { book, words, match, limit, hits };

  g_return_val_if_fail (book != NULL && limit > 0, NULL);
  if (!find_things (&search, error) || !find_vouchers (&search, text, error))
    return NULL;
  /* A word of another language would meet too many short beginnings: it counts when nothing else
   * was meant. */
  if (hits->len == 0 && match != NULL && sheaf_date_is_none (words->from) &&
      !find_accounts (&search, TRUE, error))
    return NULL;
  return g_steal_pointer (&hits);
}

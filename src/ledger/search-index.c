/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is indexed stands in the schema's views voucher_words, party_words, item_words and those of
 * their changes. */
#include "ledger/search-index.h"

#include "base/i18n.h"
#include "book/error.h"
#include "ledger/search-index-sql.h"
#include "ledger/search-words.h"
#include "store/query.h"
#include "store/transaction.h"

#include <inttypes.h>

#define SAMPLED 1000 /* vouchers looked up by the check */
#define LAST 100     /* besides the last ones */

static gboolean
run_steps (SheafBook         *book,
           const char *const *steps,
           GError           **error)
{
  for (guint i = 0; steps[i] != NULL; i++)
    if (!sheaf_store_run (sheaf_book_store (book), steps[i], SHEAF_NO_ARGS, error))
      return FALSE;
  return TRUE;
}

gboolean
sheaf_search_index (SheafBook *book,
                    GError   **error)
{
  static const char *const steps[] = { INDEX_VOUCHERS, INDEX_RENAMED, INDEX_PARTIES, INDEX_CHANGES,
                                       INDEX_ITEMS, INDEX_FACTS, INDEX_MERGE, INDEX_DONE, NULL };

  return run_steps (book, steps, error);
}

gboolean
sheaf_search_rebuild (SheafBook *book,
                      GError   **error)
{
  static const char *const steps[] = { INDEX_CLEAR_VOUCHERS, INDEX_CLEAR_PARTIES,
                                       INDEX_CLEAR_ITEMS, INDEX_RESTART, NULL };
  g_autoptr (SheafTransaction) transaction = NULL;

  g_return_val_if_fail (sheaf_book_act_id (book) == 0, FALSE);
  if (!sheaf_store_can_write (sheaf_book_store (book)))
    {
      g_set_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_READ_ONLY,
                   _ ("%s is open for reading only: close it elsewhere and open it again"),
                   sheaf_book_path (book));
      return FALSE;
    }
  transaction = sheaf_transaction_begin (sheaf_book_store (book), error);
  return transaction != NULL && run_steps (book, steps, error) &&
         sheaf_search_index (book, error) && sheaf_transaction_commit (transaction, error);
}

static void
tell_missing (SheafProblems *problems,
              const char    *what)
{
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("the search does not find %s: the next entry mends it, or “sheaf-cli "
                         "search BOOK --rebuild”"),
                      what);
}

static gboolean
check_lag (SheafBook     *book,
           SheafProblems *problems,
           GError       **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), INDEX_LAG, SHEAF_NO_ARGS, error);

  if (query == NULL || !sheaf_query_next (query, error))
    return FALSE;
  if (sheaf_query_int (query, 0) > 0)
    tell_missing (problems, _ ("the last vouchers"));
  if (sheaf_query_int (query, 1) > 0)
    tell_missing (problems, _ ("the last members and parties"));
  if (sheaf_query_int (query, 2) > 0)
    tell_missing (problems, _ ("the last items"));
  return TRUE;
}

static gboolean
is_held (SheafBook  *book,
         gint64      id,
         const char *number,
         gboolean   *ret_held,
         GError    **error)
{
  g_autoptr (SheafSearchWords) words = sheaf_search_words_parse (number);
  g_autofree char *match = sheaf_search_words_to_match (words, NULL);
  gint64           n = 1;

  /* A number of signs only has no word. */
  if (match != NULL &&
      !sheaf_store_get_int (sheaf_book_store (book), INDEX_HOLDS,
                            SHEAF_ARGS (SHEAF_TEXT (match), SHEAF_INT (id)), &n, error))
    return FALSE;
  *ret_held = n > 0;
  return TRUE;
}

/* One voucher that is not found is told: the rest has the same remedy. */
static gboolean
check_stretch (SheafBook     *book,
               gint64         first,
               gint64         every,
               SheafProblems *problems,
               GError       **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), INDEX_SAMPLE,
                       SHEAF_ARGS (SHEAF_INT (first), SHEAF_INT (every)), error);
  gboolean held = TRUE;

  if (query == NULL)
    return FALSE;
  while (held && sheaf_query_next (query, NULL))
    if (!is_held (book, sheaf_query_int (query, 0), sheaf_query_text (query, 1), &held, error))
      return FALSE;
  if (held)
    return sheaf_query_finish (query, error);
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("the search does not find voucher %s: fill its index anew by “sheaf-cli "
                         "search BOOK --rebuild”"),
                      sheaf_query_text (query, 1));
  return TRUE;
}

gboolean
sheaf_search_check (SheafBook     *book,
                    SheafProblems *problems,
                    GError       **error)
{
  gint64 last;
  guint  before = problems->errors;

  if (!check_lag (book, problems, error))
    return FALSE;
  if (problems->errors > before)
    return TRUE;
  return sheaf_store_get_int (sheaf_book_store (book), INDEX_LAST, SHEAF_NO_ARGS, &last, error) &&
         check_stretch (book, 1, 1 + last / SAMPLED, problems, error) &&
         (problems->errors > before || check_stretch (book, last - LAST, 1, problems, error));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of labour. */
#include "labour/verify.h"

#include "base/i18n.h"
#include "labour/labour-sql.h"
#include "store/query.h"

static gboolean
check_reversals (SheafBook     *book,
                 SheafProblems *problems,
                 GError       **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), LABOUR_BAD_PAIRS,
                                                  SHEAF_NO_ARGS, error);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &cause))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        _ ("the row %s of %s is not the exact reversal of the one that it takes "
                           "back: restore a backup"),
                        sheaf_query_text (query, 0), sheaf_query_text (query, 1));
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

const SheafCheck sheaf_labour_checks[] = {
  { "labour-reversals", check_reversals, N_ ("Reversed work is reversed in the books"),
    N_ ("Work taken back has its voucher taken back, and the other way round.") },
  { NULL, NULL, NULL, NULL },
};

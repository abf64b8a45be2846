/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of deliveries and supplies. */
#include "trade/verify.h"

#include "base/i18n.h"
#include "members/membership.h"
#include "store/query.h"
#include "trade/verify-sql.h"

static gboolean
report_pairs (SheafBook     *book,
              const char    *sql,
              SheafProblems *problems,
              GError       **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), sql, SHEAF_NO_ARGS,
                                                  error);
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

static gboolean
check_reversals (SheafBook     *book,
                 SheafProblems *problems,
                 GError       **error)
{
  return report_pairs (book, VERIFY_DELIVERY_PAIRS, problems, error) &&
         report_pairs (book, VERIFY_SUPPLY_PAIRS, problems, error);
}

/* The register may have been changed after the rows were entered. */
static gboolean
report_absent (SheafBook     *book,
               const char    *sql,
               SheafProblems *problems,
               GError       **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), sql, SHEAF_NO_ARGS,
                                                  error);
  g_autoptr (GHashTable) spans = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        (GDestroyNotify) g_array_unref);
  g_autoptr (GError) cause = NULL;

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, &cause))
    {
      gint64  party_id = sheaf_query_int (query, 2);
      GArray *own = g_hash_table_lookup (spans, &party_id);

      if (own == NULL)
        {
          own = sheaf_member_spans (book, party_id, error);
          if (own == NULL)
            return FALSE;
          g_hash_table_insert (spans, g_memdup2 (&party_id, sizeof party_id), own);
        }
      if (sheaf_member_spans_on (own, sheaf_query_date (query, 3)).kind == SHEAF_MEMBER_NONE)
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                            _ ("the row %s of %s lies on %s, when the person was no member: "
                               "correct the register or reverse the row"),
                            sheaf_query_text (query, 0), sheaf_query_text (query, 1),
                            sheaf_query_text (query, 3));
    }
  if (cause == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

static gboolean
check_members (SheafBook     *book,
               SheafProblems *problems,
               GError       **error)
{
  return report_absent (book, VERIFY_DELIVERY_DAYS, problems, error) &&
         report_absent (book, VERIFY_SUPPLY_DAYS, problems, error);
}

const SheafCheck sheaf_trade_checks[] = {
  { "trade-reversals", check_reversals, N_ ("Reversed deliveries are reversed in the books"),
    N_ ("A delivery taken back has its voucher taken back.") },
  { "trade-members", check_members, N_ ("Trade counts for who was a member"),
    N_ ("Deliveries and supplies carry the side that the member had on the day.") },
  { NULL, NULL, NULL, NULL },
};

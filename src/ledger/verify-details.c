/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sub-ledgers against their accounts, and rows against what is known of parties and items. */
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/chart.h"
#include "ledger/verify-details-sql.h"
#include "ledger/verify-private.h"
#include "store/query.h"

static SheafMoney
difference (const SheafQuery *query,
            guint             debit,
            guint             credit)
{
  return sheaf_money_sub (sheaf_query_money (query, debit), sheaf_query_money (query, credit));
}

static void
tell_control (const SheafChart *chart,
              const SheafQuery *query,
              SheafProblems    *problems)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, sheaf_query_int (query, 0));
  g_autofree char    *details = sheaf_money_format (difference (query, 1, 2),
                                                    sheaf_language_current ());
  g_autofree char    *balance = sheaf_money_format (difference (query, 3, 4),
                                                    sheaf_language_current ());

  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("the parties and items of account %s add up to %s, the account itself to "
                         "%s: restore a backup"),
                      account == NULL ? "?" : account->code, details, balance);
}

static void
tell_merge (const SheafChart *chart,
            const SheafQuery *query,
            SheafProblems    *problems)
{
  (void) chart;
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("voucher %s names %s, which was merged into %s before: restore a backup "
                         "from before it was written"),
                      sheaf_query_text (query, 0), sheaf_query_text (query, 1),
                      sheaf_query_text (query, 2));
}

static void
tell_merge_end (const SheafChart *chart,
                const SheafQuery *query,
                SheafProblems    *problems)
{
  (void) chart;
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("nobody stands for %s, or it is a member, and it was merged all the same: "
                         "take the merge back"),
                      sheaf_query_text (query, 0));
}

static void
tell_item (const SheafChart *chart,
           const SheafQuery *query,
           SheafProblems    *problems)
{
  (void) chart;
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("voucher %s names item %s, which was closed before or belongs to another "
                         "party: correct the item or reverse the voucher"),
                      sheaf_query_text (query, 0), sheaf_query_text (query, 1));
}

gboolean
sheaf_verify_control (SheafBook     *book,
                      SheafProblems *problems,
                      GError       **error)
{
  return sheaf_verify_walk (book, VERIFY_CONTROL, SHEAF_NO_ARGS, tell_control, problems, error);
}

gboolean
sheaf_verify_merges (SheafBook     *book,
                     SheafProblems *problems,
                     GError       **error)
{
  return sheaf_verify_walk (book, VERIFY_MERGES, SHEAF_NO_ARGS, tell_merge, problems, error) &&
         sheaf_verify_walk (book, VERIFY_MERGE_ENDS, SHEAF_NO_ARGS, tell_merge_end, problems,
                            error);
}

gboolean
sheaf_verify_items (SheafBook     *book,
                    SheafProblems *problems,
                    GError       **error)
{
  return sheaf_verify_walk (book, VERIFY_ITEMS, SHEAF_NO_ARGS, tell_item, problems, error);
}

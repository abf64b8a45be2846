/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the folders' tables of checks. */
#include "statements/checks.h"

#include "capital/verify.h"
#include "distribution/verify.h"
#include "labour/verify.h"
#include "ledger/verify.h"
#include "members/verify.h"
#include "payouts/verify.h"
#include "statements/verify.h"
#include "trade/verify.h"

static const SheafCheck *const tables[] = {
  sheaf_book_checks,
  sheaf_ledger_checks,
  sheaf_members_checks,
  sheaf_capital_checks,
  sheaf_trade_checks,
  sheaf_labour_checks,
  sheaf_distribution_checks,
  sheaf_payouts_checks,
  sheaf_statements_checks,
};

static gboolean
run_check (const SheafCheck *check,
           SheafBook        *book,
           SheafCheckFound   found,
           gpointer          user_data,
           guint            *failed,
           GError          **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  if (!check->run (book, problems, error))
    return FALSE;
  for (guint i = 0; i < problems->items->len; i++)
    found (check, g_ptr_array_index (problems->items, i), user_data);
  *failed += problems->errors > 0;
  return TRUE;
}

gboolean
sheaf_checks_run (SheafBook      *book,
                  SheafCheckFound found,
                  gpointer        user_data,
                  guint          *ret_failed,
                  GError        **error)
{
  guint failed = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafCheck *check = tables[i]; check->name != NULL; check++)
      if (!run_check (check, book, found, user_data, &failed, error))
        return FALSE;
  *ret_failed = failed;
  return TRUE;
}

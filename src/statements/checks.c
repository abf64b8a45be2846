/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the folders' tables of checks. */
#include "statements/checks.h"

#include "capital/verify.h"
#include "distribution/verify.h"
#include "labour/verify.h"
#include "ledger/verify.h"
#include "members/verify.h"
#include "notices/verify.h"
#include "payouts/verify.h"
#include "statements/verify.h"
#include "trade/verify.h"

static const SheafCheck *const tables[] = {
  sheaf_book_checks,
  sheaf_ledger_checks,
  sheaf_ledger_rules,
  sheaf_members_checks,
  sheaf_capital_checks,
  sheaf_trade_checks,
  sheaf_labour_checks,
  sheaf_notices_checks,
  sheaf_distribution_checks,
  sheaf_payouts_checks,
  sheaf_statements_checks,
};

guint
sheaf_checks_count (void)
{
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafCheck *check = tables[i]; check->name != NULL; check++)
      count++;
  return count;
}

const SheafCheck *
sheaf_checks_at (guint position)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafCheck *check = tables[i]; check->name != NULL; check++)
      if (position-- == 0)
        return check;
  return NULL;
}

gboolean
sheaf_checks_run_each (SheafBook     *book,
                       SheafCheckDone done,
                       gpointer       user_data,
                       guint         *ret_failed,
                       GError       **error)
{
  guint failed = 0;

  for (guint i = 0; i < sheaf_checks_count (); i++)
    {
      const SheafCheck *check = sheaf_checks_at (i);
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();

      if (!check->run (book, problems, error))
        return FALSE;
      failed += problems->errors > 0;
      done (check, problems, user_data);
    }
  *ret_failed = failed;
  return TRUE;
}

typedef struct
{
  SheafCheckFound found;
  gpointer        user_data;
} Telling;

static void
tell_all (const SheafCheck    *check,
          const SheafProblems *problems,
          gpointer             user_data)
{
  const Telling *telling = user_data;

  for (guint i = 0; i < problems->items->len; i++)
    telling->found (check, g_ptr_array_index (problems->items, i), telling->user_data);
}

gboolean
sheaf_checks_run (SheafBook      *book,
                  SheafCheckFound found,
                  gpointer        user_data,
                  guint          *ret_failed,
                  GError        **error)
{
  Telling telling = { found, user_data };

  return sheaf_checks_run_each (book, tell_all, &telling, ret_failed, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema's audit_seal refuses the same; here it gets words. */
#include "ledger/money.h"

#include "base/i18n.h"
#include "base/language.h"
#include "book/setting.h"
#include "ledger/error.h"
#include "ledger/money-sql.h"
#include "store/query.h"

#include <string.h>

static char *
format_balance (const SheafQuery *bad)
{
  return sheaf_money_format (SHEAF_MONEY (sheaf_query_int (bad, 2)), sheaf_language_current ());
}

/* The first bad day of each account, the earliest first. */
static gboolean
warn (SheafBook  *book,
      SheafQuery *bad,
      GError    **error)
{
  do
    {
      g_autofree char *balance = format_balance (bad);
      g_autofree char *text =
          g_strdup_printf (_ ("account %s stands at %s at the end of %s: enter the missing "
                              "receipt, or check day and amount"),
                           sheaf_query_text (bad, 0), balance, sheaf_query_text (bad, 1));

      sheaf_act_warn (book, text);
    }
  while (sheaf_query_next (bad, NULL));
  return sheaf_query_finish (bad, error);
}

gboolean
sheaf_money_judge (SheafBook *book,
                   GError   **error)
{
  g_autofree char *mode = sheaf_setting_find (book, "money-below-zero");
  g_autofree char *balance = NULL;
  gboolean         only_warn = g_strcmp0 (mode, "warn") == 0;
  g_autoptr (SheafQuery) bad = NULL;

  if (mode != NULL && !only_warn && strcmp (mode, "refuse") != 0)
    return TRUE;
  bad = sheaf_query_new (sheaf_book_store (book), MONEY_BAD_DAYS, SHEAF_NO_ARGS, error);
  if (bad == NULL)
    return FALSE;
  if (!sheaf_query_next (bad, NULL))
    return sheaf_query_finish (bad, error);
  if (only_warn)
    return warn (book, bad, error);
  balance = format_balance (bad);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MONEY,
               _ ("account %s would stand at %s at the end of %s: enter the missing receipt first, "
                  "or check day and amount"),
               sheaf_query_text (bad, 0), balance, sheaf_query_text (bad, 1));
  return FALSE;
}

gboolean
sheaf_money_on_day (SheafBook  *book,
                    gint64      account_id,
                    SheafDate   on,
                    SheafMoney *ret_balance,
                    SheafMoney *ret_lowest,
                    SheafDate  *ret_lowest_day,
                    GError    **error)
{
  SheafStore *store = sheaf_book_store (book);
  g_autoptr (SheafQuery) now = NULL;
  g_autoptr (SheafQuery) later = NULL;
  SheafMoney balance;

  now = sheaf_query_new (store, MONEY_ON_DAY, SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (on)),
                         error);
  if (now == NULL || !sheaf_query_next (now, error))
    return FALSE;
  balance = sheaf_query_money (now, 0);
  later = sheaf_query_new (store, MONEY_LOWEST_AFTER,
                           SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_DAY (on)), error);
  if (later == NULL)
    return FALSE;
  *ret_balance = balance;
  *ret_lowest = balance;
  *ret_lowest_day = SHEAF_DATE_NONE;
  if (!sheaf_query_next (later, NULL))
    return sheaf_query_finish (later, error);
  *ret_lowest_day = sheaf_query_date (later, 0);
  *ret_lowest = sheaf_query_money (later, 1);
  return TRUE;
}

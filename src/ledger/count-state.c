/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which accounts a day's counts have reached. */
#include "ledger/chart.h"
#include "ledger/count.h"
#include "ledger/money.h"

void
sheaf_count_state_clear (SheafCountState *state)
{
  g_clear_pointer (&state->missing, g_free);
  g_clear_pointer (&state->open, g_free);
}

static gboolean
is_of_kind (const SheafAccount *account,
            SheafCountKind      kind)
{
  return account->postable && account->currency != SHEAF_ACCOUNT_CURRENCY_FOREIGN &&
         account->book ==
             (kind == SHEAF_COUNT_CASH ? SHEAF_ACCOUNT_BOOK_CASH : SHEAF_ACCOUNT_BOOK_STOCK);
}

/* The account's last sheet of the day that counts; NULL when there is none. */
static const SheafCount *
find_sheet (const GPtrArray *all,
            SheafCountKind   kind,
            gint64           account_id,
            SheafDate        date)
{
  const SheafCount *found = NULL;

  for (guint i = 0; i < all->len; i++)
    {
      const SheafCount *count = all->pdata[i];

      if (count->kind == kind && count->account_id == account_id && count->withdrawn == NULL &&
          sheaf_date_cmp (count->date, date) == 0)
        found = count;
    }
  return found;
}

static void
add_word (GString    *text,
          const char *word)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", word);
}

/* A posted difference changes what the books hold, not what was counted: such a sheet is done. */
gboolean
sheaf_count_state (SheafBook       *book,
                   SheafCountKind   kind,
                   SheafDate        date,
                   SheafCountState *ret_state,
                   GError         **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GPtrArray) all = chart == NULL ? NULL : sheaf_count_list (book, error);
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autoptr (GString) open = g_string_new (NULL);
  SheafCountState state = { 0 };

  for (guint i = 0; all != NULL && i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      const SheafCount   *sheet;
      SheafMoney          balance, lowest;
      SheafDate           day;

      if (!is_of_kind (account, kind))
        continue;
      if (!sheaf_money_on_day (book, account->id, date, &balance, &lowest, &day, error))
        return FALSE;
      sheet = find_sheet (all, kind, account->id, date);
      if (balance.units == 0 && sheet == NULL)
        continue;
      state.held++;
      if (sheet == NULL)
        add_word (missing, account->code);
      else
        state.counted++;
      if (sheet != NULL && sheaf_count_has_difference (sheet) && sheet->vouchers == 0)
        add_word (open, sheet->number);
    }
  if (all == NULL)
    return FALSE;
  state.missing = g_string_free (g_steal_pointer (&missing), FALSE);
  state.open = g_string_free (g_steal_pointer (&open), FALSE);
  *ret_state = state;
  return TRUE;
}

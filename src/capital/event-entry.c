/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether an entry that is in the books already is that of an event. */
#include "base/i18n.h"
#include "capital/event-private.h"
#include "capital/timeline.h"

/* What the voucher gives the member on the account of members' capital. */
static gboolean
sum_booked (SheafBook          *book,
            const SheafVoucher *voucher,
            gint64              party_id,
            SheafMoney         *ret_sum,
            GError            **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account =
      chart == NULL ? NULL : sheaf_chart_by_role (chart, "member-capital", error);

  *ret_sum = SHEAF_MONEY_ZERO;
  for (guint i = 0; account != NULL && i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];

      if (row->credit_party_id == party_id &&
          sheaf_chart_is_under (chart, sheaf_chart_by_id (chart, row->credit_id), account))
        *ret_sum = sheaf_money_add (*ret_sum, row->amount);
      if (row->debit_party_id == party_id &&
          sheaf_chart_is_under (chart, sheaf_chart_by_id (chart, row->debit_id), account))
        *ret_sum = sheaf_money_sub (*ret_sum, row->amount);
    }
  return account != NULL;
}

gboolean
sheaf_capital_check_entry (SheafBook               *book,
                           const SheafCapitalEvent *event,
                           const char              *file,
                           SheafProblems           *problems,
                           GError                 **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, event->voucher_id, error);
  SheafMoney moved = sheaf_capital_event_change (event, event->party_id).paid;
  SheafMoney booked;

  if (voucher == NULL || !sum_booked (book, voucher, event->party_id, &booked, error))
    return FALSE;
  if (sheaf_voucher_reversed_by (book, event->voucher_id) != 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, event->line, "voucher",
                        _ ("voucher %s was reversed: name the event’s own voucher, or none"),
                        voucher->number);
  else if (moved.units == 0 || sheaf_money_cmp (booked, moved) != 0 ||
           sheaf_date_cmp (voucher->date, event->date) != 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, event->line, "voucher",
                        _ ("voucher %s has another day or books another amount of this member’s "
                           "capital: name the event’s own voucher, or none"),
                        voucher->number);
  return TRUE;
}

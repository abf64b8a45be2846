/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As it is read out: what it is for, then each row. */
#include "app/ledger/voucher-text.h"

#include "app/format.h"
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/chart.h"

char *
sheaf_voucher_text (SheafBook          *book,
                    const SheafVoucher *voucher)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  GString          *text = g_string_new (voucher->description);

  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];
      const SheafAccount    *debit = sheaf_chart_by_id (chart, row->debit_id);
      const SheafAccount    *credit = sheaf_chart_by_id (chart, row->credit_id);
      const char            *language = sheaf_language_current ();
      g_autofree char       *amount = sheaf_format_money_unit (row->amount);

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Debit %s (%s)"), debit->code,
                              sheaf_account_name (debit, language));
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Credit %s (%s)"), credit->code,
                              sheaf_account_name (credit, language));
      g_string_append_printf (text, "\n%s", amount);
    }
  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules on a row's foreign money. */
#include "base/i18n.h"
#include "ledger/voucher-judge.h"

static void
judge_side (SheafJudge            *judge,
            const SheafVoucherRow *row,
            const SheafAccount    *account,
            const char            *currency,
            gint64                 foreign,
            const char            *column)
{
  if (account->currency == SHEAF_ACCOUNT_CURRENCY_FOREIGN && currency == NULL)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, "currency",
                  _ ("account %s holds foreign money: name the currency and the amount in it"),
                  account->code);
  else if (account->currency == SHEAF_ACCOUNT_CURRENCY_HOME && currency != NULL)
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, "currency",
                  _ ("account %s holds the book's own money only: leave the currency out or choose "
                     "the account for foreign money"),
                  account->code);
  if ((foreign < 0 && row->amount.units > 0) || (foreign > 0 && row->amount.units < 0))
    sheaf_refuse (judge, SHEAF_LEDGER_ERROR_CURRENCY, row->line, column,
                  _ ("the foreign amount has another sign than the amount: enter both above 0"));
}

void
sheaf_judge_currency (SheafJudge            *judge,
                      const SheafVoucherRow *row,
                      const SheafSettledRow *settled)
{
  judge_side (judge, row, settled->debit, row->debit_currency, row->debit_foreign,
              "debit_foreign");
  judge_side (judge, row, settled->credit, row->credit_currency, row->credit_foreign,
              "credit_foreign");
}

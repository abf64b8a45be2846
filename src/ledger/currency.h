/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Foreign money in the books: what an account holds of a currency, in units and in value. */
#pragma once

#include "base/currency.h"
#include "ledger/chart.h"
#include "ledger/voucher.h"

/* What one account holds of one currency with one party and one item (0: none) at the end of a
 * day. Debit is positive in both; the average book rate (tỷ giá ghi sổ bình quân gia quyền) is
 * value ÷ units and never kept as a number of its own, so that nothing is lost by rounding it. */
typedef struct
{
  gint64     account_id;
  gint64     party_id;
  gint64     item_id;
  char       currency[4];
  gint64     units; /* the currency's smallest unit */
  SheafMoney value;
} SheafForeignBalance;

/* The book's own currency ("VND"). Free with g_free. */
char *sheaf_currency_home (SheafBook *book);

/* TRUE for accounts that count units of currencies and no money: 007 and what lies under it. */
gboolean sheaf_currency_counts_units (const SheafChart   *chart,
                                      const SheafAccount *account);

/* The account that takes gains of exchange (the role finance-income, else other-income) or losses
 * (finance-expense, else other-expense): 558 and 658 (Circular 71/2024, accounts 111 to 138, 331 to
 * 341). */
const SheafAccount *sheaf_currency_gain_account (const SheafChart *chart,
                                                 GError          **error);
const SheafAccount *sheaf_currency_loss_account (const SheafChart *chart,
                                                 GError          **error);

/* Units and value at the end of the day `on`, what the act under way wrote included: kept months,
 * less the rows of that month after the day. ret_balance is filled whole. */
gboolean sheaf_currency_book_rate (SheafBook           *book,
                                   gint64               account_id,
                                   gint64               party_id,
                                   gint64               item_id,
                                   const char          *currency,
                                   SheafDate            on,
                                   SheafForeignBalance *ret_balance,
                                   GError             **error);

/* The book value of part of a balance: value × units ÷ units held, half up; all units take all
 * value, so that no remainder stays. units has the balance's sign or not, only its size counts, and
 * may not be above what is held. */
SheafMoney sheaf_foreign_balance_part (const SheafForeignBalance *balance,
                                       gint64                     units);

/* Every balance at the end of the day with units or value left, by account, party, item, currency;
 * accounts that count units are left out. */
GArray *sheaf_currency_balances (SheafBook *book,
                                 SheafDate  on,
                                 GError   **error); /* of SheafForeignBalance */

/* TRUE when a balance is money or a claim or debt in money, which is revalued at the end of a
 * period: an asset on its debit or a liability on its credit side. The other side is an advance
 * that will be met in goods or services. */
gboolean sheaf_foreign_balance_is_monetary (const SheafChart          *chart,
                                            const SheafForeignBalance *balance);

/* Values a row that names foreign units but no amount yet, the last of its voucher: a side that
 * rises comes in at row->rate (0: the rate of the day), one that falls goes out at the average book
 * rate of its account, party and item, rows further up in the voucher counted. Where the two values
 * differ, a row of the difference to the gain or loss account is added, with 0 units. Sides in home
 * money take the value at the rate. Refused with SHEAF_LEDGER_ERROR_CURRENCY where a rate is
 * missing (naming currency and day) and where an account of money has fewer units. (Circular
 * 71/2024, Appendix I, account 111 no. 3.16.) */
gboolean sheaf_currency_settle (SheafBook    *book,
                                SheafVoucher *voucher,
                                GError      **error);

/* The rows that the program adds to a voucher when it is posted: what came in and went out of
 * accounts of money, in units, on the account that counts them (007), one row for each currency and
 * direction. The rows of a currency that the voucher itself brings are not doubled. A voucher that
 * holds these rows alone, never NULL but on an error. */
SheafVoucher *sheaf_currency_unit_rows (SheafBook          *book,
                                        const SheafVoucher *voucher,
                                        GError            **error);

/* Takes the rows on 007 out of a voucher: for a copy whose amounts will change. */
void sheaf_currency_drop_unit_rows (const SheafChart *chart,
                                    SheafVoucher     *voucher);

/* Fills what follows from the rest of a row on the account that counts units: item, currency, units
 * and amount are one thing there. Nothing on other rows. */
gboolean sheaf_currency_fill_unit_row (SheafBook       *book,
                                       SheafVoucherRow *row,
                                       GError         **error);

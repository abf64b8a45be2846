/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Refunds that hand over no money: the share is set off against what the member owes the co-op (own
 * debts are met first, Law 17/2023/QH15 Art. 90), or is owed to the member from then on. Such a
 * refund names the account in place of money: that of the debt, or of role member-payable. */
#pragma once

#include "capital/event.h"
#include "ledger/voucher.h"

/* TRUE for a refund on an account in place of money. */
gboolean sheaf_capital_is_settled (const SheafCapitalEvent *event);

/* TRUE when it is owed to the member from then on. */
gboolean sheaf_capital_is_owed (SheafBook               *book,
                                const SheafCapitalEvent *event);

/* What a refund comes to where the member owes: one event for each account with a debt, in the
 * order of accounts, as far as the amount goes; what is left as the event says. Judged by
 * sheaf_capital_check like others; to be entered as one act. refund names no account of a debt. Of
 * SheafCapitalEvent. */
GPtrArray *sheaf_capital_refund_split (SheafBook               *book,
                                       const SheafCapitalEvent *refund,
                                       GError                 **error);

/* Turns the voucher of a refund in money into that of the settled one: a journal voucher that takes
 * from the capital and settles what is open on the account, item by item, those that fall due first
 * first. */
gboolean sheaf_capital_settle_voucher (SheafBook               *book,
                                       const SheafCapitalEvent *event,
                                       SheafVoucher            *voucher,
                                       GError                 **error);

/* A part of what a person owes: an account, with the item (0: none) where it stands. */
typedef struct
{
  gint64     account_id;
  gint64     item_id;
  SheafMoney amount;
} SheafCapitalSettled;

/* What an amount settles of the person's debts at the end of the day: account by account in their
 * order, on each what falls due first first. What is left of the amount is in no row. Of
 * SheafCapitalSettled. */
GArray *sheaf_capital_settle_debts (SheafBook *book,
                                    gint64     party_id,
                                    SheafDate  on,
                                    SheafMoney amount,
                                    GError   **error);

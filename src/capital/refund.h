/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold before capital is given back: the member's own debts are met (Law 17/2023/QH15
 * Art. 90), and the co-op can meet all of its own afterwards (Art. 78). */
#pragma once

#include "base/problem.h"
#include "capital/event.h"

/* What a person owes on one account: what is given to or claimed from the person and not settled
 * there, whatever the item. */
typedef struct
{
  gint64     account_id;
  char      *account; /* its code and name */
  char      *name;
  SheafMoney amount; /* above 0 */
} SheafCapitalDebt;

/* Everything the person owes at the end of the day, by account: balances on the debit side of every
 * account of assets or liabilities that the chart keeps by party. Of SheafCapitalDebt. */
GPtrArray *sheaf_capital_debts (SheafBook *book,
                                gint64     party_id,
                                SheafDate  on,
                                GError   **error);

/* The question of Art. 78 in figures, from the kept totals at the end of the day. */
typedef struct
{
  SheafMoney money;  /* cash and demand deposits */
  SheafMoney claims; /* what others owe the co-op and is not due later than within twelve months */
  SheafMoney debts;  /* what the co-op owes and is not due later than within twelve months */
  SheafMoney after;  /* money after the refund */
} SheafCapitalSolvency;

/* refund: what would be given back and is not in the ledger yet. */
gboolean sheaf_capital_solvency (SheafBook            *book,
                                 SheafDate             on,
                                 SheafMoney            refund,
                                 SheafCapitalSolvency *ret_solvency,
                                 GError              **error);

/* The money left covers what falls due within twelve months. */
gboolean sheaf_capital_solvency_holds (const SheafCapitalSolvency *solvency);

/* One sentence with the figures for people who decide. Free with g_free. */
char *sheaf_capital_solvency_text (const SheafCapitalSolvency *solvency);

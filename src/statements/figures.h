/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules are worth on the totals of a stretch of days, and what each value is made of. */
#pragma once

#include "ledger/chart.h"
#include "ledger/totals.h"
#include "statements/form.h"

typedef struct _SheafFigures SheafFigures;

/* At the start of the totals' days there are balances only; every turnover is 0. */
typedef enum
{
  SHEAF_FIGURES_AT_START,
  SHEAF_FIGURES_AT_END,
} SheafFiguresMoment;

/* One piece of a value: a balance of an account (with one party and item where details are asked
 * for; 0 where none is named), or, with a contra account, a turnover between two, which may be 0:
 * an entry and the one that takes it back. */
typedef struct
{
  gint64     account_id; /* of a turnover: the debit side */
  gint64     contra_id;  /* of a turnover: the credit side; else 0 */
  gint64     party_id;
  gint64     item_id;
  SheafMoney amount;
} SheafFiguresPart;

/* Takes over the totals; the chart must outlive the figures. With totals that hold sides, the
 * parties and items of the accounts in them are not known one by one: DBd and CBd of one account
 * or group are right all the same, and in their pieces such an account is one that names nobody. */
SheafFigures *sheaf_figures_new (const SheafChart *chart,
                                 SheafTotals      *totals);
void          sheaf_figures_free (SheafFigures *figures);

const SheafChart  *sheaf_figures_chart (const SheafFigures *figures);
const SheafTotals *sheaf_figures_totals (const SheafFigures *figures);

/* Balance of an account with all that lies under it; debit positive. */
SheafMoney sheaf_figures_balance (const SheafFigures *figures,
                                  const SheafAccount *account,
                                  SheafFiguresMoment  moment);

/* The value of a term that names accounts, without its sign. An account that the chart lacks counts
 * nothing. */
SheafMoney sheaf_figures_term (const SheafFigures  *figures,
                               const SheafRuleTerm *term,
                               SheafFiguresMoment   moment);

/* The pieces that add up to the term's value. Of SheafFiguresPart; free with g_array_unref. */
GArray *sheaf_figures_parts (const SheafFigures  *figures,
                             const SheafRuleTerm *term,
                             SheafFiguresMoment   moment);

/* The values of all lines, in the order of form->lines (0 on headings). Free with g_free. */
SheafMoney *sheaf_figures_evaluate (const SheafFigures *figures,
                                    const SheafForm    *form,
                                    SheafFiguresMoment  moment);

/* The accounts whose details a form asks for one by one, as several accounts are set off per party
 * there: what sheaf_totals_load_sides() is to be told. Of gint64; free with g_array_unref. */
GArray *sheaf_figures_detailed (const SheafChart *chart,
                                const SheafForm  *form);

/* The value of a rule when the lines' values are known. */
SheafMoney sheaf_figures_rule (const SheafFigures *figures,
                               const SheafForm    *form,
                               const SheafRule    *rule,
                               const SheafMoney   *lines,
                               SheafFiguresMoment  moment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafFigures, sheaf_figures_free)

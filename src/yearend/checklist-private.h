/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The looks of the checklist's lines, in files by subject. */
#pragma once

#include "base/money.h"
#include "yearend/checklist.h"

/* Says how a line stands and gives TRUE; takes the sentence. */
gboolean sheaf_checklist_say (SheafChecklistFinding *finding,
                              SheafChecklistState    state,
                              char                  *sentence);

/* An amount in a sentence, in the language of the messages. Free with g_free. */
char *sheaf_checklist_money (SheafMoney amount);

#define SHEAF_CHECKLIST_LOOK(name)                                         \
  gboolean sheaf_checklist_look_##name (const SheafChecklistYear *year,    \
                                        SheafChecklistFinding    *finding, \
                                        GError                  **error)

/* checklist-vouchers.c */
SHEAF_CHECKLIST_LOOK (months);
SHEAF_CHECKLIST_LOOK (drafts);
SHEAF_CHECKLIST_LOOK (recurring);
SHEAF_CHECKLIST_LOOK (numbers);

/* checklist-balances.c */
SHEAF_CHECKLIST_LOOK (depreciation);
SHEAF_CHECKLIST_LOOK (allocation);
SHEAF_CHECKLIST_LOOK (revaluation);
SHEAF_CHECKLIST_LOOK (bank);

/* checklist-control.c */
SHEAF_CHECKLIST_LOOK (cash);
SHEAF_CHECKLIST_LOOK (stock);
SHEAF_CHECKLIST_LOOK (confirmations);

/* checklist-tax.c */
SHEAF_CHECKLIST_LOOK (vat_share);
SHEAF_CHECKLIST_LOOK (tax_sheet);
SHEAF_CHECKLIST_LOOK (tax);

/* checklist-result.c */
SHEAF_CHECKLIST_LOOK (sides);
SHEAF_CHECKLIST_LOOK (shared);
SHEAF_CHECKLIST_LOOK (statements);
SHEAF_CHECKLIST_LOOK (notes);
SHEAF_CHECKLIST_LOOK (checks);

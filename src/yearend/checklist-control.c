/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is counted and confirmed around the year's end. */
#include "yearend/checklist-private.h"

#include "base/i18n.h"
#include "ledger/confirmation-sheet.h"
#include "ledger/count.h"

/* Claims and debts of the year's last day, confirmed by the other side. */
SHEAF_CHECKLIST_LOOK (confirmations)
{
  g_autoptr (GPtrArray) sheet = sheaf_confirmation_sheet (year->book, 0, year->last, error);
  SheafConfirmationCount count;

  if (sheet == NULL)
    return FALSE;
  sheaf_confirmation_count (sheet, &count);
  if (count.lines == 0)
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_IDLE,
        g_strdup (_ ("The book holds no claim or debt that is confirmed by letter.")));
  if (count.asked < count.lines)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_OPEN,
                                g_strdup_printf (
                                    _ ("Balances that nobody was asked about: %u of %u."),
                                    count.lines - count.asked, count.lines));
  if (count.answered < count.lines)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_OPEN,
                                g_strdup_printf (_ ("Letters without an answer: %u of %u."),
                                                 count.lines - count.answered, count.lines));
  if (count.differing > 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_OPEN,
                                g_strdup_printf (_ ("Differences that are not on the books: %u."),
                                                 count.differing));
  return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                              g_strdup_printf (_ ("Every claim and debt is confirmed: %u."),
                                               count.lines));
}

/* Law on Accounting, Art. 40: assets are counted at the end of the year. */
static gboolean
look_count (const SheafChecklistYear *year,
            SheafCountKind            kind,
            SheafChecklistFinding    *finding,
            GError                  **error)
{
  gboolean cash = kind == SHEAF_COUNT_CASH;
  g_auto (SheafCountState) state = { 0 };

  if (!sheaf_count_state (year->book, kind, year->last, &state, error))
    return FALSE;
  if (state.held == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (cash
                                              ? _ ("The book holds no cash on the year’s last day.")
                                              : _ ("The book holds no stock on the year’s last "
                                                   "day.")));
  if (*state.missing != '\0')
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_OPEN,
                                g_strdup_printf (
                                    _ ("Not counted on the year’s last day: account %s."),
                                    state.missing));
  if (*state.open != '\0')
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_OPEN,
        g_strdup_printf (_ ("Counted, but the difference is not on the books: %s."), state.open));
  return sheaf_checklist_say (
      finding, SHEAF_CHECKLIST_DONE,
      g_strdup_printf (_ ("Counted on the year’s last day, accounts: %u."), state.counted));
}

SHEAF_CHECKLIST_LOOK (cash)
{
  return look_count (year, SHEAF_COUNT_CASH, finding, error);
}

SHEAF_CHECKLIST_LOOK (stock)
{
  return look_count (year, SHEAF_COUNT_STOCK, finding, error);
}

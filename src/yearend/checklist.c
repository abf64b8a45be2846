/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of lines. A new one: its look in the file of its subject, declared in
 * checklist-private.h, a line here, and its place in the program in
 * app/closing/closing-places.c. */
#include "yearend/checklist.h"

#include "base/i18n.h"
#include "base/language.h"
#include "yearend/checklist-private.h"
#include "yearend/error.h"

static const SheafChecklistLine lines[] = {
  { "months", N_ ("Months locked"), sheaf_checklist_look_months },
  { "drafts", N_ ("Drafts"), sheaf_checklist_look_drafts },
  { "recurring", N_ ("Recurring entries"), sheaf_checklist_look_recurring },
  { "numbers", N_ ("Numbers of vouchers"), sheaf_checklist_look_numbers },
  { "depreciation", N_ ("Depreciation"), sheaf_checklist_look_depreciation },
  { "allocation", N_ ("Prepaid costs allocated"), sheaf_checklist_look_allocation },
  { "revaluation", N_ ("Foreign money"), sheaf_checklist_look_revaluation },
  { "bank", N_ ("Bank statements"), sheaf_checklist_look_bank },
  { "cash", N_ ("Cash counted"), sheaf_checklist_look_cash },
  { "stock", N_ ("Stock counted"), sheaf_checklist_look_stock },
  { "confirmations", N_ ("Debts confirmed"), sheaf_checklist_look_confirmations },
  { "vat-share", N_ ("Shared input VAT"), sheaf_checklist_look_vat_share },
  { "tax-sheet", N_ ("Tax sheet"), sheaf_checklist_look_tax_sheet },
  { "tax", N_ ("Income tax"), sheaf_checklist_look_tax },
  { "sides", N_ ("Internal and external"), sheaf_checklist_look_sides },
  { "shared", N_ ("Key for shared overhead"), sheaf_checklist_look_shared },
  { "statements", N_ ("Balances and their lines"), sheaf_checklist_look_statements },
  { "notes", N_ ("Texts of the notes"), sheaf_checklist_look_notes },
  { SHEAF_CHECKLIST_CHECKS, N_ ("Checks of the book"), sheaf_checklist_look_checks },
};

const char *
sheaf_checklist_state_to_word (SheafChecklistState state)
{
  static const char *const words[] = {
    [SHEAF_CHECKLIST_DONE] = "done",
    [SHEAF_CHECKLIST_OPEN] = "open",
    [SHEAF_CHECKLIST_WRONG] = "wrong",
    [SHEAF_CHECKLIST_IDLE] = "not-needed",
  };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (words), NULL);

  return words[state];
}

void
sheaf_checklist_finding_clear (SheafChecklistFinding *finding)
{
  g_clear_pointer (&finding->found, g_free);
}

gboolean
sheaf_checklist_say (SheafChecklistFinding *finding,
                     SheafChecklistState    state,
                     char                  *sentence)
{
  g_free (finding->found);
  finding->state = state;
  finding->found = sentence;
  return TRUE;
}

char *
sheaf_checklist_money (SheafMoney amount)
{
  return sheaf_money_format (amount, sheaf_language_current ());
}

guint
sheaf_checklist_count (void)
{
  return G_N_ELEMENTS (lines);
}

const SheafChecklistLine *
sheaf_checklist_at (guint position)
{
  return position < G_N_ELEMENTS (lines) ? &lines[position] : NULL;
}

gboolean
sheaf_checklist_look (SheafBook                *book,
                      int                       year,
                      const SheafChecklistLine *line,
                      SheafChecklistFinding    *ret_finding,
                      GError                  **error)
{
  SheafChecklistYear asked = { .book = book, .year = year };
  g_auto (SheafChecklistFinding) finding = { SHEAF_CHECKLIST_IDLE, NULL };

  g_return_val_if_fail (book != NULL && line != NULL && ret_finding != NULL, FALSE);

  if (year < sheaf_date_year (sheaf_book_first_day (book)) || year > 2999)
    {
      g_set_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_YEAR,
                   _ ("the book begins in %d and has no year %d: name a year of this book"),
                   sheaf_date_year (sheaf_book_first_day (book)), year);
      return FALSE;
    }
  asked.first = sheaf_book_year_start (book, year);
  asked.last = sheaf_book_year_end (book, year);
  if (!line->look (&asked, &finding, error))
    return FALSE;
  *ret_finding = finding;
  finding.found = NULL; /* it is the caller's now */
  return TRUE;
}

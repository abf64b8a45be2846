/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Income tax, and input VAT that taxable and other revenue share. */
#include "yearend/checklist-private.h"

#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/tax-entry.h"
#include "ledger/vat-share.h"
#include "statements/tax-sheet.h"

SHEAF_CHECKLIST_LOOK (vat_share)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (SheafVatShare) share = sheaf_vat_share_compute (year->book, year->year,
                                                             SHEAF_VAT_SHARE_YEAR, &cause);
  g_autofree char *left = NULL;

  if (share == NULL && !g_error_matches (cause, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_TAX))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  /* Without revenue, or where nothing tells taxable revenue from other, there is none to share. */
  if (share == NULL || share->shared.units == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("No input VAT is shared between taxable and other "
                                             "revenue.")));
  left = sheaf_checklist_money (share->difference);
  if (share->difference.units != 0)
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_OPEN,
        g_strdup_printf (_ ("Shared input VAT that is left to enter for the year: %s."), left));
  return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                              g_strdup (_ ("Shared input VAT is entered for the whole year.")));
}

/* Countries without rules for income tax have no sheet. */
static SheafTaxSheet *
compute_sheet (const SheafChecklistYear *year,
               SheafChecklistFinding    *finding)
{
  g_autoptr (GError) cause = NULL;
  SheafTaxSheet *sheet = sheaf_tax_sheet_compute (year->book, year->year, SHEAF_DATE_NONE, &cause);

  if (sheet == NULL)
    (void) sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE, g_strdup (cause->message));
  return sheet;
}

SHEAF_CHECKLIST_LOOK (tax_sheet)
{
  g_autoptr (SheafTaxSheet) sheet = compute_sheet (year, finding);
  const SheafProblem *first;

  (void) error;
  if (sheet == NULL)
    return TRUE;
  if (sheet->problems->items->len == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                                g_strdup (_ ("The tax sheet asks nothing more.")));
  first = sheet->problems->items->pdata[0];
  if (sheet->problems->items->len == 1)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_OPEN, g_strdup (first->text));
  return sheaf_checklist_say (
      finding, SHEAF_CHECKLIST_OPEN,
      g_strdup_printf (_ ("What the tax sheet asks: %u. The first: %s"),
                       sheet->problems->items->len, first->text));
}

static gboolean
has_final (const GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (((const SheafTaxEntry *) entries->pdata[i])->quarter == SHEAF_TAX_FINAL)
      return TRUE;
  return FALSE;
}

SHEAF_CHECKLIST_LOOK (tax)
{
  g_autoptr (GPtrArray) entries = sheaf_tax_entry_list (year->book, year->year, error);
  g_autoptr (SheafTaxSheet) sheet = entries == NULL ? NULL : compute_sheet (year, finding);
  g_autofree char *tax = NULL;
  g_autofree char *left = NULL;

  if (sheet == NULL)
    return entries != NULL;
  tax = sheaf_checklist_money (sheet->tax);
  left = sheaf_checklist_money (sheet->difference);
  if (sheet->difference.units != 0 && has_final (entries))
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_WRONG,
        g_strdup_printf (_ ("The final income tax was entered, but the sheet has changed since by "
                            "%s: reverse the entry and enter it again."),
                         left));
  if (sheet->difference.units != 0)
    return sheaf_checklist_say (
        finding, SHEAF_CHECKLIST_OPEN,
        g_strdup_printf (_ ("Income tax of the year: %s; left to enter: %s."), tax, left));
  if (sheet->tax.units == 0)
    return sheaf_checklist_say (finding, SHEAF_CHECKLIST_IDLE,
                                g_strdup (_ ("The year has no income tax.")));
  return sheaf_checklist_say (finding, SHEAF_CHECKLIST_DONE,
                              g_strdup_printf (_ ("Income tax of the year: %s, all entered."),
                                               tax));
}

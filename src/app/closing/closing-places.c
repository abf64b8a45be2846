/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line for each of the checklist (yearend/checklist.c). */
#include "app/closing/closing-places.h"

#include "base/i18n.h"

static const SheafClosingPlace places[] = {
  { "months", N_ ("Lock…"), "closing.lock", NULL, NULL },
  { "drafts", N_ ("Drafts"), "win.go", "vouchers", "drafts" },
  { "recurring", N_ ("Entries due"), "win.go", "vouchers", "due" },
  { "numbers", N_ ("Numbers"), "win.go", "lists", "numbers" },
  { "depreciation", N_ ("New voucher"), "win.new-voucher", NULL, NULL },
  { "allocation", N_ ("New voucher"), "win.new-voucher", NULL, NULL },
  { "revaluation", N_ ("Revalue…"), "win.revalue", NULL, NULL },
  { "bank", N_ ("Bank statements"), "win.go", "reconciliation", "" },
  { "cash", N_ ("Counts"), "win.go", "counts", "" },
  { "stock", N_ ("Counts"), "win.go", "counts", "" },
  { "confirmations", N_ ("Debts confirmed"), "win.go", "confirmations", "" },
  { "vat-share", N_ ("Shared VAT"), "win.go", "statements", "vat-share" },
  { "tax-sheet", N_ ("Tax sheet"), "win.go", "statements", "tax-sheet" },
  { "tax", N_ ("Tax sheet"), "win.go", "statements", "tax-sheet" },
  { "sides", N_ ("What stands out"), "win.go", "lists", "scopes" },
  { "shared", N_ ("Preview…"), "closing.preview", NULL, NULL },
  { "statements", N_ ("Statements"), "win.go", "statements", "" },
  { "notes", N_ ("Notes"), "win.go", "statements", "B09-HTX" },
  { "checks", N_ ("Findings"), "win.go", "lists", "checks" },
};

const SheafClosingPlace *
sheaf_closing_place_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].name, name))
      return &places[i];
  return NULL;
}

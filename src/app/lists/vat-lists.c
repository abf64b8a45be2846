/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of invoices, with a sum for each rate and the difference to the ledger. */
#include "app/format.h"
#include "app/lists/lists.h"
#include "base/i18n.h"
#include "ledger/vat.h"

static char *
rate_words (int rate)
{
  if (rate == SHEAF_INVOICE_NOT_TAXABLE)
    return g_strdup (_ ("not taxable"));
  if (rate == SHEAF_INVOICE_NOT_DECLARED)
    return g_strdup (_ ("not declared"));
  return g_strdup_printf ("%d %%", rate);
}

static void
add_line (SheafSheet         *sheet,
          const SheafVatLine *vat)
{
  SheafSheetLine *line = sheaf_sheet_add (sheet);

  line->cells[0] = sheaf_format_date (vat->date);
  line->cells[1] = g_strdup (vat->invoice->number);
  line->cells[2] = g_strdup (vat->party_name != NULL ? vat->party_name : vat->invoice->seller_name);
  line->cells[3] = g_strdup (vat->invoice->tax_code);
  line->cells[4] = sheaf_format_figure (vat->base);
  line->cells[5] = rate_words (vat->invoice->rate);
  line->cells[6] = sheaf_format_figure (vat->vat);
  line->cells[7] = g_strdup (vat->voucher_number);
}

static void
add_sum (SheafSheet          *sheet,
         const SheafVatList  *list,
         const SheafVatGroup *group)
{
  SheafSheetLine  *line = sheaf_sheet_add (sheet);
  g_autofree char *rate = rate_words (group->rate);

  line->total = TRUE;
  line->cells[2] = g_strdup (list->direction == SHEAF_INVOICE_OUT ? _ ("Sum")
                             : group->deductible                  ? _ ("Sum, deductible")
                                                                  : _ ("Sum, not deductible"));
  line->cells[5] = g_steal_pointer (&rate);
  line->cells[4] = sheaf_format_figure (group->base);
  line->cells[6] = sheaf_format_figure (group->vat);
}

static SheafSheet *
make (SheafBook               *book,
      SheafInvoiceDirection    direction,
      const SheafListQuestion *question,
      GError                 **error)
{
  g_autoptr (SheafVatList)
      list = sheaf_vat_list_load (book, direction, question->from, question->to, error);
  g_autoptr (SheafSheet) sheet = sheaf_sheet_new ();
  g_autofree char *vat = NULL;
  g_autofree char *ledger = NULL;
  g_autofree char *difference = NULL;

  if (list == NULL)
    return NULL;
  for (guint i = 0; i < list->groups->len; i++)
    {
      const SheafVatGroup *group = &g_array_index (list->groups, SheafVatGroup, i);

      for (guint k = group->first; k < group->first + group->count; k++)
        add_line (sheet, g_ptr_array_index (list->lines, k));
      add_sum (sheet, list, group);
    }
  vat = sheaf_format_figure (list->deductible_vat);
  ledger = sheaf_format_figure (list->ledger);
  difference = sheaf_format_figure (list->difference);
  sheet->note = g_strdup_printf (_ ("Tax by invoices %s · by the ledger %s · difference %s (₫)"),
                                 vat, ledger, difference);
  return g_steal_pointer (&sheet);
}

SheafSheet *
sheaf_list_vat_in (SheafBook               *book,
                   const SheafListQuestion *question,
                   GError                 **error)
{
  return make (book, SHEAF_INVOICE_IN, question, error);
}

SheafSheet *
sheaf_list_vat_out (SheafBook               *book,
                    const SheafListQuestion *question,
                    GError                 **error)
{
  return make (book, SHEAF_INVOICE_OUT, question, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Programs get the invoices alone; people get the sums as well. */
#include "cli/vat-output.h"

#include "base/i18n.h"

static const SheafOutputColumn list_columns[] = {
  { "direction", N_ ("Direction"), SHEAF_OUTPUT_TEXT },
  { "rate", N_ ("Rate"), SHEAF_OUTPUT_TEXT },
  { "deductible", N_ ("Deductible"), SHEAF_OUTPUT_TEXT },
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "form", N_ ("Form"), SHEAF_OUTPUT_TEXT },
  { "serial", N_ ("Serial"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "tax_code", N_ ("Tax code"), SHEAF_OUTPUT_TEXT },
  { "base", N_ ("Without tax"), SHEAF_OUTPUT_AMOUNT },
  { "vat", N_ ("Tax"), SHEAF_OUTPUT_AMOUNT },
  { "voucher_kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "voucher", N_ ("Voucher"), SHEAF_OUTPUT_TEXT },
  { "posted", N_ ("Posted"), SHEAF_OUTPUT_DAY },
  { "reversed", N_ ("Taken out"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn book_columns[] = {
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "paid", N_ ("Tax paid"), SHEAF_OUTPUT_AMOUNT },
  { "payable", N_ ("Tax payable"), SHEAF_OUTPUT_AMOUNT },
};

static const char *
direction_word (SheafInvoiceDirection direction)
{
  return direction == SHEAF_INVOICE_IN ? "in" : "out";
}

static void
add_line (SheafOutput        *output,
          const SheafVatLine *line)
{
  const SheafInvoice *invoice = line->invoice;

  sheaf_output_text (output, direction_word (invoice->direction));
  sheaf_output_text (output, sheaf_invoice_rate_to_word (invoice->rate));
  sheaf_output_text (output, invoice->direction == SHEAF_INVOICE_OUT ? ""
                             : invoice->deductible                   ? "yes"
                                                                     : "no");
  sheaf_output_text (output, invoice->number);
  sheaf_output_day (output, invoice->date);
  sheaf_output_text (output, invoice->form);
  sheaf_output_text (output, invoice->serial);
  sheaf_output_text (output, line->party_name);
  sheaf_output_text (output, invoice->tax_code);
  sheaf_output_amount (output, line->base);
  sheaf_output_amount (output, line->vat);
  sheaf_output_text (output, sheaf_voucher_kind_to_word (line->voucher_kind));
  sheaf_output_text (output, line->voucher_number);
  sheaf_output_day (output, line->date);
  sheaf_output_text (output, line->reversed ? "yes" : "no");
}

/* A row of sums for people. */
static void
add_sum (SheafOutput *output,
         const char  *direction,
         const char  *rate,
         const char  *title,
         SheafMoney   base,
         SheafMoney   vat)
{
  for (guint i = 0; i < G_N_ELEMENTS (list_columns); i++)
    switch (i)
      {
      case 0:
        sheaf_output_text (output, direction);
        break;
      case 1:
        sheaf_output_text (output, rate);
        break;
      case 7:
        sheaf_output_text (output, title);
        break;
      case 9:
        sheaf_output_amount (output, base);
        break;
      case 10:
        sheaf_output_amount (output, vat);
        break;
      default:
        sheaf_output_text (output, NULL);
      }
}

static void
warn_rate (SheafProblems      *problems,
           const SheafVatLine *line)
{
  if (!line->in_force)
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
        _ ("the rate %s is not in force on the day of invoice %s: check rate and day"),
        sheaf_invoice_rate_to_word (line->invoice->rate), line->invoice->number);
}

static void
warn_difference (SheafProblems      *problems,
                 const SheafVatList *list)
{
  g_autofree char *tax = sheaf_money_to_text (list->deductible_vat);
  g_autofree char *ledger = sheaf_money_to_text (list->ledger);

  if (list->difference.units == 0)
    return;
  sheaf_problems_add (
      problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
      list->direction == SHEAF_INVOICE_IN
          ? _ ("input tax is %s by the invoices and %s on its accounts: look for invoices or "
               "entries that are missing")
          : _ ("output tax is %s by the invoices and %s on its accounts: look for invoices or "
               "entries that are missing"),
      tax, ledger);
}

static void
add_list (SheafOutput        *output,
          const SheafVatList *list,
          SheafProblems      *problems)
{
  for (guint g = 0; g < list->groups->len; g++)
    {
      const SheafVatGroup *group = &g_array_index (list->groups, SheafVatGroup, g);

      for (guint i = group->first; i < group->first + group->count; i++)
        {
          add_line (output, list->lines->pdata[i]);
          warn_rate (problems, list->lines->pdata[i]);
        }
      if (sheaf_output_is_text (output))
        add_sum (output, direction_word (list->direction), sheaf_invoice_rate_to_word (group->rate),
                 group->deductible ? _ ("Sum of the rate")
                                   : _ ("Sum of the rate, not deductible"),
                 group->base, group->vat);
    }
  if (sheaf_output_is_text (output))
    add_sum (output, direction_word (list->direction), NULL,
             list->direction == SHEAF_INVOICE_IN ? _ ("Bought in all") : _ ("Sold in all"),
             list->base, list->vat);
  warn_difference (problems, list);
}

gboolean
sheaf_vat_output_lists (const SheafCommandLine *line,
                        const SheafVatList     *bought,
                        const SheafVatList     *sold,
                        GError                **error)
{
  g_autoptr (SheafOutput)
      output = sheaf_output_new (line, list_columns, G_N_ELEMENTS (list_columns));
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  if (bought != NULL)
    add_list (output, bought, problems);
  if (sold != NULL)
    add_list (output, sold, problems);
  if (!sheaf_output_write (output, line, error))
    return FALSE;
  sheaf_command_print_warnings (problems);
  return TRUE;
}

static void
add_book_row (SheafOutput *output,
              const char  *number,
              SheafDate    date,
              const char  *description,
              SheafMoney   paid,
              SheafMoney   payable)
{
  sheaf_output_text (output, number);
  sheaf_output_day (output, date);
  sheaf_output_text (output, description);
  sheaf_output_amount (output, paid);
  sheaf_output_amount (output, payable);
}

gboolean
sheaf_vat_output_book (const SheafCommandLine *line,
                       const SheafVatBook     *vat_book,
                       GError                **error)
{
  g_autoptr (SheafOutput)
      output = sheaf_output_new (line, book_columns, G_N_ELEMENTS (book_columns));

  if (sheaf_output_is_text (output))
    add_book_row (output, NULL, SHEAF_DATE_NONE, _ ("Opening balance"), SHEAF_MONEY_ZERO,
                  vat_book->opening);
  for (guint i = 0; i < vat_book->lines->len; i++)
    {
      const SheafVatBookLine *row = vat_book->lines->pdata[i];

      add_book_row (output, row->number, row->date, row->description, row->paid, row->payable);
    }
  if (sheaf_output_is_text (output))
    {
      add_book_row (output, NULL, SHEAF_DATE_NONE, _ ("Sum of the period"), vat_book->paid,
                    vat_book->payable);
      add_book_row (output, NULL, SHEAF_DATE_NONE, _ ("Closing balance"), SHEAF_MONEY_ZERO,
                    vat_book->closing);
    }
  return sheaf_output_write (output, line, error);
}

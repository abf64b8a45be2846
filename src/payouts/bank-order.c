/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells are made by the form's columns alone, so that another bank is another file. */
#include "payouts/bank-order.h"

#include "base/csv-writer.h"
#include "base/currency.h"
#include "base/i18n.h"
#include "base/text.h"
#include "book/setting.h"
#include "distribution/draft.h"
#include "ledger/bank.h"
#include "ledger/party.h"
#include "payouts/error.h"
#include "payouts/transfer-text.h"

#include <string.h>

typedef struct
{
  SheafBook              *book;
  const SheafPayoutBatch *batch;
  SheafProblems          *problems;
  SheafLaw               *law;
  char                   *currency;
  char                   *own_account;
} Filling;

static void
clear_filling (Filling *filling)
{
  g_clear_pointer (&filling->law, sheaf_law_free);
  g_free (filling->currency);
  g_free (filling->own_account);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Filling, clear_filling)

static void
free_row (gpointer data)
{
  SheafBankOrderRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

void
sheaf_bank_order_free (SheafBankOrder *order)
{
  if (order == NULL)
    return;
  g_ptr_array_unref (order->rows);
  g_free (order);
}

gboolean
sheaf_bank_order_is_number (const SheafBankOrder *order,
                            guint                 column)
{
  SheafBankOrderValue value = ((const SheafBankOrderColumn *) order->form->columns->pdata[column])
                                  ->value;

  return value == SHEAF_BANK_ORDER_SEQ || value == SHEAF_BANK_ORDER_AMOUNT;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
make_cell (Filling                    *filling,
           const SheafPayoutPayment   *payment,
           const SheafParty           *party,
           guint                       number,
           const SheafBankOrderColumn *column)
{
  const SheafPayoutLine *line = payment->line;
  const SheafBank       *bank = sheaf_bank_find (filling->book, line->bank_bin);

  switch (column->value)
    {
    case SHEAF_BANK_ORDER_SEQ:
      return g_strdup_printf ("%u", number);
    case SHEAF_BANK_ORDER_MEMBER:
      return g_strdup (line->code);
    case SHEAF_BANK_ORDER_NAME:
      return g_strdup (line->name);
    case SHEAF_BANK_ORDER_ACCOUNT:
      return g_strdup (or_empty (line->bank_account));
    case SHEAF_BANK_ORDER_BIN:
      return g_strdup (or_empty (line->bank_bin));
    case SHEAF_BANK_ORDER_BANK:
      return g_strdup (bank != NULL ? bank->name : "");
    case SHEAF_BANK_ORDER_SWIFT:
      return g_strdup (bank != NULL ? bank->swift : "");
    case SHEAF_BANK_ORDER_AMOUNT:
      return sheaf_currency_to_text (payment->net.units, filling->currency);
    case SHEAF_BANK_ORDER_CURRENCY:
      return g_strdup (filling->currency);
    case SHEAF_BANK_ORDER_DESCRIPTION:
      return sheaf_transfer_text (filling->law, filling->batch->year, line->code,
                                  column->most > 0 ? MIN (column->most, SHEAF_TRANSFER_MAX)
                                                   : SHEAF_TRANSFER_MAX);
    case SHEAF_BANK_ORDER_REFERENCE:
      return g_strdup (line->voucher_number);
    case SHEAF_BANK_ORDER_ID_NUMBER:
      return g_strdup (or_empty (party->id_number));
    case SHEAF_BANK_ORDER_PHONE:
      return g_strdup (or_empty (party->phone));
    case SHEAF_BANK_ORDER_OWN_ACCOUNT:
      return g_strdup (filling->own_account);
    case SHEAF_BANK_ORDER_EMPTY:
    default:
      return g_strdup ("");
    }
}

static char *
make_plain (char *text)
{
  g_autofree char *own = text;
  g_autofree char *plain = sheaf_text_unaccent (own);

  return g_ascii_strup (plain, -1);
}

/* What the bank will ask for is told; what it would cut off is refused. */
static gboolean
check_cell (Filling                    *filling,
            const SheafPayoutLine      *line,
            const SheafBankOrderColumn *column,
            const char                 *cell,
            GError                    **error)
{
  if (*cell == '\0' && column->need)
    sheaf_problems_add (filling->problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                        _ ("%s, %s: the bank asks for “%s”, which the book does not know: fill it "
                           "in before the order is sent"),
                        line->code, line->name, column->heading);
  if (column->most == 0 || (guint) g_utf8_strlen (cell, -1) <= column->most)
    return TRUE;
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK,
               _ ("%s: “%s” is longer than the %u characters that the bank takes in “%s”: shorten "
                  "it"),
               line->code, cell, column->most, column->heading);
  return FALSE;
}

static gboolean
add_row (Filling                  *filling,
         SheafBankOrder           *order,
         const SheafPayoutPayment *payment,
         GError                  **error)
{
  SheafBankOrderRow *row = g_new0 (SheafBankOrderRow, 1);
  g_autoptr (SheafParty) party = sheaf_party_load (filling->book, payment->line->party_id, error);

  row->cells = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (order->rows, row);
  if (party == NULL)
    return FALSE;
  for (guint i = 0; i < order->form->columns->len; i++)
    {
      const SheafBankOrderColumn *column = order->form->columns->pdata[i];
      char                       *cell;

      cell = make_cell (filling, payment, party, order->count + 1, column);
      if (column->plain)
        cell = make_plain (cell);
      g_ptr_array_add (row->cells, cell);
      if (!check_cell (filling, payment->line, column, cell, error))
        return FALSE;
    }
  order->count++;
  order->sum = sheaf_money_add (order->sum, payment->net);
  return TRUE;
}

/* Under the number the count, under the amount the sum. */
static void
add_control (SheafBankOrder *order,
             const char     *currency)
{
  SheafBankOrderRow *row = g_new0 (SheafBankOrderRow, 1);

  row->cells = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < order->form->columns->len; i++)
    {
      const SheafBankOrderColumn *column = order->form->columns->pdata[i];

      if (column->value == SHEAF_BANK_ORDER_SEQ)
        g_ptr_array_add (row->cells, g_strdup_printf ("%u", order->count));
      else if (column->value == SHEAF_BANK_ORDER_AMOUNT)
        g_ptr_array_add (row->cells, sheaf_currency_to_text (order->sum.units, currency));
      else
        g_ptr_array_add (row->cells, g_strdup (""));
    }
  g_ptr_array_add (order->rows, row);
}

static char *
find_setting (SheafBook  *book,
              const char *key)
{
  char *value = sheaf_setting_find (book, key);

  return value != NULL ? value : g_strdup ("");
}

static gboolean
fill (SheafBankOrder *order,
      Filling        *filling,
      GError        **error)
{
  g_autoptr (GArray) payments = sheaf_payout_batch_payments (filling->batch);

  filling->law = sheaf_law_of_year (filling->book, filling->batch->year, error);
  if (filling->law == NULL)
    return FALSE;
  filling->currency = find_setting (filling->book, "currency");
  filling->own_account = find_setting (filling->book, "bank-account");
  for (guint i = 0; i < payments->len; i++)
    if (!add_row (filling, order, &g_array_index (payments, SheafPayoutPayment, i), error))
      return FALSE;
  return TRUE;
}

SheafBankOrder *
sheaf_bank_order_new (SheafBook                *book,
                      const SheafPayoutBatch   *batch,
                      const SheafBankOrderForm *form,
                      SheafProblems            *problems,
                      GError                  **error)
{
  g_autoptr (SheafBankOrder) order = g_new0 (SheafBankOrder, 1);
  g_auto (Filling) filling = { .book = book, .batch = batch, .problems = problems };

  g_return_val_if_fail (book != NULL && batch != NULL && form != NULL && problems != NULL, NULL);
  order->form = form;
  order->rows = g_ptr_array_new_with_free_func (free_row);
  if (batch->method != SHEAF_PAYOUT_BANK)
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK,
                   _ ("the list is paid in cash: take a list of bank transfers"));
      return NULL;
    }
  if (!fill (order, &filling, error))
    return NULL;
  if (order->count == 0)
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOTHING,
                   _ ("no payment of the list stands: make a new list"));
      return NULL;
    }
  if (form->control)
    add_control (order, filling.currency);
  return g_steal_pointer (&order);
}

static void
append_titles (GString                  *text,
               const SheafBankOrderForm *form)
{
  for (guint row = 1; row < form->row; row++)
    {
      g_autoptr (GPtrArray) fields = g_ptr_array_new ();

      for (guint i = 0; i < form->columns->len; i++)
        g_ptr_array_add (fields, (gpointer) "");
      for (guint i = 0; i < form->titles->len; i++)
        {
          const SheafBankOrderTitle *title = form->titles->pdata[i];

          if (title->row == row && title->column <= fields->len)
            fields->pdata[title->column - 1] = title->text;
        }
      g_ptr_array_add (fields, NULL);
      sheaf_csv_append_record (text, (const char *const *) fields->pdata);
    }
}

char *
sheaf_bank_order_to_csv (const SheafBankOrder *order)
{
  GString *text = g_string_new ("\xEF\xBB\xBF");
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  append_titles (text, order->form);
  for (guint i = 0; i < order->form->columns->len; i++)
    g_ptr_array_add (headings, ((SheafBankOrderColumn *) order->form->columns->pdata[i])->heading);
  g_ptr_array_add (headings, NULL);
  sheaf_csv_append_record (text, (const char *const *) headings->pdata);
  for (guint i = 0; i < order->rows->len; i++)
    {
      GPtrArray *cells = ((SheafBankOrderRow *) order->rows->pdata[i])->cells;
      g_autoptr (GPtrArray) fields = g_ptr_array_new ();

      for (guint j = 0; j < cells->len; j++)
        g_ptr_array_add (fields, cells->pdata[j]);
      g_ptr_array_add (fields, NULL);
      sheaf_csv_append_record (text, (const char *const *) fields->pdata);
    }
  return g_string_free (text, FALSE);
}

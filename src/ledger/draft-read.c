/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the cells of a draft to a voucher. */
#include "base/i18n.h"
#include "base/rate.h"
#include "base/text.h"
#include "ledger/chart.h"
#include "ledger/draft-private.h"
#include "ledger/item.h"
#include "ledger/party.h"

#include <string.h>

static const char *
cell (const SheafDraftRow *row,
      SheafDraftCell       which)
{
  return row->cells[which];
}

/* An empty cell is judged with the voucher: beside an off-balance account nothing stands. */
static void
take_account (SheafDraftReader    *reader,
              const SheafDraftRow *row,
              SheafDraftCell       which,
              gint64              *ret_id)
{
  const char         *code = cell (row, which);
  const SheafChart   *chart = sheaf_chart_get (reader->book, NULL);
  const SheafAccount *account = chart != NULL ? sheaf_chart_by_code (chart, code) : NULL;
  g_autofree char    *hint = NULL;

  if (*code == '\0')
    return;
  if (account != NULL && !account->hidden)
    {
      *ret_id = account->id;
      return;
    }
  hint = sheaf_chart_hint (reader->book, code);
  if (hint != NULL)
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, sheaf_draft_cell_name (which), "%s", hint);
  else
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, sheaf_draft_cell_name (which),
                      _ ("account %s is not in the chart, correct the number or add the account "
                         "first"),
                      code);
}

/* A new item is made when the voucher is posted; before that it has a number that no item has, the
 * same for the same code within a row. FALSE only on a store error. */
static gboolean
take_item (SheafDraftReader    *reader,
           const SheafDraftRow *row,
           SheafDraftCell       which,
           gint64              *ret_id,
           GError             **error)
{
  const char *code = cell (row, which);

  if (*code == '\0')
    return TRUE;
  if (!sheaf_text_is_code (code))
    {
      sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, sheaf_draft_cell_name (which),
                        _ ("“%s” is no code: use 1 to 32 letters, digits or - . _ / without "
                           "blanks"),
                        code);
      return TRUE;
    }
  if (sheaf_book_act_id (reader->book) != 0)
    return sheaf_item_ensure (reader->book, code, ret_id, error);
  *ret_id = sheaf_item_find (reader->book, code);
  if (*ret_id != 0)
    return TRUE;
  *ret_id = which == SHEAF_DRAFT_CREDIT_ITEM &&
                    strcmp (code, cell (row, SHEAF_DRAFT_DEBIT_ITEM)) != 0
                ? -2
                : -1;
  sheaf_draft_tell (reader, SHEAF_PROBLEM_WARNING, sheaf_draft_cell_name (which),
                    _ ("item %s is new and will be made when the voucher is posted: check the "
                       "code"),
                    code);
  return TRUE;
}

static void
take_scope (SheafDraftReader *reader,
            const char       *text,
            SheafScope       *ret_scope)
{
  if (*text != '\0' && !sheaf_scope_from_word (text, ret_scope))
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, "scope",
                      _ ("“%s” is no scope, write internal or external"), text);
}

static void
take_quantity (SheafDraftReader *reader,
               const char       *text,
               SheafQuantity    *ret_quantity)
{
  g_autoptr (GError) error = NULL;

  if (*text != '\0' && !sheaf_quantity_parse (text, ret_quantity, &error))
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, "quantity", "%s", error->message);
}

static char *
take_text (const SheafDraftRow *row,
           SheafDraftCell       which)
{
  return *cell (row, which) != '\0' ? g_strdup (cell (row, which)) : NULL;
}

static gboolean
take_row (SheafDraftReader    *reader,
          const SheafDraftRow *cells,
          SheafVoucher        *voucher,
          GError             **error)
{
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, 0, 0, SHEAF_MONEY_ZERO);
  guint            errors = reader->problems->errors;
  gboolean         foreign;

  row->line = reader->line;
  row->description = g_strdup (cell (cells, SHEAF_DRAFT_DESCRIPTION));
  take_account (reader, cells, SHEAF_DRAFT_DEBIT, &row->debit_id);
  take_account (reader, cells, SHEAF_DRAFT_CREDIT, &row->credit_id);
  foreign = sheaf_draft_take_currency (reader, cells, row);
  if (!foreign)
    (void) sheaf_draft_must (reader, "amount", cell (cells, SHEAF_DRAFT_AMOUNT)); /* told */
  sheaf_draft_take_amount (reader, "amount", cell (cells, SHEAF_DRAFT_AMOUNT), &row->amount);
  sheaf_draft_take_party (reader, "debit_party", cell (cells, SHEAF_DRAFT_DEBIT_PARTY),
                          &row->debit_party_id);
  sheaf_draft_take_party (reader, "credit_party", cell (cells, SHEAF_DRAFT_CREDIT_PARTY),
                          &row->credit_party_id);
  take_scope (reader, cell (cells, SHEAF_DRAFT_SCOPE), &row->scope);
  row->scope_reason = take_text (cells, SHEAF_DRAFT_SCOPE_REASON);
  sheaf_draft_take_date (reader, "due", cell (cells, SHEAF_DRAFT_DUE), &row->due);
  sheaf_draft_take_date (reader, "document_date", cell (cells, SHEAF_DRAFT_DOCUMENT_DATE),
                         &row->document_date);
  take_quantity (reader, cell (cells, SHEAF_DRAFT_QUANTITY), &row->quantity);
  row->memo = take_text (cells, SHEAF_DRAFT_MEMO);
  row->document = take_text (cells, SHEAF_DRAFT_DOCUMENT);
  row->product = take_text (cells, SHEAF_DRAFT_PRODUCT);
  row->season = take_text (cells, SHEAF_DRAFT_SEASON);
  row->plan = take_text (cells, SHEAF_DRAFT_PLAN);
  if (!take_item (reader, cells, SHEAF_DRAFT_DEBIT_ITEM, &row->debit_item_id, error) ||
      !take_item (reader, cells, SHEAF_DRAFT_CREDIT_ITEM, &row->credit_item_id, error))
    return FALSE;
  return !foreign || row->amount.units != 0 || reader->problems->errors > errors ||
         sheaf_date_is_none (voucher->date) || sheaf_draft_settle (reader, voucher, error);
}

static gboolean
is_empty (const SheafDraftRow *row)
{
  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    if (*row->cells[i] != '\0')
      return FALSE;
  return TRUE;
}

static SheafVoucher *
take_head (SheafDraftReader *reader,
           const SheafDraft *draft)
{
  SheafVoucherKind kind = SHEAF_VOUCHER_JOURNAL;
  SheafDate        date = SHEAF_DATE_NONE;
  SheafVoucher    *voucher;

  if (sheaf_draft_must (reader, "kind", draft->kind) &&
      (!sheaf_voucher_kind_from_word (draft->kind, &kind) || kind == SHEAF_VOUCHER_OPENING))
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, "kind",
                      _ ("“%s” is no kind of voucher: choose receipt, payment, journal or another "
                         "kind"),
                      draft->kind);
  if (sheaf_draft_must (reader, "date", draft->date))
    sheaf_draft_take_date (reader, "date", draft->date, &date);
  voucher = sheaf_voucher_new (kind, date, draft->description);
  voucher->number = *draft->number != '\0' ? g_strdup (draft->number) : NULL;
  return voucher;
}

SheafVoucher *
sheaf_draft_to_voucher (SheafBook               *book,
                        const SheafDraft        *draft,
                        const SheafDraftReading *reading,
                        const char              *file,
                        SheafProblems           *problems,
                        GError                 **error)
{
  SheafDraftReader reader = { book, reading, file, problems, 0, "" };
  guint            errors = problems->errors;
  g_autoptr (SheafVoucher) voucher = NULL;

  g_return_val_if_fail (book != NULL && draft != NULL && problems != NULL, NULL);
  if (sheaf_chart_get (book, error) == NULL)
    return NULL;
  voucher = take_head (&reader, draft);
  for (guint i = 0; i < draft->rows->len; i++)
    {
      reader.line = i + 1;
      if (!is_empty (draft->rows->pdata[i]) &&
          !take_row (&reader, draft->rows->pdata[i], voucher, error))
        return NULL;
    }
  return problems->errors == errors ? g_steal_pointer (&voucher) : NULL;
}

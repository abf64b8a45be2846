/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids become codes, values the texts that files hold. Runs on the threads. */
#include "app/ledger/voucher-cells.h"

#include "base/currency.h"
#include "base/rate.h"
#include "ledger/chart.h"
#include "ledger/item.h"
#include "ledger/party.h"

static void
set_account (SheafDraftRow    *cells,
             SheafDraftCell    which,
             const SheafChart *chart,
             gint64            id)
{
  const SheafAccount *account = id != 0 ? sheaf_chart_by_id (chart, id) : NULL;

  sheaf_draft_set (&cells->cells[which],
                   account != NULL && !account->hidden ? account->code : NULL);
}

static gboolean
set_party (SheafDraftRow *cells,
           SheafDraftCell which,
           SheafBook     *book,
           gint64         id,
           GError       **error)
{
  g_autoptr (SheafParty) party = NULL;

  if (id == 0)
    return TRUE;
  party = sheaf_party_load (book, id, error);
  if (party == NULL)
    return FALSE;
  sheaf_draft_set (&cells->cells[which], party->code);
  return TRUE;
}

static void
set_item (SheafDraftRow *cells,
          SheafDraftCell which,
          SheafBook     *book,
          gint64         id)
{
  g_autofree char *code = sheaf_item_code (book, id);

  sheaf_draft_set (&cells->cells[which], code);
}

static void
set_day (SheafDraftRow *cells,
         SheafDraftCell which,
         SheafDate      day)
{
  g_autofree char *text = sheaf_date_is_none (day) ? NULL : sheaf_date_to_text (day);

  sheaf_draft_set (&cells->cells[which], text);
}

static void
set_foreign (SheafDraftRow *cells,
             SheafDraftCell which,
             const char    *currency,
             gint64         units)
{
  g_autofree char *text = currency != NULL ? sheaf_currency_to_text (units, currency) : NULL;

  sheaf_draft_set (&cells->cells[which], text);
  if (currency != NULL)
    sheaf_draft_set (&cells->cells[SHEAF_DRAFT_CURRENCY], currency);
}

static void
set_texts (SheafDraftRow         *cells,
           const SheafVoucherRow *row,
           const SheafVoucher    *voucher)
{
  g_autofree char *amount = g_strdup_printf ("%" G_GINT64_FORMAT, row->amount.units);
  g_autofree char *quantity = row->quantity.thousandths != 0
                                  ? sheaf_quantity_to_text (row->quantity)
                                  : NULL;
  g_autofree char *rate = row->rate != 0 ? sheaf_rate_to_text (SHEAF_RATE (row->rate)) : NULL;
  gboolean         own = g_strcmp0 (row->description, voucher->description) != 0;

  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_AMOUNT], amount);
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_DESCRIPTION], own ? row->description : NULL);
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_SCOPE], sheaf_scope_to_word (row->scope));
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_SCOPE_REASON], row->scope_reason);
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_MEMO], row->memo);
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_DOCUMENT], row->document);
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_PRODUCT], row->product);
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_QUANTITY], quantity);
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_SEASON], row->season);
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_PLAN], row->plan);
  sheaf_draft_set (&cells->cells[SHEAF_DRAFT_RATE], rate);
}

static gboolean
add_cells (SheafDraft            *draft,
           SheafBook             *book,
           const SheafChart      *chart,
           const SheafVoucher    *voucher,
           const SheafVoucherRow *row,
           GError               **error)
{
  SheafDraftRow *cells = sheaf_draft_add_row (draft);

  set_texts (cells, row, voucher);
  set_account (cells, SHEAF_DRAFT_DEBIT, chart, row->debit_id);
  set_account (cells, SHEAF_DRAFT_CREDIT, chart, row->credit_id);
  set_item (cells, SHEAF_DRAFT_DEBIT_ITEM, book, row->debit_item_id);
  set_item (cells, SHEAF_DRAFT_CREDIT_ITEM, book, row->credit_item_id);
  set_day (cells, SHEAF_DRAFT_DUE, row->due);
  set_day (cells, SHEAF_DRAFT_DOCUMENT_DATE, row->document_date);
  set_foreign (cells, SHEAF_DRAFT_DEBIT_FOREIGN, row->debit_currency, row->debit_foreign);
  set_foreign (cells, SHEAF_DRAFT_CREDIT_FOREIGN, row->credit_currency, row->credit_foreign);
  return set_party (cells, SHEAF_DRAFT_DEBIT_PARTY, book, row->debit_party_id, error) &&
         set_party (cells, SHEAF_DRAFT_CREDIT_PARTY, book, row->credit_party_id, error);
}

SheafDraft *
sheaf_voucher_cells (SheafBook          *book,
                     const SheafVoucher *voucher,
                     GError            **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autofree char  *day = sheaf_date_is_none (voucher->date) ? NULL
                                                             : sheaf_date_to_text (voucher->date);
  g_autoptr (SheafDraft) draft = NULL;

  if (chart == NULL)
    return NULL;
  draft = sheaf_draft_new (sheaf_voucher_kind_to_word (voucher->kind));
  sheaf_draft_set (&draft->number, voucher->number);
  sheaf_draft_set (&draft->date, day);
  sheaf_draft_set (&draft->description, voucher->description);
  for (guint i = 0; i < voucher->rows->len; i++)
    if (!add_cells (draft, book, chart, voucher, g_ptr_array_index (voucher->rows, i), error))
      return NULL;
  return g_steal_pointer (&draft);
}

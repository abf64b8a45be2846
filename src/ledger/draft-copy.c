/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft of a posted voucher, to be entered again with another day. */
#include "base/i18n.h"
#include "base/rate.h"
#include "ledger/chart.h"
#include "ledger/currency.h"
#include "ledger/draft.h"
#include "ledger/error.h"
#include "ledger/item.h"
#include "ledger/party.h"

#include <string.h>

static void
put (SheafDraftRow *row,
     SheafDraftCell cell,
     const char    *text)
{
  sheaf_draft_set (&row->cells[cell], text);
}

/* The hidden side of an off-balance account stays empty. */
static void
put_account (SheafDraftRow    *row,
             SheafDraftCell    cell,
             const SheafChart *chart,
             gint64            id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, id);

  put (row, cell, account != NULL && !account->hidden ? account->code : NULL);
}

static gboolean
put_party (SheafDraftRow *row,
           SheafDraftCell cell,
           SheafBook     *book,
           gint64         id,
           GError       **error)
{
  g_autoptr (SheafParty) party = NULL;

  if (id == 0)
    return TRUE;
  party = sheaf_party_load (book, id, error);
  if (party != NULL)
    put (row, cell, party->code);
  return party != NULL;
}

static void
put_item (SheafDraftRow *row,
          SheafDraftCell cell,
          SheafBook     *book,
          gint64         id)
{
  g_autofree char *code = sheaf_item_code (book, id);

  put (row, cell, code);
}

static void
put_figures (SheafDraftRow         *row,
             const SheafVoucherRow *from)
{
  g_autofree char *amount = sheaf_money_to_text (SHEAF_MONEY (ABS (from->amount.units)));
  g_autofree char *quantity = sheaf_quantity_to_text (from->quantity);
  g_autofree char *rate = sheaf_rate_to_text (SHEAF_RATE (from->rate));

  put (row, SHEAF_DRAFT_AMOUNT, amount);
  put (row, SHEAF_DRAFT_QUANTITY, from->quantity.thousandths != 0 ? quantity : NULL);
  put (row, SHEAF_DRAFT_RATE, from->rate != 0 ? rate : NULL);
}

static void
put_foreign (SheafDraftRow *row,
             SheafDraftCell currency_cell,
             SheafDraftCell units_cell,
             const char    *currency,
             gint64         units)
{
  g_autofree char *text = NULL;

  if (currency == NULL)
    return;
  text = sheaf_currency_to_text (ABS (units), currency);
  put (row, currency_cell, currency);
  put (row, units_cell, text);
}

static gboolean
copy_row (SheafBook             *book,
          const SheafChart      *chart,
          const SheafVoucher    *voucher,
          const SheafVoucherRow *from,
          SheafDraft            *draft,
          GError               **error)
{
  SheafDraftRow *row = sheaf_draft_add_row (draft);

  if (g_strcmp0 (from->description, voucher->description) != 0)
    put (row, SHEAF_DRAFT_DESCRIPTION, from->description);
  put_account (row, SHEAF_DRAFT_DEBIT, chart, from->debit_id);
  put_account (row, SHEAF_DRAFT_CREDIT, chart, from->credit_id);
  put_figures (row, from);
  put_foreign (row, SHEAF_DRAFT_DEBIT_CURRENCY, SHEAF_DRAFT_DEBIT_FOREIGN, from->debit_currency,
               from->debit_foreign);
  put_foreign (row, SHEAF_DRAFT_CREDIT_CURRENCY, SHEAF_DRAFT_CREDIT_FOREIGN,
               from->credit_currency, from->credit_foreign);
  put_item (row, SHEAF_DRAFT_DEBIT_ITEM, book, from->debit_item_id);
  put_item (row, SHEAF_DRAFT_CREDIT_ITEM, book, from->credit_item_id);
  put (row, SHEAF_DRAFT_SCOPE, sheaf_scope_to_word (from->scope));
  put (row, SHEAF_DRAFT_SCOPE_REASON, from->scope_reason);
  put (row, SHEAF_DRAFT_MEMO, from->memo);
  put (row, SHEAF_DRAFT_PRODUCT, from->product);
  put (row, SHEAF_DRAFT_SEASON, from->season);
  put (row, SHEAF_DRAFT_PLAN, from->plan);
  return put_party (row, SHEAF_DRAFT_DEBIT_PARTY, book, from->debit_party_id, error) &&
         put_party (row, SHEAF_DRAFT_CREDIT_PARTY, book, from->credit_party_id, error);
}

SheafDraft *
sheaf_voucher_copy (SheafBook *book,
                    gint64     voucher_id,
                    GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafVoucher)
      voucher = chart != NULL ? sheaf_voucher_load (book, voucher_id, error) : NULL;
  g_autoptr (SheafDraft) draft = NULL;

  if (voucher == NULL)
    return NULL;
  if (voucher->layer != SHEAF_LAYER_ORDINARY)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_KIND,
                   _ ("%s was written by the program itself and is not copied: choose a voucher "
                      "that was entered"),
                   voucher->number);
      return NULL;
    }
  sheaf_currency_drop_unit_rows (chart, voucher);
  draft = sheaf_draft_new (sheaf_voucher_kind_to_word (voucher->kind));
  sheaf_draft_set (&draft->description, voucher->description);
  for (guint i = 0; i < voucher->rows->len; i++)
    if (!copy_row (book, chart, voucher, voucher->rows->pdata[i], draft, error))
      return NULL;
  return g_steal_pointer (&draft);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posting is final: a posted voucher is corrected by a reversing voucher, never by an edit. */
#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/chart-private.h"
#include "ledger/error.h"
#include "ledger/voucher-check.h"
#include "ledger/voucher-private.h"
#include "ledger/voucher-sql.h"
#include "store/error.h"

#include <string.h>

/* The database's own rules speak in words for programs; people get a sentence. */
static void
explain_refusal (GError **error)
{
  if (error == NULL || !g_error_matches (*error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED) ||
      strstr ((*error)->message, "totals_have_18_digits") == NULL)
    return;
  g_clear_error (error);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_AMOUNT,
               _ ("the amounts would carry the book's totals beyond 18 digits: check them"));
}

static gboolean
write_row (SheafBook             *book,
           gint64                 voucher_id,
           const SheafVoucher    *voucher,
           const SheafVoucherRow *row,
           const SheafSettledRow *settled,
           GError               **error)
{
  const char *description = row->description != NULL && *row->description != '\0'
                                ? row->description
                                : voucher->description;

  return sheaf_store_run (
      sheaf_book_store (book), VOUCHER_ROW_INSERT,
      SHEAF_ARGS (SHEAF_INT (voucher_id), SHEAF_DAY (voucher->date),
                  SHEAF_INT (sheaf_date_year_month (voucher->date)), SHEAF_INT (voucher->layer),
                  SHEAF_INT (settled->debit->id), SHEAF_INT (settled->credit->id),
                  SHEAF_UNITS (row->amount), SHEAF_INT (settled->scope),
                  SHEAF_ID (row->debit_party_id), SHEAF_ID (row->credit_party_id),
                  SHEAF_ID (row->debit_item_id), SHEAF_ID (row->credit_item_id),
                  SHEAF_TEXT (description), SHEAF_DAY (row->due), SHEAF_OPTIONAL (row->memo),
                  SHEAF_OPTIONAL (row->document), SHEAF_DAY (row->document_date),
                  SHEAF_OPTIONAL (row->product), SHEAF_ID (row->quantity.thousandths),
                  SHEAF_OPTIONAL (row->season), SHEAF_OPTIONAL (row->plan),
                  SHEAF_INT (sheaf_book_act_id (book))),
      error);
}

static gboolean
write_rows (SheafBook          *book,
            gint64              id,
            const SheafVoucher *voucher,
            GError            **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];
      SheafSettledRow        settled;
      gboolean               conflict, misfit;

      sheaf_voucher_row_accounts (chart, row, &settled);
      g_return_val_if_fail (settled.debit != NULL && settled.credit != NULL, FALSE);
      /* A reversal keeps what was decided when the original was written. */
      if (voucher->reverses_id == 0 &&
          !sheaf_scope_settle (book, row, voucher->date, &settled, &conflict, &misfit, error))
        return FALSE;
      if (!write_row (book, id, voucher, row, &settled, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_head (SheafBook          *book,
            const SheafVoucher *voucher,
            gint64             *ret_id,
            GError            **error)
{
  int              year = sheaf_date_year (voucher->date);
  g_autofree char *number = g_strdup (voucher->number);
  g_autofree char *text = NULL;
  g_autofree char *fold = NULL;

  if (number == NULL &&
      (number = sheaf_voucher_next_number (book, voucher->kind, year, error)) == NULL)
    return FALSE;
  text = g_strconcat (number, " ", voucher->description, NULL);
  fold = sheaf_text_fold (text);
  return sheaf_store_insert (
      sheaf_book_store (book), VOUCHER_INSERT,
      SHEAF_ARGS (SHEAF_INT (voucher->kind), SHEAF_INT (year), SHEAF_TEXT (number),
                  SHEAF_ID (sheaf_voucher_sequence (book, voucher->kind, number)),
                  SHEAF_DAY (voucher->date), SHEAF_INT (voucher->layer),
                  SHEAF_TEXT (voucher->description), SHEAF_TEXT (fold),
                  SHEAF_ID (voucher->reverses_id), SHEAF_OPTIONAL (voucher->reason),
                  SHEAF_INT (sheaf_book_act_id (book))),
      ret_id, error);
}

gboolean
sheaf_voucher_post_checked (SheafBook          *book,
                            const SheafVoucher *voucher,
                            gint64             *ret_id,
                            GError            **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "voucher-post", voucher->description, error);
  gint64 id = 0;

  if (act == NULL)
    return FALSE;
  if (!write_head (book, voucher, &id, error) || !write_rows (book, id, voucher, error) ||
      !sheaf_act_commit (act, error))
    {
      explain_refusal (error);
      return FALSE;
    }
  if (ret_id != NULL)
    *ret_id = id;
  return TRUE;
}

gboolean
sheaf_voucher_post (SheafBook          *book,
                    const SheafVoucher *voucher,
                    gint64             *ret_id,
                    GError            **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  int code;

  if (!sheaf_voucher_judge (book, voucher, NULL, problems, &code, error))
    return FALSE;
  if (code < 0)
    return sheaf_voucher_post_checked (book, voucher, ret_id, error);
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind == SHEAF_PROBLEM_ERROR)
        {
          g_set_error_literal (error, SHEAF_LEDGER_ERROR, code, problem->text);
          break;
        }
    }
  return FALSE;
}

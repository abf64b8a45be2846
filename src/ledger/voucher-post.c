/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Posting is final: a posted voucher is corrected by a reversing voucher, never by an edit. */
#include "base/i18n.h"
#include "base/text.h"
#include "book/act.h"
#include "ledger/chart-private.h"
#include "ledger/currency-private.h"
#include "ledger/error.h"
#include "ledger/item.h"
#include "ledger/money.h"
#include "ledger/rule-words.h"
#include "ledger/search-index.h"
#include "ledger/voucher-check.h"
#include "ledger/voucher-private.h"
#include "ledger/voucher-sql.h"
#include "store/rows.h"

#define ROW_VALUES 28 /* of VOUCHER_ROW_INSERT */
#define BATCH 256     /* rows that wait to be written: a long voucher's would take much room */

/* The row's own, else that of the item it names; a reversal keeps what the original says. */
static gboolean
find_due (SheafBook             *book,
          const SheafVoucher    *voucher,
          const SheafVoucherRow *row,
          SheafDate             *ret_due,
          GError               **error)
{
  gint64           id = row->debit_item_id != 0 ? row->debit_item_id : row->credit_item_id;
  const SheafItem *item;

  *ret_due = row->due;
  if (id == 0 || voucher->reverses_id != 0 || !sheaf_date_is_none (row->due))
    return TRUE;
  item = sheaf_item_get (book, id, error);
  if (item == NULL)
    return FALSE;
  *ret_due = item->due;
  if (sheaf_date_is_none (item->due) && row->credit_item_id != 0 &&
      (item = sheaf_item_get (book, row->credit_item_id, error)) != NULL)
    *ret_due = item->due;
  return item != NULL;
}

/* A row for VOUCHER_ROW_INSERT, whose texts stay those of the voucher. */
static gboolean
add_row (SheafBook             *book,
         gint64                 voucher_id,
         const SheafVoucher    *voucher,
         const SheafVoucherRow *row,
         const SheafSettledRow *settled,
         GArray                *values,
         GError               **error)
{
  const char *description = row->description != NULL && *row->description != '\0'
                                ? row->description
                                : voucher->description;
  SheafDate   due;

  if (!find_due (book, voucher, row, &due, error))
    return FALSE;
  g_array_append_vals (
      values,
      (const SheafValue[ROW_VALUES]){
          SHEAF_INT (voucher_id), SHEAF_DAY (voucher->date),
          SHEAF_INT (sheaf_date_year_month (voucher->date)), SHEAF_INT (voucher->layer),
          SHEAF_INT (settled->debit->id), SHEAF_INT (settled->credit->id),
          SHEAF_UNITS (row->amount), SHEAF_INT (settled->scope), SHEAF_ID (row->debit_party_id),
          SHEAF_ID (row->credit_party_id), SHEAF_ID (row->debit_item_id),
          SHEAF_ID (row->credit_item_id), SHEAF_TEXT (description), SHEAF_DAY (due),
          SHEAF_OPTIONAL (row->memo), SHEAF_OPTIONAL (row->document),
          SHEAF_DAY (row->document_date), SHEAF_OPTIONAL (row->product),
          SHEAF_ID (row->quantity.thousandths), SHEAF_OPTIONAL (row->season),
          SHEAF_OPTIONAL (row->plan), SHEAF_INT (sheaf_book_act_id (book)),
          SHEAF_OPTIONAL (row->scope_reason), SHEAF_OPTIONAL (row->debit_currency),
          SHEAF_INT (row->debit_foreign), SHEAF_OPTIONAL (row->credit_currency),
          SHEAF_INT (row->credit_foreign), SHEAF_ID (row->rate) },
      ROW_VALUES);
  return TRUE;
}

/* Empties values. */
static gboolean
write_batch (SheafBook *book,
             GArray    *values,
             GError   **error)
{
  gboolean written = sheaf_store_insert_rows (sheaf_book_store (book), VOUCHER_ROW_INSERT, values,
                                              ROW_VALUES, error);

  g_array_set_size (values, 0);
  return written;
}

static gboolean
write_rows (SheafBook          *book,
            gint64              id,
            const SheafVoucher *voucher,
            GError            **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafVoucher) original = NULL;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (SheafValue));

  if (chart == NULL ||
      (voucher->reverses_id != 0 &&
       (original = sheaf_voucher_load (book, voucher->reverses_id, error)) == NULL))
    return FALSE;
  for (guint i = 0; i < voucher->rows->len; i++)
    {
      const SheafVoucherRow *row = voucher->rows->pdata[i];
      SheafSettledRow        settled;
      SheafScopeFinding      finding;

      sheaf_voucher_row_accounts (chart, row, &settled);
      g_return_val_if_fail (settled.debit != NULL && settled.credit != NULL, FALSE);
      /* A reversal keeps what was decided when the original was written. */
      if (original != NULL && i < original->rows->len)
        settled.scope = ((const SheafVoucherRow *) original->rows->pdata[i])->scope;
      else if (!sheaf_scope_settle (book, row, voucher->date, &settled, &finding, error))
        return FALSE;
      if (!add_row (book, id, voucher, row, &settled, values, error))
        return FALSE;
      if (values->len >= BATCH * ROW_VALUES && !write_batch (book, values, error))
        return FALSE;
    }
  return write_batch (book, values, error);
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
  g_autoptr (SheafVoucher) units = NULL;
  gint64 id = 0;

  if (act == NULL)
    return FALSE;
  sheaf_currency_note_units (book, sheaf_chart_get (book, NULL), voucher);
  sheaf_act_at_end (book, sheaf_currency_judge_units);
  units = sheaf_currency_unit_rows (book, voucher, error);
  if (units == NULL)
    return FALSE;
  sheaf_act_at_end (book, sheaf_money_judge);
  sheaf_act_at_end (book, sheaf_search_index);
  if (!write_head (book, voucher, &id, error) || !write_rows (book, id, voucher, error) ||
      !write_rows (book, id, units, error) ||
      !sheaf_act_commit (act, error))
    {
      sheaf_rule_explain (error);
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

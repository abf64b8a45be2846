/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements of the bank and the rows that stand in them. */
#include "ledger/reconciliation.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/chart.h"
#include "ledger/error.h"
#include "ledger/period.h"
#include "ledger/reconciliation-sql.h"
#include "store/query.h"

static gboolean
refuse (GError    **error,
        const char *message)
{
  g_set_error_literal (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_RECONCILIATION, message);
  return FALSE;
}

void
sheaf_reconciliation_free (SheafReconciliation *reconciliation)
{
  if (reconciliation == NULL)
    return;
  g_free (reconciliation->currency);
  g_free (reconciliation->note);
  g_free (reconciliation->end_note);
  g_free (reconciliation);
}

void
sheaf_reconciliation_row_free (SheafReconciliationRow *row)
{
  if (row == NULL)
    return;
  g_free (row->number);
  g_free (row->description);
  g_free (row);
}

static gboolean
check_account (const SheafChart          *chart,
               const SheafReconciliation *start,
               GError                   **error)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, start->account_id);
  gboolean            foreign;

  if (account == NULL || !account->postable || !account->money)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_RECONCILIATION,
                   _ ("account %s keeps no money at a bank: name an account such as a bank "
                      "account's own"),
                   account == NULL ? "?" : account->code);
      return FALSE;
    }
  foreign = account->currency == SHEAF_ACCOUNT_CURRENCY_FOREIGN;
  if ((foreign && start->currency == NULL) ||
      (account->currency == SHEAF_ACCOUNT_CURRENCY_HOME && start->currency != NULL))
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_RECONCILIATION,
                   foreign ? _ ("account %s keeps foreign money: name the currency of the "
                                "statement")
                           : _ ("account %s keeps the book's money only: leave the currency out"),
                   account->code);
      return FALSE;
    }
  return TRUE;
}

static const char *
currency_key (const char *currency)
{
  return currency == NULL ? "" : currency;
}

static gboolean
check_day (SheafBook                 *book,
           const SheafReconciliation *start,
           GError                   **error)
{
  g_autofree char *last = NULL;
  g_autofree char *day = sheaf_date_to_text (start->date);

  if (!sheaf_store_get_text (sheaf_book_store (book), RECONCILIATION_LAST,
                             SHEAF_ARGS (SHEAF_INT (start->account_id), SHEAF_INT (start->item_id),
                                         SHEAF_TEXT (currency_key (start->currency))),
                             &last, error))
    return FALSE;
  if (last == NULL || g_strcmp0 (day, last) > 0)
    return TRUE;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_RECONCILIATION,
               _ ("this bank account was reconciled up to %s: name a later day, or go on with that "
                  "one"),
               last);
  return FALSE;
}

gboolean
sheaf_reconciliation_start (SheafBook                 *book,
                            const SheafReconciliation *start,
                            gint64                    *ret_id,
                            GError                   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autofree char  *day = NULL;
  g_autoptr (SheafAct) act = NULL;

  g_return_val_if_fail (start != NULL && !sheaf_date_is_none (start->date), FALSE);
  if (chart == NULL || !check_account (chart, start, error) ||
      !sheaf_period_check_day (book, start->date, error) || !check_day (book, start, error))
    return FALSE;
  day = sheaf_date_to_text (start->date);
  act = sheaf_act_begin (book, "reconciliation", day, error);
  return act != NULL &&
         sheaf_store_insert (
             sheaf_book_store (book), RECONCILIATION_INSERT,
             SHEAF_ARGS (SHEAF_INT (start->account_id), SHEAF_ID (start->item_id),
                         SHEAF_OPTIONAL (start->currency), SHEAF_DAY (start->date),
                         SHEAF_INT (start->balance), SHEAF_OPTIONAL (start->note),
                         SHEAF_INT (sheaf_act_id (act))),
             ret_id, error) &&
         sheaf_act_commit (act, error);
}

static gboolean
read_sums (SheafBook           *book,
           SheafReconciliation *reconciliation,
           GError             **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), RECONCILIATION_SUMS,
                       SHEAF_ARGS (SHEAF_INT (reconciliation->account_id),
                                   SHEAF_INT (reconciliation->item_id),
                                   SHEAF_TEXT (currency_key (reconciliation->currency)),
                                   SHEAF_DAY (reconciliation->date),
                                   SHEAF_INT (reconciliation->id)),
                       error);

  if (query == NULL || !sheaf_query_next (query, error))
    return FALSE;
  reconciliation->booked = sheaf_query_int (query, 0);
  reconciliation->ticked = sheaf_query_int (query, 1);
  reconciliation->outstanding_in = sheaf_query_int (query, 2);
  reconciliation->outstanding_out = sheaf_query_int (query, 3);
  reconciliation->difference = reconciliation->balance - reconciliation->ticked;
  return TRUE;
}

/* Without sums; ret_end_act is the act of its last end, 0 when there is none. */
static SheafReconciliation *
load_head (SheafBook *book,
           gint64     id,
           gint64    *ret_end_act,
           GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), RECONCILIATION_LOAD,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  SheafReconciliation *reconciliation;

  if (query == NULL)
    return NULL;
  if (!sheaf_query_next (query, NULL))
    {
      if (sheaf_query_finish (query, error))
        refuse (error, _ ("there is no such reconciliation: take one of “reconciliations”"));
      return NULL;
    }
  reconciliation = g_new0 (SheafReconciliation, 1);
  reconciliation->id = sheaf_query_int (query, 0);
  reconciliation->account_id = sheaf_query_int (query, 1);
  reconciliation->item_id = sheaf_query_int (query, 2);
  if (!sheaf_query_is_null (query, 3))
    reconciliation->currency = g_strdup (sheaf_query_text (query, 3));
  reconciliation->date = sheaf_query_date (query, 4);
  reconciliation->balance = sheaf_query_int (query, 5);
  reconciliation->note = g_strdup (sheaf_query_text (query, 6));
  reconciliation->finished = sheaf_query_int (query, 7) != 0;
  if (!sheaf_query_is_null (query, 8))
    reconciliation->end_note = g_strdup (sheaf_query_text (query, 8));
  *ret_end_act = sheaf_query_int (query, 9);
  return reconciliation;
}

SheafReconciliation *
sheaf_reconciliation_load (SheafBook *book,
                           gint64     id,
                           GError   **error)
{
  gint64 end_act;
  g_autoptr (SheafReconciliation) reconciliation = load_head (book, id, &end_act, error);

  if (reconciliation == NULL || !read_sums (book, reconciliation, error))
    return NULL;
  return g_steal_pointer (&reconciliation);
}

gboolean
sheaf_reconciliation_find (SheafBook  *book,
                           gint64      account_id,
                           gint64      item_id,
                           const char *currency,
                           SheafDate   date,
                           gint64     *ret_id,
                           GError    **error)
{
  gint64 id = 0;

  if (!sheaf_store_find_int (sheaf_book_store (book), RECONCILIATION_FIND,
                             SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_INT (item_id),
                                         SHEAF_TEXT (currency_key (currency)), SHEAF_DAY (date)),
                             NULL, &id, error))
    return FALSE;
  *ret_id = id;
  return TRUE;
}

GPtrArray *
sheaf_reconciliation_list (SheafBook *book,
                           GError   **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), RECONCILIATION_LIST, SHEAF_NO_ARGS, error);
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_reconciliation_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafReconciliation *one =
          sheaf_reconciliation_load (book, sheaf_query_int (query, 0), error);

      if (one == NULL)
        return NULL;
      g_ptr_array_add (list, one);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

/* The last column tells whether a row is ticked, or, of changes, taken back. */
static GPtrArray *
read_rows (SheafBook        *book,
           const char       *sql,
           const SheafValue *args,
           gboolean          changes,
           GError          **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), sql, args, error);
  g_autoptr (GPtrArray)
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_reconciliation_row_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafReconciliationRow *row = g_new0 (SheafReconciliationRow, 1);

      row->row_id = sheaf_query_int (query, 0);
      row->side = (guint) sheaf_query_int (query, 1);
      row->amount = sheaf_query_int (query, 2);
      row->voucher_id = sheaf_query_int (query, 3);
      row->date = sheaf_query_date (query, 4);
      row->description = g_strdup (sheaf_query_text (query, 5));
      row->kind = (SheafVoucherKind) sheaf_query_int (query, 6);
      row->number = g_strdup (sheaf_query_text (query, 7));
      row->ticked = !changes && sheaf_query_int (query, 8) != 0;
      row->taken_back = changes && sheaf_query_int (query, 8) != 0;
      g_ptr_array_add (rows, row);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
sheaf_reconciliation_rows (SheafBook *book,
                           gint64     id,
                           GError   **error)
{
  gint64 end_act;
  g_autoptr (SheafReconciliation) head = load_head (book, id, &end_act, error);

  return head == NULL
             ? NULL
             : read_rows (book, RECONCILIATION_ROWS,
                          SHEAF_ARGS (SHEAF_INT (head->account_id), SHEAF_INT (head->item_id),
                                      SHEAF_TEXT (currency_key (head->currency)),
                                      SHEAF_DAY (head->date), SHEAF_INT (head->id)),
                          FALSE, error);
}

GPtrArray *
sheaf_reconciliation_changes (SheafBook *book,
                              gint64     id,
                              GError   **error)
{
  gint64 end_act;
  g_autoptr (SheafReconciliation) head = load_head (book, id, &end_act, error);

  if (head == NULL)
    return NULL;
  if (!head->finished)
    return g_ptr_array_new ();
  return read_rows (book, RECONCILIATION_CHANGES,
                    SHEAF_ARGS (SHEAF_INT (head->account_id), SHEAF_INT (head->item_id),
                                SHEAF_TEXT (currency_key (head->currency)), SHEAF_DAY (head->date),
                                SHEAF_INT (head->id), SHEAF_INT (end_act)),
                    TRUE, error);
}

static const SheafReconciliationRow *
find_side (const GPtrArray              *rows,
           const SheafReconciliationRow *side)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafReconciliationRow *row = rows->pdata[i];

      if (row->row_id == side->row_id && row->side == side->side)
        return row;
    }
  return NULL;
}

static gboolean
tick_side (SheafBook                    *book,
           gint64                        id,
           const GPtrArray              *rows,
           const SheafReconciliationRow *side,
           gboolean                      tick,
           gint64                        act_id,
           GError                      **error)
{
  const SheafReconciliationRow *row = find_side (rows, side);

  if (row == NULL)
    return refuse (error, _ ("a row is not of this bank account up to the day, or was ticked "
                             "before: take those that are listed"));
  return row->ticked == tick ||
         sheaf_store_run (sheaf_book_store (book), RECONCILIATION_TICK_INSERT,
                          SHEAF_ARGS (SHEAF_INT (side->row_id), SHEAF_INT (side->side),
                                      SHEAF_ID (tick ? id : 0), SHEAF_INT (act_id)),
                          error);
}

gboolean
sheaf_reconciliation_tick (SheafBook       *book,
                           gint64           id,
                           const GPtrArray *sides,
                           gboolean         tick,
                           GError         **error)
{
  gint64 end_act;
  g_autoptr (SheafReconciliation) head = load_head (book, id, &end_act, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (SheafAct) act = NULL;

  if (head == NULL)
    return FALSE;
  if (head->finished)
    return refuse (error, _ ("the reconciliation is finished: open it again first, with a reason"));
  rows = sheaf_reconciliation_rows (book, id, error);
  act = rows == NULL ? NULL : sheaf_act_begin (book, "reconciliation-tick", "", error);
  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < sides->len; i++)
    if (!tick_side (book, id, rows, sides->pdata[i], tick, sheaf_act_id (act), error))
      return FALSE;
  return sheaf_act_commit (act, error);
}

static gboolean
write_end (SheafBook  *book,
           gint64      id,
           gboolean    finished,
           gint64      difference,
           const char *note,
           GError    **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "reconciliation-end", "", error);

  return act != NULL &&
         sheaf_store_run (sheaf_book_store (book), RECONCILIATION_END_INSERT,
                          SHEAF_ARGS (SHEAF_INT (id), SHEAF_INT (finished), SHEAF_INT (difference),
                                      SHEAF_OPTIONAL (note), SHEAF_INT (sheaf_act_id (act))),
                          error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_reconciliation_finish (SheafBook  *book,
                             gint64      id,
                             const char *note,
                             GError    **error)
{
  g_autoptr (SheafReconciliation) one = sheaf_reconciliation_load (book, id, error);
  gboolean even;

  if (one == NULL)
    return FALSE;
  even = one->difference == 0;
  if (one->finished)
    return refuse (error, _ ("the reconciliation is finished already"));
  if (!even && (note == NULL || *note == '\0'))
    return refuse (error, _ ("the statement and the ticked rows differ: tick what is in the "
                             "statement, or say in a note why it is kept open"));
  return write_end (book, id, even, one->difference, note, error);
}

gboolean
sheaf_reconciliation_reopen (SheafBook  *book,
                             gint64      id,
                             const char *reason,
                             GError    **error)
{
  g_autoptr (SheafReconciliation) one = sheaf_reconciliation_load (book, id, error);

  if (one == NULL)
    return FALSE;
  if (!one->finished)
    return refuse (error, _ ("the reconciliation is open already: go on ticking its rows"));
  if (reason == NULL || *reason == '\0')
    return refuse (error, _ ("say why the reconciliation is opened again"));
  return write_end (book, id, FALSE, one->difference, reason, error);
}

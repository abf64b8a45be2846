/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/control/reconciliation-jobs.h"

#include "app/amount-text.h"
#include "base/currency.h"
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/chart.h"
#include "ledger/error.h"
#include "ledger/item.h"
#include "ledger/period.h"
#include "ledger/totals.h"

void
sheaf_bank_statement_free (SheafBankStatement *statement)
{
  if (statement == NULL)
    return;
  sheaf_reconciliation_free (statement->one);
  g_free (statement->title);
  g_free (statement);
}

void
sheaf_bank_sheet_free (SheafBankSheet *sheet)
{
  if (sheet == NULL)
    return;
  sheaf_bank_statement_free (sheet->statement);
  g_clear_pointer (&sheet->rows, g_ptr_array_unref);
  g_free (sheet);
}

void
sheaf_bank_act_free (SheafBankAct *act)
{
  if (act == NULL)
    return;
  g_free (act->account);
  g_free (act->item);
  g_free (act->currency);
  g_free (act->balance);
  g_free (act->text);
  g_clear_pointer (&act->ticked, g_ptr_array_unref);
  g_clear_pointer (&act->unticked, g_ptr_array_unref);
  g_free (act);
}

static char *
name_account (SheafBook                 *book,
              const SheafReconciliation *one)
{
  const SheafChart   *chart = sheaf_chart_get (book, NULL);
  const SheafAccount *account = chart != NULL ? sheaf_chart_by_id (chart, one->account_id) : NULL;
  g_autoptr (SheafItem) item = one->item_id != 0 ? sheaf_item_load (book, one->item_id, NULL)
                                                 : NULL;

  if (account == NULL)
    return g_strdup ("");
  return g_strdup_printf ("%s %s%s%s%s%s", account->code,
                          sheaf_account_name (account, sheaf_language_current ()),
                          item != NULL ? " · " : "", item != NULL ? item->code : "",
                          one->currency != NULL ? " · " : "",
                          one->currency != NULL ? one->currency : "");
}

/* Takes the reconciliation. */
static SheafBankStatement *
make_statement (SheafBook           *book,
                SheafReconciliation *one,
                GError             **error)
{
  g_autoptr (GPtrArray) changes = sheaf_reconciliation_changes (book, one->id, error);
  SheafBankStatement *statement;

  if (changes == NULL)
    {
      sheaf_reconciliation_free (one);
      return NULL;
    }
  statement = g_new0 (SheafBankStatement, 1);
  statement->one = one;
  statement->changed = changes->len > 0;
  statement->title = name_account (book, one);
  return statement;
}

gpointer
sheaf_bank_list_job (gpointer connection,
                     gpointer data,
                     GError **error)
{
  GDestroyNotify free_statement = (GDestroyNotify) sheaf_bank_statement_free;
  g_autoptr (GPtrArray) all = sheaf_reconciliation_list (connection, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_statement);

  (void) data;
  for (guint i = all != NULL ? all->len : 0; i > 0; i--)
    {
      const SheafReconciliation *listed = all->pdata[i - 1];
      SheafReconciliation       *one = sheaf_reconciliation_load (connection, listed->id, error);
      SheafBankStatement        *statement = NULL;

      if (one != NULL)
        statement = make_statement (connection, one, error);
      if (statement == NULL)
        return NULL;
      g_ptr_array_add (list, statement);
    }
  return all != NULL ? g_steal_pointer (&list) : NULL;
}

static gboolean
is_used (const SheafTotals  *totals,
         const SheafAccount *account)
{
  SheafMoney debit, credit;

  sheaf_totals_turnover (totals, account->id, &debit, &credit);
  return debit.units != 0 || credit.units != 0 ||
         sheaf_totals_balance (totals, account->id).units != 0;
}

gpointer
sheaf_bank_only_account_job (gpointer connection,
                             gpointer data,
                             GError **error)
{
  int               year = *(const int *) data;
  const SheafChart *chart = sheaf_chart_get (connection, error);
  g_autoptr (SheafTotals) totals = NULL;
  const SheafAccount *only = NULL;

  if (chart == NULL ||
      (totals = sheaf_totals_load_pairs (connection, sheaf_book_year_start (connection, year),
                                         sheaf_book_year_end (connection, year), error)) == NULL)
    return NULL;
  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (!account->postable || account->book != SHEAF_ACCOUNT_BOOK_BANK ||
          !is_used (totals, account))
        continue;
      if (only != NULL)
        return g_strdup ("");
      only = account;
    }
  return g_strdup (only != NULL ? only->code : "");
}

gpointer
sheaf_bank_sheet_job (gpointer connection,
                      gpointer data,
                      GError **error)
{
  gint64               id = *(const gint64 *) data;
  SheafReconciliation *one = sheaf_reconciliation_load (connection, id, error);
  SheafBankStatement  *statement = one != NULL ? make_statement (connection, one, error) : NULL;
  GPtrArray           *rows;
  SheafBankSheet      *sheet;

  if (statement == NULL)
    return NULL;
  rows = sheaf_reconciliation_rows (connection, id, error);
  if (rows == NULL)
    {
      sheaf_bank_statement_free (statement);
      return NULL;
    }
  sheet = g_new0 (SheafBankSheet, 1);
  sheet->statement = statement;
  sheet->rows = rows;
  return sheet;
}

/* In home money as amounts are typed, in another with its decimals. */
static gboolean
read_balance (const SheafBankAct *act,
              gint64             *ret_balance,
              GError            **error)
{
  SheafMoney amount = SHEAF_MONEY_ZERO;

  if (act->currency != NULL)
    return sheaf_currency_parse (act->balance, act->currency, ret_balance, error);
  if (!sheaf_amount_text_parse (act->balance, sheaf_language_current (), &amount, error))
    return FALSE;
  *ret_balance = amount.units;
  return TRUE;
}

static gboolean
begin (SheafBook          *book,
       const SheafBankAct *act,
       gint64             *ret_id,
       GError            **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account = chart != NULL ? sheaf_chart_by_code (chart, act->account) : NULL;
  SheafReconciliation start = { .currency = act->currency, .date = act->date, .note = act->text };

  if (account == NULL)
    {
      if (chart != NULL)
        g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                     _ ("There is no account %s in the chart."), act->account);
      return FALSE;
    }
  start.account_id = account->id;
  start.item_id = act->item != NULL ? sheaf_item_find (book, act->item) : 0;
  return read_balance (act, &start.balance, error) &&
         sheaf_reconciliation_start (book, &start, ret_id, error);
}

static gboolean
tick (SheafBook          *book,
      const SheafBankAct *act,
      GError            **error)
{
  if (act->ticked->len > 0 &&
      !sheaf_reconciliation_tick (book, act->id, act->ticked, TRUE, error))
    return FALSE;
  return act->unticked->len == 0 ||
         sheaf_reconciliation_tick (book, act->id, act->unticked, FALSE, error);
}

gpointer
sheaf_bank_act_job (gpointer connection,
                    gpointer data,
                    GError **error)
{
  const SheafBankAct *act = data;
  gint64              id = act->id;
  gboolean            done = FALSE;

  switch (act->kind)
    {
    case SHEAF_BANK_BEGIN:
      done = begin (connection, act, &id, error);
      break;
    case SHEAF_BANK_TICK:
      done = tick (connection, act, error);
      break;
    case SHEAF_BANK_FINISH:
      done = sheaf_reconciliation_finish (connection, id, act->text, error);
      break;
    case SHEAF_BANK_REOPEN:
    default:
      done = sheaf_reconciliation_reopen (connection, id, act->text, error);
      break;
    }
  return done ? g_memdup2 (&id, sizeof id) : NULL;
}

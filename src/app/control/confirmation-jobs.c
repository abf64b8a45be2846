/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs on the threads: nothing here may touch a widget. */
#include "app/control/confirmation-jobs.h"

#include "app/format.h"
#include "app/ledger/voucher-text.h"
#include "base/i18n.h"
#include "base/language.h"
#include "book/act.h"
#include "ledger/chart.h"
#include "ledger/error.h"
#include "ledger/party.h"

void
sheaf_confirmation_row_free (SheafConfirmationRow *row)
{
  if (row == NULL)
    return;
  sheaf_confirmation_line_free (row->line);
  g_free (row->account);
  g_free (row->party);
  g_free (row->name);
  g_free (row);
}

static void
free_account (gpointer data)
{
  SheafConfirmationAccount *account = data;

  g_free (account->code);
  g_free (account->title);
  g_free (account);
}

void
sheaf_confirmation_table_free (SheafConfirmationTable *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->accounts, g_ptr_array_unref);
  g_clear_pointer (&table->rows, g_ptr_array_unref);
  g_free (table);
}

void
sheaf_confirmation_act_free (SheafConfirmationAct *act)
{
  if (act == NULL)
    return;
  g_free (act->text);
  g_free (act->other);
  g_free (act);
}

void
sheaf_confirmation_done_free (SheafConfirmationDone *done)
{
  if (done == NULL)
    return;
  g_free (done->number);
  g_free (done->place);
  g_free (done);
}

void
sheaf_confirmation_entry_free (SheafConfirmationEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->text);
  g_clear_pointer (&entry->problems, sheaf_problems_free);
  g_free (entry);
}

static gboolean
list_accounts (SheafBook *book,
               GPtrArray *accounts,
               GError   **error)
{
  g_autoptr (GPtrArray) confirmed = sheaf_confirmation_accounts (book, error);

  for (guint i = 0; confirmed != NULL && i < confirmed->len; i++)
    {
      const SheafAccount       *account = confirmed->pdata[i];
      SheafConfirmationAccount *choice;

      if (!account->postable)
        continue;
      choice = g_new0 (SheafConfirmationAccount, 1);
      choice->id = account->id;
      choice->code = g_strdup (account->code);
      choice->title = g_strdup_printf ("%s %s", account->code,
                                       sheaf_account_name (account, sheaf_language_current ()));
      g_ptr_array_add (accounts, choice);
    }
  return confirmed != NULL;
}

/* Takes the lines out of the sheet. */
static gboolean
list_rows (SheafBook *book,
           GPtrArray *sheet,
           GPtrArray *rows,
           GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);

  while (chart != NULL && sheet->len > 0)
    {
      SheafConfirmationRow *row = g_new0 (SheafConfirmationRow, 1);
      g_autoptr (SheafParty) party = NULL;

      row->line = g_ptr_array_steal_index (sheet, 0);
      g_ptr_array_add (rows, row);
      party = sheaf_party_load (book, row->line->party_id, error);
      if (party == NULL)
        return FALSE;
      row->account = g_strdup (sheaf_chart_by_id (chart, row->line->account_id)->code);
      row->party = g_strdup (party->code);
      row->name = g_strdup (party->name);
    }
  return chart != NULL;
}

gpointer
sheaf_confirmation_sheet_job (gpointer connection,
                              gpointer data,
                              GError **error)
{
  const SheafConfirmationWish *wish = data;
  g_autoptr (GPtrArray)
      sheet = sheaf_confirmation_sheet (connection, wish->account_id, wish->date, error);
  SheafConfirmationTable *table;

  if (sheet == NULL)
    return NULL;
  table = g_new0 (SheafConfirmationTable, 1);
  table->wish = *wish;
  table->accounts = g_ptr_array_new_with_free_func (free_account);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_confirmation_row_free);
  sheaf_confirmation_count (sheet, &table->count);
  if (list_accounts (connection, table->accounts, error) &&
      list_rows (connection, sheet, table->rows, error))
    return table;
  sheaf_confirmation_table_free (table);
  return NULL;
}

/* A party may say its balance before anybody asked. */
static gboolean
take_answer (SheafBook                  *book,
             const SheafConfirmationAct *act,
             GError                    **error)
{
  g_autoptr (SheafAct) whole = sheaf_act_begin (book, "confirmation-answer", "", error);
  guint asked;

  return whole != NULL &&
         sheaf_confirmation_ask (book, act->account_id, act->party_id, act->date, &asked,
                                 error) &&
         sheaf_confirmation_answer (book, act->account_id, act->party_id, act->date, act->amount,
                                    act->day, act->text, error) &&
         sheaf_act_commit (whole, error);
}

static gboolean
find_other (SheafBook                  *book,
            const SheafConfirmationAct *act,
            gint64                     *ret_id,
            GError                    **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account = NULL;

  *ret_id = 0;
  if (chart == NULL || act->other == NULL)
    return chart != NULL;
  account = sheaf_chart_by_code (chart, act->other);
  if (account == NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
                 _ ("There is no account %s in the chart."), act->other);
  else
    *ret_id = account->id;
  return account != NULL;
}

/* Posts, and says where the voucher is. */
static gboolean
post (SheafBook                  *book,
      const SheafConfirmationAct *act,
      SheafConfirmationDone      *done,
      GError                    **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autofree char *day = NULL;
  gint64           other;

  if (!find_other (book, act, &other, error) ||
      !sheaf_confirmation_post (book, act->account_id, act->party_id, act->date, act->day, other,
                                error))
    return FALSE;
  ids = sheaf_confirmation_vouchers (book, act->account_id, act->party_id, act->date, error);
  if (ids != NULL && ids->len > 0)
    voucher = sheaf_voucher_load (book, g_array_index (ids, gint64, ids->len - 1), error);
  if (voucher == NULL)
    return FALSE;
  day = sheaf_date_to_text (voucher->date);
  done->number = g_strdup (voucher->number);
  done->place = g_strdup_printf ("%s %" G_GINT64_FORMAT, day, voucher->id);
  return TRUE;
}

static gboolean
run (SheafBook                  *book,
     const SheafConfirmationAct *act,
     SheafConfirmationDone      *done,
     GError                    **error)
{
  switch (act->kind)
    {
    case SHEAF_CONFIRMATION_ACT_MAKE:
      return sheaf_confirmation_ask (book, act->account_id, act->party_id, act->date,
                                     &done->count, error);
    case SHEAF_CONFIRMATION_ACT_SEND:
      return sheaf_confirmation_send (book, act->account_id, act->party_id, act->date, act->day,
                                      &done->count, error);
    case SHEAF_CONFIRMATION_ACT_ANSWER:
      return take_answer (book, act, error);
    case SHEAF_CONFIRMATION_ACT_WITHDRAW:
      return sheaf_confirmation_withdraw (book, act->account_id, act->party_id, act->date, error);
    case SHEAF_CONFIRMATION_ACT_POST:
      return post (book, act, done, error);
    case SHEAF_CONFIRMATION_ACT_REVERSE:
    default:
      return sheaf_confirmation_reverse (book, act->account_id, act->party_id, act->date, act->day,
                                         act->text, error);
    }
}

gpointer
sheaf_confirmation_act_job (gpointer connection,
                            gpointer data,
                            GError **error)
{
  SheafConfirmationDone *done = g_new0 (SheafConfirmationDone, 1);

  if (run (connection, data, done, error))
    return done;
  sheaf_confirmation_done_free (done);
  return NULL;
}

/* What posting would refuse is told before. */
gpointer
sheaf_confirmation_entry_job (gpointer connection,
                              gpointer data,
                              GError **error)
{
  const SheafConfirmationAct *act = data;
  SheafConfirmationEntry     *entry = g_new0 (SheafConfirmationEntry, 1);
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (GError) refusal = NULL;
  gint64 other;

  entry->problems = sheaf_problems_new ();
  if (find_other (connection, act, &other, &refusal))
    voucher = sheaf_confirmation_voucher (connection, act->account_id, act->party_id, act->date,
                                          act->day, other, &refusal);
  if (voucher == NULL)
    {
      sheaf_problems_add (entry->problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s",
                          refusal->message);
      return entry;
    }
  entry->text = sheaf_voucher_text (connection, voucher);
  if (sheaf_voucher_check (connection, voucher, NULL, entry->problems, error))
    return entry;
  sheaf_confirmation_entry_free (entry);
  return NULL;
}

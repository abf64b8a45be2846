/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which accounts and sheets a book of account has for a question. */
#include "base/i18n.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "reports/book-private.h"
#include "reports/error.h"

#include <string.h>

gboolean
sheaf_book_is_under (const SheafBookWriter *writer,
                     gint64                 account_id,
                     char                 **codes)
{
  const SheafAccount *account = sheaf_chart_by_id (writer->chart, account_id);

  for (guint i = 0; account != NULL && codes[i] != NULL; i++)
    {
      const SheafAccount *group = sheaf_chart_by_code (writer->chart, codes[i]);

      if (g_str_equal (codes[i], "*") ||
          (group != NULL && sheaf_chart_is_under (writer->chart, account, group)))
        return TRUE;
    }
  return FALSE;
}

/* The account that the question names; NULL with no error: none. */
static gboolean
find_asked (SheafBookWriter     *writer,
            const SheafAccount **ret_account,
            GError             **error)
{
  const char         *code = writer->question->account;
  const SheafAccount *account = code == NULL ? NULL : sheaf_chart_by_code (writer->chart, code);

  *ret_account = account;
  if (code == NULL || (account != NULL && (sheaf_book_flag (writer, "any_account") ||
                                           sheaf_book_is_under (writer, account->id,
                                                                writer->accounts))))
    return TRUE;
  if (account == NULL)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("there is no account “%s”: take one of the chart"), code);
  else
    {
      g_autofree char *all = g_strjoinv (", ", writer->accounts);

      g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                   _ ("book %s does not cover account %s: ask for one of %s, or for book S19-HTX"),
                   writer->code, code, all);
    }
  return FALSE;
}

GPtrArray *
sheaf_book_accounts (SheafBookWriter *writer,
                     gboolean         groups,
                     GError         **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  const SheafAccount *asked;

  if (!find_asked (writer, &asked, error))
    return NULL;
  if (asked != NULL && (groups || asked->postable))
    {
      g_ptr_array_add (accounts, (gpointer) asked);
      return g_steal_pointer (&accounts);
    }
  for (guint i = 0; i < sheaf_chart_count (writer->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (writer->chart, i);
      gboolean            fits;

      if (asked != NULL)
        fits = sheaf_chart_is_under (writer->chart, account, asked);
      else if (groups)
        fits = g_strv_contains ((const char *const *) writer->accounts, account->code);
      else
        fits = sheaf_book_is_under (writer, account->id, writer->accounts);
      if (fits && (groups || account->postable))
        g_ptr_array_add (accounts, (gpointer) account);
    }
  return g_steal_pointer (&accounts);
}

const SheafTotals *
sheaf_book_totals (SheafBookWriter *writer,
                   GError         **error)
{
  if (writer->totals == NULL)
    writer->totals = sheaf_totals_load_pairs (writer->book, writer->from, writer->to, error);
  return writer->totals;
}

gboolean
sheaf_book_before (SheafBookWriter    *writer,
                   const SheafAccount *account,
                   SheafMoney         *ret_before,
                   GError            **error)
{
  const SheafTotals *totals = sheaf_book_totals (writer, error);

  *ret_before = SHEAF_MONEY_ZERO;
  for (guint i = 0; totals != NULL && i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);
      const SheafAccount   *debit = sheaf_chart_by_id (writer->chart, pair->debit_id);
      const SheafAccount   *credit = sheaf_chart_by_id (writer->chart, pair->credit_id);

      if (debit != NULL && sheaf_chart_is_under (writer->chart, debit, account))
        *ret_before = sheaf_money_add (*ret_before, pair->before);
      if (credit != NULL && sheaf_chart_is_under (writer->chart, credit, account))
        *ret_before = sheaf_money_sub (*ret_before, pair->before);
    }
  return totals != NULL;
}

gboolean
sheaf_book_question_ids (SheafBookWriter *writer,
                         gint64          *ret_party_id,
                         gint64          *ret_item_id,
                         GError         **error)
{
  const char *party = writer->question->party, *item = writer->question->item;

  *ret_party_id = party == NULL ? 0 : sheaf_party_find (writer->book, party);
  *ret_item_id = item == NULL ? 0 : sheaf_item_find (writer->book, item);
  if (party != NULL && *ret_party_id == 0)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("there is no party or member “%s”: take the code of one that is there"), party);
  else if (item != NULL && *ret_item_id == 0)
    g_set_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION,
                 _ ("there is no item “%s”: take the code of one that is there"), item);
  else
    {
      *ret_party_id = sheaf_party_survivor (writer->book, *ret_party_id);
      return TRUE;
    }
  return FALSE;
}

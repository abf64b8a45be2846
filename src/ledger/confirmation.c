/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters on debts, answers and differences. */
#include "ledger/confirmation.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/confirmation-private.h"
#include "ledger/confirmation-sql.h"
#include "ledger/due.h"
#include "ledger/error.h"
#include "ledger/open-item.h"
#include "ledger/period.h"
#include "ledger/totals.h"
#include "store/query.h"

void
sheaf_confirmation_free (SheafConfirmation *confirmation)
{
  if (confirmation == NULL)
    return;
  g_free (confirmation->note);
  g_free (confirmation);
}

SheafMoney
sheaf_confirmation_difference (const SheafConfirmation *confirmation)
{
  return confirmation->is_answered
             ? sheaf_money_sub (confirmation->confirmed, confirmation->booked)
             : SHEAF_MONEY_ZERO;
}

SheafConfirmationState
sheaf_confirmation_state (const SheafConfirmation *confirmation)
{
  if (confirmation == NULL)
    return SHEAF_CONFIRMATION_NOT_ASKED;
  if (confirmation->vouchers > 0)
    return SHEAF_CONFIRMATION_POSTED;
  if (confirmation->is_answered)
    return sheaf_confirmation_difference (confirmation).units == 0 ? SHEAF_CONFIRMATION_AGREES
                                                                   : SHEAF_CONFIRMATION_DIFFERS;
  if (confirmation->now.units == 0)
    return SHEAF_CONFIRMATION_GONE;
  if (sheaf_money_cmp (confirmation->now, confirmation->booked) != 0)
    return SHEAF_CONFIRMATION_STALE;
  return sheaf_date_is_none (confirmation->sent) ? SHEAF_CONFIRMATION_MADE
                                                 : SHEAF_CONFIRMATION_SENT;
}

gboolean
sheaf_confirmation_is_overtaken (const SheafConfirmation *confirmation)
{
  return sheaf_money_cmp (confirmation->now, confirmation->booked) != 0 &&
         (confirmation->vouchers == 0 ||
          sheaf_money_cmp (confirmation->now, confirmation->confirmed) != 0);
}

gboolean
sheaf_confirmation_refuse (GError    **error,
                           const char *message)
{
  g_set_error_literal (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CONFIRMATION, message);
  return FALSE;
}

static SheafConfirmation *
read_one (SheafBook        *book,
          const SheafQuery *query,
          GError          **error)
{
  g_autoptr (SheafConfirmation) one = g_new0 (SheafConfirmation, 1);

  one->id = sheaf_query_int (query, 0);
  one->account_id = sheaf_query_int (query, 1);
  one->party_id = sheaf_query_int (query, 2);
  one->date = sheaf_query_date (query, 3);
  one->booked = sheaf_query_money (query, 4);
  one->is_answered = !sheaf_query_is_null (query, 5);
  one->confirmed = sheaf_query_money (query, 5);
  one->answered = sheaf_query_date (query, 6);
  one->note = g_strdup (sheaf_query_text (query, 7));
  one->vouchers = (guint) sheaf_query_int (query, 8);
  one->sent = sheaf_query_date (query, 9);
  if (!sheaf_totals_party_balance (book, one->account_id, one->party_id, one->date, &one->now,
                                   error))
    return NULL;
  return g_steal_pointer (&one);
}

GPtrArray *
sheaf_confirmation_list (SheafBook *book,
                         SheafDate  date,
                         gint64     account_id,
                         gint64     party_id,
                         GError   **error)
{
  g_autofree char *day = sheaf_date_to_text (date);
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book), CONFIRMATION_LIST,
      SHEAF_ARGS (SHEAF_TEXT (day), SHEAF_INT (account_id), SHEAF_INT (party_id)), error);
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_confirmation_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    {
      SheafConfirmation *one = read_one (book, query, error);

      if (one == NULL)
        return NULL;
      g_ptr_array_add (list, one);
    }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&list) : NULL;
}

gboolean
sheaf_confirmation_write (SheafBook               *book,
                          const SheafConfirmation *one,
                          gint64                   act_id,
                          GError                 **error)
{
  const SheafValue none = { .kind = SHEAF_VALUE_NULL };

  return sheaf_store_run (sheaf_book_store (book), CONFIRMATION_INSERT,
                          SHEAF_ARGS (SHEAF_INT (one->account_id), SHEAF_INT (one->party_id),
                                      SHEAF_DAY (one->date), SHEAF_INT (one->booked.units),
                                      SHEAF_DAY (one->sent),
                                      one->is_answered ? SHEAF_INT (one->confirmed.units) : none,
                                      SHEAF_DAY (one->answered), SHEAF_OPTIONAL (one->note),
                                      SHEAF_INT (act_id)),
                          error);
}

const SheafConfirmation *
sheaf_confirmation_find (const GPtrArray *standing,
                         gint64           account_id,
                         gint64           party_id)
{
  for (guint i = 0; i < standing->len; i++)
    {
      const SheafConfirmation *one = standing->pdata[i];

      if (one->account_id == account_id && one->party_id == party_id)
        return one;
    }
  return NULL;
}

static gboolean
is_confirmed (SheafBook *book,
              gint64     account_id,
              gboolean  *ret_confirmed,
              GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  SheafDueUse       use;

  if (chart == NULL ||
      !sheaf_due_use (book, sheaf_chart_by_id (chart, account_id), &use, error))
    return FALSE;
  *ret_confirmed = (use & SHEAF_DUE_USE_CONFIRM) != 0;
  return TRUE;
}

GPtrArray *
sheaf_confirmation_accounts (SheafBook *book,
                             GError   **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();

  for (guint i = 0; chart != NULL && i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);
      gboolean            confirmed = FALSE;

      if (!is_confirmed (book, account->id, &confirmed, error))
        return NULL;
      if (confirmed)
        g_ptr_array_add (accounts, (gpointer) account);
    }
  return chart == NULL ? NULL : g_steal_pointer (&accounts);
}

static gboolean
refuse_account (SheafBook *book,
                gint64     account_id,
                GError   **error)
{
  g_autoptr (GPtrArray) accounts = sheaf_confirmation_accounts (book, error);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    g_string_append_printf (codes, "%s%s", i == 0 ? "" : ", ",
                            ((const SheafAccount *) accounts->pdata[i])->code);
  if (accounts != NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CONFIRMATION,
                 _ ("balances of account %s are not confirmed by letter: choose one of %s"),
                 sheaf_chart_by_id (sheaf_chart_get (book, NULL), account_id)->code, codes->str);
  return FALSE;
}

/* Adds a balance to the same party's on the same account, which stands before it. */
static void
add_balance (GArray              *sums,
             const SheafOpenItem *one)
{
  SheafOpenItem *last = sums->len > 0 ? &g_array_index (sums, SheafOpenItem, sums->len - 1) : NULL;

  if (last != NULL && last->account_id == one->account_id && last->party_id == one->party_id)
    last->balance = sheaf_money_add (last->balance, one->balance);
  else
    g_array_append_vals (sums, one, 1);
}

static void
drop_zeros (GArray *sums)
{
  for (guint i = sums->len; i > 0; i--)
    if (g_array_index (sums, SheafOpenItem, i - 1).balance.units == 0)
      g_array_remove_index (sums, i - 1);
}

GArray *
sheaf_confirmation_balances (SheafBook *book,
                             gint64     account_id,
                             gint64     party_id,
                             SheafDate  date,
                             GError   **error)
{
  const SheafOpenItemFilter filter = { .on = date,
                                       .account_id = account_id,
                                       .party_id = party_id,
                                       .open_only = TRUE,
                                       .no_dues = TRUE,
                                       .due_until = SHEAF_DATE_NONE };
  g_autoptr (GArray) open = sheaf_open_item_list (book, &filter, error);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (SheafOpenItem));

  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      const SheafOpenItem *one = &g_array_index (open, SheafOpenItem, i);
      gboolean             confirmed = FALSE;

      if (!is_confirmed (book, one->account_id, &confirmed, error))
        return NULL;
      if (confirmed && one->party_id != 0)
        add_balance (sums, one);
    }
  drop_zeros (sums);
  return open == NULL ? NULL : g_steal_pointer (&sums);
}

static gboolean
ask_one (SheafBook           *book,
         const SheafOpenItem *balance,
         const GPtrArray     *standing,
         SheafDate            date,
         gint64               act_id,
         guint               *asked,
         GError             **error)
{
  const SheafConfirmation *one =
      sheaf_confirmation_find (standing, balance->account_id, balance->party_id);
  const SheafConfirmation letter = { .account_id = balance->account_id,
                                     .party_id = balance->party_id,
                                     .date = date,
                                     .booked = balance->balance,
                                     .sent = SHEAF_DATE_NONE,
                                     .answered = SHEAF_DATE_NONE };

  if (one != NULL &&
      (one->is_answered || sheaf_money_cmp (one->booked, balance->balance) == 0))
    return TRUE;
  (*asked)++;
  return sheaf_confirmation_write (book, &letter, act_id, error);
}

gboolean
sheaf_confirmation_ask (SheafBook *book,
                        gint64     account_id,
                        gint64     party_id,
                        SheafDate  date,
                        guint     *ret_asked,
                        GError   **error)
{
  g_autofree char *day = sheaf_date_to_text (date);
  g_autoptr (GArray) balances = NULL;
  g_autoptr (GPtrArray) standing = NULL;
  g_autoptr (SheafAct) act = NULL;
  gboolean confirmed = TRUE;
  guint    asked = 0;

  if (!sheaf_period_check_day (book, date, error) ||
      (account_id != 0 && !is_confirmed (book, account_id, &confirmed, error)))
    return FALSE;
  if (!confirmed)
    return refuse_account (book, account_id, error);
  balances = sheaf_confirmation_balances (book, account_id, party_id, date, error);
  if (balances != NULL)
    standing = sheaf_confirmation_list (book, date, account_id, party_id, error);
  if (standing != NULL && balances->len + standing->len == 0)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CONFIRMATION,
                 _ ("there is no balance of %s to be confirmed: choose another day, account or "
                    "party"),
                 day);
  else if (standing != NULL)
    act = sheaf_act_begin (book, "confirmation-ask", day, error);
  if (act == NULL)
    return FALSE;
  for (guint i = 0; i < balances->len; i++)
    if (!ask_one (book, &g_array_index (balances, SheafOpenItem, i), standing, date,
                  sheaf_act_id (act), &asked, error))
      return FALSE;
  if (!sheaf_act_commit (act, error))
    return FALSE;
  *ret_asked = asked;
  return TRUE;
}

SheafConfirmation *
sheaf_confirmation_load (SheafBook *book,
                         gint64     id,
                         GError   **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), CONFIRMATION_OF,
                                                  SHEAF_ARGS (SHEAF_INT (id)), error);
  g_autoptr (GPtrArray) list = NULL;

  if (query == NULL || !sheaf_query_next (query, error))
    return NULL;
  list = sheaf_confirmation_list (book, sheaf_query_date (query, 2), sheaf_query_int (query, 0),
                                  sheaf_query_int (query, 1), error);
  return list != NULL && list->len > 0 ? g_ptr_array_steal_index (list, 0) : NULL;
}

gboolean
sheaf_confirmation_keep (SheafBook               *book,
                         const SheafConfirmation *confirmation,
                         GError                 **error)
{
  g_autoptr (GPtrArray) standing = NULL;
  g_autoptr (SheafAct) act = NULL;
  gboolean confirmed;

  if (!is_confirmed (book, confirmation->account_id, &confirmed, error))
    return FALSE;
  if (!confirmed)
    return refuse_account (book, confirmation->account_id, error);
  standing = sheaf_confirmation_list (book, confirmation->date, confirmation->account_id,
                                      confirmation->party_id, error);
  if (standing == NULL)
    return FALSE;
  if (standing->len > 0)
    return sheaf_confirmation_refuse (error, _ ("this party was asked about that account on that "
                                                "day already: leave the row out"));
  act = sheaf_act_begin (book, "confirmation-keep", "", error);
  return act != NULL &&
         sheaf_confirmation_write (book, confirmation, sheaf_act_id (act), error) &&
         sheaf_act_commit (act, error);
}

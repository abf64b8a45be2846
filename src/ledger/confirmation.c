/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters on debts, answers and differences. */
#include "ledger/confirmation.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/confirmation-sql.h"
#include "ledger/difference.h"
#include "ledger/due.h"
#include "ledger/error.h"
#include "ledger/merge.h"
#include "ledger/open-item.h"
#include "ledger/party.h"
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

static gboolean
refuse (GError    **error,
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

static gboolean
write_one (SheafBook        *book,
           gint64            account_id,
           gint64            party_id,
           SheafDate         date,
           SheafMoney        booked,
           const SheafMoney *confirmed,
           SheafDate         answered,
           const char       *note,
           gint64            act_id,
           GError          **error)
{
  const SheafValue none = { .kind = SHEAF_VALUE_NULL };

  return sheaf_store_run (sheaf_book_store (book), CONFIRMATION_INSERT,
                          SHEAF_ARGS (SHEAF_INT (account_id), SHEAF_INT (party_id),
                                      SHEAF_DAY (date), SHEAF_INT (booked.units),
                                      confirmed == NULL ? none : SHEAF_INT (confirmed->units),
                                      SHEAF_DAY (answered), SHEAF_OPTIONAL (note),
                                      SHEAF_INT (act_id)),
                          error);
}

static const SheafConfirmation *
find_standing (const GPtrArray *standing,
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

/* Balances of an account's parties, their items together; of SheafOpenItem. */
static GArray *
list_balances (SheafBook *book,
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
  GArray *sums = NULL;

  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      const SheafOpenItem *one = &g_array_index (open, SheafOpenItem, i);
      SheafOpenItem       *last = NULL;

      if (sums == NULL)
        sums = g_array_new (FALSE, FALSE, sizeof (SheafOpenItem));
      if (sums->len > 0)
        last = &g_array_index (sums, SheafOpenItem, sums->len - 1);
      if (last != NULL && last->account_id == one->account_id && last->party_id == one->party_id)
        last->balance = sheaf_money_add (last->balance, one->balance);
      else if (one->party_id != 0)
        g_array_append_vals (sums, one, 1);
    }
  return open != NULL && sums == NULL ? g_array_new (FALSE, FALSE, sizeof (SheafOpenItem)) : sums;
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
  const SheafChart        *chart = sheaf_chart_get (book, error);
  const SheafConfirmation *one = find_standing (standing, balance->account_id, balance->party_id);
  SheafDueUse              use;

  if (chart == NULL ||
      !sheaf_due_use (book, sheaf_chart_by_id (chart, balance->account_id), &use, error))
    return FALSE;
  if ((use & SHEAF_DUE_USE_CONFIRM) == 0 || balance->balance.units == 0 ||
      (one != NULL &&
       (one->is_answered || sheaf_money_cmp (one->booked, balance->balance) == 0)))
    return TRUE;
  (*asked)++;
  return write_one (book, balance->account_id, balance->party_id, date, balance->balance, NULL,
                    SHEAF_DATE_NONE, NULL, act_id, error);
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
  g_autoptr (GArray) balances = list_balances (book, account_id, party_id, date, error);
  g_autoptr (GPtrArray) standing =
      balances == NULL ? NULL : sheaf_confirmation_list (book, date, 0, 0, error);
  g_autoptr (SheafAct) act =
      standing == NULL ? NULL : sheaf_act_begin (book, "confirmation-ask", day, error);
  guint asked = 0;

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

/* The standing one, for who stands for a merged party too. */
static SheafConfirmation *
load_standing (SheafBook *book,
               gint64     account_id,
               gint64     party_id,
               SheafDate  date,
               GError   **error)
{
  g_autoptr (GPtrArray) list = sheaf_confirmation_list (
      book, date, account_id, sheaf_party_survivor (book, party_id), error);

  if (list == NULL)
    return NULL;
  if (list->len == 1)
    return g_ptr_array_steal_index (list, 0);
  refuse (error, _ ("this party was not asked about that account on that day: ask first"));
  return NULL;
}

gboolean
sheaf_confirmation_answer (SheafBook  *book,
                           gint64      account_id,
                           gint64      party_id,
                           SheafDate   date,
                           SheafMoney  confirmed,
                           SheafDate   answered,
                           const char *note,
                           GError    **error)
{
  g_autoptr (SheafConfirmation) one = load_standing (book, account_id, party_id, date, error);
  g_autoptr (SheafAct) act = NULL;

  if (one == NULL)
    return FALSE;
  if (one->vouchers > 0)
    return refuse (error, _ ("the difference was posted already: reverse its voucher first"));
  act = sheaf_act_begin (book, "confirmation-answer", "", error);
  return act != NULL &&
         write_one (book, one->account_id, one->party_id, one->date, one->booked, &confirmed,
                    answered, note, sheaf_act_id (act), error) &&
         sheaf_act_commit (act, error);
}

gboolean
sheaf_confirmation_post (SheafBook *book,
                         gint64     account_id,
                         gint64     party_id,
                         SheafDate  date,
                         SheafDate  posted_on,
                         gint64     other_id,
                         GError   **error)
{
  g_autoptr (SheafConfirmation) one = load_standing (book, account_id, party_id, date, error);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SheafDifferenceLine));
  SheafDifferenceLine line = { 0 };
  SheafDifference     difference;
  guint               vouchers;

  if (one == NULL)
    return FALSE;
  line.amount = sheaf_confirmation_difference (one);
  if (!one->is_answered || line.amount.units == 0)
    return refuse (error, _ ("there is no answer that differs from the books: nothing to post"));
  if (one->vouchers > 0)
    return refuse (error, _ ("the difference was posted already: reverse its voucher first"));
  g_array_append_val (lines, line);
  difference = (SheafDifference){ .event = "debt",
                                  .date = posted_on,
                                  .account_id = one->account_id,
                                  .party_id = one->party_id,
                                  .other_id = other_id,
                                  .confirmation_id = one->id };
  return sheaf_difference_post (book, &difference, lines, &vouchers, error);
}

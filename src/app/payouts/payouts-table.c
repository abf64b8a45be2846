/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read on a thread: nothing here touches a widget. The figures are the core's. */
#include "app/payouts/payouts-table.h"

#include "app/payouts/payouts-words.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/chart.h"
#include "ledger/totals.h"

#include <string.h>

static void
payee_free (gpointer data)
{
  SheafPayeeRow *payee = data;

  g_free (payee->found_by);
  g_free (payee);
}

static void
list_free (gpointer data)
{
  SheafPaymentList *list = data;

  g_hash_table_unref (list->payments);
  g_free (list);
}

void
sheaf_payouts_table_free (SheafPayoutsTable *table)
{
  if (table == NULL)
    return;
  g_clear_pointer (&table->years, g_array_unref);
  g_clear_pointer (&table->payees, g_ptr_array_unref);
  g_clear_pointer (&table->standings, g_ptr_array_unref);
  g_clear_pointer (&table->lists, g_ptr_array_unref);
  g_free (table);
}

/* TRUE when something of the year can be seen here. */
static gboolean
has_payouts (SheafBook *book,
             int        year,
             gboolean  *ret_has,
             GError   **error)
{
  SheafPlanState state;
  g_autoptr (GArray) lists = NULL;

  if (!sheaf_plan_state (book, year, &state, error))
    return FALSE;
  lists = sheaf_payout_list (book, year, error);
  if (lists == NULL)
    return FALSE;
  *ret_has = state == SHEAF_PLAN_POSTED || lists->len > 0;
  return TRUE;
}

/* The years with something to see. Shown is the one asked for, else the first choice where it has
 * something, else the latest before it, else the first choice all the same. */
static gboolean
choose_year (SheafBook              *book,
             const SheafPayoutsWish *wish,
             SheafPayoutsTable      *table,
             GError                **error)
{
  int shown = 0;

  for (int year = wish->first_year; year <= wish->last_year; year++)
    {
      gboolean has = FALSE;

      if (!has_payouts (book, year, &has, error))
        return FALSE;
      if (has && year <= wish->first_choice)
        shown = year;
      if (has || year == wish->first_choice || year == wish->year)
        g_array_append_val (table->years, year);
    }
  table->year = wish->year != 0 ? wish->year : shown != 0 ? shown
                                                          : wish->first_choice;
  return TRUE;
}

static SheafPayeeRow *
new_payee (const SheafPayoutStanding *standing)
{
  SheafPayeeRow   *payee = g_new0 (SheafPayeeRow, 1);
  g_autofree char *words = g_strjoin (" ", standing->code, standing->name,
                                      standing->bank_account != NULL ? standing->bank_account : "",
                                      NULL);

  payee->standing = standing;
  payee->found_by = sheaf_text_fold (words);
  return payee;
}

static SheafMoney
counted (const SheafPayoutStanding *standing)
{
  switch (standing->state)
    {
    case SHEAF_PAYOUT_ORDERED:
      return standing->ordered;
    case SHEAF_PAYOUT_PAID:
      return sheaf_money_sub (standing->gross, standing->returned);
    case SHEAF_PAYOUT_TO_PAY:
    case SHEAF_PAYOUT_BOUNCED:
    case SHEAF_PAYOUT_UNCLAIMED:
    case SHEAF_PAYOUT_REVERSED:
    default:
      return standing->open;
    }
}

static gboolean
read_payees (SheafBook         *book,
             SheafPayoutsTable *table,
             GError           **error)
{
  table->standings = sheaf_payout_standing_list (book, table->year, table->on, error);
  if (table->standings == NULL)
    return FALSE;
  for (guint i = 0; i < table->standings->len; i++)
    {
      const SheafPayoutStanding *standing = table->standings->pdata[i];
      SheafPayoutState           state = standing->state;

      g_ptr_array_add (table->payees, new_payee (standing));
      table->count[state]++;
      table->sum[state] = sheaf_money_add (table->sum[state], counted (standing));
      table->open = sheaf_money_add (table->open, standing->open);
    }
  return TRUE;
}

static void
add_line (SheafPaymentList      *list,
          const SheafPayoutLine *line)
{
  list->count++;
  list->ordered += line->state == SHEAF_PAYOUT_ORDERED;
  list->returned += line->state == SHEAF_PAYOUT_BOUNCED || line->state == SHEAF_PAYOUT_UNCLAIMED;
  list->reversed += line->state == SHEAF_PAYOUT_REVERSED;
  if (line->state == SHEAF_PAYOUT_REVERSED)
    return;
  list->gross = sheaf_money_add (list->gross, line->gross);
  list->tax = sheaf_money_add (list->tax, line->tax);
  list->set_off = sheaf_money_add (list->set_off, line->set_off);
  if (!line->paid)
    list->back = sheaf_money_add (list->back, line->net);
}

static GHashTable *
add_up_payments (const SheafPayoutBatch *batch)
{
  g_autoptr (GArray) payments = sheaf_payout_batch_payments (batch);
  GHashTable *sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint i = 0; i < payments->len; i++)
    {
      const SheafPayoutPayment *payment = &g_array_index (payments, SheafPayoutPayment, i);

      g_hash_table_insert (sums,
                           g_memdup2 (&payment->line->party_id, sizeof payment->line->party_id),
                           g_memdup2 (&payment->net, sizeof payment->net));
    }
  return sums;
}

static SheafPaymentList *
new_list (const SheafPayoutBatch *batch)
{
  SheafPaymentList *list = g_new0 (SheafPaymentList, 1);

  list->id = batch->id;
  list->year = batch->year;
  list->date = batch->date;
  list->method = batch->method;
  for (guint i = 0; i < batch->lines->len; i++)
    add_line (list, batch->lines->pdata[i]);
  list->net = sheaf_payout_batch_total (batch);
  list->payments = add_up_payments (batch);
  return list;
}

static gboolean
read_lists (SheafBook         *book,
            SheafPayoutsTable *table,
            GError           **error)
{
  g_autoptr (GArray) ids = sheaf_payout_list (book, table->year, error);

  for (guint i = ids != NULL ? ids->len : 0; i > 0; i--)
    {
      g_autoptr (SheafPayoutBatch) batch = NULL;

      batch = sheaf_payout_load (book, g_array_index (ids, gint64, i - 1), error);
      if (batch == NULL)
        return FALSE;
      g_ptr_array_add (table->lists, new_list (batch));
    }
  return ids != NULL;
}

/* The control account, of all members and years. */
static gboolean
read_owed (SheafBook         *book,
           SheafPayoutsTable *table,
           GError           **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account;
  g_autoptr (SheafTotals) totals = NULL;

  account = chart != NULL ? sheaf_chart_by_role (chart, "member-payable", error) : NULL;
  if (account == NULL)
    return FALSE;
  totals = sheaf_totals_load_pairs (book, table->on, table->on, error);
  if (totals == NULL)
    return FALSE;
  table->owed = sheaf_money_neg (sheaf_totals_balance (totals, account->id));
  return TRUE;
}

gpointer
sheaf_payouts_table_job (gpointer connection,
                         gpointer data,
                         GError **error)
{
  const SheafPayoutsWish *wish = data;
  g_autoptr (SheafPayoutsTable) table = g_new0 (SheafPayoutsTable, 1);

  table->on = wish->on;
  table->years = g_array_new (FALSE, FALSE, sizeof (int));
  table->payees = g_ptr_array_new_with_free_func (payee_free);
  table->lists = g_ptr_array_new_with_free_func (list_free);
  if (!choose_year (connection, wish, table, error) ||
      !read_payees (connection, table, error) || !read_lists (connection, table, error) ||
      !read_owed (connection, table, error))
    return NULL;
  return g_steal_pointer (&table);
}

GPtrArray *
sheaf_payouts_table_choose (const SheafPayoutsTable *table,
                            guint                    state,
                            const char              *text)
{
  GPtrArray       *chosen = g_ptr_array_new ();
  g_autofree char *folded = sheaf_text_fold (text != NULL ? text : "");
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; i < table->payees->len; i++)
    {
      const SheafPayeeRow *payee = table->payees->pdata[i];

      if ((state >= SHEAF_PAYOUT_STATES || payee->standing->state == state) &&
          sheaf_text_has_words (payee->found_by, words))
        g_ptr_array_add (chosen, table->payees->pdata[i]);
    }
  return chosen;
}

const SheafPaymentList *
sheaf_payouts_table_find_list (const SheafPayoutsTable *table,
                               gint64                   id)
{
  for (guint i = 0; i < table->lists->len; i++)
    {
      const SheafPaymentList *list = table->lists->pdata[i];

      if (list->id == id)
        return list;
    }
  return NULL;
}

SheafMoney
sheaf_payment_list_payment (const SheafPaymentList *list,
                            gint64                  party_id)
{
  const SheafMoney *sum = g_hash_table_lookup (list->payments, &party_id);

  return sum != NULL ? *sum : SHEAF_MONEY_ZERO;
}

char *
sheaf_payee_state_text (const SheafPayoutStanding *standing)
{
  const char *title = sheaf_payout_state_title (standing->state);

  if (standing->state == SHEAF_PAYOUT_PAID || standing->days == 0)
    return g_strdup (title);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u day", "%s, %u days",
                                       standing->days),
                          title, standing->days);
}

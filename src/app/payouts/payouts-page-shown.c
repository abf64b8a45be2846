/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what was read on the page. Who was selected stays selected, and the focus stays in its
 * list. */
#include "app/format.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/payouts/payouts-columns.h"
#include "app/payouts/payouts-page-private.h"
#include "app/payouts/payouts-words.h"
#include "base/i18n.h"

#include <string.h>

static gconstpointer
selected_of (GtkSingleSelection *selection)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (selection);

  return row != NULL ? sheaf_list_row_get_record (row) : NULL;
}

gboolean
sheaf_payouts_page_shows_lists (SheafPayoutsPage *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (page->views), "lists") == 0;
}

const SheafPayeeRow *
sheaf_payouts_page_get_payee (SheafPayoutsPage *page)
{
  return selected_of (page->payees);
}

const SheafPaymentList *
sheaf_payouts_page_get_list (SheafPayoutsPage *page)
{
  return selected_of (page->lists);
}

const SheafPayoutLine *
sheaf_payouts_page_get_line (SheafPayoutsPage *page)
{
  return selected_of (page->lines);
}

const SheafPaymentList *
sheaf_payouts_page_get_list_at_work (SheafPayoutsPage *page)
{
  const SheafPayeeRow       *payee = sheaf_payouts_page_get_payee (page);
  const SheafPayoutStanding *standing = payee != NULL ? payee->standing : NULL;

  if (sheaf_payouts_page_shows_lists (page))
    return sheaf_payouts_page_get_list (page);
  if (standing == NULL)
    return NULL;
  return sheaf_payouts_table_find_list (page->table, standing->state_list != 0
                                                         ? standing->state_list
                                                         : standing->batch_id);
}

/* FALSE also while the lines of the list chosen are still being read. */
gboolean
sheaf_payouts_page_get_payment (SheafPayoutsPage  *page,
                                SheafPayeePayment *ret_payment)
{
  const SheafPaymentList *list = sheaf_payouts_page_get_list_at_work (page);
  const SheafPayoutLine  *line = sheaf_payouts_page_get_line (page);
  const SheafPayeeRow    *payee = sheaf_payouts_page_get_payee (page);

  if (list == NULL)
    return FALSE;
  if (sheaf_payouts_page_shows_lists (page))
    {
      if (line == NULL || page->batch == NULL || page->batch->id != list->id)
        return FALSE;
      *ret_payment = (SheafPayeePayment){ list, line->party_id, line->code, line->name,
                                          line->state, SHEAF_MONEY_ZERO };
    }
  else
    {
      const SheafPayoutStanding *standing = payee->standing;

      if (standing->state_list == 0)
        return FALSE;
      *ret_payment = (SheafPayeePayment){ list, standing->party_id, standing->code,
                                          standing->name, standing->state, SHEAF_MONEY_ZERO };
    }
  ret_payment->money = sheaf_payment_list_payment (list, ret_payment->party_id);
  return TRUE;
}

SheafPayeeSlip
sheaf_payouts_page_get_slip (SheafPayoutsPage *page)
{
  SheafPayeePayment payment = { 0 };
  SheafPayeeSlip    slip = { 0 };

  if (!sheaf_payouts_page_get_payment (page, &payment) || payment.state != SHEAF_PAYOUT_ORDERED)
    return slip;
  slip.year = payment.list->year;
  slip.amount = payment.money;
  return slip;
}

/* "○ to pay 3: 1.250.000", for the states that there are. */
static void
add_sums (const SheafPayoutsTable *table,
          GString                 *text)
{
  for (guint i = 0; i < SHEAF_PAYOUT_STATES; i++)
    if (table->count[i] > 0)
      {
        g_autofree char *sum = sheaf_format_figure (table->sum[i]);

        g_string_append_printf (text, " · %s %u: %s", sheaf_payout_state_title (i),
                                table->count[i], sum);
      }
}

/* What the members have open beside what the ledger owes them: both are the core's. */
static void
show_foot (SheafPayoutsPage *page)
{
  const SheafPayoutsTable *table = page->table;
  SheafMoney               difference = sheaf_money_sub (table->owed, table->open);
  g_autofree char         *open = sheaf_format_figure (table->open);
  g_autofree char         *owed = sheaf_format_figure (table->owed);
  g_autofree char         *rest = sheaf_format_figure (difference);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_printf (text, _ ("%u members"), table->payees->len);
  add_sums (table, text);
  g_string_append_c (text, '\n');
  if (difference.units == 0)
    g_string_append_printf (text, _ ("open %s = owed by the ledger %s ✓ (₫)"), open, owed);
  else
    g_string_append_printf (text,
                            _ ("open %s, owed by the ledger %s; of other years or entered by "
                               "hand: %s (₫)"),
                            open, owed, rest);
  gtk_label_set_text (page->foot, text->str);
  gtk_widget_set_visible (GTK_WIDGET (page->foot), table->payees->len > 0);
}

void
sheaf_payouts_page_show_payee (SheafPayoutsPage *page)
{
  const SheafPayeeRow *payee = sheaf_payouts_page_get_payee (page);

  gtk_widget_set_visible (GTK_WIDGET (page->card), payee != NULL && !page->narrow);
  if (payee != NULL && !page->narrow)
    sheaf_payee_card_show (page->card, SHEAF_PAGE (page), payee->standing, page->table->on,
                           sheaf_payouts_page_get_slip (page));
  sheaf_payouts_acts_enable (page);
}

static void
show_empty (SheafPayoutsPage *page)
{
  g_autofree char *title = g_strdup_printf (_ ("Nothing to be paid of %d"), page->table->year);

  adw_status_page_set_title (page->unposted, title);
  adw_status_page_set_description (
      page->unposted,
      _ ("Members are owed money once the distribution is approved and posted; who gets how much "
         "then stands here."));
  adw_status_page_set_title (page->payee_empty, _ ("Nothing found"));
  adw_status_page_set_description (
      page->payee_empty,
      _ ("No member is in the state chosen and has these words in code, name or account."));
  adw_status_page_set_title (page->list_empty, _ ("No list yet"));
  adw_status_page_set_description (
      page->list_empty,
      _ ("A list pays many members in one act: in cash against signatures, or through the bank."));
}

/* Where the member stands who was wanted or selected before; else as far down as before. */
static guint
find_payee (const GPtrArray *shown,
            const char      *code,
            guint            before)
{
  for (guint i = 0; code != NULL && i < shown->len; i++)
    if (strcmp (((const SheafPayeeRow *) shown->pdata[i])->standing->code, code) == 0)
      return i;
  return before == GTK_INVALID_LIST_POSITION || shown->len == 0 ? 0 : MIN (before, shown->len - 1);
}

void
sheaf_payouts_page_show_payees (SheafPayoutsPage *page)
{
  const SheafPayeeRow *before = sheaf_payouts_page_get_payee (page);
  g_autofree char     *code = NULL;
  guint                chosen = gtk_drop_down_get_selected (page->state_list);
  guint                position = gtk_single_selection_get_selected (page->payees);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (SheafRecordList) records = NULL;

  if (page->table == NULL || page->filling)
    return;
  code = page->wanted_code != NULL ? g_steal_pointer (&page->wanted_code)
                                   : g_strdup (before != NULL ? before->standing->code : NULL);
  shown = sheaf_payouts_table_choose (page->table, chosen == 0 ? SHEAF_PAYOUT_STATES : chosen - 1,
                                      gtk_editable_get_text (page->search));
  records = sheaf_record_list_new (g_ptr_array_ref (shown));
  gtk_stack_set_visible_child_name (page->payee_stack,
                                    shown->len > 0                 ? "list"
                                    : page->table->payees->len > 0 ? "empty"
                                                                   : "unposted");
  position = find_payee (shown, code, position);
  page->filling = TRUE; /* the first row is selected for a moment: nobody is to be read for it */
  sheaf_columns_refill (page->payee_view, G_LIST_MODEL (records), position);
  if (position > 0)
    sheaf_columns_scroll_to (page->payee_view, position, FALSE);
  page->filling = FALSE;
  sheaf_payouts_page_show_payee (page);
}

static void
show_lines (SheafPayoutsPage *page,
            SheafPayoutBatch *batch)
{
  g_autoptr (SheafRecordList) records = NULL;
  g_autofree char  *day = NULL;
  g_autofree char  *title = NULL;
  SheafPayoutBatch *before = page->batch;

  records = sheaf_record_list_new (batch != NULL ? g_ptr_array_ref (batch->lines)
                                                 : g_ptr_array_new ());
  if (batch != NULL)
    sheaf_payouts_columns_fit (page->line_view, batch->lines);
  sheaf_columns_refill (page->line_view, G_LIST_MODEL (records),
                        gtk_single_selection_get_selected (page->lines));
  page->batch = batch;
  sheaf_payout_batch_free (before);
  if (batch != NULL)
    {
      day = sheaf_format_date (batch->date);
      title = g_strdup_printf (_ ("List %d of %s, %s"), (int) batch->id, day,
                               sheaf_payout_method_title (batch->method));
      gtk_label_set_text (page->lines_title, title);
    }
  gtk_widget_set_visible (page->lines_box, batch != NULL);
  sheaf_payouts_acts_enable (page);
}

static gpointer
batch_job (gpointer connection,
           gpointer data,
           GError **error)
{
  return sheaf_payout_load (connection, *(const gint64 *) data, error);
}

static void
batch_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafPayoutsPage       *page = SHEAF_PAYOUTS_PAGE (source);
  SheafPayoutBatch       *batch = sheaf_page_take (SHEAF_PAGE (page), result);
  const SheafPaymentList *list;

  (void) user_data;
  if (batch == NULL)
    return;
  list = page->line_view != NULL ? sheaf_payouts_page_get_list (page) : NULL;
  if (list != NULL && list->id == batch->id)
    show_lines (page, batch);
  else
    sheaf_payout_batch_free (batch); /* another one was chosen meanwhile */
}

void
sheaf_payouts_page_show_list (SheafPayoutsPage *page)
{
  const SheafPaymentList *list = sheaf_payouts_page_get_list (page);

  if (list == NULL)
    show_lines (page, NULL);
  else
    sheaf_page_read (SHEAF_PAGE (page), batch_job, g_memdup2 (&list->id, sizeof list->id), g_free,
                     (GDestroyNotify) sheaf_payout_batch_free, batch_cb);
}

static void
show_lists (SheafPayoutsPage *page,
            gint64            wanted)
{
  const GPtrArray *lists = page->table->lists;
  guint            position = 0;
  g_autoptr (SheafRecordList)
      records = sheaf_record_list_new (g_ptr_array_ref (page->table->lists));

  for (guint i = 0; i < lists->len; i++)
    if (((const SheafPaymentList *) lists->pdata[i])->id == wanted)
      position = i;
  gtk_stack_set_visible_child_name (page->list_stack, lists->len > 0 ? "list" : "empty");
  page->filling = TRUE;
  sheaf_columns_refill (page->list_view, G_LIST_MODEL (records), position);
  page->filling = FALSE;
  sheaf_payouts_page_show_list (page);
}

static void
show_years (SheafPayoutsPage *page)
{
  const GArray *years = page->table->years;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *heading = g_strdup_printf (_ ("Payouts of %d"), page->table->year);
  guint            shown = 0;

  for (guint i = 0; i < years->len; i++)
    {
      gtk_string_list_take (names, g_strdup_printf ("%d", g_array_index (years, int, i)));
      if (g_array_index (years, int, i) == page->table->year)
        shown = i;
    }
  page->filling = TRUE;
  gtk_drop_down_set_model (page->year_list, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (page->year_list, shown);
  page->filling = FALSE;
  gtk_label_set_text (page->heading, heading);
}

void
sheaf_payouts_page_show_table (SheafPayoutsPage *page,
                               gint64            list_id)
{
  sheaf_payouts_columns_fit (page->payee_view, page->table->payees);
  sheaf_payouts_columns_fit (page->list_view, page->table->lists);
  show_years (page);
  show_empty (page);
  sheaf_payouts_page_show_payees (page);
  show_lists (page, list_id);
  show_foot (page);
}

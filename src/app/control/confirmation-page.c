/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The letters themselves are made and judged by the core; the page shows a day's balances beside
 * them. */
#include "app/control/confirmation-page.h"

#include "app/control/confirmation-acts.h"
#include "app/control/confirmation-columns.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/shortcuts.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/step-keys.h"
#include "base/i18n.h"

typedef enum
{
  SHOW_ALL,
  SHOW_UNANSWERED,
  SHOW_DIFFERING,
} Show;

struct _SheafConfirmationPage
{
  SheafPage               parent_instance;
  SheafConfirmationTable *table; /* as read; NULL: not yet */
  GtkSingleSelection     *selection;
  int                     year;     /* that the day was set for; 0: none yet */
  gboolean                choosing; /* the list of accounts is being filled */

  SheafDateEntry *day_entry;
  GtkDropDown    *account_list;
  GtkDropDown    *show_list;
  GtkStack       *stack;
  GtkColumnView  *view;
  AdwStatusPage  *empty;
  GtkLabel       *foot;
};

G_DEFINE_FINAL_TYPE (SheafConfirmationPage, sheaf_confirmation_page, SHEAF_TYPE_PAGE)

const SheafConfirmationRow *
sheaf_confirmation_page_get_row (SheafConfirmationPage *page)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (page->selection);

  return row != NULL ? sheaf_list_row_get_record (row) : NULL;
}

const SheafConfirmationTable *
sheaf_confirmation_page_get_table (SheafConfirmationPage *page)
{
  return page->table;
}

/* NULL: all accounts. */
const char *
sheaf_confirmation_page_get_account (SheafConfirmationPage *page)
{
  guint selected = gtk_drop_down_get_selected (page->account_list);

  if (page->table == NULL || selected == 0 || selected > page->table->accounts->len)
    return NULL;
  return ((SheafConfirmationAccount *) page->table->accounts->pdata[selected - 1])->code;
}

static gboolean
is_shown (SheafConfirmationPage       *page,
          const SheafConfirmationLine *line)
{
  switch (gtk_drop_down_get_selected (page->show_list))
    {
    case SHOW_UNANSWERED:
      return line->state == SHEAF_CONFIRMATION_NOT_ASKED ||
             line->state == SHEAF_CONFIRMATION_MADE || line->state == SHEAF_CONFIRMATION_SENT ||
             line->state == SHEAF_CONFIRMATION_STALE;
    case SHOW_DIFFERING:
      return line->asked != NULL && line->asked->is_answered &&
             sheaf_confirmation_difference (line->asked).units != 0;
    case SHOW_ALL:
    default:
      return TRUE;
    }
}

/* Which acts the row allows; the core has the last word. */
static void
enable_acts (SheafConfirmationPage *page)
{
  const SheafConfirmationRow   *row = sheaf_confirmation_page_get_row (page);
  const SheafConfirmation      *asked = row != NULL ? row->line->asked : NULL;
  SheafConfirmationState        state = row != NULL ? row->line->state
                                                    : SHEAF_CONFIRMATION_NOT_ASKED;
  const SheafConfirmationCount  none = { 0 };
  const SheafConfirmationCount *count = page->table != NULL ? &page->table->count : &none;
  GtkWidget                    *widget = GTK_WIDGET (page);
  gboolean                      letters = FALSE;

  for (guint i = 0; page->table != NULL && i < page->table->rows->len && !letters; i++)
    letters = ((SheafConfirmationRow *) page->table->rows->pdata[i])->line->asked != NULL;
  gtk_widget_action_set_enabled (widget, "confirm.make", count->asked < count->lines);
  gtk_widget_action_set_enabled (widget, "confirm.send", letters);
  gtk_widget_action_set_enabled (widget, "confirm.print", letters);
  gtk_widget_action_set_enabled (widget, "confirm.print-list", letters);
  gtk_widget_action_set_enabled (widget, "confirm.print-one", asked != NULL);
  gtk_widget_action_set_enabled (widget, "confirm.answer",
                                 row != NULL && state != SHEAF_CONFIRMATION_POSTED);
  gtk_widget_action_set_enabled (widget, "confirm.post", state == SHEAF_CONFIRMATION_DIFFERS);
  gtk_widget_action_set_enabled (widget, "confirm.take-back",
                                 asked != NULL && asked->is_answered);
}

static void
show_foot (SheafConfirmationPage *page)
{
  const SheafConfirmationCount *count = &page->table->count;
  g_autofree char              *text = NULL;

  text = g_strdup_printf (
      _ ("balances %u · letters %u · sent %u · answered %u · differences not posted %u"),
      count->lines, count->asked, count->sent, count->answered, count->differing);
  gtk_label_set_text (page->foot, text);
}

static void
show_empty (SheafConfirmationPage *page)
{
  gboolean nothing = page->table->rows->len == 0;

  adw_status_page_set_title (page->empty,
                             nothing ? _ ("Nothing to confirm") : _ ("Nothing of that kind"));
  adw_status_page_set_description (
      page->empty,
      nothing ? _ ("No party has a balance of this day on an account whose debts are confirmed by "
                   "letter.")
              : _ ("Every balance of the day stands in another state: choose “All balances”."));
}

/* The rows of the kind chosen; the row that was selected stays so. */
static void
show_rows (SheafConfirmationPage *page)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (SheafRecordList) records = NULL;
  const SheafConfirmationRow *before = NULL;
  guint                       position = gtk_single_selection_get_selected (page->selection);

  if (page->table == NULL)
    return;
  if (position == GTK_INVALID_LIST_POSITION)
    position = 0;
  before = sheaf_confirmation_page_get_row (page);
  for (guint i = 0; i < page->table->rows->len; i++)
    {
      SheafConfirmationRow *row = page->table->rows->pdata[i];

      if (!is_shown (page, row->line))
        continue;
      if (row == before)
        position = rows->len;
      g_ptr_array_add (rows, row);
    }
  records = sheaf_record_list_new (g_ptr_array_ref (rows));
  show_empty (page);
  show_foot (page);
  gtk_stack_set_visible_child_name (page->stack, rows->len > 0 ? "list" : "empty");
  sheaf_columns_refill (page->view, G_LIST_MODEL (records),
                        rows->len > 0 ? MIN (position, rows->len - 1) : 0);
  enable_acts (page);
}

/* The chart's accounts are there with the first answer. */
static void
fill_accounts (SheafConfirmationPage *page)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (page->account_list);

  gtk_string_list_append (titles, _ ("All accounts"));
  for (guint i = 0; i < page->table->accounts->len; i++)
    gtk_string_list_append (
        titles, ((SheafConfirmationAccount *) page->table->accounts->pdata[i])->title);
  if (g_list_model_get_n_items (gtk_drop_down_get_model (page->account_list)) ==
      g_list_model_get_n_items (G_LIST_MODEL (titles)))
    return;
  page->choosing = TRUE;
  gtk_drop_down_set_model (page->account_list, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (page->account_list, selected);
  page->choosing = FALSE;
}

static gboolean
get_wish (SheafConfirmationPage *page,
          SheafConfirmationWish *ret_wish)
{
  guint selected = gtk_drop_down_get_selected (page->account_list);

  ret_wish->account_id = 0;
  if (page->table != NULL && selected > 0 && selected <= page->table->accounts->len)
    ret_wish->account_id =
        ((SheafConfirmationAccount *) page->table->accounts->pdata[selected - 1])->id;
  return sheaf_date_entry_get (page->day_entry, &ret_wish->date, NULL);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafConfirmationPage  *page = SHEAF_CONFIRMATION_PAGE (source);
  SheafConfirmationTable *table = sheaf_page_take (SHEAF_PAGE (page), result);
  SheafConfirmationTable *before = page->table;
  SheafConfirmationWish   wish;

  (void) user_data;
  if (table == NULL)
    return;
  if (page->view == NULL || !get_wish (page, &wish) ||
      sheaf_date_cmp (wish.date, table->wish.date) != 0 ||
      wish.account_id != table->wish.account_id)
    {
      sheaf_confirmation_table_free (table);
      return;
    }
  page->table = table;
  fill_accounts (page);
  show_rows (page);
  sheaf_confirmation_table_free (before);
}

static void
read_table (SheafConfirmationPage *page)
{
  SheafConfirmationWish wish;

  if (page->choosing || sheaf_page_get_session (SHEAF_PAGE (page)) == NULL ||
      !get_wish (page, &wish))
    return;
  sheaf_page_read (SHEAF_PAGE (page), sheaf_confirmation_sheet_job,
                   g_memdup2 (&wish, sizeof wish), g_free,
                   (GDestroyNotify) sheaf_confirmation_table_free, read_cb);
}

static void
sheaf_confirmation_page_reload (SheafPage *base)
{
  SheafConfirmationPage *page = SHEAF_CONFIRMATION_PAGE (base);
  int                    year = sheaf_session_get_year (sheaf_page_get_session (base));

  /* Debts are confirmed at the year's end; another day stays while the year does. */
  if (page->year != year)
    {
      page->year = year;
      sheaf_date_entry_set (page->day_entry, sheaf_date_new (year, 12, 31));
    }
  read_table (page);
}

/* "2025-12-31" */
static void
sheaf_confirmation_page_show_detail (SheafPage  *base,
                                     const char *detail)
{
  SheafConfirmationPage *page = SHEAF_CONFIRMATION_PAGE (base);
  SheafDate              day;

  if (!sheaf_date_parse (detail, &day, NULL))
    return;
  sheaf_date_entry_set (page->day_entry, day);
  read_table (page);
  (void) gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

static void
sheaf_confirmation_page_focus (SheafPage *base)
{
  SheafConfirmationPage *page = SHEAF_CONFIRMATION_PAGE (base);
  gboolean               listed = page->table != NULL && page->table->rows->len > 0;

  (void) gtk_widget_grab_focus (listed ? GTK_WIDGET (page->view) : GTK_WIDGET (page->day_entry));
}

static void
next_view_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SheafConfirmationPage *page = SHEAF_CONFIRMATION_PAGE (widget);
  guint                  shown = gtk_drop_down_get_selected (page->show_list);

  (void) action;
  (void) parameter;
  gtk_drop_down_set_selected (page->show_list, (shown + 1) % (SHOW_DIFFERING + 1));
}

static void
sheaf_confirmation_page_dispose (GObject *object)
{
  SheafConfirmationPage *page = SHEAF_CONFIRMATION_PAGE (object);

  if (page->view != NULL)
    gtk_single_selection_set_model (page->selection, NULL);
  page->view = NULL;
  g_clear_pointer (&page->table, sheaf_confirmation_table_free);
  G_OBJECT_CLASS (sheaf_confirmation_page_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/control/confirmation-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafConfirmationPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafConfirmationPage, account_list);
  gtk_widget_class_bind_template_child (widget_class, SheafConfirmationPage, show_list);
  gtk_widget_class_bind_template_child (widget_class, SheafConfirmationPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafConfirmationPage, view);
  gtk_widget_class_bind_template_child (widget_class, SheafConfirmationPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SheafConfirmationPage, foot);
}

static void
sheaf_confirmation_page_class_init (SheafConfirmationPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_confirmation_page_dispose;
  page_class->reload = sheaf_confirmation_page_reload;
  page_class->show_detail = sheaf_confirmation_page_show_detail;
  page_class->focus = sheaf_confirmation_page_focus;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  bind_parts (widget_class);
  sheaf_shortcuts_bind (widget_class, "confirm.");
  sheaf_confirmation_acts_install (widget_class);
  gtk_widget_class_install_action (widget_class, "confirm.next-view", NULL, next_view_action);
}

static void
activated_cb (SheafConfirmationPage *page)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (page), "confirm.answer", NULL);
}

static void
sheaf_confirmation_page_init (SheafConfirmationPage *page)
{
  const SheafColumn *columns;
  guint              n_columns;

  gtk_widget_init_template (GTK_WIDGET (page));
  page->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_object_unref (page->selection);
  columns = sheaf_confirmation_columns (&n_columns);
  sheaf_columns_add (page->view, columns, n_columns);
  sheaf_step_keys_add (page->account_list);
  sheaf_step_keys_add (page->show_list);
  g_signal_connect_swapped (page->selection, "notify::selected-item", G_CALLBACK (enable_acts),
                            page);
  g_signal_connect_swapped (page->view, "activate", G_CALLBACK (activated_cb), page);
  g_signal_connect_swapped (page->day_entry, "changed-date", G_CALLBACK (read_table), page);
  g_signal_connect_swapped (page->account_list, "notify::selected", G_CALLBACK (read_table), page);
  g_signal_connect_swapped (page->show_list, "notify::selected", G_CALLBACK (show_rows), page);
  enable_acts (page);
}

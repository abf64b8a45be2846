/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All figures of a day are read in one job, so that the three views agree. */
#include "app/capital/capital-page.h"

#include "app/capital/capital-acts.h"
#include "app/capital/due-columns.h"
#include "app/capital/event-columns.h"
#include "app/capital/ownership-view.h"
#include "app/documents/paper-dialog.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/pages.h"
#include "app/shortcuts.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "base/i18n.h"

#include <string.h>

struct _SheafCapitalPage
{
  SheafPage           parent_instance;
  SheafCapitalTable  *table; /* as read; NULL: not yet */
  GtkSingleSelection *events;
  GtkSingleSelection *dues;
  gboolean            day_is_set;

  SheafDateEntry     *day_entry;
  SheafCodePicker    *member_picker;
  GtkStack           *views;
  GtkStack           *due_stack;
  GtkColumnView      *due_view;
  AdwStatusPage      *due_empty;
  SheafOwnershipView *ownership;
  GtkStack           *events_stack;
  GtkColumnView      *events_view;
  AdwStatusPage      *events_empty;
  GtkButton          *certificates;
};

G_DEFINE_FINAL_TYPE (SheafCapitalPage, sheaf_capital_page, SHEAF_TYPE_PAGE)

#define HANDOVER "handover "

static const char *const view_names[] = { "due", "ownership", "events" };

static gboolean
shows (SheafCapitalPage *page,
       const char       *view)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (page->views), view) == 0;
}

static gconstpointer
selected_of (GtkSingleSelection *selection)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (selection);

  return row != NULL ? sheaf_list_row_get_record (row) : NULL;
}

const SheafCapitalTable *
sheaf_capital_page_get_table (SheafCapitalPage *page)
{
  return page->table;
}

const SheafCapitalLine *
sheaf_capital_page_get_line (SheafCapitalPage *page)
{
  return shows (page, "events") ? selected_of (page->events) : NULL;
}

const SheafCapitalDue *
sheaf_capital_page_get_due (SheafCapitalPage *page)
{
  return shows (page, "due") ? selected_of (page->dues) : NULL;
}

gint64
sheaf_capital_page_get_member (SheafCapitalPage *page)
{
  const SheafCapitalLine *line = sheaf_capital_page_get_line (page);
  const SheafCapitalDue  *due = sheaf_capital_page_get_due (page);

  if (page->table != NULL && page->table->wish.party_id != 0)
    return page->table->wish.party_id;
  if (due != NULL)
    return due->party_id;
  if (shows (page, "ownership"))
    return sheaf_ownership_view_get_member (page->ownership);
  return line != NULL ? line->event->party_id : 0;
}

static void
show_events (SheafCapitalPage *page)
{
  g_autoptr (SheafRecordList) list = sheaf_record_list_new (g_ptr_array_ref (page->table->lines));
  gboolean any = page->table->lines->len > 0;

  adw_status_page_set_title (page->events_empty, page->table->wish.party_id != 0
                                                     ? _ ("Nothing happened")
                                                     : _ ("No capital yet"));
  adw_status_page_set_description (
      page->events_empty,
      page->table->wish.party_id != 0
          ? _ ("This member has promised and paid in nothing up to the day.")
          : _ ("What members promise, pay in, pass on and get back stands here, each with its "
               "voucher."));
  gtk_stack_set_visible_child_name (page->events_stack, any ? "list" : "empty");
  gtk_single_selection_set_model (page->events, G_LIST_MODEL (list));
}

static void
show_dues (SheafCapitalPage *page)
{
  g_autoptr (SheafRecordList) list = sheaf_record_list_new (g_ptr_array_ref (page->table->dues));

  adw_status_page_set_title (page->due_empty, _ ("Nothing is due"));
  adw_status_page_set_description (page->due_empty,
                                   _ ("Everything promised by this day is paid in, and nothing is "
                                      "to be refunded."));
  gtk_stack_set_visible_child_name (page->due_stack, page->table->dues->len > 0 ? "list" : "empty");
  gtk_single_selection_set_model (page->dues, G_LIST_MODEL (list));
}

static void
show_certificates (SheafCapitalPage *page)
{
  g_autofree char *text = g_strdup_printf (_ ("Certificates due: %u"), page->table->certificates);

  gtk_button_set_label (page->certificates, text);
  gtk_widget_set_visible (GTK_WIDGET (page->certificates),
                          page->table->certificates > 0 && sheaf_pages_has ("certificates"));
}

/* FALSE where day or member cannot be read. */
static gboolean
get_wish (SheafCapitalPage *page,
          SheafCapitalWish *ret_wish)
{
  const SheafChoice *choice;
  const char        *code = "";

  if (!sheaf_date_entry_get (page->day_entry, &ret_wish->on, NULL) ||
      !sheaf_code_picker_get (page->member_picker, &code, NULL))
    return FALSE;
  choice = *code == '\0' ? NULL
                         : sheaf_choices_find_code (sheaf_session_get_parties (
                                                        sheaf_page_get_session (SHEAF_PAGE (page))),
                                                    code);
  ret_wish->party_id = choice != NULL ? choice->id : 0;
  return TRUE;
}

static void
focus_view (SheafCapitalPage *page)
{
  GtkWidget *child = gtk_stack_get_visible_child (page->views);

  if (child == NULL || !gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD))
    (void) gtk_widget_grab_focus (GTK_WIDGET (page->day_entry));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafCapitalPage  *page = SHEAF_CAPITAL_PAGE (source);
  SheafCapitalTable *table = sheaf_page_take (SHEAF_PAGE (page), result);
  SheafCapitalTable *before = page->table;
  SheafCapitalWish   wish;

  (void) user_data;
  if (table == NULL)
    return;
  if (page->events_view == NULL || !get_wish (page, &wish) ||
      sheaf_date_cmp (wish.on, table->wish.on) != 0 || wish.party_id != table->wish.party_id)
    {
      sheaf_capital_table_free (table);
      return;
    }
  page->table = table;
  show_dues (page);
  sheaf_ownership_view_show (page->ownership, table);
  show_events (page);
  show_certificates (page);
  sheaf_capital_acts_enable (page);
  sheaf_page_keep_focus (SHEAF_PAGE (page));
  sheaf_capital_table_free (before);
}

static void
read_table (SheafCapitalPage *page)
{
  SheafCapitalWish wish;

  if (sheaf_page_get_session (SHEAF_PAGE (page)) != NULL && get_wish (page, &wish))
    sheaf_page_read (SHEAF_PAGE (page), sheaf_capital_table_job, g_memdup2 (&wish, sizeof wish),
                     g_free, (GDestroyNotify) sheaf_capital_table_free, read_cb);
}

static void
member_changed_cb (SheafCapitalPage *page)
{
  /* Choosing a code tells "picked"; emptying does not. */
  if (*gtk_editable_get_text (GTK_EDITABLE (page->member_picker)) == '\0')
    read_table (page);
}

static void
sheaf_capital_page_reload (SheafPage *base)
{
  SheafCapitalPage *page = SHEAF_CAPITAL_PAGE (base);
  SheafSession     *session = sheaf_page_get_session (base);

  sheaf_code_picker_set_choices (page->member_picker, sheaf_session_get_parties (session));
  if (!page->day_is_set)
    sheaf_date_entry_set (page->day_entry, sheaf_session_get_working_day (session));
  page->day_is_set = TRUE;
  read_table (page);
}

static void
show_view (SheafCapitalPage *page,
           const char       *name)
{
  gtk_stack_set_visible_child_name (page->views, name);
}

static void
propose_for (SheafCapitalPage *page,
             const char       *code)
{
  SheafSession      *session = sheaf_page_get_session (SHEAF_PAGE (page));
  const SheafChoice *choice = sheaf_choices_find_code (sheaf_session_get_parties (session), code);
  g_autoptr (SheafCapitalEvent) proposal = sheaf_capital_event_new ();

  proposal->event = SHEAF_CAPITAL_PAY;
  proposal->party_id = choice != NULL ? choice->id : 0;
  proposal->date = sheaf_session_get_working_day (session);
  sheaf_capital_acts_propose (page, proposal);
}

/* place: a party's number and a day's. */
static void
present_handover (SheafPage  *base,
                  const char *place)
{
  g_auto (GStrv) parts = g_strsplit (place, " ", 2);
  SheafDate day;

  if (g_strv_length (parts) != 2)
    return;
  day = (SheafDate){ .days = (int) g_ascii_strtoll (parts[1], NULL, 10) };
  gtk_window_present (GTK_WINDOW (sheaf_paper_dialog_new_for_handover (
      base, g_ascii_strtoll (parts[0], NULL, 10), day)));
}

/* "due", "ownership", "events", "new CODE", "handover PARTY DAY" (both as numbers), or a code. */
static void
sheaf_capital_page_show_detail (SheafPage  *base,
                                const char *detail)
{
  SheafCapitalPage *page = SHEAF_CAPITAL_PAGE (base);

  for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
    if (strcmp (detail, view_names[i]) == 0)
      {
        show_view (page, detail);
        return;
      }
  if (strcmp (detail, "new") == 0 || g_str_has_prefix (detail, "new "))
    {
      propose_for (page, detail[3] == ' ' ? detail + 4 : "");
      return;
    }
  if (g_str_has_prefix (detail, HANDOVER))
    {
      present_handover (base, detail + strlen (HANDOVER));
      return;
    }
  sheaf_code_picker_set (page->member_picker, detail);
  show_view (page, "events");
  read_table (page);
}

static void
sheaf_capital_page_focus (SheafPage *base)
{
  focus_view (SHEAF_CAPITAL_PAGE (base));
}

static void
next_view_action (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  SheafCapitalPage *page = SHEAF_CAPITAL_PAGE (widget);
  guint             next = 0;

  (void) action;
  (void) parameter;
  for (guint i = 0; i < G_N_ELEMENTS (view_names); i++)
    if (shows (page, view_names[i]))
      next = (i + 1) % G_N_ELEMENTS (view_names);
  show_view (page, view_names[next]);
  focus_view (page);
}

static void
search_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_CAPITAL_PAGE (widget)->member_picker));
}

static void
due_activated_cb (SheafCapitalPage *page)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (page), "capital.settle", NULL);
}

static void
activated_cb (SheafCapitalPage *page)
{
  (void) gtk_widget_activate_action (GTK_WIDGET (page), "capital.voucher", NULL);
}

static void
sheaf_capital_page_dispose (GObject *object)
{
  SheafCapitalPage *page = SHEAF_CAPITAL_PAGE (object);

  if (page->events_view != NULL)
    {
      gtk_single_selection_set_model (page->events, NULL);
      gtk_single_selection_set_model (page->dues, NULL);
    }
  page->events_view = NULL;
  g_clear_pointer (&page->table, sheaf_capital_table_free);
  G_OBJECT_CLASS (sheaf_capital_page_parent_class)->dispose (object);
}

static void
sheaf_capital_page_class_init (SheafCapitalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_capital_page_dispose;
  page_class->reload = sheaf_capital_page_reload;
  page_class->show_detail = sheaf_capital_page_show_detail;
  page_class->focus = sheaf_capital_page_focus;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  g_type_ensure (SHEAF_TYPE_OWNERSHIP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/capital/capital-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, member_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, views);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, due_stack);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, due_view);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, due_empty);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, ownership);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, events_stack);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, events_view);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, events_empty);
  gtk_widget_class_bind_template_child (widget_class, SheafCapitalPage, certificates);
  sheaf_shortcuts_bind (widget_class, "capital.");
  sheaf_shortcuts_bind (widget_class, "page.");
  sheaf_capital_acts_install (widget_class);
  gtk_widget_class_install_action (widget_class, "capital.next-view", NULL, next_view_action);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
}

/* A list that selects one row. */
static GtkSingleSelection *
fill_list (GtkColumnView *view)
{
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)); /* the view holds it */
}

static void
sheaf_capital_page_init (SheafCapitalPage *page)
{
  const SheafColumn *columns;
  guint              n_columns;

  gtk_widget_init_template (GTK_WIDGET (page));
  page->events = fill_list (page->events_view);
  page->dues = fill_list (page->due_view);
  columns = sheaf_due_columns (&n_columns);
  sheaf_columns_add (page->due_view, columns, n_columns);
  sheaf_columns_set_row_style (page->due_view, sheaf_due_columns_style);
  columns = sheaf_event_columns (&n_columns);
  sheaf_columns_add (page->events_view, columns, n_columns);
  sheaf_columns_set_row_style (page->events_view, sheaf_event_columns_style);
  sheaf_code_picker_set_missing (
      page->member_picker, N_ ("There is no member “%s”: type part of the name to find one."));
  g_signal_connect_swapped (page->events, "notify::selected-item",
                            G_CALLBACK (sheaf_capital_acts_enable), page);
  g_signal_connect_swapped (page->dues, "notify::selected-item",
                            G_CALLBACK (sheaf_capital_acts_enable), page);
  g_signal_connect_swapped (page->due_view, "activate", G_CALLBACK (due_activated_cb), page);
  g_signal_connect_swapped (page->views, "notify::visible-child",
                            G_CALLBACK (sheaf_capital_acts_enable), page);
  g_signal_connect_swapped (page->events_view, "activate", G_CALLBACK (activated_cb), page);
  g_signal_connect_swapped (page->day_entry, "changed-date", G_CALLBACK (read_table), page);
  g_signal_connect_swapped (page->member_picker, "picked", G_CALLBACK (read_table), page);
  g_signal_connect_swapped (page->member_picker, "changed", G_CALLBACK (member_changed_cb), page);
  sheaf_capital_acts_enable (page);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list opens at its end, where the work is. What a search or a filter leaves, drafts and
 * entries that are due stand in the same columns. */
#include "app/ledger/vouchers-page.h"

#include "app/ledger/voucher-words.h"
#include "app/ledger/vouchers-filter.h"
#include "app/ledger/vouchers-page-private.h"
#include "app/messages.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/shortcuts.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

#include <stdlib.h>

#define FOUND_MAX 2000
#define TYPING_LIST_PX 190

G_DEFINE_FINAL_TYPE (SheafVouchersPage, sheaf_vouchers_page, SHEAF_TYPE_PAGE)

const SheafVoucherLine *
sheaf_vouchers_page_get_line (SheafVouchersPage *page)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (page->selection);

  return row != NULL ? sheaf_list_row_get_record (row) : NULL;
}

/* Rows come before their records: the voucher is shown when its record is there. */
static void
show_selected (SheafVouchersPage *page)
{
  const SheafVoucherLine *line = sheaf_vouchers_page_get_line (page);

  if (line != NULL && !page->typing && line->id != 0)
    sheaf_voucher_form_show (page->form, line->id);
}

static void
record_cb (SheafListRow      *row,
           GParamSpec        *spec,
           SheafVouchersPage *page)
{
  (void) spec;
  if (gtk_single_selection_get_selected_item (page->selection) == row)
    show_selected (page);
  g_signal_handlers_disconnect_by_func (row, record_cb, page);
}

static void
selected_cb (SheafVouchersPage *page)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (page->selection);

  if (row == NULL)
    return;
  if (sheaf_list_row_get_record (row) != NULL)
    show_selected (page);
  else
    g_signal_connect_object (row, "notify::record", G_CALLBACK (record_cb), page, 0);
}

static void
activated_cb (SheafVouchersPage *page)
{
  const SheafVoucherLine *line = sheaf_vouchers_page_get_line (page);

  if (line == NULL)
    return;
  if (line->draft_id != 0)
    sheaf_voucher_form_open_draft (page->form, line->draft_id);
  else if (line->due_template != NULL)
    sheaf_voucher_form_open_due (page->form, line->due_template, line->date);
  else if (page->typing)
    /* What is being typed stays as a draft. */
    (void) gtk_widget_activate_action (GTK_WIDGET (page->form), "voucher.put-aside", NULL);
  show_selected (page);
}

static void
show_list (SheafVouchersPage *page,
           guint              position)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (page->selection));

  gtk_stack_set_visible_child_name (page->list_stack, n_rows > 0 ? "list" : "empty");
  if (n_rows > 0)
    sheaf_columns_scroll_to (page->view, MIN (position, n_rows - 1), page->focus_list);
  page->focus_list = FALSE;
}

static void
ready_cb (SheafPagedList    *journal,
          guint              position,
          SheafVouchersPage *page)
{
  (void) journal;
  adw_status_page_set_title (page->empty, _ ("No voucher yet"));
  adw_status_page_set_description (
      page->empty, _ ("Every receipt, payment and entry becomes a voucher. Type the first below."));
  show_list (page, position);
  if (g_list_model_get_n_items (G_LIST_MODEL (page->journal)) == 0 && !page->typing)
    sheaf_voucher_form_begin (page->form);
}

static void
failed_cb (SheafPagedList    *journal,
           const GError      *error,
           SheafVouchersPage *page)
{
  (void) journal;
  sheaf_messages_show_error (GTK_WIDGET (page), _ ("The vouchers could not be read"), error);
}

/* In two steps, as GTK 4.8 would read every row of the new list to find those of the old. */
static void
show_model (SheafVouchersPage *page,
            GListModel        *model)
{
  if (gtk_single_selection_get_model (page->selection) == model)
    return;
  gtk_single_selection_set_model (page->selection, NULL);
  gtk_single_selection_set_model (page->selection, model);
}

SheafVouchersView
sheaf_vouchers_page_get_view (SheafVouchersPage *page)
{
  return (SheafVouchersView) gtk_drop_down_get_selected (page->view_list);
}

static SheafVoucherFilter *
read_filter (SheafVouchersPage *page)
{
  return sheaf_vouchers_filter_read (
      gtk_editable_get_text (page->search), page->kind_filter, page->state_filter,
      page->period_filter, sheaf_session_get_year (sheaf_page_get_session (SHEAF_PAGE (page))));
}

static gpointer
search_job (gpointer connection,
            gpointer data,
            GError **error)
{
  return sheaf_voucher_lines_search (connection, data, FOUND_MAX, error);
}

void
sheaf_vouchers_page_show_lines (SheafVouchersPage *page,
                                GPtrArray         *lines,
                                const char        *title,
                                const char        *description)
{
  g_autoptr (SheafRecordList) found = sheaf_record_list_new (lines);

  adw_status_page_set_title (page->empty, title);
  adw_status_page_set_description (page->empty, description);
  show_model (page, G_LIST_MODEL (found));
  show_list (page, sheaf_vouchers_page_get_view (page) == SHEAF_VIEW_VOUCHERS ? G_MAXUINT : 0);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafVouchersPage  *page = SHEAF_VOUCHERS_PAGE (source);
  GPtrArray          *lines = sheaf_page_take (SHEAF_PAGE (page), result);
  SheafVoucherFilter *filter;

  (void) user_data;
  if (lines == NULL)
    return;
  filter = read_filter (page);
  /* What was typed meanwhile has been emptied again: the journal is back. */
  if (sheaf_vouchers_page_get_view (page) == SHEAF_VIEW_VOUCHERS &&
      !sheaf_voucher_filter_is_empty (filter))
    sheaf_vouchers_page_show_lines (
        page, lines, _ ("Nothing found"),
        _ ("No voucher has all these words in its number, text or amount."));
  else
    g_ptr_array_unref (lines);
  sheaf_voucher_filter_free (filter);
}

void
sheaf_vouchers_page_reload_list (SheafVouchersPage *page)
{
  SheafVoucherFilter *filter;

  sheaf_vouchers_page_reload_waiting (page);
  if (sheaf_vouchers_page_get_view (page) != SHEAF_VIEW_VOUCHERS)
    return;
  filter = read_filter (page);
  if (!sheaf_voucher_filter_is_empty (filter))
    {
      sheaf_page_read (SHEAF_PAGE (page), search_job, filter,
                       (GDestroyNotify) sheaf_voucher_filter_free,
                       (GDestroyNotify) g_ptr_array_unref, found_cb);
      return;
    }
  sheaf_voucher_filter_free (filter);
  show_model (page, G_LIST_MODEL (page->journal));
  sheaf_paged_list_reload (page->journal, page->wanted.id != 0 ? &page->wanted : NULL);
}

static void
view_cb (SheafVouchersPage *page)
{
  if (page->counting)
    return;
  gtk_widget_set_visible (GTK_WIDGET (page->filter_button),
                          sheaf_vouchers_page_get_view (page) == SHEAF_VIEW_VOUCHERS);
  sheaf_vouchers_page_reload_list (page);
}

static void
next_view_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (widget);

  (void) name;
  (void) parameter;
  page->focus_list = TRUE;
  gtk_drop_down_set_selected (page->view_list,
                              (sheaf_vouchers_page_get_view (page) + 1) % SHEAF_N_VIEWS);
  (void) gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  gtk_menu_button_popup (SHEAF_VOUCHERS_PAGE (widget)->filter_button);
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (widget);

  (void) name;
  (void) parameter;
  gtk_drop_down_set_selected (page->kind_filter, 0);
  gtk_drop_down_set_selected (page->state_filter, 0);
  gtk_drop_down_set_selected (page->period_filter, 0);
  gtk_editable_set_text (page->search, "");
}

static void
posted_cb (SheafVoucherForm  *form,
           gint64             id,
           SheafVouchersPage *page)
{
  (void) form;
  page->wanted = (SheafPageKey){ .day = sheaf_voucher_form_get_posted_day (page->form), .id = id };
  gtk_editable_set_text (page->search, "");
  sheaf_session_changed (sheaf_page_get_session (SHEAF_PAGE (page)));
}

static void
state_cb (SheafVouchersPage *page)
{
  page->typing = sheaf_voucher_form_is_typing (page->form);
  /* Typing needs the room; the last vouchers stay in sight. */
  if (page->typing)
    {
      page->list_px = gtk_paned_get_position (page->paned);
      gtk_paned_set_position (page->paned, TYPING_LIST_PX);
    }
  else if (page->list_px > TYPING_LIST_PX)
    gtk_paned_set_position (page->paned, page->list_px);
  show_selected (page);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_VOUCHERS_PAGE (widget)->search));
}

static const char *const form_actions[] = {
  "voucher.post",
  "voucher.reverse",
  "voucher.print",
  "voucher.copy",
  "voucher.other",
  "voucher.guide",
  "voucher.cancel",
  "voucher.day",
  "voucher.invoices",
  "voucher.attachments",
  "voucher.save-template",
  "voucher.put-aside",
};

/* The form's acts from anywhere on the page: from the list or the search as well. */
static void
form_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) parameter;
  (void) gtk_widget_activate_action (GTK_WIDGET (SHEAF_VOUCHERS_PAGE (widget)->form), name, NULL);
}

static void
stop_search_cb (SheafVouchersPage *page)
{
  gtk_editable_set_text (page->search, "");
  (void) gtk_widget_child_focus (GTK_WIDGET (page->view), GTK_DIR_TAB_FORWARD);
}

static void
sheaf_vouchers_page_attach (SheafPage *base)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (base);
  SheafSession      *session = sheaf_page_get_session (base);

  page->journal = sheaf_paged_list_new (sheaf_session_get_jobs (session),
                                        &sheaf_voucher_lines_source);
  g_signal_connect_object (page->journal, "ready", G_CALLBACK (ready_cb), page, 0);
  g_signal_connect_object (page->journal, "failed", G_CALLBACK (failed_cb), page, 0);
  sheaf_voucher_form_attach (page->form, base);
}

static void
sheaf_vouchers_page_reload (SheafPage *base)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (base);

  sheaf_voucher_form_refresh (page->form);
  sheaf_vouchers_page_reload_list (page);
}

/* "new", "drafts", "due", or "DAY ID" of a voucher, the day in its file form. */
static void
sheaf_vouchers_page_show_detail (SheafPage  *base,
                                 const char *detail)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (base);
  g_auto (GStrv) parts = g_strsplit (detail, " ", 2);
  SheafDate day;

  if (g_strcmp0 (detail, "new") == 0)
    {
      sheaf_voucher_form_begin (page->form);
      return;
    }
  if (g_strcmp0 (detail, "drafts") == 0 || g_strcmp0 (detail, "due") == 0)
    {
      page->focus_list = TRUE;
      gtk_drop_down_set_selected (
          page->view_list, g_strcmp0 (detail, "due") == 0 ? SHEAF_VIEW_DUE : SHEAF_VIEW_DRAFTS);
      (void) gtk_widget_grab_focus (GTK_WIDGET (page->view));
      return;
    }
  if (parts[0] == NULL || parts[1] == NULL || !sheaf_date_parse (parts[0], &day, NULL))
    return;
  if (page->typing)
    (void) gtk_widget_activate_action (GTK_WIDGET (page->form), "voucher.put-aside", NULL);
  gtk_drop_down_set_selected (page->view_list, SHEAF_VIEW_VOUCHERS);
  page->wanted = (SheafPageKey){ .day = day, .id = g_ascii_strtoll (parts[1], NULL, 10) };
  gtk_editable_set_text (page->search, "");
  sheaf_vouchers_page_reload_list (page);
}

static void
sheaf_vouchers_page_focus (SheafPage *base)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (base);

  (void) gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

static void
sheaf_vouchers_page_dispose (GObject *object)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (object);

  g_clear_object (&page->journal);
  G_OBJECT_CLASS (sheaf_vouchers_page_parent_class)->dispose (object);
}

static void
sheaf_vouchers_page_class_init (SheafVouchersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_vouchers_page_dispose;
  page_class->attach = sheaf_vouchers_page_attach;
  page_class->reload = sheaf_vouchers_page_reload;
  page_class->show_detail = sheaf_vouchers_page_show_detail;
  page_class->focus = sheaf_vouchers_page_focus;
  g_type_ensure (SHEAF_TYPE_VOUCHER_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/vouchers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, search);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, view);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, form);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, paned);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, view_list);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, kind_filter);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, state_filter);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, period_filter);
  gtk_widget_class_bind_template_child (widget_class, SheafVouchersPage, filter_button);
  sheaf_shortcuts_bind (widget_class, "page.");
  sheaf_shortcuts_bind (widget_class, "voucher.");
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "page.next-view", NULL, next_view_action);
  gtk_widget_class_install_action (widget_class, "page.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "page.clear-filter", NULL, clear_filter_action);
  sheaf_vouchers_page_install_waiting (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (form_actions); i++)
    gtk_widget_class_install_action (widget_class, form_actions[i], NULL, form_action);
  for (guint i = 0; i < sheaf_voucher_words_kinds (); i++)
    {
      g_autofree char *name = g_strconcat (
          "voucher.kind-", sheaf_voucher_kind_to_word (sheaf_voucher_words_kind_at (i)), NULL);

      gtk_widget_class_install_action (widget_class, name, NULL, form_action);
    }
}

static void
sheaf_vouchers_page_init (SheafVouchersPage *page)
{
  const char *const words[] = { _ ("Vouchers"), NULL };
  g_autoptr (GtkStringList) views = gtk_string_list_new (words);

  gtk_widget_init_template (GTK_WIDGET (page));
  page->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (page->selection, FALSE);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_object_unref (page->selection); /* the view keeps it as long as the page is there */
  sheaf_vouchers_page_add_columns (page);
  g_signal_connect_swapped (page->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            page);
  g_signal_connect_swapped (page->view, "activate", G_CALLBACK (activated_cb), page);
  sheaf_vouchers_filter_fill (page->kind_filter, page->state_filter, page->period_filter);
  gtk_drop_down_set_model (page->view_list, G_LIST_MODEL (views));
  sheaf_vouchers_page_show_counts (page);
  g_signal_connect_swapped (page->view_list, "notify::selected", G_CALLBACK (view_cb), page);
  g_signal_connect_swapped (page->kind_filter, "notify::selected",
                            G_CALLBACK (sheaf_vouchers_page_reload_list), page);
  g_signal_connect_swapped (page->state_filter, "notify::selected",
                            G_CALLBACK (sheaf_vouchers_page_reload_list), page);
  g_signal_connect_swapped (page->period_filter, "notify::selected",
                            G_CALLBACK (sheaf_vouchers_page_reload_list), page);
  g_signal_connect_swapped (page->search, "search-changed",
                            G_CALLBACK (sheaf_vouchers_page_reload_list), page);
  g_signal_connect_swapped (page->search, "stop-search", G_CALLBACK (stop_search_cb), page);
  g_signal_connect (page->form, "posted", G_CALLBACK (posted_cb), page);
  g_signal_connect_swapped (page->form, "state-changed", G_CALLBACK (state_cb), page);
  g_signal_connect_swapped (page->form, "drafts-changed",
                            G_CALLBACK (sheaf_vouchers_page_reload_waiting), page);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list opens at its end, where the work is. A search shows what it found in the same
 * columns. */
#include "app/ledger/vouchers-page.h"

#include "app/format.h"
#include "app/ledger/voucher-form.h"
#include "app/ledger/voucher-lines.h"
#include "app/ledger/voucher-words.h"
#include "app/messages.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/shortcuts.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

#include <stdlib.h>

#define FOUND_MAX 2000

struct _SheafVouchersPage
{
  SheafPage           parent_instance;
  SheafPagedList     *journal;
  GtkSingleSelection *selection;
  SheafPageKey        wanted; /* the voucher to show once the list is there; id 0: the last */
  gboolean            typing; /* a new voucher is being typed: the selection does not replace it */

  GtkEditable      *search;
  GtkStack         *list_stack;
  GtkColumnView    *view;
  AdwStatusPage    *empty;
  SheafVoucherForm *form;
  GtkPaned         *paned;
};

G_DEFINE_FINAL_TYPE (SheafVouchersPage, sheaf_vouchers_page, SHEAF_TYPE_PAGE)

static char *
format_date (gconstpointer record)
{
  return sheaf_format_date (((const SheafVoucherLine *) record)->date);
}

static char *
format_number (gconstpointer record)
{
  return g_strdup (((const SheafVoucherLine *) record)->number);
}

static char *
format_kind (gconstpointer record)
{
  return g_strdup (sheaf_voucher_words_kind (((const SheafVoucherLine *) record)->kind));
}

static char *
format_description (gconstpointer record)
{
  return g_strdup (((const SheafVoucherLine *) record)->description);
}

static char *
format_amount (gconstpointer record)
{
  return sheaf_format_money (((const SheafVoucherLine *) record)->amount);
}

static char *
format_state (gconstpointer record)
{
  const SheafVoucherLine *line = record;

  if (line->reversed_by != 0)
    return g_strdup (_ ("reversed"));
  if (line->reverses_id != 0)
    return g_strdup (_ ("reversal"));
  if (line->layer == SHEAF_LAYER_CLOSING)
    return g_strdup (_ ("closing"));
  if (line->layer == SHEAF_LAYER_DISTRIBUTION)
    return g_strdup (_ ("distribution"));
  return g_strdup ("");
}

static const char *
style_row (gconstpointer record)
{
  return ((const SheafVoucherLine *) record)->reversed_by != 0 ? "reversed-row" : NULL;
}

static const SheafColumn columns[] = {
  { N_ ("Day"), SHEAF_COLUMN_DAY, 106, format_date },
  { N_ ("Number"), SHEAF_COLUMN_DAY, 104, format_number },
  { N_ ("Kind"), SHEAF_COLUMN_TEXT, 152, format_kind },
  { N_ ("Text"), SHEAF_COLUMN_TEXT, 0, format_description },
  { N_ ("Amount (₫)"), SHEAF_COLUMN_FIGURE, 132, format_amount },
  { N_ ("State"), SHEAF_COLUMN_TEXT, 104, format_state },
};

static const SheafVoucherLine *
get_selected_line (SheafVouchersPage *page)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (page->selection);

  return row != NULL ? sheaf_list_row_get_record (row) : NULL;
}

/* Rows come before their records: the voucher is shown when its record is there. */
static void
show_selected (SheafVouchersPage *page)
{
  const SheafVoucherLine *line = get_selected_line (page);

  if (line != NULL && !page->typing)
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
  /* What is being typed is not thrown away unasked. */
  if (page->typing)
    (void) gtk_widget_activate_action (GTK_WIDGET (page->form), "voucher.cancel", NULL);
  else
    show_selected (page);
}

static void
show_list (SheafVouchersPage *page,
           guint              position)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (page->selection));

  gtk_stack_set_visible_child_name (page->list_stack, n_rows > 0 ? "list" : "empty");
  if (n_rows > 0)
    sheaf_columns_scroll_to (page->view, MIN (position, n_rows - 1), FALSE);
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

static gpointer
search_job (gpointer connection,
            gpointer data,
            GError **error)
{
  return sheaf_voucher_lines_search (connection, data, FOUND_MAX, error);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  SheafVouchersPage *page = SHEAF_VOUCHERS_PAGE (source);
  GPtrArray         *lines = sheaf_page_take (SHEAF_PAGE (page), result);
  g_autoptr (SheafRecordList) found = NULL;

  (void) user_data;
  if (lines == NULL)
    return;
  found = sheaf_record_list_new (lines);
  /* What was typed meanwhile has been emptied again: the journal is back. */
  if (*gtk_editable_get_text (page->search) == '\0')
    return;
  adw_status_page_set_title (page->empty, _ ("Nothing found"));
  adw_status_page_set_description (
      page->empty, _ ("No voucher has all these words in its number, text or amount."));
  show_model (page, G_LIST_MODEL (found));
  show_list (page, G_MAXUINT);
}

static void
reload_list (SheafVouchersPage *page)
{
  const char *words = gtk_editable_get_text (page->search);

  if (*words != '\0')
    {
      sheaf_page_read (SHEAF_PAGE (page), search_job, g_strdup (words), g_free,
                       (GDestroyNotify) g_ptr_array_unref, found_cb);
      return;
    }
  show_model (page, G_LIST_MODEL (page->journal));
  sheaf_paged_list_reload (page->journal, page->wanted.id != 0 ? &page->wanted : NULL);
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
  reload_list (page);
}

/* "new", or "DAY ID" of a voucher, the day in its file form. */
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
  if (parts[0] == NULL || parts[1] == NULL || !sheaf_date_parse (parts[0], &day, NULL))
    return;
  if (page->typing)
    (void) gtk_widget_activate_action (GTK_WIDGET (page->form), "voucher.cancel", NULL);
  page->wanted = (SheafPageKey){ .day = day, .id = g_ascii_strtoll (parts[1], NULL, 10) };
  gtk_editable_set_text (page->search, "");
  reload_list (page);
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
  sheaf_shortcuts_bind (widget_class, "page.");
  sheaf_shortcuts_bind (widget_class, "voucher.");
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "voucher.post", NULL, form_action);
  gtk_widget_class_install_action (widget_class, "voucher.reverse", NULL, form_action);
}

static void
sheaf_vouchers_page_init (SheafVouchersPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (page->selection, FALSE);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_object_unref (page->selection); /* the view keeps it as long as the page is there */
  sheaf_columns_add (page->view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (page->view, style_row);
  g_signal_connect_swapped (page->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            page);
  g_signal_connect_swapped (page->view, "activate", G_CALLBACK (activated_cb), page);
  g_signal_connect_swapped (page->search, "search-changed", G_CALLBACK (reload_list), page);
  g_signal_connect_swapped (page->search, "stop-search", G_CALLBACK (stop_search_cb), page);
  g_signal_connect (page->form, "posted", G_CALLBACK (posted_cb), page);
  g_signal_connect_swapped (page->form, "state-changed", G_CALLBACK (state_cb), page);
}

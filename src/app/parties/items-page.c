/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Enter corrects or closes the item; the search narrows the list. */
#include "app/parties/items-page.h"

#include "app/format.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/parties/item-dialog.h"
#include "app/parties/item-jobs.h"
#include "app/shortcuts.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

struct _SheafItemsPage
{
  SheafPage           parent_instance;
  GtkSingleSelection *selection;
  gint64              shown_id; /* selected, or just saved */

  GtkEditable    *search;
  GtkCheckButton *open_check;
  GtkStack       *list_stack;
  GtkColumnView  *view;
  AdwStatusPage  *empty;
  GtkLabel       *foot;
};

G_DEFINE_FINAL_TYPE (SheafItemsPage, sheaf_items_page, SHEAF_TYPE_PAGE)

static const SheafItem *
item_of (gconstpointer record)
{
  return ((const SheafItemLine *) record)->item;
}

static char *
format_code (gconstpointer record)
{
  return g_strdup (item_of (record)->code);
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (item_of (record)->name);
}

static char *
format_kind (gconstpointer record)
{
  return g_strdup (sheaf_item_kind_title (item_of (record)->kind));
}

static char *
format_party (gconstpointer record)
{
  return g_strdup (((const SheafItemLine *) record)->party);
}

static char *
format_due (gconstpointer record)
{
  return sheaf_format_date (item_of (record)->due);
}

static char *
format_open (gconstpointer record)
{
  return g_strdup (((const SheafItemLine *) record)->open);
}

static char *
format_closed (gconstpointer record)
{
  return sheaf_format_date (item_of (record)->closed);
}

static const SheafColumn columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 128, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -150, format_name },
  { N_ ("Kind"), SHEAF_COLUMN_TEXT, 104, format_kind },
  { N_ ("Party"), SHEAF_COLUMN_TEXT, -120, format_party },
  { N_ ("Due day"), SHEAF_COLUMN_DAY, 104, format_due },
  { N_ ("Open (₫)"), SHEAF_COLUMN_FIGURE, -150, format_open },
  { N_ ("Closed on"), SHEAF_COLUMN_DAY, 104, format_closed },
};

static void
show_foot (SheafItemsPage *page,
           guint           n)
{
  g_autofree char *text = n < SHEAF_ITEM_LIST_MAX
                              ? g_strdup_printf (_ ("%u items"), n)
                              : g_strdup_printf (_ ("The first %u items: type a word to find "
                                                    "others"),
                                                 n);

  gtk_label_set_text (page->foot, text);
}

static void
select_shown (SheafItemsPage  *page,
              const GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (item_of (g_ptr_array_index (lines, i))->id == page->shown_id)
      {
        gtk_single_selection_set_selected (page->selection, i);
        sheaf_columns_scroll_to (page->view, i, FALSE);
      }
}

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafItemsPage *page = SHEAF_ITEMS_PAGE (source);
  GPtrArray      *lines = sheaf_page_take (SHEAF_PAGE (page), result);
  gboolean        searched = *gtk_editable_get_text (page->search) != '\0';
  gint64          shown_id = page->shown_id;
  g_autoptr (SheafRecordList) list = NULL;

  (void) user_data;
  if (lines == NULL)
    return;
  adw_status_page_set_title (page->empty, searched ? _ ("Nothing found") : _ ("No item yet"));
  adw_status_page_set_description (
      page->empty, searched ? _ ("No item has these words in code or name.")
                            : _ ("Contracts, invoices, advances, bank accounts and kinds of tax "
                                 "that entries name stand here, each with its due day and what "
                                 "is open."));
  gtk_stack_set_visible_child_name (page->list_stack, lines->len > 0 ? "list" : "empty");
  show_foot (page, lines->len);
  list = sheaf_record_list_new (lines);
  gtk_single_selection_set_model (page->selection, G_LIST_MODEL (list));
  page->shown_id = shown_id;
  select_shown (page, lines);
}

static void
read_list (SheafItemsPage *page)
{
  SheafItemQuestion *question;

  if (sheaf_page_get_session (SHEAF_PAGE (page)) == NULL)
    return;
  question = g_new0 (SheafItemQuestion, 1);
  question->text = g_strdup (gtk_editable_get_text (page->search));
  question->open_only = gtk_check_button_get_active (page->open_check);
  sheaf_page_read (SHEAF_PAGE (page), sheaf_item_list_job, question,
                   (GDestroyNotify) sheaf_item_question_free, (GDestroyNotify) g_ptr_array_unref,
                   list_cb);
}

static const SheafItemLine *
get_selected (SheafItemsPage *page)
{
  SheafListRow *row = gtk_single_selection_get_selected_item (page->selection);

  return row != NULL ? sheaf_list_row_get_record (row) : NULL;
}

static void
selected_cb (SheafItemsPage *page)
{
  const SheafItemLine *line = get_selected (page);

  if (line != NULL)
    page->shown_id = line->item->id;
}

static void
saved_cb (SheafItemsPage *page,
          gint64          id)
{
  page->shown_id = id;
}

static void
present_dialog (SheafItemsPage  *page,
                const SheafItem *item,
                const char      *party_code)
{
  GtkWidget *dialog = sheaf_item_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
      sheaf_page_get_session (SHEAF_PAGE (page)), item, party_code);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), page, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  present_dialog (SHEAF_ITEMS_PAGE (widget), NULL, NULL);
}

static void
activated_cb (SheafItemsPage *page)
{
  const SheafItemLine *line = get_selected (page);

  if (line != NULL)
    present_dialog (page, line->item, line->party_code);
}

static void
edit_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  activated_cb (SHEAF_ITEMS_PAGE (widget));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  (void) name;
  (void) parameter;
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_ITEMS_PAGE (widget)->search));
}

static void
sheaf_items_page_reload (SheafPage *base)
{
  read_list (SHEAF_ITEMS_PAGE (base));
}

/* detail is a code. */
static void
sheaf_items_page_show_detail (SheafPage  *base,
                              const char *detail)
{
  SheafItemsPage *page = SHEAF_ITEMS_PAGE (base);

  gtk_check_button_set_active (page->open_check, FALSE);
  gtk_editable_set_text (page->search, detail);
  (void) gtk_widget_grab_focus (GTK_WIDGET (page->view));
}

static void
sheaf_items_page_focus (SheafPage *base)
{
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_ITEMS_PAGE (base)->search));
}

static void
sheaf_items_page_class_init (SheafItemsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  page_class->reload = sheaf_items_page_reload;
  page_class->show_detail = sheaf_items_page_show_detail;
  page_class->focus = sheaf_items_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/parties/items-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafItemsPage, search);
  gtk_widget_class_bind_template_child (widget_class, SheafItemsPage, open_check);
  gtk_widget_class_bind_template_child (widget_class, SheafItemsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, SheafItemsPage, view);
  gtk_widget_class_bind_template_child (widget_class, SheafItemsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SheafItemsPage, foot);
  sheaf_shortcuts_bind (widget_class, "page.");
  sheaf_shortcuts_bind (widget_class, "items.");
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "items.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "items.edit", NULL, edit_action);
}

static void
sheaf_items_page_init (SheafItemsPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_object_unref (page->selection);
  sheaf_columns_add (page->view, columns, G_N_ELEMENTS (columns));
  g_signal_connect_swapped (page->selection, "notify::selected-item", G_CALLBACK (selected_cb),
                            page);
  g_signal_connect_swapped (page->view, "activate", G_CALLBACK (activated_cb), page);
  g_signal_connect_swapped (page->search, "search-changed", G_CALLBACK (read_list), page);
  g_signal_connect_swapped (page->open_check, "toggled", G_CALLBACK (read_list), page);
}

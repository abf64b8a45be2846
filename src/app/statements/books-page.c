/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of the regulation's books stands first; one that this book of accounts has nothing for
 * is listed with the reason, so that nobody looks for it in vain. */
#include "app/statements/books-page.h"

#include "app/statements/report-board.h"
#include "base/i18n.h"

/* On rows of books that are not offered. */
#define WITHHELD_KEY "sheaf-withheld"

struct _SheafBooksPage
{
  SheafPage  parent_instance;
  GPtrArray *entries; /* of SheafReportEntry: books, those offered first */
  char      *wanted;  /* code to be shown when the list is there */

  GtkStack         *stack;
  GtkListBox       *list;
  SheafReportBoard *board;
  GtkLabel         *title;
};

G_DEFINE_FINAL_TYPE (SheafBooksPage, sheaf_books_page, SHEAF_TYPE_PAGE)

static const SheafReportEntry *
find_entry (SheafBooksPage *page,
            const char     *code)
{
  for (guint i = 0; page->entries != NULL && i < page->entries->len; i++)
    {
      const SheafReportEntry *entry = page->entries->pdata[i];

      if (g_ascii_strcasecmp (entry->report->code, code) == 0)
        return entry;
    }
  return NULL;
}

/* "S03b-HTX", or "S03b-HTX 131" and "S03b-HTX 131 KH001" for one account and party of it. */
static void
show_book (SheafBooksPage *page,
           const char     *detail)
{
  g_auto (GStrv) parts = g_strsplit (detail, " ", 3);
  const SheafReportEntry *entry = find_entry (page, parts[0] != NULL ? parts[0] : "");
  g_autofree char        *title = NULL;

  if (entry == NULL)
    return;
  title = g_strdup_printf ("%s  %s", entry->report->code, entry->title);
  gtk_label_set_text (page->title, title);
  gtk_stack_set_visible_child_name (page->stack, "book");
  sheaf_report_board_choose (page->board, entry->report, entry->withheld);
  if (parts[1] != NULL && entry->withheld == NULL)
    {
      sheaf_report_board_ask_account (page->board, parts[1]);
      if (parts[2] != NULL)
        sheaf_report_board_ask_party (page->board, parts[2]);
    }
  (void) gtk_widget_grab_focus (GTK_WIDGET (page->board));
}

static void
go_to_book (SheafBooksPage *page,
            GtkListBoxRow  *row)
{
  const SheafReportEntry *entry = page->entries->pdata[gtk_list_box_row_get_index (row)];

  if (entry->withheld == NULL)
    (void) gtk_widget_activate_action (GTK_WIDGET (page), "win.go", "(ss)", "books",
                                       entry->report->code);
}

static GtkWidget *
make_row (const SheafReportEntry *entry)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *code = gtk_label_new (entry->report->code);

  gtk_label_set_width_chars (GTK_LABEL (code), 9);
  gtk_label_set_xalign (GTK_LABEL (code), 0.0f);
  gtk_widget_add_css_class (code, "numeric");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), code);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), entry->title);
  if (entry->withheld != NULL)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), entry->withheld);
      adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_add_css_class (code, "dim-label");
      g_object_set_data (G_OBJECT (row), WITHHELD_KEY, GINT_TO_POINTER (TRUE));
    }
  else
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
    }
  return row;
}

/* Before the entries go: the list's heads follow them. */
static void
clear_list (SheafBooksPage *page)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (page->list, 0)) != NULL)
    gtk_list_box_remove (page->list, GTK_WIDGET (row));
}

static void
fill_list (SheafBooksPage *page)
{
  for (guint i = 0; i < page->entries->len; i++)
    gtk_list_box_append (page->list, make_row (page->entries->pdata[i]));
}

static gboolean
is_withheld (GtkListBoxRow *row)
{
  return row != NULL && g_object_get_data (G_OBJECT (row), WITHHELD_KEY) != NULL;
}

/* Above the first that is not offered. The list asks while the page goes, too: only the rows are
 * looked at. */
static void
head_row (GtkListBoxRow *row,
          GtkListBoxRow *before,
          gpointer       data)
{
  GtkWidget *label;

  (void) data;
  gtk_list_box_row_set_header (row, NULL);
  if (!is_withheld (row) || is_withheld (before))
    return;
  label = gtk_label_new (_ ("Nothing to write in these"));
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, "sidebar-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
take_entries (SheafBooksPage *page,
              GPtrArray      *entries)
{
  g_clear_pointer (&page->entries, g_ptr_array_unref);
  page->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_report_entry_free);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < entries->len; i++)
      {
        SheafReportEntry *entry = entries->pdata[i];

        if (entry != NULL && entry->report->group == SHEAF_REPORT_BOOK &&
            (entry->withheld != NULL) == (pass == 1))
          g_ptr_array_add (page->entries, g_steal_pointer (&entries->pdata[i]));
      }
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafBooksPage  *page = SHEAF_BOOKS_PAGE (source);
  GPtrArray       *entries = sheaf_page_take (SHEAF_PAGE (page), result);
  g_autofree char *wanted = NULL;

  (void) user_data;
  if (entries == NULL)
    return;
  if (page->list != NULL)
    {
      clear_list (page);
      take_entries (page, entries);
      fill_list (page);
      wanted = g_steal_pointer (&page->wanted);
      if (wanted != NULL)
        show_book (page, wanted);
      else
        sheaf_report_board_reload (page->board);
    }
  g_ptr_array_unref (entries);
}

static void
sheaf_books_page_reload (SheafPage *base)
{
  sheaf_page_read (base, sheaf_report_list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                   listed_cb);
}

static void
sheaf_books_page_show_detail (SheafPage  *base,
                              const char *detail)
{
  SheafBooksPage *page = SHEAF_BOOKS_PAGE (base);

  if (page->entries != NULL)
    {
      show_book (page, detail);
      return;
    }
  g_free (page->wanted);
  page->wanted = g_strdup (detail);
}

/* Reached without a book: the list. */
static void
sheaf_books_page_focus (SheafPage *base)
{
  SheafBooksPage *page = SHEAF_BOOKS_PAGE (base);
  GtkListBoxRow  *row = gtk_list_box_get_row_at_index (page->list, 0);

  gtk_stack_set_visible_child_name (page->stack, "list");
  if (row != NULL)
    (void) gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sheaf_books_page_attach (SheafPage *base)
{
  sheaf_report_board_attach (SHEAF_BOOKS_PAGE (base)->board, base);
}

static void
sheaf_books_page_dispose (GObject *object)
{
  SheafBooksPage *page = SHEAF_BOOKS_PAGE (object);

  if (page->list != NULL) /* its rows go after the entries that their heads ask for */
    gtk_list_box_set_header_func (page->list, NULL, NULL, NULL);
  page->list = NULL;
  g_clear_pointer (&page->entries, g_ptr_array_unref);
  g_clear_pointer (&page->wanted, g_free);
  G_OBJECT_CLASS (sheaf_books_page_parent_class)->dispose (object);
}

static void
sheaf_books_page_class_init (SheafBooksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_books_page_dispose;
  page_class->attach = sheaf_books_page_attach;
  page_class->reload = sheaf_books_page_reload;
  page_class->show_detail = sheaf_books_page_show_detail;
  page_class->focus = sheaf_books_page_focus;
  g_type_ensure (SHEAF_TYPE_REPORT_BOARD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/statements/books-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafBooksPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafBooksPage, list);
  gtk_widget_class_bind_template_child (widget_class, SheafBooksPage, board);
}

static GtkWidget *
make_back_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-previous-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", "books", "");
  gtk_widget_set_tooltip_text (button, _ ("All books of account (Alt+Left)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("All books of account"), -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
sheaf_books_page_init (SheafBooksPage *page)
{
  GtkBox *lead;

  gtk_widget_init_template (GTK_WIDGET (page));
  lead = sheaf_report_board_get_lead (page->board);
  gtk_box_append (lead, make_back_button ());
  page->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (page->title, TRUE);
  gtk_label_set_xalign (page->title, 0.0f);
  gtk_widget_set_hexpand (GTK_WIDGET (page->title), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (page->title), "title-2");
  gtk_box_append (lead, GTK_WIDGET (page->title));
  gtk_list_box_set_header_func (page->list, head_row, NULL, NULL);
  g_signal_connect_swapped (page->list, "row-activated", G_CALLBACK (go_to_book), page);
}

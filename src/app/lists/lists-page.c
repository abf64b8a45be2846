/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which lists there are, and how each is made, stands in app/lists/lists.c. */
#include "app/lists/lists-page.h"

#include "app/lists/lists.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/widgets/columns.h"
#include "app/widgets/date-entry.h"
#include "base/i18n.h"

struct _SheafListsPage
{
  SheafPage           parent_instance;
  GtkSingleSelection *selection;
  SheafSheet         *sheet; /* as shown */
  guint               index; /* of the list shown */
  int                 year;  /* that the days were set for; 0: none yet */

  GtkListBox     *names;
  GtkLabel       *title;
  GtkLabel       *about;
  GtkBox         *acts;
  GtkBox         *days;
  SheafDateEntry *from_entry;
  SheafDateEntry *to_entry;
  GtkStack       *stack;
  GtkColumnView  *view;
  AdwStatusPage  *empty;
  GtkSpinner     *spinner;
  GtkSpinner     *foot_spinner;
  GtkLabel       *foot;
};

G_DEFINE_FINAL_TYPE (SheafListsPage, sheaf_lists_page, SHEAF_TYPE_PAGE)

static const SheafList *
list_at (guint index)
{
  guint            count;
  const SheafList *lists = sheaf_lists_table (&count);

  return &lists[MIN (index, count - 1)];
}

static const char *
style_line (gconstpointer record)
{
  return ((const SheafSheetLine *) record)->total ? "total-row" : NULL;
}

static void
show_sheet (SheafListsPage *page)
{
  const SheafList *list = list_at (page->index);
  guint            lines = page->sheet->lines->len;
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u line", "%u lines", lines), lines);
  g_autoptr (SheafRecordList)
      records = sheaf_record_list_new (g_ptr_array_ref (page->sheet->lines));

  adw_status_page_set_title (page->empty, _ (list->nothing));
  gtk_stack_set_visible_child_name (page->stack, lines > 0 ? "list" : "empty");
  gtk_label_set_text (page->foot, page->sheet->note != NULL ? page->sheet->note : count);
  gtk_single_selection_set_model (page->selection, G_LIST_MODEL (records));
}

typedef struct
{
  guint       index;
  SheafSheet *sheet;
} Answer;

static void
free_answer (Answer *answer)
{
  sheaf_sheet_free (answer->sheet);
  g_free (answer);
}

/* The list's index goes with the answer: another list may have been chosen meanwhile. */
static gpointer
read_job (gpointer connection,
          gpointer data,
          GError **error)
{
  SheafSheet *sheet = sheaf_lists_job (connection, data, error);
  Answer     *answer;

  if (sheet == NULL)
    return NULL;
  answer = g_new0 (Answer, 1);
  answer->index = ((const SheafListQuestion *) data)->index;
  answer->sheet = sheet;
  return answer;
}

/* A sign that turns, beside the list that is there already or alone. */
static void
set_busy (SheafListsPage *page,
          gboolean        busy)
{
  gtk_spinner_set_spinning (page->spinner, busy);
  gtk_spinner_set_spinning (page->foot_spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (page->foot_spinner), busy);
  if (busy)
    gtk_label_set_text (page->foot, list_at (page->index)->slow
                                        ? _ ("Every check is tried; other pages work meanwhile…")
                                        : _ ("Reading…"));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  SheafListsPage *page = SHEAF_LISTS_PAGE (source);
  Answer         *answer = sheaf_page_take (SHEAF_PAGE (page), result);

  (void) user_data;
  if (answer == NULL)
    {
      if (page->stack != NULL)
        set_busy (page, FALSE);
      return;
    }
  if (answer->index == page->index)
    {
      set_busy (page, FALSE);
      gtk_single_selection_set_model (page->selection, NULL);
      sheaf_sheet_free (page->sheet);
      page->sheet = g_steal_pointer (&answer->sheet);
      show_sheet (page);
    }
  free_answer (answer);
}

static void
read_list (SheafListsPage *page)
{
  SheafListQuestion *question;
  SheafDate          from, to;

  if (sheaf_page_get_session (SHEAF_PAGE (page)) == NULL ||
      !sheaf_date_entry_get (page->from_entry, &from, NULL) ||
      !sheaf_date_entry_get (page->to_entry, &to, NULL))
    return;
  question = g_new0 (SheafListQuestion, 1);
  question->index = page->index;
  question->from = from;
  question->to = to;
  set_busy (page, TRUE);
  if (list_at (page->index)->slow)
    sheaf_page_read_long (SHEAF_PAGE (page), read_job, question, g_free,
                          (GDestroyNotify) free_answer, read_cb);
  else
    sheaf_page_read (SHEAF_PAGE (page), read_job, question, g_free, (GDestroyNotify) free_answer,
                     read_cb);
}

static void
clear_columns (SheafListsPage *page)
{
  GListModel *columns = gtk_column_view_get_columns (page->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (page->view, column);
    }
}

static void
show_acts (SheafListsPage  *page,
           const SheafList *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page->acts))) != NULL)
    gtk_box_remove (page->acts, child);
  for (guint i = 0; list->acts != NULL && list->acts[i].label != NULL; i++)
    {
      child = gtk_button_new_with_mnemonic (_ (list->acts[i].label));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (child), list->acts[i].action);
      gtk_box_append (page->acts, child);
    }
}

/* Another list: its columns and words at once, its lines when they are read. */
static void
choose (SheafListsPage *page,
        guint           index)
{
  const SheafList *list = list_at (index);

  page->index = index;
  gtk_single_selection_set_model (page->selection, NULL);
  g_clear_pointer (&page->sheet, sheaf_sheet_free);
  clear_columns (page);
  sheaf_columns_add (page->view, list->columns, list->n_columns);
  gtk_label_set_text (page->title, _ (list->title));
  gtk_label_set_text (page->about, _ (list->about));
  gtk_widget_set_visible (GTK_WIDGET (page->days), list->period);
  show_acts (page, list);
  gtk_stack_set_visible_child_name (page->stack, "reading");
  read_list (page);
}

static void
chosen_cb (SheafListsPage *page,
           GtkListBoxRow  *row)
{
  if (row != NULL && (guint) gtk_list_box_row_get_index (row) != page->index)
    choose (page, (guint) gtk_list_box_row_get_index (row));
}

static void
activated_cb (SheafListsPage *page,
              guint           position)
{
  const SheafSheetLine *line;

  if (page->sheet == NULL || position >= page->sheet->lines->len)
    return;
  line = g_ptr_array_index (page->sheet->lines, position);
  if (line->page != NULL)
    (void) gtk_widget_activate_action (GTK_WIDGET (page), "win.go", "(ss)", line->page,
                                       line->detail != NULL ? line->detail : "");
}

static void
sheaf_lists_page_reload (SheafPage *base)
{
  SheafListsPage *page = SHEAF_LISTS_PAGE (base);
  int             year = sheaf_session_get_year (sheaf_page_get_session (base));
  SheafDate       day = sheaf_session_get_working_day (sheaf_page_get_session (base));
  gboolean        within = sheaf_date_year (day) == year;

  if (page->year == year)
    {
      read_list (page);
      return;
    }
  page->year = year;
  sheaf_date_entry_set (page->from_entry, sheaf_date_new (year, 1, 1));
  sheaf_date_entry_set (page->to_entry, within ? day : sheaf_date_new (year, 12, 31));
  choose (page, page->index);
}

/* detail is the name of a list. */
static void
sheaf_lists_page_show_detail (SheafPage  *base,
                              const char *detail)
{
  SheafListsPage  *page = SHEAF_LISTS_PAGE (base);
  guint            count;
  const SheafList *lists = sheaf_lists_table (&count);

  for (guint i = 0; i < count; i++)
    if (g_strcmp0 (lists[i].name, detail) == 0)
      gtk_list_box_select_row (page->names, gtk_list_box_get_row_at_index (page->names, (int) i));
}

static void
sheaf_lists_page_focus (SheafPage *base)
{
  SheafListsPage *page = SHEAF_LISTS_PAGE (base);
  GtkListBoxRow  *row = gtk_list_box_get_row_at_index (page->names, (int) page->index);

  (void) gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
sheaf_lists_page_dispose (GObject *object)
{
  SheafListsPage *page = SHEAF_LISTS_PAGE (object);

  if (page->sheet != NULL)
    gtk_single_selection_set_model (page->selection, NULL);
  g_clear_pointer (&page->sheet, sheaf_sheet_free);
  G_OBJECT_CLASS (sheaf_lists_page_parent_class)->dispose (object);
}

static void
sheaf_lists_page_class_init (SheafListsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_lists_page_dispose;
  page_class->reload = sheaf_lists_page_reload;
  page_class->show_detail = sheaf_lists_page_show_detail;
  page_class->focus = sheaf_lists_page_focus;
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/lists/lists-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, names);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, title);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, about);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, acts);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, days);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, from_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, to_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, view);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, foot);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, SheafListsPage, foot_spinner);
}

static void
add_name (SheafListsPage *page,
          const char     *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_list_box_append (page->names, label);
}

static void
sheaf_lists_page_init (SheafListsPage *page)
{
  guint            count;
  const SheafList *lists = sheaf_lists_table (&count);

  gtk_widget_init_template (GTK_WIDGET (page));
  page->selection = gtk_single_selection_new (NULL);
  gtk_column_view_set_model (page->view, GTK_SELECTION_MODEL (page->selection));
  g_object_unref (page->selection);
  sheaf_columns_set_row_style (page->view, style_line);
  for (guint i = 0; i < count; i++)
    add_name (page, _ (lists[i].title));
  gtk_list_box_select_row (page->names, gtk_list_box_get_row_at_index (page->names, 0));
  g_signal_connect_swapped (page->names, "row-selected", G_CALLBACK (chosen_cb), page);
  g_signal_connect_swapped (page->view, "activate", G_CALLBACK (activated_cb), page);
  g_signal_connect_swapped (page->from_entry, "changed-date", G_CALLBACK (read_list), page);
  g_signal_connect_swapped (page->to_entry, "changed-date", G_CALLBACK (read_list), page);
}

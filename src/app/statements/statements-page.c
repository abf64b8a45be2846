/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of reports is the core's; a new statement stands here without a change. */
#include "app/statements/statements-page.h"

#include "app/statements/figure-pane.h"
#include "app/statements/report-board.h"
#include "app/shortcuts.h"
#include "app/statements/notes-dialog.h"
#include "app/statements/report-chooser.h"
#include "app/statements/tax-dialog.h"
#include "base/i18n.h"

struct _SheafStatementsPage
{
  SheafPage           parent_instance;
  GPtrArray          *entries; /* of SheafReportEntry, all there are */
  char               *wanted;  /* code to be shown when the list is there */
  SheafReportChooser *chooser;
  SheafReportBoard   *board;
  GtkBox             *acts;   /* what else can be done with the report chosen */
  GtkWidget          *figure; /* the pane beside, made when first asked for */
};

G_DEFINE_FINAL_TYPE (SheafStatementsPage, sheaf_statements_page, SHEAF_TYPE_PAGE)

/* What belongs to one report alone. */
static const struct
{
  const char *code;
  const char *label; /* with a mnemonic, marked with N_() */
  const char *action;
} acts[] = {
  { "B09-HTX", N_ ("_Texts…"), "statements.notes" },
  { "tax-sheet", N_ ("_Answers…"), "statements.tax-answers" },
  { "tax-sheet", N_ ("_Enter the Tax…"), "statements.tax-enter" },
};

static void
show_acts (SheafStatementsPage    *page,
           const SheafReportEntry *entry)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page->acts))) != NULL)
    gtk_box_remove (page->acts, child);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      gboolean its = g_ascii_strcasecmp (acts[i].code, entry->report->code) == 0;

      gtk_widget_action_set_enabled (GTK_WIDGET (page), acts[i].action,
                                     its && entry->withheld == NULL);
      if (!its || entry->withheld != NULL)
        continue;
      child = gtk_button_new_with_mnemonic (_ (acts[i].label));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (child), acts[i].action);
      gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
      gtk_box_append (page->acts, child);
    }
}

static gboolean
is_ageing (const SheafReport *report)
{
  return g_str_equal (report->code, "ageing");
}

/* Another one is made when it is asked for: GTK 4.8 leaves a button off whose action was away. */
static void
drop_figure (SheafStatementsPage *page)
{
  sheaf_report_board_set_beside (page->board, NULL);
  g_clear_object (&page->figure);
}

static void
chosen_cb (SheafStatementsPage *page)
{
  const SheafReportEntry *entry = sheaf_report_chooser_get (page->chooser);

  if (entry == NULL)
    return;
  show_acts (page, entry);
  drop_figure (page);
  sheaf_report_view_set_cells (sheaf_report_board_get_view (page->board),
                               entry->report->group == SHEAF_REPORT_STATEMENT ||
                                   is_ageing (entry->report));
  sheaf_report_board_choose (page->board, entry->report, entry->withheld);
}

static void
figure_closed_cb (SheafStatementsPage *page)
{
  drop_figure (page);
  (void) gtk_widget_grab_focus (GTK_WIDGET (page->board));
}

/* The columns of a trial balance and of movements say in their keys when; of a statement the first
 * figures are the year's. */
static SheafStatementColumn
column_of (const SheafReportHead *head,
           guint                  column)
{
  const SheafReportColumn *chosen = head->columns->pdata[MIN (column, head->columns->len - 1)];

  return g_str_has_prefix (chosen->key, "previous") || g_str_has_prefix (chosen->key, "opening")
             ? SHEAF_STATEMENT_PREVIOUS
             : SHEAF_STATEMENT_CURRENT;
}

/* "130 Các khoản phải thu · Số đầu năm" */
static char *
name_figure (const SheafReportHead *head,
             const SheafReportRow  *row,
             guint                  column)
{
  const SheafReportColumn *chosen = head->columns->pdata[MIN (column, head->columns->len - 1)];
  const char              *words = "";

  for (guint i = 0; i < head->columns->len && *words == '\0'; i++)
    if (row->cells[i].state == SHEAF_CELL_FILLED && row->cells[i].text != NULL &&
        g_strcmp0 (row->cells[i].text, row->line) != 0)
      words = row->cells[i].text;
  return g_strdup_printf ("%s  %s · %s", row->line, words, chosen->heading);
}

/* Takes the figure. */
static void
show_figure (SheafStatementsPage *page,
             SheafFigure         *figure,
             const char          *title)
{
  if (page->figure == NULL)
    {
      page->figure = g_object_ref_sink (sheaf_figure_pane_new (SHEAF_PAGE (page)));
      g_signal_connect_swapped (page->figure, "closed", G_CALLBACK (figure_closed_cb), page);
    }
  sheaf_report_board_set_beside (page->board, page->figure);
  sheaf_figure_pane_show (SHEAF_FIGURE_PANE (page->figure), figure, title);
}

static void
show_line (SheafStatementsPage   *page,
           const SheafReportHead *head,
           const SheafReportRow  *row,
           guint                  column)
{
  g_autofree char *title = name_figure (head, row, column);

  show_figure (page,
               sheaf_figure_new (sheaf_report_board_get_wish (page->board), row->line,
                                 column_of (head, column)),
               title);
}

/* "131 · KH04 · Công ty … · Quá hạn 31–60 ngày"; words lead to the whole balance. */
static void
show_amount (SheafStatementsPage   *page,
             const SheafReportHead *head,
             const SheafReportRow  *row,
             guint                  column)
{
  const SheafReportColumn *chosen = head->columns->pdata[MIN (column, head->columns->len - 1)];
  g_autoptr (GString) title = g_string_new (NULL);

  for (guint i = 0; i < head->columns->len && chosen->kind != SHEAF_CELL_MONEY; i++)
    if (g_str_equal (((SheafReportColumn *) head->columns->pdata[i])->key, "balance"))
      chosen = head->columns->pdata[i];
  for (guint i = 0; i < head->columns->len; i++)
    if (row->cells[i].state == SHEAF_CELL_FILLED && row->cells[i].text != NULL)
      g_string_append_printf (title, "%s · ", row->cells[i].text);
  if (chosen->group != NULL)
    g_string_append_printf (title, "%s ", chosen->group);
  g_string_append (title, chosen->heading);
  show_figure (page,
               sheaf_figure_new_ageing (sheaf_report_board_get_wish (page->board), row,
                                        chosen->key),
               title->str);
}

static void
activated_cb (SheafStatementsPage  *page,
              const SheafReportRow *row,
              guint                 column)
{
  const SheafReportEntry *entry = sheaf_report_chooser_get (page->chooser);
  const SheafCollected   *collected = sheaf_report_view_get_collected (
        sheaf_report_board_get_view (page->board));

  if (row->voucher_id != 0)
    sheaf_report_board_go_to_voucher (SHEAF_PAGE (page), row->voucher_id);
  else if (row->line == NULL || *row->line == '\0' || entry == NULL)
    return;
  else if (entry->report->group == SHEAF_REPORT_STATEMENT)
    show_line (page, collected->head, row, column);
  else if (is_ageing (entry->report))
    show_amount (page, collected->head, row, column);
}

/* Forms of other charts are no matter of this book; lists that it has nothing for stand last, with
 * the reason. */
static GPtrArray *
pick_entries (GPtrArray *entries)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < entries->len; i++)
      {
        const SheafReportEntry *entry = entries->pdata[i];
        gboolean                statement = entry->report->group == SHEAF_REPORT_STATEMENT;

        if (entry->report->group == SHEAF_REPORT_BOOK || (statement && entry->withheld != NULL) ||
            (entry->withheld != NULL) != (pass == 1))
          continue;
        g_ptr_array_add (picked, (gpointer) entry);
      }
  return picked;
}

static void
show_wanted (SheafStatementsPage *page)
{
  g_autofree char        *code = g_steal_pointer (&page->wanted);
  const SheafReportEntry *before = sheaf_report_chooser_get (page->chooser);

  if (code != NULL && sheaf_report_chooser_choose (page->chooser, code) &&
      sheaf_report_chooser_get (page->chooser) != before)
    return; /* "chosen" has shown it */
  chosen_cb (page);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafStatementsPage *page = SHEAF_STATEMENTS_PAGE (source);
  GPtrArray           *entries = sheaf_page_take (SHEAF_PAGE (page), result);
  g_autoptr (GPtrArray) picked = NULL;

  (void) user_data;
  if (entries == NULL || page->board == NULL)
    {
      g_clear_pointer (&entries, g_ptr_array_unref);
      return;
    }
  picked = pick_entries (entries);
  sheaf_report_chooser_set (page->chooser, picked);
  g_clear_pointer (&page->entries, g_ptr_array_unref);
  page->entries = entries;
  show_wanted (page);
}

static void
sheaf_statements_page_reload (SheafPage *base)
{
  sheaf_page_read (base, sheaf_report_list_job, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                   listed_cb);
}

/* The code of a report: "B01-HTX", "ageing". */
static void
sheaf_statements_page_show_detail (SheafPage  *base,
                                   const char *detail)
{
  SheafStatementsPage *page = SHEAF_STATEMENTS_PAGE (base);

  if (page->entries == NULL || !sheaf_report_chooser_choose (page->chooser, detail))
    {
      g_free (page->wanted);
      page->wanted = g_strdup (detail);
    }
}

static void
sheaf_statements_page_focus (SheafPage *base)
{
  (void) gtk_widget_grab_focus (GTK_WIDGET (SHEAF_STATEMENTS_PAGE (base)->board));
}

static void
notes_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  (void) action;
  (void) parameter;
  gtk_window_present (GTK_WINDOW (sheaf_notes_dialog_new (SHEAF_PAGE (widget))));
}

static void
tax_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  (void) parameter;
  if (g_str_has_suffix (action, "enter"))
    sheaf_tax_ask_entry (SHEAF_PAGE (widget));
  else
    gtk_window_present (GTK_WINDOW (sheaf_tax_dialog_new (SHEAF_PAGE (widget))));
}

static void
sheaf_statements_page_attach (SheafPage *base)
{
  sheaf_report_board_attach (SHEAF_STATEMENTS_PAGE (base)->board, base);
}

static void
sheaf_statements_page_dispose (GObject *object)
{
  SheafStatementsPage *page = SHEAF_STATEMENTS_PAGE (object);

  page->board = NULL;
  g_clear_object (&page->figure);
  g_clear_pointer (&page->entries, g_ptr_array_unref);
  g_clear_pointer (&page->wanted, g_free);
  G_OBJECT_CLASS (sheaf_statements_page_parent_class)->dispose (object);
}

static void
sheaf_statements_page_class_init (SheafStatementsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  SheafPageClass *page_class = SHEAF_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_statements_page_dispose;
  page_class->attach = sheaf_statements_page_attach;
  page_class->reload = sheaf_statements_page_reload;
  page_class->show_detail = sheaf_statements_page_show_detail;
  page_class->focus = sheaf_statements_page_focus;
  g_type_ensure (SHEAF_TYPE_REPORT_BOARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/statements/statements-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafStatementsPage, board);
  sheaf_shortcuts_bind (widget_class, "statements.");
  gtk_widget_class_install_action (widget_class, "statements.notes", NULL, notes_action);
  gtk_widget_class_install_action (widget_class, "statements.tax-answers", NULL, tax_action);
  gtk_widget_class_install_action (widget_class, "statements.tax-enter", NULL, tax_action);
}

static void
sheaf_statements_page_init (SheafStatementsPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  page->chooser = SHEAF_REPORT_CHOOSER (sheaf_report_chooser_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (page->chooser), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (page->chooser), GTK_ALIGN_START);
  gtk_box_append (sheaf_report_board_get_lead (page->board), GTK_WIDGET (page->chooser));
  page->acts = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8));
  gtk_box_append (sheaf_report_board_get_lead (page->board), GTK_WIDGET (page->acts));
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (page), acts[i].action, FALSE);
  g_signal_connect_swapped (page->chooser, "chosen", G_CALLBACK (chosen_cb), page);
  g_signal_connect_swapped (page->board, "row-activated", G_CALLBACK (activated_cb), page);
}

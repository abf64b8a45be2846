/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements, the lists beside them and the books, with what is behind a figure. */
#include "shots.h"

#include "window-fixture.h"

#include "app/lists/lists.h"
#include "app/statements/report-chooser.h"
#include "reports/reports.h"

/* All of them once; what differs only in its figures need not be seen at every size. */
static gboolean
is_every (gboolean         dark,
          const ShotsSize *size)
{
  return !dark && size->text == 100 && size->width == 1280;
}

static gboolean
is_shown (SheafWindow *window,
          const char  *code)
{
  const SheafReportEntry *entry = sheaf_report_chooser_get (SHEAF_REPORT_CHOOSER (
      window_fixture_find (shots_get_page (window), SHEAF_TYPE_REPORT_CHOOSER)));

  return entry != NULL && g_str_equal (entry->report->code, code);
}

/* Forms of other charts are not offered. */
static void
take_table (SheafWindow       *window,
            const SheafReport *table,
            gboolean           dark,
            const ShotsSize   *size)
{
  for (guint i = 0; table[i].code != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("statements-", table[i].code, NULL);

      shots_go (window, "statements", table[i].code);
      if (is_shown (window, table[i].code))
        shots_take (GTK_WIDGET (window), name, dark, size);
    }
}

static void
take_books (SheafWindow     *window,
            gboolean         dark,
            const ShotsSize *size)
{
  static const char *const some[] = { "S03a-HTX", "S03b-HTX 131", "S05-HTX" };

  shots_go (window, "books", "");
  shots_take (GTK_WIDGET (window), "books", dark, size);
  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    {
      g_autofree char *name = g_strdelimit (g_strconcat ("books-", some[i], NULL), " ", '-');

      shots_go (window, "books", some[i]);
      shots_take (GTK_WIDGET (window), name, dark, size);
    }
  for (guint i = 0; is_every (dark, size) && sheaf_book_reports[i].code != NULL; i++)
    {
      g_autofree char *name = g_strconcat ("books-", sheaf_book_reports[i].code, NULL);

      shots_go (window, "books", sheaf_book_reports[i].code);
      shots_take (GTK_WIDGET (window), name, dark, size);
    }
}

/* The checks of a whole book take their time. */
static void
wait_for_list (SheafWindow *window)
{
  GtkWidget *page = shots_get_page (window);
  GObject   *spinner = gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), "foot_spinner");

  for (guint i = 0; i < 120 && gtk_widget_get_visible (GTK_WIDGET (spinner)); i++)
    shots_wait ();
}

static void
take_lists (SheafWindow     *window,
            gboolean         dark,
            const ShotsSize *size)
{
  guint            count;
  const SheafList *lists = sheaf_lists_table (&count);

  for (guint i = 0; i < count; i++)
    {
      g_autofree char *name = g_strconcat ("list-", lists[i].name, NULL);

      shots_go (window, "lists", lists[i].name);
      if (i == 0)
        shots_take (GTK_WIDGET (window), "list-checks-at-work", dark, size);
      wait_for_list (window);
      shots_take (GTK_WIDGET (window), name, dark, size);
    }
}

/* What is behind the figure of a row. */
static void
take_figure (SheafWindow     *window,
             const char      *code,
             guint            row,
             const char      *name,
             gboolean         dark,
             const ShotsSize *size)
{
  GtkWidget *view;

  shots_go (window, "statements", code);
  view = window_fixture_find (
      window_fixture_find (shots_get_page (window), g_type_from_name ("SheafReportView")),
      GTK_TYPE_LIST_VIEW);
  (void) gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (view)), row,
                                          TRUE);
  g_signal_emit_by_name (view, "activate", row);
  shots_wait ();
  shots_take (GTK_WIDGET (window), name, dark, size);
}

static void
take_dialogs (SheafWindow     *window,
              gboolean         dark,
              const ShotsSize *size)
{
  GType type = g_type_from_name ("SheafStatementsPage");

  shots_go (window, "statements", "B09-HTX");
  shots_take_page_dialog (window, "statements", "statements.notes", type, "notes", dark, size);
  shots_go (window, "statements", "tax-sheet");
  shots_take_page_dialog (window, "statements", "statements.tax-answers", type, "tax-answers",
                          dark, size);
  shots_take_page_dialog (window, "statements", "statements.tax-enter", type, "tax-enter", dark,
                          size);
  shots_take_page_dialog (window, "statements", "report.paper",
                          g_type_from_name ("SheafReportBoard"), "report-paper", dark, size);
}

void
shots_take_reports (SheafWindow     *window,
                    gboolean         dark,
                    const ShotsSize *size)
{
  take_table (window, sheaf_statement_reports, dark, size);
  take_table (window, sheaf_list_reports, dark, size);
  take_figure (window, "B01-HTX", 3, "statements-figure", dark, size);
  take_figure (window, "ageing", 1, "ageing-rows", dark, size);
  take_books (window, dark, size);
  take_lists (window, dark, size);
  take_dialogs (window, dark, size);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts, bank statements, confirmations and closing, with what they ask. */
#include "shots.h"

#include "window-fixture.h"

#include "app/closing/year-set-dialog.h"
#include "app/ledger/detail-dialog.h"

#include <glib/gstdio.h>

/* Letters on debts, of which one is answered by another amount. */
static void
take_confirmations (SheafWindow     *window,
                    gboolean         dark,
                    const ShotsSize *size)
{
  GType      type = g_type_from_name ("SheafConfirmationPage");
  GtkWidget *page, *dialog;

  shots_go (window, "confirmations", "2019-12-31");
  shots_take (GTK_WIDGET (window), "confirmations-none", dark, size);
  shots_go (window, "confirmations", "2025-12-31");
  page = window_fixture_find (sheaf_book_view_get_page (sheaf_window_get_book_view (window)), type);
  if (!gtk_widget_activate_action (page, "confirm.answer", NULL))
    g_error ("an answer cannot be written down");
  shots_wait ();
  dialog = shots_find_dialog (GTK_WIDGET (window));
  gtk_editable_set_text (
      GTK_EDITABLE (window_fixture_find (dialog, g_type_from_name ("SheafAmountEntry"))),
      "60000000");
  shots_take (dialog, "confirmation-answer", dark, size);
  if (!gtk_widget_activate_action (dialog, "answer.save", NULL))
    g_error ("an answer cannot be kept");
  shots_wait ();
  shots_take (GTK_WIDGET (window), "confirmations-answered", dark, size);
  shots_take_page_dialog (window, "confirmations", "confirm.post", type, "confirmation-difference",
                          dark, size);
  shots_take_page_dialog (window, "confirmations", "confirm.take-back", type,
                          "confirmation-take-back", dark, size);
  shots_take_page_dialog (window, "confirmations", "confirm.print", type, "confirmation-letters",
                          dark, size);
}

/* A sheet to be filled in, of each kind; cash is kept with a difference. */
static void
take_counts (SheafWindow     *window,
             gboolean         dark,
             const ShotsSize *size)
{
  GtkWidget *page;

  shots_go (window, "counts", "");
  page = shots_get_page (window);
  shots_fill (page, "account_picker", "156");
  shots_act (page, "counts.begin");
  shots_take (GTK_WIDGET (window), "count-stock", dark, size);
  shots_act (page, "counts.discard");
  shots_fill (page, "account_picker", "1111");
  shots_act (page, "counts.begin");
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (
                             window_fixture_find (page, g_type_from_name ("SheafCountGrid")),
                             GTK_TYPE_ENTRY)),
                         "12");
  shots_take (GTK_WIDGET (window), "count-cash", dark, size);
  shots_act (page, "counts.keep");
  shots_take (GTK_WIDGET (window), "count-kept", dark, size);
  shots_act (page, "counts.post");
  shots_take_dialog (GTK_WIDGET (window), "count-difference", dark, size);
  shots_act (page, "counts.withdraw");
  shots_take_dialog (GTK_WIDGET (window), "count-withdraw", dark, size);
  shots_go (window, "counts", "");
  shots_take (GTK_WIDGET (window), "counts-listed", dark, size);
}

/* A detail of 138, where what is short waits. */
static void
open_detail (SheafWindow *window,
             const char  *name)
{
  GtkWidget *dialog;

  shots_go (window, "accounts", "");
  dialog = sheaf_detail_dialog_new (SHEAF_PAGE (shots_get_page (window)), "138");
  gtk_window_present (GTK_WINDOW (dialog));
  shots_wait ();
  gtk_editable_set_text (
      GTK_EDITABLE (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), "name_row")),
      name);
  shots_act (dialog, "detail.open");
}

/* Where the account of differences is divided, its part is chosen; a wrong count is marked. */
static void
take_divided (SheafWindow     *window,
              gboolean         dark,
              const ShotsSize *size)
{
  GtkWidget *page;

  open_detail (window, "Tài sản thiếu chờ xử lý");
  open_detail (window, "Phải thu khác");
  shots_go (window, "counts", "");
  page = shots_get_page (window);
  shots_fill (page, "account_picker", "1111");
  shots_act (page, "counts.begin");
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (
                             window_fixture_find (page, g_type_from_name ("SheafCountGrid")),
                             GTK_TYPE_ENTRY)),
                         "1/2");
  shots_take (GTK_WIDGET (window), "count-wrong", dark, size);
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (
                             window_fixture_find (page, g_type_from_name ("SheafCountGrid")),
                             GTK_TYPE_ENTRY)),
                         "1");
  shots_act (page, "counts.keep");
  gtk_widget_activate_action (page, "counts.post", NULL);
  shots_take_dialog (GTK_WIDGET (window), "count-divided-account", dark, size);
}

/* A bank statement at work, and what is asked when it does not agree. */
static void
take_statement (SheafWindow     *window,
                gboolean         dark,
                const ShotsSize *size)
{
  GtkWidget *page;

  shots_go (window, "reconciliation", "");
  page = shots_get_page (window);
  shots_fill (page, "account_picker", "1121");
  shots_fill (page, "day_entry", "31/3/2025");
  shots_fill (page, "balance_entry", "250tr");
  shots_act (page, "bank.begin");
  shots_act (page, "bank.tick");
  shots_take (GTK_WIDGET (window), "bank-sheet", dark, size);
  shots_act (page, "bank.finish");
  shots_take_dialog (GTK_WIDGET (window), "bank-differs", dark, size);
  shots_go (window, "reconciliation", "");
  shots_take (GTK_WIDGET (window), "reconciliation-listed", dark, size);
}

static void
take_pages (SheafWindow     *window,
            gboolean         dark,
            const ShotsSize *size)
{
  static const char *const pages[] = { "closing", "counts", "reconciliation", "confirmations" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      shots_go (window, pages[i], "");
      shots_take (GTK_WIDGET (window), pages[i], dark, size);
    }
}

static void
set_year (SheafWindow *window,
          int          year)
{
  sheaf_session_set_year (
      sheaf_book_view_get_session (sheaf_window_get_book_view (window)), year);
  shots_wait ();
}

/* The year that is still open: its checklist, and what closing asks. */
static void
take_open_year (SheafWindow     *window,
                gboolean         dark,
                const ShotsSize *size)
{
  shots_go (window, "closing", "");
  set_year (window, 2026);
  for (guint i = 0; i < 4; i++)
    shots_wait (); /* its lines come one by one */
  shots_take (GTK_WIDGET (window), "closing-open-year", dark, size);
  shots_act (shots_get_page (window), "closing.close");
  shots_take_dialog (GTK_WIDGET (window), "closing-close", dark, size);
  shots_act (shots_get_page (window), "closing.preview");
  shots_take_dialog (GTK_WIDGET (window), "closing-entries-open", dark, size);
  set_year (window, 2025);
}

/* The window of the year-end set at work, then what it says when it is stopped. */
static void
take_year_set (SheafWindow     *window,
               gboolean         dark,
               const ShotsSize *size)
{
  g_autofree char *own = g_dir_make_tmp ("sheaf-shots-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (own, "set", NULL);
  GtkWidget       *progress;

  shots_go (window, "closing", "");
  progress = sheaf_year_set_write (SHEAF_PAGE (shots_get_page (window)), folder);
  shots_wait ();
  shots_take (progress, "year-set", dark, size);
  gtk_window_close (GTK_WINDOW (progress));
  for (guint i = 0; i < 40 && shots_find_dialog (GTK_WIDGET (window)) != NULL; i++)
    shots_wait ();
  shots_take (GTK_WIDGET (window), "year-set-stopped", dark, size);
  (void) g_rmdir (own);
}

void
shots_take_year_end (SheafWindow     *window,
                     gboolean         dark,
                     const ShotsSize *size)
{
  static const char *const acts[][2] = {
    { "closing.preview", "closing-entries" },
    { "closing.lock", "closing-lock" },
    { "closing.unlock", "closing-unlock" },
    { "closing.close", "closing-close" },
    { "closing.reopen", "closing-reopen" },
  };

  take_pages (window, dark, size);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      shots_go (window, "closing", "");
      gtk_widget_activate_action (shots_get_page (window), acts[i][0], NULL);
      shots_wait ();
      /* A closed year is reopened, an open one closed. */
      if (shots_find_dialog (GTK_WIDGET (window)) != NULL)
        shots_take_dialog (GTK_WIDGET (window), acts[i][1], dark, size);
    }
  take_open_year (window, dark, size);
  take_year_set (window, dark, size);
  take_counts (window, dark, size);
  take_divided (window, dark, size);
  take_statement (window, dark, size);
  take_confirmations (window, dark, size);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame: overview, side bar, the dialogs of head and menu, a new book. */
#include "shots.h"

#include "old-book.h"
#include "window-fixture.h"

#include "app/carry-question.h"
#include "app/new-book-dialog.h"

#include <glib/gstdio.h>

static void
answer_carry (GtkWidget *below)
{
  GtkWidget *question = window_fixture_find (below, SHEAF_TYPE_CARRY_QUESTION);

  if (question != NULL)
    sheaf_carry_question_choose (SHEAF_CARRY_QUESTION (question), 0, "12x");
}

/* The second step of a new book, which an older one brings; then with an answer that cannot be
 * read. */
static void
take_carry (SheafWindow     *window,
            gboolean         dark,
            const ShotsSize *size)
{
  g_autofree char *own = g_dir_make_tmp ("sheaf-shots-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (own, "old.sheaf", NULL);
  GtkWidget       *dialog = sheaf_new_book_dialog_new (GTK_WINDOW (window));

  old_book_make (path);
  sheaf_new_book_dialog_take_old (SHEAF_NEW_BOOK_DIALOG (dialog), path);
  gtk_window_present (GTK_WINDOW (dialog));
  shots_wait ();
  shots_act (dialog, "new-book.create");
  shots_take (dialog, "new-book-carry", dark, size);
  answer_carry (dialog);
  shots_act (dialog, "new-book.create");
  shots_take_dialog (GTK_WIDGET (window), "new-book-carry-wrong", dark, size);
  (void) g_remove (path);
  (void) g_rmdir (own);
}

static void
take_search (SheafWindow     *window,
             gboolean         dark,
             const ShotsSize *size)
{
  GtkWidget *dialog;

  shots_act (GTK_WIDGET (window), "win.search");
  dialog = shots_find_dialog (GTK_WIDGET (window));
  gtk_editable_set_text (GTK_EDITABLE (window_fixture_find (dialog, GTK_TYPE_SEARCH_ENTRY)),
                         "hanh");
  shots_wait ();
  shots_take_dialog (GTK_WIDGET (window), "search-found", dark, size);
}

void
shots_take_frame (SheafWindow     *window,
                  gboolean         dark,
                  const ShotsSize *size)
{
  static const char *const actions[][2] = {
    { "win.new-book", "new-book" },
    { "win.search", "search" },
    { "win.book-settings", "book-settings" },
    { "win.rates", "rates" },
    { "win.revalue", "revaluation" },
    { "win.commands", "commands" },
    { "app.preferences", "preferences" },
    { "app.about", "about" },
  };

  shots_go (window, "overview", "");
  shots_take (GTK_WIDGET (window), "overview", dark, size);
  shots_act (GTK_WIDGET (window), "win.toggle-sidebar");
  shots_take (GTK_WIDGET (window), "overview-no-side-bar", dark, size);
  shots_act (GTK_WIDGET (window), "win.toggle-sidebar");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      shots_act (GTK_WIDGET (window), actions[i][0]);
      shots_take_dialog (GTK_WIDGET (window), actions[i][1], dark, size);
    }
  take_search (window, dark, size);
  take_carry (window, dark, size);
}

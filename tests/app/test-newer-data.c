/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of a book that was made under an older law: the program's is taken in and back. */
#include "app/newer-data.h"

#include "book-fixture.h"
#include "book/data.h"
#include "helpers/book.h"
#include "helpers/data.h"

#define LAW "laws/vn-2023.ini"

/* The sample as a program had made it that knew another floor. */
static void
age_law (const char *path)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 1, 1) };
  g_autofree char *old = test_older_data (LAW, "[floor internal-use-labour]\nrate=0.51",
                                          "[floor internal-use-labour]\nrate=0.40");
  g_autoptr (SheafBook) book = sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, NULL);

  g_setenv ("SHEAF_DATA_DIR", old, TRUE);
  g_assert_true (sheaf_data_take (book, LAW, NULL));
  g_unsetenv ("SHEAF_DATA_DIR");
  test_folder_remove (old);
}

/* The row of the law stands first. */
static GtkWidget *
find_law_row (GtkWidget *group)
{
  return window_fixture_find (group, ADW_TYPE_ACTION_ROW);
}

typedef struct
{
  GtkWidget  *dialog;
  const char *label;
} Expected;

static gboolean
offers (gpointer data)
{
  const Expected *expected = data;
  GtkWidget      *group = window_fixture_find (expected->dialog, SHEAF_TYPE_NEWER_DATA);
  GtkWidget      *button = group != NULL && gtk_widget_get_visible (group)
                               ? window_fixture_find (find_law_row (group), GTK_TYPE_BUTTON)
                               : NULL;

  return button != NULL && gtk_widget_get_visible (button) && gtk_widget_is_sensitive (button) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), expected->label) == 0;
}

static gboolean
is_asked (gpointer data)
{
  GtkWidget **question = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window))
        *question = window;
    }
  return *question != NULL;
}

static void
press (GtkWidget  *dialog,
       const char *label,
       const char *heading)
{
  Expected   expected = { dialog, label };
  GtkWidget *question = NULL;

  window_fixture_wait (offers, &expected);
  g_signal_emit_by_name (window_fixture_find (find_law_row (window_fixture_find (
                                                  dialog, SHEAF_TYPE_NEWER_DATA)),
                                              GTK_TYPE_BUTTON),
                         "clicked");
  window_fixture_wait (is_asked, &question);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (question)), ==, heading);
  book_fixture_answer (question, "accept");
}

/* Whether the floor that holds for 2025 is the one given. */
static gboolean
has_floor (const BookFixture *fixture,
           const char        *floor)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  g_autofree char *text = sheaf_data_load_on (book, LAW, sheaf_date_new (2025, 12, 31), NULL);

  return strstr (text, floor) != NULL;
}

static void
test_newer_law_is_taken_in_and_back (BookFixture  *fixture,
                                     gconstpointer data)
{
  GtkWidget *dialog = book_fixture_open_dialog (fixture, "win.book-settings", NULL);
  Expected   again = { dialog, "Take In…" };

  (void) data;
  press (dialog, "Take In…", "Take in the program’s law from 2025 on?");
  press (dialog, "Take Back…", "Take back the law of 2025 and later?");
  window_fixture_wait (offers, &again);
  g_assert_true (has_floor (fixture, "rate=0.40"));
  press (dialog, "Take In…", "Take in the program’s law from 2025 on?");
  again.label = "Take Back…";
  window_fixture_wait (offers, &again);
  g_assert_false (has_floor (fixture, "rate=0.40"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/newer-data/law-is-taken-in-and-back", test_newer_law_is_taken_in_and_back);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run_on (argc, argv, age_law, add_tests);
}

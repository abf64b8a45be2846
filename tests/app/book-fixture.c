/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample is made once; books are copied from it. */
#include "book-fixture.h"

#include "app/format.h"
#include "app/sample.h"

#include <glib/gstdio.h>

static GtkApplication *application;
static char           *sample;

GtkApplication *
book_fixture_application (void)
{
  return application;
}

void
book_fixture_set_up (BookFixture  *fixture,
                     gconstpointer data)
{
  g_autoptr (GFile) from = g_file_new_for_path (sample);
  g_autoptr (GFile) to = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("sheaf-book-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "book.sheaf", NULL);
  to = g_file_new_for_path (fixture->path);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  fixture->window = sheaf_window_new (application);
  gtk_window_present (GTK_WINDOW (fixture->window));
  sheaf_window_open (fixture->window, fixture->path);
  window_fixture_wait_for_book (fixture->window);
}

/* Jobs that were asked for just before end first; the last closes the book. */
static gboolean
is_only_the_book_left (gpointer data)
{
  const BookFixture *fixture = data;
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  guint files = 0;

  while (g_dir_read_name (folder) != NULL)
    files++;
  return files == 1;
}

void
book_fixture_tear_down (BookFixture  *fixture,
                        gconstpointer data)
{
  (void) data;
  gtk_window_close (GTK_WINDOW (fixture->window));
  window_fixture_wait (is_only_the_book_left, fixture);
  window_fixture_settle ();
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

GtkWidget *
book_fixture_find_dialog (BookFixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != (gpointer) fixture->window && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

gboolean
book_fixture_is_dialog_closed (gpointer fixture)
{
  return book_fixture_find_dialog (fixture) == NULL;
}

static gboolean
is_dialog_there (gpointer fixture)
{
  return book_fixture_find_dialog (fixture) != NULL;
}

GtkWidget *
book_fixture_open_dialog (BookFixture *fixture,
                          const char  *action,
                          GVariant    *target)
{
  g_assert_true (
      gtk_widget_activate_action_variant (GTK_WIDGET (fixture->window), action, target));
  window_fixture_wait (is_dialog_there, fixture);
  window_fixture_settle ();
  return book_fixture_find_dialog (fixture);
}

/* As its buttons do. */
void
book_fixture_answer (GtkWidget  *dialog,
                     const char *response)
{
  g_object_ref (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

GtkWidget *
book_fixture_go (BookFixture *fixture,
                 const char  *page,
                 const char  *detail)
{
  g_assert_true (
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.go", "(ss)", page, detail));
  window_fixture_settle ();
  return sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window));
}

gpointer
book_fixture_part (GtkWidget  *widget,
                   const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

void
book_fixture_type (GtkWidget  *widget,
                   const char *part,
                   const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (book_fixture_part (widget, part)), text);
}

void
book_fixture_act (GtkWidget  *widget,
                  const char *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  window_fixture_settle ();
}

gboolean
book_fixture_says (GtkWidget  *below,
                   const char *text)
{
  if (GTK_IS_LABEL (below) && g_strrstr (gtk_label_get_text (GTK_LABEL (below)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (book_fixture_says (child, text))
      return TRUE;
  return FALSE;
}

gboolean
book_fixture_has_problem (gpointer dialog)
{
  return gtk_widget_get_visible (book_fixture_part (dialog, "problems"));
}

int
book_fixture_run (int    argc,
                  char **argv,
                  void (*add_tests) (void))
{
  return book_fixture_run_on (argc, argv, NULL, add_tests);
}

int
book_fixture_run_on (int    argc,
                     char **argv,
                     void (*prepare) (const char *path),
                     void (*add_tests) (void))
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  int              result;

  application = window_fixture_init (&argc, &argv, NULL);
  sheaf_format_set_today (sheaf_date_new (2025, 12, 31));
  folder = g_dir_make_tmp ("sheaf-sample-XXXXXX", NULL);
  sample = g_build_filename (folder, "sample.sheaf", NULL);
  if (!sheaf_sample_make (sample, &error))
    g_error ("%s", error->message);
  if (prepare != NULL)
    prepare (sample);
  add_tests ();
  result = g_test_run ();
  (void) g_remove (sample);
  (void) g_rmdir (folder);
  return result;
}

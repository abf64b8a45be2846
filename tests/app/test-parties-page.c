/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties in a real window: entered, found, corrected, merged; and the lists beside. */
#include "window-fixture.h"

#include "app/act-dialog.h"
#include "app/format.h"
#include "app/parties/parties-page.h"
#include "app/parties/party-dialog.h"
#include "app/sample.h"

#include <glib/gstdio.h>

static GtkApplication *application;

static gpointer
get_child (GtkWidget  *widget,
           const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static GtkWidget *
get_page (SheafWindow *window)
{
  return sheaf_book_view_get_page (sheaf_window_get_book_view (window));
}

static void
go (SheafWindow *window,
    const char  *page,
    const char  *detail)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.go", "(ss)", page, detail));
  window_fixture_settle ();
}

/* The dialog over the window. */
static GtkWidget *
get_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
        return window;
    }
  g_error ("no %s is open", g_type_name (type));
}

static void
type_text (GtkWidget  *dialog,
           const char *row,
           const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, row)), text);
}

static gboolean
is_read (gpointer page)
{
  return !g_str_equal (gtk_stack_get_visible_child_name (get_child (page, "stack")), "reading");
}

/* Shows a list and waits until it is there. */
static void
go_to_list (SheafWindow *window,
            const char  *name)
{
  go (window, "lists", name);
  window_fixture_wait (is_read, get_page (window));
}

static guint
count_rows (GtkWidget *page)
{
  GtkColumnView *view = get_child (page, "view");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

static void
search (GtkWidget  *page,
        const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (page, "search")), words);
  g_usleep (200000); /* the entry waits until nothing more is typed */
  window_fixture_settle ();
}

static void
enter_party (SheafWindow *window,
             const char  *code,
             const char  *name)
{
  GtkWidget *dialog;

  g_assert_true (gtk_widget_activate_action (get_page (window), "parties.new", NULL));
  dialog = get_dialog (SHEAF_TYPE_PARTY_DIALOG);
  type_text (dialog, "code_row", code);
  type_text (dialog, "name_row", name);
  type_text (dialog, "tax_code_row", "0109999999");
  g_assert_true (gtk_widget_activate_action (dialog, "party.save", NULL));
  window_fixture_settle ();
}

static SheafWindow *shown; /* the window that waits look at */

static gboolean
card_says (gpointer name)
{
  GtkLabel *label = get_child (get_child (get_page (shown), "card"), "name");

  return g_str_equal (gtk_label_get_text (label), name);
}

static void
wait_for_card (SheafWindow *window,
               const char  *name)
{
  shown = window;
  window_fixture_wait (card_says, (gpointer) name);
}

static void
test_enter_and_correct (SheafWindow *window)
{
  GtkWidget *dialog;

  go (window, "parties", "");
  enter_party (window, "ZZ1", "Đại lý Thử Nghiệm");
  search (get_page (window), "dai ly thu");
  g_assert_cmpuint (count_rows (get_page (window)), ==, 1);
  wait_for_card (window, "ZZ1  Đại lý Thử Nghiệm");
  g_assert_true (gtk_widget_activate_action (get_child (get_page (window), "card"), "card.edit",
                                             NULL));
  dialog = get_dialog (SHEAF_TYPE_PARTY_DIALOG);
  type_text (dialog, "name_row", "Đại lý Đã Sửa");
  g_assert_true (gtk_widget_activate_action (dialog, "party.save", NULL));
  window_fixture_settle ();
  wait_for_card (window, "ZZ1  Đại lý Đã Sửa");
}

/* What the book refuses stays in the dialog. */
static void
test_refused (SheafWindow *window)
{
  GtkWidget *dialog;

  enter_party (window, "ZZ1", "Another one");
  dialog = get_dialog (SHEAF_TYPE_PARTY_DIALOG);
  g_assert_true (gtk_widget_get_visible (get_child (dialog, "problems")));
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
}

static void
test_merge (SheafWindow *window)
{
  GtkWidget *dialog;

  enter_party (window, "ZZ2", "Đại lý Nhập Hai Lần");
  go_to_list (window, "duplicates");
  g_assert_cmpuint (count_rows (get_page (window)), >=, 2);
  go (window, "parties", "");
  search (get_page (window), "ZZ2");
  wait_for_card (window, "ZZ2  Đại lý Nhập Hai Lần");
  g_assert_true (gtk_widget_activate_action (get_child (get_page (window), "card"), "card.merge",
                                             NULL));
  dialog = get_dialog (SHEAF_TYPE_ACT_DIALOG);
  gtk_editable_set_text (GTK_EDITABLE (get_child (dialog, "text_entry")), "ZZ1 one shop");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  wait_for_card (window, "ZZ1  Đại lý Đã Sửa"); /* whoever looks for one finds the other */
  g_assert_cmpuint (count_rows (get_page (window)), ==, 1);
}

/* Every list is made without a failure; the checks of the sample hold. */
static void
test_lists (SheafWindow *window)
{
  static const char *const names[] = { "open", "vat-in", "vat-out", "currencies",
                                       "numbers", "scopes", "duplicates", "checks" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      go_to_list (window, names[i]);
      if (g_str_equal (names[i], "open") || g_str_equal (names[i], "numbers"))
        g_assert_cmpuint (count_rows (get_page (window)), >, 3);
    }
}

static void
test_all (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sheaf-parties-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.sheaf", NULL);
  g_autoptr (GError) error = NULL;
  SheafWindow *window;

  if (!sheaf_sample_make (path, &error))
    g_error ("%s", error->message);
  window = sheaf_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  sheaf_window_open (window, path);
  window_fixture_wait_for_book (window);
  test_enter_and_correct (window);
  test_refused (window);
  test_merge (window);
  test_lists (window);
  gtk_window_close (GTK_WINDOW (window));
  window_fixture_settle ();
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  application = window_fixture_init (&argc, &argv, NULL);
  sheaf_format_set_today (sheaf_date_new (2025, 12, 31));
  g_test_add_func ("/parties/entered-corrected-merged-and-listed", test_all);
  return g_test_run ();
}

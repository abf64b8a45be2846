/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of the year end and reports without a mouse: Alt and a letter mean one thing each. */
#include "book-fixture.h"

#include "app/page.h"
#include "app/widgets/tab-out.h"

static const char *const pages[][2] = {
  { "closing", "" },
  { "counts", "" },
  { "reconciliation", "" },
  { "confirmations", "" },
  { "statements", "B01-HTX" },
  { "statements", "ageing" },
  { "statements", "tax-sheet" },
  { "books", "S03a-HTX" },
  { "lists", "open" },
};

static void
collect_letters (GtkWidget  *below,
                 const char *where,
                 GHashTable *letters)
{
  guint letter = GDK_KEY_VoidSymbol;

  if (!gtk_widget_get_mapped (below))
    return;
  if (GTK_IS_LABEL (below))
    letter = gtk_label_get_mnemonic_keyval (GTK_LABEL (below));
  if (letter != GDK_KEY_VoidSymbol)
    {
      gpointer    key = GUINT_TO_POINTER (gdk_keyval_to_lower (letter));
      const char *before = g_hash_table_lookup (letters, key);

      if (before != NULL)
        g_test_fail_printf ("%s: “%s” and “%s” have one letter", where, before,
                            gtk_label_get_label (GTK_LABEL (below)));
      g_hash_table_insert (letters, key, (gpointer) gtk_label_get_label (GTK_LABEL (below)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_letters (child, where, letters);
}

static void
test_letters_are_told_apart (BookFixture  *fixture,
                             gconstpointer data)
{
  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = book_fixture_go (fixture, pages[i][0], pages[i][1]);
      g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

      window_fixture_settle ();
      collect_letters (page, pages[i][0], letters);
    }
}

/* A row of a report's list, or of a table, has the focus. */
static gboolean
is_in_rows (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL ||
                           gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW) != NULL);
}

static gboolean
enters_rows (gpointer window)
{
  if (!is_in_rows (window))
    (void) gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  return is_in_rows (window);
}

/* GTK would walk all rows with Tab: past a long report nothing could be reached. */
static void
test_tab_leaves_rows (BookFixture  *fixture,
                      gconstpointer data)
{
  static const char *const places[][2] = { { "statements", "B01-HTX" }, { "accounts", "" } };
  GtkWindow               *window = GTK_WINDOW (fixture->window);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      (void) book_fixture_go (fixture, places[i][0], places[i][1]);
      window_fixture_wait (enters_rows, window);
      g_assert_true (sheaf_tab_out (window, GTK_DIR_TAB_FORWARD));
      g_assert_nonnull (gtk_window_get_focus (window));
      g_assert_false (is_in_rows (window));
      g_assert_false (sheaf_tab_out (window, GTK_DIR_TAB_FORWARD)); /* in no list: GTK's own */
      window_fixture_wait (enters_rows, window);
      g_assert_true (sheaf_tab_out (window, GTK_DIR_TAB_BACKWARD));
      g_assert_false (is_in_rows (window));
    }
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/keyboard/tab-leaves-a-list", test_tab_leaves_rows);
  BOOK_FIXTURE_ADD ("/keyboard/letters-are-told-apart", test_letters_are_told_apart);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

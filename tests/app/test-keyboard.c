/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of the year end and reports without a mouse: Alt and a letter mean one thing each. */
#include "book-fixture.h"

#include "app/page.h"

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

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/keyboard/letters-are-told-apart", test_letters_are_told_apart);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

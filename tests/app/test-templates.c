/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every template class builds: a wrong name in XML shows only then. */
#include "window-fixture.h"

#include "app/act-dialog.h"
#include "app/commands-dialog.h"
#include "app/ledger/voucher-form.h"
#include "app/new-book-dialog.h"
#include "app/pages.h"
#include "app/payouts/list-dialog.h"
#include "app/payouts/made-dialog.h"
#include "app/payouts/cash-draw-dialog.h"
#include "app/payouts/result-dialog.h"
#include "app/preferences-dialog.h"

static GtkApplication *application;

static void
test_window (void)
{
  SheafWindow *window = sheaf_window_new (application);

  g_assert_cmpstr (sheaf_window_get_state (window), ==, "start");
  gtk_window_present (GTK_WINDOW (window));
  window_fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_pages (void)
{
  guint                 n_entries;
  const SheafPageEntry *entries = sheaf_pages_list (&n_entries);

  g_assert_cmpuint (n_entries, >, 0);
  for (guint i = 0; i < n_entries; i++)
    {
      GtkWidget *page = g_object_ref_sink (g_object_new (entries[i].get_type (), NULL));

      g_assert_nonnull (gtk_widget_get_first_child (page));
      g_object_unref (page);
    }
}

static void
test_dialogs (void)
{
  const GType types[] = {
    SHEAF_TYPE_COMMANDS_DIALOG,
    SHEAF_TYPE_NEW_BOOK_DIALOG,
    SHEAF_TYPE_PREFERENCES_DIALOG,
    SHEAF_TYPE_ACT_DIALOG,
    SHEAF_TYPE_LIST_DIALOG,
    SHEAF_TYPE_MADE_DIALOG,
    SHEAF_TYPE_CASH_DRAW_DIALOG,
    SHEAF_TYPE_RESULT_DIALOG,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *dialog = g_object_new (types[i], NULL);

      gtk_window_present (GTK_WINDOW (dialog));
      window_fixture_settle ();
      g_assert_true (gtk_widget_get_mapped (dialog));
      gtk_window_destroy (GTK_WINDOW (dialog));
    }
}

int
main (int    argc,
      char **argv)
{
  application = window_fixture_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/window", test_window);
  g_test_add_func ("/templates/pages", test_pages);
  g_test_add_func ("/templates/dialogs", test_dialogs);
  return g_test_run ();
}

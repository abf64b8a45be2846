/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog for a new list of payments: what it shows is what is paid, and what cannot be paid is
 * told before. */
#include "payouts-fixture.h"

#include "app/format.h"

static char *
figure (GtkWidget  *dialog,
        const char *name)
{
  return g_strdup (gtk_label_get_text (payouts_fixture_preview_part (dialog, name)));
}

/* The dialog just opened is still looking at the whole shares when the part is typed: their figures
 * come first, and the act stays shut until the part was looked at. */
static void
test_a_change_amid_a_look_waits_for_the_next (BookFixture  *fixture,
                                              gconstpointer data)
{
  GtkWidget       *page = payouts_fixture_go (fixture, "");
  GtkWidget       *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH);
  g_autofree char *whole = NULL;
  g_autofree char *half = NULL;
  g_autofree char *after = NULL;

  (void) data;
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  whole = figure (dialog, "gross");
  book_fixture_type (dialog, "part_entry", "50");
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  half = figure (dialog, "gross");
  g_assert_cmpstr (half, !=, whole);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);

  g_assert_true (gtk_widget_activate_action (page, "payouts.new", NULL));
  dialog = book_fixture_find_dialog (fixture);
  g_assert_true (SHEAF_IS_LIST_DIALOG (dialog));
  book_fixture_type (dialog, "part_entry", "50");
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  after = figure (dialog, "gross");
  g_assert_cmpstr (after, ==, half);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/payouts/a-change-amid-a-look-waits-for-the-next",
                    test_a_change_amid_a_look_waits_for_the_next);
}

int
main (int    argc,
      char **argv)
{
  return payouts_fixture_run (argc, argv, add_tests);
}

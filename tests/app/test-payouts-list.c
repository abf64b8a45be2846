/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog for a new list of payments: what it shows is what is paid, and what cannot be paid is
 * told before. */
#include "payouts-fixture.h"

#include "app/models/list-row.h"
#include "app/payouts/payouts-table.h"

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

static guint
count_without_account (GtkWidget *page)
{
  GListModel *rows = payouts_fixture_rows (page, "payee_view");
  guint       found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SheafListRow) row = g_list_model_get_item (rows, i);
      const SheafPayeeRow *payee = sheaf_list_row_get_record (row);

      found += !sheaf_payout_standing_has_account (payee->standing);
    }
  return found;
}

static void
test_who_has_no_account_is_paid_in_cash (BookFixture  *fixture,
                                         gconstpointer data)
{
  GtkWidget       *page = payouts_fixture_go (fixture, "");
  guint            without = count_without_account (page);
  GtkWidget       *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH_WITHOUT);
  g_autofree char *count = g_strdup_printf ("%u", without);
  g_autofree char *told = NULL;
  g_autofree char *there = NULL;

  (void) data;
  g_assert_cmpuint (without, >, 0);
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  told = figure (dialog, "count");
  g_assert_cmpstr (told, ==, count);
  payouts_fixture_pay (fixture, dialog);
  g_assert_cmpuint (payouts_fixture_count (fixture, SHEAF_PAYOUT_PAID), ==, without);
  dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH_WITHOUT);
  window_fixture_wait (payouts_fixture_is_refused, dialog);
  g_assert_true (book_fixture_says (dialog, "Everyone with money open has a bank account"));
  /* What is there is told all the same. */
  there = figure (dialog, "there");
  g_assert_cmpstr (there, !=, "0");
  gtk_window_close (GTK_WINDOW (dialog));
}

/* The sample fetches the cash from the bank on 27 April, after the posting. */
static void
test_missing_money_is_told_before (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget *page = payouts_fixture_go (fixture, "");
  GtkWidget *dialog = payouts_fixture_propose (fixture, page, SHEAF_LIST_CASH);

  (void) data;
  window_fixture_wait (payouts_fixture_can_pay, dialog);
  book_fixture_type (dialog, "day_entry", "20/4/2026");
  window_fixture_wait (payouts_fixture_is_refused, dialog);
  g_assert_true (book_fixture_says (dialog, "⚠ That is missing"));
  g_assert_true (book_fixture_says (dialog, "bring in money first"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/payouts/who-has-no-account-is-paid-in-cash",
                    test_who_has_no_account_is_paid_in_cash);
  BOOK_FIXTURE_ADD ("/payouts/missing-money-is-told-before", test_missing_money_is_told_before);
  BOOK_FIXTURE_ADD ("/payouts/a-change-amid-a-look-waits-for-the-next",
                    test_a_change_amid_a_look_waits_for_the_next);
}

int
main (int    argc,
      char **argv)
{
  return payouts_fixture_run (argc, argv, add_tests);
}

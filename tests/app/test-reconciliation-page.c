/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bank statement ticked through in a window. */
#include "book-fixture.h"

#include "app/control/tick-list.h"
#include "book/book.h"
#include "ledger/chart.h"
#include "ledger/money.h"
#include "ledger/reconciliation.h"

static SheafBook *
open_book (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };

  return sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
}

/* What the books say of the bank account on the year's last day. */
static gint64
read_booked (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  const SheafAccount *account = sheaf_chart_posting_account (sheaf_chart_get (book, NULL), "bank",
                                                             NULL);
  SheafMoney          balance, lowest;
  SheafDate           day;

  g_assert_true (sheaf_money_on_day (book, account->id, sheaf_date_new (2025, 12, 31), &balance,
                                     &lowest, &day, NULL));
  return balance.units;
}

static char *
find_bank_code (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = open_book (fixture);

  return g_strdup (
      sheaf_chart_posting_account (sheaf_chart_get (book, NULL), "bank", NULL)->code);
}

/* The only one there is; NULL while there is none. */
static SheafReconciliation *
load_one (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = open_book (fixture);
  g_autoptr (GPtrArray) all = sheaf_reconciliation_list (book, NULL);

  if (all == NULL || all->len == 0)
    return NULL;
  return sheaf_reconciliation_load (book, ((SheafReconciliation *) all->pdata[0])->id, NULL);
}

static gboolean
shows_sheet (gpointer page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (book_fixture_part (page, "stack")),
                    "sheet") == 0;
}

static gboolean
is_ticked (gpointer fixture)
{
  g_autoptr (SheafReconciliation) one = load_one (fixture);

  return one != NULL && one->ticked != 0;
}

static gboolean
is_finished (gpointer fixture)
{
  g_autoptr (SheafReconciliation) one = load_one (fixture);

  return one != NULL && one->finished;
}

static GtkWidget *
begin_statement (BookFixture *fixture,
                 gint64       balance)
{
  GtkWidget       *page = book_fixture_go (fixture, "reconciliation", "");
  g_autofree char *code = find_bank_code (fixture);
  g_autofree char *typed = g_strdup_printf ("%" G_GINT64_FORMAT, balance);

  book_fixture_type (page, "account_picker", code);
  book_fixture_type (page, "day_entry", "31/12/2025");
  book_fixture_type (page, "balance_entry", typed);
  book_fixture_act (page, "bank.begin");
  window_fixture_wait (shows_sheet, page);
  window_fixture_settle ();
  return page;
}

static void
tick_all (GtkWidget *page)
{
  SheafTickList *ticks = book_fixture_part (page, "ticks");

  for (guint i = 0; i < 2000 && sheaf_tick_list_difference (ticks) != 0; i++)
    {
      g_autoptr (GPtrArray) before = sheaf_tick_list_changes (ticks, TRUE);
      g_autoptr (GPtrArray) after = NULL;

      gtk_widget_activate_action (page, "bank.tick", NULL);
      after = sheaf_tick_list_changes (ticks, TRUE);
      g_assert_cmpuint (after->len, ==, before->len + 1);
    }
  g_assert_cmpint (sheaf_tick_list_difference (ticks), ==, 0);
}

static void
test_a_statement_is_ticked_through_and_finished (BookFixture  *fixture,
                                                 gconstpointer data)
{
  GtkWidget *page = begin_statement (fixture, read_booked (fixture));

  (void) data;
  tick_all (page);
  book_fixture_act (page, "bank.save");
  window_fixture_wait (is_ticked, fixture);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (page, "agrees"));
  book_fixture_act (page, "bank.finish");
  window_fixture_wait (is_finished, fixture);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (page, "Finished"));
}

static void
test_what_differs_is_not_finished_without_a_note (BookFixture  *fixture,
                                                  gconstpointer data)
{
  GtkWidget *page = begin_statement (fixture, read_booked (fixture) + 1);
  GtkWidget *dialog;

  (void) data;
  book_fixture_act (page, "bank.finish");
  dialog = book_fixture_find_dialog (fixture);
  g_assert_nonnull (dialog);
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_false (is_finished (fixture));
}

static gboolean
has_no_changes (gpointer page)
{
  SheafTickList *ticks = book_fixture_part (page, "ticks");
  g_autoptr (GPtrArray) changes = sheaf_tick_list_changes (ticks, TRUE);

  return shows_sheet (page) && sheaf_tick_list_difference (ticks) != 0 && changes->len == 0;
}

/* Who keeps what is ticked so far must not look for the place again. */
static void
test_ticking_goes_on_below_what_was_kept (BookFixture  *fixture,
                                          gconstpointer data)
{
  GtkWidget     *page = begin_statement (fixture, 7);
  SheafTickList *ticks = book_fixture_part (page, "ticks");
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (GPtrArray) less = NULL;

  (void) data;
  book_fixture_act (page, "bank.tick");
  book_fixture_act (page, "bank.tick");
  book_fixture_act (page, "bank.save");
  window_fixture_wait (is_ticked, fixture);
  window_fixture_wait (has_no_changes, page);
  book_fixture_act (page, "bank.tick");
  more = sheaf_tick_list_changes (ticks, TRUE);
  less = sheaf_tick_list_changes (ticks, FALSE);
  g_assert_cmpuint (more->len, ==, 1);
  g_assert_cmpuint (less->len, ==, 0);
}

static gboolean
is_proposed (gpointer page)
{
  return *gtk_editable_get_text (book_fixture_part (page, "account_picker")) != '\0';
}

/* The sample keeps its money in one bank account. */
static void
test_the_only_bank_account_is_proposed_for_the_first_statement (BookFixture  *fixture,
                                                                gconstpointer data)
{
  GtkWidget       *page = book_fixture_go (fixture, "reconciliation", "");
  g_autofree char *code = find_bank_code (fixture);

  (void) data;
  window_fixture_wait (is_proposed, page);
  g_assert_cmpstr (gtk_editable_get_text (book_fixture_part (page, "account_picker")), ==, code);
}

static void
test_a_difference_says_which_side_has_more (BookFixture  *fixture,
                                            gconstpointer data)
{
  GtkWidget *page = begin_statement (fixture, 7);

  (void) data;
  g_assert_true (book_fixture_says (page, "the bank has 7 more than is ticked"));
  book_fixture_act (page, "bank.tick"); /* the opening balance comes in */
  window_fixture_settle ();
  g_assert_true (book_fixture_says (page, "less than is ticked"));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD (
      "/reconciliation-page/the-only-bank-account-is-proposed-for-the-first-statement",
      test_the_only_bank_account_is_proposed_for_the_first_statement);
  BOOK_FIXTURE_ADD ("/reconciliation-page/a-difference-says-which-side-has-more",
                    test_a_difference_says_which_side_has_more);
  BOOK_FIXTURE_ADD ("/reconciliation-page/a-statement-is-ticked-through-and-finished",
                    test_a_statement_is_ticked_through_and_finished);
  BOOK_FIXTURE_ADD ("/reconciliation-page/ticking-goes-on-below-what-was-kept",
                    test_ticking_goes_on_below_what_was_kept);
  BOOK_FIXTURE_ADD ("/reconciliation-page/what-differs-is-not-finished-without-a-note",
                    test_what_differs_is_not_finished_without_a_note);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

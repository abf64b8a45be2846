/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capital that goes back, is left in, or passes to an heir: what the books say to it in the
 * dialog. */
#include "capital-fixture.h"

#include "app/page.h"
#include "ledger/chart.h"
#include "ledger/party.h"
#include "ledger/voucher.h"

/* The sample's TV008 owes for what was bought. */
static void
test_who_owes_gets_nothing_back (BookFixture  *fixture,
                                 gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, REFUND, "TV008", "31/12/2025", "10tr");

  (void) data;
  capital_fixture_expect_refusal (fixture, dialog, "TV008 still owes the co-op", "amount_entry");
}

static void
test_a_member_still_is_asked_about (BookFixture  *fixture,
                                    gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, REFUND, "TV001", "31/12/2025", "70tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  adw_combo_row_set_selected (capital_fixture_part (dialog, "form_row"), 1); /* by bank */
  capital_fixture_expect_question (fixture, dialog, "TV001 is a member still");
  g_assert_cmpint (capital_fixture_balance (fixture, "TV001").paid.units, ==, 100000000);
  g_assert_cmpint (capital_fixture_balance (fixture, "TV001").committed.units, ==, 100000000);
  book = capital_fixture_open_book (fixture);
  event = capital_fixture_latest (book, "TV001");
  g_assert_cmpint (event->event, ==, SHEAF_CAPITAL_REFUND);
  g_assert_nonnull (event->voucher_number);
}

/* The money left must cover what falls due within a year (Art. 78): asked, with the figures. */
static void
test_a_refund_that_leaves_too_little_is_asked_about (BookFixture  *fixture,
                                                     gconstpointer data)
{
  static const char *const paid_back[][2] = { { "TV001", "170tr" }, { "TV021", "110tr" } };
  GtkWidget               *dialog;

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (paid_back); i++)
    {
      dialog = capital_fixture_begin (fixture, REFUND, paid_back[i][0], "31/12/2025",
                                      paid_back[i][1]);
      adw_combo_row_set_selected (capital_fixture_part (dialog, "form_row"), 1);
      capital_fixture_expect_question (fixture, dialog, "is a member still");
    }
  dialog = capital_fixture_begin (fixture, REFUND, "TV002", "31/12/2025", "100tr");
  adw_combo_row_set_selected (capital_fixture_part (dialog, "form_row"), 1);
  capital_fixture_expect_question (fixture, dialog, "stay payable");
}

/* As sharing would leave it: something that the co-op owes the member on 338. */
static gpointer
declare_job (gpointer connection,
             gpointer data,
             GError **error)
{
  const SheafChart *chart = sheaf_chart_get (connection, error);
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL,
                                                        sheaf_date_new (2025, 11, 30), "Test");
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, sheaf_chart_by_code (chart, "642")->id,
                                                sheaf_chart_by_code (chart, "338")->id,
                                                SHEAF_MONEY (5000000));
  gint64           id = 0;

  (void) data;
  row->credit_party_id = sheaf_party_find (connection, "TV001");
  return sheaf_voucher_post (connection, voucher, &id, error) ? GINT_TO_POINTER (1) : NULL;
}

static void
declared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  (void) source;
  *(gboolean *) user_data = sheaf_jobs_finish (result, &error) != NULL;
  g_assert_no_error (error);
}

static gboolean
is_set (gpointer flag)
{
  return *(gboolean *) flag;
}

static gboolean
says_entry (gpointer dialog)
{
  return book_fixture_says (dialog, "Credit 4111") && book_fixture_says (dialog, "Debit 338");
}

static void
test_a_declared_share_becomes_capital (BookFixture  *fixture,
                                       gconstpointer data)
{
  SheafSession *session = sheaf_page_get_session (SHEAF_PAGE (capital_fixture_go (fixture)));
  gboolean      declared = FALSE;
  GtkWidget    *dialog;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  sheaf_jobs_write (sheaf_session_get_jobs (session), declare_job, NULL, NULL, NULL, NULL, NULL,
                    declared_cb, &declared);
  window_fixture_wait (is_set, &declared);
  capital_fixture_enter (fixture, capital_fixture_begin (fixture, COMMIT, "TV001", "31/12/2025",
                                                         "6tr"));
  dialog = capital_fixture_begin (fixture, CAPITALISE, "TV001", "31/12/2025", "5tr");
  window_fixture_wait (says_entry, dialog);
  capital_fixture_enter (fixture, dialog);
  g_assert_cmpint (capital_fixture_balance (fixture, "TV001").paid.units, ==, 175000000);
  book = capital_fixture_open_book (fixture);
  event = capital_fixture_latest (book, "TV001");
  g_assert_cmpint (event->event, ==, SHEAF_CAPITAL_CAPITALISE);
  g_assert_nonnull (event->voucher_number);
  /* Nothing is left of the share. */
  dialog = capital_fixture_begin (fixture, CAPITALISE, "TV001", "31/12/2025", "1tr");
  capital_fixture_expect_refusal (fixture, dialog, "338", "amount_entry");
}

/* A death and its heir stand in the register first; else it is asked about. */
static void
test_an_inheritance_of_the_living_is_asked_about (BookFixture  *fixture,
                                                  gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, TRANSFER, "TV002", "31/12/2025", "100tr");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCapitalEvent) event = NULL;

  (void) data;
  capital_fixture_type (dialog, "to_picker", "TV003");
  adw_combo_row_set_selected (capital_fixture_part (dialog, "cause_row"), 3);
  capital_fixture_expect_question (fixture, dialog, "TV002 did not die by the register");
  g_assert_cmpint (capital_fixture_balance (fixture, "TV002").paid.units, ==, 0);
  g_assert_cmpint (capital_fixture_balance (fixture, "TV003").paid.units, ==, 190000000);
  book = capital_fixture_open_book (fixture);
  event = capital_fixture_latest (book, "TV002");
  g_assert_cmpstr (event->cause, ==, "inheritance");
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/capital-money/who-owes-gets-nothing-back", test_who_owes_gets_nothing_back);
  BOOK_FIXTURE_ADD ("/capital-money/a-member-still-is-asked-about",
                    test_a_member_still_is_asked_about);
  BOOK_FIXTURE_ADD ("/capital-money/a-refund-that-leaves-too-little-is-asked-about",
                    test_a_refund_that_leaves_too_little_is_asked_about);
  BOOK_FIXTURE_ADD ("/capital-money/a-declared-share-becomes-capital",
                    test_a_declared_share_becomes_capital);
  BOOK_FIXTURE_ADD ("/capital-money/an-inheritance-of-the-living-is-asked-about",
                    test_an_inheritance_of_the_living_is_asked_about);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What law and books say to a capital event in its dialog: a question, or a refusal at the
 * field. */
#include "capital-fixture.h"

static void
test_passing_thirty_percent_is_asked (BookFixture  *fixture,
                                      gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, COMMIT, "TV001", "31/12/2025", "400tr");

  (void) data;
  capital_fixture_expect_question (fixture, dialog, "TV001 holds 570000000");
}

static void
test_associates_above_thirty_percent_are_asked (BookFixture  *fixture,
                                                gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, COMMIT, "TV019", "31/12/2025", "250tr");

  (void) data;
  capital_fixture_expect_question (fixture, dialog, "contributing associate members together");
}

static void
test_paying_more_than_promised_is_refused (BookFixture  *fixture,
                                           gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, PAY, "TV001", "31/12/2025", "1tr");

  (void) data;
  capital_fixture_expect_refusal (fixture, dialog, "above the commitment", "amount_entry");
}

static void
test_giving_back_more_than_paid_is_refused (BookFixture  *fixture,
                                            gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, REFUND, "TV001", "31/12/2025", "171tr");

  (void) data;
  capital_fixture_expect_refusal (fixture, dialog, "more than is paid in", "amount_entry");
}

static void
test_passing_on_to_oneself_is_refused (BookFixture  *fixture,
                                       gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, TRANSFER, "TV001", "31/12/2025", "1tr");

  (void) data;
  capital_fixture_type (dialog, "to_picker", "TV001");
  capital_fixture_expect_refusal (fixture, dialog, "needs another member", "to_picker");
}

static void
test_one_who_left_pays_nothing_in (BookFixture  *fixture,
                                   gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, COMMIT, "TV017", "31/12/2025", "1tr");

  (void) data;
  capital_fixture_expect_refusal (fixture, dialog, "TV017 is no member", "member_picker");
}

static void
test_in_kind_needs_an_account (BookFixture  *fixture,
                               gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, IN_KIND, "TV001", "31/12/2025", "1tr");

  (void) data;
  capital_fixture_expect_refusal (fixture, dialog, "needs the account", "account_picker");
}

static void
test_what_cannot_be_read_is_told_at_the_field (BookFixture  *fixture,
                                               gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, PAY, "TV001", "31/12/2025", "nhiều");

  (void) data;
  capital_fixture_expect_refusal (fixture, dialog, "nhiều", "amount_entry");
}

static void
test_nothing_typed_is_no_fault_yet (BookFixture  *fixture,
                                    gconstpointer data)
{
  GtkWidget *dialog = capital_fixture_begin (fixture, PAY, "", "31/12/2025", "");

  (void) data;
  window_fixture_settle ();
  g_assert_false (book_fixture_has_problem (dialog));
  book_fixture_act (dialog, "event.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  g_assert_true (book_fixture_says (dialog, "no member is named"));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/capital-guards/passing-thirty-percent-is-asked",
                    test_passing_thirty_percent_is_asked);
  BOOK_FIXTURE_ADD ("/capital-guards/associates-above-thirty-percent-are-asked",
                    test_associates_above_thirty_percent_are_asked);
  BOOK_FIXTURE_ADD ("/capital-guards/paying-more-than-promised-is-refused",
                    test_paying_more_than_promised_is_refused);
  BOOK_FIXTURE_ADD ("/capital-guards/giving-back-more-than-paid-is-refused",
                    test_giving_back_more_than_paid_is_refused);
  BOOK_FIXTURE_ADD ("/capital-guards/passing-on-to-oneself-is-refused",
                    test_passing_on_to_oneself_is_refused);
  BOOK_FIXTURE_ADD ("/capital-guards/one-who-left-pays-nothing-in",
                    test_one_who_left_pays_nothing_in);
  BOOK_FIXTURE_ADD ("/capital-guards/in-kind-needs-an-account", test_in_kind_needs_an_account);
  BOOK_FIXTURE_ADD ("/capital-guards/what-cannot-be-read-is-told-at-the-field",
                    test_what_cannot_be_read_is_told_at_the_field);
  BOOK_FIXTURE_ADD ("/capital-guards/nothing-typed-is-no-fault-yet",
                    test_nothing_typed_is_no_fault_yet);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

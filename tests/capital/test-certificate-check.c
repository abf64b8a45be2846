/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and given content of certificates; what verify says of them. */
#include "capital/certificate.h"

#include "book/act.h"
#include "capital/verify.h"
#include "ledger/preference.h"
#include "papers.h"
#include "sample.h"

static void
test_numbers_never_return (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  gint64           id = papers_id (book, "TV1");
  g_autofree char *number = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_certificate_issue (book, id, test_day ("2025-03-01"), " GCN-0007 ", &number,
                                          &error));
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, "GCN-0007");
  g_assert_false (sheaf_certificate_reissue (book, id, test_day ("2025-03-02"), "gcn-0007", "mất",
                                             NULL, &error));
  papers_assert_refused (&error, "the number gcn-0007 was given to a certificate already");
  sample_enter (book, "TV2", "2025-03-01", SHEAF_CAPITAL_PAY, 100);
  papers_issue (book, "TV2", "2025-03-03", "GCN-0008");
  g_assert_true (sheaf_preference_set (book, "certificate-pattern", "{n:2}/{year}/GCN", &error));
  g_assert_no_error (error);
  g_clear_pointer (&number, g_free);
  g_assert_true (
      sheaf_certificate_reissue (book, id, test_day ("2025-03-04"), NULL, "mất", &number, &error));
  g_assert_cmpstr (number, ==, "01/2025/GCN");
  g_assert_false (sheaf_preference_set (book, "certificate-pattern", "GCN", &error));
  g_assert_nonnull (error);
}

/* A file says what old papers said; it differs from the register: a warning. */
static void
test_given_content_is_kept (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  SheafCertificate *given = sheaf_certificate_new ();
  g_autoptr (GPtrArray) list = test_list ((GDestroyNotify) sheaf_certificate_free, given, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafCertificate) paper = NULL;
  g_autoptr (GError) error = NULL;

  given->party_id = papers_id (book, "TV1");
  given->date = test_day ("2025-03-01");
  given->event = SHEAF_CERTIFICATE_ISSUE;
  given->amount = SHEAF_MONEY (90);
  given->charter = SHEAF_MONEY (500);
  given->texts[SHEAF_CERTIFICATE_COOP] = g_strdup ("HTX Cũ");
  given->texts[SHEAF_CERTIFICATE_SIGNER] = g_strdup ("");
  given->line = 2;
  g_assert_true (sheaf_certificate_check (book, list, "c.csv", problems, &error));
  g_assert_no_error (error);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 2, "amount",
                                   "says 90, the register 100"));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (sheaf_certificate_enter (book, list, NULL, &error));
  paper = papers_in_force (book, "TV1", "2025-03-01");
  g_assert_cmpint (paper->amount.units, ==, 90);
  g_assert_cmpint (sheaf_certificate_percent (paper), ==, 1800);
  g_assert_cmpstr (paper->texts[SHEAF_CERTIFICATE_COOP], ==, "HTX Cũ");
  g_assert_null (paper->texts[SHEAF_CERTIFICATE_SIGNER]);
}

static void
test_fields (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  SheafCertificate *empty = sheaf_certificate_new ();
  SheafCertificate *above = sheaf_certificate_new ();
  g_autoptr (GPtrArray)
      list = test_list ((GDestroyNotify) sheaf_certificate_free, empty, above, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  empty->line = 2;
  above->line = 3;
  above->party_id = papers_id (book, "TV1");
  above->date = test_day ("2025-03-01");
  above->event = SHEAF_CERTIFICATE_ISSUE;
  above->amount = SHEAF_MONEY (90);
  above->charter = SHEAF_MONEY (50);
  above->number = g_strdup ("12345678901234567890123456789012345678901");
  g_assert_true (sheaf_certificate_check (book, list, NULL, problems, &error));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "member", "no member"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "date", "day is missing"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 2, "event", "event is missing"));
  g_assert_true (
      test_has_problem (problems, SHEAF_PROBLEM_ERROR, 3, "amount", "above the charter"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 3, "number", "at most 40"));
}

/* The paper tells of things that are no more: verify warns, with the remedy. */
static void
test_verify_tells (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  papers_issue (book, "TV1", "2025-03-01", "GCN-0001");
  sample_enter (book, "TV2", "2025-03-01", SHEAF_CAPITAL_PAY, 100);
  papers_issue (book, "TV2", "2025-03-01", "GCN-0002");
  test_membership_insert (book, "TV1", "2025-06-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  sample_enter (book, "TV2", "2025-07-01", SHEAF_CAPITAL_REFUND, 100);
  for (const SheafCheck *check = sheaf_capital_checks; check->name != NULL; check++)
    if (g_str_has_prefix (check->name, "certificate-"))
      g_assert_true (check->run (book, problems, &error));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 0, NULL,
                                   "TV1 holds certificate GCN-0001 but is no contributing member"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 0, NULL,
                                   "certificate GCN-0002 of TV2 says another contribution"));
}

/* Rows that another program wrote. */
static void
test_verify_finds_strange_rows (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafAct) act = NULL;
  g_autoptr (GError) error = NULL;

  papers_issue (book, "TV1", "2025-03-01", "GCN-0001");
  act = sheaf_act_begin (book, "test", "", &error);
  g_assert_true (sheaf_store_script (
      sheaf_book_store (book),
      "INSERT INTO certificate_event (party_id, date, event, number, amount, charter, act_id)"
      " SELECT party_id, '2025-03-02', 1, 'gcn-0001', 1, 1, (SELECT max (id) FROM audit)"
      " FROM certificate_event",
      &error));
  g_assert_no_error (error);
  for (const SheafCheck *check = sheaf_capital_checks; check->name != NULL; check++)
    if (g_str_has_prefix (check->name, "certificate-"))
      g_assert_true (check->run (book, problems, &error));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 0, NULL, "do not follow"));
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_ERROR, 0, NULL, "two certificates"));
}

/* Nothing comes after a paper of the future, and a slip of the year would stand for ever. */
static void
test_no_paper_of_the_future (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  gint64 id = papers_id (book, "TV1");
  g_autoptr (GError) error = NULL;

  g_assert_false (
      sheaf_certificate_issue (book, id, test_day ("2026-01-01"), NULL, NULL, &error));
  papers_assert_refused (&error, "the day lies after today");
  g_assert_false (
      sheaf_certificate_issue (book, id, test_day ("2025-03-01"), "GCN\n01", NULL, &error));
  papers_assert_refused (&error, "stands on one line");
  papers_issue (book, "TV1", "2025-12-31", "GCN-0001");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/certificate-check/numbers-never-return", test_numbers_never_return);
  g_test_add_func ("/certificate-check/given-content-is-kept", test_given_content_is_kept);
  g_test_add_func ("/certificate-check/no-paper-of-the-future", test_no_paper_of_the_future);
  g_test_add_func ("/certificate-check/fields", test_fields);
  g_test_add_func ("/certificate-check/verify-tells", test_verify_tells);
  g_test_add_func ("/certificate-check/verify-finds-strange-rows", test_verify_finds_strange_rows);
  return g_test_run ();
}

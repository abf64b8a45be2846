/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates of contribution: who gets one, what it says, what becomes of it. */
#include "capital/certificate-due.h"

#include "capital/verify.h"
#include "ledger/party.h"
#include "papers.h"
#include "sample.h"

#include <string.h>

static void
assert_due (SheafBook           *book,
            const char          *day,
            const char          *code,
            SheafCertificateKind event,
            guint                changes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (book, test_day (day), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < dues->len; i++)
    {
      const SheafCertificateDue *due = dues->pdata[i];

      if (strcmp (due->code, code) != 0)
        continue;
      g_assert_cmpuint (due->event, ==, event);
      g_assert_cmpuint (due->changes, ==, changes);
      return;
    }
  g_assert_cmpuint (event, ==, 0);
}

static void
test_issued_when_fully_paid (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  g_autoptr (SheafCertificate) paper = NULL;
  g_autoptr (GError) error = NULL;

  assert_due (book, "2025-01-31", "TV1", 0, 0);
  assert_due (book, "2025-02-01", "TV1", SHEAF_CERTIFICATE_ISSUE, 0);
  assert_due (book, "2025-12-31", "TV2", 0, 0);
  papers_issue (book, "TV1", "2025-02-02", "GCN-0001");
  assert_due (book, "2025-02-02", "TV1", 0, 0);
  g_assert_null (papers_in_force (book, "TV1", "2025-02-01"));
  paper = papers_in_force (book, "TV1", "2025-02-02");
  g_assert_cmpint (paper->amount.units, ==, 100);
  g_assert_cmpint (paper->charter.units, ==, 400);
  g_assert_cmpint (sheaf_certificate_percent (paper), ==, 2500);
  g_assert_cmpstr (paper->texts[SHEAF_CERTIFICATE_NAME], ==, "TV1");
  g_assert_cmpstr (paper->texts[SHEAF_CERTIFICATE_COOP], ==, "HTX Mẫu");
  g_assert_cmpstr (paper->texts[SHEAF_CERTIFICATE_COOP_CODE], ==, "1400000000");
  g_assert_cmpstr (paper->texts[SHEAF_CERTIFICATE_SIGNER], ==, "Nguyễn Thị Hoa");
  g_assert_false (sheaf_certificate_issue (book, papers_id (book, "TV2"), test_day ("2025-02-10"),
                                           NULL, NULL, &error));
  papers_assert_refused (&error, "TV2 has paid in 200 of 300 promised by 2025-02-10");
  sample_enter (book, "TV2", "2025-03-01", SHEAF_CAPITAL_PAY, 100);
  papers_issue (book, "TV2", "2025-03-01", "GCN-0002");
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
  test_verify (book);
}

static void
test_refused_without_contribution (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_certificate_issue (book, papers_id (book, "TV3"), test_day ("2025-03-01"),
                                           NULL, NULL, &error));
  papers_assert_refused (&error,
                         "TV3 is no official or contributing associate member on 2025-03-01");
  test_member (book, "TV4", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  g_assert_false (sheaf_certificate_issue (book, papers_id (book, "TV4"), test_day ("2025-03-01"),
                                           NULL, NULL, &error));
  papers_assert_refused (&error, "TV4 has no contribution on 2025-03-01");
  g_assert_false (sheaf_certificate_issue (book, papers_id (book, "TV1"), test_day ("2024-12-31"),
                                           NULL, NULL, &error));
  papers_assert_refused (&error, "TV1 is no official");
}

static void
test_one_at_a_time (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  gint64 id = papers_id (book, "TV1");
  g_autoptr (GError) error = NULL;

  g_assert_false (
      sheaf_certificate_reissue (book, id, test_day ("2025-03-01"), NULL, "lost", NULL, &error));
  papers_assert_refused (&error, "TV1 holds no certificate: issue one first");
  papers_issue (book, "TV1", "2025-03-01", "GCN-0001");
  g_assert_false (sheaf_certificate_issue (book, id, test_day ("2025-03-02"), NULL, NULL, &error));
  papers_assert_refused (&error, "TV1 holds certificate GCN-0001 already");
  g_assert_false (
      sheaf_certificate_reissue (book, id, test_day ("2025-02-28"), NULL, "lost", NULL, &error));
  papers_assert_refused (&error, "the certificate of TV1 changed last on 2025-03-01");
}

static void
test_lost_paper_gets_a_new_number (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  gint64           id = papers_id (book, "TV1");
  g_autofree char *number = NULL;
  g_autoptr (SheafCertificate) old = NULL;
  g_autoptr (SheafCertificate) paper = NULL;
  g_autoptr (GError) error = NULL;

  papers_issue (book, "TV1", "2025-03-01", "GCN-0001");
  g_assert_false (
      sheaf_certificate_reissue (book, id, test_day ("2025-04-01"), NULL, NULL, NULL, &error));
  papers_assert_refused (&error, "a reason is needed");
  g_assert_true (sheaf_certificate_reissue (book, id, test_day ("2025-04-01"), NULL, "mất",
                                            &number, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (number, ==, "GCN-0002");
  old = sheaf_certificate_load (book, "gcn-0001", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (old->ended_by, ==, SHEAF_CERTIFICATE_REISSUE);
  g_assert_cmpint (sheaf_date_cmp (old->ended, test_day ("2025-04-01")), ==, 0);
  paper = papers_in_force (book, "TV1", "2025-04-01");
  g_assert_cmpstr (paper->number, ==, "GCN-0002");
  g_assert_cmpint (paper->replaces_id, ==, old->id);
  g_assert_cmpint (paper->amount.units, ==, 100);
  g_assert_cmpstr (paper->reason, ==, "mất");
  g_clear_pointer (&paper, sheaf_certificate_free);
  paper = papers_in_force (book, "TV1", "2025-03-31");
  g_assert_cmpstr (paper->number, ==, "GCN-0001");
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
}

static void
change_address (SheafBook  *book,
                const char *code,
                const char *address)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafParty) party = sheaf_party_load (book, papers_id (book, code), &error);

  g_free (party->address);
  party->address = g_strdup (address);
  g_assert_true (sheaf_party_change (book, party, &error));
  g_assert_no_error (error);
}

static void
test_changed_content_is_exchanged (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  gint64 id = papers_id (book, "TV1");
  g_autoptr (SheafCertificate) paper = NULL;
  g_autoptr (GError) error = NULL;

  papers_issue (book, "TV1", "2025-03-01", "GCN-0001");
  g_assert_false (
      sheaf_certificate_exchange (book, id, test_day ("2025-04-01"), NULL, NULL, NULL, &error));
  papers_assert_refused (&error, "nothing that certificate GCN-0001 says has changed");
  change_address (book, "TV1", "Ấp 2, xã Tân Hộ Cơ");
  assert_due (book, "2025-04-01", "TV1", SHEAF_CERTIFICATE_EXCHANGE,
              1u << SHEAF_CERTIFICATE_ADDRESS);
  g_assert_false (
      sheaf_certificate_reissue (book, id, test_day ("2025-04-01"), NULL, "lost", NULL, &error));
  papers_assert_refused (&error, "has changed (address): exchange it instead");
  g_assert_true (
      sheaf_certificate_exchange (book, id, test_day ("2025-04-01"), NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  paper = papers_in_force (book, "TV1", "2025-04-01");
  g_assert_cmpstr (paper->number, ==, "GCN-0002");
  g_assert_cmpstr (paper->texts[SHEAF_CERTIFICATE_ADDRESS], ==, "Ấp 2, xã Tân Hộ Cơ");
  g_clear_pointer (&paper, sheaf_certificate_free);
  paper = sheaf_certificate_load (book, "GCN-0001", &error);
  g_assert_null (paper->texts[SHEAF_CERTIFICATE_ADDRESS]);
}

/* What is promised beyond the paper does not concern it until it is paid; what was given back
 * does at once. */
static void
test_changed_amount (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  gint64 id = papers_id (book, "TV1");
  g_autoptr (SheafCertificate) paper = NULL;
  g_autoptr (GError) error = NULL;

  papers_issue (book, "TV1", "2025-03-01", "GCN-0001");
  sample_enter (book, "TV1", "2025-04-01", SHEAF_CAPITAL_COMMIT, 50);
  assert_due (book, "2025-04-01", "TV1", 0, 0);
  g_assert_false (
      sheaf_certificate_exchange (book, id, test_day ("2025-04-01"), NULL, NULL, NULL, &error));
  papers_assert_refused (&error, "TV1 has paid in 100 of 150");
  sample_enter (book, "TV1", "2025-04-15", SHEAF_CAPITAL_PAY, 50);
  assert_due (book, "2025-04-15", "TV1", SHEAF_CERTIFICATE_EXCHANGE,
              SHEAF_CERTIFICATE_CHANGED_AMOUNT);
  g_assert_true (
      sheaf_certificate_exchange (book, id, test_day ("2025-04-15"), NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  sample_enter (book, "TV1", "2025-05-01", SHEAF_CAPITAL_COMMIT, 60);
  sample_enter (book, "TV1", "2025-05-01", SHEAF_CAPITAL_REFUND, 30);
  assert_due (book, "2025-05-01", "TV1", SHEAF_CERTIFICATE_EXCHANGE,
              SHEAF_CERTIFICATE_CHANGED_AMOUNT);
  g_assert_true (
      sheaf_certificate_exchange (book, id, test_day ("2025-05-01"), NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  paper = papers_in_force (book, "TV1", "2025-05-01");
  g_assert_cmpint (paper->amount.units, ==, 120);
}

static void
test_withdrawn_when_membership_ended (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  gint64 id = papers_id (book, "TV1");
  g_autoptr (GError) error = NULL;

  papers_issue (book, "TV1", "2025-03-01", "GCN-0001");
  test_membership_insert (book, "TV1", "2025-06-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  assert_due (book, "2025-05-31", "TV1", 0, 0);
  assert_due (book, "2025-06-01", "TV1", SHEAF_CERTIFICATE_WITHDRAW, 0);
  g_assert_false (
      sheaf_certificate_reissue (book, id, test_day ("2025-06-02"), NULL, "lost", NULL, &error));
  papers_assert_refused (&error, "TV1 is no official");
  g_assert_false (sheaf_certificate_withdraw (book, id, test_day ("2025-06-02"), "", &error));
  papers_assert_refused (&error, "a reason is needed");
  g_assert_true (
      sheaf_certificate_withdraw (book, id, test_day ("2025-06-02"), "ra khỏi HTX", &error));
  g_assert_no_error (error);
  g_assert_null (papers_in_force (book, "TV1", "2025-06-02"));
  assert_due (book, "2025-06-02", "TV1", 0, 0);
  g_assert_false (
      sheaf_certificate_withdraw (book, id, test_day ("2025-06-03"), "ra khỏi HTX", &error));
  papers_assert_refused (&error, "was withdrawn on 2025-06-02 already");
  g_assert_cmpuint (test_run_checks (book, sheaf_capital_checks), ==, 0);
}

static void
count_warning (const char *text,
               gpointer    data)
{
  g_test_message ("%s", text);
  (*(guint *) data)++;
}

static void
test_withdrawn_from_a_member_warns (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  g_autoptr (GError) error = NULL;
  guint warnings = 0;

  papers_issue (book, "TV1", "2025-03-01", "GCN-0001");
  sheaf_book_on_warning (book, count_warning, &warnings);
  g_assert_true (sheaf_certificate_withdraw (book, papers_id (book, "TV1"), test_day ("2025-03-02"),
                                             "cấp nhầm", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (warnings, ==, 1);
  assert_due (book, "2025-03-02", "TV1", SHEAF_CERTIFICATE_ISSUE, 0);
  papers_issue (book, "TV1", "2025-03-02", "GCN-0002");
}

static void
test_all_due_in_one_act (void)
{
  g_autoptr (SheafBook) book = papers_book ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  sample_enter (book, "TV2", "2025-03-01", SHEAF_CAPITAL_PAY, 100);
  g_assert_true (sheaf_certificates_enter_due (book, SHEAF_CERTIFICATE_ISSUE,
                                               test_day ("2025-03-01"), NULL, &ids, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_false (sheaf_certificates_enter_due (book, SHEAF_CERTIFICATE_ISSUE,
                                                test_day ("2025-03-01"), NULL, NULL, &error));
  papers_assert_refused (&error, "no certificate is due in this way");
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/certificate/issued-when-fully-paid", test_issued_when_fully_paid);
  g_test_add_func ("/certificate/refused-without-contribution", test_refused_without_contribution);
  g_test_add_func ("/certificate/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/certificate/lost-paper-gets-a-new-number", test_lost_paper_gets_a_new_number);
  g_test_add_func ("/certificate/changed-content-is-exchanged", test_changed_content_is_exchanged);
  g_test_add_func ("/certificate/changed-amount", test_changed_amount);
  g_test_add_func ("/certificate/withdrawn-when-membership-ended",
                   test_withdrawn_when_membership_ended);
  g_test_add_func ("/certificate/withdrawn-from-a-member-warns",
                   test_withdrawn_from_a_member_warns);
  g_test_add_func ("/certificate/all-due-in-one-act", test_all_due_in_one_act);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often a period's figures were changed after they had been closed. */
#include "ledger/revision.h"

#include "helpers/ledger.h"
#include "ledger/closing.h"
#include "ledger/period.h"

static SheafRevision
revision_of (SheafBook  *book,
             const char *from,
             const char *to)
{
  SheafRevision revision = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_period_revision (book, test_day (from), test_day (to), &revision, &error));
  g_assert_no_error (error);
  return revision;
}

static void
assert_number (SheafBook  *book,
               const char *from,
               const char *to,
               guint       number)
{
  g_auto (SheafRevision) revision = revision_of (book, from, to);

  g_assert_cmpuint (revision.number, ==, number);
  g_assert_true (number > 1 || revision.reason == NULL);
}

static void
lock (SheafBook  *book,
      const char *until)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_period_lock (book, test_day (until), &error));
  g_assert_no_error (error);
}

static void
open_again (SheafBook  *book,
            const char *until,
            const char *reason)
{
  SheafDate day = until != NULL ? test_day (until) : SHEAF_DATE_NONE;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_period_unlock (book, day, reason, &error));
  g_assert_no_error (error);
}

static void
post (SheafBook  *book,
      const char *day)
{
  (void) test_post (book, day, "1111", "4111", 1000, NULL, "TV1");
}

static void
test_months (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_auto (SheafRevision) revision = { 0 };

  post (book, "2025-01-10");
  post (book, "2025-02-10");
  assert_number (book, "2025-02-01", "2025-02-28", 1);
  lock (book, "2025-03-31");
  assert_number (book, "2025-02-01", "2025-02-28", 1);
  open_again (book, "2025-01-31", "Thiếu hoá đơn phân bón");
  assert_number (book, "2025-02-01", "2025-02-28", 1); /* nothing has changed yet */
  post (book, "2025-02-12");
  lock (book, "2025-03-31");
  revision = revision_of (book, "2025-02-01", "2025-02-28");
  g_assert_cmpuint (revision.number, ==, 2);
  g_assert_cmpstr (revision.reason, ==, "Thiếu hoá đơn phân bón");
  g_assert_false (sheaf_date_is_none (revision.opened));
  assert_number (book, "2025-01-01", "2025-01-31", 1); /* stayed locked */
  assert_number (book, "2025-03-01", "2025-03-31", 1); /* was opened, but not used */
  assert_number (book, "2025-01-01", "2025-12-31", 2); /* the year holds that month */
  assert_number (book, "2025-02-28", "2025-02-01", 1);
}

static void
test_again_and_again (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_auto (SheafRevision) revision = { 0 };

  post (book, "2025-01-10");
  lock (book, "2025-01-31");
  open_again (book, NULL, "Một");
  post (book, "2025-01-11");
  lock (book, "2025-01-31");
  open_again (book, NULL, "Hai");
  lock (book, "2025-01-31");
  open_again (book, NULL, "Ba");
  post (book, "2025-01-12");
  post (book, "2025-01-13");
  revision = revision_of (book, "2025-01-01", "2025-01-31");
  g_assert_cmpuint (revision.number, ==, 3);
  g_assert_cmpstr (revision.reason, ==, "Ba");
}

/* A month locked on and on is never a revision. */
static void
test_later_locks (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  post (book, "2025-01-10");
  lock (book, "2025-01-31");
  post (book, "2025-02-10");
  lock (book, "2025-02-28");
  assert_number (book, "2025-01-01", "2025-12-31", 1);
}

/* Closing entries change no statement: only what is posted after the reopening does. */
static void
test_year_reopened (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafClosingKeys keys = { 0 };
  g_auto (SheafRevision) revision = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  post (book, "2025-05-10");
  (void) test_post (book, "2025-06-10", "1111", "5111", 5000, NULL, NULL);
  g_assert_true (sheaf_closing_keys_parse ("revenue", NULL, &keys, &error));
  g_assert_true (sheaf_closing_post (book, 2025, &keys, &id, &error));
  g_assert_true (sheaf_closing_reopen (book, 2025, "Kiểm toán", &error));
  g_assert_no_error (error);
  assert_number (book, "2025-01-01", "2025-12-31", 1);
  g_assert_true (sheaf_closing_post (book, 2025, &keys, &id, &error));
  assert_number (book, "2025-01-01", "2025-12-31", 1);
  g_assert_true (sheaf_closing_reopen (book, 2025, "Thiếu chi phí", &error));
  post (book, "2025-12-20");
  revision = revision_of (book, "2025-01-01", "2025-12-31");
  g_assert_cmpuint (revision.number, ==, 2);
  g_assert_cmpstr (revision.reason, ==, "Thiếu chi phí");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/revision/a-month-opened-again-and-used", test_months);
  g_test_add_func ("/revision/each-opening-that-was-used-counts", test_again_and_again);
  g_test_add_func ("/revision/locking-on-is-none", test_later_locks);
  g_test_add_func ("/revision/a-year-reopened-and-used", test_year_reopened);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locks. */
#include "ledger/period.h"

#include "helpers/ledger.h"

static void
test_lock_and_unlock (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = test_post (book, "2025-02-02", "1111", "558", 100, "", "");

  g_assert_true (sheaf_period_lock (book, test_day ("2025-03-31"), &error));
  test_refused (book, test_voucher (book, "2025-03-31", "1111", "558", 1, "", ""),
                SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  g_assert_false (sheaf_voucher_reverse (book, id, test_day ("2025-02-03"), "x", NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  g_clear_error (&error);
  test_post (book, "2025-04-01", "1111", "558", 1, "", "");
  g_assert_false (sheaf_period_lock (book, test_day ("2025-03-31"), &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  g_clear_error (&error);
  g_assert_false (sheaf_period_unlock (book, test_day ("2025-02-28"), "", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_DATE);
  g_clear_error (&error);
  g_assert_true (sheaf_period_unlock (book, test_day ("2025-02-28"), "Thiếu hóa đơn", &error));
  test_post (book, "2025-03-01", "1111", "558", 1, "", "");
  test_refused (book, test_voucher (book, "2025-02-28", "1111", "558", 1, "", ""),
                SHEAF_LEDGER_ERROR_PERIOD_LOCKED);
  g_assert_true (sheaf_period_unlock (book, SHEAF_DATE_NONE, "Làm lại", &error));
  test_post (book, "2025-01-01", "1111", "558", 1, "", "");
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/locked-days-are-refused-until-unlocked-with-a-reason",
                   test_lock_and_unlock);
  return g_test_run ();
}

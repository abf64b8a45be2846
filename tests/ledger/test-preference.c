/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings that people may set. */
#include "ledger/preference.h"

#include "helpers/ledger.h"

static void
test_values (void)
{
  static const struct
  {
    const char *key;
    const char *good;
    const char *bad;
  } cases[] = {
    { "money-below-zero", "warn", "Refuse" },
    { "amount-limit", "500000000", "-1" },
    { "amount-limit", "", "0" },
    { "attachment-limit", "500", "501" },
    { "attachment-limit", "1", "0" },
    { "name", "HTX Đồng Tâm", "" },
    { "director", "Nguyễn Văn Mẫu", "Hai\ndòng" },
    { "tax-code", "0102030405-001", "MST 1" },
    { "address", "", "\xff" },
  };
  g_autoptr (SheafBook) book = test_ledger_new ();

  g_assert_true (sheaf_preference_set (book, "address", "Thôn 1", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = NULL;

      g_test_message ("%s", cases[i].key);
      g_assert_false (sheaf_preference_set (book, cases[i].key, cases[i].bad, &error));
      g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING);
      g_clear_error (&error);
      g_assert_true (sheaf_preference_set (book, cases[i].key, cases[i].good, &error));
      g_assert_no_error (error);
      value = sheaf_preference_value (book, sheaf_preference_find (cases[i].key));
      g_assert_cmpstr (value, ==, cases[i].good);
      g_assert_false (sheaf_preference_set (book, cases[i].key, cases[i].good, &error));
      g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING);
    }
  test_verify (book);
}

/* What a book is made with is not set by hand. */
static void
test_not_to_be_set (void)
{
  static const char *const keys[] = { "year-start", "chart", "law", "currency", "separate", "" };
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (sheaf_preference_set (book, keys[i], "x", &error));
      g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SETTING);
    }
}

static void
test_amount_limit (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafVoucher) above = NULL;
  gint64 id;

  id = test_post (book, "2025-03-01", "642", "335", 1001, "", ""); /* off until set */
  g_assert_true (sheaf_preference_set (book, "amount-limit", "1000", NULL));
  test_post (book, "2025-03-01", "642", "335", 1000, "", "");
  test_refused (book, test_voucher (book, "2025-03-01", "642", "335", 1001, "", ""),
                SHEAF_LEDGER_ERROR_AMOUNT);
  above = test_voucher (book, "2025-03-01", "642", "335", 1001, "", "");
  g_assert_false (sheaf_voucher_post_checked (book, above, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_AMOUNT);
  /* what is there already can be reversed */
  g_assert_true (sheaf_voucher_reverse (book, id, test_day ("2025-03-02"), "Nhầm", NULL, NULL));
  g_assert_true (sheaf_preference_set (book, "amount-limit", "", NULL));
  test_post (book, "2025-03-01", "642", "335", 1001, "", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preference/values-are-checked", test_values);
  g_test_add_func ("/preference/what-a-book-is-made-with-stays", test_not_to_be_set);
  g_test_add_func ("/preference/amount-limit-is-off-until-set", test_amount_limit);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of banks. */
#include "ledger/bank.h"

#include "helpers/ledger.h"

static void
test_a_bank_is_found_by_its_number (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const GPtrArray *banks = sheaf_bank_list (book);
  const SheafBank *bank = sheaf_bank_find (book, "970405");

  g_assert_cmpuint (banks->len, >, 40);
  g_assert_nonnull (bank);
  g_assert_cmpstr (bank->name, ==, "Agribank");
  g_assert_cmpstr (bank->code, ==, "VBA");
  g_assert_cmpstr (bank->swift, ==, "VBAAVNVX");
  g_assert_null (sheaf_bank_find (book, "970000"));
  g_assert_null (sheaf_bank_find (book, NULL));
}

static void
test_each_number_stands_once (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const GPtrArray *banks = sheaf_bank_list (book);

  for (guint i = 0; i < banks->len; i++)
    {
      const SheafBank *bank = banks->pdata[i];

      g_assert_true (sheaf_bank_find (book, bank->bin) == bank);
      g_assert_cmpuint (strlen (bank->bin), ==, 6);
      g_assert_cmpstr (bank->name, !=, "");
    }
}

static void
test_only_an_unknown_number_is_doubted (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autofree char *known = sheaf_bank_doubt (book, "970405");
  g_autofree char *none = sheaf_bank_doubt (book, NULL);
  g_autofree char *empty = sheaf_bank_doubt (book, "");
  g_autofree char *unknown = sheaf_bank_doubt (book, "970000");

  g_assert_null (known);
  g_assert_null (none);
  g_assert_null (empty);
  g_assert_nonnull (strstr (unknown, "970000"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bank/a-bank-is-found-by-its-number", test_a_bank_is_found_by_its_number);
  g_test_add_func ("/bank/each-number-stands-once", test_each_number_stands_once);
  g_test_add_func ("/bank/only-an-unknown-number-is-doubted",
                   test_only_an_unknown_number_is_doubted);
  return g_test_run ();
}

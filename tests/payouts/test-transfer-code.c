/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only what waits for the bank can be paid by a code. */
#include "payouts/transfer-code.h"

#include "book/setting.h"
#include "distribution/coop.h"
#include "distribution/draft.h"
#include "payouts/error.h"

#include <string.h>

static const SheafVietqr transfer = {
  .bin = "999999", .account = "A0", .amount = { 1300000 }, .purpose = "2025 TV0012"
};

static SheafLaw *
load_law (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  SheafLaw *law = sheaf_law_of_book (book, &error);

  g_assert_no_error (error);
  return law;
}

/* NULL: there is none. */
static char *
make_code (SheafBook       *book,
           const SheafLaw  *law,
           SheafPayoutState state)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (sheaf_transfer_code (book, law, state, &transfer, &text, &error));
  g_assert_no_error (error);
  return text;
}

static void
test_what_waits_has_a_code (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafLaw) law = load_law (book);

  for (SheafPayoutState state = 0; state < SHEAF_PAYOUT_STATES; state++)
    {
      g_autofree char *text = make_code (book, law, state);

      g_assert_cmpint (text != NULL, ==, state == SHEAF_PAYOUT_ORDERED);
      if (text != NULL)
        g_assert_nonnull (strstr (text, "54071300000"));
    }
}

static void
test_other_countries_have_none (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafLaw) law = load_law (book);
  SheafLaw         other = *law;
  g_autofree char *text = NULL;

  other.id = (char *) "de-eg";
  text = make_code (book, &other, SHEAF_PAYOUT_ORDERED);
  g_assert_null (text);
}

static void
test_other_currencies_have_none (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafLaw) law = load_law (book);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (sheaf_setting_write (book, "currency", "USD", &error));
  g_assert_no_error (error);
  text = make_code (book, law, SHEAF_PAYOUT_ORDERED);
  g_assert_null (text);
}

static void
test_what_no_bank_takes_is_told (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafLaw) law = load_law (book);
  SheafVietqr wrong = transfer;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  wrong.bin = "9";
  g_assert_false (
      sheaf_transfer_code (book, law, SHEAF_PAYOUT_ORDERED, &wrong, &text, &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_BANK);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transfer-code/what-waits-for-the-bank-has-one", test_what_waits_has_a_code);
  g_test_add_func ("/transfer-code/other-countries-have-none", test_other_countries_have_none);
  g_test_add_func ("/transfer-code/other-currencies-have-none", test_other_currencies_have_none);
  g_test_add_func ("/transfer-code/what-no-bank-takes-is-told", test_what_no_bank_takes_is_told);
  return g_test_run ();
}

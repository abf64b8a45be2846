/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters on debts, their answers, differences posted and taken back. */
#include "helpers/ledger.h"
#include "ledger/confirmation-sheet.h"
#include "ledger/party.h"

#include <string.h>

#define DAY test_day ("2025-12-31")

/* KH1 owes 900 and paid 100 of it, the supplier is owed 300, and the customer's advance of 50 makes
 * nobody owe anything on 338. */
static SheafBook *
new_book (void)
{
  SheafBook *book = test_ledger_new ();

  test_post (book, "2025-02-01", "131", "5111", 900, "KH1", "");
  test_post (book, "2025-03-01", "1121", "131", 100, "", "KH1");
  test_post (book, "2025-04-01", "152", "331", 300, "", "NCC1");
  test_post (book, "2025-05-01", "1121", "338", 50, "", "KH1");
  return book;
}

static guint
ask (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  guint asked = 99;

  g_assert_true (sheaf_confirmation_ask (book, 0, 0, DAY, &asked, &error));
  g_assert_no_error (error);
  return asked;
}

static gboolean
answer (SheafBook  *book,
        const char *account,
        const char *party,
        gint64      units,
        GError    **error)
{
  return sheaf_confirmation_answer (book, test_account (book, account),
                                    sheaf_party_find (book, party), DAY, SHEAF_MONEY (units),
                                    test_day ("2026-01-10"), "Theo biên bản", error);
}

static gboolean
post (SheafBook  *book,
      const char *account,
      const char *party,
      GError    **error)
{
  return sheaf_confirmation_post (book, test_account (book, account),
                                  sheaf_party_find (book, party), DAY, DAY, 0, error);
}

static gboolean
reverse (SheafBook  *book,
         const char *reason,
         GError    **error)
{
  return sheaf_confirmation_reverse (book, test_account (book, "131"),
                                     sheaf_party_find (book, "KH1"), DAY, DAY, reason, error);
}

/* The state of the only line of an account. */
static SheafConfirmationState
state_of (SheafBook  *book,
          const char *account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      sheet = sheaf_confirmation_sheet (book, test_account (book, account), DAY, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sheet->len, ==, 1);
  return ((SheafConfirmationLine *) sheet->pdata[0])->state;
}

static void
expect_count (SheafBook                   *book,
              const SheafConfirmationCount expected)
{
  g_autoptr (GPtrArray) sheet = sheaf_confirmation_sheet (book, 0, DAY, NULL);
  SheafConfirmationCount count;

  sheaf_confirmation_count (sheet, &count);
  g_assert_cmpuint (count.lines, ==, expected.lines);
  g_assert_cmpuint (count.asked, ==, expected.asked);
  g_assert_cmpuint (count.sent, ==, expected.sent);
  g_assert_cmpuint (count.answered, ==, expected.answered);
  g_assert_cmpuint (count.differing, ==, expected.differing);
}

/* The refusal is of confirmations and says the words. */
static void
expect_refused (gboolean    done,
                GError    **error,
                const char *words)
{
  g_assert_false (done);
  g_assert_error (*error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CONFIRMATION);
  g_assert_nonnull (strstr ((*error)->message, words));
  g_clear_error (error);
}

static void
test_a_letter_goes_its_way (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GError) error = NULL;
  guint sent;

  expect_count (book, (SheafConfirmationCount){ .lines = 2 });
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_NOT_ASKED);
  g_assert_cmpuint (ask (book), ==, 2);
  g_assert_cmpuint (ask (book), ==, 0);
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_MADE);
  g_assert_true (sheaf_confirmation_send (book, 0, 0, DAY, test_day ("2026-01-03"), &sent, NULL));
  g_assert_cmpuint (sent, ==, 2);
  g_assert_true (sheaf_confirmation_send (book, 0, 0, DAY, test_day ("2026-01-04"), &sent, NULL));
  g_assert_cmpuint (sent, ==, 0);
  g_assert_cmpint (state_of (book, "331"), ==, SHEAF_CONFIRMATION_SENT);
  g_assert_true (answer (book, "331", "NCC1", -300, &error));
  g_assert_true (answer (book, "131", "KH1", 750, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state_of (book, "331"), ==, SHEAF_CONFIRMATION_AGREES);
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_DIFFERS);
  expect_count (book, (SheafConfirmationCount){
                          .lines = 2, .asked = 2, .sent = 2, .answered = 2, .differing = 1 });
  g_assert_true (post (book, "131", "KH1", &error));
  g_assert_no_error (error);
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_POSTED);
  g_assert_cmpint (test_balance (book, "131", "2025-12-31"), ==, 750);
  g_assert_cmpint (test_balance (book, "138", "2025-12-31"), ==, 50);
  test_verify (book);
}

static void
test_the_entry_is_shown_as_it_is_posted (void)
{
  g_autoptr (SheafBook) book = new_book ();
  gint64 account = test_account (book, "331"), party = sheaf_party_find (book, "NCC1");
  g_autoptr (SheafVoucher) voucher = NULL;
  const SheafVoucherRow *row;

  ask (book);
  /* They say we owe 320: 20 more than the books. */
  g_assert_true (answer (book, "331", "NCC1", -320, NULL));
  voucher = sheaf_confirmation_voucher (book, account, party, DAY, DAY, 0, NULL);
  g_assert_nonnull (voucher);
  g_assert_cmpuint (voucher->rows->len, ==, 1);
  row = voucher->rows->pdata[0];
  g_assert_cmpint (row->debit_id, ==, test_account (book, "138"));
  g_assert_cmpint (row->credit_id, ==, account);
  g_assert_cmpint (row->amount.units, ==, 20);
  g_assert_cmpint (row->debit_party_id, ==, party);
  g_assert_cmpint (row->credit_party_id, ==, party);
  /* Showing wrote nothing. */
  g_assert_cmpint (test_balance (book, "138", "2025-12-31"), ==, 0);
  g_assert_true (post (book, "331", "NCC1", NULL));
  g_assert_cmpint (test_balance (book, "138", "2025-12-31"), ==, 20);
  g_assert_cmpint (test_balance (book, "331", "2025-12-31"), ==, -320);
  test_verify (book);
}

static void
test_what_was_done_is_taken_back (void)
{
  g_autoptr (SheafBook) book = new_book ();
  gint64 account = test_account (book, "131"), party = sheaf_party_find (book, "KH1");
  g_autoptr (GError) error = NULL;

  ask (book);
  expect_refused (sheaf_confirmation_withdraw (book, account, party, DAY, &error), &error,
                  "no answer yet");
  g_assert_true (answer (book, "131", "KH1", 750, NULL));
  expect_refused (reverse (book, "Sai", &error), &error, "no difference");
  g_assert_true (post (book, "131", "KH1", NULL));
  expect_refused (sheaf_confirmation_withdraw (book, account, party, DAY, &error), &error,
                  "posted already");
  expect_refused (answer (book, "131", "KH1", 760, &error), &error, "posted already");
  expect_refused (post (book, "131", "KH1", &error), &error, "posted already");
  g_assert_false (reverse (book, "", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_REVERSAL);
  g_clear_error (&error);
  g_assert_true (reverse (book, "Đối chiếu lại", &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "131", "2025-12-31"), ==, 800);
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_DIFFERS);
  g_assert_true (sheaf_confirmation_withdraw (book, account, party, DAY, NULL));
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_MADE);
  /* And once more the whole way. */
  g_assert_true (answer (book, "131", "KH1", 790, NULL));
  g_assert_true (post (book, "131", "KH1", NULL));
  g_assert_cmpint (test_balance (book, "131", "2025-12-31"), ==, 790);
  test_verify (book);
}

static void
test_refusals_say_what_to_do (void)
{
  g_autoptr (SheafBook) book = new_book ();
  gint64 account = test_account (book, "131"), party = sheaf_party_find (book, "KH1");
  g_autoptr (GError) error = NULL;
  guint count;

  expect_refused (
      sheaf_confirmation_ask (book, test_account (book, "338"), 0, DAY, &count, &error), &error,
      "131, 331, 341");
  expect_refused (answer (book, "131", "KH1", 1, &error), &error, "ask first");
  expect_refused (sheaf_confirmation_send (book, account, party, DAY, DAY, &count, &error), &error,
                  "ask first");
  ask (book);
  expect_refused (post (book, "131", "KH1", &error), &error, "nothing to post");
  expect_refused (sheaf_confirmation_send (book, 0, 0, DAY, test_day ("2025-12-30"), &count,
                                           &error),
                  &error, "later day");
  expect_refused (sheaf_confirmation_answer (book, account, party, DAY, SHEAF_MONEY (1),
                                             test_day ("2025-12-30"), NULL, &error),
                  &error, "later day");
  g_assert_true (answer (book, "131", "KH1", 800, NULL));
  expect_refused (post (book, "131", "KH1", &error), &error, "nothing to post");
  expect_refused (sheaf_confirmation_send (book, account, party, DAY, DAY, &count, &error), &error,
                  "answered already");
}

static void
test_entries_that_come_later_are_told (void)
{
  g_autoptr (SheafBook) book = new_book ();

  ask (book);
  test_post (book, "2025-12-30", "131", "5111", 10, "KH1", "");
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_STALE);
  expect_count (book, (SheafConfirmationCount){ .lines = 2, .asked = 1 });
  g_assert_cmpuint (ask (book), ==, 1);
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_MADE);
  g_assert_true (answer (book, "131", "KH1", 810, NULL));
  test_post (book, "2025-12-30", "1121", "131", 810, "", "KH1");
  {
    g_autoptr (GPtrArray) list = sheaf_confirmation_list (
        book, DAY, 0, sheaf_party_find (book, "KH1"), NULL);

    g_assert_true (sheaf_confirmation_is_overtaken (list->pdata[0]));
  }
  /* An answer stands; a letter that asks about nothing any more is not waited for. */
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_AGREES);
  test_post (book, "2025-12-30", "331", "1121", 300, "NCC1", "");
  g_assert_cmpint (state_of (book, "331"), ==, SHEAF_CONFIRMATION_GONE);
  expect_count (book, (SheafConfirmationCount){ .lines = 1, .asked = 1, .answered = 1 });
}

/* An answer is compared with the books as they are when it is written down, and a difference that
 * entries have overtaken is not posted. */
static void
test_no_difference_is_posted_twice (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GError) error = NULL;

  ask (book);
  g_assert_true (answer (book, "131", "KH1", 750, NULL));
  /* The 50 is found: a payment that had not been entered. */
  test_post (book, "2025-12-30", "1121", "131", 50, "", "KH1");
  expect_refused (post (book, "131", "KH1", &error), &error, "write the answer down again");
  g_assert_true (answer (book, "131", "KH1", 750, NULL));
  g_assert_cmpint (state_of (book, "131"), ==, SHEAF_CONFIRMATION_AGREES);
  expect_refused (post (book, "131", "KH1", &error), &error, "nothing to post");
  /* A letter that went out before an entry is answered by the old amount. */
  test_post (book, "2025-12-30", "152", "331", 10, "", "NCC1");
  g_assert_true (answer (book, "331", "NCC1", -300, NULL));
  g_assert_true (post (book, "331", "NCC1", NULL));
  g_assert_cmpint (test_balance (book, "331", "2025-12-31"), ==, -300);
  test_verify (book);
}

static void
test_a_later_day_is_another_letter (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) sheet = NULL;
  g_autoptr (GError) error = NULL;
  guint asked;

  ask (book);
  g_assert_true (
      sheaf_confirmation_ask (book, 0, 0, test_day ("2025-03-31"), &asked, NULL));
  g_assert_cmpuint (asked, ==, 1);
  sheet = sheaf_confirmation_sheet (book, 0, test_day ("2025-01-31"), NULL);
  g_assert_cmpuint (sheet->len, ==, 0);
  expect_refused (sheaf_confirmation_ask (book, 0, 0, test_day ("2025-01-31"), &asked, &error),
                  &error, "no balance of 2025-01-31");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/confirmation/a-letter-goes-its-way", test_a_letter_goes_its_way);
  g_test_add_func ("/confirmation/the-entry-is-shown-as-it-is-posted",
                   test_the_entry_is_shown_as_it_is_posted);
  g_test_add_func ("/confirmation/what-was-done-is-taken-back", test_what_was_done_is_taken_back);
  g_test_add_func ("/confirmation/refusals-say-what-to-do", test_refusals_say_what_to_do);
  g_test_add_func ("/confirmation/entries-that-come-later-are-told",
                   test_entries_that_come_later_are_told);
  g_test_add_func ("/confirmation/no-difference-is-posted-twice",
                   test_no_difference_is_posted_twice);
  g_test_add_func ("/confirmation/a-later-day-is-another-letter",
                   test_a_later_day_is_another_letter);
  return g_test_run ();
}

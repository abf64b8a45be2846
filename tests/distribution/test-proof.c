/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof of a distribution holds, and a book that was tampered with fails it. */
#include "distribution/proof.h"

#include "base/language.h"
#include "coop.h"
#include "distribution/error.h"
#include "store/store.h"

static SheafProof *
prove (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  SheafProof *proof = sheaf_distribution_proof (book, 2025, &error);

  g_assert_no_error (error);
  return proof;
}

static SheafBook *
posted_coop (void)
{
  SheafBook *book = coop_new ();

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  return book;
}

static const SheafProofAccount *
find (const SheafProof *proof,
      const char       *code)
{
  for (guint i = 0; i < proof->accounts->len; i++)
    if (g_str_equal (((SheafProofAccount *) proof->accounts->pdata[i])->code, code))
      return proof->accounts->pdata[i];
  g_assert_not_reached ();
}

/* Worked in test-approval.c. */
static void
test_holds (void)
{
  g_autoptr (SheafBook) book = posted_coop ();
  g_autoptr (SheafProof) proof = NULL;

  coop_voucher (book, sheaf_date_new (2026, 3, 31), "1111", "4421", 70, NULL);
  proof = prove (book);
  g_assert_true (sheaf_proof_holds (proof));
  g_assert_cmpint (proof->approved.units, ==, 13965000);
  g_assert_cmpint (proof->undistributed.units, ==, 0);
  g_assert_cmpint (proof->members.units, ==, 13965000);
  g_assert_cmpint (proof->given.units, ==, 13965000);
  g_assert_cmpint (proof->control.units, ==, 13965000);
  g_assert_cmpint (proof->sub_ledger.units, ==, 13965000);
  g_assert_cmpuint (proof->accounts->len, ==, 5);
  g_assert_cmpint (find (proof, "4212")->before.units, ==, -6000000);
  g_assert_cmpint (find (proof, "4212")->change.units, ==, 6000000);
  g_assert_cmpint (find (proof, "4212")->after.units, ==, 0);
  g_assert_cmpint (find (proof, "4421")->change.units, ==, -1300000);
  g_assert_cmpint (find (proof, "4421")->other.units, ==, -70);
  g_assert_cmpint (find (proof, "4421")->after.units, ==, -1300070);
  g_assert_cmpint (find (proof, "3532")->after.units, ==, -735000);
  g_test_message ("%s", proof->rule);
  g_assert_nonnull (strstr (proof->rule, "largest remainders"));
}

/* Accounts are called as the reader's language calls them. */
static void
test_language (void)
{
  static const char *const languages[][2] = { { "en", "Indivisible" }, { "vi", "Qu" } };
  g_autoptr (SheafBook) book = posted_coop ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const char *before = sheaf_language_speak (languages[i][0]);
      g_autoptr (SheafProof) proof = prove (book);
      const char *name = find (proof, "4421")->name;

      (void) sheaf_language_speak (before);
      g_test_message ("%s", name);
      g_assert_true (g_str_has_prefix (name, languages[i][1]));
    }
}

static void
test_before_posting (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafProof) proof = NULL;
  g_autoptr (GError) error = NULL;

  coop_close (book);
  g_assert_null (sheaf_distribution_proof (book, 2025, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE);
  coop_approve (book, coop_plan);
  proof = prove (book);
  g_assert_true (sheaf_proof_holds (proof));
  g_assert_true (sheaf_date_is_none (proof->posted));
  g_assert_cmpuint (proof->accounts->len, ==, 0);
}

/* Each of these is written past the program; none passes. */
static void
test_tampered (void)
{
  static const char *const scripts[] = {
    "DROP TRIGGER plan_share_unchanged; UPDATE plan_share SET amount = amount + 1 WHERE id = 1;",
    "DROP TRIGGER voucher_row_unchanged; UPDATE voucher_row SET amount = amount + 1 WHERE id = "
    "(SELECT max (id) FROM voucher_row);",
    "INSERT INTO total_detail SELECT a.id, p.id, 0, 202602, 1, 0, 5 FROM account a, party p WHERE "
    "a.code = '338' AND p.code = 'B';",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (SheafBook) book = posted_coop ();
      g_autoptr (SheafProof) proof = NULL;
      g_autoptr (GError) error = NULL;

      (void) sheaf_store_script (sheaf_book_store (book), scripts[i], &error);
      g_assert_no_error (error);
      proof = prove (book);
      g_test_message ("%u", i);
      g_assert_false (sheaf_proof_holds (proof));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proof/approved-given-and-kept-agree", test_holds);
  g_test_add_func ("/proof/before-posting-there-is-no-ledger-part", test_before_posting);
  g_test_add_func ("/proof/a-tampered-book-fails", test_tampered);
  g_test_add_func ("/proof/accounts-are-named-in-the-language", test_language);
  return g_test_run ();
}

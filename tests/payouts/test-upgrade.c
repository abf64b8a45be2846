/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book whose members were paid by the program of schema 5 (tests/store/books/v5.sql) is brought
 * up to date: its payments stand as they stood, and every act goes on from them. */
#include "paying.h"

#include "distribution/coop.h"
#include "distribution/posting.h"
#include "helpers/book.h"
#include "members/member.h"
#include "payouts/result.h"
#include "payouts/return.h"
#include "payouts/withheld.h"
#include "statements/checks.h"
#include "store/store.h"

/* What the old program shared; list 1 paid B by bank, list 2 was taken back, list 3 paid A and C
 * in cash. */
#define SHARE_A 5243860
#define SHARE_B 5357483
#define SHARE_C 1912822
#define SHARE_E 485708
#define SHARE_L 965127

typedef struct
{
  char      *folder;
  char      *path;
  SheafBook *book;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  SheafActor actor = test_actor (sheaf_date_new (2026, 12, 31));
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = test_folder_new ();
  fixture->path = test_book_dump (fixture->folder, "v5.sql");
  fixture->book = sheaf_book_open (fixture->path, SHEAF_BOOK_WRITE, &actor, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  sheaf_book_free (fixture->book);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
show (const SheafCheck   *check,
      const SheafProblem *problem,
      gpointer            user_data)
{
  (void) user_data;
  g_test_message ("%s: %s", check->name, problem->text);
}

/* Every check that there is holds. */
static void
expect_sound (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  guint failed = 0;

  (void) sheaf_checks_run (book, show, NULL, &failed, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (failed, ==, 0);
}

static SheafPayoutBatch *
load (const Fixture *fixture,
      gint64         id)
{
  g_autoptr (GError) error = NULL;
  SheafPayoutBatch *batch = sheaf_payout_load (fixture->book, id, &error);

  g_assert_no_error (error);
  return batch;
}

typedef struct
{
  gint64           list;
  const char      *member;
  gint64           amount;
  SheafPayoutState state;
} Line;

static const Line lines[] = {
  { 1, "B", SHARE_B, SHEAF_PAYOUT_ORDERED },
  { 1, "E", SHARE_E, SHEAF_PAYOUT_REVERSED },
  { 2, "A", SHARE_A, SHEAF_PAYOUT_REVERSED },
  { 2, "C", SHARE_C, SHEAF_PAYOUT_REVERSED },
  { 2, "E", SHARE_E, SHEAF_PAYOUT_REVERSED },
  { 2, "L", SHARE_L, SHEAF_PAYOUT_REVERSED },
  { 3, "A", SHARE_A, SHEAF_PAYOUT_PAID },
  { 3, "C", SHARE_C, SHEAF_PAYOUT_PAID },
};

static void
expect_lists (const Fixture *fixture)
{
  guint n = 0;

  for (gint64 id = 1; id <= 3; id++)
    {
      g_autoptr (SheafPayoutBatch) batch = load (fixture, id);

      for (guint i = 0; i < batch->lines->len; i++, n++)
        {
          const SheafPayoutLine *line = batch->lines->pdata[i];

          g_assert_cmpuint (n, <, G_N_ELEMENTS (lines));
          g_test_message ("list %d, %s", (int) id, line->code);
          g_assert_cmpint (id, ==, lines[n].list);
          g_assert_cmpstr (line->code, ==, lines[n].member);
          g_assert_cmpint (line->year, ==, 2025);
          g_assert_cmpint (line->gross.units, ==, lines[n].amount);
          g_assert_cmpint (line->net.units, ==, lines[n].amount);
          g_assert_cmpint (line->tax.units + line->set_off.units, ==, 0);
          g_assert_cmpint (line->state, ==, lines[n].state);
          g_assert_true (line->paid == (lines[n].state != SHEAF_PAYOUT_REVERSED));
        }
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (lines));
}

static void
expect_standing (const GPtrArray *list,
                 const char      *member,
                 gint64           share,
                 gint64           paid,
                 SheafPayoutState state)
{
  const SheafPayoutStanding *standing = paying_standing (list, member, 2025);

  g_test_message ("%s", member);
  g_assert_cmpint (standing->share.units, ==, share);
  g_assert_cmpint (standing->gross.units, ==, paid);
  g_assert_cmpint (standing->money.units, ==, paid);
  g_assert_cmpint (standing->open.units, ==, share - paid);
  g_assert_cmpint (standing->open_taxed.units, ==, 0);
  g_assert_cmpint (standing->state, ==, state);
}

static void
test_nothing_is_lost (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, ".v5", NULL);
  g_autoptr (SheafStore) kept = sheaf_store_open (copy, SHEAF_STORE_READ, NULL);
  g_autoptr (GPtrArray) list = paying_standings (fixture->book);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) withheld = NULL;
  gint64 version = 0;

  (void) data;
  g_assert_nonnull (kept);
  g_assert_true (sheaf_store_get_int (kept, "PRAGMA user_version", SHEAF_NO_ARGS, &version, NULL));
  g_assert_cmpint (version, ==, 5);
  expect_lists (fixture);
  g_assert_cmpuint (list->len, ==, 5);
  expect_standing (list, "A", SHARE_A, SHARE_A, SHEAF_PAYOUT_PAID);
  expect_standing (list, "B", SHARE_B, SHARE_B, SHEAF_PAYOUT_ORDERED);
  expect_standing (list, "C", SHARE_C, SHARE_C, SHEAF_PAYOUT_PAID);
  expect_standing (list, "E", SHARE_E, 0, SHEAF_PAYOUT_TO_PAY);
  expect_standing (list, "L", SHARE_L, 0, SHEAF_PAYOUT_TO_PAY);
  g_assert_cmpint (coop_balance (fixture->book, "338"), ==, SHARE_E + SHARE_L);
  g_assert_cmpint (-coop_balance (fixture->book, "1121"), ==, 8000000 - SHARE_B);
  withheld = sheaf_withheld_list (fixture->book, sheaf_date_new (2026, 1, 1),
                                  sheaf_date_new (2026, 12, 31), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (withheld->len, ==, 0);
  expect_sound (fixture->book);
}

static void
give_back (const Fixture        *fixture,
           gint64                list,
           const char           *member,
           SheafPayoutReturnKind kind)
{
  g_autoptr (GError) error = NULL;

  (void) sheaf_payout_return (fixture->book, list, sheaf_member_find (fixture->book, member), kind,
                              sheaf_date_new (2026, 6, 1), "Không nhận được", NULL, &error);
  g_assert_no_error (error);
}

/* The old program kept nothing back, and what comes back of its payments is paid as it was. */
static void
test_returns (Fixture      *fixture,
              gconstpointer data)
{
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 6, 2);
  g_autoptr (SheafPayoutBatch) again = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_false (sheaf_payout_return (
      fixture->book, 2, sheaf_member_find (fixture->book, "L"), SHEAF_PAYOUT_RETURN_UNCLAIMED,
      sheaf_date_new (2026, 6, 1), "Không nhận", NULL, &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE);
  give_back (fixture, 1, "B", SHEAF_PAYOUT_RETURN_BOUNCED);
  give_back (fixture, 3, "C", SHEAF_PAYOUT_RETURN_UNCLAIMED);
  g_assert_cmpint (paying_open (fixture->book, "B", 2025), ==, SHARE_B);
  g_assert_cmpint (paying_open (fixture->book, "C", 2025), ==, SHARE_C);
  spec.only = (const char *const[]){ "B", "C", NULL };
  again = paying_list (fixture->book, &spec, NULL);
  g_assert_cmpuint (again->lines->len, ==, 2);
  g_assert_cmpint (paying_line (again, "B", 2025)->net.units, ==, SHARE_B);
  g_assert_cmpint (paying_line (again, "B", 2025)->tax.units, ==, 0);
  g_assert_cmpint (paying_line (again, "C", 2025)->net.units, ==, SHARE_C);
  g_assert_cmpint (coop_balance (fixture->book, "338"), ==, SHARE_E + SHARE_L);
  expect_sound (fixture->book);
}

/* The bank answers today to what the old program ordered. */
static void
test_answer (Fixture      *fixture,
             gconstpointer data)
{
  SheafPayoutAnswer row = {
    .account = "0123456789", .amount = SHEAF_MONEY (SHARE_B), .ok = TRUE, .line = 2
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  g_ptr_array_add (rows, &row);
  (void) sheaf_payout_result_apply (fixture->book, 1, rows, sheaf_date_new (2026, 6, 1), problems,
                                    NULL, &error);
  g_assert_no_error (error);
  list = paying_standings (fixture->book);
  expect_standing (list, "B", SHARE_B, SHARE_B, SHEAF_PAYOUT_PAID);
  expect_sound (fixture->book);
}

/* Half of what is open, then the rest, with tax; who was paid before there was any gets nothing. */
static void
test_instalments (Fixture      *fixture,
                  gconstpointer data)
{
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 6, 1);
  g_autoptr (SheafPayoutBatch) half = NULL;
  g_autoptr (SheafPayoutBatch) rest = NULL;

  (void) data;
  spec.part = SHEAF_RATE (500000);
  half = paying_list (fixture->book, &spec, NULL);
  g_assert_cmpuint (half->lines->len, ==, 2);
  g_assert_cmpint (paying_line (half, "E", 2025)->gross.units, ==, SHARE_E / 2);
  g_assert_cmpint (paying_line (half, "L", 2025)->gross.units, ==, SHARE_L / 2);
  g_assert_cmpint (paying_line (half, "L", 2025)->tax.units, >, 0);
  spec.part = SHEAF_RATE (0);
  spec.date = sheaf_date_new (2026, 6, 2);
  rest = paying_list (fixture->book, &spec, NULL);
  g_assert_cmpuint (rest->lines->len, ==, 2);
  g_assert_cmpint (coop_balance (fixture->book, "338"), ==, 0);
  paying_refused (fixture->book, &spec, SHEAF_PAYOUTS_ERROR_NOTHING);
  expect_lists (fixture);
  expect_sound (fixture->book);
}

static void
take_back (const Fixture *fixture,
           gint64         list,
           const char    *member)
{
  g_autoptr (GError) error = NULL;

  (void) sheaf_payout_take_back (fixture->book, list, sheaf_member_find (fixture->book, member),
                                 sheaf_date_new (2026, 6, 3), "Lập lại", &error);
  g_assert_no_error (error);
}

/* The posting was one voucher; it goes when nobody is paid any more, and comes again in steps. */
static void
test_unposting (Fixture      *fixture,
                gconstpointer data)
{
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 6, 4);
  SheafDate       day = sheaf_date_new (2026, 6, 3);
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (GPtrArray) vouchers = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_false (sheaf_plan_unpost (fixture->book, 2025, day, "Sai", &error));
  g_assert_nonnull (strstr (error->message, "reverse the payments first"));
  g_clear_error (&error);
  take_back (fixture, 1, "B");
  take_back (fixture, 3, "A");
  take_back (fixture, 3, "C");
  (void) sheaf_plan_unpost (fixture->book, 2025, day, "Sai", &error);
  g_assert_no_error (error);
  g_assert_cmpint (coop_balance (fixture->book, "338"), ==, 0);
  paying_refused (fixture->book, &spec, SHEAF_PAYOUTS_ERROR_STATE);
  (void) sheaf_plan_post (fixture->book, 2025, day, NULL, &error);
  g_assert_no_error (error);
  vouchers = sheaf_plan_voucher_list (fixture->book, 2025, &error);
  g_assert_cmpuint (vouchers->len, >, 1);
  batch = paying_list (fixture->book, &spec, NULL);
  g_assert_cmpuint (batch->lines->len, ==, 5);
  g_assert_cmpint (coop_balance (fixture->book, "338"), ==, 0);
  expect_sound (fixture->book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/payouts-upgrade/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("payments-stand-as-they-stood", test_nothing_is_lost);
  ADD ("what-comes-back-is-paid-as-it-was", test_returns);
  ADD ("the-bank-answers-to-an-old-order", test_answer);
  ADD ("instalments-go-on-with-tax", test_instalments);
  ADD ("a-posting-of-one-voucher-goes-and-comes-in-steps", test_unposting);
  return g_test_run ();
}

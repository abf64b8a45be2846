/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who holds how much, beside what the law allows. */
#include "capital/ownership.h"

#include "ledger/party.h"
#include "members/member.h"
#include "sample.h"

/* 1000 of charter capital: TV1 310, TV2 90, LK1 200 and LK2 101 as associates, NN1 299 from
 * abroad. */
static SheafBook *
new_book (void)
{
  SheafBook   *book = test_members_new ();
  SheafMember *foreigner = sheaf_member_new ();
  g_autoptr (GPtrArray) members = test_list ((GDestroyNotify) sheaf_member_free, foreigner, NULL);

  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "LK1", SHEAF_MEMBER_CONTRIBUTING, "2025-01-01");
  test_member (book, "LK2", SHEAF_MEMBER_CONTRIBUTING, "2025-01-01");
  test_member (book, "KG1", SHEAF_MEMBER_NON_CONTRIBUTING, "2025-01-01");
  foreigner->code = g_strdup ("NN1");
  foreigner->name = g_strdup ("Exemple");
  foreigner->nationality = g_strdup ("FR");
  foreigner->joined = test_day ("2025-01-01");
  g_assert_true (sheaf_member_insert (book, members, NULL));
  sample_pay_up (book, "TV1", "2025-01-02", 310);
  sample_enter (book, "TV2", "2025-01-02", SHEAF_CAPITAL_COMMIT, 90);
  sample_pay_up (book, "LK1", "2025-01-02", 200);
  sample_pay_up (book, "LK2", "2025-01-02", 101);
  sample_pay_up (book, "NN1", "2025-01-02", 299);
  return book;
}

static const SheafCapitalShare *
at (const SheafCapitalOwnership *ownership,
    guint                        i)
{
  g_assert_cmpuint (i, <, ownership->shares->len);
  return ownership->shares->pdata[i];
}

static void
expect (const SheafCapitalShare *share,
        const char              *code,
        gint64                   committed,
        gint64                   percent,
        gint64                   excess)
{
  g_assert_cmpstr (share->code, ==, code);
  g_assert_cmpint (share->balance.committed.units, ==, committed);
  g_assert_cmpint (share->percent, ==, percent);
  g_assert_cmpint (share->excess.units, ==, excess);
}

static void
test_groups_first_then_the_largest (void)
{
  static const struct
  {
    const char *code;
    gint64      committed, percent, excess;
  } expected[] = {
    { NULL, 301, 3010, 1 },
    { NULL, 299, 2990, 0 },
    { "TV1", 310, 3100, 10 },
    { "NN1", 299, 2990, 0 },
    { "LK1", 200, 2000, 0 },
    { "LK2", 101, 1010, 0 },
    { "TV2", 90, 900, 0 },
  };
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCapitalOwnership)
      ownership = sheaf_capital_ownership (book, test_day ("2025-12-31"), &error);

  g_assert_no_error (error);
  g_assert_cmpint (ownership->charter.units, ==, 1000);
  g_assert_cmpuint (ownership->shares->len, ==, G_N_ELEMENTS (expected)); /* KG1 has nothing */
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    expect (at (ownership, i), expected[i].code, expected[i].committed, expected[i].percent,
            expected[i].excess);
  g_assert_true (at (ownership, 3)->foreign);
  g_assert_true (at (ownership, 3)->limited);
  g_assert_cmpint (at (ownership, 2)->limit.millionths, ==, 300000);
  g_assert_false (at (ownership, 4)->limited); /* an associate alone has no limit of its own */
  g_assert_cmpint (at (ownership, 6)->balance.paid.units, ==, 0);
}

static void
test_who_left_has_no_limit (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCapitalOwnership) before = NULL;
  g_autoptr (SheafCapitalOwnership) after = NULL;

  test_membership_insert (book, "TV1", "2025-06-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  before = sheaf_capital_ownership (book, test_day ("2025-05-31"), NULL);
  after = sheaf_capital_ownership (book, test_day ("2025-06-01"), NULL);
  g_assert_true (at (before, 2)->limited);
  g_assert_cmpstr (at (after, 2)->code, ==, "TV1");
  g_assert_false (at (after, 2)->limited);
  g_assert_cmpint (at (after, 2)->kind, ==, SHEAF_MEMBER_NONE);
  g_assert_cmpint (after->charter.units, ==, 1000); /* not refunded yet */
}

static void
test_nothing_is_no_error (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCapitalOwnership)
      ownership = sheaf_capital_ownership (book, test_day ("2025-12-31"), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ownership->shares->len, ==, 2);
  expect (at (ownership, 0), NULL, 0, 0, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital-ownership/groups-first-then-the-largest",
                   test_groups_first_then_the_largest);
  g_test_add_func ("/capital-ownership/who-left-has-no-limit", test_who_left_has_no_limit);
  g_test_add_func ("/capital-ownership/nothing-is-no-error", test_nothing_is_no_error);
  return g_test_run ();
}

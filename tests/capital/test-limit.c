/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Limits of Art. 74, each at the border. */
#include "capital/limit.h"

#include "capital/verify.h"
#include "helpers/ledger.h"
#include "ledger/party.h"
#include "ledger/preference.h"
#include "members/member.h"
#include "sample.h"

#include <string.h>

/* The check tells each breach as a warning: the books are not wrong for it. */
static void
assert_verify_warns (SheafBook *book,
                     guint      n)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (const SheafCheck *check = sheaf_capital_checks; check->name != NULL; check++)
    if (strcmp (check->name, "capital-limits") == 0)
      g_assert_true (check->run (book, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->warnings, ==, n);
  g_assert_cmpuint (problems->errors, ==, 0);
}

static guint
count_breaches (SheafBook        *book,
                SheafCapitalLimit limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) breaches = sheaf_capital_breaches (book, test_day ("2025-12-31"), &error);
  guint n = 0;

  g_assert_no_error (error);
  assert_verify_warns (book, breaches->len);
  for (guint i = 0; i < breaches->len; i++)
    {
      const SheafCapitalBreach *breach = g_ptr_array_index (breaches, i);

      /* Heads and the charter's minimum have other ways out than Art. 78.4. */
      g_assert_cmpint (strstr (breach->text, "78.4") != NULL, ==,
                       breach->limit < SHEAF_CAPITAL_LIMIT_FOREIGN_HEADS);
      n += breach->limit == limit;
    }
  return n;
}

/* Ten official members with 10 each; one of them gets so much more. */
static SheafBook *
new_book (const char *law,
          gboolean    is_union)
{
  const SheafBookSpec spec = {
    .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt71", .law = law, .is_union = is_union
  };
  SheafActor actor = test_actor (sheaf_date_new (2025, 12, 31));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  g_assert_true (test_allow_money_below_zero (book));
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV%u", i);

      test_member (book, code, SHEAF_MEMBER_OFFICIAL, "2025-01-01");
      sample_enter (book, code, "2025-01-01", SHEAF_CAPITAL_COMMIT, 700);
    }
  return book;
}

static void
test_one_member_holds_at_most_30_percent (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-2023", FALSE);

  /* 9 × 700 = 6300 are 70 % of 9000 */
  sample_enter (book, "TV0", "2025-01-01", SHEAF_CAPITAL_COMMIT, 2000);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_MEMBER), ==, 0);
  sample_enter (book, "TV0", "2025-01-01", SHEAF_CAPITAL_COMMIT, 1);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_MEMBER), ==, 1);
}

static void
test_union_allows_40_percent (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-2023", TRUE);

  /* 9 × 700 = 6300 are 60 % of 10500 */
  sample_enter (book, "TV0", "2025-01-01", SHEAF_CAPITAL_COMMIT, 3500);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_MEMBER), ==, 0);
  sample_enter (book, "TV0", "2025-01-01", SHEAF_CAPITAL_COMMIT, 1);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_MEMBER), ==, 1);
}

/* A later program with other files judges the book by the law that it was made under. */
static void
test_union_keeps_its_own_law (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-2023", TRUE);
  g_autofree char *before = g_strdup (g_getenv ("SHEAF_DATA_DIR"));

  g_setenv ("SHEAF_DATA_DIR", "/nowhere", TRUE);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_MEMBER), ==, 0);
  if (before != NULL)
    g_setenv ("SHEAF_DATA_DIR", before, TRUE);
  else
    g_unsetenv ("SHEAF_DATA_DIR");
}

static void
test_associates_hold_at_most_30_percent_together (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-2023", FALSE);

  test_member (book, "LK1", SHEAF_MEMBER_CONTRIBUTING, "2025-01-01");
  test_member (book, "LK2", SHEAF_MEMBER_CONTRIBUTING, "2025-01-01");
  /* 7000 are 70 % of 10000 */
  sample_enter (book, "LK1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 1500);
  sample_enter (book, "LK2", "2025-01-01", SHEAF_CAPITAL_COMMIT, 1500);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_ASSOCIATES), ==, 0);
  sample_enter (book, "LK2", "2025-01-01", SHEAF_CAPITAL_COMMIT, 1);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_ASSOCIATES), ==, 1);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_MEMBER), ==, 0);
}

static void
test_foreigners_hold_at_most_30_percent_together (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-2023", FALSE);
  SheafMember *foreigner = sheaf_member_new ();
  g_autoptr (GPtrArray) members = test_list ((GDestroyNotify) sheaf_member_free, foreigner, NULL);

  foreigner->code = g_strdup ("NN1");
  foreigner->name = g_strdup ("Exemple");
  foreigner->nationality = g_strdup ("FR");
  foreigner->joined = test_day ("2025-01-01");
  g_assert_true (sheaf_member_insert (book, members, NULL));
  sample_enter (book, "NN1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 3000);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_FOREIGN), ==, 0);
  sample_enter (book, "NN1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 1);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_FOREIGN), ==, 1);
}

static void
test_union_allows_associates_40_percent (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-2023", TRUE);

  test_member (book, "LK1", SHEAF_MEMBER_CONTRIBUTING, "2025-01-01");
  /* 7000 are 60 % of 11667 */
  sample_enter (book, "LK1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 4666);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_ASSOCIATES), ==, 0);
  sample_enter (book, "LK1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 1);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_ASSOCIATES), ==, 1);
}

/* Fewer than 35 % of the number of official members (Art. 30.7): 7 of 20 are too many. */
static void
test_foreigners_are_few_by_heads (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-2023", FALSE);

  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *code = g_strdup_printf ("TW%u", i);

      test_member (book, code, SHEAF_MEMBER_OFFICIAL, "2025-01-01");
    }
  for (guint i = 0; i < 7; i++)
    {
      SheafMember *foreigner = sheaf_member_new ();
      g_autoptr (GPtrArray)
          members = test_list ((GDestroyNotify) sheaf_member_free, foreigner, NULL);

      g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_FOREIGN_HEADS), ==, 0);
      foreigner->code = g_strdup_printf ("NN%u", i);
      foreigner->name = g_strdup ("Exemple");
      foreigner->nationality = g_strdup ("FR");
      foreigner->kind = SHEAF_MEMBER_CONTRIBUTING;
      foreigner->joined = test_day ("2025-01-01");
      g_assert_true (sheaf_member_insert (book, members, NULL));
    }
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_FOREIGN_HEADS), ==, 1);
}

/* Of the charter; a non-contributing associate need not hold it. */
static void
test_each_holds_the_minimum_of_the_charter (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-2023", FALSE);
  g_autoptr (GPtrArray) breaches = NULL;
  const SheafCapitalBreach *breach;
  g_autoptr (GError) error = NULL;

  test_member (book, "KG1", SHEAF_MEMBER_NON_CONTRIBUTING, "2025-01-01");
  g_assert_true (sheaf_preference_set (book, "capital-minimum", "700", &error));
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_MINIMUM), ==, 0);
  sample_enter (book, "TV3", "2025-02-01", SHEAF_CAPITAL_REDUCE, 1);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_MINIMUM), ==, 1);
  breaches = sheaf_capital_breaches (book, test_day ("2025-12-31"), &error);
  g_assert_no_error (error);
  breach = breaches->pdata[0];
  g_assert_cmpstr (breach->code, ==, "TV3");
  g_assert_cmpint (breach->minimum.units, ==, 700);
  g_assert_cmpint (breach->committed.units, ==, 699);
  g_assert_cmpstr (sheaf_capital_limit_to_word (breach->limit), ==, "minimum");
  test_membership_insert (book, "TV3", "2025-03-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_MINIMUM), ==, 0);
}

/* Which country is at home is said by the law pack; the code's case does not matter. */
static void
test_nationals_are_no_foreigners (void)
{
  g_autoptr (SheafBook) book = new_book ("vn-2023", FALSE);
  SheafMember *national = sheaf_member_new ();
  g_autoptr (GPtrArray) members = test_list ((GDestroyNotify) sheaf_member_free, national, NULL);

  national->code = g_strdup ("TN1");
  national->name = g_strdup ("Mẫu");
  national->nationality = g_strdup ("Việt Nam");
  national->joined = test_day ("2025-01-01");
  g_assert_true (sheaf_member_insert (book, members, NULL));
  sample_enter (book, "TN1", "2025-01-01", SHEAF_CAPITAL_COMMIT, 5000);
  g_assert_cmpuint (count_breaches (book, SHEAF_CAPITAL_LIMIT_FOREIGN), ==, 0);
}

/* The order of rows in a file does not matter: limits are judged after the whole act. */
static void
test_breach_is_a_warning_after_the_whole_act (void)
{
  g_autoptr (SheafBook) book = test_members_new ();
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (
      (GDestroyNotify) sheaf_capital_event_free);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV%u", i);

      test_member (book, code, SHEAF_MEMBER_OFFICIAL, "2025-01-01");
      g_ptr_array_add (events,
                       sample_event (book, code, "2025-01-01", SHEAF_CAPITAL_COMMIT, 250));
    }
  g_assert_true (sheaf_capital_check (book, events, TRUE, "capital.csv", problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_cmpuint (problems->warnings, ==, 0);
  ((SheafCapitalEvent *) g_ptr_array_index (events, 0))->amount = SHEAF_MONEY (322);
  g_assert_true (sheaf_capital_check (book, events, TRUE, "capital.csv", problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (test_has_problem (problems, SHEAF_PROBLEM_WARNING, 0, "amount",
                                   "TV0 holds 322 of 1,072 charter capital, above 30 %"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/capital-limit/one-member-holds-at-most-30-percent",
                   test_one_member_holds_at_most_30_percent);
  g_test_add_func ("/capital-limit/union-allows-40-percent", test_union_allows_40_percent);
  g_test_add_func ("/capital-limit/union-keeps-its-own-law", test_union_keeps_its_own_law);
  g_test_add_func ("/capital-limit/associates-hold-at-most-30-percent-together",
                   test_associates_hold_at_most_30_percent_together);
  g_test_add_func ("/capital-limit/foreigners-hold-at-most-30-percent-together",
                   test_foreigners_hold_at_most_30_percent_together);
  g_test_add_func ("/capital-limit/breach-is-a-warning-after-the-whole-act",
                   test_breach_is_a_warning_after_the_whole_act);
  g_test_add_func ("/capital-limit/union-allows-associates-40-percent",
                   test_union_allows_associates_40_percent);
  g_test_add_func ("/capital-limit/foreigners-are-few-by-heads", test_foreigners_are_few_by_heads);
  g_test_add_func ("/capital-limit/each-holds-the-minimum-of-the-charter",
                   test_each_holds_the_minimum_of_the_charter);
  g_test_add_func ("/capital-limit/nationals-are-no-foreigners", test_nationals_are_no_foreigners);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of a day. */
#include "capital/register.h"

#include "sample.h"

static GPtrArray *
list_on (SheafBook  *book,
         const char *day)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = sheaf_register_list (book, test_day (day), &error);

  g_assert_no_error (error);
  return rows;
}

static SheafBook *
new_book (void)
{
  SheafBook *book = test_members_new ();

  test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "TV1", SHEAF_MEMBER_CONTRIBUTING, "2025-02-01");
  sample_pay_up (book, "TV2", "2025-01-01", 200);
  sample_enter (book, "TV1", "2025-02-01", SHEAF_CAPITAL_COMMIT, 100);
  sample_enter (book, "TV1", "2025-03-01", SHEAF_CAPITAL_PAY, 40);
  return book;
}

static void
test_past_day_is_as_it_was (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) january = list_on (book, "2025-01-31");
  g_autoptr (GPtrArray) february = list_on (book, "2025-02-28");
  g_autoptr (GPtrArray) march = list_on (book, "2025-03-01");
  const SheafRegisterRow *row;

  g_assert_cmpuint (january->len, ==, 1);
  g_assert_cmpuint (february->len, ==, 2);
  row = g_ptr_array_index (february, 0);
  g_assert_cmpstr (row->code, ==, "TV1");
  g_assert_cmpint (row->capital.paid.units, ==, 0);
  g_assert_cmpint (row->percent, ==, 0);
  g_assert_cmpint (row->percent_charter, ==, 3333);
  row = g_ptr_array_index (march, 0);
  g_assert_cmpint (row->capital.paid.units, ==, 40);
  g_assert_cmpint (row->percent, ==, 1667); /* 40 of 240 is 16.666… */
  row = g_ptr_array_index (march, 1);
  g_assert_cmpint (row->percent, ==, 8333);
  g_assert_cmpint (row->percent_charter, ==, 6667);
}

static void
test_who_left_stays_listed_with_the_day (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  const SheafRegisterRow *row;

  test_membership_insert (book, "TV2", "2025-06-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  before = list_on (book, "2025-05-31");
  after = list_on (book, "2025-06-01");
  row = g_ptr_array_index (before, 1);
  g_assert_true (sheaf_date_is_none (row->state.left));
  row = g_ptr_array_index (after, 1);
  g_assert_cmpint (row->state.kind, ==, SHEAF_MEMBER_NONE);
  g_assert_cmpint (row->state.last_kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_cmpint (sheaf_date_cmp (row->state.left, test_day ("2025-06-01")), ==, 0);
  g_assert_cmpint (row->capital.paid.units, ==, 200); /* not refunded yet */
}

static void
test_percent_has_two_decimals (void)
{
  g_autofree char *some = sheaf_register_percent_to_text (1667);
  g_autofree char *small = sheaf_register_percent_to_text (5);
  g_autofree char *all = sheaf_register_percent_to_text (10000);

  g_assert_cmpstr (some, ==, "16.67");
  g_assert_cmpstr (small, ==, "0.05");
  g_assert_cmpstr (all, ==, "100.00");
}

/* Three thirds are no 99.99, and a great many uneven shares no 100.07. */
static void
test_percents_add_up (void)
{
  g_autoptr (SheafBook) book = test_members_new ();

  for (guint i = 0; i < 23; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV%02u", i);
      gint64           amount = i < 3 ? 1000 : g_test_rand_int_range (1, 5000);
      gint64           paid = 0, charter = 0;
      g_autoptr (GPtrArray) rows = NULL;

      test_member (book, code, SHEAF_MEMBER_OFFICIAL, "2025-01-01");
      sample_pay_up (book, code, "2025-01-02", amount);
      sample_enter (book, code, "2025-01-02", SHEAF_CAPITAL_COMMIT, 1 + i * 7);
      rows = list_on (book, "2025-12-31");
      for (guint n = 0; n < rows->len; n++)
        {
          paid += ((SheafRegisterRow *) rows->pdata[n])->percent;
          charter += ((SheafRegisterRow *) rows->pdata[n])->percent_charter;
        }
      g_assert_cmpint (paid, ==, 10000);
      g_assert_cmpint (charter, ==, 10000);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/past-day-is-as-it-was", test_past_day_is_as_it_was);
  g_test_add_func ("/register/who-left-stays-listed-with-the-day",
                   test_who_left_stays_listed_with_the_day);
  g_test_add_func ("/register/percent-has-two-decimals", test_percent_has_two_decimals);
  g_test_add_func ("/register/percents-add-up-to-100", test_percents_add_up);
  return g_test_run ();
}

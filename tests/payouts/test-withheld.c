/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The year's list of tax kept back: by person, tax, basis and rate; it agrees with the ledger. */
#include "payouts/withheld.h"

#include "book/act.h"
#include "capital/event.h"
#include "distribution/coop.h"
#include "members/member.h"
#include "paying.h"
#include "payouts/verify.h"

static void
enter (SheafBook       *book,
       const char      *code,
       SheafDate        day,
       SheafCapitalKind kind,
       gint64           amount)
{
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  SheafCapitalEvent *event = sheaf_capital_event_new ();
  g_autoptr (GError) error = NULL;

  event->party_id = sheaf_member_find (book, code);
  event->date = day;
  event->event = kind;
  event->amount = SHEAF_MONEY (amount);
  g_ptr_array_add (events, event);
  (void) sheaf_capital_post (book, events, TRUE, &error);
  g_assert_no_error (error);
}

/* A and B made 1,000,000 of their shares capital; A took it out in three parts, B one part. */
static SheafBook *
new_book (void)
{
  static const char *const codes[] = { "A", "B" };
  SheafBook               *book = paying_coop (0);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      enter (book, codes[i], sheaf_date_new (2026, 4, 1), SHEAF_CAPITAL_COMMIT, 1000000);
      enter (book, codes[i], sheaf_date_new (2026, 4, 1), SHEAF_CAPITAL_CAPITALISE, 1000000);
    }
  enter (book, "A", sheaf_date_new (2026, 5, 4), SHEAF_CAPITAL_REFUND, 200010);
  enter (book, "A", sheaf_date_new (2026, 6, 5), SHEAF_CAPITAL_REFUND, 300000);
  enter (book, "A", sheaf_date_new (2026, 8, 6), SHEAF_CAPITAL_REFUND, 500000);
  enter (book, "B", sheaf_date_new (2026, 8, 6), SHEAF_CAPITAL_REFUND, 1);
  return book;
}

static void
expect_line (const GPtrArray *lines,
             guint            at,
             const char      *code,
             const char      *tax,
             gint64           base,
             gint64           amount,
             guint            days)
{
  const SheafWithheldLine *line = lines->pdata[at];

  g_assert_cmpstr (line->code, ==, code);
  g_assert_cmpstr (line->tax, ==, tax);
  g_assert_cmpint (line->basis, ==, SHEAF_WITHHELD_OF_CAPITAL);
  g_assert_cmpint (line->rate.millionths, ==, 50000);
  g_assert_cmpint (line->base.units, ==, base);
  g_assert_cmpint (line->amount.units, ==, amount);
  g_assert_cmpuint (line->days->len, ==, days);
}

static void
test_list (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lines = sheaf_withheld_list (book, sheaf_date_new (2026, 1, 1),
                                                     sheaf_date_new (2026, 12, 31), &error);
  g_autoptr (GPtrArray) none = sheaf_withheld_list (book, sheaf_date_new (2027, 1, 1),
                                                    sheaf_date_new (2027, 12, 31), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 3);
  expect_line (lines, 0, "A", "capital-income", 499990, 25000, 1);
  expect_line (lines, 1, "A", "capital-income-2009", 500010, 25001, 2);
  expect_line (lines, 2, "B", "capital-income", 1, 0, 1);
  g_assert_cmpstr (((SheafWithheldLine *) lines->pdata[0])->article, ==, "52");
  g_assert_cmpstr (((SheafWithheldLine *) lines->pdata[1])->article, ==, "23");
  g_assert_cmpint (coop_balance (book, "3338"), ==, 50001);
  g_assert_cmpuint (none->len, ==, 0);
}

static guint
count_findings (SheafBook *book)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_withheld_check (book, problems, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  return problems->errors;
}

/* The list and the account of tax are one: what is on the list alone is found. */
static void
test_agrees_with_the_ledger (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafAct) act = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count_findings (book), ==, 0);
  act = sheaf_act_begin (book, "test", "", NULL);
  (void) sheaf_store_run (
      sheaf_book_store (book),
      "INSERT INTO capital_tax (event_id, name, base, rate, amount, act_id) "
      "SELECT event_id, name, base, rate, 1, $1 FROM capital_tax WHERE amount > 1",
      SHEAF_ARGS (SHEAF_INT (sheaf_act_id (act))), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_findings (book), ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/withheld/by-person-tax-and-rate", test_list);
  g_test_add_func ("/withheld/agrees-with-the-ledger", test_agrees_with_the_ledger);
  return g_test_run ();
}

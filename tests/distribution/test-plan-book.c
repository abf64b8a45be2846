/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the book can say of a plan: a page asks it before it stores. */
#include "coop.h"

#include "book/setting.h"
#include "distribution/draft.h"
#include "distribution/error.h"
#include "helpers/book.h"
#include "ledger/chart.h"

/* A book under a law that knows notices and retains. */
static SheafBook *
american_book (void)
{
  const SheafBookSpec spec = {
    .name = "Prairie", .year = 2025, .chart = "intl", .law = "us-patronage"
  };
  const SheafActor actor = test_actor (sheaf_date_new (2026, 12, 31));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  return book;
}

/* The findings of a plan of 2025 that the law has nothing against. */
static SheafProblems *
judge (SheafBook  *book,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafLaw) law = sheaf_law_of_book (book, &error);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlan) plan = sheaf_plan_parse (text, -1, NULL, law, problems);

  g_assert_cmpuint (problems->items->len, ==, 0);
  g_assert_true (sheaf_plan_check_book (book, 2025, plan, law, problems, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  return g_steal_pointer (&problems);
}

static gboolean
tells (const SheafProblems *problems,
       SheafProblemKind     kind,
       const char          *what)
{
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind == kind && strstr (problem->text, what) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Exactly one error, which says this; storing is refused as well. */
static void
assert_refused (SheafBook  *book,
                const char *text,
                const char *why)
{
  g_autoptr (SheafProblems) problems = judge (book, text);
  g_autoptr (SheafProblems) stored = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (problems->errors, ==, 1);
  g_assert_true (tells (problems, SHEAF_PROBLEM_ERROR, why));
  g_assert_false (sheaf_plan_store (book, 2025, text, -1, NULL, stored, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_PLAN);
  g_assert_cmpint (sheaf_plan_find (book, 2025), ==, 0);
}

static void
test_sector (void)
{
  static const char
      *const plan = "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n"
                    "[internal]\nuse=0.6\ncapital=0.4\n[tax]\nuse=exempt-agricultural\n";
  g_autoptr (SheafBook) book = coop_new ();

  g_assert_true (sheaf_setting_write (book, "sector", "trade", NULL));
  assert_refused (book, plan, "is for co-ops of certain sectors only");
}

/* A payment by notices may name any account: only the chart knows what it keeps. */
static void
test_notice_account (void)
{
  static const char *const plan = "[payment use]\nmoney=0.5\nqualified=0.5\n"
                                  "qualified-account=322\n";
  g_autoptr (SheafBook) book = american_book ();

  assert_refused (book, plan, "is no account of equity or liabilities that asks for a party");
}

/* Law 17/2023 knows no retains: what could never be entered is not planned. */
static void
test_retain_kind (void)
{
  static const char *const plan = "[internal]\nuse=0.6\ncapital=0.4\n"
                                  "[retain corn]\naccount=331\nrate=5\n";
  g_autoptr (SheafBook) book = coop_new ();

  assert_refused (book, plan, "knows no per-unit retain");
}

static void
test_retain_accounts (void)
{
  static const char *const wrong[] = { "9999", "322", "111" };
  g_autoptr (SheafBook) book = american_book ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *plan = g_strdup_printf ("[retain corn]\naccount=%s\nrate=5\n", wrong[i]);

      assert_refused (book, plan, "is no account of equity or liabilities that asks for a party");
    }
}

/* A slip of the pen, which stores all the same: the product may come later. */
static void
test_retain_products (void)
{
  g_autoptr (SheafBook) book = american_book ();
  g_autoptr (SheafProblems) problems = judge (book, "[retain corn]\naccount=211\nrate=5\n"
                                                    "products=CRON\n");

  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (tells (problems, SHEAF_PROBLEM_WARNING, "there is no product CRON"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-book/treatments-go-by-sector", test_sector);
  g_test_add_func ("/plan-book/notices-need-an-account-by-member", test_notice_account);
  g_test_add_func ("/plan-book/retains-only-where-the-law-knows-them", test_retain_kind);
  g_test_add_func ("/plan-book/retains-need-an-account-by-member", test_retain_accounts);
  g_test_add_func ("/plan-book/retains-of-unknown-products-warn", test_retain_products);
  return g_test_run ();
}

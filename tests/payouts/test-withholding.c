/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept back from one payment, by basis, payee, sector and day. */
#include "payouts/withholding.h"

static SheafLaw *
load_law (const char *id)
{
  g_autoptr (GError) error = NULL;
  SheafLaw *law = sheaf_law_load (id, FALSE, &error);

  g_assert_no_error (error);
  return law;
}

static SheafPlan *
parse (const SheafLaw *law,
       const char     *text)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafPlan *plan = sheaf_plan_parse (text, -1, NULL, law, problems);

  g_assert_cmpuint (problems->errors, ==, 0);
  return plan;
}

typedef struct
{
  const char *law;
  const char *plan; /* what follows [tax] */
  SheafPayee  payee;
  const char *sector;
  const char *day;
  gint64      use, labour, capital; /* paid, of internal profit */
  const char *kept;                 /* "pool tax base amount" for each row, parted by "; " */
} Case;

static char *
describe (const GArray *withheld)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < withheld->len; i++)
    {
      const SheafWithheld *row = &g_array_index (withheld, SheafWithheld, i);

      g_string_append_printf (text, "%s%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                              i > 0 ? "; " : "", sheaf_pool_name (row->side, row->pool),
                              row->tax->name, row->base.units, row->amount.units);
    }
  return g_string_free (text, FALSE);
}

static void
check (const Case *one)
{
  g_autoptr (SheafLaw) law = load_law (one->law);
  g_autofree char *text = g_strconcat ("[tax]\n", one->plan, NULL);
  g_autoptr (SheafPlan) plan = parse (law, text);
  const SheafPaidPart paid[] = {
    { plan, 0, SHEAF_SIDE_INTERNAL, SHEAF_POOL_USE, SHEAF_MONEY (one->use) },
    { plan, 0, SHEAF_SIDE_INTERNAL, SHEAF_POOL_LABOUR, SHEAF_MONEY (one->labour) },
    { plan, 0, SHEAF_SIDE_EXTERNAL, SHEAF_POOL_CAPITAL, SHEAF_MONEY (one->capital) },
  };
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SheafPaidPart));
  g_autoptr (GArray) withheld = NULL;
  g_autofree char *kept = NULL;
  SheafDate        day;

  g_array_append_vals (parts, paid, G_N_ELEMENTS (paid));
  g_assert_true (sheaf_date_parse (one->day, &day, NULL));
  withheld = sheaf_withholding_compute (law, one->payee, one->sector, day, parts);
  kept = describe (withheld);
  g_assert_cmpstr (kept, ==, one->kept);
}

#define PERSON SHEAF_PAYEE_PERSON

static void
test_capital (void)
{
  static const Case cases[] = {
    { "vn-2023", "", PERSON, "trade", "2026-08-01", 0, 0, 1000000,
      "external-capital capital-income 1000000 50000" },
    { "vn-2023", "", PERSON, "trade", "2026-06-30", 0, 0, 1000000,
      "external-capital capital-income-2009 1000000 50000" },
    { "vn-2012", "", PERSON, NULL, "2024-03-01", 7, 0, 1000000,
      "external-capital capital-income-2009 1000000 50000" },
    /* Half up to whole units: 0.45, 0.5 and 1.5. */
    { "vn-2023", "", PERSON, "trade", "2026-08-01", 0, 0, 9,
      "external-capital capital-income 9 0" },
    { "vn-2023", "", PERSON, "trade", "2026-08-01", 0, 0, 10,
      "external-capital capital-income 10 1" },
    { "vn-2023", "", PERSON, "trade", "2026-08-01", 0, 0, 30,
      "external-capital capital-income 30 2" },
    { "vn-2023", "", PERSON, "trade", "2026-08-01", 0, 0, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_organisation (void)
{
  static const Case one = { "vn-2023",
                            "use=capital-income\nlabour=wage\n",
                            SHEAF_PAYEE_ORGANISATION,
                            "trade",
                            "2026-08-01",
                            9000000,
                            9000000,
                            9000000,
                            "" };
  SheafMember      *member = sheaf_member_new ();

  check (&one);
  g_assert_cmpint (sheaf_withholding_payee (member), ==, SHEAF_PAYEE_PERSON);
  member->represents = g_strdup ("household");
  g_assert_cmpint (sheaf_withholding_payee (member), ==, SHEAF_PAYEE_PERSON);
  g_free (member->represents);
  member->represents = g_strdup ("organisation");
  g_assert_cmpint (sheaf_withholding_payee (member), ==, SHEAF_PAYEE_ORGANISATION);
  sheaf_member_free (member);
}

/* The exemption came with the law of 2025, in force in mid-2026; nobody is exempt by chance. */
static void
test_agricultural (void)
{
  static const Case cases[] = {
    { "vn-2023", "", PERSON, "agriculture", "2026-07-01", 5, 0, 1000000,
      "external-capital exempt-agricultural 1000000 0" },
    { "vn-2023", "", PERSON, "fishery", "2027-02-01", 5, 0, 1000000,
      "external-capital exempt-agricultural 1000000 0" },
    { "vn-2023", "", PERSON, "agriculture", "2026-06-30", 5, 0, 1000000,
      "external-capital capital-income-2009 1000000 50000" },
    { "vn-2023", "", PERSON, NULL, "2026-07-01", 5, 0, 1000000,
      "external-capital capital-income 1000000 50000" },
    { "vn-2023", "use=exempt-agricultural\nlabour=exempt-agricultural\n", PERSON, "agriculture",
      "2026-07-01", 100, 6000000, 0,
      "internal-use exempt-agricultural 100 0; internal-labour exempt-agricultural 6000000 0" },
    /* What is paid for labour as a wage stays a wage in an agricultural co-op. */
    { "vn-2023", "", PERSON, "agriculture", "2026-07-01", 0, 6000000, 0,
      "internal-labour wage 6000000 600000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

static void
test_wage (void)
{
  static const Case cases[] = {
    { "vn-2023", "", PERSON, "trade", "2026-07-01", 0, 4999999, 0,
      "internal-labour wage 4999999 0" },
    { "vn-2023", "", PERSON, "trade", "2026-07-01", 0, 5000000, 0,
      "internal-labour wage 5000000 500000" },
    { "vn-2023", "", PERSON, "trade", "2026-06-30", 0, 1999999, 0,
      "internal-labour wage-2013 1999999 0" },
    { "vn-2023", "", PERSON, "trade", "2026-06-30", 0, 2000000, 0,
      "internal-labour wage-2013 2000000 200000" },
    /* The threshold is that of the payment: two pools reach it together. */
    { "vn-2023", "use=wage\n", PERSON, "trade", "2026-07-01", 1000000, 4000000, 8000000,
      "internal-use wage 1000000 100000; internal-labour wage 4000000 400000; "
      "external-capital capital-income 8000000 400000" },
    { "vn-2023", "labour=capital-income\n", PERSON, "trade", "2026-07-01", 0, 1000, 0,
      "internal-labour capital-income 1000 50" },
    { "vn-2023", "labour=none\n", PERSON, "trade", "2026-07-01", 0, 9000000, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check (&cases[i]);
}

/* Two years with plans of their own, paid together: one takes labour for a wage, the other use. */
static void
test_years_together (void)
{
  g_autoptr (SheafLaw) law = load_law ("vn-2023");
  g_autoptr (SheafPlan) first = parse (law, "[tax]\nlabour=wage\n");
  g_autoptr (SheafPlan) second = parse (law, "[tax]\nuse=wage\nlabour=none\n");
  const SheafPaidPart paid[] = {
    { first, 4, SHEAF_SIDE_INTERNAL, SHEAF_POOL_USE, SHEAF_MONEY (9000000) },
    { first, 4, SHEAF_SIDE_INTERNAL, SHEAF_POOL_LABOUR, SHEAF_MONEY (3000000) },
    { second, 7, SHEAF_SIDE_INTERNAL, SHEAF_POOL_USE, SHEAF_MONEY (2000000) },
    { second, 7, SHEAF_SIDE_INTERNAL, SHEAF_POOL_LABOUR, SHEAF_MONEY (9000000) },
  };
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SheafPaidPart));
  g_autoptr (GArray) withheld = NULL;
  g_autofree char *kept = NULL;

  g_array_append_vals (parts, paid, G_N_ELEMENTS (paid));
  withheld = sheaf_withholding_compute (law, PERSON, "trade", sheaf_date_new (2026, 8, 1), parts);
  kept = describe (withheld);
  g_assert_cmpstr (kept, ==,
                   "internal-labour wage 3000000 300000; internal-use wage 2000000 200000");
  g_assert_cmpuint (g_array_index (withheld, SheafWithheld, 0).line, ==, 4);
  g_assert_cmpuint (g_array_index (withheld, SheafWithheld, 1).line, ==, 7);
}

/* A pack that says nothing of taxes keeps nothing back. */
static void
test_silent_pack (void)
{
  g_autoptr (SheafLaw) law = load_law ("fr-scop");
  g_autoptr (SheafPlan) plan = parse (law, "");
  const SheafPaidPart part = { plan, 0, SHEAF_SIDE_INTERNAL, SHEAF_POOL_LABOUR,
                               SHEAF_MONEY (10000000) };
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SheafPaidPart));
  g_autoptr (GArray) withheld = NULL;

  g_array_append_val (parts, part);
  withheld = sheaf_withholding_compute (law, PERSON, NULL, sheaf_date_new (2026, 8, 1), parts);
  g_assert_cmpuint (withheld->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/withholding/capital-is-taxed-half-up", test_capital);
  g_test_add_func ("/withholding/organisations-pay-their-own", test_organisation);
  g_test_add_func ("/withholding/agricultural-co-ops-are-exempt-from-mid-2026", test_agricultural);
  g_test_add_func ("/withholding/wages-from-a-threshold-by-payment", test_wage);
  g_test_add_func ("/withholding/years-paid-together-reach-a-threshold-together",
                   test_years_together);
  g_test_add_func ("/withholding/a-pack-without-taxes-keeps-nothing", test_silent_pack);
  return g_test_run ();
}

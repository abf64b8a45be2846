/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law packs say what the law says, each value with its source. */
#include "base/language.h"
#include "distribution/error.h"
#include "distribution/law-deadline.h"
#include "distribution/plan.h"

static void
test_floors (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (law->common_fund_floor[SHEAF_SIDE_INTERNAL].rate.millionths, ==, 0);
  g_assert_cmpint (law->common_fund_floor[SHEAF_SIDE_EXTERNAL].rate.millionths, ==, 50000);
  g_assert_cmpint (law->use_labour_floor.rate.millionths, ==, 510000);
  g_assert_cmpint (law->internal_equal_ceiling.rate.millionths, ==, 0);
  g_assert_cmpstr (law->common_fund_floor[SHEAF_SIDE_EXTERNAL].article, ==, "84");
  g_assert_cmpuint (law->payment_months, ==, 6);
}

static void
test_union (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", TRUE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (law->id, ==, "vn-2023-union");
  g_assert_cmpint (law->common_fund_floor[SHEAF_SIDE_EXTERNAL].rate.millionths, ==, 100000);
}

/* Who reads another language is told the law's name in it; without one it has its own. */
static void
test_title (void)
{
  const char *before = sheaf_language_speak ("fr");
  g_autoptr (SheafLaw) french = sheaf_law_load ("vn-2023", FALSE, NULL);
  g_autoptr (SheafLaw) own = NULL;

  (void) sheaf_language_speak ("vi");
  own = sheaf_law_load ("vn-2023", FALSE, NULL);
  (void) sheaf_language_speak (before);
  g_assert_cmpstr (french->title, ==, "Loi sur les coopératives 17/2023/QH15");
  g_assert_cmpstr (own->title, ==, "Luật Hợp tác xã số 17/2023/QH15");
  g_assert_cmpstr (french->text, ==, own->text);
}

static void
test_entitled (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_assert_true (law->pools[pool].official);
      g_assert_cmpint (law->pools[pool].associate_contributing, ==, pool == SHEAF_POOL_CAPITAL);
      g_assert_cmpint (law->pools[pool].agreement, ==, pool == SHEAF_POOL_USE);
      g_assert_cmpstr (law->pools[pool].source, !=, "");
    }
}

static void
test_validity (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);

  g_assert_false (sheaf_law_is_valid_on (law, sheaf_date_new (2024, 6, 30)));
  g_assert_true (sheaf_law_is_valid_on (law, sheaf_date_new (2024, 7, 1)));
  g_assert_true (sheaf_law_is_valid_on (law, sheaf_date_new (2030, 12, 31)));
}

static void
test_unknown (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_law_load ("xx-1999", FALSE, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_LAW);
  g_clear_error (&error);
  g_assert_null (sheaf_law_load ("../laws/vn-2023", FALSE, &error));
  g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_LAW);
}

static const char *const packs[] = { "vn-2012", "vn-2023", "us-patronage", "fr-agricole",
                                     "fr-scic", "fr-scop", "de-eg", "charter" };

/* Each value of each pack says where it comes from and since when; an empty plan is a plan. */
static void
test_packs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SheafLaw) law = sheaf_law_load (packs[i], FALSE, &error);
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autoptr (SheafPlan) plan = NULL;
      g_auto (GStrv) groups = NULL;

      g_test_message ("%s", packs[i]);
      g_assert_no_error (error);
      g_assert_cmpstr (law->id, ==, packs[i]);
      groups = g_key_file_get_groups (law->defaults, NULL);
      for (guint g = 0; groups[g] != NULL; g++)
        {
          g_test_message ("%s", groups[g]);
          if (g_str_equal (groups[g], "texts"))
            continue;
          g_assert_true (g_key_file_has_key (law->defaults, groups[g], "source", NULL));
          g_assert_true (g_key_file_has_key (law->defaults, groups[g], "valid-from", NULL));
        }
      plan = sheaf_plan_parse ("", -1, NULL, law, problems);
      g_assert_nonnull (plan);
      g_assert_cmpuint (problems->errors, ==, 0);
    }
}

/* (0.20 + 0.27 + 1.325 + 2.51 + 3.14 + 3.37) % / 6; of 2022 the half-years of 2020 are missing. */
static void
test_index (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("fr-scic", FALSE, NULL);
  const SheafLawIndex *tmo = sheaf_law_rules_index (law->rules, "tmo");
  g_autofree char     *missing = NULL;
  SheafRate            rate;

  g_assert_true (sheaf_law_index_average (tmo, 2023, &rate, &missing));
  g_assert_cmpint (rate.millionths, ==, 18025);
  g_assert_false (sheaf_law_index_average (tmo, 2022, &rate, &missing));
  g_assert_cmpstr (missing, ==, "2020-1");
  g_assert_null (sheaf_law_rules_index (law->rules, "libor"));
}

static void
test_taxes (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2012", FALSE, NULL);
  SheafDate          day = sheaf_date_new (2024, 3, 1);
  const SheafLawTax *tax = sheaf_law_rules_tax (law->rules, "capital-income", SHEAF_POOL_CAPITAL,
                                                SHEAF_PAYEE_PERSON, NULL, day);

  g_assert_nonnull (tax);
  g_assert_cmpint (tax->rate.rate.millionths, ==, 50000);
  g_assert_null (sheaf_law_rules_tax (law->rules, "capital-income", SHEAF_POOL_CAPITAL,
                                      SHEAF_PAYEE_ORGANISATION, NULL, day));
  g_assert_null (sheaf_law_rules_tax (law->rules, "none", SHEAF_POOL_USE, SHEAF_PAYEE_PERSON, NULL,
                                      day));
  g_assert_null (sheaf_law_rules_tax (law->rules, NULL, SHEAF_POOL_USE, SHEAF_PAYEE_PERSON, NULL,
                                      day));
  g_assert_null (sheaf_law_rules_tax (law->rules, "capital-income", SHEAF_POOL_CAPITAL,
                                      SHEAF_PAYEE_PERSON, NULL, sheaf_date_new (2008, 12, 31)));
}

/* What a plan may choose, by pool: what comes of capital is income from capital, nothing else. */
static void
test_treatments (void)
{
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);
  g_autoptr (SheafLaw) silent = sheaf_law_load ("us-patronage", FALSE, NULL);
  g_autoptr (GPtrArray) use = sheaf_law_rules_treatments (law->rules, SHEAF_POOL_USE);
  g_autoptr (GPtrArray) capital = sheaf_law_rules_treatments (law->rules, SHEAF_POOL_CAPITAL);
  g_autoptr (GPtrArray) none = sheaf_law_rules_treatments (silent->rules, SHEAF_POOL_USE);
  const SheafLawTreatment *exempt = sheaf_law_rules_treatment (law->rules, "exempt-agricultural");

  g_assert_cmpuint (use->len, ==, 4);
  g_assert_cmpuint (capital->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (((const SheafLawTreatment *) capital->pdata[0])->name, ==, "capital-income");
  g_assert_true (capital->pdata[1] == exempt);
  g_assert_cmpstr (exempt->rule.article, ==, "22");
  g_assert_true (sheaf_law_treatment_fits (exempt, "agriculture"));
  g_assert_false (sheaf_law_treatment_fits (exempt, "trade"));
  g_assert_false (sheaf_law_treatment_fits (exempt, NULL));
  g_assert_true (sheaf_law_treatment_fits (use->pdata[0], NULL));
  g_assert_null (sheaf_law_rules_treatment (law->rules, NULL));
}

/* A rule that cannot be read spoils the pack: better no law than half a law. */
static void
test_broken (void)
{
  static const char *const broken[] = {
    "[reserve r]\ntitle=R\nside=north\narticle=1\nsource=s\nvalid-from=2020-01-01\n",
    "[floor f]\npools=use;wine\nrate=0.5\narticle=1\nsource=s\nvalid-from=2020-01-01\n",
    "[floor f]\npools=use\nrate=0.5\narticle=1\nvalid-from=2020-01-01\n",
    "[cap c]\nrate=0.08\nindex=none\narticle=1\nsource=s\nvalid-from=2020-01-01\n",
    "[cap c]\nrate=0.08\nexcess=reserve none\narticle=1\nsource=s\nvalid-from=2020-01-01\n",
    "[reserve r]\ntitle=R\nuntil=doomsday\narticle=1\nsource=s\nvalid-from=2020-01-01\n",
    "[payment use]\nforms=money;gold\narticle=1\nsource=s\nvalid-from=2020-01-01\n",
    "[tax t]\ntitle=T\npools=use\nrate=x\narticle=1\nsource=s\nvalid-from=2020-01-01\n",
    "[tax t]\ntitle=T\ntreatment=gift\nrate=0\narticle=1\nsource=s\nvalid-from=2020-01-01\n",
    "[treatment t]\npools=use\narticle=1\nsource=s\nvalid-from=2020-01-01\n",
    "[index i]\ntitle=I\nsource=s\nvalid-from=2020-01-01\n2020=x\n",
  };
  g_autoptr (SheafLaw) whole = sheaf_law_load ("charter", FALSE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *text = g_strconcat (whole->text, "\n", broken[i], NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i]);
      g_assert_null (sheaf_law_parse (text, "test", &error));
      g_assert_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_LAW);
    }
}

/* The 15th of the ninth month, nine months, twelve months; Vietnam's law names no day. */
static void
test_deadlines (void)
{
  static const struct
  {
    const char *pack, *year_end, *day;
  } cases[] = {
    { "us-patronage", "2025-12-31", "2026-09-15" },
    { "us-patronage", "2026-06-30", "2027-03-15" },
    { "us-patronage", "1962-12-30", NULL },
    { "fr-scop", "2025-12-31", "2026-09-30" },
    { "fr-scic", "2025-12-31", "2026-09-30" },
    { "fr-agricole", "2026-06-30", "2027-03-30" },
    { "de-eg", "2025-12-31", "2026-12-31" },
    { "vn-2023", "2025-12-31", NULL },
    { "vn-2012", "2023-12-31", NULL },
    { "charter", "2025-12-31", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SheafLaw) law = sheaf_law_load (cases[i].pack, FALSE, NULL);
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();
      g_autofree char *day = NULL;
      SheafDate        end, by;

      g_test_message ("%s %s", cases[i].pack, cases[i].year_end);
      g_assert_true (sheaf_date_parse (cases[i].year_end, &end, NULL));
      by = sheaf_law_pay_by (law, end);
      day = sheaf_date_is_none (by) ? NULL : sheaf_date_to_text (by);
      g_assert_cmpstr (day, ==, cases[i].day);
      sheaf_law_warn_late (law, 2025, end, by, problems); /* the day itself is in time */
      g_assert_cmpuint (problems->warnings, ==, 0);
      sheaf_law_warn_late (law, 2025, end, sheaf_date_new (2030, 1, 1), problems);
      g_assert_cmpuint (problems->warnings, ==, day != NULL ? 1 : 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/law/floors-are-those-of-the-law", test_floors);
  g_test_add_func ("/law/a-union-has-a-higher-floor", test_union);
  g_test_add_func ("/law/its-title-is-in-the-language-spoken", test_title);
  g_test_add_func ("/law/only-those-entitled-share", test_entitled);
  g_test_add_func ("/law/is-valid-from-its-day", test_validity);
  g_test_add_func ("/law/an-unknown-pack-is-refused", test_unknown);
  g_test_add_func ("/law/every-pack-says-its-sources", test_packs);
  g_test_add_func ("/law/a-published-rate-is-averaged", test_index);
  g_test_add_func ("/law/taxes-go-by-basis-payee-and-day", test_taxes);
  g_test_add_func ("/law/treatments-go-by-pool", test_treatments);
  g_test_add_func ("/law/shares-are-to-be-paid-until-a-day", test_deadlines);
  g_test_add_func ("/law/a-broken-rule-spoils-the-pack", test_broken);
  return g_test_run ();
}

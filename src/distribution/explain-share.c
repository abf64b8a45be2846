/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A member's way through one pool: figure, part of the whole, rounding, amount. */
#include "distribution/explain-private.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"
#include "distribution/quota.h"
#include "distribution/step-words.h"

/* What every line of the pool needs. */
typedef struct
{
  const SheafExplainer  *explainer;
  const SheafPoolResult *pool;
  const SheafShare      *share;
  const char            *section;
  const char            *language;
  GPtrArray             *lines;
} Way;

static SheafMoney
shared_of (const SheafPoolResult *pool)
{
  return sheaf_money_sub (pool->amount, pool->undistributed);
}

/* Which part of the profit the pool is, and what the law asks of it. */
static char *
note_pool (const SheafExplainer *explainer,
           SheafSide             side,
           SheafPool             pool)
{
  const SheafDistributionStep *all = sheaf_distribution_step (explainer->distribution, "to-share");
  const SheafPoolResult       *result = &explainer->distribution->pools[side][pool];
  const SheafLawRate          *floor = &explainer->law->use_labour_floor;
  SheafMoneyWord               whole = sheaf_money_word (all->amounts[side]);
  g_autofree char             *part = sheaf_explain_rate (sheaf_quota_rate (
                  (SheafWeight) result->amount.units,
                  (SheafWeight) MAX (all->amounts[side].units, result->amount.units)));
  g_autofree char             *least = sheaf_explain_rate (floor->rate);

  if (side == SHEAF_SIDE_INTERNAL && (pool == SHEAF_POOL_USE || pool == SHEAF_POOL_LABOUR) &&
      floor->rate.millionths > 0)
    return g_strdup_printf (_ ("%s of the %s that are shared; the law asks that at least %s go by "
                               "use and by work together (Art. %s)."),
                            part, whole.text, least, floor->article);
  return g_strdup_printf (_ ("%s of the %s that are shared."), part, whole.text);
}

static void
add_pool (const SheafExplainer *explainer,
          SheafSide             side,
          SheafPool             pool,
          const char           *section,
          GPtrArray            *lines)
{
  const SheafPoolResult *result = &explainer->distribution->pools[side][pool];

  sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_HEADING, section, "heading", NULL,
                           sheaf_pool_title (side, pool), NULL, NULL);
  sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_POOL, section, "pool",
                           sheaf_money_to_text (result->amount),
                           g_strdup (_ ("For all members in this way")),
                           sheaf_money_format (result->amount, sheaf_language_current ()),
                           note_pool (explainer, side, pool));
  if (result->undistributed.units != 0)
    {
      SheafMoneyWord unit = sheaf_money_word (
          SHEAF_MONEY (explainer->distribution->rounding_unit));
      SheafMoney left = sheaf_money_neg (result->undistributed);

      sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_POOL, section, "undistributed",
                               sheaf_money_to_text (left), g_strdup (_ ("Left over of it")),
                               sheaf_explain_signed (left),
                               g_strdup_printf (_ ("Shares are multiples of %s; this is too little "
                                                   "for one more and stays in the co-op."),
                                                unit.text));
    }
}

/* Capital days are no amount that anybody knows: their average is. */
static char *
note_weight (const Way *way)
{
  const SheafExplainer *explainer = way->explainer;
  int                   days = sheaf_book_year_end (explainer->book, explainer->year).days -
             sheaf_book_year_start (explainer->book, explainer->year).days + 1;
  SheafWeight      average = way->share->weight / (SheafWeight) days;
  g_autofree char *text = sheaf_quota_weight (average, way->language);

  if (way->share->pool != SHEAF_POOL_CAPITAL || explainer->plan->capital_year_end)
    return NULL;
  if (way->share->weight % (SheafWeight) days == 0)
    return g_strdup_printf (_ ("Money times days; that is %s on each of the %d days of the year."),
                            text, days);
  return g_strdup_printf (_ ("Money times days; that is about %s on each of the %d days of the "
                             "year."),
                          text, days);
}

static void
add_weights (const Way *way)
{
  sheaf_explain_lines_add (way->lines, SHEAF_EXPLAIN_WEIGHT, way->section, "weight",
                           sheaf_weight_to_text (way->share->weight),
                           g_strdup (_ ("Yours together")),
                           sheaf_quota_weight (way->share->weight, way->language),
                           note_weight (way));
  sheaf_explain_lines_add (
      way->lines, SHEAF_EXPLAIN_ALL, way->section, "all", sheaf_weight_to_text (way->pool->weight),
      g_strdup (_ ("All members together")),
      sheaf_quota_weight (way->pool->weight, way->language),
      g_strdup_printf (_ ("Members who share in this way: %u."), way->pool->sharers));
}

/* The decimal fraction, six places cut off: for programs. */
static char *
quota_value (const Way *way)
{
  SheafMoney  whole;
  SheafWeight remainder;

  sheaf_money_quota (SHEAF_MONEY (1000000), way->share->weight, way->pool->weight, &whole,
                     &remainder);
  return sheaf_number_to_text (whole.units, 6);
}

/* The part of the money before rounding; "…" where decimals were cut off. */
static char *
format_exact (const Way *way)
{
  const SheafShare *share = way->share;
  gint64            unit = way->explainer->distribution->rounding_unit;
  g_autofree char  *text = sheaf_quota_format (share->whole, share->remainder, way->pool->weight,
                                               unit, 0, way->language);
  SheafMoney        hundredths;
  SheafWeight       rest;

  sheaf_money_quota (SHEAF_MONEY (unit * 100), share->remainder, way->pool->weight, &hundredths,
                     &rest);
  return g_strconcat (text, rest > 0 ? "…" : "", NULL);
}

static void
add_quota (const Way *way)
{
  const SheafShare *share = way->share;
  g_autofree char  *mine = sheaf_quota_weight (share->weight, way->language);
  g_autofree char  *all = sheaf_quota_weight (way->pool->weight, way->language);
  g_autofree char  *shared = sheaf_money_format (shared_of (way->pool), way->language);
  g_autofree char  *exact = format_exact (way);
  gboolean          is_exact;
  char             *percent = sheaf_quota_percent (share->weight, way->pool->weight, way->language,
                                                   &is_exact);

  sheaf_explain_lines_add (
      way->lines, SHEAF_EXPLAIN_QUOTA, way->section, "quota", quota_value (way),
      g_strdup (_ ("Your part of the whole")), percent,
      is_exact ? g_strdup_printf (_ ("%s out of %s."), mine, all)
               : g_strdup_printf (_ ("%s out of %s; this fraction counts, not the rounded "
                                     "percentage."),
                                  mine, all));
  sheaf_explain_lines_add (way->lines, SHEAF_EXPLAIN_EXACT, way->section, "exact", NULL,
                           g_strdup (_ ("Your part of the money")), g_strdup (exact),
                           g_strdup_printf (_ ("%s × %s ÷ %s = %s"), shared, mine, all, exact));
}

/* Who got a unit more, and why this member did or did not. */
static char *
note_rounding (const Way *way)
{
  const SheafShare *share = way->share;
  gint64            unit = way->explainer->distribution->rounding_unit;
  g_autofree char  *fraction = sheaf_quota_format (0, share->remainder, way->pool->weight, unit,
                                                   0, way->language);
  g_autofree char  *spare = sheaf_number_format (way->pool->spare_units, 0, way->language);
  g_autofree char  *place = sheaf_number_format (share->rank, 0, way->language);
  SheafMoneyWord    one = sheaf_money_word (SHEAF_MONEY (unit));

  if (share->remainder == 0)
    return g_strdup (_ ("Your part comes out whole: there is nothing to round."));
  if (share->extra)
    return g_strdup_printf (_ ("Everybody first gets the part without its fraction. That leaves %s "
                               "times %s, one for each of the largest fractions. Yours, %s, is "
                               "number %s of them, so you get %s more."),
                            spare, one.text, fraction, place, one.text);
  return g_strdup_printf (_ ("Everybody first gets the part without its fraction. That leaves %s "
                             "times %s, one for each of the largest fractions. Yours, %s, is only "
                             "number %s, so you get none of them."),
                          spare, one.text, fraction, place);
}

static void
add_rounding (const Way *way)
{
  const SheafShare *share = way->share;
  gint64            unit = way->explainer->distribution->rounding_unit;
  g_autofree char  *figure = sheaf_quota_rounding (share->whole, share->remainder,
                                                   way->pool->weight, unit, share->amount,
                                                   0, way->language);
  g_autofree char  *inner = *figure == '(' ? g_strndup (figure + 1, strlen (figure) - 2) : NULL;

  sheaf_explain_lines_add (way->lines, SHEAF_EXPLAIN_ROUNDING, way->section, "rounding",
                           g_strdup_printf ("%u", share->rank),
                           g_strdup (_ ("Rounding to a whole amount")),
                           inner != NULL ? g_strconcat ("−", inner, NULL) : g_strdup (figure),
                           note_rounding (way));
  sheaf_explain_lines_add (way->lines, SHEAF_EXPLAIN_AMOUNT, way->section, "amount",
                           sheaf_money_to_text (share->amount), g_strdup (_ ("You get of it")),
                           sheaf_money_format (share->amount, way->language), NULL);
}

static void
add_forms (const Way *way)
{
  static const char *const titles[SHEAF_PAY_FORMS] = { N_ ("of which in money"),
                                                       N_ ("of which kept as your capital"),
                                                       N_ ("of which as a qualified notice"),
                                                       N_ ("of which as a nonqualified notice") };
  const GArray            *parts = way->explainer->distribution->parts;

  for (guint i = 0; i < parts->len; i++)
    {
      const SheafSharePart *part = &g_array_index (parts, SheafSharePart, i);
      g_autofree char      *key = g_strconcat ("form:", sheaf_pay_form_to_text (part->form), NULL);

      if (part->side == way->share->side && part->pool == way->share->pool &&
          g_str_equal (part->code, way->share->code))
        sheaf_explain_lines_add (way->lines, SHEAF_EXPLAIN_FORM, way->section, key,
                                 sheaf_money_to_text (part->amount),
                                 g_strdup (_ (titles[part->form])),
                                 sheaf_money_format (part->amount, way->language), NULL);
    }
}

/* Whoever has nothing in a pool asks why. */
static char *
note_none (int       year,
           SheafPool pool)
{
  switch (pool)
    {
    case SHEAF_POOL_USE:
      return g_strdup_printf (_ ("In %d there is no delivery or purchase of yours that counts: it "
                                 "must fall on a day when the law lets you share by use."),
                              year);
    case SHEAF_POOL_LABOUR:
      return g_strdup_printf (
          _ ("In %d there is no pay of yours that counts: it must fall on a day "
             "when the law lets you share by work."),
          year);
    case SHEAF_POOL_CAPITAL:
      return g_strdup_printf (_ ("In %d there was no capital of yours that counts."), year);
    case SHEAF_POOL_EQUAL:
    default:
      return g_strdup_printf (_ ("You were no official member at the end of %d."), year);
    }
}

static void
add_none (const SheafExplainer *explainer,
          SheafPool             pool,
          const char           *section,
          GPtrArray            *lines)
{
  sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_NONE, section, "none", g_strdup ("0"),
                           g_strdup (_ ("You get of it")), g_strdup ("0"),
                           note_none (explainer->year, pool));
}

/* What counts is the same in both profits: told once. */
static gboolean
add_own (const Way *way,
         gint64     party_id,
         GError   **error)
{
  const SheafShare *share = way->share;
  SheafWeight       sum = 0;

  if (share->side == SHEAF_SIDE_EXTERNAL &&
      way->explainer->distribution->pools[SHEAF_SIDE_INTERNAL][share->pool].amount.units > 0)
    return TRUE;
  if (!sheaf_explain_own (way->explainer, party_id, share->pool, way->section, way->lines, &sum,
                          error))
    return FALSE;
  if (sum != share->weight)
    sheaf_explain_lines_add (way->lines, SHEAF_EXPLAIN_NOTICE, way->section, "changed", NULL,
                             g_strdup (_ ("Not as it was")), NULL,
                             g_strdup (_ ("The books have changed since these figures were taken; "
                                          "what counted then is below.")));
  return TRUE;
}

gboolean
sheaf_explain_pool (const SheafExplainer *explainer,
                    gint64                party_id,
                    SheafSide             side,
                    SheafPool             pool,
                    const SheafShare     *share,
                    GPtrArray            *lines,
                    GError              **error)
{
  const char *section = sheaf_pool_name (side, pool);
  Way         way = { .explainer = explainer, .section = section, .lines = lines };

  way.pool = &explainer->distribution->pools[side][pool];
  way.share = share;
  way.language = sheaf_language_current ();
  add_pool (explainer, side, pool, section, lines);
  if (share == NULL)
    {
      add_none (explainer, pool, section, lines);
      return TRUE;
    }
  if (!add_own (&way, party_id, error))
    return FALSE;
  add_weights (&way);
  add_quota (&way);
  add_rounding (&way);
  add_forms (&way);
  return TRUE;
}

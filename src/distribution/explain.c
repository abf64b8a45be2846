/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explains shares in words, from the figures that were kept when they were computed. */
#include "distribution/explain-private.h"

#include "base/i18n.h"
#include "base/language.h"
#include "distribution/error.h"
#include "members/member.h"

SheafExplainer *
sheaf_explainer_new_for (SheafBook               *book,
                         int                      year,
                         const SheafLaw          *law,
                         const SheafPlan         *plan,
                         const SheafDistribution *distribution)
{
  SheafExplainer *explainer = NULL;

  g_return_val_if_fail (book != NULL && law != NULL && plan != NULL && distribution != NULL, NULL);
  explainer = g_new0 (SheafExplainer, 1);
  explainer->book = book;
  explainer->year = year;
  explainer->law = law;
  explainer->plan = plan;
  explainer->distribution = distribution;
  return explainer;
}

/* Whether the meeting has approved what is explained. */
static gboolean
read_state (SheafExplainer *explainer,
            GError        **error)
{
  g_autoptr (SheafApproval) approval = NULL;
  SheafPlanState state;

  explainer->says_state = TRUE;
  if (!sheaf_plan_state (explainer->book, explainer->year, &state, error))
    return FALSE;
  if (state < SHEAF_PLAN_APPROVED)
    return TRUE;
  approval = sheaf_approval_find (explainer->book, explainer->year, error);
  if (approval == NULL)
    return FALSE;
  explainer->resolution = g_strdup (approval->resolution);
  explainer->approved = approval->date;
  return TRUE;
}

SheafExplainer *
sheaf_explainer_new (SheafBook     *book,
                     int            year,
                     SheafProblems *problems,
                     GError       **error)
{
  g_autoptr (SheafDistribution) distribution = NULL;
  g_autoptr (SheafLaw) law = NULL;
  g_autoptr (SheafPlan) plan = NULL;
  g_autoptr (SheafExplainer) explainer = NULL;

  distribution = sheaf_distribution_load (book, year, problems, error);
  if (distribution == NULL)
    return NULL;
  law = sheaf_law_of_year (book, year, error);
  plan = law != NULL ? sheaf_plan_load (book, law, year, NULL, error) : NULL;
  if (plan == NULL)
    return NULL;
  explainer = sheaf_explainer_new_for (book, year, law, plan, distribution);
  explainer->own_law = g_steal_pointer (&law);
  explainer->own_plan = g_steal_pointer (&plan);
  explainer->own_distribution = g_steal_pointer (&distribution);
  return read_state (explainer, error) ? g_steal_pointer (&explainer) : NULL;
}

void
sheaf_explainer_free (SheafExplainer *explainer)
{
  if (explainer == NULL)
    return;
  sheaf_law_free (explainer->own_law);
  sheaf_plan_free (explainer->own_plan);
  sheaf_distribution_free (explainer->own_distribution);
  g_free (explainer->resolution);
  g_free (explainer);
}

const SheafLaw *
sheaf_explainer_get_law (const SheafExplainer *explainer)
{
  g_return_val_if_fail (explainer != NULL, NULL);
  return explainer->law;
}

const SheafPlan *
sheaf_explainer_get_plan (const SheafExplainer *explainer)
{
  g_return_val_if_fail (explainer != NULL, NULL);
  return explainer->plan;
}

static void
add_state (const SheafExplainer *explainer,
           GPtrArray            *lines)
{
  g_autofree char *day = NULL;

  if (!explainer->says_state)
    return;
  if (explainer->resolution == NULL)
    {
      sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_NOTICE, "total", "state", NULL,
                               g_strdup (_ ("Not approved yet")), NULL,
                               g_strdup (_ ("The general meeting has not approved these figures: "
                                            "they may change.")));
      return;
    }
  day = sheaf_date_format (explainer->approved, sheaf_language_current ());
  sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_NOTICE, "total", "state",
                           sheaf_date_to_text (explainer->approved), g_strdup (_ ("Approved")),
                           NULL,
                           g_strdup_printf (_ ("Approved by the general meeting on %s (%s)."), day,
                                            explainer->resolution));
}

/* The first of the member's shares: they are in the order of codes. */
static guint
find_first (const GArray *shares,
            const char   *code)
{
  guint low = 0, high = shares->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (strcmp (g_array_index (shares, SheafShare, middle).code, code) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static const SheafShare *
find_share (const GArray *shares,
            guint         first,
            const char   *code,
            SheafSide     side,
            SheafPool     pool)
{
  for (guint i = first; i < shares->len; i++)
    {
      const SheafShare *share = &g_array_index (shares, SheafShare, i);

      if (!g_str_equal (share->code, code))
        return NULL;
      if (share->side == side && share->pool == pool)
        return share;
    }
  return NULL;
}

static void
add_total (const SheafExplainer *explainer,
           guint                 first,
           const char           *code,
           GPtrArray            *lines)
{
  const GArray *shares = explainer->distribution->shares;
  const char   *language = sheaf_language_current ();
  SheafMoney    total = SHEAF_MONEY_ZERO;
  GString      *sum = g_string_new (NULL);
  guint         count = 0;

  for (guint i = first; i < shares->len; i++)
    {
      const SheafShare *share = &g_array_index (shares, SheafShare, i);
      SheafMoneyWord    amount = sheaf_money_word (share->amount);

      if (!g_str_equal (share->code, code))
        break;
      g_string_append_printf (sum, "%s%s", count > 0 ? " + " : "", amount.text);
      total = sheaf_money_add (total, share->amount);
      count++;
    }
  sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_HEADING, "total", "heading", NULL,
                           g_strdup (_ ("Altogether")), NULL, NULL);
  sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_TOTAL, "total", "total",
                           sheaf_money_to_text (total),
                           g_strdup_printf (_ ("Your share of the income of %d"), explainer->year),
                           sheaf_money_format (total, language),
                           count > 1 ? g_strdup (sum->str) : NULL);
  g_string_free (sum, TRUE);
}

/* The pools that have money, and the total. */
static gboolean
add_pools (const SheafExplainer *explainer,
           const char           *code,
           GPtrArray            *lines,
           GError              **error)
{
  const GArray *shares = explainer->distribution->shares;
  guint         first = find_first (shares, code);
  gint64        party_id = sheaf_member_find (explainer->book, code);

  if (party_id == 0)
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_NO_SHARE,
                   _ ("“%s” was never a member and has no share in %d: check the code, or see who "
                      "shares with “distribute”"),
                   code, explainer->year);
      return FALSE;
    }
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      if (explainer->distribution->pools[side][pool].amount.units > 0 &&
          !sheaf_explain_pool (explainer, party_id, side, pool,
                               find_share (shares, first, code, side, pool), lines, error))
        return FALSE;
  add_total (explainer, first, code, lines);
  return TRUE;
}

GPtrArray *
sheaf_explainer_share_lines (const SheafExplainer *explainer,
                             const char           *code,
                             GError              **error)
{
  g_autoptr (GPtrArray) lines = sheaf_explain_lines_new ();

  g_return_val_if_fail (explainer != NULL && code != NULL, NULL);
  return add_pools (explainer, code, lines, error) ? g_steal_pointer (&lines) : NULL;
}

GPtrArray *
sheaf_explainer_lines (const SheafExplainer *explainer,
                       const char           *code,
                       GError              **error)
{
  g_autoptr (GPtrArray) lines = sheaf_explain_lines_new ();

  g_return_val_if_fail (explainer != NULL && code != NULL, NULL);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    sheaf_explain_side (explainer, side, lines);
  if (!add_pools (explainer, code, lines, error))
    return NULL;
  add_state (explainer, lines);
  return g_steal_pointer (&lines);
}

GPtrArray *
sheaf_distribution_explain (SheafBook     *book,
                            int            year,
                            const char    *code,
                            SheafProblems *problems,
                            GError       **error)
{
  g_autoptr (SheafExplainer) explainer = sheaf_explainer_new (book, year, problems, error);

  return explainer != NULL ? sheaf_explainer_lines (explainer, code, error) : NULL;
}

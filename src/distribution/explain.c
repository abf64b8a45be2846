/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explains shares in words, from the figures that were kept when they were computed. */
#include "distribution/explain.h"

#include "base/i18n.h"
#include "base/number.h"
#include "distribution/error.h"
#include "distribution/step-words.h"
#include "distribution/weights.h"
#include "ledger/party.h"

/* Grouped where it fits 64 bits; plain digits above. */
static char *
format_weight (SheafWeight weight,
               const char *language)
{
  if (weight <= (SheafWeight) SHEAF_MONEY_MAX)
    return sheaf_number_format ((gint64) weight, 0, language);
  return sheaf_weight_to_text (weight);
}

char *
sheaf_share_explain (const SheafDistribution *distribution,
                     const SheafShare        *share,
                     const char              *language)
{
  const SheafPoolResult *pool = &distribution->pools[share->side][share->pool];
  g_autofree char       *units = sheaf_number_format (pool->units, 0, language);
  g_autofree char       *weight = format_weight (share->weight, language);
  g_autofree char       *all = format_weight (pool->weight, language);
  g_autofree char       *whole = sheaf_number_format (share->whole, 0, language);
  g_autofree char       *remainder = format_weight (share->remainder, language);
  g_autofree char       *spare = sheaf_number_format (pool->spare_units, 0, language);
  g_autofree char       *rank = sheaf_number_format (share->rank, 0, language);
  g_autofree char       *amount = sheaf_money_format (share->amount, language);
  g_autofree char       *unit = sheaf_number_format (distribution->rounding_unit, 0, language);
  g_autofree char       *quotient = NULL;
  g_autofree char       *rest = NULL;

  quotient = g_strdup_printf (_ ("%s × %s ÷ %s = %s, remainder %s"), units, weight, all, whole,
                              remainder);
  rest = pool->spare_units == 0
             ? g_strdup (_ ("nothing is left over"))
             : g_strdup_printf (share->extra
                                    ? _ ("%s left over by largest remainder, place %s: 1 more")
                                    : _ ("%s left over by largest remainder, place %s: none"),
                                spare, rank);
  if (distribution->rounding_unit == 1)
    return g_strdup_printf ("%s; %s; %s", quotient, rest, amount);
  return g_strdup_printf (_ ("in units of %s: %s; %s; %s"), unit, quotient, rest, amount);
}

static void
add_steps (const SheafDistribution *distribution,
           const SheafPlan         *plan,
           const char              *language,
           GPtrArray               *lines)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      g_ptr_array_add (lines,
                       g_strdup (side == SHEAF_SIDE_INTERNAL ? _ ("internal:") : _ ("external:")));

      for (guint i = 0; i < distribution->steps->len; i++)
        {
          const SheafDistributionStep *step = distribution->steps->pdata[i];
          g_autofree char             *amount = sheaf_money_format (step->amounts[side], language);
          g_autofree char             *title = sheaf_distribution_step_title (
                          step->name, sheaf_plan_step_title (plan, step->name));

          if (step->amounts[side].units != 0)
            g_ptr_array_add (lines, g_strdup_printf ("    %s: %s", title, amount));
        }
    }
}

static void
add_share (const SheafDistribution *distribution,
           const SheafShare        *share,
           GPtrArray               *summands,
           const char              *language,
           GPtrArray               *lines)
{
  const SheafPoolResult *pool = &distribution->pools[share->side][share->pool];
  g_autofree char       *amount = sheaf_money_format (pool->amount, language);
  g_autofree char       *weight = format_weight (share->weight, language);
  g_autofree char       *title = sheaf_pool_title (share->side, share->pool);
  char                  *arithmetic = sheaf_share_explain (distribution, share, language);

  g_ptr_array_add (lines,
                   g_strdup_printf (_ ("%s: pool %s, weight %s"),
                                    title, amount, weight));
  for (guint i = 0; i < summands->len; i++)
    g_ptr_array_add (lines, g_strconcat ("    ", summands->pdata[i], NULL));
  g_ptr_array_add (lines, g_strconcat ("    ", arithmetic, NULL));
  g_free (arithmetic);
}

static gboolean
add_shares (SheafBook               *book,
            int                      year,
            const SheafDistribution *distribution,
            const SheafLaw          *law,
            const SheafPlan         *plan,
            const char              *code,
            const char              *language,
            GPtrArray               *lines,
            GError                 **error)
{
  guint found = 0;

  for (guint i = 0; i < distribution->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (distribution->shares, SheafShare, i);
      g_autoptr (GPtrArray) summands = NULL;

      if (!g_str_equal (share->code, code))
        continue;
      summands = sheaf_distribution_weight_lines (book, year, plan, law, code, share->pool,
                                                  language, error);
      if (summands == NULL)
        return FALSE;
      add_share (distribution, share, summands, language, lines);
      found++;
    }
  if (found > 0)
    return TRUE;
  g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_NO_SHARE,
               _ ("“%s” has no share in %d: check the code, or see who shares with “distribute”"),
               code, year);
  return FALSE;
}

GPtrArray *
sheaf_distribution_explain (SheafBook     *book,
                            int            year,
                            const char    *code,
                            const char    *language,
                            SheafProblems *problems,
                            GError       **error)
{
  g_autoptr (SheafDistribution) distribution = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (SheafParty) party = NULL;
  g_autoptr (SheafLaw) law = NULL;
  g_autoptr (SheafPlan) plan = NULL;
  g_autofree char *total = NULL;
  gint64           party_id = sheaf_party_find (book, code);

  distribution = sheaf_distribution_load (book, year, problems, error);
  if (distribution == NULL)
    return NULL;
  law = sheaf_law_of_book (book, error);
  plan = law != NULL ? sheaf_plan_load (book, law, year, NULL, error) : NULL;
  if (plan == NULL)
    return NULL;
  if (party_id != 0)
    party = sheaf_party_load (book, party_id, error);
  g_ptr_array_add (lines,
                   g_strdup_printf ("%s %s, %d", code, party != NULL ? party->name : "", year));
  add_steps (distribution, plan, language, lines);
  if (!add_shares (book, year, distribution, law, plan, code, language, lines, error))
    return NULL;
  total = sheaf_money_format (sheaf_distribution_member_total (distribution, code), language);
  g_ptr_array_add (lines, g_strdup_printf (_ ("total: %s"), total));
  return g_steal_pointer (&lines);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every plan chooses: what is set aside, how the rest is shared, how it is rounded. */
#include "app/distribution/plan-form-private.h"
#include "base/i18n.h"
#include "distribution/step-words.h"

/* A rate of both profits: its group and key for each; NULL: not of that profit. */
static void
add_pair (SheafPlanForm *form,
          const char    *title,
          const char    *groups[SHEAF_SIDES],
          const char    *keys[SHEAF_SIDES])
{
  static const char *const sides[SHEAF_SIDES] = { N_ ("internal"), N_ ("external") };

  sheaf_plan_form_label (form, title);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      g_autofree char   *label = g_strdup_printf ("%s, %s (%%)", title, _ (sides[side]));
      SheafPlanEntrySpec spec = { .kind = SHEAF_PLAN_ENTRY_RATE,
                                  .label = label,
                                  .group = groups[side],
                                  .key = keys[side],
                                  .fallback = "0" };

      if (keys[side] != NULL)
        (void) sheaf_plan_form_entry (form, &spec, (int) side + 1, 1, TRUE);
    }
  sheaf_plan_form_next (form);
}

static void
add_common_fund (SheafPlanForm *form)
{
  const char *groups[SHEAF_SIDES] = { "common-fund", "common-fund" };
  const char *keys[SHEAF_SIDES] = { "internal-rate", "external-rate" };

  sheaf_plan_form_sides (form);
  add_pair (form, _ ("Common fund"), groups, keys);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    sheaf_plan_form_note (form, groups[side], keys[side]);
}

/* A rate or an amount of both profits together. */
static void
add_single (SheafPlanForm     *form,
            const char        *title,
            SheafPlanEntryKind kind,
            const char        *group,
            const char        *key)
{
  SheafPlanEntrySpec spec = {
    .kind = kind, .label = title, .group = group, .key = key, .fallback = "0"
  };
  gboolean is_rate = kind == SHEAF_PLAN_ENTRY_RATE;

  sheaf_plan_form_label (form, title);
  (void) sheaf_plan_form_entry (form, &spec, 1, is_rate ? 1 : 2, is_rate);
}

static void
add_reserves (SheafPlanForm   *form,
              const SheafPlan *plan)
{
  for (guint i = 0; i < plan->reserves->len; i++)
    {
      const SheafPlanReserve *reserve = plan->reserves->pdata[i];
      g_autofree char        *group = g_strconcat ("reserve ", reserve->name, NULL);
      g_autofree char        *title = g_strdup_printf ("%s (%%)", reserve->title);

      add_single (form, title, SHEAF_PLAN_ENTRY_RATE, group, "rate");
      sheaf_plan_form_next (form);
      sheaf_plan_form_note (form, group, "rate");
      sheaf_plan_form_note (form, group, NULL);
    }
}

static void
add_funds (SheafPlanForm   *form,
           const SheafPlan *plan)
{
  for (guint i = 0; i < plan->funds->len; i++)
    {
      const SheafPlanFund *fund = plan->funds->pdata[i];
      g_autofree char     *group = g_strconcat ("fund ", fund->name, NULL);
      const char          *name = fund->title != NULL ? fund->title : fund->name;
      const char          *key = fund->by_amount ? "amount" : "rate";
      g_autofree char     *title = fund->by_amount
                                       ? g_strdup_printf ("%s (%s)", name, fund->account)
                                       : g_strdup_printf ("%s (%s, %%)", name, fund->account);

      add_single (form, title,
                  fund->by_amount ? SHEAF_PLAN_ENTRY_AMOUNT : SHEAF_PLAN_ENTRY_RATE, group, key);
      if (!fund->by_amount && form->editable)
        sheaf_plan_form_remove_button (form, group, NULL, _ ("Remove the fund"));
      sheaf_plan_form_next (form);
      sheaf_plan_form_note (form, group, key);
      sheaf_plan_form_note (form, group, "account");
      sheaf_plan_form_note (form, group, NULL);
    }
  sheaf_plan_form_note (form, "fund", NULL);
  if (form->editable)
    sheaf_plan_form_add_button (form, _ ("Add a _Fund…"), "distribution.add-fund");
}

/* Equal parts of the internal profit only where the law or the plan knows them. */
static gboolean
knows_pool (const SheafPlan *plan,
            const SheafLaw  *law,
            SheafSide        side,
            SheafPool        pool)
{
  return side == SHEAF_SIDE_EXTERNAL || pool != SHEAF_POOL_EQUAL ||
         law->internal_equal_ceiling.rate.millionths > 0 || plan->pools[side][pool].millionths > 0;
}

static void
add_pools (SheafPlanForm   *form,
           const SheafPlan *plan,
           const SheafLaw  *law)
{
  sheaf_plan_form_sides (form);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      const char *groups[SHEAF_SIDES], *keys[SHEAF_SIDES];

      for (guint side = 0; side < SHEAF_SIDES; side++)
        {
          groups[side] = sheaf_side_to_text (side);
          keys[side] = knows_pool (plan, law, side, pool) ? sheaf_pool_to_text (pool) : NULL;
        }
      add_pair (form, sheaf_pool_word (pool), groups, keys);
      for (guint side = 0; side < SHEAF_SIDES; side++)
        sheaf_plan_form_note (form, groups[side], sheaf_pool_to_text (pool));
    }
  for (guint side = 0; side < SHEAF_SIDES; side++)
    sheaf_plan_form_note (form, sheaf_side_to_text (side), NULL);
  for (guint i = 0; i < law->rules->caps->len; i++)
    {
      const SheafLawCap *cap = law->rules->caps->pdata[i];
      g_autofree char   *group = g_strconcat ("cap ", cap->name, NULL);

      sheaf_plan_form_note (form, group, NULL);
    }
  sheaf_plan_form_note (form, "capital", NULL);
}

void
sheaf_plan_form_add_basic (SheafPlanForm   *form,
                           const SheafPlan *plan,
                           const SheafLaw  *law)
{
  sheaf_plan_form_heading (form, _ ("Set aside first"));
  add_common_fund (form);
  add_reserves (form, plan);
  add_funds (form, plan);
  sheaf_plan_form_heading (form, _ ("Shared out"));
  add_pools (form, plan, law);
  sheaf_plan_form_heading (form, _ ("Rounding and rest"));
  add_single (form, _ ("Multiples of (₫)"), SHEAF_PLAN_ENTRY_AMOUNT, "plan", "rounding-unit");
  sheaf_plan_form_next (form);
  sheaf_plan_form_note (form, "plan", "rounding-unit");
  add_single (form, _ ("Left undistributed (₫)"), SHEAF_PLAN_ENTRY_AMOUNT, "plan",
              "carry-forward");
  sheaf_plan_form_next (form);
  sheaf_plan_form_note (form, "plan", "carry-forward");
}

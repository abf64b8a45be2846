/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan's memory, and the plan as text. */
#include "distribution/plan-private.h"

#include "notices/retain.h"

#include <string.h>

static void
fund_free (gpointer data)
{
  SheafPlanFund *fund = data;

  g_free (fund->name);
  g_free (fund->title);
  g_free (fund->account);
  g_free (fund);
}

static void
earmark_free (gpointer data)
{
  SheafPlanEarmark *earmark = data;

  g_free (earmark->name);
  g_free (earmark->title);
  g_free (earmark->account);
  g_free (earmark);
}

static void
product_weight_free (gpointer data)
{
  SheafPlanProductWeight *item = data;

  g_free (item->product);
  g_free (item);
}

SheafPlan *
sheaf_plan_new (void)
{
  SheafPlan *plan = g_new0 (SheafPlan, 1);

  plan->rounding_unit = 1;
  plan->leavers = TRUE;
  plan->funds = g_ptr_array_new_with_free_func (fund_free);
  plan->earmarks = g_ptr_array_new_with_free_func (earmark_free);
  plan->product_weights = g_ptr_array_new_with_free_func (product_weight_free);
  plan->reserves = g_ptr_array_new ();
  plan->indices = g_ptr_array_new ();
  plan->retains = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_retain_rule_free);
  plan->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return plan;
}

void
sheaf_plan_free (SheafPlan *plan)
{
  if (plan == NULL)
    return;
  g_ptr_array_unref (plan->funds);
  g_ptr_array_unref (plan->earmarks);
  g_ptr_array_unref (plan->product_weights);
  sheaf_plan_rules_clear (plan);
  sheaf_plan_tax_clear (plan);
  g_hash_table_unref (plan->lines);
  g_free (plan->law);
  g_free (plan->file);
  g_free (plan);
}

const char *
sheaf_plan_step_title (const SheafPlan *plan,
                       const char      *step)
{
  const char *name = strchr (step, ':');
  gboolean    is_fund = g_str_has_prefix (step, "fund:");
  gboolean    is_reserve = g_str_has_prefix (step, "reserve:");

  for (guint i = 0; name != NULL && is_fund && i < plan->funds->len; i++)
    {
      const SheafPlanFund *fund = plan->funds->pdata[i];

      if (g_str_equal (fund->name, name + 1))
        return fund->title;
    }
  for (guint i = 0; name != NULL && is_reserve && i < plan->reserves->len; i++)
    {
      const SheafPlanReserve *reserve = plan->reserves->pdata[i];

      if (g_str_equal (reserve->name, name + 1))
        return reserve->title;
    }
  for (guint i = 0; name != NULL && !is_fund && i < plan->earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = plan->earmarks->pdata[i];

      if (g_str_equal (earmark->name, name + 1))
        return earmark->title;
    }
  return NULL;
}

gint64
sheaf_plan_product_weight (const SheafPlan *plan,
                           const char      *product,
                           gboolean         is_supply)
{
  for (guint i = 0; i < plan->product_weights->len; i++)
    {
      const SheafPlanProductWeight *item = plan->product_weights->pdata[i];

      if (g_str_equal (item->product, product))
        return item->weight;
    }
  return is_supply ? plan->supplies_weight : plan->deliveries_weight;
}

static void
write_rate (GString    *text,
            const char *key,
            SheafRate   rate)
{
  g_autofree char *value = sheaf_rate_to_text (rate);

  g_string_append_printf (text, "%s=%s\n", key, value);
}

static void
write_heads (GString         *text,
             const SheafPlan *plan)
{
  g_string_append_printf (text, "[plan]\nlaw=%s\nrounding-unit=%" G_GINT64_FORMAT "\n", plan->law,
                          plan->rounding_unit);
  g_string_append_printf (text, "carry-forward=%" G_GINT64_FORMAT "\n", plan->carry_forward.units);
  g_string_append_printf (text, "brought-forward=%s\nleavers=%s\n",
                          plan->brought_forward ? "yes" : "no", plan->leavers ? "yes" : "no");
  g_string_append_printf (text, "capital-basis=%s\ncapital-weight=%s\n",
                          plan->capital_previous   ? "previous-year-end"
                          : plan->capital_year_end ? "year-end"
                                                   : "days",
                          plan->capital_committed ? "committed" : "paid");
  g_string_append_printf (text, "minimum-payout=%" G_GINT64_FORMAT "\n\n[common-fund]\n",
                          plan->minimum_payout.units);
  write_rate (text, "internal-rate", plan->common_fund[SHEAF_SIDE_INTERNAL]);
  write_rate (text, "external-rate", plan->common_fund[SHEAF_SIDE_EXTERNAL]);
  g_string_append_printf (text, "base=%s\n",
                          plan->common_fund_base == SHEAF_COMMON_FUND_BASE_PROFIT ? "profit"
                                                                                  : "income");
}

static void
write_title (GString    *text,
             const char *title)
{
  if (title != NULL)
    g_string_append_printf (text, "title=%s\n", title);
}

static void
write_takings (GString         *text,
               const SheafPlan *plan)
{
  for (guint i = 0; i < plan->funds->len; i++)
    {
      const SheafPlanFund *fund = plan->funds->pdata[i];

      g_string_append_printf (text, "\n[fund %s]\naccount=%s\n", fund->name, fund->account);
      write_title (text, fund->title);
      if (fund->by_amount)
        g_string_append_printf (text, "amount=%" G_GINT64_FORMAT "\n", fund->amount.units);
      else
        write_rate (text, "rate", fund->rate);
    }
  for (guint i = 0; i < plan->earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = plan->earmarks->pdata[i];

      g_string_append_printf (
          text, "\n[earmark %s]\naccount=%s\nside=%s\namount=%" G_GINT64_FORMAT "\n", earmark->name,
          earmark->account, sheaf_side_to_text (earmark->side), earmark->amount.units);
      write_title (text, earmark->title);
    }
}

char *
sheaf_plan_to_text (const SheafPlan *plan)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (plan != NULL, NULL);
  write_heads (text, plan);
  write_takings (text, plan);
  sheaf_plan_rules_write (plan, text);
  sheaf_plan_retains_write (plan, text);
  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      g_string_append_printf (text, "\n[%s]\n", sheaf_side_to_text (side));
      for (guint pool = 0; pool < SHEAF_POOLS; pool++)
        write_rate (text, sheaf_pool_to_text (pool), plan->pools[side][pool]);
    }
  g_string_append_printf (text,
                          "\n[weights]\ndeliveries=%" G_GINT64_FORMAT "\nsupplies=%" G_GINT64_FORMAT
                          "\nloan-interest=0\n",
                          plan->deliveries_weight, plan->supplies_weight);
  for (guint i = 0; i < plan->product_weights->len; i++)
    {
      const SheafPlanProductWeight *item = plan->product_weights->pdata[i];

      g_string_append_printf (text, "product.%s=%" G_GINT64_FORMAT "\n", item->product,
                              item->weight);
    }
  sheaf_plan_tax_write (plan, text);
  return g_string_free (text, FALSE);
}

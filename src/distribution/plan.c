/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a distribution plan: the law pack's defaults first, then what the file says. */
#include "distribution/plan-private.h"

#include "base/i18n.h"
#include "base/text.h"

static const char *const yes_no[] = { "no", "yes", NULL };

static void
read_plan_group (const SheafPlanReading *reading)
{
  static const char *const known[] = {
    "law", "rounding-unit", "carry-forward", "brought-forward",
    "leavers", "capital-basis", "capital-weight", "minimum-payout",
    NULL
  };
  static const char *const bases[] = { "days", "year-end", "previous-year-end", NULL };
  static const char *const capitals[] = { "paid", "committed", NULL };
  SheafPlan               *plan = reading->plan;
  char                    *law = sheaf_reading_text (reading, "law");
  int                      basis = plan->capital_year_end + plan->capital_previous;

  sheaf_reading_keys (reading, known);
  if (law != NULL)
    {
      g_free (plan->law);
      plan->law = law;
    }
  /* Above a billion đồng a step of payment makes no sense and products would leave 64 bits. */
  sheaf_reading_whole (reading, "rounding-unit", 1, 1000000000, &plan->rounding_unit);
  sheaf_reading_money (reading, "carry-forward", &plan->carry_forward);
  sheaf_reading_word (reading, "brought-forward", yes_no, &plan->brought_forward);
  sheaf_reading_word (reading, "leavers", yes_no, &plan->leavers);
  sheaf_reading_word (reading, "capital-basis", bases, &basis);
  plan->capital_year_end = basis > 0;
  plan->capital_previous = basis > 1;
  sheaf_reading_word (reading, "capital-weight", capitals, &plan->capital_committed);
  sheaf_reading_money (reading, "minimum-payout", &plan->minimum_payout);
}

static void
read_common_fund (const SheafPlanReading *reading)
{
  static const char *const known[] = { "internal-rate", "external-rate", "base", NULL };
  static const char *const bases[] = { "profit", "income", NULL };
  int                      base = reading->plan->common_fund_base;

  sheaf_reading_keys (reading, known);
  sheaf_reading_rate (reading, "internal-rate", &reading->plan->common_fund[SHEAF_SIDE_INTERNAL]);
  sheaf_reading_rate (reading, "external-rate", &reading->plan->common_fund[SHEAF_SIDE_EXTERNAL]);
  sheaf_reading_word (reading, "base", bases, &base);
  reading->plan->common_fund_base = (SheafCommonFundBase) base;
}

/* Once a side is named, what it does not say is 0, not the law pack's proposal. */
static void
read_pools (const SheafPlanReading *reading)
{
  SheafSide side = g_str_equal (reading->group, "internal") ? SHEAF_SIDE_INTERNAL
                                                            : SHEAF_SIDE_EXTERNAL;

  sheaf_reading_keys (reading, sheaf_pool_words);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      reading->plan->pools[side][pool] = SHEAF_RATE (0);
      sheaf_reading_rate (reading, sheaf_pool_to_text (pool), &reading->plan->pools[side][pool]);
    }
}

static void
read_weights (const SheafPlanReading *reading)
{
  static const char *const known[] = { "deliveries", "supplies", "loan-interest", NULL };
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, reading->place, NULL, NULL);
  gint64 interest = 0;

  sheaf_reading_keys (reading, known);
  /* A million keeps (amount × weight × members) well inside 126 bits. */
  sheaf_reading_whole (reading, "deliveries", 0, 1000000, &reading->plan->deliveries_weight);
  sheaf_reading_whole (reading, "supplies", 0, 1000000, &reading->plan->supplies_weight);
  sheaf_reading_whole (reading, "loan-interest", 0, 1000000, &interest);
  if (interest != 0)
    sheaf_reading_complain (
        reading, "loan-interest",
        _ ("loans to members are not kept in this version: set loan-interest=0"));
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      SheafPlanProductWeight *item;

      if (!g_str_has_prefix (keys[i], "product."))
        continue;
      item = g_new0 (SheafPlanProductWeight, 1);
      item->product = g_strdup (keys[i] + strlen ("product."));
      g_ptr_array_add (reading->plan->product_weights, item);
      sheaf_reading_whole (reading, keys[i], 0, 1000000, &item->weight);
      if (!sheaf_text_is_code (item->product))
        sheaf_reading_complain (
            reading, keys[i], _ ("a product's code must follow “product.”: write product.CODE=1"));
    }
}

static void
read_fund (const SheafPlanReading *reading,
           const char             *name)
{
  static const char *const known[] = { "account", "title", "rate", "amount", NULL };
  SheafPlanFund           *fund = g_new0 (SheafPlanFund, 1);
  GKeyFile                *file = reading->file;
  gboolean                 by_rate = g_key_file_has_key (file, reading->place, "rate", NULL);

  fund->name = g_strdup (name);
  fund->by_amount = g_key_file_has_key (reading->file, reading->place, "amount", NULL);
  g_ptr_array_add (reading->plan->funds, fund);
  sheaf_reading_keys (reading, known);
  sheaf_reading_account (reading, &fund->account);
  fund->title = sheaf_reading_title (reading);
  sheaf_reading_rate (reading, "rate", &fund->rate);
  sheaf_reading_money (reading, "amount", &fund->amount);
  if (fund->by_amount == by_rate)
    sheaf_reading_complain (reading, NULL,
                            _ ("a fund needs either rate= or amount=: give exactly one of them"));
}

static void
read_earmark (const SheafPlanReading *reading,
              const char             *name)
{
  static const char *const known[] = { "account", "title", "side", "amount", NULL };
  static const char *const sides[] = { "internal", "external", NULL };
  SheafPlanEarmark        *earmark = g_new0 (SheafPlanEarmark, 1);
  int                      side = SHEAF_SIDE_EXTERNAL;

  earmark->name = g_strdup (name);
  g_ptr_array_add (reading->plan->earmarks, earmark);
  sheaf_reading_keys (reading, known);
  sheaf_reading_account (reading, &earmark->account);
  earmark->title = sheaf_reading_title (reading);
  sheaf_reading_word (reading, "side", sides, &side);
  earmark->side = (SheafSide) side;
  sheaf_reading_money (reading, "amount", &earmark->amount);
  if (!g_key_file_has_key (reading->file, reading->place, "side", NULL) ||
      !g_key_file_has_key (reading->file, reading->place, "amount", NULL))
    sheaf_reading_complain (
        reading, NULL,
        _ ("an earmark needs side= (internal or external) and amount=: add what is missing"));
}

static void
read_group (const SheafPlanReading *reading)
{
  const char *group = reading->group;
  const char *name = strchr (group, ' ');

  if (g_str_equal (group, "plan"))
    read_plan_group (reading);
  else if (g_str_equal (group, "common-fund"))
    read_common_fund (reading);
  else if (g_str_equal (group, "internal") || g_str_equal (group, "external"))
    read_pools (reading);
  else if (g_str_equal (group, "weights"))
    read_weights (reading);
  else if (g_str_equal (group, "tax"))
    sheaf_plan_tax_read (reading);
  else if (g_str_has_prefix (group, "fund ") && sheaf_text_is_code (name + 1))
    read_fund (reading, name + 1);
  else if (g_str_has_prefix (group, "earmark ") && sheaf_text_is_code (name + 1))
    read_earmark (reading, name + 1);
  else if (!sheaf_plan_retains_read (reading) && !sheaf_plan_rules_read (reading))
    sheaf_reading_complain (
        reading, NULL,
        _ ("this group is not known: use plan, common-fund, fund NAME, earmark NAME, "
           "internal, external, weights or tax"));
}

static void
read_defaults (SheafPlan      *plan,
               const SheafLaw *law,
               SheafProblems  *problems)
{
  static const char *const groups[] = { "plan", "common-fund", "internal", "external", "weights",
                                        "tax" };

  plan->law = g_strdup (law->id);
  sheaf_plan_rules_default (plan, law);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *place = g_strconcat ("default ", groups[i], NULL);
      SheafPlanReading reading = { plan, law, law->defaults, groups[i], place, problems };

      if (g_key_file_has_group (law->defaults, place))
        read_group (&reading);
    }
}

SheafPlan *
sheaf_plan_parse (const char     *text,
                  gssize          length,
                  const char     *file,
                  const SheafLaw *law,
                  SheafProblems  *problems)
{
  g_autoptr (SheafPlan) plan = NULL;
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) groups = NULL;
  gsize size;

  g_return_val_if_fail (text != NULL && law != NULL && problems != NULL, NULL);
  size = length < 0 ? strlen (text) : (gsize) length;
  if (size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  plan = sheaf_plan_new ();
  plan->file = g_strdup (file);
  if (!sheaf_plan_scan (text, size, file, plan->lines, problems))
    return NULL;
  if (size > 0 && !g_key_file_load_from_data (key_file, text, size, G_KEY_FILE_NONE, &error))
    {
      sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, 1, NULL,
                          _ ("the plan cannot be read (%s): write it as groups of key=value"),
                          error->message);
      return NULL;
    }
  read_defaults (plan, law, problems);
  groups = g_key_file_get_groups (key_file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      SheafPlanReading reading = { plan, law, key_file, groups[i], groups[i], problems };

      read_group (&reading);
    }
  sheaf_plan_check (plan, law, problems);
  return g_steal_pointer (&plan);
}

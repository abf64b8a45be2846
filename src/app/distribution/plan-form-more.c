/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rarer choices: earlier profit, who shares and by what, forms of payment, taxes, published
 * rates. Only what the book's law knows is shown. */
#include "app/distribution/plan-form-private.h"
#include "base/i18n.h"
#include "distribution/step-words.h"

#include <string.h>

#define MAX_WORDS 4

/* A choice among words: what it is called, where it stands, the words and what they mean. */
typedef struct
{
  const char   *title;
  const char   *group;
  const char   *key;
  SheafPlanWord words[MAX_WORDS];
} WordChoice;

static const WordChoice choices[] = {
  { N_ ("Earlier years’ undistributed profit"),
    "plan",
    "brought-forward",
    { { "no", N_ ("is left where it is") }, { "yes", N_ ("is shared too") } } },
  { N_ ("Members who left in the year"),
    "plan",
    "leavers",
    { { "yes", N_ ("share for their days") }, { "no", N_ ("do not share") } } },
  { N_ ("Capital counts"),
    "plan",
    "capital-basis",
    { { "days", N_ ("by money and days") },
      { "year-end", N_ ("as on the last day") },
      { "previous-year-end", N_ ("as a year before") } } },
  { N_ ("Capital promised, not yet paid"),
    "plan",
    "capital-weight",
    { { "paid", N_ ("does not count") }, { "committed", N_ ("counts within its term") } } },
  { N_ ("The common fund’s part is taken of"),
    "common-fund",
    "base",
    { { "profit", N_ ("profit after losses") }, { "income", N_ ("income before tax") } } },
};

static void
add_words (SheafPlanForm       *form,
           const char          *title,
           const char          *group,
           const char          *key,
           const SheafPlanWord *words,
           guint                n_words)
{
  SheafPlanEntrySpec spec = { .kind = SHEAF_PLAN_ENTRY_WORD,
                              .label = title,
                              .group = group,
                              .key = key,
                              .fallback = words[0].word,
                              .words = words,
                              .n_words = n_words };

  sheaf_plan_form_label (form, title);
  (void) sheaf_plan_form_entry (form, &spec, 1, 2, FALSE);
  sheaf_plan_form_next (form);
  sheaf_plan_form_note (form, group, key);
}

static void
add_choice (SheafPlanForm    *form,
            const WordChoice *choice)
{
  SheafPlanWord words[MAX_WORDS] = { { NULL, NULL } };
  guint         n = 0;

  for (; n < MAX_WORDS && choice->words[n].word != NULL; n++)
    {
      words[n].word = choice->words[n].word;
      words[n].title = _ (choice->words[n].title);
    }
  add_words (form, _ (choice->title), choice->group, choice->key, words, n);
}

static void
add_value (SheafPlanForm     *form,
           const char        *title,
           SheafPlanEntryKind kind,
           const char        *group,
           const char        *key,
           const char        *fallback)
{
  SheafPlanEntrySpec spec = {
    .kind = kind, .label = title, .group = group, .key = key, .fallback = fallback
  };

  sheaf_plan_form_label (form, title);
  (void) sheaf_plan_form_entry (form, &spec, 1, kind == SHEAF_PLAN_ENTRY_RATE ? 1 : 2,
                                kind == SHEAF_PLAN_ENTRY_RATE);
}

static void
finish_value (SheafPlanForm *form,
              const char    *group,
              const char    *key)
{
  sheaf_plan_form_next (form);
  sheaf_plan_form_note (form, group, key);
}

/* Weights of use: of all deliveries and supplies, and of single products. */
static void
add_weights (SheafPlanForm   *form,
             const SheafPlan *plan)
{
  sheaf_plan_form_heading (form, _ ("What counts as use"));
  add_value (form, _ ("Deliveries count, times"), SHEAF_PLAN_ENTRY_AMOUNT, "weights", "deliveries",
             "0");
  finish_value (form, "weights", "deliveries");
  add_value (form, _ ("Purchases count, times"), SHEAF_PLAN_ENTRY_AMOUNT, "weights", "supplies",
             "0");
  finish_value (form, "weights", "supplies");
  for (guint i = 0; i < plan->product_weights->len; i++)
    {
      const SheafPlanProductWeight *item = plan->product_weights->pdata[i];
      g_autofree char              *key = g_strconcat ("product.", item->product, NULL);
      g_autofree char              *title = g_strdup_printf (_ ("%s counts, times"), item->product);
      SheafPlanEntrySpec            spec = { .kind = SHEAF_PLAN_ENTRY_AMOUNT,
                                             .label = title,
                                             .group = "weights",
                                             .key = key,
                                             .fallback = "0" };

      sheaf_plan_form_label (form, title);
      (void) sheaf_plan_form_entry (form, &spec, 1, 1, FALSE);
      if (form->editable)
        sheaf_plan_form_remove_button (form, "weights", key, _ ("Remove the product’s weight"));
      finish_value (form, "weights", key);
    }
  if (form->editable)
    sheaf_plan_form_add_button (form, _ ("Weigh a _Product…"), "distribution.add-weight");
}

static void
add_earmarks (SheafPlanForm   *form,
              const SheafPlan *plan)
{
  if (plan->earmarks->len > 0 || form->editable)
    sheaf_plan_form_heading (form, _ ("Not to be shared"));
  for (guint i = 0; i < plan->earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = plan->earmarks->pdata[i];
      g_autofree char        *group = g_strconcat ("earmark ", earmark->name, NULL);
      g_autofree char        *title = g_strdup_printf (
                 "%s (%s, %s)", earmark->title != NULL ? earmark->title : earmark->name,
                 earmark->account,
          earmark->side == SHEAF_SIDE_INTERNAL ? _ ("internal") : _ ("external"));
      SheafPlanEntrySpec spec = { .kind = SHEAF_PLAN_ENTRY_AMOUNT,
                                  .label = title,
                                  .group = group,
                                  .key = "amount",
                                  .fallback = "0" };

      sheaf_plan_form_label (form, title);
      (void) sheaf_plan_form_entry (form, &spec, 1, 1, FALSE);
      if (form->editable)
        sheaf_plan_form_remove_button (form, group, NULL, _ ("Remove what is set apart"));
      finish_value (form, group, "amount");
      sheaf_plan_form_note (form, group, "account");
      sheaf_plan_form_note (form, group, NULL);
    }
  if (form->editable)
    sheaf_plan_form_add_button (form, _ ("Set an _Amount Apart…"), "distribution.add-earmark");
}

/* Whether a reserve goes on when the law's stop is reached. */
static void
add_stops (SheafPlanForm   *form,
           const SheafPlan *plan,
           const SheafLaw  *law)
{
  const SheafPlanWord words[] = { { "law", _ ("stops when it is full") },
                                  { "never", _ ("goes on") } };

  for (guint i = 0; i < plan->reserves->len; i++)
    {
      const SheafPlanReserve *reserve = plan->reserves->pdata[i];
      const SheafLawReserve  *rule = sheaf_law_rules_reserve (law->rules, reserve->name);
      g_autofree char        *group = g_strconcat ("reserve ", reserve->name, NULL);

      if (rule != NULL && rule->until != SHEAF_LAW_UNTIL_NEVER)
        add_words (form, reserve->title, group, "stop", words, G_N_ELEMENTS (words));
    }
}

/* Published rates, where the pack has no value for the year or the plan has a later one. */
static void
add_indices (SheafPlanForm  *form,
             const SheafLaw *law)
{
  for (guint i = 0; i < law->rules->indices->len; i++)
    {
      const SheafLawIndex *index = law->rules->indices->pdata[i];
      g_autofree char     *group = g_strconcat ("index ", index->name, NULL);
      g_autofree char     *rate = g_strdup_printf (_ ("%s: published rate (%%)"), index->title);
      g_autofree char     *source = g_strdup_printf (_ ("%s: where it was published"),
                                                     index->title);

      if (i == 0)
        sheaf_plan_form_heading (form, _ ("Published rates"));
      add_value (form, rate, SHEAF_PLAN_ENTRY_RATE, group, "rate", NULL);
      finish_value (form, group, "rate");
      add_value (form, source, SHEAF_PLAN_ENTRY_TEXT, group, "source", NULL);
      finish_value (form, group, "source");
      sheaf_plan_form_note (form, group, NULL);
    }
}

static const char *const form_titles[SHEAF_PAY_FORMS] = {
  [SHEAF_PAY_FORM_MONEY] = N_ ("in money (%)"),
  [SHEAF_PAY_FORM_CAPITAL] = N_ ("as capital (%)"),
  [SHEAF_PAY_FORM_QUALIFIED] = N_ ("qualified notice (%)"),
  [SHEAF_PAY_FORM_NONQUALIFIED] = N_ ("nonqualified notice (%)"),
};

static void
add_payment (SheafPlanForm         *form,
             const SheafLawPayment *rule,
             SheafPool              pool)
{
  g_autofree char *group = g_strconcat ("payment ", sheaf_pool_to_text (pool), NULL);

  for (guint kind = 0; kind < SHEAF_PAY_FORMS; kind++)
    {
      const char      *key = sheaf_pay_form_to_text (kind);
      g_autofree char *title = g_strdup_printf ("%s, %s", sheaf_pool_word (pool),
                                                _ (form_titles[kind]));
      g_autofree char *account = g_strconcat (key, "-account", NULL);
      g_autofree char *kept = g_strdup_printf (_ ("%s: account"), title);

      if (!rule->forms[kind])
        continue;
      add_value (form, title, SHEAF_PLAN_ENTRY_RATE, group, key,
                 kind == SHEAF_PAY_FORM_MONEY ? "1" : "0");
      finish_value (form, group, key);
      if (kind < SHEAF_PAY_FORM_QUALIFIED)
        continue;
      add_value (form, kept, SHEAF_PLAN_ENTRY_TEXT, group, account, NULL);
      finish_value (form, group, account);
    }
  sheaf_plan_form_note (form, group, NULL);
}

/* Only pools that the law lets be paid in more than money. */
static void
add_payments (SheafPlanForm  *form,
              const SheafLaw *law)
{
  gboolean headed = FALSE;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      const SheafLawPayment *rule = &law->rules->payments[pool];
      gboolean               has_more = FALSE;

      for (guint kind = SHEAF_PAY_FORM_CAPITAL; kind < SHEAF_PAY_FORMS; kind++)
        has_more = has_more || rule->forms[kind];
      if (!has_more)
        continue;
      if (!headed)
        sheaf_plan_form_heading (form, _ ("What shares are paid in"));
      headed = TRUE;
      add_payment (form, rule, pool);
    }
}

/* What the law takes the shares of a pool for, where it leaves that to the plan. What is for other
 * sectors is left out, unless the plan has it: then what is wrong with it is told beside it. */
static void
add_treatments (SheafPlanForm   *form,
                const SheafPlan *plan,
                const SheafLaw  *law,
                const char      *sector)
{
  gboolean headed = FALSE;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_autoptr (GPtrArray) known = sheaf_law_rules_treatments (law->rules, pool);
      g_autofree SheafPlanWord *words = g_new0 (SheafPlanWord, known->len + 1);
      guint                     n = 0;

      for (guint i = 0; i < known->len; i++)
        {
          const SheafLawTreatment *treatment = known->pdata[i];

          if (!sheaf_law_treatment_fits (treatment, sector) &&
              g_strcmp0 (treatment->name, plan->treatments[pool]) != 0)
            continue;
          words[n].word = treatment->name;
          words[n++].title = treatment->title;
        }
      if (n == 0 || plan->treatments[pool] == NULL)
        continue;
      if (!headed)
        sheaf_plan_form_heading (form, _ ("What shares are taxed as"));
      headed = TRUE;
      add_words (form, sheaf_pool_word (pool), "tax", sheaf_pool_to_text (pool), words, n);
    }
}

void
sheaf_plan_form_add_more (SheafPlanForm   *form,
                          const SheafPlan *plan,
                          const SheafLaw  *law,
                          const char      *sector)
{
  sheaf_plan_form_heading (form, _ ("Whom, of what, how much at least"));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    add_choice (form, &choices[i]);
  add_stops (form, plan, law);
  add_value (form, _ ("Least that is paid to a member (₫)"), SHEAF_PLAN_ENTRY_AMOUNT, "plan",
             "minimum-payout", "0");
  finish_value (form, "plan", "minimum-payout");
  add_weights (form, plan);
  add_earmarks (form, plan);
  add_payments (form, law);
  add_treatments (form, plan, law, sector);
  add_indices (form, law);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a share, in the same kind of lines as how it came about. */
#include "payouts/explain.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/percent.h"
#include "book/setting.h"
#include "members/member.h"
#include "payouts/withholding.h"

#define SECTION "payout"

typedef struct
{
  const SheafLaw  *law;
  const SheafPlan *plan;
  SheafPayee       payee;
  char            *sector; /* may be NULL */
  SheafDate        on;
  GPtrArray       *lines;
} Story;

static char *
tax_label (SheafPool pool)
{
  switch (pool)
    {
    case SHEAF_POOL_USE:
      return g_strdup (_ ("Tax on what you get by use"));
    case SHEAF_POOL_LABOUR:
      return g_strdup (_ ("Tax on what you get by work"));
    case SHEAF_POOL_CAPITAL:
      return g_strdup (_ ("Tax on what you get by capital"));
    case SHEAF_POOL_EQUAL:
    default:
      return g_strdup (_ ("Tax on what you get as everyone does"));
    }
}

/* By whose rule, and of what kind the share is. */
static char *
note_tax (const SheafLawTreatment *treatment,
          const SheafLawTax       *tax)
{
  SheafMoneyWord from = sheaf_money_word (tax != NULL ? tax->threshold : SHEAF_MONEY_ZERO);

  if (tax == NULL)
    return g_strdup_printf (_ ("Counts as “%s”: nothing is kept back."), treatment->title);
  if (tax->rate.rate.millionths == 0)
    return g_strdup_printf (_ ("Nothing is kept back: %s (Art. %s)."), tax->title,
                            tax->rate.article);
  if (tax->threshold.units > 0)
    return g_strdup_printf (_ ("%s (Art. %s), kept back of a payment of %s and more."), tax->title,
                            tax->rate.article, from.text);
  return g_strdup_printf (_ ("%s (Art. %s), kept back of each payment."), tax->title,
                          tax->rate.article);
}

static void
add_tax (const Story *story,
         SheafPool    pool)
{
  const char              *word = story->plan->treatments[pool];
  const SheafLawTreatment *treatment = sheaf_law_rules_treatment (story->law->rules, word);
  const SheafLawTax       *tax;
  SheafRate                rate = { 0 };
  g_autofree char         *key = g_strconcat ("tax:", sheaf_pool_to_text (pool), NULL);

  if (treatment == NULL)
    return;
  tax = sheaf_law_rules_tax (story->law->rules, word, pool, story->payee, story->sector, story->on);
  if (tax != NULL)
    rate = tax->rate.rate;
  sheaf_explain_lines_add (story->lines, SHEAF_EXPLAIN_TAX, SECTION, key, sheaf_rate_to_text (rate),
                           tax_label (pool),
                           sheaf_percent_format (rate, sheaf_language_current ()),
                           note_tax (treatment, tax));
}

/* Of the pools that gave the member something. */
static void
add_taxes (const Story *story)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    for (guint side = 0; side < SHEAF_SIDES; side++)
      {
        const SheafExplainLine *amount = sheaf_explain_lines_find (
            story->lines, sheaf_pool_name (side, pool), "amount");

        if (amount == NULL || g_str_equal (amount->value, "0"))
          continue;
        add_tax (story, pool);
        break;
      }
}

static void
add_money (const Story     *story,
           SheafExplainKind kind,
           const char      *key,
           SheafMoney       amount,
           char            *label,
           char            *note)
{
  sheaf_explain_lines_add (story->lines, kind, SECTION, key, sheaf_money_to_text (amount), label,
                           sheaf_money_format (amount, sheaf_language_current ()), note);
}

/* Where the money is. */
static char *
note_state (const SheafPayoutStanding *standing)
{
  g_autofree char *since = sheaf_date_format (standing->since, sheaf_language_current ());

  switch (standing->state)
    {
    case SHEAF_PAYOUT_TO_PAY:
      return g_strdup_printf (_ ("Can be paid since %s."), since);
    case SHEAF_PAYOUT_ORDERED:
      return g_strdup_printf (_ ("Ordered from the bank on %s; the bank has not answered yet."),
                              since);
    case SHEAF_PAYOUT_PAID:
      return g_strdup_printf (_ ("Last on %s."), since);
    case SHEAF_PAYOUT_BOUNCED:
      return g_strdup_printf (_ ("The bank returned it on %s: see that your account is right."),
                              since);
    case SHEAF_PAYOUT_UNCLAIMED:
      return g_strdup_printf (_ ("You did not collect it; it went back on %s."), since);
    case SHEAF_PAYOUT_REVERSED:
    default:
      return NULL;
    }
}

static gboolean
is_paid (const SheafPayoutStanding *standing)
{
  return standing->state == SHEAF_PAYOUT_PAID || standing->state == SHEAF_PAYOUT_ORDERED;
}

static void
add_standing (const Story               *story,
              const SheafPayoutStanding *standing)
{
  if (standing->tax.units != 0)
    add_money (story, SHEAF_EXPLAIN_PAYMENT, "tax", standing->tax,
               g_strdup (_ ("Kept back as tax")), NULL);
  if (standing->set_off.units != 0)
    add_money (story, SHEAF_EXPLAIN_PAYMENT, "set-off", standing->set_off,
               g_strdup (_ ("Set off against what you owed the co-op")), NULL);
  if (standing->money.units != 0)
    add_money (story, SHEAF_EXPLAIN_PAYMENT, "money", standing->money,
               g_strdup (_ ("Paid to you in money")),
               is_paid (standing) ? note_state (standing) : NULL);
  if (standing->returned.units != 0)
    add_money (story, SHEAF_EXPLAIN_PAYMENT, "returned", standing->returned,
               g_strdup (_ ("Came back to the co-op")),
               standing->open.units != 0 ? NULL : g_strdup (_ ("It has been paid again since.")));
  add_money (story, SHEAF_EXPLAIN_OPEN, "open", standing->open,
             g_strdup (_ ("Still to be paid to you")),
             standing->open.units != 0 && !is_paid (standing) ? note_state (standing) : NULL);
}

const SheafPayoutStanding *
sheaf_payout_standing_find (const GPtrArray *standings,
                            const char      *code,
                            int              year)
{
  for (guint i = 0; i < standings->len; i++)
    {
      const SheafPayoutStanding *standing = standings->pdata[i];

      if (standing->year == year && g_strcmp0 (standing->code, code) == 0)
        return standing;
    }
  return NULL;
}

gboolean
sheaf_payout_explain_add (SheafBook                 *book,
                          const SheafExplainer      *explainer,
                          const char                *code,
                          const SheafPayoutStanding *standing,
                          SheafDate                  on,
                          GPtrArray                 *lines,
                          GError                   **error)
{
  g_autoptr (SheafMember) member = sheaf_member_load (book, sheaf_member_find (book, code), error);
  g_autofree char *sector = NULL;
  Story            story = { .on = on, .lines = lines };

  if (member == NULL)
    return FALSE;
  sector = sheaf_setting_find (book, "sector");
  story.law = sheaf_explainer_get_law (explainer);
  story.plan = sheaf_explainer_get_plan (explainer);
  story.payee = sheaf_withholding_payee (member);
  story.sector = sector;
  if (standing != NULL && standing->open.units == 0 && is_paid (standing))
    story.on = standing->since; /* what counted then */
  sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_HEADING, SECTION, "heading", NULL,
                           g_strdup (_ ("Tax and payment")), NULL, NULL);
  add_taxes (&story);
  if (standing != NULL && (standing->share.units != 0 || standing->gross.units != 0))
    add_standing (&story, standing);
  else
    sheaf_explain_lines_add (lines, SHEAF_EXPLAIN_OPEN, SECTION, "open", g_strdup ("0"),
                             g_strdup (_ ("Still to be paid to you")), g_strdup ("0"),
                             g_strdup (_ ("Nothing is posted for you yet, so nothing can be "
                                          "paid.")));
  return TRUE;
}

GPtrArray *
sheaf_payout_explain (SheafBook     *book,
                      int            year,
                      const char    *code,
                      SheafDate      on,
                      SheafProblems *problems,
                      GError       **error)
{
  g_autoptr (SheafExplainer) explainer = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) standings = NULL;

  g_return_val_if_fail (book != NULL && code != NULL, NULL);
  explainer = sheaf_explainer_new (book, year, problems, error);
  if (explainer == NULL)
    return NULL;
  lines = sheaf_explainer_lines (explainer, code, error);
  if (lines == NULL)
    return NULL;
  standings = sheaf_payout_standing_list (book, year, on, error);
  if (standings == NULL ||
      !sheaf_payout_explain_add (book, explainer, code,
                                 sheaf_payout_standing_find (standings, code, year), on, lines,
                                 error))
    return NULL;
  return g_steal_pointer (&lines);
}

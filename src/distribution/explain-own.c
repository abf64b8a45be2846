/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts of one member in a pool, from the book: deliveries and purchases by product, pay,
 * capital by stretches of days. */
#include "distribution/explain-private.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"
#include "capital/balance.h"
#include "distribution/quota.h"
#include "distribution/weights.h"
#include "labour/labour.h"
#include "trade/use.h"

typedef struct
{
  const SheafExplainer *explainer;
  gint64                party_id;
  const char           *section;
  const char           *language;
  SheafDate             from; /* the year */
  SheafDate             to;
  GPtrArray            *lines;
  SheafWeight           sum;
} Own;

/* "1.250 kg"; "" where no quantity is known. */
static char *
format_quantity (const Own    *own,
                 SheafQuantity quantity,
                 const char   *unit)
{
  g_autofree char *number = sheaf_number_format (quantity.thousandths, 3, own->language);

  return g_strdup_printf ("%s %s", number, unit);
}

/* When, how much, and how the plan counts it. */
static char *
note_use (const Own      *own,
          const SheafUse *use,
          gint64          factor)
{
  g_autofree char *first = sheaf_date_format (use->first, own->language);
  g_autofree char *last = sheaf_date_format (use->last, own->language);
  g_autofree char *quantity = format_quantity (own, use->quantity, use->unit);
  g_autofree char *times = sheaf_number_format (factor, 0, own->language);
  g_autofree char *when = NULL;

  when = use->days == 1
             ? g_strdup_printf (_ ("%s on %s."), quantity, first)
             : g_strdup_printf (_ ("%s on %u days, from %s to %s."), quantity, use->days, first,
                                last);
  if (factor == 1)
    return g_steal_pointer (&when);
  if (factor == 0)
    return g_strdup_printf (_ ("%s The plan does not count it."), when);
  return g_strdup_printf (_ ("%s The plan counts it %s times."), when, times);
}

static void
add_use (Own            *own,
         const SheafUse *use)
{
  gboolean         is_supply = use->kind == SHEAF_USE_SUPPLY;
  gint64           factor = sheaf_plan_product_weight (own->explainer->plan, use->product,
                                                       is_supply);
  g_autofree char *key = g_strconcat (is_supply ? "supply:" : "delivery:", use->product, NULL);

  sheaf_explain_lines_add (
      own->lines, SHEAF_EXPLAIN_OWN, own->section, key, sheaf_money_to_text (use->amount),
      g_strdup_printf (is_supply ? _ ("You bought: %s") : _ ("You delivered: %s"),
                       use->product_name),
      sheaf_money_format (use->amount, own->language), note_use (own, use, factor));
  own->sum += (SheafWeight) use->amount.units * (SheafWeight) factor;
}

static gboolean
add_uses (Own     *own,
          GError **error)
{
  SheafMemberRight right = sheaf_distribution_right (own->explainer->law, SHEAF_POOL_USE);
  g_autoptr (GPtrArray) uses = sheaf_use_list_of_one (own->explainer->book, own->from, own->to,
                                                      &right, own->party_id, error);

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    add_use (own, uses->pdata[i]);
  return uses != NULL;
}

static char *
note_pay (const Own      *own,
          const SheafPay *pay)
{
  g_autofree char *first = sheaf_date_format (pay->first, own->language);
  g_autofree char *last = sheaf_date_format (pay->last, own->language);
  g_autofree char *days = sheaf_number_format (pay->days.thousandths, 3, own->language);

  if (pay->days.thousandths == 0)
    return g_strdup_printf (_ ("From %s to %s."), first, last);
  return g_strdup_printf (_ ("%s days of work, from %s to %s."), days, first, last);
}

static gboolean
add_pays (Own     *own,
          GError **error)
{
  SheafMemberRight right = sheaf_distribution_right (own->explainer->law, SHEAF_POOL_LABOUR);
  g_autoptr (GPtrArray) pays = sheaf_pay_list_of_one (own->explainer->book, own->from, own->to,
                                                      &right, own->party_id, error);

  for (guint i = 0; pays != NULL && i < pays->len; i++)
    {
      const SheafPay *pay = pays->pdata[i];

      sheaf_explain_lines_add (
          own->lines, SHEAF_EXPLAIN_OWN, own->section, "pay", sheaf_money_to_text (pay->amount),
          g_strdup (_ ("Your pay for work")), sheaf_money_format (pay->amount, own->language),
          note_pay (own, pay));
      own->sum += (SheafWeight) pay->amount.units;
    }
  return pays != NULL;
}

static void
add_span (Own                    *own,
          const SheafCapitalSpan *span,
          gboolean                year_end)
{
  int              days = year_end ? 1 : span->to.days - span->from.days + 1;
  SheafWeight      weight = (SheafWeight) span->amount.units * (SheafWeight) days;
  g_autofree char *first = sheaf_date_format (span->from, own->language);
  g_autofree char *last = sheaf_date_format (span->to, own->language);
  g_autofree char *amount = sheaf_money_format (span->amount, own->language);
  g_autofree char *product = sheaf_quota_weight (weight, own->language);
  g_autofree char *day = sheaf_date_to_text (span->from);
  g_autofree char *key = g_strconcat ("capital:", day, NULL);

  sheaf_explain_lines_add (
      own->lines, SHEAF_EXPLAIN_OWN, own->section, key, sheaf_money_to_text (span->amount),
      year_end ? g_strdup_printf (_ ("Your capital on %s"), last)
               : g_strdup_printf (_ ("Your capital from %s to %s"), first, last),
      g_strdup (amount),
      year_end ? NULL : g_strdup_printf (_ ("%s × %d days = %s"), amount, days, product));
  own->sum += weight;
}

static gboolean
add_capital (Own     *own,
             GError **error)
{
  const SheafPlan  *plan = own->explainer->plan;
  SheafDate         last = sheaf_distribution_capital_day (own->explainer->book,
                                                           own->explainer->year, plan);
  SheafCapitalBasis basis = { plan->capital_year_end,
                              plan->capital_committed ? own->explainer->law->payment_months : 0 };
  g_autoptr (GArray) spans = sheaf_capital_spans (own->explainer->book, own->party_id, own->from,
                                                  last, &basis, error);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    add_span (own, &g_array_index (spans, SheafCapitalSpan, i), basis.year_end);
  return spans != NULL;
}

static void
add_head (Own *own)
{
  g_autofree char *last = sheaf_date_format (own->to, own->language);

  sheaf_explain_lines_add (own->lines, SHEAF_EXPLAIN_OWN, own->section, "member", g_strdup ("1"),
                           g_strdup_printf (_ ("You were an official member on %s"), last),
                           g_strdup ("1"), NULL);
  own->sum += 1;
}

gboolean
sheaf_explain_own (const SheafExplainer *explainer,
                   gint64                party_id,
                   SheafPool             pool,
                   const char           *section,
                   GPtrArray            *lines,
                   SheafWeight          *ret_sum,
                   GError              **error)
{
  Own own = {
    .explainer = explainer, .party_id = party_id, .section = section, .lines = lines
  };
  gboolean ok = TRUE;

  own.language = sheaf_language_current ();
  own.from = sheaf_book_year_start (explainer->book, explainer->year);
  own.to = sheaf_book_year_end (explainer->book, explainer->year);
  if (pool == SHEAF_POOL_USE)
    ok = add_uses (&own, error);
  else if (pool == SHEAF_POOL_LABOUR)
    ok = add_pays (&own, error);
  else if (pool == SHEAF_POOL_CAPITAL)
    ok = add_capital (&own, error);
  else
    add_head (&own);
  *ret_sum = own.sum;
  return ok;
}

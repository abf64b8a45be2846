/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a weight is made up, for explain. */
#include "base/i18n.h"
#include "capital/balance.h"
#include "distribution/weights.h"
#include "labour/labour.h"
#include "members/member.h"
#include "trade/use.h"

static void
add_line (GPtrArray *lines,
          char      *line)
{
  g_ptr_array_add (lines, line);
}

static gboolean
list_use (SheafBook       *book,
          SheafDate        from,
          SheafDate        to,
          const SheafPlan *plan,
          const SheafLaw  *law,
          const char      *code,
          const char      *language,
          GPtrArray       *lines,
          GError         **error)
{
  SheafMemberRight right = sheaf_distribution_right (law, SHEAF_POOL_USE);
  g_autoptr (GPtrArray) uses = sheaf_use_list_of (book, from, to, &right, error);

  for (guint i = 0; uses != NULL && i < uses->len; i++)
    {
      const SheafUse  *use = uses->pdata[i];
      gboolean         is_supply = use->kind == SHEAF_USE_SUPPLY;
      gint64           factor = sheaf_plan_product_weight (plan, use->product, is_supply);
      g_autofree char *amount = sheaf_money_format (use->amount, language);
      g_autofree char *times = g_strdup_printf ("%" G_GINT64_FORMAT, factor);

      if (g_str_equal (use->member, code))
        add_line (lines, g_strdup_printf (is_supply ? _ ("bought %s: %s × %s")
                                                    : _ ("delivered %s: %s × %s"),
                                          use->product, amount, times));
    }
  return uses != NULL;
}

static gboolean
list_pay (SheafBook      *book,
          SheafDate       from,
          SheafDate       to,
          const SheafLaw *law,
          const char     *code,
          const char     *language,
          GPtrArray      *lines,
          GError        **error)
{
  SheafMemberRight right = sheaf_distribution_right (law, SHEAF_POOL_LABOUR);
  g_autoptr (GPtrArray) pays = sheaf_pay_list_of (book, from, to, &right, error);

  for (guint i = 0; pays != NULL && i < pays->len; i++)
    {
      const SheafPay  *pay = pays->pdata[i];
      g_autofree char *amount = sheaf_money_format (pay->amount, language);

      if (g_str_equal (pay->member, code))
        add_line (lines, g_strdup_printf (_ ("pay for work: %s"), amount));
    }
  return pays != NULL;
}

static gboolean
list_capital (SheafBook               *book,
              SheafDate                from,
              SheafDate                to,
              const SheafCapitalBasis *basis,
              const char              *code,
              const char              *language,
              GPtrArray               *lines,
              GError                 **error)
{
  gint64 party_id = sheaf_member_find (book, code);
  g_autoptr (GArray) spans = sheaf_capital_spans (book, party_id, from, to, basis, error);

  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const SheafCapitalSpan *span = &g_array_index (spans, SheafCapitalSpan, i);
      g_autofree char        *amount = sheaf_money_format (span->amount, language);
      g_autofree char        *first = sheaf_date_format (span->from, language);
      g_autofree char        *last = sheaf_date_format (span->to, language);

      if (basis->year_end)
        add_line (lines, g_strdup_printf (_ ("capital on %s: %s"), last, amount));
      else
        add_line (lines, g_strdup_printf (_ ("capital %s to %s: %s × %d days"), first, last, amount,
                                          span->to.days - span->from.days + 1));
    }
  return spans != NULL;
}

GPtrArray *
sheaf_distribution_weight_lines (SheafBook       *book,
                                 int              year,
                                 const SheafPlan *plan,
                                 const SheafLaw  *law,
                                 const char      *code,
                                 SheafPool        pool,
                                 const char      *language,
                                 GError         **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  SheafDate         from = sheaf_book_year_start (book, year);
  SheafDate         to = sheaf_book_year_end (book, year);
  SheafCapitalBasis basis = { plan->capital_year_end,
                              plan->capital_committed ? law->payment_months : 0 };
  gboolean          ok = TRUE;

  if (pool == SHEAF_POOL_USE)
    ok = list_use (book, from, to, plan, law, code, language, lines, error);
  else if (pool == SHEAF_POOL_LABOUR)
    ok = list_pay (book, from, to, law, code, language, lines, error);
  else if (pool == SHEAF_POOL_CAPITAL)
    ok = list_capital (book, from, sheaf_distribution_capital_day (book, year, plan), &basis, code,
                       language, lines, error);
  else
    add_line (lines, g_strdup (_ ("official member on the last day: 1")));
  return ok ? g_steal_pointer (&lines) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every value is the sum of its pieces, so a figure and its explanation cannot differ. */
#include "statements/figures.h"

/* What one account with one party and one item held; or what stood on one side of an account, all
 * its parties and items together. */
typedef struct
{
  guint      account; /* position in the chart */
  gint64     account_id;
  gint64     party_id;
  gint64     item_id;
  SheafMoney balance[2]; /* by moment, debit positive */
  gboolean   side;
} Detail;

struct _SheafFigures
{
  const SheafChart *chart;
  SheafTotals      *totals;
  GHashTable       *positions; /* account id to position + 1 */
  guint             n;
  SheafMoney       *balance[2]; /* by moment and position: the account's own, debit positive */
  GArray           *details;    /* of Detail: for every account its balances add up to its own */
};

/* The position of an account, or n for hidden ones, which are outside every figure. */
static guint
find_position (const SheafFigures *figures,
               gint64              account_id)
{
  guint found =
      GPOINTER_TO_UINT (g_hash_table_lookup (figures->positions, (gpointer) (gintptr) account_id));

  return found == 0 ? figures->n : found - 1;
}

static void
add_to (SheafMoney *sum,
        SheafMoney  amount)
{
  *sum = sheaf_money_add (*sum, amount);
}

static void
sum_pairs (SheafFigures *figures)
{
  for (guint i = 0; i < figures->totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (figures->totals->pairs, SheafPairTotal, i);
      SheafMoney            end = sheaf_money_add (pair->before, pair->period);
      guint                 debit = find_position (figures, pair->debit_id);
      guint                 credit = find_position (figures, pair->credit_id);

      add_to (&figures->balance[SHEAF_FIGURES_AT_START][debit], pair->before);
      add_to (&figures->balance[SHEAF_FIGURES_AT_END][debit], end);
      add_to (&figures->balance[SHEAF_FIGURES_AT_START][credit], sheaf_money_neg (pair->before));
      add_to (&figures->balance[SHEAF_FIGURES_AT_END][credit], sheaf_money_neg (end));
    }
}

/* Adds a detail and takes it off what is left of its account. */
static void
take_detail (SheafFigures *figures,
             Detail        detail,
             SheafMoney   *start,
             SheafMoney   *end)
{
  start[detail.account] =
      sheaf_money_sub (start[detail.account], detail.balance[SHEAF_FIGURES_AT_START]);
  end[detail.account] =
      sheaf_money_sub (end[detail.account], detail.balance[SHEAF_FIGURES_AT_END]);
  g_array_append_val (figures->details, detail);
}

static void
take_kept_details (SheafFigures *figures,
                   SheafMoney   *start,
                   SheafMoney   *end)
{
  const GArray *kept = figures->totals->details;

  for (guint i = 0; i < kept->len; i++)
    {
      const SheafDetailTotal *total = &g_array_index (kept, SheafDetailTotal, i);
      Detail                  detail = { find_position (figures, total->account_id),
                                         total->account_id,
                                         total->party_id,
                                         total->item_id,
                                         { total->before, total->before },
                                         FALSE };

      if (detail.account == figures->n || (detail.party_id == 0 && detail.item_id == 0))
        continue;
      detail.balance[SHEAF_FIGURES_AT_END] =
          sheaf_money_add (total->before, sheaf_money_sub (total->debit, total->credit));
      take_detail (figures, detail, start, end);
    }
}

/* The two sides of an account stand for its details. */
static void
take_kept_sides (SheafFigures *figures,
                 SheafMoney   *start,
                 SheafMoney   *end)
{
  const GArray *kept = figures->totals->sides;

  for (guint i = 0; i < kept->len; i++)
    {
      const SheafSideTotal *total = &g_array_index (kept, SheafSideTotal, i);
      guint                 account = find_position (figures, total->account_id);
      Detail                debit = {
                       account, total->account_id, 0, 0, { total->before_debit, total->debit }, TRUE
      };
      Detail credit = { account,
                        total->account_id,
                        0,
                        0,
                        { sheaf_money_neg (total->before_credit), sheaf_money_neg (total->credit) },
                        TRUE };

      if (account == figures->n)
        continue;
      take_detail (figures, debit, start, end);
      take_detail (figures, credit, start, end);
    }
}

/* Takes the kept details and sides, then what of each account's balance they do not hold as one
 * more detail that names nobody. */
static void
take_details (SheafFigures *figures)
{
  g_autofree SheafMoney *start =
      g_memdup2 (figures->balance[SHEAF_FIGURES_AT_START], (figures->n + 1) * sizeof (SheafMoney));
  g_autofree SheafMoney *end =
      g_memdup2 (figures->balance[SHEAF_FIGURES_AT_END], (figures->n + 1) * sizeof (SheafMoney));

  take_kept_details (figures, start, end);
  take_kept_sides (figures, start, end);
  for (guint i = 0; i < figures->n; i++)
    {
      Detail rest = {
        i, sheaf_chart_at (figures->chart, i)->id, 0, 0, { start[i], end[i] }, FALSE
      };

      if (start[i].units != 0 || end[i].units != 0)
        g_array_append_val (figures->details, rest);
    }
}

SheafFigures *
sheaf_figures_new (const SheafChart *chart,
                   SheafTotals      *totals)
{
  SheafFigures *figures;

  g_return_val_if_fail (chart != NULL && totals != NULL, NULL);

  figures = g_new0 (SheafFigures, 1);
  figures->chart = chart;
  figures->totals = totals;
  figures->positions = g_hash_table_new (NULL, NULL);
  figures->n = sheaf_chart_count (chart);
  for (guint i = 0; i < figures->n; i++)
    g_hash_table_insert (figures->positions, (gpointer) (gintptr) sheaf_chart_at (chart, i)->id,
                         GUINT_TO_POINTER (i + 1));
  /* One more place takes what lies on hidden accounts. */
  for (guint moment = 0; moment < 2; moment++)
    figures->balance[moment] = g_new0 (SheafMoney, figures->n + 1);
  figures->details = g_array_new (FALSE, FALSE, sizeof (Detail));
  sum_pairs (figures);
  take_details (figures);
  return figures;
}

void
sheaf_figures_free (SheafFigures *figures)
{
  if (figures == NULL)
    return;
  g_hash_table_unref (figures->positions);
  g_free (figures->balance[0]);
  g_free (figures->balance[1]);
  g_array_unref (figures->details);
  sheaf_totals_free (figures->totals);
  g_free (figures);
}

const SheafChart *
sheaf_figures_chart (const SheafFigures *figures)
{
  return figures->chart;
}

const SheafTotals *
sheaf_figures_totals (const SheafFigures *figures)
{
  return figures->totals;
}

SheafMoney
sheaf_figures_balance (const SheafFigures *figures,
                       const SheafAccount *account,
                       SheafFiguresMoment  moment)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < figures->n; i++)
    if (sheaf_chart_is_under (figures->chart, sheaf_chart_at (figures->chart, i), account))
      add_to (&sum, figures->balance[moment][i]);
  return sum;
}

/* For each position whether the account is one of these or lies under one. The last place, for
 * hidden accounts, stays FALSE. */
static gboolean *
mark_accounts (const SheafFigures *figures,
               char              **codes)
{
  gboolean *marks = g_new0 (gboolean, figures->n + 1);

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      const SheafAccount *group = sheaf_chart_by_code (figures->chart, codes[i]);

      for (guint j = 0; group != NULL && j < figures->n; j++)
        if (sheaf_chart_is_under (figures->chart, sheaf_chart_at (figures->chart, j), group))
          marks[j] = TRUE;
    }
  return marks;
}

static void
append_part (GArray    *parts,
             gint64     account_id,
             gint64     party_id,
             gint64     item_id,
             SheafMoney amount)
{
  SheafFiguresPart part = { account_id, 0, party_id, item_id, amount };

  if (amount.units != 0)
    g_array_append_val (parts, part);
}

/* DB, CB: all marked accounts net against each other; nothing when the balance is on the other
 * side. */
static void
collect_balance (const SheafFigures *figures,
                 const gboolean     *marks,
                 int                 side,
                 SheafFiguresMoment  moment,
                 GArray             *parts)
{
  const SheafMoney *balance = figures->balance[moment];
  SheafMoney        sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < figures->n; i++)
    if (marks[i])
      add_to (&sum, balance[i]);
  if ((side > 0) != (sum.units > 0))
    return;
  for (guint i = 0; i < figures->n; i++)
    if (marks[i])
      append_part (parts, sheaf_chart_at (figures->chart, i)->id, 0, 0,
                   side > 0 ? balance[i] : sheaf_money_neg (balance[i]));
}

/* DO: at the start of the period, whatever the moment; a balance on the other side is negative. */
static void
collect_opening (const SheafFigures *figures,
                 const gboolean     *marks,
                 GArray             *parts)
{
  for (guint i = 0; i < figures->n; i++)
    if (marks[i])
      append_part (parts, sheaf_chart_at (figures->chart, i)->id, 0, 0,
                   figures->balance[SHEAF_FIGURES_AT_START][i]);
}

static void
collect_details (const SheafFigures *figures,
                 const gboolean     *marks,
                 int                 side,
                 SheafFiguresMoment  moment,
                 GArray             *parts)
{
  for (guint i = 0; i < figures->details->len; i++)
    {
      const Detail *detail = &g_array_index (figures->details, Detail, i);
      SheafMoney    amount = detail->balance[moment];

      if (!marks[detail->account] || (side > 0) != (amount.units > 0))
        continue;
      append_part (parts, detail->account_id, detail->party_id, detail->item_id,
                   side > 0 ? amount : sheaf_money_neg (amount));
    }
}

/* Several accounts: they are set off per party (receivables against payables of one unit), then the
 * parties whose sum is on the side count. */
static void
collect_set_off (const SheafFigures *figures,
                 const gboolean     *marks,
                 int                 side,
                 SheafFiguresMoment  moment,
                 GArray             *parts)
{
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint i = 0; i < figures->details->len; i++)
    {
      const Detail *detail = &g_array_index (figures->details, Detail, i);
      SheafMoney   *sum = g_hash_table_lookup (sums, &detail->party_id);

      if (!marks[detail->account])
        continue;
      g_warn_if_fail (!detail->side); /* see sheaf_figures_detailed() */
      if (sum == NULL)
        {
          sum = g_new0 (SheafMoney, 1);
          g_hash_table_insert (sums, (gpointer) &detail->party_id, sum);
        }
      add_to (sum, detail->balance[moment]);
    }
  for (guint i = 0; i < figures->details->len; i++)
    {
      const Detail     *detail = &g_array_index (figures->details, Detail, i);
      const SheafMoney *sum = g_hash_table_lookup (sums, &detail->party_id);
      SheafMoney        amount = detail->balance[moment];

      if (marks[detail->account] && sum->units != 0 && (side > 0) == (sum->units > 0))
        append_part (parts, detail->account_id, detail->party_id, detail->item_id,
                     side > 0 ? amount : sheaf_money_neg (amount));
    }
}

/* DT, CT, XT: pairs with a marked account on the sides asked for; NULL asks for nothing. One whose
 * entries come to nothing has entries all the same. */
static void
collect_turnover (const SheafFigures *figures,
                  const gboolean     *debits,
                  const gboolean     *credits,
                  GArray             *parts)
{
  const GArray *pairs = figures->totals->pairs;

  for (guint i = 0; i < pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (pairs, SheafPairTotal, i);
      SheafFiguresPart      part = { pair->debit_id, pair->credit_id, 0, 0, pair->period };

      if ((debits != NULL && !debits[find_position (figures, pair->debit_id)]) ||
          (credits != NULL && !credits[find_position (figures, pair->credit_id)]))
        continue;
      g_array_append_val (parts, part);
    }
}

GArray *
sheaf_figures_parts (const SheafFigures  *figures,
                     const SheafRuleTerm *term,
                     SheafFiguresMoment   moment)
{
  g_autofree gboolean *marks = NULL;
  g_autofree gboolean *credits = NULL;
  GArray              *parts = g_array_new (FALSE, FALSE, sizeof (SheafFiguresPart));
  gboolean             at_end = moment == SHEAF_FIGURES_AT_END;
  gboolean             several;
  int                  side;

  g_return_val_if_fail (term->function != SHEAF_RULE_LINE, parts);

  marks = mark_accounts (figures, term->accounts);
  several = term->accounts[1] != NULL;
  side = term->function == SHEAF_RULE_DEBIT_BALANCE || term->function == SHEAF_RULE_DEBIT_DETAILS
             ? 1
             : -1;
  switch (term->function)
    {
    case SHEAF_RULE_DEBIT_BALANCE:
    case SHEAF_RULE_CREDIT_BALANCE:
      collect_balance (figures, marks, side, moment, parts);
      break;
    case SHEAF_RULE_DEBIT_OPENING:
      collect_opening (figures, marks, parts);
      break;
    case SHEAF_RULE_DEBIT_DETAILS:
    case SHEAF_RULE_CREDIT_DETAILS:
      (several ? collect_set_off : collect_details) (figures, marks, side, moment, parts);
      break;
    case SHEAF_RULE_DEBIT_TURNOVER:
      if (at_end)
        collect_turnover (figures, marks, NULL, parts);
      break;
    case SHEAF_RULE_CREDIT_TURNOVER:
      if (at_end)
        collect_turnover (figures, NULL, marks, parts);
      break;
    case SHEAF_RULE_CROSS_TURNOVER:
      credits = mark_accounts (figures, term->credits);
      if (at_end)
        collect_turnover (figures, marks, credits, parts);
      break;
    case SHEAF_RULE_LINE: /* refused above */
    default:
      break;
    }
  return parts;
}

SheafMoney
sheaf_figures_term (const SheafFigures  *figures,
                    const SheafRuleTerm *term,
                    SheafFiguresMoment   moment)
{
  g_autoptr (GArray) parts = sheaf_figures_parts (figures, term, moment);
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < parts->len; i++)
    add_to (&sum, g_array_index (parts, SheafFiguresPart, i).amount);
  return sum;
}

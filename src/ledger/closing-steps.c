/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps of a closing, one after the other, as data/closings says them. */
#include "ledger/closing-private.h"

#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/error.h"

#include <string.h>

typedef struct
{
  SheafBook              *book;
  const SheafChart       *chart;
  SheafTotals            *totals;
  const SheafClosingKeys *keys;
  SheafVoucher           *voucher;
  GKeyFile               *data;
  const char             *step; /* the section under way */
  const char             *memo; /* of its rows; NULL: the key alone */
  gboolean                bad;  /* the data names an account that is not there */
} Run;

/* The steps as they hold for the year: later versions begin with a year. */
static GKeyFile *
load_data (SheafBook *book,
           int        year,
           GError   **error)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autofree char *name = g_strdup_printf ("closings/%s.ini", chart);
  g_autofree char *text = sheaf_data_load_on (book, name,
                                              sheaf_book_year_start (book, year), error);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text == NULL)
    return NULL;
  if (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return g_steal_pointer (&file);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
               _ ("the data file %s cannot be understood: install the program again"), name);
  return NULL;
}

char *
sheaf_closing_description (SheafBook *book,
                           int        year,
                           GError   **error)
{
  g_autoptr (GKeyFile) data = load_data (book, year, error);
  g_autofree char *form = NULL;
  g_autofree char *year_text = g_strdup_printf ("%d", year);
  g_auto (GStrv) parts = NULL;

  if (data == NULL)
    return NULL;
  form = g_key_file_get_string (data, "closing", "description", NULL);
  parts = g_strsplit (form == NULL ? "%d" : form, "%d", 2);
  return g_strjoinv (year_text, parts);
}

static const SheafAccount *
account_of (Run        *run,
            const char *key)
{
  g_autofree char    *code = g_key_file_get_string (run->data, run->step, key, NULL);
  const SheafAccount *account = code == NULL ? NULL : sheaf_chart_by_code (run->chart, code);

  run->bad = run->bad || account == NULL;
  return account;
}

/* The detail account under a group that had the largest turnover, reversals counted as what they
 * are; the account itself when it is no group. */
static const SheafAccount *
busiest_detail (Run                *run,
                const SheafAccount *group)
{
  const SheafAccount *best = NULL;
  gint64              most = -1;

  for (guint i = 0; i < sheaf_chart_count (run->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (run->chart, i);
      SheafMoney          debit, credit;

      if (!account->postable || !sheaf_chart_is_under (run->chart, account, group))
        continue;
      sheaf_totals_turnover (run->totals, account->id, &debit, &credit);
      if (ABS (debit.units) + ABS (credit.units) > most)
        {
          most = ABS (debit.units) + ABS (credit.units);
          best = account;
        }
    }
  return best;
}

/* The account's turnover of the period with a scope, debit less credit; ALL scopes with
 * G_MAXINT. */
#define ANY_SCOPE ((SheafScope) G_MAXINT)

static SheafMoney
net_turnover (const SheafTotals *totals,
              gint64             account_id,
              SheafScope         scope)
{
  SheafMoney net = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < totals->pairs->len; i++)
    {
      const SheafPairTotal *pair = &g_array_index (totals->pairs, SheafPairTotal, i);

      if (scope != ANY_SCOPE && pair->scope != scope)
        continue;
      if (pair->debit_id == account_id)
        net = sheaf_money_add (net, pair->period);
      if (pair->credit_id == account_id)
        net = sheaf_money_sub (net, pair->period);
    }
  return net;
}

/* Moves amount (debit positive) from account to target, so that account has nothing left of it. */
static void
move (Run                *run,
      const SheafAccount *account,
      const SheafAccount *target,
      SheafMoney          amount,
      SheafScope          scope)
{
  SheafVoucherRow *row;

  if (amount.units == 0 || target == NULL)
    return;
  target = busiest_detail (run, target);
  if (amount.units > 0)
    row = sheaf_voucher_add_row (run->voucher, target->id, account->id, amount);
  else
    row = sheaf_voucher_add_row (run->voucher, account->id, target->id, sheaf_money_neg (amount));
  row->scope = scope;
  row->description = g_key_file_get_string (run->data, run->step, "text", NULL);
  row->memo = g_strdup (run->memo);
  sheaf_totals_add_row (run->totals, row);
}

/* How the shared expense is divided: internal ÷ whole. Net turnover of revenue (deductions by their
 * scope) or of cost, credit positive. */
typedef struct
{
  SheafMoney internal;
  SheafMoney external;
} Base;

static void
add_to_base (Base      *base,
             SheafScope scope,
             SheafMoney amount)
{
  if (scope == SHEAF_SCOPE_INTERNAL)
    base->internal = sheaf_money_add (base->internal, amount);
  else if (scope == SHEAF_SCOPE_EXTERNAL)
    base->external = sheaf_money_add (base->external, amount);
}

/* What an account adds: its own side tells where, for deductions the scope of each row. */
static void
measure_account (Run                *run,
                 const SheafAccount *account,
                 gboolean            cost,
                 Base               *base)
{
  gboolean internal = account->scope == SHEAF_ACCOUNT_SCOPE_INTERNAL;
  gboolean sided = internal || account->scope == SHEAF_ACCOUNT_SCOPE_EXTERNAL;

  if (sided && account->type == (cost ? SHEAF_ACCOUNT_EXPENSE : SHEAF_ACCOUNT_REVENUE))
    {
      SheafMoney net = net_turnover (run->totals, account->id, ANY_SCOPE);

      add_to_base (base, internal ? SHEAF_SCOPE_INTERNAL : SHEAF_SCOPE_EXTERNAL,
                   cost ? net : sheaf_money_neg (net));
    }
  else if (!cost && account->scope == SHEAF_ACCOUNT_SCOPE_NAMED)
    for (int scope = SHEAF_SCOPE_INTERNAL; scope <= SHEAF_SCOPE_EXTERNAL; scope++)
      add_to_base (
          base, (SheafScope) scope,
          sheaf_money_neg (net_turnover (run->totals, account->id, (SheafScope) scope)));
}

static Base
measure_base (Run     *run,
              gboolean cost)
{
  Base base = { SHEAF_MONEY_ZERO, SHEAF_MONEY_ZERO };

  for (guint i = 0; i < sheaf_chart_count (run->chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (run->chart, i);

      if (account->postable)
        measure_account (run, account, cost, &base);
    }
  return base;
}

/* The internal part of a shared amount. Without a base everything is external; a side below 0 has
 * no part. */
static SheafMoney
internal_part (Run        *run,
               const Base *base,
               SheafMoney  amount)
{
  SheafMoney internal = base->internal.units > 0 ? base->internal : SHEAF_MONEY_ZERO;
  SheafMoney external = base->external.units > 0 ? base->external : SHEAF_MONEY_ZERO;
  SheafMoney whole = sheaf_money_add (internal, external);
  gint64     rate = run->keys->rate.millionths;

  switch (run->keys->key)
    {
    case SHEAF_CLOSING_BY_REVENUE:
    case SHEAF_CLOSING_BY_COST:
      if (whole.units == 0)
        return SHEAF_MONEY_ZERO;
      return sheaf_money_mul_div (amount, internal.units, whole.units, SHEAF_ROUND_HALF_UP);
    case SHEAF_CLOSING_BY_RATE:
      /* Largest remainder of two parts; equal remainders go to the account that comes first, the
       * external one. */
      return sheaf_money_sub (
          amount, sheaf_money_mul_div (amount, 1000000 - rate, 1000000, SHEAF_ROUND_HALF_UP));
    case SHEAF_CLOSING_ALL_EXTERNAL:
    default:
      return SHEAF_MONEY_ZERO;
    }
}

/* What an auditor needs to do the division again: the key, the figures it is taken from, the shared
 * amount of the account and its internal part. For programs, the same in every language. */
static char *
describe_share (const Run  *run,
                const Base *base,
                SheafMoney  shared,
                SheafMoney  internal)
{
  g_autofree char *key = sheaf_closing_key_to_text (run->keys);
  gboolean         by_base = run->keys->key == SHEAF_CLOSING_BY_REVENUE ||
                     run->keys->key == SHEAF_CLOSING_BY_COST;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "key=%s", key);
  if (by_base)
    g_string_append_printf (
        text, " base-internal=%" G_GINT64_FORMAT " base-external=%" G_GINT64_FORMAT,
        MAX (base->internal.units, 0), MAX (base->external.units, 0));
  g_string_append_printf (
      text, " shared=%" G_GINT64_FORMAT " internal=%" G_GINT64_FORMAT, shared.units,
      internal.units);
  return g_string_free (text, FALSE);
}

/* Rows with a scope go there; the rest is divided. Several detail accounts are divided by their
 * running sum, so that the parts add up to the part of the whole. */
static void
close_shared (Run                *run,
              const SheafAccount *account,
              const Base         *base,
              SheafMoney         *sum,
              SheafMoney         *given)
{
  SheafMoney       shared = net_turnover (run->totals, account->id, SHEAF_SCOPE_NONE);
  SheafMoney       internal;
  g_autofree char *memo = NULL;

  *sum = sheaf_money_add (*sum, shared);
  internal = sheaf_money_sub (internal_part (run, base, *sum), *given);
  *given = sheaf_money_add (*given, internal);
  memo = describe_share (run, base, shared, internal);
  run->memo = memo;
  internal = sheaf_money_add (internal,
                              net_turnover (run->totals, account->id, SHEAF_SCOPE_INTERNAL));
  move (run, account, account_of (run, "external"),
        sheaf_money_sub (net_turnover (run->totals, account->id, ANY_SCOPE), internal),
        SHEAF_SCOPE_EXTERNAL);
  move (run, account, account_of (run, "internal"), internal, SHEAF_SCOPE_INTERNAL);
  run->memo = NULL;
}

/* The profit gathered so far on a side; 0 for a loss. */
static gint64
profit_of (Run        *run,
           const char *side)
{
  const SheafAccount *account = account_of (run, side);

  return account == NULL ? 0 : MAX (0, -net_turnover (run->totals, account->id, ANY_SCOPE).units);
}

/* Income tax by the profit of each side, as far as it is profit. */
static void
close_tax (Run                *run,
           const SheafAccount *account)
{
  SheafMoney tax = net_turnover (run->totals, account->id, ANY_SCOPE);
  SheafMoney internal = SHEAF_MONEY_ZERO;

  if (run->keys->tax_by_profit)
    {
      gint64 profit_e = profit_of (run, "external");
      gint64 profit_i = profit_of (run, "internal");

      if (profit_e + profit_i > 0)
        internal = sheaf_money_mul_div (tax, profit_i, profit_e + profit_i, SHEAF_ROUND_HALF_UP);
    }
  move (run, account, account_of (run, "external"), sheaf_money_sub (tax, internal),
        SHEAF_SCOPE_EXTERNAL);
  if (internal.units != 0)
    move (run, account, account_of (run, "internal"), internal, SHEAF_SCOPE_INTERNAL);
}

static void
close_by_side (Run                *run,
               const SheafAccount *account,
               gboolean            by_row)
{
  gboolean   internal_account = account->scope == SHEAF_ACCOUNT_SCOPE_INTERNAL;
  SheafMoney internal = by_row
                            ? net_turnover (run->totals, account->id, SHEAF_SCOPE_INTERNAL)
                            : (internal_account ? net_turnover (run->totals, account->id, ANY_SCOPE)
                                                : SHEAF_MONEY_ZERO);

  move (run, account, account_of (run, "external"),
        sheaf_money_sub (net_turnover (run->totals, account->id, ANY_SCOPE), internal),
        SHEAF_SCOPE_EXTERNAL);
  move (run, account, account_of (run, "internal"), internal, SHEAF_SCOPE_INTERNAL);
}

static gboolean
run_step (Run        *run,
          const Base *base)
{
  g_auto (GStrv) from = g_key_file_get_string_list (run->data, run->step, "from", NULL, NULL);
  g_autofree char *split = g_key_file_get_string (run->data, run->step, "split", NULL);
  SheafMoney       sum = SHEAF_MONEY_ZERO, given = SHEAF_MONEY_ZERO;

  for (gsize f = 0; from != NULL && from[f] != NULL; f++)
    {
      const SheafAccount *group = sheaf_chart_by_code (run->chart, from[f]);

      run->bad = run->bad || group == NULL;
      for (guint i = 0; group != NULL && i < sheaf_chart_count (run->chart); i++)
        {
          const SheafAccount *account = sheaf_chart_at (run->chart, i);

          if (!account->postable || !sheaf_chart_is_under (run->chart, account, group))
            continue;
          if (g_strcmp0 (split, "key") == 0)
            close_shared (run, account, base, &sum, &given);
          else if (g_strcmp0 (split, "tax-key") == 0)
            close_tax (run, account);
          else if (g_strcmp0 (split, "external") == 0)
            move (run, account, account_of (run, "external"),
                  net_turnover (run->totals, account->id, ANY_SCOPE), SHEAF_SCOPE_EXTERNAL);
          else
            close_by_side (run, account, g_strcmp0 (split, "scope") == 0);
        }
    }
  return from != NULL && split != NULL && !run->bad;
}

gboolean
sheaf_closing_run_steps (SheafBook              *book,
                         SheafTotals            *totals,
                         const SheafClosingKeys *keys,
                         SheafVoucher           *voucher,
                         GError                **error)
{
  g_autoptr (GKeyFile) data = load_data (book, sheaf_date_year (totals->to), error);
  g_auto (GStrv) steps = NULL;
  Run  run = { .book = book, .totals = totals, .keys = keys, .voucher = voucher, .data = data };
  Base base;

  if (data == NULL || (run.chart = sheaf_chart_get (book, error)) == NULL)
    return FALSE;
  base = measure_base (&run, keys->key == SHEAF_CLOSING_BY_COST);
  steps = g_key_file_get_string_list (data, "closing", "order", NULL, NULL);
  for (gsize i = 0; steps != NULL && steps[i] != NULL; i++)
    {
      run.step = steps[i];
      if (!run_step (&run, &base))
        {
          g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
                       _ ("step “%s” of the closing data names an account that is not in the "
                          "chart: install the program again"),
                       steps[i]);
          return FALSE;
        }
    }
  return TRUE;
}

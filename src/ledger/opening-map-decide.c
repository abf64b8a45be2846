/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to what a map between two charts leaves to a human, and judging them. */
#include "base/i18n.h"
#include "ledger/opening-map.h"

#include <string.h>

static SheafMoney
size_of (SheafMoney amount)
{
  return amount.units < 0 ? sheaf_money_neg (amount) : amount;
}

static SheafMoney
sum_parts (const SheafMapBalance *balance)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = 0; i < balance->parts->len; i++)
    sum = sheaf_money_add (sum, g_array_index (balance->parts, SheafMapPart, i).amount);
  return sum;
}

SheafMoney
sheaf_map_part_amount (const SheafMapBalance *balance,
                       guint                  part)
{
  const SheafMapPart *asked = &g_array_index (balance->parts, SheafMapPart, part);

  if (asked->amount.units != 0)
    return asked->amount;
  return sheaf_money_sub (size_of (balance->amount), sum_parts (balance));
}

void
sheaf_map_balance_clear (SheafMapBalance *balance)
{
  g_array_set_size (balance->parts, 0);
}

/* What a message calls a balance: "442 (KH1, HD-01)". Free with g_free. */
static char *
name_balance (const char *account,
              const char *party,
              const char *item)
{
  if (*party == '\0' && *item == '\0')
    return g_strdup (account);
  return g_strdup_printf ("%s (%s%s%s)", account, party,
                          *party != '\0' && *item != '\0' ? ", " : "", item);
}

static SheafMapBalance *
find_question (const SheafOpeningMap *map,
               const char            *account,
               const char            *party,
               const char            *item)
{
  for (guint i = 0; i < map->balances->len; i++)
    {
      SheafMapBalance *balance = map->balances->pdata[i];

      if (balance->question != NULL && strcmp (balance->account, account) == 0 &&
          strcmp (balance->party, party) == 0 && strcmp (balance->item, item) == 0)
        return balance;
    }
  return NULL;
}

static gboolean
has_open_part (const SheafMapBalance *balance)
{
  for (guint i = 0; i < balance->parts->len; i++)
    if (g_array_index (balance->parts, SheafMapPart, i).amount.units == 0)
      return TRUE;
  return FALSE;
}

void
sheaf_opening_map_decide (SheafOpeningMap *map,
                          const char      *account,
                          const char      *party,
                          const char      *item,
                          const char      *new_account,
                          SheafMoney       amount,
                          const char      *file,
                          guint            line,
                          SheafProblems   *problems)
{
  SheafMapBalance *balance = find_question (map, account, party, item);
  g_autofree char *name = name_balance (account, party, item);

  if (balance == NULL)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, line, "account",
                        _ ("nothing is asked about %s: take the row out or correct account, party "
                           "and item"),
                        name);
  else if (!g_strv_contains ((const char *const *) balance->targets, new_account))
    {
      g_autofree char *targets = g_strjoinv (", ", balance->targets);

      sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, line, "new_account",
                          _ ("%s cannot go to %s: answer with one of %s"), name, new_account,
                          targets);
    }
  else if (amount.units == 0 && has_open_part (balance))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, line, "amount",
                        _ ("only one answer on %s may leave the amount out: give the amount"),
                        name);
  else
    {
      g_array_set_size (balance->parts, balance->parts->len + 1);
      g_array_index (balance->parts, SheafMapPart, balance->parts->len - 1) =
          (SheafMapPart){ .account = g_strdup (new_account), .amount = amount, .line = line };
    }
}

static void
tell_unanswered (const SheafMapBalance *balance,
                 const char            *name,
                 const char            *file,
                 SheafProblems         *problems)
{
  g_autofree char *amount = sheaf_money_to_text (size_of (balance->amount));
  g_autofree char *targets = g_strjoinv (", ", balance->targets);

  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, file != NULL ? 1 : 0, NULL,
                      balance->amount.units < 0
                          ? _ ("account %s, credit %s: %s Answer with one of %s.")
                          : _ ("account %s, debit %s: %s Answer with one of %s."),
                      name, amount, balance->question, targets);
}

static void
check_sum (const SheafMapBalance *balance,
           const char            *name,
           const char            *file,
           SheafProblems         *problems)
{
  SheafMoney       whole = size_of (balance->amount), sum = sum_parts (balance);
  gboolean         open = has_open_part (balance);
  guint            line = g_array_index (balance->parts, SheafMapPart, 0).line;
  g_autofree char *whole_text = sheaf_money_to_text (whole);
  g_autofree char *sum_text = sheaf_money_to_text (sum);

  if (balance->currency != NULL && balance->parts->len > 1)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, line, "amount",
                        _ ("the foreign balance of %s cannot be divided: answer with one account"),
                        name);
  else if (open ? sum.units >= whole.units && whole.units > 0 : sum.units != whole.units)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, line, "amount",
                        _ ("the parts of %s add up to %s, its balance is %s: mend the amounts"),
                        name, sum_text, whole_text);
}

/* The new account may ask for more than the old one did. */
static void
check_needs (const SheafChart      *chart,
             const SheafMapBalance *balance,
             const char            *name,
             const char            *file,
             SheafProblems         *problems)
{
  gboolean party = *balance->party != '\0';
  gboolean item = *balance->item != '\0' || balance->new_item != NULL;

  for (guint i = 0; i < balance->parts->len; i++)
    {
      const SheafMapPart *part = &g_array_index (balance->parts, SheafMapPart, i);
      SheafNeeds          needs = sheaf_chart_by_code (chart, part->account)->needs;

      if ((needs == SHEAF_NEEDS_PARTY && !party) || (needs == SHEAF_NEEDS_ITEM && !item) ||
          (needs == SHEAF_NEEDS_EITHER && !party && !item) ||
          (needs == SHEAF_NEEDS_BOTH && !(party && item)))
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, part->line, "new_account",
                            _ ("%s names nobody and nothing, which %s asks for: reverse its "
                               "entries in the old book and enter them with a party or item"),
                            name, part->account);
    }
}

/* The net of what goes to the account of a role; debit positive. */
static SheafMoney
sum_role (const SheafOpeningMap *map,
          const SheafChart      *chart,
          const char            *role)
{
  const SheafAccount *group = sheaf_chart_by_role (chart, role, NULL);
  SheafMoney          sum = SHEAF_MONEY_ZERO;

  for (guint b = 0; group != NULL && b < map->balances->len; b++)
    {
      const SheafMapBalance *balance = map->balances->pdata[b];

      for (guint i = 0; i < balance->parts->len; i++)
        {
          const char *code = g_array_index (balance->parts, SheafMapPart, i).account;
          SheafMoney  amount = sheaf_map_part_amount (balance, i);

          if (!sheaf_chart_is_under (chart, sheaf_chart_by_code (chart, code), group))
            continue;
          sum = balance->amount.units < 0 ? sheaf_money_sub (sum, amount)
                                          : sheaf_money_add (sum, amount);
        }
    }
  return sum;
}

/* Common assets stand against their source (Circular 71, accounts 212 and 4422). */
static void
warn_of_source (const SheafOpeningMap *map,
                const SheafChart      *chart,
                const char            *file,
                SheafProblems         *problems)
{
  const SheafAccount *assets = sheaf_chart_by_role (chart, "common-assets", NULL);
  const SheafAccount *source = sheaf_chart_by_role (chart, "common-asset-source", NULL);

  if (assets == NULL || source == NULL || sum_role (map, chart, assets->role).units <= 0 ||
      sum_role (map, chart, source->role).units != 0)
    return;
  sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, file, 0, NULL,
                      _ ("assets go to %s but nothing to their source %s: check the answers on "
                         "grants, or move the source by a voucher in the new book"),
                      assets->code, source->code);
}

void
sheaf_opening_map_check (const SheafOpeningMap *map,
                         const char            *file,
                         SheafProblems         *problems)
{
  const SheafChart *chart = sheaf_chart_get (map->target, NULL);
  guint             before = problems->errors;

  g_return_if_fail (chart != NULL);
  for (guint i = 0; i < map->balances->len; i++)
    {
      const SheafMapBalance *balance = map->balances->pdata[i];
      g_autofree char       *name = name_balance (balance->account, balance->party, balance->item);

      if (balance->parts->len == 0)
        tell_unanswered (balance, name, file, problems);
      else
        {
          check_sum (balance, name, file, problems);
          check_needs (chart, balance, name, file, problems);
        }
    }
  if (problems->errors == before)
    warn_of_source (map, chart, file, problems);
}

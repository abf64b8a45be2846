/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which layers a redemption takes: a pure function. */
#include "base/i18n.h"
#include "notices/error.h"
#include "notices/redeem.h"

#include <string.h>

/* A notice that may be taken, with its place in the list. */
typedef struct
{
  const SheafNotice *notice;
  guint              place;
  SheafDate          birth; /* SHEAF_DATE_NONE: not known */
  SheafMoney         taken;
} Candidate;

static SheafDate
find_birth (GHashTable        *births,
            const SheafNotice *notice)
{
  const SheafDate *birth = births == NULL ? NULL : g_hash_table_lookup (births, &notice->party_id);

  return birth == NULL ? SHEAF_DATE_NONE : *birth;
}

/* A person is of an age from the birthday on. */
static gboolean
is_of_age (SheafDate birth,
           guint     age,
           SheafDate day)
{
  return !sheaf_date_is_none (birth) &&
         sheaf_date_cmp (sheaf_date_add_months (birth, age * 12), day) <= 0;
}

gboolean
sheaf_redemption_takes (const SheafRedemption *spec,
                        const SheafNotice     *notice)
{
  return notice->left.units > 0 && (spec->party_id == 0 || notice->party_id == spec->party_id) &&
         (spec->through == 0 || notice->year <= spec->through);
}

static GArray *
list_candidates (const GPtrArray       *notices,
                 GHashTable            *births,
                 const SheafRedemption *spec)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < notices->len; i++)
    {
      const SheafNotice *notice = notices->pdata[i];
      Candidate          one = { notice, i, find_birth (births, notice), { 0 } };

      if (sheaf_redemption_takes (spec, notice) &&
          (spec->age == 0 || is_of_age (one.birth, spec->age, spec->date)))
        g_array_append_val (candidates, one);
    }
  return candidates;
}

static int
compare_ages (gconstpointer a,
              gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;
  gboolean         unknown[] = { sheaf_date_is_none (one->birth),
                                 sheaf_date_is_none (other->birth) };
  int              order;

  if (unknown[0] || unknown[1])
    order = (int) unknown[0] - (int) unknown[1];
  else
    order = sheaf_date_cmp (one->birth, other->birth);
  if (order == 0)
    order = strcmp (one->notice->code, other->notice->code);
  return order != 0 ? order : (int) (one->place > other->place) - (one->place < other->place);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  return (int) (one->place > other->place) - (one->place < other->place);
}

static SheafMoney
sum_left (const GArray *candidates,
          guint         from,
          guint         to)
{
  SheafMoney sum = SHEAF_MONEY_ZERO;

  for (guint i = from; i < to; i++)
    sum = sheaf_money_add (sum, g_array_index (candidates, Candidate, i).notice->left);
  return sum;
}

/* Shares amount ≤ what is left over the candidates in proportion to it; none gets more than its
 * own, as only whole units are rounded up. */
static void
share (GArray    *candidates,
       guint      from,
       guint      to,
       SheafMoney amount)
{
  const guint             n = to - from;
  g_autofree SheafWeight *weights = g_new (SheafWeight, n);
  g_autofree SheafMoney  *shares = g_new0 (SheafMoney, n);

  for (guint i = 0; i < n; i++)
    weights[i] = (SheafWeight) g_array_index (candidates, Candidate, from + i).notice->left.units;
  if (!sheaf_money_allocate (amount, weights, n, shares))
    return;
  for (guint i = 0; i < n; i++)
    g_array_index (candidates, Candidate, from + i).taken = shares[i];
}

/* Year by year; the year in which the amount ends is shared in proportion. */
static void
take_oldest (GArray    *candidates,
             SheafMoney amount)
{
  for (guint from = 0, to; from < candidates->len && amount.units > 0; from = to)
    {
      const int  year = g_array_index (candidates, Candidate, from).notice->year;
      SheafMoney there;

      for (to = from; to < candidates->len; to++)
        if (g_array_index (candidates, Candidate, to).notice->year != year)
          break;
      there = sum_left (candidates, from, to);
      there = sheaf_money_cmp (there, amount) < 0 ? there : amount;
      share (candidates, from, to, there);
      amount = sheaf_money_sub (amount, there);
    }
}

static void
take_in_turn (GArray    *candidates,
              SheafMoney amount)
{
  g_array_sort (candidates, compare_ages);
  for (guint i = 0; i < candidates->len && amount.units > 0; i++)
    {
      Candidate *one = &g_array_index (candidates, Candidate, i);

      one->taken = sheaf_money_cmp (one->notice->left, amount) < 0 ? one->notice->left : amount;
      amount = sheaf_money_sub (amount, one->taken);
    }
  g_array_sort (candidates, compare_places);
}

/* How much is to be redeemed of what is there. */
static gboolean
find_amount (const SheafRedemption *spec,
             SheafMoney             there,
             SheafMoney            *ret_amount,
             GError               **error)
{
  SheafMoney amount = spec->amount;

  if (there.units == 0)
    {
      g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_NOTHING,
                   _ ("there is nothing to redeem by this choice: see what is open with “notices”, "
                      "or choose other years or members"));
      return FALSE;
    }
  if (amount.units == 0)
    amount = spec->order != SHEAF_REDEEM_PART
                 ? there
                 : sheaf_money_mul_div (there, spec->part.millionths, 1000000, SHEAF_ROUND_HALF_UP);
  if (amount.units <= 0)
    g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_NOTHING,
                 _ ("the part is too small for anything to be redeemed: choose a larger one, or an "
                    "amount"));
  else if (sheaf_money_cmp (amount, there) > 0)
    g_set_error (error, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_AMOUNT,
                 _ ("%s is more than the %s that are open by this choice: redeem at most that"),
                 sheaf_money_word (amount).text, sheaf_money_word (there).text);
  else
    {
      *ret_amount = amount;
      return TRUE;
    }
  return FALSE;
}

GArray *
sheaf_redeem_choose (const GPtrArray       *notices,
                     GHashTable            *births,
                     const SheafRedemption *spec,
                     GError               **error)
{
  g_autoptr (GArray) candidates = NULL;
  GArray    *lines;
  SheafMoney amount;

  g_return_val_if_fail (notices != NULL && spec != NULL, NULL);
  candidates = list_candidates (notices, births, spec);
  if (!find_amount (spec, sum_left (candidates, 0, candidates->len), &amount, error))
    return NULL;
  if (spec->order == SHEAF_REDEEM_OLDEST)
    take_oldest (candidates, amount);
  else if (spec->order == SHEAF_REDEEM_OLDEST_MEMBER)
    take_in_turn (candidates, amount);
  else
    share (candidates, 0, candidates->len, amount);
  lines = g_array_new (FALSE, FALSE, sizeof (SheafRedeemLine));
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *one = &g_array_index (candidates, Candidate, i);
      SheafRedeemLine  line = { one->notice, one->taken };

      if (line.amount.units > 0)
        g_array_append_val (lines, line);
    }
  return lines;
}

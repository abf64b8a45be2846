/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is paid on a list, and what of which year. */
#include "base/i18n.h"
#include "book/setting.h"
#include "distribution/approval.h"
#include "distribution/law-deadline.h"
#include "members/member.h"
#include "payouts/error.h"
#include "payouts/making.h"
#include "payouts/withholding.h"

#include <string.h>

void
sheaf_payout_making_clear (SheafPayoutMaking *making)
{
  sheaf_law_free (making->law);
  g_free (making->sector);
  g_clear_pointer (&making->plans, g_hash_table_unref);
  g_clear_pointer (&making->payees, g_hash_table_unref);
  g_clear_pointer (&making->debtors, g_hash_table_unref);
  g_clear_pointer (&making->tallies, g_ptr_array_unref);
  g_clear_pointer (&making->parts, g_array_unref);
  sheaf_payout_batch_free (making->batch);
}

static gboolean
find_accounts (SheafPayoutMaking *making,
               GError           **error)
{
  const SheafChart *chart = sheaf_chart_get (making->book, error);

  if (chart == NULL)
    return FALSE;
  making->payable = sheaf_chart_posting_account (chart, "member-payable", error);
  if (making->payable == NULL)
    return FALSE;
  making->money = sheaf_payout_money_account (chart, making->spec->method, error);
  return making->money != NULL;
}

/* The plan that a year's shares were approved under; its taxes count. */
static const SheafPlan *
find_plan (SheafPayoutMaking *making,
           int                year,
           GError           **error)
{
  SheafPlan *plan = g_hash_table_lookup (making->plans, GINT_TO_POINTER (year));
  g_autoptr (SheafApproval) approval = NULL;

  if (plan != NULL)
    return plan;
  approval = sheaf_approval_find (making->book, year, error);
  plan = approval == NULL ? NULL
                          : sheaf_plan_load_id (making->book, making->law, approval->plan_id,
                                                error);
  if (plan != NULL)
    g_hash_table_insert (making->plans, GINT_TO_POINTER (year), plan);
  return plan;
}

static gboolean
check_state (SheafPayoutMaking *making,
             GError           **error)
{
  const SheafPayoutSpec *spec = making->spec;
  SheafPlanState         state;
  g_autoptr (SheafApproval) approval = NULL;

  if (!sheaf_plan_state (making->book, spec->year, &state, error))
    return FALSE;
  if (state != SHEAF_PLAN_POSTED)
    {
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE,
                   _ ("the distribution of %d is not posted: approve and post it before paying"),
                   spec->year);
      return FALSE;
    }
  approval = sheaf_approval_find (making->book, spec->year, error);
  if (approval == NULL)
    return FALSE;
  making->posting_id = approval->posting_id;
  if (sheaf_date_cmp (approval->posted, spec->date) <= 0)
    return TRUE;
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE,
               _ ("the distribution of %d is posted on a later day: pay on that day or after it"),
               spec->year);
  return FALSE;
}

static gboolean
find_minimum (SheafPayoutMaking *making,
              GError           **error)
{
  const SheafPlan *plan = find_plan (making, making->spec->year, error);

  if (plan == NULL)
    return FALSE;
  making->batch->minimum = making->spec->minimum.units >= 0 ? making->spec->minimum
                                                            : plan->minimum_payout;
  return TRUE;
}

/* Everyone is a person until the register says otherwise. */
static gboolean
read_payees (SheafPayoutMaking *making,
             GError           **error)
{
  g_autoptr (GPtrArray) members = sheaf_member_list (making->book, error);

  making->payees = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; members != NULL && i < members->len; i++)
    {
      const SheafMember *member = members->pdata[i];

      g_hash_table_insert (making->payees, g_memdup2 (&member->party_id, sizeof (gint64)),
                           GINT_TO_POINTER (sheaf_withholding_payee (member)));
    }
  return members != NULL;
}

static gboolean
knows_all (SheafPayoutMaking *making,
           const char *const *codes,
           GError           **error)
{
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < making->tallies->len && !known; k++)
        {
          const SheafPayoutStanding *standing = making->tallies->pdata[k];

          known = standing->share.units > 0 && strcmp (standing->code, codes[i]) == 0 &&
                  (standing->year == making->spec->year ||
                   (making->spec->earlier && standing->year < making->spec->year));
        }
      if (known)
        continue;
      g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOT_FOUND,
                   _ ("%s has no share in money in the distribution of %d: see the codes of those "
                      "who have"),
                   codes[i], making->spec->year);
      return FALSE;
    }
  return TRUE;
}

static void warn (SheafPayoutMaking *making, const char *code, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
warn (SheafPayoutMaking *making,
      const char        *code,
      const char        *format,
      ...)
{
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (making->problems, SHEAF_PROBLEM_WARNING, NULL, 0, code, "%s", text);
}

/* What a list of this kind takes of a member's year; of the earlier years, all. */
static SheafMoney
take_open (SheafPayoutMaking      *making,
           const SheafPayoutTally *tally)
{
  const SheafPayoutSpec     *spec = making->spec;
  const SheafPayoutStanding *standing = &tally->standing;
  SheafMoney                 open = standing->open, upto;

  if (standing->year != spec->year && (!spec->earlier || standing->year > spec->year))
    return SHEAF_MONEY_ZERO;
  if (!sheaf_payout_tally_is_posted (tally, spec->date))
    return SHEAF_MONEY_ZERO;
  if (sheaf_money_cmp (open, tally->due) < 0)
    warn (making, standing->code,
          _ ("%s of the share are unpaid but the ledger owes %s, only that is paid"),
          sheaf_money_word (tally->due).text, sheaf_money_word (open).text);
  if (spec->part.millionths <= 0 || standing->year != spec->year)
    return open;
  upto = sheaf_money_mul_div (standing->share, spec->part.millionths, 1000000, SHEAF_ROUND_DOWN);
  upto = sheaf_money_sub (upto, sheaf_money_sub (standing->gross, standing->returned));
  return sheaf_money_cmp (upto, open) < 0 ? SHEAF_MONEY (MAX (upto.units, 0)) : open;
}

/* TRUE when the member is paid now; a warning says why not. */
static gboolean
is_due (SheafPayoutMaking         *making,
        const SheafPayoutStanding *standing,
        SheafMoney                 sum)
{
  if (sheaf_money_cmp (sum, making->batch->minimum) < 0)
    {
      warn (making, standing->code, _ ("%s is below the minimum of %s and stays open"),
            sheaf_money_word (sum).text, sheaf_money_word (making->batch->minimum).text);
      return FALSE;
    }
  if (making->spec->method == SHEAF_PAYOUT_BANK &&
      !sheaf_payout_standing_has_account (standing))
    {
      warn (making, standing->code,
            _ ("no bank account is known and %s stays open, pay it in cash"),
            sheaf_money_word (sum).text);
      return FALSE;
    }
  return TRUE;
}

static gboolean
add_line (SheafPayoutMaking      *making,
          const SheafPayoutTally *tally,
          SheafMoney              open,
          GError                **error)
{
  const SheafPayoutStanding *standing = &tally->standing;
  SheafPayoutLine           *line = sheaf_payout_batch_add (making->batch);
  SheafMoney                 fresh = sheaf_payout_tally_fresh (tally, open);
  SheafPayoutParts           parts;

  line->party_id = standing->party_id;
  line->code = g_strdup (standing->code);
  line->name = g_strdup (standing->name);
  line->bank_bin = g_strdup (standing->bank_bin);
  line->bank_account = g_strdup (standing->bank_account);
  line->voucher_number = g_strdup ("");
  line->year = standing->year;
  line->gross = open;
  line->taxed.units = MAX (open.units - fresh.units, 0);
  line->since = making->spec->date;
  line->state = making->spec->method == SHEAF_PAYOUT_BANK ? SHEAF_PAYOUT_ORDERED
                                                          : SHEAF_PAYOUT_PAID;
  line->paid = TRUE;
  sheaf_payout_tally_split (tally, fresh, parts.amounts);
  g_array_append_val (making->parts, parts);
  return find_plan (making, line->year, error) != NULL;
}

/* One member: the tallies from first up to end. */
static gboolean
choose_member (SheafPayoutMaking *making,
               guint              first,
               guint              end,
               GError           **error)
{
  const SheafPayoutStanding *standing = making->tallies->pdata[first];
  guint                      before = making->batch->lines->len;
  SheafMoney                 sum = SHEAF_MONEY_ZERO;
  g_autoptr (GArray) opens = g_array_new (FALSE, FALSE, sizeof (SheafMoney));

  if (making->spec->only != NULL && !g_strv_contains (making->spec->only, standing->code))
    return TRUE;
  for (guint i = first; i < end; i++)
    {
      SheafMoney open = take_open (making, making->tallies->pdata[i]);

      g_array_append_val (opens, open);
      sum = sheaf_money_add (sum, open);
    }
  if (sum.units <= 0 || !is_due (making, standing, sum))
    return TRUE;
  for (guint i = first; i < end; i++)
    {
      SheafMoney open = g_array_index (opens, SheafMoney, i - first);

      if (open.units > 0 && !add_line (making, making->tallies->pdata[i], open, error))
        return FALSE;
    }
  return sheaf_payout_tax_lines (making, before, error) &&
         sheaf_payout_set_off_lines (making, before, error);
}

static gboolean
choose_all (SheafPayoutMaking *making,
            GError           **error)
{
  for (guint i = 0, end; i < making->tallies->len; i = end)
    {
      const SheafPayoutStanding *standing = making->tallies->pdata[i];

      for (end = i + 1; end < making->tallies->len; end++)
        if (((SheafPayoutStanding *) making->tallies->pdata[end])->party_id != standing->party_id)
          break;
      if (!choose_member (making, i, end, error))
        return FALSE;
    }
  if (making->batch->lines->len > 0)
    return TRUE;
  g_set_error (
      error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOTHING,
      _ ("nobody is left to be paid from the distribution of %d: see who is paid and who is "
         "open"),
      making->spec->year);
  return FALSE;
}

/* Of every year that is paid, once. */
static void
warn_late (SheafPayoutMaking *making)
{
  g_autoptr (GHashTable) warned = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < making->batch->lines->len; i++)
    {
      const SheafPayoutLine *line = making->batch->lines->pdata[i];
      SheafDate              end = sheaf_book_year_end (making->book, line->year);

      if (g_hash_table_add (warned, GINT_TO_POINTER (line->year)))
        sheaf_law_warn_late (making->law, line->year, end, making->spec->date, making->problems);
    }
}

static void
start (SheafPayoutMaking *making)
{
  const SheafPayoutSpec *spec = making->spec;

  making->plans = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) sheaf_plan_free);
  making->parts = g_array_new (FALSE, FALSE, sizeof (SheafPayoutParts));
  making->sector = sheaf_setting_find (making->book, "sector");
  making->batch = sheaf_payout_batch_new ();
  making->batch->year = spec->year;
  making->batch->method = spec->method;
  making->batch->date = spec->date;
  making->batch->part = spec->part;
  making->batch->earlier = spec->earlier;
  making->batch->net_debts = spec->net_debts;
}

gboolean
sheaf_payout_choose (SheafPayoutMaking *making,
                     GError           **error)
{
  start (making);
  if (!check_state (making, error) || !find_accounts (making, error))
    return FALSE;
  making->law = sheaf_law_of_payments (making->book, error);
  if (making->law == NULL || !find_minimum (making, error) || !read_payees (making, error))
    return FALSE;
  making->tallies = sheaf_payout_tally_list (making->book, making->spec->date, error);
  if (making->tallies == NULL || !knows_all (making, making->spec->only, error) ||
      !knows_all (making, making->spec->keep_debts, error) ||
      !sheaf_payout_find_debtors (making, error) || !choose_all (making, error))
    return FALSE;
  warn_late (making);
  return TRUE;
}

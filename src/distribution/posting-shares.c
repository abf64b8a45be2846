/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a distribution gives to its members: a row for each member, profit and account. */
#include "base/i18n.h"
#include "distribution/error.h"
#include "distribution/posting-private.h"
#include "distribution/posting.h"
#include "distribution/provisional.h"
#include "ledger/party.h"

#include <string.h>

/* The account that each form of a member's share is credited to. */
static const SheafAccount *
form_account (const SheafPosting *posting,
              SheafPool           pool,
              SheafPayForm        form,
              GError            **error)
{
  const SheafAccount *account = NULL;
  const char         *code = posting->plan->payments[pool].accounts[form];

  /* What is left in as capital is declared to the member first; the event takes it from there. */
  if (form == SHEAF_PAY_FORM_MONEY || form == SHEAF_PAY_FORM_CAPITAL)
    return posting->payable;
  return sheaf_posting_account (posting, code != NULL ? code : "", &account, error) ? account
                                                                                    : NULL;
}

/* What a member gets of one profit on one account, with the pools that it comes from. */
typedef struct
{
  const SheafAccount *account;
  SheafMoney          amount;
  guint               pools; /* a bit each */
} Gain;

static void
add_gain (GArray             *gains,
          const SheafAccount *account,
          SheafPool           pool,
          SheafMoney          amount)
{
  Gain gain = { account, amount, 1u << pool };

  for (guint i = 0; i < gains->len; i++)
    {
      Gain *known = &g_array_index (gains, Gain, i);

      if (known->account != account)
        continue;
      known->amount = sheaf_money_add (known->amount, amount);
      known->pools |= amount.units != 0 ? gain.pools : 0;
      return;
    }
  if (amount.units == 0)
    gain.pools = 0;
  g_array_append_val (gains, gain);
}

/* "Internal by use; internal by capital": the pack's words of each pool that gave money. */
static const char *
gain_text (SheafPosting *posting,
           SheafSide     side,
           guint         pools)
{
  GString *text;

  if (posting->texts[side][pools] != NULL)
    return posting->texts[side][pools];
  text = g_string_new (NULL);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_autofree char *words = NULL;

      if ((pools & 1u << pool) == 0)
        continue;
      words = sheaf_law_text (posting->law, sheaf_pool_name (side, pool), NULL);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", words);
    }
  posting->texts[side][pools] = g_string_free (text, FALSE);
  return posting->texts[side][pools];
}

/* One row for each account, and for what was appropriated provisionally. */
static gboolean
add_member (SheafPosting *posting,
            SheafSide     side,
            const char   *code,
            GArray       *gains,
            GError      **error)
{
  gint64 party_id = sheaf_party_find (posting->book, code);

  if (party_id == 0)
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_NO_SHARE,
                   _ ("member %s is not in the book: restore a backup"), code);
      return FALSE;
    }
  for (guint i = 0; i < gains->len; i++)
    {
      const Gain *gain = &g_array_index (gains, Gain, i);

      sheaf_posting_row (posting, side, gain->account, party_id,
                         sheaf_provisional_settle (posting->provisionals, side, gain->account->id,
                                                   party_id, gain->amount),
                         gain_text (posting, side, gain->pools));
    }
  g_array_set_size (gains, 0);
  return TRUE;
}

/* What a share gives, by account. Parts stand in the order of shares; *at is the first one that
 * may belong to this one. */
static gboolean
add_share (SheafPosting     *posting,
           const SheafShare *share,
           guint            *at,
           GArray           *gains,
           GError          **error)
{
  const GArray *parts = posting->distribution->parts;

  if (!posting->plan->payments[share->pool].given)
    add_gain (gains, posting->payable, share->pool, share->amount);
  for (; *at < parts->len; (*at)++)
    {
      const SheafSharePart *part = &g_array_index (parts, SheafSharePart, *at);
      const SheafAccount   *account;

      if (part->side != share->side || part->pool != share->pool ||
          strcmp (part->code, share->code) != 0)
        break;
      account = form_account (posting, part->pool, part->form, error);
      if (account == NULL)
        return FALSE;
      add_gain (gains, account, part->pool, part->amount);
    }
  return TRUE;
}

/* The pools of a profit that something is shared from, as bits. */
static guint
given_pools (const SheafPosting *posting,
             SheafSide           side)
{
  guint pools = 0;

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    if (posting->distribution->pools[side][pool].amount.units > 0)
      pools |= 1u << pool;
  return pools;
}

/* Shares stand by member, then side: a voucher for each profit, in it one row for each member and
 * account; the pools are in plan_share. */
gboolean
sheaf_posting_shares (SheafPosting *posting,
                      GError      **error)
{
  const GArray *shares = posting->distribution->shares;
  SheafVoucher *vouchers[SHEAF_SIDES] = { NULL };
  g_autoptr (GArray) gains = g_array_new (FALSE, FALSE, sizeof (Gain));
  guint at = 0;

  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      sheaf_posting_begin (posting, sheaf_plan_shares_step (side),
                           gain_text (posting, side, given_pools (posting, side)));
      vouchers[side] = posting->voucher;
    }
  for (guint i = 0; i < shares->len; i++)
    {
      const SheafShare *share = &g_array_index (shares, SheafShare, i);
      const SheafShare *next = i + 1 < shares->len ? share + 1 : NULL;

      posting->voucher = vouchers[share->side];
      if (!add_share (posting, share, &at, gains, error))
        return FALSE;
      if ((next == NULL || next->side != share->side || strcmp (next->code, share->code) != 0) &&
          !add_member (posting, share->side, share->code, gains, error))
        return FALSE;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Here because all the books that vouchers may belong to lie below. */
#include "payouts/reversal.h"

#include "base/i18n.h"
#include "capital/event.h"
#include "distribution/posting.h"
#include "notices/error.h"
#include "notices/redeem.h"
#include "payouts/error.h"
#include "payouts/return.h"
#include "payouts/standing.h"

#include <string.h>

/* The capital event that the voucher posted; 0: none. */
static gboolean
find_event (SheafBook *book,
            gint64     voucher_id,
            gint64    *ret_event,
            GError   **error)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, 0, error);

  *ret_event = 0;
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (event->voucher_id == voucher_id && event->reverses_id == 0)
        *ret_event = event->id;
    }
  return events != NULL;
}

/* Lists have paid the member no more of the year than the share that is left. */
static gboolean
check_left (const SheafPayoutStanding *standing,
            SheafMoney                 back,
            GError                   **error)
{
  SheafMoney paid = sheaf_money_sub (standing->gross, standing->returned);
  SheafMoney left = sheaf_money_sub (standing->share, back);

  if (sheaf_money_cmp (paid, left) <= 0)
    return TRUE;
  g_set_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE,
               _ ("%s was paid %s with the distribution of %d, of which only %s would be left: "
                  "reverse the payment first"),
               standing->code, sheaf_money_word (paid).text, standing->year,
               sheaf_money_word (left).text);
  return FALSE;
}

/* Another year's share that is still owed pays nothing back: each year by itself. Where the year is
 * not posted, its redemptions are on no list, and the ledger alone tells. */
static gboolean
take_redemption_back (SheafBook  *book,
                      gint64      id,
                      int         year,
                      SheafDate   date,
                      const char *reason,
                      GError    **error)
{
  g_autoptr (GPtrArray) given = sheaf_redeemed_by_voucher (book, id, error);
  g_autoptr (GPtrArray) standings = NULL;

  standings = given == NULL ? NULL : sheaf_payout_standing_list (book, year, date, error);
  if (standings == NULL)
    return FALSE;
  for (guint i = 0, at = 0; i < given->len; i++)
    {
      const SheafRedeemed       *one = given->pdata[i];
      const SheafPayoutStanding *standing;

      /* Both stand by code. */
      while (at < standings->len &&
             strcmp (((SheafPayoutStanding *) standings->pdata[at])->code, one->code) < 0)
        at++;
      standing = at < standings->len ? standings->pdata[at] : NULL;
      if (standing != NULL && standing->party_id == one->party_id &&
          sheaf_money_cmp (standing->share, one->amount) >= 0 &&
          !check_left (standing, one->amount, error))
        return FALSE;
    }
  return sheaf_redeem_take_back (book, id, date, reason, error);
}

gboolean
sheaf_journal_unpost (SheafBook  *book,
                      int         year,
                      SheafDate   date,
                      const char *reason,
                      GError    **error)
{
  g_autoptr (GPtrArray) standings = sheaf_payout_standing_list (book, year, date, error);

  for (guint i = 0; standings != NULL && i < standings->len; i++)
    {
      const SheafPayoutStanding *standing = standings->pdata[i];

      if (!check_left (standing, standing->share, error))
        return FALSE;
    }
  return standings != NULL && sheaf_plan_unpost (book, year, date, reason, error);
}

static gboolean
take_back (SheafBook  *book,
           gint64      id,
           int         year,
           gint64      event,
           SheafDate   date,
           const char *reason,
           GError    **error)
{
  SheafPayoutVoucher payout;
  gint64             batch_id, party_id;
  gboolean           redemption, whole;
  int                redeemed_year;

  if (year != 0)
    return sheaf_journal_unpost (book, year, date, reason, error);
  if (event != 0)
    return sheaf_capital_reverse (book, event, date, reason, error);
  if (!sheaf_redeem_of_voucher (book, id, &redemption, &redeemed_year, error))
    return FALSE;
  whole = *reason != '\0' && sheaf_voucher_reversed_by (book, id) == 0;
  if (redemption && whole)
    return take_redemption_back (book, id, redeemed_year, date, reason, error);
  if (!sheaf_payout_of_voucher (book, id, &payout, &batch_id, &party_id, error))
    return FALSE;
  if (payout == SHEAF_PAYOUT_VOUCHER_PAYMENT && whole)
    return sheaf_payout_take_back (book, batch_id, party_id, date, reason, error);
  if (payout == SHEAF_PAYOUT_VOUCHER_RETURN && whole)
    return sheaf_payout_return_take_back (book, batch_id, party_id, date, reason, error);
  if (!sheaf_notice_check_unredeemed (book, id, error))
    return FALSE;
  return sheaf_voucher_reverse (book, id, date, reason, NULL, error);
}

gboolean
sheaf_journal_reverse (SheafBook  *book,
                       gint64      id,
                       SheafDate   date,
                       const char *reason,
                       gint64     *ret_id,
                       GError    **error)
{
  gint64 event;
  int    year;

  if (!sheaf_plan_year_of_voucher (book, id, &year, error) ||
      !find_event (book, id, &event, error))
    return FALSE;
  /* A reason and what is reversed already are judged by the ledger first, in its words. */
  if (*reason == '\0' || sheaf_voucher_reversed_by (book, id) != 0)
    {
      year = 0;
      event = 0;
    }
  if (!take_back (book, id, year, event, date, reason, error))
    return FALSE;
  if (ret_id != NULL)
    *ret_id = sheaf_voucher_reversed_by (book, id);
  return TRUE;
}

/* What was given as a notice stays as long as its redemption does. */
static gboolean
find_redeemed (SheafBook *book,
               gint64     id,
               gboolean  *ret_redeemed,
               GError   **error)
{
  g_autoptr (GError) local = NULL;

  *ret_redeemed = !sheaf_notice_check_unredeemed (book, id, &local);
  if (!*ret_redeemed ||
      g_error_matches (local, SHEAF_NOTICES_ERROR, SHEAF_NOTICES_ERROR_REDEEMED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
sheaf_journal_stands_for_more (SheafBook *book,
                               gint64     id,
                               gboolean  *ret_more,
                               GError   **error)
{
  SheafPayoutVoucher payout;
  gint64             event, batch_id, party_id;
  gboolean           redemption, redeemed;
  int                year, redeemed_year;

  if (!sheaf_plan_year_of_voucher (book, id, &year, error) ||
      !find_event (book, id, &event, error) ||
      !sheaf_redeem_of_voucher (book, id, &redemption, &redeemed_year, error) ||
      !find_redeemed (book, id, &redeemed, error) ||
      !sheaf_payout_of_voucher (book, id, &payout, &batch_id, &party_id, error))
    return FALSE;
  *ret_more = year != 0 || event != 0 || redemption || redeemed ||
              payout != SHEAF_PAYOUT_VOUCHER_NONE;
  return TRUE;
}

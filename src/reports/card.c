/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card reads what each folder keeps of the member and puts the years side by side. */
#include "reports/card.h"

#include "capital/certificate.h"
#include "capital/schedule.h"
#include "capital/timeline.h"
#include "capital/untaxed.h"
#include "distribution/past-shares.h"
#include "labour/year-pay.h"
#include "ledger/chart.h"
#include "notices/notice.h"
#include "payouts/past-payments.h"
#include "payouts/withholding.h"
#include "trade/year-trade.h"

void
sheaf_card_free (SheafCard *card)
{
  if (card == NULL)
    return;
  sheaf_member_free (card->member);
  g_clear_pointer (&card->memberships, g_ptr_array_unref);
  g_clear_pointer (&card->capital, g_ptr_array_unref);
  g_clear_pointer (&card->schedules, g_ptr_array_unref);
  g_clear_pointer (&card->certificates, g_ptr_array_unref);
  g_clear_pointer (&card->trade, g_ptr_array_unref);
  g_clear_pointer (&card->pay, g_array_unref);
  g_clear_pointer (&card->shares, g_ptr_array_unref);
  g_clear_pointer (&card->payments, g_ptr_array_unref);
  g_clear_pointer (&card->notices, g_ptr_array_unref);
  g_clear_pointer (&card->debts, g_array_unref);
  g_clear_pointer (&card->years, g_array_unref);
  g_free (card);
}

/* Lists are in the order of days: what is after the day is at the end. */
static gboolean
load_events (SheafBook *book,
             SheafCard *card,
             GError   **error)
{
  GPtrArray *list;

  card->memberships = list = sheaf_membership_list (book, card->party_id, error);
  while (list != NULL && list->len > 0 &&
         sheaf_date_cmp (((SheafMembershipEvent *) list->pdata[list->len - 1])->date, card->on) > 0)
    g_ptr_array_set_size (list, (int) list->len - 1);
  card->capital = list = list != NULL ? sheaf_capital_list (book, card->party_id, error) : NULL;
  while (list != NULL && list->len > 0 &&
         sheaf_date_cmp (((SheafCapitalEvent *) list->pdata[list->len - 1])->date, card->on) > 0)
    g_ptr_array_set_size (list, (int) list->len - 1);
  card->certificates = list = list != NULL ? sheaf_certificate_list (book, card->party_id, error)
                                           : NULL;
  while (list != NULL && list->len > 0 &&
         sheaf_date_cmp (((SheafCertificate *) list->pdata[list->len - 1])->date, card->on) > 0)
    g_ptr_array_set_size (list, (int) list->len - 1);
  return list != NULL;
}

static gboolean
load_sums (SheafBook *book,
           SheafCard *card,
           GError   **error)
{
  card->schedules = sheaf_schedule_list (book, card->party_id, card->on, error);
  if (card->schedules == NULL)
    return FALSE;
  card->trade = sheaf_year_trade_list (book, card->party_id, card->on, error);
  if (card->trade == NULL)
    return FALSE;
  card->pay = sheaf_year_pay_list (book, card->party_id, card->on, error);
  if (card->pay == NULL)
    return FALSE;
  card->shares = sheaf_past_share_list (book, card->party_id, card->on, error);
  if (card->shares == NULL)
    return FALSE;
  card->payments = sheaf_past_payment_list (book, card->party_id, card->on, error);
  if (card->payments == NULL)
    return FALSE;
  card->notices = sheaf_notice_list (book, card->party_id, card->on, error);
  return card->notices != NULL;
}

GArray *
sheaf_card_list_debts (SheafBook                 *book,
                       const SheafOpenItemFilter *filter,
                       GError                   **error)
{
  g_autoptr (GArray) debts = g_array_new (FALSE, FALSE, sizeof (SheafOpenItem));
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *capital, *tax;
  g_autoptr (GArray) open = NULL;

  capital = chart != NULL ? sheaf_chart_by_role (chart, "member-capital", error) : NULL;
  /* Tax kept back names the member, but is owed to the State. */
  tax = chart != NULL ? sheaf_chart_by_role (chart, SHEAF_WITHHOLDING_ROLE, NULL) : NULL;
  open = capital != NULL ? sheaf_open_item_list (book, filter, error) : NULL;
  for (guint i = 0; open != NULL && i < open->len; i++)
    {
      const SheafOpenItem *debt = &g_array_index (open, SheafOpenItem, i);
      const SheafAccount  *account = sheaf_chart_by_id (chart, debt->account_id);

      if (!sheaf_chart_is_under (chart, account, capital) &&
          (tax == NULL || !sheaf_chart_is_under (chart, account, tax)))
        g_array_append_vals (debts, debt, 1);
    }
  return open != NULL ? g_steal_pointer (&debts) : NULL;
}

void
sheaf_card_add_debt (const SheafOpenItem *debt,
                     SheafMoney          *owes,
                     SheafMoney          *owed)
{
  if (debt->balance.units > 0)
    *owes = sheaf_money_add (*owes, debt->balance);
  else
    *owed = sheaf_money_sub (*owed, debt->balance);
}

static gboolean
load_debts (SheafBook *book,
            SheafCard *card,
            GError   **error)
{
  const SheafOpenItemFilter filter = { .on = card->on,
                                       .party_id = card->party_id,
                                       .open_only = TRUE,
                                       .due_until = SHEAF_DATE_NONE };

  card->debts = sheaf_card_list_debts (book, &filter, error);
  return card->debts != NULL;
}

/* Years before the book are shown only where it knows of trade, work or shares in them: nothing
 * would look like none. */
static int
first_year (SheafBook       *book,
            const SheafCard *card)
{
  int first = sheaf_date_year (card->on);
  int began = sheaf_date_year (sheaf_book_first_day (book));

  if (!sheaf_date_is_none (card->state.joined))
    first = MIN (first, MAX (began, sheaf_date_year (card->state.joined)));
  if (card->capital->len > 0)
    {
      const SheafCapitalEvent *event = card->capital->pdata[0];

      first = MIN (first, MAX (began, sheaf_date_year (event->date)));
    }
  if (card->trade->len > 0)
    first = MIN (first, ((SheafYearTrade *) card->trade->pdata[0])->year);
  if (card->pay->len > 0)
    first = MIN (first, g_array_index (card->pay, SheafYearPay, 0).year);
  if (card->shares->len > 0)
    first = MIN (first, ((SheafPastShare *) card->shares->pdata[0])->year);
  return first;
}

static void
add_to (SheafMoney *sum,
        SheafMoney  amount)
{
  *sum = sheaf_money_add (*sum, amount);
}

static SheafCardYear *
find_year (SheafCard *card,
           int        year)
{
  int first = g_array_index (card->years, SheafCardYear, 0).year;

  return year >= first && year - first < (int) card->years->len
             ? &g_array_index (card->years, SheafCardYear, (guint) (year - first))
             : NULL;
}

/* The members' capital at the end of each year: a walk over the events, which are in the order of
 * their days. */
static void
add_capital (SheafCard *card)
{
  SheafMoney paid = SHEAF_MONEY_ZERO;
  guint      at = 0;

  for (guint i = 0; i < card->years->len; i++)
    {
      SheafCardYear *year = &g_array_index (card->years, SheafCardYear, i);

      for (; at < card->capital->len; at++)
        {
          const SheafCapitalEvent *event = card->capital->pdata[at];

          if (sheaf_date_year (event->date) > year->year)
            break;
          if (sheaf_capital_event_counts (event))
            add_to (&paid, sheaf_capital_event_change (event, card->party_id).paid);
        }
      year->capital = paid;
    }
}

static void
sum_years (SheafBook *book,
           SheafCard *card)
{
  int last = sheaf_date_year (card->on);

  card->years = g_array_new (FALSE, TRUE, sizeof (SheafCardYear));
  for (int year = first_year (book, card); year <= last; year++)
    {
      SheafCardYear one = { .year = year };

      g_array_append_val (card->years, one);
    }
  for (guint i = 0; i < card->trade->len; i++)
    {
      const SheafYearTrade *trade = card->trade->pdata[i];
      SheafCardYear        *year = find_year (card, trade->year);

      add_to (trade->kind == SHEAF_USE_DELIVERY ? &year->deliveries : &year->supplies,
              trade->amount);
    }
  for (guint i = 0; i < card->pay->len; i++)
    {
      const SheafYearPay *pay = &g_array_index (card->pay, SheafYearPay, i);

      add_to (&find_year (card, pay->year)->pay, pay->amount);
    }
  for (guint i = 0; i < card->shares->len; i++)
    {
      const SheafPastShare *share = card->shares->pdata[i];

      add_to (&find_year (card, share->year)->share, share->amount);
    }
  for (guint i = 0; i < card->payments->len; i++)
    {
      const SheafPastPayment *payment = card->payments->pdata[i];
      SheafCardYear          *year = find_year (card, payment->year);

      if (payment->paid && year != NULL)
        add_to (&year->paid, payment->amount);
    }
  add_capital (card);
}

SheafCard *
sheaf_card_load (SheafBook *book,
                 gint64     party_id,
                 SheafDate  on,
                 GError   **error)
{
  g_autoptr (SheafCard) card = g_new0 (SheafCard, 1);

  g_return_val_if_fail (book != NULL && !sheaf_date_is_none (on), NULL);
  card->party_id = party_id;
  card->on = on;
  card->member = sheaf_member_load (book, party_id, error);
  if (card->member == NULL || !sheaf_member_on (book, party_id, on, &card->state, error) ||
      !load_events (book, card, error) || !load_sums (book, card, error) ||
      !load_debts (book, card, error))
    return NULL;
  for (guint i = 0; i < card->capital->len; i++)
    if (sheaf_capital_event_counts (card->capital->pdata[i]))
      {
        SheafCapitalBalance change = sheaf_capital_event_change (card->capital->pdata[i], party_id);

        add_to (&card->balance.committed, change.committed);
        add_to (&card->balance.paid, change.paid);
      }
  card->untaxed = sheaf_capital_untaxed (card->capital, party_id, on);
  sum_years (book, card);
  return g_steal_pointer (&card);
}

const SheafCardYear *
sheaf_card_year (const SheafCard *card,
                 int              year)
{
  return find_year ((SheafCard *) card, year);
}

static gboolean
settles (const SheafSchedule     *schedule,
         const SheafCapitalEvent *event)
{
  if (!sheaf_capital_event_counts (event) || sheaf_date_cmp (event->date, schedule->decided) <= 0)
    return FALSE;
  switch (event->event)
    {
    case SHEAF_CAPITAL_REFUND:
      return schedule->kind == SHEAF_SCHEDULE_REFUND;
    case SHEAF_CAPITAL_PAY:
    case SHEAF_CAPITAL_PAY_IN_KIND:
    case SHEAF_CAPITAL_CAPITALISE:
    case SHEAF_CAPITAL_REDUCE:
      return schedule->kind == SHEAF_SCHEDULE_PAY;
    case SHEAF_CAPITAL_COMMIT:
    case SHEAF_CAPITAL_TRANSFER_OUT:
    default:
      return FALSE;
    }
}

SheafMoney
sheaf_card_instalment_open (const SheafCard *card,
                            guint            schedule,
                            guint            instalment)
{
  const SheafSchedule *one = card->schedules->pdata[schedule];
  SheafMoney           settled = SHEAF_MONEY_ZERO;
  SheafMoney           amount;

  for (guint i = 0; i < card->capital->len; i++)
    if (settles (one, card->capital->pdata[i]))
      add_to (&settled, ((SheafCapitalEvent *) card->capital->pdata[i])->amount);
  for (guint i = 0; i < instalment; i++)
    settled = sheaf_money_sub (settled,
                               g_array_index (one->instalments, SheafInstalment, i).amount);
  amount = g_array_index (one->instalments, SheafInstalment, instalment).amount;
  if (settled.units <= 0)
    return amount;
  return settled.units >= amount.units ? SHEAF_MONEY_ZERO : sheaf_money_sub (amount, settled);
}

void
sheaf_card_debts (const SheafCard *card,
                  SheafMoney      *ret_owes,
                  SheafMoney      *ret_owed)
{
  *ret_owes = *ret_owed = SHEAF_MONEY_ZERO;
  for (guint i = 0; i < card->debts->len; i++)
    sheaf_card_add_debt (&g_array_index (card->debts, SheafOpenItem, i), ret_owes, ret_owed);
}

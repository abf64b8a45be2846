/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold of members and their capital after whatever was done, on random co-ops. */
#include "capital/balance.h"
#include "capital/certificate.h"
#include "capital/register.h"
#include "capital/untaxed.h"
#include "capital/verify.h"
#include "helpers/members.h"
#include "ledger/totals.h"
#include "members/verify.h"
#include "random-coop.h"

#define COOPS 4
#define ACTS 100
#define ACTS_BETWEEN 20
#define DAYS 5
#define TRANSFERS 12

/* No act of these tests has days after it. */
#define LAST_DAY (sheaf_date_new (2026, 12, 31))

typedef void (*Property) (const Coop *coop);

/* For who reads the log; there is always more than everyone begins with. */
static void
tell_what_happened (const Coop *coop)
{
  guint gone = 0;
  guint kinds[SHEAF_CAPITAL_CAPITALISE + 1] = { 0 };

  for (guint i = 0; i < coop->events->len; i++)
    {
      const CoopEvent *event = &g_array_index (coop->events, CoopEvent, i);

      gone += event->gone;
      kinds[event->event]++;
    }
  for (guint i = SHEAF_CAPITAL_COMMIT; i < G_N_ELEMENTS (kinds); i++)
    g_test_message ("%s: %u", sheaf_capital_kind_to_word ((SheafCapitalKind) i), kinds[i]);
  g_test_message ("taken back: %u, refused: %u", gone, coop->refused);
  g_assert_cmpuint (coop->events->len, >, 10);
}

/* Lets things happen and looks in between. */
static void
hold_for_random_coops (Property property)
{
  for (guint n = 0; n < COOPS; n++)
    {
      g_autoptr (Coop) coop = coop_new ();

      for (guint i = 1; i <= ACTS; i++)
        {
          coop_act (coop);
          if (i % ACTS_BETWEEN == 0)
            property (coop);
        }
      tell_what_happened (coop);
    }
}

/* Member by member, and so in sum, taken-back events and reversed vouchers included. */
static void
expect_ledger_agrees (const Coop *coop)
{
  gint64 sum = 0;

  for (guint i = 0; i < COOP_MEMBERS; i++)
    {
      CoopStanding standing = coop_standing (coop, i, LAST_DAY);
      SheafMoney   balance;

      g_assert_true (sheaf_totals_party_balance (coop->book, test_account (coop->book, "4111"),
                                                 coop->ids[i], LAST_DAY, &balance, NULL));
      g_assert_cmpint (standing.paid, ==, -balance.units);
      sum += standing.paid;
    }
  g_assert_cmpint (test_balance (coop->book, "4111", "2026-12-31"), ==, -sum);
  g_assert_cmpuint (test_run_checks (coop->book, sheaf_members_checks), ==, 0);
}

static void
test_events_are_the_ledger (void)
{
  hold_for_random_coops (expect_ledger_agrees);
}

static const SheafRegisterRow *
find_row (const GPtrArray *rows,
          gint64           party_id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((SheafRegisterRow *) rows->pdata[i])->party_id == party_id)
      return rows->pdata[i];
  return NULL;
}

static void
expect_replay_on (const Coop *coop,
                  SheafDate   day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sheaf_register_list (coop->book, day, &error);
  guint joined = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < COOP_MEMBERS; i++)
    {
      const SheafRegisterRow *row = find_row (rows, coop->ids[i]);
      CoopStanding            standing = coop_standing (coop, i, day);
      SheafMoney              untaxed;

      g_assert_cmpint (row != NULL, ==, standing.joined);
      joined += standing.joined;
      if (row == NULL)
        continue;
      g_assert_cmpint (row->state.kind, ==, standing.kind);
      g_assert_cmpint (row->capital.committed.units, ==, standing.committed);
      g_assert_cmpint (row->capital.paid.units, ==, standing.paid);
      g_assert_true (sheaf_capital_untaxed_on (coop->book, coop->ids[i], day, &untaxed, NULL));
      g_assert_cmpint (untaxed.units, ==, standing.untaxed);
    }
  g_assert_cmpuint (rows->len, ==, joined);
}

static void
expect_replay (const Coop *coop)
{
  for (guint i = 0; i < DAYS; i++)
    expect_replay_on (coop, coop_any_day ());
  expect_replay_on (coop, LAST_DAY);
}

static void
test_register_is_a_replay (void)
{
  hold_for_random_coops (expect_replay);
}

/* 100.00 exactly, or nothing of nothing. */
static void
expect_whole (const Coop *coop)
{
  for (guint n = 0; n < DAYS; n++)
    {
      g_autoptr (GPtrArray) rows = sheaf_register_list (coop->book, coop_any_day (), NULL);
      gint64 paid = 0, committed = 0, percent = 0, charter = 0;

      for (guint i = 0; i < rows->len; i++)
        {
          const SheafRegisterRow *row = rows->pdata[i];

          paid += row->capital.paid.units;
          committed += row->capital.committed.units;
          percent += row->percent;
          charter += row->percent_charter;
        }
      g_assert_cmpint (percent, ==, paid > 0 ? 10000 : 0);
      g_assert_cmpint (charter, ==, committed > 0 ? 10000 : 0);
    }
}

static void
test_percentages_are_a_whole (void)
{
  hold_for_random_coops (expect_whole);
}

/* By the events alone: what a number was given for and not ended by the day. */
static void
expect_one_paper (const Coop *coop,
                  SheafDate   day)
{
  g_autoptr (GPtrArray) events = sheaf_certificate_list (coop->book, 0, NULL);
  g_autoptr (GPtrArray) valid = sheaf_certificates_on (coop->book, day, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  guint held = 0;

  for (guint i = 0; i < events->len; i++)
    {
      const SheafCertificate *event = events->pdata[i];

      g_assert_true (event->number == NULL || g_hash_table_add (numbers, event->number));
    }
  for (guint who = 0; who < COOP_MEMBERS; who++)
    {
      const SheafCertificate *last = NULL;
      guint                   papers = 0;

      for (guint i = 0; i < events->len; i++)
        {
          const SheafCertificate *event = events->pdata[i];

          if (event->party_id == coop->ids[who] && sheaf_date_cmp (event->date, day) <= 0 &&
              (last == NULL || sheaf_date_cmp (event->date, last->date) > 0 ||
               (sheaf_date_cmp (event->date, last->date) == 0 && event->id > last->id)))
            last = event;
        }
      for (guint i = 0; i < valid->len; i++)
        papers += ((SheafCertificate *) valid->pdata[i])->party_id == coop->ids[who];
      g_assert_cmpuint (papers, ==, last != NULL && last->number != NULL ? 1 : 0);
      held += papers;
    }
  g_assert_cmpuint (valid->len, ==, held);
}

static void
expect_one_paper_each (const Coop *coop)
{
  for (guint i = 0; i < DAYS; i++)
    expect_one_paper (coop, coop_any_day ());
  expect_one_paper (coop, LAST_DAY);
}

static void
test_one_certificate_each (void)
{
  guint given = 0;

  hold_for_random_coops (expect_one_paper_each);
  /* Events at random seldom are fully paid: in the first co-op one certificate is due for
   * certain. */
  for (guint n = 0; n < COOPS; n++)
    {
      g_autoptr (Coop) coop = coop_new ();
      const SheafDate today = sheaf_book_today (coop->book); /* none is signed on a later day */

      coop_pay_up (coop, n % 5); /* the first five are members from the first day */
      for (guint i = 0; i < ACTS && n > 0; i++)
        coop_act (coop);
      for (guint i = 0; i < COOP_MEMBERS; i++)
        given += sheaf_certificate_issue (coop->book, coop->ids[i], today, NULL, NULL, NULL);
      for (guint i = 0; i < COOP_MEMBERS; i++)
        g_assert_false (sheaf_certificate_issue (coop->book, coop->ids[i], today, NULL, NULL,
                                                 NULL)); /* none of it twice */
      g_assert_true (n > 0 || given > 0);
      expect_one_paper (coop, today);
    }
}

/* ---------------------------------------------------------------- transfers */

typedef struct
{
  gint64 committed;
  gint64 paid;
  gint64 ledger;
  gint64 untaxed[COOP_MEMBERS];
} Whole;

static Whole
look_at_all (const Coop *coop)
{
  Whole whole = { .ledger = test_balance (coop->book, "4111", "2026-12-31") };

  for (guint i = 0; i < COOP_MEMBERS; i++)
    {
      SheafCapitalBalance balance;
      SheafMoney          untaxed;

      g_assert_true (sheaf_capital_on (coop->book, coop->ids[i], LAST_DAY, &balance, NULL));
      g_assert_true (sheaf_capital_untaxed_on (coop->book, coop->ids[i], LAST_DAY, &untaxed, NULL));
      whole.committed += balance.committed.units;
      whole.paid += balance.paid.units;
      whole.untaxed[i] = untaxed.units;
    }
  return whole;
}

/* One on the last day of the year; TRUE when it was taken. */
static gboolean
transfer (Coop  *coop,
          guint  from,
          guint  to,
          gint64 amount)
{
  SheafCapitalEvent *event = sheaf_capital_event_new ();
  g_autoptr (GPtrArray) list = test_list ((GDestroyNotify) sheaf_capital_event_free, event, NULL);

  event->party_id = coop->ids[from];
  event->to_party_id = coop->ids[to];
  event->date = sheaf_date_new (2025, 12, 31);
  event->event = SHEAF_CAPITAL_TRANSFER_OUT;
  event->amount = SHEAF_MONEY (amount);
  return sheaf_capital_post (coop->book, list, TRUE, NULL);
}

static void
test_transfer_conserves (void)
{
  guint done = 0;

  for (guint n = 0; n < COOPS; n++)
    {
      g_autoptr (Coop) coop = coop_new ();

      for (guint i = 0; i < ACTS; i++)
        coop_act (coop);
      for (guint i = 0; i < TRANSFERS; i++)
        {
          guint  from = (guint) g_test_rand_int_range (0, COOP_MEMBERS);
          guint  to = (guint) g_test_rand_int_range (0, COOP_MEMBERS);
          gint64 amount = g_test_rand_int_range (1, 120);
          Whole  before = look_at_all (coop);
          Whole  after;

          if (transfer (coop, from, to, amount))
            {
              before.untaxed[from] -= MIN (before.untaxed[from], amount);
              done++;
            }
          after = look_at_all (coop);
          g_assert_cmpint (after.committed, ==, before.committed);
          g_assert_cmpint (after.paid, ==, before.paid);
          g_assert_cmpint (after.ledger, ==, before.ledger);
          for (guint who = 0; who < COOP_MEMBERS; who++)
            g_assert_cmpint (after.untaxed[who], ==, before.untaxed[who]);
        }
    }
  g_assert_cmpuint (done, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add_func ("/capital-properties/" name, test)
  ADD ("sum-of-events-is-the-ledger", test_events_are_the_ledger);
  ADD ("register-of-a-day-is-a-replay-from-zero", test_register_is_a_replay);
  ADD ("percentages-are-100-together", test_percentages_are_a_whole);
  ADD ("one-certificate-for-each-holder", test_one_certificate_each);
  ADD ("a-transfer-conserves-capital", test_transfer_conserves);
  return g_test_run ();
}

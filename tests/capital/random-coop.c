/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Co-ops at random. */
#include "random-coop.h"

#include "capital/balance.h"
#include "capital/certificate-due.h"
#include "capital/error.h"
#include "capital/preview.h"
#include "helpers/members.h"

static guint
any (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

SheafDate
coop_any_day (void)
{
  return sheaf_date_add_days (sheaf_date_new (2025, 1, 2), (int) any (363));
}

static void
note_fact (Coop               *coop,
           gint64              id,
           guint               who,
           SheafDate           day,
           SheafMembershipKind event,
           SheafMemberKind     kind)
{
  const CoopFact fact = { id, day, event, kind, who, FALSE };

  g_array_append_val (coop->facts, fact);
}

void
coop_free (Coop *coop)
{
  sheaf_book_free (coop->book);
  g_array_unref (coop->events);
  g_array_unref (coop->facts);
  g_free (coop);
}

/* ---------------------------------------------------------------- capital */

static guint
count_events (const Coop *coop)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (coop->book, 0, NULL);

  return events->len;
}

static gint64
last_event_id (const Coop *coop)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (coop->book, 0, NULL);
  gint64 id = 0;

  for (guint i = 0; i < events->len; i++)
    id = MAX (id, ((SheafCapitalEvent *) events->pdata[i])->id);
  return id;
}

/* What everyone begins with. */
static void
enter_plain (Coop            *coop,
             guint            who,
             SheafCapitalKind event,
             gint64           amount)
{
  SheafCapitalEvent *record = sheaf_capital_event_new ();
  g_autoptr (GPtrArray) list = test_list ((GDestroyNotify) sheaf_capital_event_free, record, NULL);
  CoopEvent noted = {
    .day = sheaf_date_new (2025, 1, 1), .event = event, .who = who, .amount = amount
  };

  record->party_id = coop->ids[who];
  record->date = noted.day;
  record->event = event;
  record->amount = SHEAF_MONEY (amount);
  g_assert_true (sheaf_capital_post (coop->book, list, TRUE, NULL));
  noted.id = last_event_id (coop);
  g_array_append_val (coop->events, noted);
}

void
coop_pay_up (Coop *coop,
             guint who)
{
  CoopStanding standing = coop_standing (coop, who, sheaf_date_new (2025, 1, 1));

  g_assert_cmpint (standing.committed, >, standing.paid);
  enter_plain (coop, who, SHEAF_CAPITAL_PAY, standing.committed - standing.paid);
}

/* Payments often meet the whole promise: only then a certificate is due. */
static gint64
draw_amount (const Coop      *coop,
             const CoopEvent *event)
{
  CoopStanding standing = coop_standing (coop, event->who, sheaf_date_new (2026, 12, 31));

  if (event->event == SHEAF_CAPITAL_PAY && any (2) == 0 && standing.committed > standing.paid)
    return standing.committed - standing.paid;
  return 1 + any (event->event == SHEAF_CAPITAL_COMMIT ? 1000 : 150);
}

static SheafCapitalEvent *
draw_event (const Coop *coop,
            CoopEvent  *ret_event)
{
  static const char *const settled[] = { NULL, NULL, "131", "338" };
  SheafCapitalEvent       *event = sheaf_capital_event_new ();
  CoopEvent                drawn = { .day = coop_any_day (), .who = any (COOP_MEMBERS) };

  /* Promises and payments come more often: without them little else can. */
  drawn.event = any (3) > 0 ? 1 + any (SHEAF_CAPITAL_CAPITALISE)
                            : (any (2) == 0 ? SHEAF_CAPITAL_COMMIT : SHEAF_CAPITAL_PAY);
  drawn.amount = draw_amount (coop, &drawn);
  event->party_id = coop->ids[drawn.who];
  event->date = drawn.day;
  event->event = drawn.event;
  event->amount = SHEAF_MONEY (drawn.amount);
  event->form = any (2) == 0 ? SHEAF_CAPITAL_CASH : SHEAF_CAPITAL_BANK;
  if (drawn.event == SHEAF_CAPITAL_TRANSFER_OUT)
    {
      drawn.to = any (COOP_MEMBERS);
      event->to_party_id = coop->ids[drawn.to];
    }
  if (drawn.event == SHEAF_CAPITAL_PAY_IN_KIND)
    event->account_id = test_account (coop->book, "152");
  if (drawn.event == SHEAF_CAPITAL_REFUND)
    {
      const char *account = settled[any (G_N_ELEMENTS (settled))];

      event->account_id = account == NULL ? 0 : test_account (coop->book, account);
    }
  *ret_event = drawn;
  return event;
}

/* What was shown before entering is what stands there after it. */
static void
expect_as_shown (const Coop                *coop,
                 const SheafCapitalEvent   *event,
                 const SheafCapitalPreview *preview)
{
  SheafCapitalBalance balance;

  g_assert_true (sheaf_capital_on (coop->book, event->party_id, event->date, &balance, NULL));
  g_assert_cmpint (balance.paid.units, ==, preview->after.paid.units);
  g_assert_cmpint (balance.committed.units, ==, preview->after.committed.units);
  g_assert_cmpint (preview->voucher == NULL, ==,
                   event->event == SHEAF_CAPITAL_COMMIT || event->event == SHEAF_CAPITAL_REDUCE);
  if (event->to_party_id == 0)
    return;
  g_assert_true (sheaf_capital_on (coop->book, event->to_party_id, event->date, &balance, NULL));
  g_assert_cmpint (balance.paid.units, ==, preview->to_after.paid.units);
  g_assert_cmpint (balance.committed.units, ==, preview->to_after.committed.units);
}

/* Refused acts change nothing. */
static void
enter_event (Coop *coop)
{
  CoopEvent drawn;
  g_autoptr (GPtrArray) list = test_list ((GDestroyNotify) sheaf_capital_event_free,
                                          draw_event (coop, &drawn), NULL);
  guint before = count_events (coop);
  g_autoptr (SheafCapitalPreview) preview = NULL;
  g_autoptr (GError) error = NULL;

  preview = sheaf_capital_preview (coop->book, list->pdata[0], &error);
  g_assert_no_error (error);
  if (sheaf_capital_post (coop->book, list, TRUE, &error))
    {
      drawn.id = last_event_id (coop);
      g_array_append_val (coop->events, drawn);
      g_assert_cmpuint (count_events (coop), ==, before + 1);
      expect_as_shown (coop, list->pdata[0], preview);
      return;
    }
  g_assert_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED);
  g_assert_cmpuint (count_events (coop), ==, before);
  coop->refused++;
}

/* The voucher of an event, as an accountant might reverse it; 0: it has none. */
static gint64
voucher_of (const Coop *coop,
            gint64      id)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (coop->book, 0, NULL);

  for (guint i = 0; i < events->len; i++)
    if (((SheafCapitalEvent *) events->pdata[i])->id == id)
      return ((SheafCapitalEvent *) events->pdata[i])->voucher_id;
  return 0;
}

/* The event, or its voucher alone. */
static void
take_event_back (Coop *coop)
{
  CoopEvent *event;
  SheafDate  day;
  gint64     voucher_id;

  if (coop->events->len == 0)
    return;
  event = &g_array_index (coop->events, CoopEvent, any (coop->events->len));
  day = sheaf_date_add_days (event->day, (int) any (20));
  voucher_id = any (4) == 0 ? voucher_of (coop, event->id) : 0;
  if (event->gone)
    g_assert_false (sheaf_capital_reverse (coop->book, event->id, day, "Nhầm", NULL));
  else if (voucher_id != 0
               ? sheaf_voucher_reverse (coop->book, voucher_id, day, "Nhầm", NULL, NULL)
               : sheaf_capital_reverse (coop->book, event->id, day, "Nhầm", NULL))
    event->gone = TRUE;
  else
    coop->refused++;
}

Coop *
coop_new (void)
{
  Coop *coop = g_new0 (Coop, 1);

  coop->book = test_members_new ();
  coop->events = g_array_new (FALSE, TRUE, sizeof (CoopEvent));
  coop->facts = g_array_new (FALSE, TRUE, sizeof (CoopFact));
  for (guint i = 0; i < COOP_MEMBERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV%u", i);
      SheafMemberKind  kind = i == 0 ? SHEAF_MEMBER_CONTRIBUTING : SHEAF_MEMBER_OFFICIAL;
      SheafDate        day = i < 5 ? sheaf_date_new (2025, 1, 1) : coop_any_day ();
      g_autofree char *text = sheaf_date_to_text (day);
      g_autoptr (GPtrArray) events = NULL;

      coop->ids[i] = test_member (coop->book, code, kind, text);
      events = sheaf_membership_list (coop->book, coop->ids[i], NULL);
      note_fact (coop, ((SheafMembershipEvent *) events->pdata[0])->id, i, day,
                 SHEAF_MEMBERSHIP_JOIN, kind);
      if (i < 5)
        {
          test_post (coop->book, "2025-01-01", "4211", "338", 400, NULL, code);
          enter_plain (coop, i, SHEAF_CAPITAL_COMMIT, 1500);
          enter_plain (coop, i, SHEAF_CAPITAL_PAY, 200 + any (800));
        }
    }
  return coop;
}

/* ---------------------------------------------------------------- members */

static void
enter_fact (Coop *coop)
{
  static const SheafMembershipKind kinds[] = { SHEAF_MEMBERSHIP_KIND, SHEAF_MEMBERSHIP_KIND,
                                               SHEAF_MEMBERSHIP_LEAVE, SHEAF_MEMBERSHIP_JOIN };
  const SheafMembershipKind        event = kinds[any (G_N_ELEMENTS (kinds))];
  const SheafMemberKind            kind = any (2) == 0 ? SHEAF_MEMBER_OFFICIAL
                                                       : SHEAF_MEMBER_CONTRIBUTING;
  const guint                      who = any (COOP_MEMBERS);
  const SheafDate                  day = coop_any_day ();
  SheafMembershipEvent            *record = sheaf_membership_event_new ();
  g_autoptr (GPtrArray) list = test_list ((GDestroyNotify) sheaf_membership_event_free, record,
                                          NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  record->party_id = coop->ids[who];
  record->date = day;
  record->event = event;
  record->value = event == SHEAF_MEMBERSHIP_LEAVE ? NULL
                                                  : g_strdup (sheaf_member_kind_to_word (kind));
  if (!sheaf_membership_insert (coop->book, list, &error))
    {
      coop->refused++;
      return;
    }
  all = sheaf_membership_list (coop->book, 0, NULL);
  for (guint i = 0; i < all->len; i++)
    id = MAX (id, ((SheafMembershipEvent *) all->pdata[i])->id);
  note_fact (coop, id, who, day, event, kind);
}

static void
take_fact_back (Coop *coop)
{
  CoopFact *fact = &g_array_index (coop->facts, CoopFact, any (coop->facts->len));

  if (!fact->gone && fact->event != SHEAF_MEMBERSHIP_JOIN &&
      sheaf_membership_reverse (coop->book, fact->id, "Nhầm", NULL))
    fact->gone = TRUE;
  else
    coop->refused++;
}

/* ---------------------------------------------------------------- the rest */

/* A debt to be set off, or a share that may stay in as capital. */
static void
post_any (Coop *coop)
{
  g_autofree char *code = g_strdup_printf ("TV%u", any (COOP_MEMBERS));
  g_autofree char *day = sheaf_date_to_text (coop_any_day ());

  if (any (3) == 0)
    test_post (coop->book, day, "131", "5111", 1 + any (50), code, NULL);
  else
    test_post (coop->book, day, "4211", "338", 1 + any (300), NULL, code);
}

/* All that is due on a day, in one way. */
static void
act_on_certificates (Coop *coop)
{
  static const SheafCertificateKind kinds[] = { SHEAF_CERTIFICATE_ISSUE, SHEAF_CERTIFICATE_ISSUE,
                                                SHEAF_CERTIFICATE_EXCHANGE,
                                                SHEAF_CERTIFICATE_WITHDRAW };

  if (!sheaf_certificates_enter_due (coop->book, kinds[any (G_N_ELEMENTS (kinds))],
                                     coop_any_day (), "Theo quy định", NULL, NULL))
    coop->refused++;
  if (any (3) == 0 && !sheaf_certificate_reissue (coop->book, coop->ids[any (COOP_MEMBERS)],
                                                  coop_any_day (), NULL, "Mất", NULL, NULL))
    coop->refused++;
}

void
coop_act (Coop *coop)
{
  guint what = any (20);

  if (what < 12)
    enter_event (coop);
  else if (what < 14)
    take_event_back (coop);
  else if (what < 16)
    enter_fact (coop);
  else if (what < 17)
    take_fact_back (coop);
  else if (what < 19)
    post_any (coop);
  else
    act_on_certificates (coop);
}

/* ---------------------------------------------------------------- counting again */

/* The earliest event after the place (day, number) and up to the day; -1: none. Slow and plain. */
static int
next_event (const Coop *coop,
            SheafDate   on,
            int         last)
{
  int best = -1;

  for (guint i = 0; i < coop->events->len; i++)
    {
      const CoopEvent *all = (const CoopEvent *) (void *) coop->events->data;
      int              after = last < 0 ? 1 : sheaf_date_cmp (all[i].day, all[last].day);

      if (sheaf_date_cmp (all[i].day, on) > 0 || after < 0 || (after == 0 && (int) i <= last))
        continue;
      if (best < 0 || sheaf_date_cmp (all[i].day, all[best].day) < 0)
        best = (int) i;
    }
  return best;
}

static void
count_event (const CoopEvent *event,
             guint            who,
             CoopStanding    *standing)
{
  gboolean gives = event->who == who;
  gint64   amount = event->amount;

  if (event->event == SHEAF_CAPITAL_TRANSFER_OUT && event->to == who)
    {
      standing->committed += amount;
      standing->paid += amount;
    }
  if (!gives)
    return;
  if (event->event == SHEAF_CAPITAL_COMMIT)
    standing->committed += amount;
  if (event->event == SHEAF_CAPITAL_REDUCE)
    standing->committed -= amount;
  if (event->event == SHEAF_CAPITAL_PAY || event->event == SHEAF_CAPITAL_PAY_IN_KIND ||
      event->event == SHEAF_CAPITAL_CAPITALISE)
    standing->paid += amount;
  if (event->event == SHEAF_CAPITAL_CAPITALISE)
    standing->untaxed += amount;
  if (event->event == SHEAF_CAPITAL_REFUND || event->event == SHEAF_CAPITAL_TRANSFER_OUT)
    {
      standing->committed -= amount;
      standing->paid -= amount;
      standing->untaxed -= MIN (standing->untaxed, amount);
    }
}

/* The last fact of a day up to the day decides. */
static void
count_facts (const Coop   *coop,
             guint         who,
             SheafDate     on,
             CoopStanding *standing)
{
  SheafDate last = SHEAF_DATE_NONE;

  for (guint i = 0; i < coop->facts->len; i++)
    {
      const CoopFact *fact = &g_array_index (coop->facts, CoopFact, i);

      if (fact->who != who || fact->gone || sheaf_date_cmp (fact->day, on) > 0 ||
          (!sheaf_date_is_none (last) && sheaf_date_cmp (fact->day, last) < 0))
        continue;
      last = fact->day;
      standing->joined = TRUE;
      standing->kind = fact->event == SHEAF_MEMBERSHIP_LEAVE ? SHEAF_MEMBER_NONE : fact->kind;
    }
}

CoopStanding
coop_standing (const Coop *coop,
               guint       who,
               SheafDate   on)
{
  CoopStanding standing = { 0 };

  count_facts (coop, who, on, &standing);
  for (int at = next_event (coop, on, -1); at >= 0; at = next_event (coop, on, at))
    {
      const CoopEvent *event = &g_array_index (coop->events, CoopEvent, at);

      if (!event->gone)
        count_event (event, who, &standing);
    }
  return standing;
}

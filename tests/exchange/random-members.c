/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a random book. */
#include "exchange/random-members.h"

#include "capital/certificate.h"
#include "capital/event.h"
#include "capital/schedule.h"
#include "helpers/ledger.h"
#include "ledger/party.h"
#include "members/member.h"
#include "members/membership.h"

#define MEMBERS 6

static guint
any (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static void
add_to_list (GPtrArray  *list,
             const char *code)
{
  SheafMember *member = sheaf_member_new ();
  gboolean     household = any (2) == 0;

  member->code = g_strdup (code);
  member->name = g_strdup_printf ("Nguyễn \"Thị\", %s", code);
  member->kind = any (3) == 0 ? SHEAF_MEMBER_CONTRIBUTING : SHEAF_MEMBER_OFFICIAL;
  member->joined = test_day ("2025-01-01");
  member->agreement = any (2) == 0;
  member->document = any (2) == 0 ? g_strdup ("NQ 01, khóa I") : NULL;
  member->id_number = g_strdup_printf ("0790990%05u", any (99999));
  member->id_day = test_day ("2021-04-25");
  member->id_place = g_strdup ("Cục CSQLHC, Bộ Công an");
  member->birth = test_day ("1980-02-29");
  member->gender = g_strdup ("female");
  member->nationality = any (3) == 0 ? g_strdup ("FR") : NULL;
  member->represents = household ? g_strdup ("household") : NULL;
  member->representative = household ? g_strdup ("Trần Văn “Ba”") : NULL;
  member->representative_id = household ? g_strdup ("079099012345") : NULL;
  member->address = g_strdup ("Thôn 3; xã Mẫu");
  member->hamlet = g_strdup_printf ("Thôn %u", any (4));
  member->team = g_strdup ("Tổ chè, 2");
  member->phone = g_strdup ("0912 345 678");
  member->tax_code = g_strdup ("8001234567");
  member->bank_account = g_strdup ("00123");
  g_ptr_array_add (list, member);
}

static gint64
id_of (SheafBook *book,
       guint      number)
{
  g_autofree char *code = g_strdup_printf ("TV%u", number);

  return sheaf_party_find (book, code);
}

static void
correct (SheafBook *book,
         guint      number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafMember) member = sheaf_member_load (book, id_of (book, number), &error);

  g_free (member->phone);
  member->phone = any (2) == 0 ? NULL : g_strdup ("0988");
  g_free (member->team);
  member->team = g_strdup ("Tổ mới");
  g_assert_true (sheaf_member_change (book, member, "Theo căn cước", &error));
  g_assert_no_error (error);
}

static void
tell (SheafBook          *book,
      gint64              party_id,
      const char         *day,
      SheafMembershipKind kind,
      const char         *value,
      const char         *reason)
{
  SheafMembershipEvent *event = sheaf_membership_event_new ();
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (
      (GDestroyNotify) sheaf_membership_event_free);
  g_autoptr (GError) error = NULL;

  event->party_id = party_id;
  event->date = test_day (day);
  event->event = kind;
  event->value = g_strdup (value);
  event->reason = g_strdup (reason);
  event->document = any (2) == 0 ? g_strdup ("BB 7, \"họp\"") : NULL;
  if (kind == SHEAF_MEMBERSHIP_AGREEMENT_SIGNED)
    event->until = test_day ("2026-12-31");
  g_ptr_array_add (list, event);
  sheaf_membership_insert (book, list, &error);
  g_assert_no_error (error);
}

static gint64
last_event (SheafBook *book)
{
  g_autoptr (GPtrArray) events = sheaf_membership_list (book, 0, NULL);
  gint64 id = 0;

  for (guint i = 0; i < events->len; i++)
    id = MAX (id, ((SheafMembershipEvent *) events->pdata[i])->id);
  return id;
}

/* A customer joins; kinds change, agreements begin and end, one dies, one leaves and comes back. */
static void
change_memberships (SheafBook *book)
{
  gint64 customer = sheaf_party_find (book, "KH3");
  g_autoptr (GError) error = NULL;

  tell (book, customer, "2025-02-01", SHEAF_MEMBERSHIP_JOIN, "official", NULL);
  tell (book, customer, "2025-02-10", SHEAF_MEMBERSHIP_AGREEMENT_SIGNED, NULL, NULL);
  if (any (2) == 0)
    tell (book, customer, "2025-08-01", SHEAF_MEMBERSHIP_AGREEMENT_ENDED, NULL, NULL);
  tell (book, id_of (book, 1), "2025-10-01", SHEAF_MEMBERSHIP_DEATH, NULL, NULL);
  tell (book, id_of (book, 1), "2025-10-02", SHEAF_MEMBERSHIP_HEIR, "TV2", NULL);
  tell (book, id_of (book, 3), "2025-09-01", SHEAF_MEMBERSHIP_LEAVE, NULL, "voluntary");
  if (any (2) == 0)
    tell (book, id_of (book, 3), "2025-11-01", SHEAF_MEMBERSHIP_JOIN, "associate-contributing",
          NULL);
  tell (book, id_of (book, 4), "2025-06-01", SHEAF_MEMBERSHIP_LEAVE, NULL, "other");
  g_assert_true (sheaf_membership_reverse (book, last_event (book), "Nhầm người", &error));
  g_assert_no_error (error);
}

static SheafCapitalEvent *
add_event (GPtrArray       *list,
           gint64           party_id,
           const char      *day,
           SheafCapitalKind kind,
           gint64           amount)
{
  SheafCapitalEvent *event = sheaf_capital_event_new ();

  event->party_id = party_id;
  event->date = test_day (day);
  event->event = kind;
  event->amount = SHEAF_MONEY (amount);
  event->form = any (2) == 0 ? SHEAF_CAPITAL_CASH : SHEAF_CAPITAL_BANK;
  event->document = any (2) == 0 ? g_strdup ("NQ 3; \"sửa\"") : NULL;
  event->description = any (2) == 0 ? g_strdup ("Theo đơn, lần 1") : NULL;
  g_ptr_array_add (list, event);
  return event;
}

static void
enter (SheafBook *book,
       GPtrArray *list)
{
  g_autoptr (GError) error = NULL;

  sheaf_capital_post (book, list, TRUE, &error);
  g_assert_no_error (error);
  g_ptr_array_set_size (list, 0);
}

/* Promised, paid in each form, passed on, given back in each form; one event is taken back. */
static void
move_capital (SheafBook *book)
{
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  SheafCapitalEvent *event;
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= MEMBERS; i++)
    {
      add_event (list, id_of (book, i), "2025-01-02", SHEAF_CAPITAL_COMMIT, 9000 + any (9));
      add_event (list, id_of (book, i), "2025-01-03", SHEAF_CAPITAL_PAY, 5000 + any (9));
    }
  event = add_event (list, id_of (book, 2), "2025-01-04", SHEAF_CAPITAL_PAY_IN_KIND, 1500);
  event->account_id = test_account (book, "152");
  event->asset = g_strdup ("Phân chuồng, \"hoai\"");
  event->quantity = SHEAF_QUANTITY (1500 + any (9));
  event->unit = g_strdup ("tấn");
  event->until = test_day ("2027-01-31");
  enter (book, list);
  test_post (book, "2025-02-01", "4211", "338", 700, NULL, "TV2");
  test_post (book, "2025-02-01", "131", "5111", 90 + any (9), "TV3", NULL);
  event = add_event (list, id_of (book, 2), "2025-02-02", SHEAF_CAPITAL_CAPITALISE, 400 + any (9));
  event = add_event (list, id_of (book, 2), "2025-04-02", SHEAF_CAPITAL_TRANSFER_OUT, 200);
  event->to_party_id = id_of (book, 5);
  event->cause = g_strdup ("sale");
  event->price = SHEAF_MONEY (230);
  enter (book, list);
  event = add_event (list, id_of (book, 1), "2025-10-05", SHEAF_CAPITAL_TRANSFER_OUT, 3000);
  event->to_party_id = id_of (book, 2);
  event->cause = g_strdup ("inheritance");
  event = add_event (list, id_of (book, 3), "2025-09-02", SHEAF_CAPITAL_REFUND, 80);
  event->account_id = test_account (book, "131");
  event->cause = g_strdup ("leaving");
  event = add_event (list, id_of (book, 6), "2025-09-02", SHEAF_CAPITAL_REFUND, 100);
  event->cause = g_strdup ("meeting");
  event = add_event (list, id_of (book, 4), "2025-09-02", SHEAF_CAPITAL_REDUCE, 70);
  enter (book, list);
  known = sheaf_capital_list (book, id_of (book, 6), &error);
  g_assert_true (sheaf_capital_reverse (
      book, ((SheafCapitalEvent *) known->pdata[known->len - 1])->id, test_day ("2025-09-09"),
      "Nhầm người", &error));
  g_assert_no_error (error);
}

static void
agree (SheafBook        *book,
       guint             number,
       SheafScheduleKind kind,
       const char       *decided,
       guint             parts)
{
  g_autoptr (SheafSchedule) schedule = sheaf_schedule_new ();
  g_autoptr (GError) error = NULL;

  schedule->party_id = id_of (book, number);
  schedule->kind = kind;
  schedule->decided = test_day (decided);
  schedule->document = any (2) == 0 ? g_strdup ("NQ 5, \"góp\"") : NULL;
  for (guint i = 0; i < parts; i++)
    {
      const SheafInstalment part = { sheaf_date_add_days (test_day ("2025-11-30"), (int) i * 30),
                                     SHEAF_MONEY (100 + any (900)) };

      g_array_append_val (schedule->instalments, part);
    }
  sheaf_schedule_set (book, schedule, &error);
  g_assert_no_error (error);
}

/* Agreed, agreed anew, taken back. */
static void
agree_instalments (SheafBook *book)
{
  agree (book, 4, SHEAF_SCHEDULE_PAY, "2025-02-01", 1 + any (3));
  agree (book, 4, SHEAF_SCHEDULE_PAY, "2025-03-01", 1 + any (3));
  agree (book, 5, SHEAF_SCHEDULE_PAY, "2025-02-01", 2);
  agree (book, 5, SHEAF_SCHEDULE_PAY, "2025-02-02", 0);
  agree (book, 3, SHEAF_SCHEDULE_REFUND, "2025-10-01", 1 + any (3));
}

/* Fully paid, then lost, changed, ended. */
static void
issue_certificates (SheafBook *book)
{
  g_autoptr (GPtrArray)
      list = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  g_autoptr (GError) error = NULL;

  add_event (list, sheaf_party_find (book, "KH3"), "2025-03-01", SHEAF_CAPITAL_COMMIT, 500);
  add_event (list, sheaf_party_find (book, "KH3"), "2025-03-01", SHEAF_CAPITAL_PAY, 500);
  for (guint i = 5; i <= MEMBERS; i++)
    add_event (list, id_of (book, i), "2025-03-01", SHEAF_CAPITAL_REDUCE, 3900);
  enter (book, list);
  g_assert_true (sheaf_certificate_issue (book, sheaf_party_find (book, "KH3"),
                                          test_day ("2025-03-02"), "GCN \"1\"", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_certificate_reissue (book, sheaf_party_find (book, "KH3"),
                                            test_day ("2025-04-02"), NULL, "Mất, cháy", NULL,
                                            &error));
  g_assert_no_error (error);
  add_event (list, sheaf_party_find (book, "KH3"), "2025-05-01", SHEAF_CAPITAL_COMMIT, 5);
  add_event (list, sheaf_party_find (book, "KH3"), "2025-05-01", SHEAF_CAPITAL_PAY, 5);
  enter (book, list);
  g_assert_true (sheaf_certificate_exchange (book, sheaf_party_find (book, "KH3"),
                                             test_day ("2025-05-02"), NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  if (any (2) == 0)
    g_assert_true (sheaf_certificate_withdraw (book, sheaf_party_find (book, "KH3"),
                                               test_day ("2025-06-02"), "Theo đơn", &error));
  g_assert_no_error (error);
}

void
test_random_members (SheafBook *book)
{
  g_autoptr (GPtrArray)
      members = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_member_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 1; i <= MEMBERS; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV%u", i);

      add_to_list (members, code);
    }
  sheaf_member_insert (book, members, &error);
  g_assert_no_error (error);
  correct (book, 2);
  correct (book, 5);
  change_memberships (book);
  move_capital (book);
  agree_instalments (book);
  issue_certificates (book);
}

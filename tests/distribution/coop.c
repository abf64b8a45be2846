/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small co-op's book of 2025 for tests. */
#include "coop.h"

#include "capital/event.h"
#include "distribution/posting.h"
#include "distribution/verify.h"
#include "helpers/book.h"
#include "labour/labour.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/totals.h"
#include "ledger/verify.h"
#include "members/member.h"
#include "trade/delivery.h"
#include "trade/product.h"

const char *const coop_plan = "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n"
                              "[fund welfare]\naccount=3532\nrate=0.05\n"
                              "[internal]\nuse=0.4\nlabour=0.2\ncapital=0.4\n"
                              "[external]\ncapital=1\n";

static const SheafBookSpec spec = {
  .name = "HTX Thử", .year = 2025, .chart = "vn-tt71", .law = "vn-2023"
};

static void
add_member (GPtrArray      *members,
            const char     *code,
            SheafMemberKind kind,
            SheafDate       left)
{
  SheafMember *member = sheaf_member_new ();

  member->code = g_strdup (code);
  member->name = g_strdup_printf ("Nguyễn Văn %s", code);
  member->kind = kind;
  member->joined = sheaf_date_new (2024, 8, 1);
  member->left = left;
  if (g_str_equal (code, "B"))
    {
      member->bank_bin = g_strdup ("970436");
      member->bank_account = g_strdup ("0123456789");
    }
  g_ptr_array_add (members, member);
}

static void
add_members (SheafBook *book)
{
  g_autoptr (GPtrArray)
      members = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_member_free);
  g_autoptr (GError) error = NULL;

  add_member (members, "A", SHEAF_MEMBER_OFFICIAL, SHEAF_DATE_NONE);
  add_member (members, "B", SHEAF_MEMBER_OFFICIAL, SHEAF_DATE_NONE);
  add_member (members, "C", SHEAF_MEMBER_CONTRIBUTING, SHEAF_DATE_NONE);
  add_member (members, "D", SHEAF_MEMBER_NON_CONTRIBUTING, SHEAF_DATE_NONE);
  add_member (members, "L", SHEAF_MEMBER_OFFICIAL, sheaf_date_new (2025, 7, 1));
  (void) sheaf_member_insert (book, members, &error);
  g_assert_no_error (error);
}

static void
add_capital (GPtrArray  *events,
             SheafBook  *book,
             const char *member,
             SheafDate   date,
             gint64      amount)
{
  for (guint i = 0; i < 2; i++)
    {
      SheafCapitalEvent *event = sheaf_capital_event_new ();

      event->party_id = sheaf_member_find (book, member);
      event->date = date;
      event->event = i == 0 ? SHEAF_CAPITAL_COMMIT : SHEAF_CAPITAL_PAY;
      event->amount = SHEAF_MONEY (amount);
      g_ptr_array_add (events, event);
    }
}

static void
add_capitals (SheafBook *book)
{
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  SheafDate first = sheaf_date_new (2025, 1, 1);
  g_autoptr (GError) error = NULL;

  add_capital (events, book, "A", first, 10000000);
  add_capital (events, book, "B", sheaf_date_new (2025, 7, 2), 20000000);
  add_capital (events, book, "C", first, 5000000);
  add_capital (events, book, "L", first, 4000000);
  (void) sheaf_capital_post (book, events, TRUE, &error);
  g_assert_no_error (error);
}

static void
add_product (SheafBook *book)
{
  g_autoptr (GPtrArray)
      products = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_product_free);
  SheafProduct *product = sheaf_product_new ();
  g_autoptr (GError) error = NULL;

  product->code = g_strdup ("LEAF");
  product->name = g_strdup ("Lá cỏ ngọt");
  product->unit = g_strdup ("kg");
  product->kind = SHEAF_PRODUCT_PRODUCE;
  g_ptr_array_add (products, product);
  (void) sheaf_product_insert (book, products, &error);
  g_assert_no_error (error);
}

void
coop_deliver (SheafBook  *book,
              SheafDate   date,
              const char *member,
              gint64      amount)
{
  g_autoptr (GPtrArray)
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_delivery_free);
  SheafDelivery *row = sheaf_delivery_new ();
  g_autoptr (GError) error = NULL;

  row->date = date;
  row->party_id = sheaf_member_find (book, member);
  row->product_id = sheaf_product_find (book, "LEAF");
  row->quantity = SHEAF_QUANTITY (1000);
  row->amount = SHEAF_MONEY (amount);
  row->amount_given = TRUE;
  g_ptr_array_add (rows, row);
  (void) sheaf_delivery_post (book, rows, FALSE, &error);
  g_assert_no_error (error);
}

static void
work (SheafBook  *book,
      const char *member,
      gint64      amount)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_labour_free);
  SheafLabour *row = sheaf_labour_new ();
  g_autoptr (GError) error = NULL;

  row->date = sheaf_date_new (2025, 5, 31);
  row->party_id = sheaf_member_find (book, member);
  row->amount = SHEAF_MONEY (amount);
  row->amount_given = TRUE;
  g_ptr_array_add (rows, row);
  (void) sheaf_labour_post (book, rows, FALSE, &error);
  g_assert_no_error (error);
}

void
coop_voucher (SheafBook  *book,
              SheafDate   date,
              const char *debit,
              const char *credit,
              gint64      amount,
              const char *plan)
{
  g_autoptr (GError) error = NULL;
  const SheafChart *chart = sheaf_chart_get (book, &error);
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, date, "Thử");
  SheafVoucherRow *row;

  g_assert_no_error (error);
  row = sheaf_voucher_add_row (voucher, sheaf_chart_by_code (chart, debit)->id,
                               sheaf_chart_by_code (chart, credit)->id, SHEAF_MONEY (amount));
  row->plan = g_strdup (plan);
  (void) sheaf_voucher_post (book, voucher, NULL, &error);
  g_assert_no_error (error);
}

SheafBook *
coop_new (void)
{
  SheafActor actor = test_actor (sheaf_date_new (2026, 12, 31));
  g_autoptr (GError) error = NULL;
  SheafDate  day = sheaf_date_new (2025, 6, 15);
  SheafBook *book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  add_members (book);
  add_capitals (book);
  add_product (book);
  coop_deliver (book, day, "A", 6000000);
  coop_deliver (book, day, "B", 3000000);
  coop_deliver (book, day, "D", 2000000); /* no official member: weighs nothing */
  coop_deliver (book, day, "L", 1000000);
  work (book, "A", 1000000);
  work (book, "B", 5000000);
  work (book, "D", 7000000);
  coop_voucher (book, day, "1111", "5121", 10000000, NULL);
  coop_voucher (book, day, "6121", "1111", 4000000, NULL);
  coop_voucher (book, day, "1111", "5111", 20000000, NULL);
  coop_voucher (book, day, "6111", "1111", 8000000, NULL);
  coop_voucher (book, day, "659", "3334", 2000000, NULL);
  return book;
}

void
coop_close (SheafBook *book)
{
  SheafClosingKeys keys = { .key = SHEAF_CLOSING_BY_REVENUE };
  g_autoptr (GError) error = NULL;

  (void) sheaf_closing_post (book, 2025, &keys, NULL, &error);
  g_assert_no_error (error);
}

void
coop_approve (SheafBook  *book,
              const char *plan)
{
  SheafMeeting meeting = { .resolution = "NQ 01/2026", .date = sheaf_date_new (2026, 3, 20) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  (void) sheaf_plan_store (book, 2025, plan, -1, "plan.ini", problems, &error);
  g_assert_no_error (error);
  (void) sheaf_plan_approve (book, 2025, &meeting, problems, &error);
  g_assert_no_error (error);
}

gint64
coop_post (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  (void) sheaf_plan_post (book, 2025, sheaf_date_new (2026, 3, 31), &id, &error);
  g_assert_no_error (error);
  return id;
}

gint64
coop_balance (SheafBook  *book,
              const char *account)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafTotals) totals = NULL;

  totals = sheaf_totals_load (book, sheaf_date_new (2026, 1, 1), sheaf_date_new (2026, 12, 31),
                              &error);
  g_assert_no_error (error);
  return -sheaf_totals_balance (totals,
                                sheaf_chart_by_code (sheaf_chart_get (book, NULL), account)->id)
              .units;
}

static guint
run (SheafBook        *book,
     const SheafCheck *checks)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; checks[i].name != NULL; i++)
    {
      (void) checks[i].run (book, problems, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  return problems->errors;
}

guint
coop_verify (SheafBook *book)
{
  return run (book, sheaf_ledger_checks) + run (book, sheaf_distribution_checks);
}

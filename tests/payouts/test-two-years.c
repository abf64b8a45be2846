/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that pays two years of a member: one transfer, one sum to fetch and hand out. */
#include "paying.h"

#include "book/setting.h"
#include "payouts/bank-order.h"
#include "payouts/notes.h"

/* All of both years on 2027-04-10. */
static SheafPayoutBatch *
pay_both (SheafBook        *book,
          SheafPayoutMethod method)
{
  SheafPayoutSpec spec = paying_spec (method, 4, 10);

  paying_share_2026 (book);
  spec.year = 2026;
  spec.date = sheaf_date_new (2027, 4, 10);
  spec.earlier = TRUE;
  return paying_list (book, &spec, NULL);
}

/* What the member gets of both years. */
static gint64
sum_of (const SheafPayoutBatch *batch,
        const char             *member)
{
  gint64 old = paying_line (batch, member, 2025)->net.units;
  gint64 new = paying_line (batch, member, 2026)->net.units;

  g_assert_cmpint (old, >, 0);
  g_assert_cmpint (new, >, 0);
  return old + new;
}

static SheafBankOrder *
order_in (SheafBook                *book,
          const SheafPayoutBatch   *batch,
          const SheafBankOrderForm *form)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafBankOrder *order = sheaf_bank_order_new (book, batch, form, problems, &error);

  g_assert_no_error (error);
  return order;
}

static guint
count_of (const char *text,
          const char *part)
{
  g_auto (GStrv) pieces = g_strsplit (text, part, -1);

  return g_strv_length (pieces) - 1;
}

static void
test_pain (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) batch = pay_both (book, SHEAF_PAYOUT_BANK);
  g_autofree char *amount = g_strdup_printf (">%" G_GINT64_FORMAT "</InstdAmt>",
                                             sum_of (batch, "B"));
  g_autofree char *control = g_strdup_printf (
      "<NbOfTxs>1</NbOfTxs><CtrlSum>%" G_GINT64_FORMAT "</CtrlSum>", sum_of (batch, "B"));
  g_autoptr (GDateTime) now = g_date_time_new_utc (2027, 4, 10, 8, 30, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBankOrderForm) form = sheaf_bank_order_form_load (book, "iso-pain-001", &error);
  g_autoptr (SheafBankOrder) order = NULL;
  g_autofree char *xml = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (batch->lines->len, ==, 2);
  g_assert_true (sheaf_setting_write (book, "bank-account", "DE89370400440532013000", &error));
  g_assert_true (sheaf_setting_write (book, "bank-bin", "970400", &error));
  order = order_in (book, batch, form);
  xml = sheaf_bank_order_to_pain (book, batch, order, now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_of (xml, "<CdtTrfTxInf>"), ==, 1);
  g_assert_cmpuint (count_of (xml, amount), ==, 1);
  g_assert_cmpuint (count_of (xml, control), ==, 2);
}

static void
test_sheet (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) batch = pay_both (book, SHEAF_PAYOUT_BANK);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBankOrderForm) form = sheaf_bank_order_form_load (book, "neutral", &error);
  g_autoptr (SheafBankOrder) order = NULL;

  g_assert_no_error (error);
  order = order_in (book, batch, form);
  g_assert_cmpuint (order->count, ==, 1);
  g_assert_cmpuint (order->rows->len, ==, 2); /* with the control line */
  g_assert_cmpint (order->sum.units, ==, sum_of (batch, "B"));
}

/* Notes are counted for the sum that is handed over, not for each year. */
static void
test_notes (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = pay_both (book, SHEAF_PAYOUT_CASH);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCashDraw) draw = sheaf_cash_draw_count (book, batch, SHEAF_MONEY_ZERO, &error);
  const SheafCashDrawLine *line;

  g_assert_no_error (error);
  g_assert_cmpuint (draw->lines->len, ==, 4);
  line = draw->lines->pdata[0];
  g_assert_cmpstr (line->code, ==, "A");
  g_assert_cmpint (line->amount.units, ==, sum_of (batch, "A"));
  g_assert_cmpint (((const SheafCashDrawLine *) draw->lines->pdata[1])->amount.units, ==,
                   sum_of (batch, "B"));
  g_assert_cmpint (draw->total->amount.units, ==, sheaf_payout_batch_total (batch).units);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/two-years/one-transfer-in-pain-001", test_pain);
  g_test_add_func ("/two-years/one-row-in-a-banks-sheet", test_sheet);
  g_test_add_func ("/two-years/notes-for-the-sum", test_notes);
  return g_test_run ();
}

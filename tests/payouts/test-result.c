/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bank's answer to a list: what it refused is open again. */
#include "payouts/result.h"

#include "book/setting.h"
#include "capital/event.h"
#include "distribution/coop.h"
#include "distribution/law.h"
#include "members/member.h"
#include "paying.h"
#include "payouts/bank-order.h"
#include "payouts/error.h"
#include "payouts/return.h"
#include "payouts/transfer-text.h"

#include <string.h>

static SheafPayoutBatch *
pay_bank (SheafBook *book,
          int        day)
{
  const SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_BANK, 4, day);

  return paying_list (book, &spec, NULL);
}

static gboolean
answer (SheafBook              *book,
        const SheafPayoutBatch *batch,
        SheafPayoutAnswer      *row,
        SheafPayoutResult      *ret_result)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (rows, row);
  return sheaf_payout_result_apply (book, batch->id, rows, sheaf_date_new (2026, 4, 12), problems,
                                    ret_result, &error);
}

/* What the bank refused is open again without tax; said twice it is said once. */
static void
test_result (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) batch = pay_bank (book, 10);
  g_autoptr (SheafPayoutBatch) again = NULL;
  const SheafPayoutLine *line = batch->lines->pdata[0];
  SheafPayoutAnswer      refused = { .reference = "CHIA THU NHAP HTX 2025 B",
                                     .amount = line->net,
                                     .reason = "Sai tên",
                                     .line = 2 };
  SheafPayoutAnswer      wrong = { .reference = "B", .amount = SHEAF_MONEY (1), .ok = TRUE };
  SheafPayoutResult      result = { 0 };
  gint64                 bank = coop_balance (book, "1121");

  g_assert_false (answer (book, batch, &wrong, &result));
  g_assert_true (answer (book, batch, &refused, &result));
  g_assert_cmpuint (result.returned, ==, 1);
  g_assert_cmpint (coop_balance (book, "1121"), ==, bank - line->net.units);
  g_assert_true (answer (book, batch, &refused, &result));
  g_assert_cmpuint (result.known, ==, 1);
  again = pay_bank (book, 13);
  g_assert_cmpint (((SheafPayoutLine *) again->lines->pdata[0])->net.units, ==, line->net.units);
  g_assert_cmpint (((SheafPayoutLine *) again->lines->pdata[0])->tax.units, ==, 0);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* What the bank confirmed is with the member: reversed, the next list would pay it again. Money
 * that came back after all is entered as such. */
static void
test_confirmed (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  g_autoptr (SheafPayoutBatch) batch = pay_bank (book, 10);
  g_autoptr (GError) error = NULL;
  const SheafPayoutLine *line = batch->lines->pdata[0];
  SheafPayoutAnswer      paid = { .reference = "CHIA THU NHAP HTX 2025 B",
                                  .amount = line->net,
                                  .ok = TRUE,
                                  .line = 2 };
  SheafPayoutResult      result = { 0 };
  gint64                 bank = coop_balance (book, "1121");
  SheafDate              day = sheaf_date_new (2026, 4, 14);

  g_assert_true (answer (book, batch, &paid, &result));
  g_assert_cmpuint (result.confirmed, ==, 1);
  g_assert_false (sheaf_payout_take_back (book, batch->id, line->party_id, day, "Sai", &error));
  g_assert_error (error, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_STATE);
  g_assert_cmpint (coop_balance (book, "1121"), ==, bank);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* A member with a bank account and some capital. */
static void
add_member (SheafBook  *book,
            const char *code,
            const char *account)
{
  g_autoptr (GPtrArray)
      members = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_member_free);
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_capital_event_free);
  SheafMember *member = sheaf_member_new ();
  g_autoptr (GError) error = NULL;

  member->code = g_strdup (code);
  member->name = g_strdup ("Lê Văn Gạch");
  member->kind = SHEAF_MEMBER_OFFICIAL;
  member->joined = sheaf_date_new (2024, 8, 1);
  member->bank_bin = g_strdup ("970436");
  member->bank_account = g_strdup (account);
  g_ptr_array_add (members, member);
  (void) sheaf_member_insert (book, members, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++)
    {
      SheafCapitalEvent *event = sheaf_capital_event_new ();

      event->party_id = sheaf_member_find (book, code);
      event->date = sheaf_date_new (2025, 1, 1);
      event->event = i == 0 ? SHEAF_CAPITAL_COMMIT : SHEAF_CAPITAL_PAY;
      event->amount = SHEAF_MONEY (3000000);
      g_ptr_array_add (events, event);
    }
  (void) sheaf_capital_post (book, events, TRUE, &error);
  g_assert_no_error (error);
}

/* The sheet and the message to the bank say what the slip and its code do. */
static void
assert_orders_say (SheafBook              *book,
                   const SheafPayoutBatch *batch,
                   const char             *text)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBankOrderForm) form = sheaf_bank_order_form_load (book, "neutral", NULL);
  g_autoptr (SheafBankOrder) order = sheaf_bank_order_new (book, batch, form, problems, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 4, 10, 8, 0, 0);
  g_autofree char *csv = sheaf_bank_order_to_csv (order);
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = sheaf_bank_order_to_pain (book, batch, order, now, &error);
  g_autofree char *cell = g_strdup_printf (",%s,", text);
  g_autofree char *element = g_strdup_printf ("<Ustrd>%s</Ustrd>", text);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (csv, cell));
  g_assert_nonnull (strstr (xml, element));
}

/* A transfer says "B 1" for B-1: the answer to it, without an account or number, is B-1's and no
 * other's, B's neither. */
static void
test_codes_with_signs (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafLaw) law = sheaf_law_load ("vn-2023", FALSE, NULL);
  g_autoptr (SheafPayoutBatch) batch = NULL;
  SheafPayoutResult result = { 0 };

  g_assert_true (sheaf_setting_write (book, "bank-account", "0000000099", NULL));
  g_assert_true (sheaf_setting_write (book, "bank-bin", "970436", NULL));
  add_member (book, "B-1", "0000000011");
  add_member (book, "B-2", "0000000012");
  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  coop_voucher (book, sheaf_date_new (2026, 4, 1), "1121", "1111", 12000000, NULL);
  batch = pay_bank (book, 10);
  g_assert_cmpuint (batch->lines->len, ==, 3);
  assert_orders_say (book, batch, "CHIA THU NHAP 2025 B 1");
  for (guint i = 0; i < batch->lines->len; i++)
    {
      const SheafPayoutLine *line = batch->lines->pdata[i];
      g_autofree char       *text = sheaf_transfer_text (law, 2025, line->code, SHEAF_TRANSFER_MAX);
      SheafPayoutAnswer      refused = {
             .reference = text, .amount = line->net, .reason = "Sai tên", .line = i + 1
      };

      g_assert_true (answer (book, batch, &refused, &result));
      g_assert_cmpuint (result.returned, ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payout-result/what-the-bank-refused-is-open-and-taxed", test_result);
  g_test_add_func ("/payout-result/what-the-bank-confirmed-is-not-reversed", test_confirmed);
  g_test_add_func ("/payout-result/codes-with-signs-are-found-in-the-text", test_codes_with_signs);
  return g_test_run ();
}

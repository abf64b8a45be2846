/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is done in whatever order, nobody is paid more than the share: lists in full and in
 * part, by cash and bank, returns, their taking back, reversals and payments by hand, counted by
 * the account of what members are owed and of money. */
#include "payouts/return.h"

#include "distribution/coop.h"
#include "ledger/chart.h"
#include "ledger/voucher.h"
#include "payouts/result.h"
#include "payouts/reversal.h"
#include "payouts/standing.h"
#include "payouts/tally.h"
#include "payouts/verify.h"

#define STEPS 60

static const char *const codes[] = { "A", "B", "C", "L" };

static SheafBook *
posted_coop (void)
{
  SheafBook *book = coop_new ();

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  coop_voucher (book, sheaf_date_new (2026, 4, 1), "1121", "1111", 8000000, NULL);
  return book;
}

static guint
verify (SheafBook *book)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; sheaf_payouts_checks[i].name != NULL; i++)
    {
      (void) sheaf_payouts_checks[i].run (book, problems, &error);
      g_assert_no_error (error);
    }
  return problems->errors + coop_verify (book);
}

/* A list of a random kind; with nobody left it is refused. */
static void
pay (SheafBook *book,
     SheafDate  date)
{
  const char     *only[] = { codes[g_test_rand_int_range (0, 4)], NULL };
  SheafPayoutSpec spec = { .year = 2025, .date = date, .minimum = SHEAF_MONEY (-1) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  spec.method = g_test_rand_int_range (0, 2) == 0 ? SHEAF_PAYOUT_CASH : SHEAF_PAYOUT_BANK;
  spec.part = SHEAF_RATE (g_test_rand_int_range (0, 3) * 400000);
  spec.net_debts = g_test_rand_int_range (0, 2) == 0;
  if (g_test_rand_int_range (0, 2) == 0)
    spec.only = only;
  (void) sheaf_payout_make (book, &spec, problems, NULL, &error);
}

/* One random line of the lists, to be returned, taken back, or reversed as the journal does. */
static void
touch_line (SheafBook *book,
            SheafDate  date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = sheaf_payout_list (book, 2025, &error);
  g_autoptr (SheafPayoutBatch) batch = NULL;
  const SheafPayoutLine *line;

  g_assert_no_error (error);
  if (ids->len == 0)
    return;
  batch = sheaf_payout_load (
      book, g_array_index (ids, gint64, (guint) g_test_rand_int_range (0, (gint32) ids->len)),
      &error);
  g_assert_no_error (error);
  line = batch->lines->pdata[g_test_rand_int_range (0, (gint32) batch->lines->len)];
  switch (g_test_rand_int_range (0, 3))
    {
    case 0:
      (void) sheaf_payout_return (book, batch->id, line->party_id,
                                  batch->method == SHEAF_PAYOUT_BANK
                                      ? SHEAF_PAYOUT_RETURN_BOUNCED
                                      : SHEAF_PAYOUT_RETURN_UNCLAIMED,
                                  date, "Không nhận", NULL, &error);
      break;
    case 1:
      (void) sheaf_payout_return_take_back (book, batch->id, line->party_id, date, "Nhầm", &error);
      break;
    default:
      if (line->voucher_id != 0)
        (void) sheaf_journal_reverse (book, line->voucher_id, date, "Nhầm", NULL, &error);
      break;
    }
}

/* Paid by hand, past all lists, as far as the ledger owes anything. Gives the amount. */
static gint64
pay_by_hand (SheafBook *book,
             SheafDate  date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = sheaf_payout_standing_list (book, 2025, date, &error);
  const guint                at = (guint) g_test_rand_int_range (0, 4);
  const SheafPayoutStanding *standing = list->pdata[at];

  const SheafChart *chart = sheaf_chart_get (book, &error);
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_PAYMENT, date, "Tạm ứng");
  SheafVoucherRow *row;

  if (standing->open.units <= 1000)
    return 0;
  row = sheaf_voucher_add_row (voucher, sheaf_chart_by_role (chart, "member-payable", NULL)->id,
                               sheaf_chart_by_role (chart, "cash", NULL)->id, SHEAF_MONEY (1000));
  row->debit_party_id = standing->party_id;
  (void) sheaf_voucher_post (book, voucher, NULL, &error);
  g_assert_no_error (error);
  return 1000;
}

/* The pools' parts are those of lines that stand. */
static void
check_parts (SheafBook *book,
             SheafDate  date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) tallies = sheaf_payout_tally_list (book, date, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < tallies->len; i++)
    {
      const SheafPayoutTally *tally = tallies->pdata[i];
      gint64                  parts = 0;

      for (guint cell = 0; cell < SHEAF_SIDES * SHEAF_POOLS; cell++)
        parts += tally->parts[cell / SHEAF_POOLS][cell % SHEAF_POOLS].units;
      g_assert_cmpint (parts, <=, tally->standing.gross.units);
    }
}

/* The ledger never owes less than nothing, the count never more than is left of the share, and the
 * lines tell all that the ledger paid but what was paid by hand. */
static void
check (SheafBook *book,
       SheafDate  date,
       gint64     by_hand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = sheaf_payout_standing_list (book, 2025, date, &error);
  gint64 owed = coop_balance (book, "338");
  gint64 open = 0, due = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const SheafPayoutStanding *standing = list->pdata[i];
      gint64                     paid = standing->tax.units + standing->set_off.units;

      paid += standing->money.units;
      /* Each line is money out, money that came back, tax or a set-off; none counts twice. */
      g_assert_cmpint (standing->gross.units, ==, paid + standing->returned.units);
      g_assert_cmpint (paid, <=, standing->share.units);
      g_assert_cmpint (paid + standing->open.units, <=, standing->share.units);
      g_assert_cmpint (standing->open_taxed.units, <=, standing->open.units);
      open += standing->open.units;
      due += standing->share.units - standing->gross.units + standing->returned.units;
    }
  g_assert_cmpint (owed, >=, 0);
  g_assert_cmpint (owed, ==, open);
  g_assert_cmpint (due, ==, owed + by_hand);
  check_parts (book, date);
}

static void
test_random (void)
{
  g_autoptr (SheafBook) book = posted_coop ();
  SheafDate date = sheaf_date_new (2026, 4, 10);
  gint64    by_hand = 0;

  for (guint i = 0; i < STEPS; i++)
    {
      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
        case 1:
          pay (book, date);
          break;
        case 2:
        case 3:
          touch_line (book, date);
          break;
        default:
          by_hand += pay_by_hand (book, date);
          break;
        }
      check (book, date, by_hand);
      date = sheaf_date_add_days (date, 1);
    }
  g_assert_cmpuint (verify (book), ==, 0);
}

static SheafPayoutBatch *
pay_bank (SheafBook *book,
          SheafDate  date)
{
  const SheafPayoutSpec spec = { .year = 2025,
                                 .method = SHEAF_PAYOUT_BANK,
                                 .date = date,
                                 .minimum = SHEAF_MONEY (-1) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  (void) sheaf_payout_make (book, &spec, problems, &id, &error);
  g_assert_no_error (error);
  return sheaf_payout_load (book, id, &error);
}

/* What came back and was taken back never came back: it is paid, and nothing is returned. */
static void
test_return_taken_back (void)
{
  g_autoptr (SheafBook) book = posted_coop ();
  SheafDate date = sheaf_date_new (2026, 4, 12);
  g_autoptr (SheafPayoutBatch) batch = pay_bank (book, sheaf_date_new (2026, 4, 10));
  const SheafPayoutLine *line = batch->lines->pdata[0];
  g_autoptr (GError) error = NULL;

  (void) sheaf_payout_return (book, batch->id, line->party_id, SHEAF_PAYOUT_RETURN_BOUNCED, date,
                              "Sai tên", NULL, &error);
  g_assert_no_error (error);
  (void) sheaf_payout_return_take_back (book, batch->id, line->party_id, date, "Nhầm", &error);
  g_assert_no_error (error);
  check (book, date, 0);
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
  g_autoptr (SheafBook) book = posted_coop ();
  g_autoptr (SheafPayoutBatch) batch = pay_bank (book, sheaf_date_new (2026, 4, 10));
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
  again = pay_bank (book, sheaf_date_new (2026, 4, 13));
  g_assert_cmpint (((SheafPayoutLine *) again->lines->pdata[0])->net.units, ==, line->net.units);
  g_assert_cmpint (((SheafPayoutLine *) again->lines->pdata[0])->tax.units, ==, 0);
  g_assert_cmpuint (verify (book), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payout/return-taken-back-never-came-back", test_return_taken_back);
  g_test_add_func ("/payout/no-sequence-of-acts-pays-twice", test_random);
  g_test_add_func ("/payout/what-the-bank-refused-is-open-and-taxed", test_result);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What counts of a list once parts of it were taken back: each condition of the count, alone. */
#include "payouts/tally.h"

#include "book/act.h"
#include "book/setting.h"
#include "distribution/coop.h"
#include "ledger/voucher.h"
#include "members/member.h"
#include "paying.h"
#include "payouts/return.h"
#include "store/store.h"

#define DEBT 1000000

static gint64
number (SheafBook  *book,
        const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  (void) sheaf_store_get_int (sheaf_book_store (book), sql, SHEAF_NO_ARGS, &n, &error);
  g_assert_no_error (error);
  return n;
}

/* As a program could that knows nothing of lists. */
static void
reverse (SheafBook *book,
         gint64     voucher_id)
{
  g_autoptr (GError) error = NULL;

  (void) sheaf_voucher_reverse (book, voucher_id, sheaf_date_new (2026, 7, 22), "Nhầm", NULL,
                                &error);
  g_assert_no_error (error);
}

/* A is paid in cash on the day of July 2026, a debt set off. */
static SheafPayoutBatch *
pay_a (SheafBook *book,
       int        day,
       gint64     debt)
{
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 7, day);

  paying_lend (book, "A", "141", debt, sheaf_date_new (2026, 7, 1));
  spec.net_debts = TRUE;
  spec.only = (const char *const[]){ "A", NULL };
  return paying_list (book, &spec, NULL);
}

static SheafPayoutBatch *
pay_again (SheafBook *book)
{
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 7, 25);

  spec.only = (const char *const[]){ "A", NULL };
  return paying_list (book, &spec, NULL);
}

static gint64
sum_parts (SheafBook  *book,
           const char *member)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      tallies = sheaf_payout_tally_list (book, sheaf_date_new (2027, 12, 31), &error);
  gint64 sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < tallies->len; i++)
    {
      const SheafPayoutTally *tally = tallies->pdata[i];

      for (guint cell = 0; cell < SHEAF_SIDES * SHEAF_POOLS; cell++)
        if (g_str_equal (tally->standing.code, member))
          sum += tally->parts[cell / SHEAF_POOLS][cell % SHEAF_POOLS].units;
    }
  return sum;
}

/* The debt is back, and so is what had met it: taxed with the payment, which stands. */
static void
test_set_off_taken_back (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = pay_a (book, 10, DEBT);
  g_autoptr (SheafPayoutBatch) again = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const SheafPayoutLine     *line = paying_line (batch, "A", 2025);
  const SheafPayoutStanding *standing;

  g_assert_cmpint (line->set_off.units, ==, DEBT);
  reverse (book, number (book, "SELECT voucher_id FROM payout_set_off"));
  list = paying_standings (book);
  standing = paying_standing (list, "A", 2025);
  g_assert_cmpint (standing->set_off.units, ==, 0);
  g_assert_cmpint (standing->gross.units, ==, line->net.units + line->tax.units);
  g_assert_cmpint (standing->open.units, ==, DEBT);
  g_assert_cmpint (standing->open_taxed.units, ==, DEBT);
  again = pay_again (book);
  g_assert_cmpint (paying_line (again, "A", 2025)->net.units, ==, DEBT);
  g_assert_cmpint (paying_line (again, "A", 2025)->tax.units, ==, 0);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* The set-off stays: what had been money and tax is open, and tax is kept back of the whole. */
static void
test_payment_taken_back (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = pay_a (book, 10, DEBT);
  g_autoptr (SheafPayoutBatch) again = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const SheafPayoutLine     *line = paying_line (batch, "A", 2025);
  const SheafPayoutStanding *standing;

  reverse (book, line->voucher_id);
  list = paying_standings (book);
  standing = paying_standing (list, "A", 2025);
  g_assert_cmpint (standing->gross.units, ==, DEBT);
  g_assert_cmpint (standing->set_off.units, ==, DEBT);
  g_assert_cmpint (standing->money.units + standing->tax.units, ==, 0);
  g_assert_cmpint (standing->open.units, ==, line->gross.units - DEBT);
  g_assert_cmpint (sum_parts (book, "A"), ==, 0);
  again = pay_again (book);
  g_assert_cmpint (paying_line (again, "A", 2025)->tax.units, ==, line->tax.units);
  g_assert_cmpint (paying_line (again, "A", 2025)->net.units, ==, line->net.units);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* Money, tax and set-offs go together, also where one of them was taken back before. */
static void
test_taken_back_whole (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = pay_a (book, 10, DEBT);
  const SheafPayoutLine *line = paying_line (batch, "A", 2025);
  g_autoptr (SheafPayoutBatch) again = NULL;
  g_autoptr (GError) error = NULL;

  (void) sheaf_payout_take_back (book, batch->id, line->party_id, sheaf_date_new (2026, 7, 20),
                                 "Nhầm", &error);
  g_assert_no_error (error);
  g_assert_cmpint (paying_open (book, "A", 2025), ==, line->gross.units);
  g_assert_cmpint (-coop_balance (book, "141"), ==, DEBT);
  again = pay_a (book, 21, 1);
  reverse (book, paying_line (again, "A", 2025)->voucher_id);
  g_assert_cmpint (paying_open (book, "A", 2025), <, line->gross.units);
  (void) sheaf_payout_take_back (book, again->id, line->party_id, sheaf_date_new (2026, 7, 23),
                                 "Nhầm", &error);
  g_assert_no_error (error);
  g_assert_cmpint (paying_open (book, "A", 2025), ==, line->gross.units);
  g_assert_cmpint (-coop_balance (book, "141"), ==, DEBT + 1);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* Without tax and money there is no payment's voucher: the line stands by its set-offs'. */
static void
test_all_set_off (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (SheafPayoutBatch) after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 share = paying_open (book, "A", 2025);

  (void) sheaf_setting_write (book, "sector", "agriculture", &error);
  g_assert_no_error (error);
  batch = pay_a (book, 10, share);
  g_assert_cmpint (paying_line (batch, "A", 2025)->voucher_id, ==, 0);
  g_assert_true (paying_line (batch, "A", 2025)->paid);
  g_assert_cmpint (sum_parts (book, "A"), ==, share);
  g_assert_cmpint (paying_open (book, "A", 2025), ==, 0);
  reverse (book, number (book, "SELECT voucher_id FROM payout_set_off"));
  after = sheaf_payout_load (book, batch->id, &error);
  g_assert_cmpint (paying_line (after, "A", 2025)->state, ==, SHEAF_PAYOUT_REVERSED);
  g_assert_cmpint (sum_parts (book, "A"), ==, 0);
  g_assert_cmpint (paying_open (book, "A", 2025), ==, share);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

static void
expect_state (SheafBook       *book,
              SheafPayoutState state,
              int              day)
{
  g_autoptr (GPtrArray) list = paying_standings (book);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_load (book, 1, &error);
  const SheafPayoutStanding *standing = paying_standing (list, "B", 2025);

  g_assert_cmpint (standing->state, ==, state);
  g_assert_cmpint (standing->since.days, ==, sheaf_date_new (2026, 4, day).days);
  g_assert_cmpint (paying_line (batch, "B", 2025)->state, ==, state);
  g_assert_cmpint (paying_line (batch, "B", 2025)->since.days, ==, standing->since.days);
}

/* A row of the bank's word, as the tables take it; stands 0 takes the word back. */
static void
confirm (SheafBook *book,
         int        day,
         gint64     stands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "", &error);

  (void) sheaf_store_run (sheaf_book_store (book),
                          "INSERT INTO payout_confirmed (line_id, date, stands, act_id) "
                          "VALUES (1, $1, $2, $3)",
                          SHEAF_ARGS (SHEAF_DAY (sheaf_date_new (2026, 4, day)),
                                      SHEAF_INT (stands), SHEAF_INT (sheaf_act_id (act))),
                          &error);
  g_assert_no_error (error);
  (void) sheaf_act_commit (act, &error);
  g_assert_no_error (error);
}

/* The latest word of the bank counts, and a return only while it stands. */
static void
test_states (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_BANK, 4, 10);
  g_autoptr (SheafPayoutBatch) batch = paying_list (book, &spec, NULL);
  gint64 party_id = sheaf_member_find (book, "B");
  g_autoptr (GError) error = NULL;

  expect_state (book, SHEAF_PAYOUT_ORDERED, 10);
  confirm (book, 11, 1);
  expect_state (book, SHEAF_PAYOUT_PAID, 11);
  confirm (book, 12, 0);
  expect_state (book, SHEAF_PAYOUT_ORDERED, 10);
  confirm (book, 13, 1);
  expect_state (book, SHEAF_PAYOUT_PAID, 13);
  (void) sheaf_payout_return (book, batch->id, party_id, SHEAF_PAYOUT_RETURN_BOUNCED,
                              sheaf_date_new (2026, 4, 14), "Sai tên", NULL, &error);
  g_assert_no_error (error);
  expect_state (book, SHEAF_PAYOUT_BOUNCED, 14);
  (void) sheaf_payout_return_take_back (book, batch->id, party_id, sheaf_date_new (2026, 4, 15),
                                        "Nhầm", &error);
  g_assert_no_error (error);
  expect_state (book, SHEAF_PAYOUT_PAID, 13);
  (void) sheaf_payout_return (book, batch->id, party_id, SHEAF_PAYOUT_RETURN_BOUNCED,
                              sheaf_date_new (2026, 4, 16), "Sai tên", NULL, &error);
  g_assert_no_error (error);
  expect_state (book, SHEAF_PAYOUT_BOUNCED, 16);
  (void) sheaf_payout_return_take_back (book, batch->id, party_id, sheaf_date_new (2026, 4, 17),
                                        "Nhầm", &error);
  g_assert_no_error (error);
  /* neither a return nor the bank's word hinders it any more */
  confirm (book, 17, 0);
  (void) sheaf_payout_take_back (book, batch->id, party_id, sheaf_date_new (2026, 4, 18), "Nhầm",
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

/* Of several lists the last one is told. */
static void
test_last_list (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autoptr (SheafPayoutBatch) half = NULL;
  g_autoptr (SheafPayoutBatch) rest = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const SheafPayoutStanding *standing;

  spec.part = SHEAF_RATE (500000);
  half = paying_list (book, &spec, NULL);
  spec.part = SHEAF_RATE (0);
  spec.date = sheaf_date_new (2026, 4, 12);
  rest = paying_list (book, &spec, NULL);
  list = paying_standings (book);
  standing = paying_standing (list, "A", 2025);
  g_assert_cmpint (standing->batch_id, ==, rest->id);
  g_assert_cmpint (standing->since.days, ==, rest->date.days);
  g_assert_cmpint (standing->state, ==, SHEAF_PAYOUT_PAID);
}

/* A line of an earlier year counts for that year, on whichever list it stands. */
static void
test_earlier_year (void)
{
  g_autoptr (SheafBook) book = paying_coop (0);
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) lists = NULL;
  g_autoptr (GError) error = NULL;
  gint64 party_id;

  paying_share_2026 (book);
  spec.year = 2026;
  spec.earlier = TRUE;
  spec.date = sheaf_date_new (2027, 4, 10);
  batch = paying_list (book, &spec, NULL);
  list = paying_standings (book);
  for (guint i = 0; i < list->len; i++)
    {
      const SheafPayoutStanding *standing = list->pdata[i];
      const SheafPayoutLine     *line = paying_line (batch, standing->code, standing->year);

      g_test_message ("%s %d", standing->code, standing->year);
      g_assert_cmpint (standing->gross.units, ==, standing->share.units);
      g_assert_cmpint (standing->gross.units, ==, line->gross.units);
      g_assert_cmpint (standing->open.units, ==, 0);
    }
  lists = sheaf_payout_list (book, 2025, &error);
  g_assert_cmpuint (lists->len, ==, 1);
  /* each line comes back, and is taken back, for its own year */
  party_id = sheaf_member_find (book, "C");
  (void) sheaf_payout_return (book, batch->id, party_id, SHEAF_PAYOUT_RETURN_UNCLAIMED,
                              sheaf_date_new (2027, 4, 11), "Vắng mặt", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (paying_open (book, "C", 2025), ==, paying_line (batch, "C", 2025)->net.units);
  g_assert_cmpint (paying_open (book, "C", 2026), ==, paying_line (batch, "C", 2026)->net.units);
  (void) sheaf_payout_return_take_back (book, batch->id, party_id, sheaf_date_new (2027, 4, 12),
                                        "Nhầm", &error);
  g_assert_no_error (error);
  g_assert_cmpint (paying_open (book, "C", 2025), ==, 0);
  g_assert_cmpuint (paying_verify (book), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/a-set-off-taken-back-counts-no-more", test_set_off_taken_back);
  g_test_add_func ("/tally/a-payment-taken-back-leaves-its-set-off", test_payment_taken_back);
  g_test_add_func ("/tally/money-tax-and-set-offs-go-together", test_taken_back_whole);
  g_test_add_func ("/tally/all-set-off-stands-by-its-set-offs", test_all_set_off);
  g_test_add_func ("/tally/the-last-word-of-the-bank-counts", test_states);
  g_test_add_func ("/tally/the-last-list-is-told", test_last_list);
  g_test_add_func ("/tally/an-earlier-years-line-counts-for-its-year", test_earlier_year);
  return g_test_run ();
}

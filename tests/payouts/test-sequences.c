/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is done in whatever order, nobody is paid more than the shares: lists in full and in
 * part, of two years, by cash and bank, with debts set off; the bank's answers, returns, reversals
 * whole and in part, payments by hand, postings taken back, copies put back. Counted by the
 * accounts of what members are owed, of tax, of their debts and of money. */
#include "payouts/return.h"

#include "book/backup.h"
#include "distribution/coop.h"
#include "distribution/posting.h"
#include "helpers/book.h"
#include "ledger/chart.h"
#include "ledger/totals.h"
#include "ledger/voucher.h"
#include "paying.h"
#include "payouts/result.h"
#include "payouts/reversal.h"
#include "payouts/tally.h"
#include "store/store.h"

#include <glib/gstdio.h>

#define STEPS 60
#define LONG_STEPS 150
#define SEEDS 25
#define THOROUGH_SEEDS 300 /* with -m thorough */
#define SHORT_STEPS 12

static const char *const codes[] = { "A", "B", "C", "L" };

/* A book under way. money: what cash and bank held at the start; by_hand, lent: what left them past
 * all lists. */
typedef struct
{
  SheafBook *book;
  SheafDate  date;
  int        first, last; /* years that are shared */
  gint64     money, by_hand, lent;
  guint      lists, refused; /* how often it went one way and the other */
  guint      unposted, kept;
  gboolean   late; /* what was paid by hand is never taken back, so it comes late */
} World;

static const char *
any_code (void)
{
  return codes[g_test_rand_int_range (0, G_N_ELEMENTS (codes))];
}

static gboolean
toss (void)
{
  return g_test_rand_int_range (0, 2) == 0;
}

static int
any_year (const World *world)
{
  return g_test_rand_int_range (world->first, world->last + 1);
}

/* The debit balance of an account at the end of all that is posted. */
static gint64
balance_of (SheafBook  *book,
            const char *account)
{
  const SheafDate on = sheaf_date_new (2030, 12, 31);
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafTotals) totals = sheaf_totals_load_pairs (book, on, on, &error);

  g_assert_no_error (error);
  return sheaf_totals_balance (totals,
                               sheaf_chart_by_code (sheaf_chart_get (book, NULL), account)->id)
      .units;
}

static gint64
money_of (SheafBook *book)
{
  return balance_of (book, "1111") + balance_of (book, "1121");
}

/* A list of a random kind; with nobody left it is refused. */
static void
pay (World *world)
{
  const char     *only[] = { any_code (), NULL };
  const char     *keep[] = { any_code (), NULL };
  SheafPayoutSpec spec = { .year = any_year (world),
                           .date = world->date,
                           .minimum = SHEAF_MONEY (-1) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  spec.method = toss () ? SHEAF_PAYOUT_CASH : SHEAF_PAYOUT_BANK;
  spec.part = SHEAF_RATE (g_test_rand_int_range (0, 3) * 400000);
  if (g_test_rand_int_range (0, 4) == 0)
    spec.minimum = SHEAF_MONEY (g_test_rand_int_range (0, 3000000));
  spec.net_debts = toss ();
  spec.earlier = toss ();
  if (toss ())
    spec.only = only;
  if (spec.net_debts && g_test_rand_int_range (0, 4) == 0)
    spec.keep_debts = keep;
  if (sheaf_payout_make (world->book, &spec, problems, NULL, &error))
    world->lists++;
  else
    world->refused++;
}

/* One random line of one random list; NULL where there is no list. */
static const SheafPayoutLine *
any_line (const World       *world,
          SheafPayoutBatch **ret_batch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = sheaf_payout_list (world->book, 0, &error);
  const GPtrArray *lines;

  g_assert_no_error (error);
  if (ids->len == 0)
    return NULL;
  *ret_batch = sheaf_payout_load (
      world->book,
      g_array_index (ids, gint64, (guint) g_test_rand_int_range (0, (gint32) ids->len)), &error);
  g_assert_no_error (error);
  lines = (*ret_batch)->lines;
  return lines->pdata[g_test_rand_int_range (0, (gint32) lines->len)];
}

/* Past lists, as another program would: the payment alone, or the set-offs alone. */
static void
reverse_part (const World           *world,
              const SheafPayoutLine *line)
{
  gint64 id = line->voucher_id;

  if (!line->paid)
    return;
  if (toss ())
    (void) sheaf_store_find_int (sheaf_book_store (world->book),
                                 "SELECT voucher_id FROM payout_set_off WHERE line_id = $1",
                                 SHEAF_ARGS (SHEAF_INT (line->id)), NULL, &id, NULL);
  if (id != 0)
    (void) sheaf_voucher_reverse (world->book, id, world->date, "Nhầm", NULL, NULL);
}

static void
answer_line (const World            *world,
             const SheafPayoutBatch *batch,
             const SheafPayoutLine  *line)
{
  SheafPayoutAnswer row = { .reference = line->voucher_number, .reason = "Sai tên", .line = 2 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  row.ok = toss ();
  g_ptr_array_add (rows, &row);
  (void) sheaf_payout_result_apply (world->book, batch->id, rows, world->date, problems, NULL,
                                    NULL);
}

/* What may be refused is; then nothing has changed, which the count after it shows. */
static void
touch_line (const World *world)
{
  g_autoptr (SheafPayoutBatch) batch = NULL;
  const SheafPayoutLine *line = any_line (world, &batch);
  gboolean               bank = batch != NULL && batch->method == SHEAF_PAYOUT_BANK;

  if (line == NULL)
    return;
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      (void) sheaf_payout_return (world->book, batch->id, line->party_id,
                                  bank ? SHEAF_PAYOUT_RETURN_BOUNCED
                                       : SHEAF_PAYOUT_RETURN_UNCLAIMED,
                                  world->date, "Không nhận", NULL, NULL);
      break;
    case 1:
      (void) sheaf_payout_return_take_back (world->book, batch->id, line->party_id, world->date,
                                            "Nhầm", NULL);
      break;
    case 2:
      (void) sheaf_payout_take_back (world->book, batch->id, line->party_id, world->date, "Nhầm",
                                     NULL);
      break;
    case 3:
      reverse_part (world, line);
      break;
    case 4:
      if (bank)
        answer_line (world, batch, line);
      break;
    default:
      if (line->voucher_id != 0)
        (void) sheaf_journal_reverse (world->book, line->voucher_id, world->date, "Nhầm", NULL,
                                      NULL);
      break;
    }
}

/* Paid by hand, past all lists, as far as the ledger owes anything. */
static void
pay_by_hand (World *world)
{
  g_autoptr (GPtrArray) list = paying_standings (world->book);
  const SheafPayoutStanding *standing = list->pdata[g_test_rand_int_range (0, (gint32) list->len)];
  const SheafChart          *chart = sheaf_chart_get (world->book, NULL);
  g_autoptr (SheafVoucher)
      voucher = sheaf_voucher_new (SHEAF_VOUCHER_PAYMENT, world->date, "Tạm ứng");
  g_autoptr (GError) error = NULL;

  if (standing->open.units <= 1000)
    return;
  sheaf_voucher_add_row (voucher, sheaf_chart_by_role (chart, "member-payable", NULL)->id,
                         sheaf_chart_by_role (chart, "cash", NULL)->id, SHEAF_MONEY (1000))
      ->debit_party_id = standing->party_id;
  (void) sheaf_voucher_post (world->book, voucher, NULL, &error);
  g_assert_no_error (error);
  world->by_hand += 1000;
}

static void
lend (World *world)
{
  gint64 amount = g_test_rand_int_range (1, 900000);

  paying_lend (world->book, any_code (), toss () ? "131" : "141", amount, world->date);
  world->lent += amount;
}

/* Takes back all that is paid on lists, the latest first: what was paid again goes before what came
 * back before it. */
static void
clear_lists (const World *world)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = sheaf_payout_list (world->book, 0, &error);

  g_assert_no_error (error);
  for (guint i = ids->len; i > 0; i--)
    {
      g_autoptr (SheafPayoutBatch) batch = NULL;

      batch = sheaf_payout_load (world->book, g_array_index (ids, gint64, i - 1), &error);
      g_assert_no_error (error);
      for (guint n = 0; n < batch->lines->len; n++)
        {
          gint64 party_id = ((SheafPayoutLine *) batch->lines->pdata[n])->party_id;

          (void) sheaf_payout_return_take_back (world->book, batch->id, party_id, world->date,
                                                "Nhầm", NULL);
          (void) sheaf_payout_take_back (world->book, batch->id, party_id, world->date, "Nhầm",
                                         NULL);
        }
    }
}

/* Whether a payment of the year stands, be it only the tax and the set-offs of money that came
 * back. */
static gboolean
is_out (const GPtrArray *list,
        int              year)
{
  gint64 out = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const SheafPayoutStanding *standing = list->pdata[i];

      if (standing->year == year)
        out += standing->gross.units - standing->returned.units;
    }
  return out != 0;
}

/* A posting is kept exactly while something of the year is paid, on a list or by hand; else it
 * goes, and comes again at once. */
static void
unpost (World *world)
{
  const int year = any_year (world);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  if (g_test_rand_int_range (0, 4) == 0)
    clear_lists (world);
  list = paying_standings (world->book);
  if (!sheaf_journal_unpost (world->book, year, world->date, "Sai", &error))
    {
      g_assert_true (is_out (list, year) || world->by_hand > 0);
      world->kept++;
      return;
    }
  g_assert_false (is_out (list, year));
  (void) sheaf_plan_post (world->book, year, world->date, NULL, &error);
  g_assert_no_error (error);
  world->unposted++;
}

static char *
tell (SheafBook *book)
{
  g_autoptr (GPtrArray) list = paying_standings (book);
  GString *text = g_string_new ("");

  for (guint i = 0; i < list->len; i++)
    {
      const SheafPayoutStanding *standing = list->pdata[i];

      g_string_append_printf (text,
                              "%s %d: %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                              " %u\n",
                              standing->code, standing->year, standing->gross.units,
                              standing->open.units, standing->open_taxed.units, standing->state);
    }
  return g_string_free (text, FALSE);
}

/* The book goes on from a copy that was put back. */
static void
restore (World *world)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *copy = g_build_filename (folder, "copy.sheaf", NULL);
  g_autofree char *path = g_build_filename (folder, "book.sheaf", NULL);
  g_autofree char *before = tell (world->book);
  g_autofree char *after = NULL;
  SheafActor       actor = test_actor (sheaf_date_new (2027, 12, 31));
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = NULL;

  (void) sheaf_backup_make (world->book, copy, &error);
  g_assert_no_error (error);
  (void) sheaf_backup_restore (copy, path, &actor, &error);
  g_assert_no_error (error);
  book = sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, &error);
  g_assert_no_error (error);
  after = tell (book);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (paying_verify (book), ==, 0);
  g_clear_pointer (&book, sheaf_book_free);
  test_folder_remove (folder);
}

/* The pools' parts are of the shares, each at most once. */
static void
check_parts (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      tallies = sheaf_payout_tally_list (book, sheaf_date_new (2027, 12, 31), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < tallies->len; i++)
    {
      const SheafPayoutTally *tally = tallies->pdata[i];

      for (guint cell = 0; cell < SHEAF_SIDES * SHEAF_POOLS; cell++)
        g_assert_cmpint (tally->parts[cell / SHEAF_POOLS][cell % SHEAF_POOLS].units, <=,
                         tally->shares[cell / SHEAF_POOLS][cell % SHEAF_POOLS].units);
    }
}

/* The ledger never owes less than nothing, the count never more than is left of the share, and the
 * lines tell all that the ledger paid but what was paid by hand. */
static void
check (const World *world)
{
  g_autoptr (GPtrArray) list = paying_standings (world->book);
  gint64 owed = -balance_of (world->book, "338");
  gint64 open = 0, due = 0, tax = 0, set_off = 0, money = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const SheafPayoutStanding *standing = list->pdata[i];
      gint64                     paid = standing->tax.units + standing->set_off.units;

      paid += standing->money.units;
      /* Each line is money out, money that came back, tax or a set-off; none counts twice. */
      g_assert_cmpint (standing->gross.units, ==, paid + standing->returned.units);
      g_assert_cmpint (paid + standing->open.units, <=, standing->share.units);
      g_assert_cmpint (standing->open_taxed.units, <=, standing->open.units);
      open += standing->open.units;
      due += standing->share.units - standing->gross.units + standing->returned.units;
      tax += standing->tax.units;
      set_off += standing->set_off.units;
      money += standing->money.units;
    }
  g_assert_cmpint (owed, >=, 0);
  g_assert_cmpint (owed, ==, open);
  g_assert_cmpint (due, ==, owed + world->by_hand);
  g_assert_cmpint (tax, ==, -balance_of (world->book, "3338"));
  g_assert_cmpint (money, ==, world->money - world->by_hand - world->lent - money_of (world->book));
  g_assert_cmpint (balance_of (world->book, "131"), >=, 0);
  g_assert_cmpint (balance_of (world->book, "141"), >=, 0);
  g_assert_cmpint (set_off, ==,
                   world->lent - balance_of (world->book, "131") - balance_of (world->book, "141"));
  check_parts (world->book);
}

static void
act (World *world)
{
  int dice = g_test_rand_int_range (0, 16);

  if (dice < 6)
    pay (world);
  else if (dice < 12)
    touch_line (world);
  else if (dice == 12 && world->late)
    pay_by_hand (world);
  else if (dice == 13)
    lend (world);
  else
    unpost (world);
}

static void
run (World *world,
     guint  steps)
{
  world->money = money_of (world->book);
  for (guint i = 0; i < steps; i++)
    {
      world->late = i > steps / 2;
      act (world);
      check (world);
      if (i % 40 == 39)
        restore (world);
      if (i % 2 == 1) /* two acts a day */
        world->date = sheaf_date_add_days (world->date, 1);
    }
  g_test_message ("%u lists, %u refused; %u postings taken back, %u kept", world->lists,
                  world->refused, world->unposted, world->kept);
  g_assert_cmpuint (paying_verify (world->book), ==, 0);
}

static void
test_random (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  World world = {
    .book = book, .date = sheaf_date_new (2026, 4, 10), .first = 2025, .last = 2025
  };

  run (&world, STEPS);
}

static void
test_random_years (void)
{
  g_autoptr (SheafBook) book = paying_coop (8000000);
  World world = {
    .book = book, .date = sheaf_date_new (2027, 4, 1), .first = 2025, .last = 2026
  };

  paying_share_2026 (book);
  run (&world, LONG_STEPS);
}

/* Many short beginnings: what goes wrong, goes wrong early, and the book is verified at three
 * places of each. */
static void
test_random_beginnings (void)
{
  for (guint n = g_test_thorough () ? THOROUGH_SEEDS : SEEDS; n > 0; n--)
    {
      g_autoptr (SheafBook) book = paying_coop (8000000);
      World world = {
        .book = book, .date = sheaf_date_new (2026, 4, 10), .first = 2025, .last = 2025
      };

      world.money = money_of (book);
      for (guint i = 0; i < SHORT_STEPS; i++)
        {
          act (&world);
          check (&world);
          if (i % 4 == 3)
            g_assert_cmpuint (paying_verify (book), ==, 0);
          world.date = sheaf_date_add_days (world.date, 1);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payout/no-sequence-of-acts-pays-twice", test_random);
  g_test_add_func ("/payout/nor-with-two-years", test_random_years);
  g_test_add_func ("/payout/nor-at-the-beginning-of-many", test_random_beginnings);
  return g_test_run ();
}

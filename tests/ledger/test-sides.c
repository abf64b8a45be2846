/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept sums of the debit and credit sides of an account's details are those made anew of every
 * detail, whatever was posted, reversed, imported or merged, in whatever order of days. */
#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/opening.h"
#include "ledger/totals.h"

#define PARTIES 8
#define ITEMS 3

static const char *const detailed[] = { "131", "331", "141", "338", "138" };

typedef struct
{
  SheafBook *book;
  gint64     parties[PARTIES];
  gint64     items[ITEMS];
  GArray    *vouchers; /* of gint64 */
  guint      done;
  guint      merges;
  guint      reversals;
} Run;

static gsize
any (gsize below)
{
  return (gsize) g_test_rand_int_range (0, (gint32) below);
}

static gint64
any_detailed (const Run *run)
{
  return test_account (run->book, detailed[any (G_N_ELEMENTS (detailed))]);
}

static SheafDate
any_day (void)
{
  return sheaf_date_add_days (sheaf_date_new (2025, 1, 1), (int) any (800));
}

/* Either side may name a party and an item; back-dated as often as not. */
static gboolean
post (Run *run)
{
  g_autoptr (SheafVoucher) voucher =
      sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, any_day (), "Bất kỳ");
  gint64 id = 0;

  if (any (10) == 0)
    voucher->layer = SHEAF_LAYER_DISTRIBUTION;
  for (gsize i = 0; i < 1 + any (3); i++)
    {
      gboolean         debit = any (2) == 0, both = any (4) == 0;
      gint64           other = both ? any_detailed (run) : test_account (run->book, "1111");
      gint64           one = any_detailed (run);
      SheafVoucherRow *row = sheaf_voucher_add_row (voucher, debit ? one : other,
                                                    debit ? other : one,
                                                    SHEAF_MONEY ((gint64) (1 + any (9)) * 100));

      row->debit_party_id = debit || both ? run->parties[any (PARTIES)] : 0;
      row->credit_party_id = !debit || both ? run->parties[any (PARTIES)] : 0;
      if (any (3) == 0 && row->debit_party_id != 0)
        row->debit_item_id = run->items[any (ITEMS)];
      if (any (3) == 0 && row->credit_party_id != 0)
        row->credit_item_id = run->items[any (ITEMS)];
    }
  if (!sheaf_voucher_post (run->book, voucher, &id, NULL))
    return FALSE; /* a merged party, the same on both sides, a day that is refused */
  g_array_append_val (run->vouchers, id);
  return TRUE;
}

static gboolean
reverse (Run *run)
{
  gint64 id;

  if (run->vouchers->len == 0)
    return FALSE;
  id = g_array_index (run->vouchers, gint64, any (run->vouchers->len));
  if (!sheaf_voucher_reverse (run->book, id, any_day (), "Bất kỳ", NULL, NULL))
    return FALSE;
  run->reversals++;
  return TRUE;
}

static gboolean
merge (Run *run)
{
  gint64   party_id = run->parties[any (PARTIES)];
  gboolean done = any (3) == 0 ? sheaf_party_unmerge (run->book, party_id, "Bất kỳ", NULL)
                               : sheaf_party_merge (run->book, party_id,
                                                    run->parties[any (PARTIES)], "Bất kỳ", NULL);

  if (done)
    run->merges++;
  return done;
}

/* An import of few or many rows, perhaps refused at its end; merges may lie in it as well. */
static gboolean
bulk (Run *run)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (run->book, "test", "bulk", NULL);
  guint before = run->vouchers->len;

  g_assert_true (sheaf_ledger_bulk_begin (run->book, NULL));
  for (gsize i = any (2) == 0 ? 2 : 40; i > 0; i--)
    (void) (any (20) == 0 ? merge (run) : post (run));
  g_assert_true (sheaf_ledger_bulk_end (run->book, NULL));
  if (any (4) > 0)
    return sheaf_act_commit (act, NULL);
  g_array_set_size (run->vouchers, before);
  return FALSE;
}

static void
expect_side (const SheafTotals *totals,
             SheafSideTotal    *side)
{
  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *detail = &g_array_index (totals->details, SheafDetailTotal, i);
      gint64                  end = detail->before.units + detail->debit.units;

      end -= detail->credit.units;
      if (detail->account_id != side->account_id ||
          (detail->party_id == 0 && detail->item_id == 0))
        continue;
      side->before_debit.units -= MAX (detail->before.units, 0);
      side->before_credit.units -= MAX (-detail->before.units, 0);
      side->debit.units -= MAX (end, 0);
      side->credit.units -= MAX (-end, 0);
    }
  g_assert_cmpint (side->before_debit.units, ==, 0);
  g_assert_cmpint (side->before_credit.units, ==, 0);
  g_assert_cmpint (side->debit.units, ==, 0);
  g_assert_cmpint (side->credit.units, ==, 0);
}

static void
compare (const Run  *run,
         const char *from,
         const char *to)
{
  g_autoptr (SheafTotals)
      whole = sheaf_totals_load (run->book, test_day (from), test_day (to), NULL);
  g_autoptr (SheafTotals)
      sides = sheaf_totals_load_sides (run->book, test_day (from), test_day (to), NULL, NULL);

  g_assert_cmpuint (sides->details->len, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (detailed); i++)
    {
      SheafSideTotal side = { .account_id = test_account (run->book, detailed[i]) };

      for (guint j = 0; j < sides->sides->len; j++)
        if (g_array_index (sides->sides, SheafSideTotal, j).account_id == side.account_id)
          side = g_array_index (sides->sides, SheafSideTotal, j);
      expect_side (whole, &side);
    }
}

static void
compare_all (const Run *run)
{
  compare (run, "2025-01-01", "2025-12-31");
  compare (run, "2025-01-01", "2025-01-31");
  compare (run, "2025-06-01", "2025-08-31");
  compare (run, "2025-01-01", "2025-03-15"); /* days of a started month are taken back out */
  compare (run, "2025-06-01", "2025-06-01");
  compare (run, "2026-01-01", "2026-11-29");
  compare (run, "2026-01-01", "2026-12-31");
  compare (run, "2027-01-01", "2027-02-28");
  test_verify (run->book);
}

static void
set_up (Run *run)
{
  run->book = test_ledger_new ();
  run->vouchers = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gsize i = 0; i < PARTIES; i++)
    {
      g_autofree char *code = g_strdup_printf ("D%zu", i);
      SheafParty       party = { .code = code, .name = code, .kind = SHEAF_PARTY_OTHER };

      g_assert_true (sheaf_party_insert (run->book, &party, &run->parties[i], NULL));
    }
  for (gsize i = 0; i < ITEMS; i++)
    {
      g_autofree char *code = g_strdup_printf ("HD%zu", i);
      SheafItem        item = { .code = code,
                                .name = code,
                                .kind = (char *) "contract",
                                .due = SHEAF_DATE_NONE,
                                .closed = SHEAF_DATE_NONE };

      g_assert_true (sheaf_item_insert (run->book, &item, &run->items[i], NULL));
    }
}

static void
open_balances (const Run *run)
{
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));

  for (gsize i = 0; i < 6; i++)
    {
      SheafOpeningBalance balance = { .account_id = any_detailed (run),
                                      .debit = SHEAF_MONEY (i % 2 == 0 ? 700 : 0),
                                      .credit = SHEAF_MONEY (i % 2 == 0 ? 0 : 700),
                                      .party_id = run->parties[i],
                                      .due = SHEAF_DATE_NONE };

      g_array_append_val (balances, balance);
    }
  g_assert_true (sheaf_opening_post (run->book, balances, NULL));
}

static void
test_any_acts (void)
{
  Run run = { 0 };

  set_up (&run);
  open_balances (&run);
  compare_all (&run);
  for (guint i = 0; i < 900; i++)
    {
      gsize    kind = any (20);
      gboolean done = kind == 0   ? bulk (&run)
                      : kind <= 3 ? merge (&run)
                      : kind <= 6 ? reverse (&run)
                                  : post (&run);

      run.done += done;
      if (i % 20 == 0)
        compare_all (&run);
    }
  compare_all (&run);
  g_test_message ("%u acts, %u merges, %u reversals", run.done, run.merges, run.reversals);
  g_assert_cmpuint (run.done, >, 150);
  g_assert_cmpuint (run.merges, >, 10);
  g_assert_cmpuint (run.reversals, >, 10);
  g_array_unref (run.vouchers);
  sheaf_book_free (run.book);
}

/* Days within a month, and accounts that are asked for by party, come in details. */
static void
test_details_where_asked_for (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 id = test_account (book, "131");

  test_post (book, "2025-02-02", "131", "558", 100, "KH1", "");
  test_post (book, "2025-03-20", "131", "558", 50, "KH1", "");
  test_post (book, "2025-03-02", "1111", "131", 70, "", "NCC1");
  test_post (book, "2025-03-02", "1111", "331", 30, "", "NCC1");
  g_array_append_val (ids, id);
  {
    g_autoptr (SheafTotals) totals = sheaf_totals_load_sides (book, test_day ("2025-01-01"),
                                                              test_day ("2025-03-31"), ids, NULL);

    g_assert_cmpuint (totals->details->len, ==, 2);
    g_assert_cmpint (g_array_index (totals->details, SheafDetailTotal, 0).debit.units, ==, 150);
    g_assert_cmpuint (totals->sides->len, ==, 1);
    g_assert_cmpint (g_array_index (totals->sides, SheafSideTotal, 0).credit.units, ==, 30);
  }
  {
    g_autoptr (SheafTotals) totals = sheaf_totals_load_sides (book, test_day ("2025-01-01"),
                                                              test_day ("2025-03-15"), ids, NULL);

    g_assert_cmpuint (totals->details->len, ==, 2);
    g_assert_cmpint (g_array_index (totals->details, SheafDetailTotal, 0).debit.units, ==, 100);
    g_assert_cmpuint (totals->sides->len, ==, 1);
  }
  {
    g_autoptr (SheafTotals) totals = sheaf_totals_load_sides (book, test_day ("2025-01-15"),
                                                              test_day ("2025-03-31"), ids, NULL);

    g_assert_cmpuint (totals->details->len, ==, 3); /* a month begun: all are read */
    g_assert_cmpuint (totals->sides->len, ==, 0);
  }
}

static void
test_tampering_is_found (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  test_post (book, "2025-02-02", "131", "558", 100, "KH1", "");
  g_assert_true (sheaf_store_script (sheaf_book_store (book), "UPDATE total_side SET credit = 5",
                                     NULL));
  g_assert_true (sheaf_totals_check (book, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sides/kept-sums-are-those-made-anew-after-any-acts", test_any_acts);
  g_test_add_func ("/sides/details-are-read-where-asked-for", test_details_where_asked_for);
  g_test_add_func ("/sides/tampering-is-found", test_tampering_is_found);
  return g_test_run ();
}

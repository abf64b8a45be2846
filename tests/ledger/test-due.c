/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What falls due when: payments settle what falls due first, and the parts add up to the
 * balance. */
#include "helpers/ledger.h"
#include "ledger/due.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "ledger/totals.h"

static gint64
post_due (SheafBook  *book,
          const char *day,
          const char *debit,
          const char *credit,
          gint64      amount,
          const char *due,
          gint64      item)
{
  g_autoptr (SheafVoucher) voucher = test_voucher (book, day, debit, credit, amount, "KH1", "KH1");
  SheafVoucherRow *row = voucher->rows->pdata[0];
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  if (due != NULL)
    row->due = test_day (due);
  if (g_str_has_prefix (debit, "1111") || g_str_has_prefix (debit, "1121"))
    row->debit_party_id = 0;
  if (g_str_has_prefix (credit, "1111") || g_str_has_prefix (credit, "1121"))
    row->credit_party_id = 0;
  row->debit_item_id = g_str_has_prefix (debit, "11") ? 0 : item;
  row->credit_item_id = g_str_has_prefix (credit, "11") ? 0 : item;
  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_no_error (error);
  return id;
}

static gint64
sell (SheafBook  *book,
      const char *day,
      gint64      amount,
      const char *due)
{
  return post_due (book, day, "131", "1111", amount, due, 0);
}

static gint64
pay (SheafBook  *book,
     const char *day,
     gint64      amount)
{
  return post_due (book, day, "1111", "131", amount, NULL, 0);
}

/* "131 KH1 60 2025-06-30; …" */
static void
expect_parts (SheafBook  *book,
              const char *account,
              const char *day,
              const char *expected)
{
  const SheafDueFilter filter = { .on = test_day (day),
                                  .account_id = test_account (book, account) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) parts = sheaf_due_parts (book, &filter, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < parts->len; i++)
    {
      const SheafDuePart *part = &g_array_index (parts, SheafDuePart, i);
      g_autofree char    *due = sheaf_date_to_text (part->due);
      g_autofree char    *item = sheaf_item_code (book, part->item_id);

      g_string_append_printf (text, "%s%s%s%" G_GINT64_FORMAT " %s", i > 0 ? "; " : "",
                              item == NULL ? "" : item, item == NULL ? "" : " ",
                              part->amount.units, due);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_first_due_first (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 wrong;

  sell (book, "2025-01-10", 100, "2025-06-30"); /* sold first, due last */
  sell (book, "2025-02-10", 50, "2025-03-10");
  sell (book, "2025-03-01", 30, NULL); /* counts by its own day */
  wrong = sell (book, "2025-03-02", 1000, "2025-04-01");
  g_assert_true (sheaf_voucher_reverse (book, wrong, test_day ("2025-03-20"), "Sai", NULL, NULL));
  expect_parts (book, "131", "2025-02-28", "50 2025-03-10; 100 2025-06-30");
  expect_parts (book, "131", "2025-03-10",
                "30 ; 50 2025-03-10; 1000 2025-04-01; 100 2025-06-30");
  pay (book, "2025-03-25", 20);
  expect_parts (book, "131", "2025-03-31", "10 ; 50 2025-03-10; 100 2025-06-30");
  pay (book, "2025-03-26", 20);
  expect_parts (book, "131", "2025-03-31", "40 2025-03-10; 100 2025-06-30");
  pay (book, "2025-03-27", 200); /* more than is owed: an advance received */
  expect_parts (book, "131", "2025-03-31", "-60 ");
}

static void
test_items (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafItem contract = { .code = (char *) "HD1",
                         .name = (char *) "Hợp đồng 1",
                         .kind = (char *) "contract",
                         .due = test_day ("2025-06-30"),
                         .closed = SHEAF_DATE_NONE };
  SheafItem other = { .code = (char *) "HD2",
                      .name = (char *) "Hợp đồng 2",
                      .kind = (char *) "contract",
                      .due = SHEAF_DATE_NONE,
                      .closed = SHEAF_DATE_NONE };

  g_assert_true (sheaf_item_insert (book, &contract, &contract.id, NULL));
  g_assert_true (sheaf_item_insert (book, &other, &other.id, NULL));
  post_due (book, "2025-02-01", "131", "1111", 100, NULL, contract.id);
  post_due (book, "2025-02-02", "131", "1111", 70, "2025-12-31", contract.id);
  post_due (book, "2025-02-03", "131", "1111", 40, "2025-03-31", other.id);
  expect_parts (book, "131", "2025-03-01",
                "HD1 100 2025-06-30; HD1 70 2025-12-31; HD2 40 2025-03-31");
  /* a payment settles its own item, whatever else falls due before */
  post_due (book, "2025-03-02", "1111", "131", 30, NULL, contract.id);
  expect_parts (book, "131", "2025-03-02",
                "HD1 70 2025-06-30; HD1 70 2025-12-31; HD2 40 2025-03-31");
  /* the contract is prolonged: what took its day goes with it, what said its own does not */
  contract.due = test_day ("2026-06-30");
  g_assert_true (sheaf_item_change (book, &contract, NULL));
  expect_parts (book, "131", "2025-03-02",
                "HD1 40 2025-12-31; HD1 100 2026-06-30; HD2 40 2025-03-31");
}

static void
expect_split (SheafBook  *book,
              const char *account,
              const char *day,
              gint64      overdue,
              gint64      soon,
              gint64      later,
              gint64      undated)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) list = sheaf_due_split (book, test_day (day), &error);
  gboolean found = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const SheafDueSplit *split = &g_array_index (list, SheafDueSplit, i);

      if (split->account_id != test_account (book, account))
        continue;
      found = TRUE;
      g_assert_cmpint (split->overdue.units, ==, overdue);
      g_assert_cmpint (split->soon.units, ==, soon);
      g_assert_cmpint (split->later.units, ==, later);
      g_assert_cmpint (split->undated.units, ==, undated);
      g_assert_cmpint (split->balance.units, ==, overdue + soon + later + undated);
    }
  g_assert_true (found == (overdue != 0 || soon != 0 || later != 0 || undated != 0));
}

static void
test_split (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  post_due (book, "2025-01-10", "1111", "341", 7, "2025-12-30", 0);
  post_due (book, "2025-01-10", "1111", "341", 11, "2025-12-31", 0);
  post_due (book, "2025-01-10", "1111", "341", 13, "2026-12-31", 0);
  post_due (book, "2025-01-10", "1111", "341", 17, "2027-01-01", 0);
  sell (book, "2025-05-01", 19, NULL);
  post_due (book, "2025-05-01", "141", "1111", 5, "2025-06-01", 0); /* aged, but not parted */
  expect_split (book, "341", "2025-12-31", -7, -24, -17, 0);
  expect_split (book, "131", "2025-12-31", 0, 0, 0, 19);
  expect_split (book, "141", "2025-12-31", 0, 0, 0, 0);
  g_assert_cmpint (sheaf_date_cmp (sheaf_due_year_after (test_day ("2024-02-29")),
                                   test_day ("2025-02-28")),
                   ==, 0);
}

/* Deposits keep no details, yet may name a contract that says when they end. */
static void
test_deposits (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafItem deposit = { .code = (char *) "TG1",
                        .name = (char *) "Tiền gửi 24 tháng",
                        .kind = (char *) "contract",
                        .due = test_day ("2027-03-01"),
                        .closed = SHEAF_DATE_NONE };

  g_assert_true (sheaf_item_insert (book, &deposit, &deposit.id, NULL));
  post_due (book, "2025-03-01", "1211", "1121", 500, NULL, deposit.id);
  test_post (book, "2025-04-01", "1211", "1121", 40, NULL, NULL);
  test_post (book, "2025-05-01", "1121", "1211", 15, NULL, NULL);
  expect_parts (book, "121", "2025-12-31", "25 ; TG1 500 2027-03-01");
}

static void
test_merged (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GArray) parts = NULL;
  SheafDueFilter filter = { .on = test_day ("2025-12-31") };

  sell (book, "2025-01-10", 100, "2025-06-30");
  test_post (book, "2025-02-10", "131", "1111", 50, "NCC1", NULL);
  pay (book, "2025-03-10", 120);
  g_assert_true (sheaf_party_merge (book, sheaf_party_find (book, "NCC1"),
                                    sheaf_party_find (book, "KH1"), "x", NULL));
  expect_parts (book, "131", "2025-12-31", "30 2025-06-30");
  filter.party_id = sheaf_party_find (book, "NCC1");
  parts = sheaf_due_parts (book, &filter, NULL);
  g_assert_cmpuint (parts->len, ==, 1);
}

/* "60 of HD2; …": what is left where a payment that names no contract settles all the same. */
static char *
list_across (SheafBook  *book,
             const char *item)
{
  const SheafDueFilter filter = { .on = test_day ("2025-12-31"),
                                  .account_id = test_account (book, "131"),
                                  .item_id = item == NULL ? 0 : sheaf_item_find (book, item),
                                  .across = TRUE };
  g_autoptr (GArray) parts = sheaf_due_parts (book, &filter, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const SheafDuePart *part = &g_array_index (parts, SheafDuePart, i);
      g_autofree char    *code = sheaf_item_code (book, part->item_id);

      g_string_append_printf (text, "%" G_GINT64_FORMAT " of %s; ", part->amount.units,
                              code == NULL ? "none" : code);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A customer pays "on account": what falls due first is settled, whichever contract it is of. */
static void
test_payment_without_item (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64           items[2];
  g_autofree char *before = NULL, *after = NULL, *one = NULL, *over = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *code = g_strdup_printf ("HD%u", i + 1);
      SheafItem        item = { .code = code,
                                .name = code,
                                .kind = (char *) "contract",
                                .due = SHEAF_DATE_NONE,
                                .closed = SHEAF_DATE_NONE };

      g_assert_true (sheaf_item_insert (book, &item, &items[i], NULL));
    }
  post_due (book, "2025-01-10", "131", "1111", 100, "2025-06-30", items[0]);
  post_due (book, "2025-02-10", "131", "1111", 50, "2025-03-10", items[1]);
  before = list_across (book, NULL);
  g_assert_cmpstr (before, ==, "100 of HD1; 50 of HD2; ");
  pay (book, "2025-03-25", 70);
  after = list_across (book, NULL);
  g_assert_cmpstr (after, ==, "80 of HD1; ");
  one = list_across (book, "HD2");
  g_assert_cmpstr (one, ==, "");
  expect_parts (book, "131", "2025-12-31", "-70 ; HD1 100 2025-06-30; HD2 50 2025-03-10");
  pay (book, "2025-03-26", 100);
  over = list_across (book, NULL);
  g_assert_cmpstr (over, ==, "-20 of none; ");
}

/* An oracle in the plainest way: every row by its turn, payments eat from the front. */
typedef struct
{
  SheafDate day;
  SheafDate turn;
  gint64    amount;
} Debt;

static int
compare_debts (gconstpointer a,
               gconstpointer b)
{
  const Debt *x = a, *y = b;
  int         order = sheaf_date_cmp (x->turn, y->turn);

  return order != 0 ? order : sheaf_date_cmp (x->day, y->day);
}

static gint64
open_from (const GArray *debts,
           gint64        paid,
           SheafDate     on,
           SheafDate     from)
{
  gint64 open = 0;

  for (guint i = 0; i < debts->len; i++)
    {
      const Debt *debt = &g_array_index (debts, Debt, i);
      gint64      settled;

      if (sheaf_date_cmp (debt->day, on) > 0)
        continue;
      settled = MIN (paid, debt->amount);
      paid -= settled;
      if (sheaf_date_cmp (debt->turn, from) >= 0)
        open += debt->amount - settled;
    }
  return open;
}

static void
expect_as_oracle (SheafBook    *book,
                  const GArray *debts,
                  gint64        paid)
{
  SheafDate            on = test_day ("2025-10-15"), from = test_day ("2025-07-01");
  const SheafDueFilter filter = { .on = on, .account_id = test_account (book, "131") };
  g_autoptr (GArray) parts = sheaf_due_parts (book, &filter, NULL);
  gint64     sum = 0, late = 0;
  SheafMoney balance;

  for (guint i = 0; i < parts->len; i++)
    {
      const SheafDuePart *part = &g_array_index (parts, SheafDuePart, i);
      SheafDate           turn = sheaf_date_is_none (part->due) ? part->arose : part->due;

      sum += part->amount.units;
      late += sheaf_date_cmp (turn, from) >= 0 ? part->amount.units : 0;
    }
  g_assert_true (sheaf_totals_party_balance (book, test_account (book, "131"),
                                             sheaf_party_find (book, "KH1"), on, &balance, NULL));
  g_assert_cmpint (sum, ==, balance.units);
  if (sum > 0)
    g_assert_cmpint (late, ==, open_from (debts, paid, on, from));
}

static void
test_random (void)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (SheafBook) book = test_ledger_new ();
      g_autoptr (GArray) debts = g_array_new (FALSE, FALSE, sizeof (Debt));
      gint64 paid = 0;

      for (guint i = 0; i < 60; i++)
        {
          SheafDate        day = sheaf_date_add_days (test_day ("2025-01-01"),
                                                      g_test_rand_int_range (0, 330));
          SheafDate        due = sheaf_date_add_days (day, g_test_rand_int_range (-5, 200));
          gboolean         dated = g_test_rand_int_range (0, 2) == 0;
          g_autofree char *day_text = sheaf_date_to_text (day);
          g_autofree char *due_text = dated ? sheaf_date_to_text (due) : NULL;
          Debt             debt = { day, dated ? due : day, g_test_rand_int_range (1, 100) };

          sell (book, day_text, debt.amount, due_text);
          g_array_append_val (debts, debt);
          if (g_test_rand_int_range (0, 2) == 0)
            {
              gint64 amount = g_test_rand_int_range (1, 60);

              pay (book, "2025-10-01", amount);
              paid += amount;
            }
        }
      g_array_sort (debts, compare_debts);
      expect_as_oracle (book, debts, paid);
    }
}

/* Every account that the data name is in the chart. */
static void
test_data (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  SheafDueUse       use;

  g_assert_true (sheaf_due_use (book, sheaf_chart_by_code (chart, "131"), &use, NULL));
  g_assert_cmpint (use, ==,
                   SHEAF_DUE_USE_SPLIT | SHEAF_DUE_USE_CLAIM | SHEAF_DUE_USE_CONFIRM);
  g_assert_true (sheaf_due_use (book, sheaf_chart_by_code (chart, "13211"), &use, NULL));
  g_assert_cmpint (use, ==, SHEAF_DUE_USE_CLAIM);
  g_assert_true (sheaf_due_use (book, sheaf_chart_by_code (chart, "1111"), &use, NULL));
  g_assert_cmpint (use, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/what-falls-due-first-is-settled-first", test_first_due_first);
  g_test_add_func ("/due/payments-settle-their-item-and-items-may-be-prolonged", test_items);
  g_test_add_func ("/due/parted-at-the-day-and-a-year-after", test_split);
  g_test_add_func ("/due/deposits-by-their-contract", test_deposits);
  g_test_add_func ("/due/payment-without-item-settles-what-names-one", test_payment_without_item);
  g_test_add_func ("/due/merged-parties-are-one", test_merged);
  g_test_add_func ("/due/as-the-plainest-reckoning-says", test_random);
  g_test_add_func ("/due/accounts-by-data", test_data);
  return g_test_run ();
}

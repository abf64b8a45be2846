/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A register read page by page is the account's journal, with the balance after each entry. */
#include "ledger/register.h"

#include "helpers/ledger.h"
#include "ledger/journal.h"
#include "ledger/opening.h"

#define PAGE_ROWS 7

static const char *const accounts[] = { "1111", "1121", "1112", "152", "642" };

static void
post_random (SheafBook *book)
{
  gsize d = (gsize) g_test_rand_int_range (0, G_N_ELEMENTS (accounts));
  gsize step = (gsize) g_test_rand_int_range (1, G_N_ELEMENTS (accounts));
  gsize c = (d + step) % G_N_ELEMENTS (accounts);
  g_autoptr (SheafVoucher)
      voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL,
                                   sheaf_date_add_days (test_day ("2025-01-01"),
                                                        g_test_rand_int_range (0, 400)),
                                   "Bất kỳ");

  for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
    (void) sheaf_voucher_add_row (voucher, test_account (book, accounts[d]),
                                  test_account (book, accounts[c]),
                                  SHEAF_MONEY (g_test_rand_int_range (1, 1000)));
  (void) sheaf_voucher_post (book, voucher, NULL, NULL); /* 1112 may ask for a currency */
}

static void
open_balances (SheafBook *book)
{
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));

  for (gsize i = 0; i < 2; i++)
    {
      SheafOpeningBalance balance = { .account_id = test_account (book, i == 0 ? "1111" : "152"),
                                      .debit = SHEAF_MONEY (i == 0 ? 5000 : 0),
                                      .credit = SHEAF_MONEY (i == 0 ? 0 : 5000),
                                      .due = SHEAF_DATE_NONE };

      g_array_append_val (balances, balance);
    }
  g_assert_true (sheaf_opening_post (book, balances, NULL));
}

/* The entries of all pages, each page read by its key alone. */
static GPtrArray *
read_pages (SheafBook *book,
            gint64     account_id,
            SheafDate  from,
            SheafDate  to)
{
  g_autoptr (SheafPageIndex)
      index = sheaf_register_index (book, account_id, from, to, PAGE_ROWS, NULL);
  GPtrArray *all =
      g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_register_entry_free);

  g_assert_nonnull (index);
  for (guint page = 0; page * PAGE_ROWS < sheaf_page_index_rows (index); page++)
    {
      SheafDate  day;
      gint64     skip;
      GPtrArray *entries;

      sheaf_page_index_key (index, page, &day, &skip);
      entries = sheaf_register_page (book, account_id, day, skip, to, PAGE_ROWS, NULL);
      g_assert_nonnull (entries);
      g_assert_cmpuint (entries->len, ==,
                        MIN (PAGE_ROWS, sheaf_page_index_rows (index) - page * PAGE_ROWS));
      g_assert_cmpint (
          sheaf_date_cmp (((const SheafRegisterEntry *) entries->pdata[0])->date, day), ==, 0);
      g_ptr_array_extend_and_steal (all, entries);
    }
  return all;
}

static void
expect_side (const GPtrArray       *entries,
             guint                 *place,
             const SheafJournalRow *row,
             gboolean               debit,
             gint64                *balance)
{
  const SheafRegisterEntry *entry;

  g_assert_cmpuint (*place, <, entries->len);
  entry = entries->pdata[(*place)++];
  *balance += debit ? row->amount.units : -row->amount.units;
  g_assert_cmpint (entry->voucher_id, ==, row->voucher_id);
  g_assert_cmpint (sheaf_date_cmp (entry->date, row->date), ==, 0);
  g_assert_cmpstr (entry->number, ==, row->number);
  g_assert_cmpstr (entry->across, ==, debit ? row->credit : row->debit);
  g_assert_cmpint (debit ? entry->debit.units : entry->credit.units, ==, row->amount.units);
  g_assert_cmpint (debit ? entry->credit.units : entry->debit.units, ==, 0);
  g_assert_cmpint (entry->balance.units, ==, *balance);
}

static void
compare (SheafBook  *book,
         const char *code,
         const char *from,
         const char *to)
{
  SheafJournalFilter filter = { .from = test_day (from),
                                .to = test_day (to),
                                .account_id = test_account (book, code) };
  g_autoptr (GPtrArray) entries = read_pages (book, filter.account_id, filter.from, filter.to);
  g_autoptr (SheafJournal) journal = sheaf_journal_open (book, &filter, NULL);
  gint64          balance = 0;
  guint           place = 0;
  SheafJournalRow row;

  while (sheaf_journal_next (journal, &row, NULL))
    {
      if (row.layer == SHEAF_LAYER_OPENING)
        continue;
      if (place == 0)
        {
          const SheafRegisterEntry *first = entries->pdata[0];

          balance = first->balance.units - first->debit.units + first->credit.units;
        }
      if (g_str_has_prefix (row.debit, code))
        expect_side (entries, &place, &row, TRUE, &balance);
      if (g_str_has_prefix (row.credit, code))
        expect_side (entries, &place, &row, FALSE, &balance);
    }
  g_assert_cmpuint (place, ==, entries->len);
  if (place > 0)
    g_assert_cmpint (balance, ==,
                     g_str_equal (code, "111")
                         ? test_balance (book, "1111", to) + test_balance (book, "1112", to)
                         : test_balance (book, code, to));
}

static void
test_pages_are_the_journal (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  open_balances (book);
  for (int i = 0; i < 250; i++)
    post_random (book);
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      compare (book, accounts[i], "2025-01-01", "2025-12-31");
      compare (book, accounts[i], "2025-03-01", "2025-03-31");
      compare (book, accounts[i], "2025-03-17", "2025-05-02");
      compare (book, accounts[i], "2026-01-01", "2026-12-31");
    }
  compare (book, "111", "2025-01-01", "2025-12-31");
}

static void
test_opening_is_no_entry (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GPtrArray) entries = NULL;
  const SheafRegisterEntry *entry;

  open_balances (book);
  test_post (book, "2025-01-01", "642", "1111", 300, "", "");
  entries = read_pages (book, test_account (book, "1111"), test_day ("2025-01-01"),
                        test_day ("2025-12-31"));
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_cmpint (entry->credit.units, ==, 300);
  g_assert_cmpint (entry->balance.units, ==, 4700);
}

/* Between two accounts of one group: both sides, the debit first. */
static void
test_both_sides_of_a_group (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GPtrArray) entries = NULL;

  test_post (book, "2025-02-01", "6111", "6112", 40, "", "");
  entries = read_pages (book, test_account (book, "611"), test_day ("2025-01-01"),
                        test_day ("2025-12-31"));
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpint (((const SheafRegisterEntry *) entries->pdata[0])->debit.units, ==, 40);
  g_assert_cmpint (((const SheafRegisterEntry *) entries->pdata[1])->credit.units, ==, 40);
  g_assert_cmpint (((const SheafRegisterEntry *) entries->pdata[1])->balance.units, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/pages-are-the-journal", test_pages_are_the_journal);
  g_test_add_func ("/register/opening-is-no-entry", test_opening_is_no_entry);
  g_test_add_func ("/register/both-sides-of-a-group", test_both_sides_of_a_group);
  return g_test_run ();
}

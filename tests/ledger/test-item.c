/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items: what is known of them, what it means for rows, and what is open. */
#include "ledger/item.h"

#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/merge.h"
#include "ledger/open-item.h"

static gint64
add (SheafBook  *book,
     const char *code,
     const char *party,
     const char *due)
{
  g_autoptr (SheafItem) item = sheaf_item_new ();
  g_autoptr (GError) error = NULL;
  gint64 id;

  item->code = g_strdup (code);
  item->name = g_strdup_printf ("Hợp đồng %s", code);
  item->kind = (g_free (item->kind), g_strdup ("contract"));
  item->party_id = party == NULL ? 0 : sheaf_party_find (book, party);
  item->due = due == NULL ? SHEAF_DATE_NONE : test_day (due);
  sheaf_item_insert (book, item, &id, &error);
  g_assert_no_error (error);
  return id;
}

/* A sale on credit (amount above 0) or its payment (below) with the item. */
static SheafVoucher *
sale (SheafBook  *book,
      const char *day,
      gint64      amount,
      const char *party,
      gint64      item_id)
{
  SheafVoucher    *voucher = amount > 0
                                 ? test_voucher (book, day, "131", "5111", amount, party, "")
                                 : test_voucher (book, day, "1111", "131", -amount, "", party);
  SheafVoucherRow *row = voucher->rows->pdata[0];

  if (amount > 0)
    row->debit_item_id = item_id;
  else
    row->credit_item_id = item_id;
  return voucher;
}

static gint64
post (SheafBook  *book,
      const char *day,
      gint64      amount,
      const char *party,
      gint64      item_id)
{
  g_autoptr (SheafVoucher) voucher = sale (book, day, amount, party, item_id);
  g_autoptr (GError) error = NULL;
  gint64 id;

  sheaf_voucher_post (book, voucher, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
refused (SheafBook  *book,
         const char *day,
         gint64      amount,
         const char *party,
         gint64      item_id)
{
  g_autoptr (SheafVoucher) voucher = sale (book, day, amount, party, item_id);
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM);
  g_clear_error (&error);
  g_assert_false (sheaf_voucher_post_checked (book, voucher, NULL, &error)); /* the database */
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM);
}

static void
change_refused (SheafBook       *book,
                const SheafItem *item)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_item_change (book, item, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM);
}

static void
test_facts (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafItem) item = NULL;
  g_autoptr (SheafItem) again = sheaf_item_new ();
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const SheafItemFilter filter = { .text = "hop dong", .kind = "contract", .open_only = TRUE };
  gint64                plain, id = add (book, "HD1", "KH1", "2025-06-30");

  g_assert_true (sheaf_item_ensure (book, "X", &plain, &error));
  item = sheaf_item_load (book, plain, &error);
  g_assert_true (item->plain);
  g_assert_cmpstr (item->kind, ==, "other");
  g_clear_pointer (&item, sheaf_item_free);
  item = sheaf_item_load (book, id, &error);
  g_assert_false (item->plain);
  g_assert_cmpstr (item->name, ==, "Hợp đồng HD1");
  again->code = g_strdup ("HD1");
  again->name = g_strdup ("x");
  g_assert_false (sheaf_item_insert (book, again, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM);
  list = sheaf_item_list (book, &filter, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  item->kind = (g_free (item->kind), g_strdup ("treaty"));
  change_refused (book, item);
  item->kind = (g_free (item->kind), g_strdup ("invoice"));
  *item->name = '\0';
  change_refused (book, item);
  item->name = (g_free (item->name), g_strdup ("Hóa đơn"));
  g_assert_true (sheaf_item_change (book, item, NULL));
  g_ptr_array_unref (g_steal_pointer (&list));
  list = sheaf_item_list (book, &filter, NULL);
  g_assert_cmpuint (list->len, ==, 0);
  g_assert_cmpint (sheaf_item_find (book, "HD1"), ==, id);
  g_assert_cmpint (sheaf_item_find (book, "HD2"), ==, 0);
  test_verify (book);
}

/* Rate, days and place of a loan or an asset; what cannot be is refused. */
static void
test_rate_and_days (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafItem) item = NULL;
  gint64 id = add (book, "HD1", "KH1", "2025-06-30");

  item = sheaf_item_load (book, id, NULL);
  g_assert_cmpint (item->rate, ==, -1);
  g_assert_true (sheaf_date_is_none (item->since) && sheaf_date_is_none (item->frozen));
  item->rate = 0; /* without interest: other than not known */
  item->since = test_day ("2025-01-15");
  item->frozen = test_day ("2025-05-01");
  item->place = (g_free (item->place), g_strdup ("Tổ vận hành"));
  g_assert_true (sheaf_item_change (book, item, NULL));
  g_clear_pointer (&item, sheaf_item_free);
  item = sheaf_item_load (book, id, NULL);
  g_assert_cmpint (item->rate, ==, 0);
  g_assert_cmpint (sheaf_date_cmp (item->since, test_day ("2025-01-15")), ==, 0);
  g_assert_cmpint (sheaf_date_cmp (item->frozen, test_day ("2025-05-01")), ==, 0);
  g_assert_cmpstr (item->place, ==, "Tổ vận hành");
  item->rate = 10000001;
  change_refused (book, item);
  item->rate = 85000;
  item->since = test_day ("2025-07-01"); /* due before it begins */
  change_refused (book, item);
  item->since = test_day ("2025-05-02"); /* frozen before it begins */
  change_refused (book, item);
  item->since = test_day ("2025-05-01");
  g_assert_true (sheaf_item_change (book, item, NULL));
  test_verify (book);
}

/* What was kept of an item is forgotten with the act that is undone. */
static void
test_undone (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id = add (book, "HD1", NULL, NULL);

  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "x", NULL);

    g_assert_true (sheaf_item_close (book, id, test_day ("2025-01-31"), NULL));
    g_assert_false (sheaf_date_is_none (sheaf_item_get (book, id, NULL)->closed));
  }
  g_assert_true (sheaf_date_is_none (sheaf_item_get (book, id, NULL)->closed));
}

static void
test_closed (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafItem) item = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = add (book, "HD1", NULL, NULL), voucher = post (book, "2025-03-10", 100, "KH1", id);

  item = sheaf_item_load (book, id, NULL);
  item->closed = test_day ("2025-03-09");
  change_refused (book, item); /* a row lies behind that day */
  g_assert_false (sheaf_item_close (book, id, test_day ("2025-03-10"), &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ITEM); /* 100 are still on it */
  g_assert_nonnull (strstr (error->message, "item HD1 still has 100 on account 131"));
  g_clear_error (&error);
  g_assert_true (
      sheaf_voucher_reverse (book, voucher, test_day ("2025-03-10"), "Sai", NULL, &error));
  g_assert_true (sheaf_item_close (book, id, test_day ("2025-03-10"), &error));
  voucher = post (book, "2025-03-10", 5, "KH1", id);
  refused (book, "2025-03-11", 5, "KH1", id);
  g_assert_true (
      sheaf_voucher_reverse (book, voucher, test_day ("2025-04-01"), "Sai", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_item_close (book, id, SHEAF_DATE_NONE, &error));
  post (book, "2025-03-11", 5, "KH1", id);
  test_verify (book);
}

static void
test_party (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafItem) item = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = add (book, "HD1", "KH1", NULL), free_id = add (book, "HD2", NULL, NULL);

  post (book, "2025-03-10", 100, "KH1", id);
  refused (book, "2025-03-10", 100, "NCC1", id);
  post (book, "2025-03-10", 100, "NCC1", free_id);
  item = sheaf_item_load (book, free_id, NULL);
  item->party_id = sheaf_party_find (book, "KH1");
  change_refused (book, item); /* it has a row with NCC1 */
  item->party_id = sheaf_party_find (book, "NCC1");
  g_assert_true (sheaf_item_change (book, item, &error));
  /* one who was merged is the same */
  g_assert_true (sheaf_party_merge (book, sheaf_party_find (book, "NCC1"),
                                    sheaf_party_find (book, "KH1"), "x", &error));
  g_assert_no_error (error);
  post (book, "2025-03-11", 100, "KH1", free_id);
  test_verify (book);
  g_assert_false (sheaf_party_unmerge (book, sheaf_party_find (book, "NCC1"), "x", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE);
}

static SheafDate
due_of (SheafBook *book,
        gint64     voucher_id)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, voucher_id, NULL);

  return ((SheafVoucherRow *) voucher->rows->pdata[0])->due;
}

static void
test_due (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = NULL;
  gint64 id = add (book, "HD1", NULL, "2025-06-30"), row;

  g_assert_cmpint (sheaf_date_cmp (due_of (book, post (book, "2025-03-10", 100, "KH1", id)),
                                   test_day ("2025-06-30")),
                   ==, 0);
  voucher = sale (book, "2025-03-10", 100, "KH1", id);
  ((SheafVoucherRow *) voucher->rows->pdata[0])->due = test_day ("2025-07-31");
  g_assert_true (sheaf_voucher_post (book, voucher, &row, NULL));
  g_assert_cmpint (sheaf_date_cmp (due_of (book, row), test_day ("2025-07-31")), ==, 0);
}

/* "HD1 KH1 60 2025-06-30; …", in the order of the list. */
static char *
open_items (SheafBook                 *book,
            const SheafOpenItemFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) list = sheaf_open_item_list (book, filter, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const SheafOpenItem *open = &g_array_index (list, SheafOpenItem, i);
      g_autofree char     *item = sheaf_item_code (book, open->item_id);
      g_autofree char     *due = sheaf_date_to_text (open->due);
      g_autoptr (SheafParty) party = sheaf_party_load (book, open->party_id, NULL);

      g_string_append_printf (text, "%s%s %s %" G_GINT64_FORMAT " %s", i > 0 ? "; " : "",
                              item == NULL ? "-" : item, party == NULL ? "-" : party->code,
                              open->balance.units, due);
    }
  return g_string_free (text, FALSE);
}

static void
expect_open (SheafBook          *book,
             SheafOpenItemFilter filter,
             const char         *day,
             const char         *expected)
{
  g_autofree char *text = NULL;

  filter.on = test_day (day);
  filter.open_only = TRUE;
  filter.account_id = test_account (book, "131");
  text = open_items (book, &filter);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_open (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafOpenItemFilter all = { .due_until = SHEAF_DATE_NONE };
  SheafOpenItemFilter july = { .due_until = test_day ("2025-07-01") };
  SheafOpenItemFilter supplier = { .due_until = SHEAF_DATE_NONE,
                                   .party_id = sheaf_party_find (book, "NCC1") };
  gint64              first = add (book, "HD1", NULL, "2025-06-30");
  gint64              second = add (book, "HD2", NULL, NULL);

  post (book, "2025-03-10", 100, "KH1", first);
  post (book, "2025-04-10", 30, "NCC1", second);
  post (book, "2025-04-15", -40, "KH1", first);
  expect_open (book, all, "2025-04-14", "HD1 KH1 100 2025-06-30; HD2 NCC1 30 ");
  expect_open (book, all, "2025-04-30", "HD1 KH1 60 2025-06-30; HD2 NCC1 30 ");
  expect_open (book, supplier, "2025-04-30", "HD2 NCC1 30 ");
  expect_open (book, july, "2025-04-30", "HD1 KH1 60 2025-06-30");
  post (book, "2025-05-15", -60, "KH1", first);
  expect_open (book, july, "2025-05-31", "");
}

static gint64
post_due (SheafBook  *book,
          const char *day,
          gint64      amount,
          const char *due)
{
  g_autoptr (SheafVoucher) voucher = sale (book, day, amount, "KH1", 0);
  gint64 id;

  ((SheafVoucherRow *) voucher->rows->pdata[0])->due = test_day (due);
  g_assert_true (sheaf_voucher_post (book, voucher, &id, NULL));
  return id;
}

/* Without an item payments settle the oldest first; a row taken back is no debt. */
static void
test_oldest_first (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafOpenItemFilter all = { .due_until = SHEAF_DATE_NONE };
  gint64              wrong;

  post_due (book, "2025-01-10", 100, "2025-02-10");
  wrong = post_due (book, "2025-01-11", 500, "2025-01-31");
  post_due (book, "2025-03-10", 50, "2025-04-10");
  g_assert_true (sheaf_voucher_reverse (book, wrong, test_day ("2025-03-11"), "Sai", NULL, NULL));
  expect_open (book, all, "2025-03-10", "- KH1 650 2025-01-31");
  expect_open (book, all, "2025-03-11", "- KH1 150 2025-02-10");
  post (book, "2025-03-20", -100, "KH1", 0);
  expect_open (book, all, "2025-03-31", "- KH1 50 2025-04-10");
  post (book, "2025-03-21", -80, "KH1", 0);
  expect_open (book, all, "2025-03-31", "- KH1 -30 ");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item/facts-are-judged-and-listed", test_facts);
  g_test_add_func ("/item/rate-and-days-are-judged", test_rate_and_days);
  g_test_add_func ("/item/undone-is-forgotten", test_undone);
  g_test_add_func ("/item/closed-takes-no-rows-after-its-day", test_closed);
  g_test_add_func ("/item/of-a-party-takes-rows-of-that-party-only", test_party);
  g_test_add_func ("/item/due-day-is-the-rows-default", test_due);
  g_test_add_func ("/item/open-balances-by-party-item-and-due-day", test_open);
  g_test_add_func ("/item/payments-settle-the-oldest-first", test_oldest_first);
  return g_test_run ();
}

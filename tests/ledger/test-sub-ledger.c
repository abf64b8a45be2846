/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties and items always add up to their account, whatever is posted, reversed, merged, parted;
 * and verify tells when somebody made them differ. */
#include "helpers/ledger.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/open-item.h"
#include "ledger/totals.h"
#include "ledger/verify.h"

#define PARTIES 8
#define ITEMS 5

static gint64
any (gint64 below)
{
  return g_test_rand_int_range (0, (gint32) below);
}

typedef struct
{
  SheafBook *book;
  gint64     parties[PARTIES];
  gint64     items[ITEMS];
  gint64     accounts[6];
} World;

static void
build (World *world)
{
  static const char *const codes[] = { "131", "331", "338", "141", "138", "333" };

  world->book = test_ledger_new ();
  for (guint i = 0; i < PARTIES; i++)
    {
      g_autofree char *code = g_strdup_printf ("P%u", i);
      SheafParty       party = { .code = code, .name = code, .kind = SHEAF_PARTY_OTHER };

      g_assert_true (sheaf_party_insert (world->book, &party, &world->parties[i], NULL));
    }
  for (guint i = 0; i < ITEMS; i++)
    {
      g_autofree char *code = g_strdup_printf ("I%u", i);

      g_assert_true (sheaf_item_ensure (world->book, code, &world->items[i], NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const SheafChart   *chart = sheaf_chart_get (world->book, NULL);
      const SheafAccount *account = sheaf_chart_by_code (chart, codes[i]);

      while (!account->postable) /* the first detail of a group */
        for (guint j = 0; j < sheaf_chart_count (chart); j++)
          if (sheaf_chart_at (chart, j)->parent_id == account->id)
            {
              account = sheaf_chart_at (chart, j);
              break;
            }
      world->accounts[i] = account->id;
    }
}

static SheafDate
any_day (void)
{
  return sheaf_date_add_days (sheaf_date_new (2025, 1, 1), (int) any (365));
}

static gboolean
post (World   *world,
      GError **error)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, any_day (), "x");
  SheafVoucherRow *row = sheaf_voucher_add_row (
      voucher, world->accounts[any (6)], world->accounts[any (6)], SHEAF_MONEY (1 + any (9999)));

  row->debit_party_id = world->parties[any (PARTIES)];
  row->credit_party_id = world->parties[any (PARTIES)];
  if (any (2) == 0)
    row->debit_item_id = world->items[any (ITEMS)];
  if (any (2) == 0)
    row->credit_item_id = world->items[any (ITEMS)];
  return sheaf_voucher_post (world->book, voucher, NULL, error);
}

static gboolean
act (World   *world,
     GError **error)
{
  gint64 party = world->parties[any (PARTIES)], other = world->parties[any (PARTIES)];

  switch (any (12))
    {
    case 0:
      return sheaf_party_merge (world->book, party, other, "x", error);
    case 1:
      return sheaf_party_unmerge (world->book, party, "x", error);
    case 2:
      return sheaf_voucher_reverse (world->book, 1 + any (200), any_day (), "x", NULL, error);
    case 3:
      {
        g_autoptr (SheafItem) item = sheaf_item_load (world->book, world->items[any (ITEMS)], NULL);

        item->party_id = any (2) == 0 ? 0 : party;
        item->closed = any (2) == 0 ? SHEAF_DATE_NONE : any_day ();
        return sheaf_item_change (world->book, item, error);
      }
    default:
      return post (world, error);
    }
}

/* On a day: what is open adds up to the account, and merged parties have no line of their own. */
static void
expect_equal (World    *world,
              SheafDate on)
{
  for (guint i = 0; i < G_N_ELEMENTS (world->accounts); i++)
    {
      const SheafOpenItemFilter filter = { .on = on,
                                           .account_id = world->accounts[i],
                                           .due_until = SHEAF_DATE_NONE };
      g_autoptr (GArray) open = sheaf_open_item_list (world->book, &filter, NULL);
      g_autoptr (SheafTotals) totals = sheaf_totals_load (world->book, on, on, NULL);
      SheafMoney sum = SHEAF_MONEY_ZERO;

      for (guint j = 0; j < open->len; j++)
        {
          const SheafOpenItem *line = &g_array_index (open, SheafOpenItem, j);

          sum = sheaf_money_add (sum, line->balance);
          g_assert_cmpint (sheaf_party_survivor (world->book, line->party_id), ==, line->party_id);
        }
      g_assert_cmpint (sum.units, ==, sheaf_totals_balance (totals, world->accounts[i]).units);
    }
}

/* One party's list is that party's part of the whole list. */
static void
expect_parts (World    *world,
              SheafDate on)
{
  SheafOpenItemFilter filter = { .on = on, .due_until = SHEAF_DATE_NONE };
  g_autoptr (GArray) whole = sheaf_open_item_list (world->book, &filter, NULL);
  guint found = 0;

  for (guint i = 0; i < PARTIES; i++)
    {
      g_autoptr (GArray) part = NULL;

      filter.party_id = world->parties[i];
      if (sheaf_party_survivor (world->book, filter.party_id) != filter.party_id)
        continue;
      part = sheaf_open_item_list (world->book, &filter, NULL);
      for (guint j = 0, k = 0; j < part->len; j++, k++, found++)
        {
          const SheafOpenItem *one = &g_array_index (part, SheafOpenItem, j), *same;

          while ((same = &g_array_index (whole, SheafOpenItem, k))->party_id != filter.party_id)
            g_assert_cmpuint (++k, <, whole->len);
          g_assert_cmpint (one->account_id, ==, same->account_id);
          g_assert_cmpint (one->item_id, ==, same->item_id);
          g_assert_cmpint (one->balance.units, ==, same->balance.units);
          g_assert_cmpint (sheaf_date_cmp (one->due, same->due), ==, 0);
        }
    }
  g_assert_cmpuint (found, ==, whole->len);
}

static void
test_property (void)
{
  World world;
  guint done = 0, refused = 0;

  build (&world);
  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr (GError) error = NULL;

      if (act (&world, &error))
        done++;
      else
        {
          g_assert_cmpint (error->domain, ==, SHEAF_LEDGER_ERROR);
          refused++;
        }
      if (i % 150 == 0)
        {
          expect_equal (&world, any_day ());
          test_verify (world.book);
        }
    }
  g_test_message ("%u done, %u refused", done, refused);
  g_assert_cmpuint (done, >, 300);
  g_assert_cmpuint (refused, >, 100);
  expect_equal (&world, sheaf_date_new (2025, 12, 31));
  expect_parts (&world, sheaf_date_new (2025, 12, 31));
  expect_parts (&world, sheaf_date_new (2025, 6, 17));
  test_verify (world.book);
  sheaf_book_free (world.book);
}

static guint
findings (SheafBook  *book,
          const char *name)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  for (const SheafCheck *check = sheaf_ledger_checks; check->name != NULL; check++)
    if (g_str_equal (check->name, name))
      g_assert_true (check->run (book, problems, NULL));
  for (guint i = 0; i < problems->items->len; i++)
    g_test_message ("%s", ((SheafProblem *) problems->items->pdata[i])->text);
  return problems->errors;
}

static void
run (SheafBook  *book,
     const char *sql)
{
  g_autoptr (GError) error = NULL;

  (void) sheaf_store_script (sheaf_book_store (book), sql, &error);
  g_assert_no_error (error);
}

static void
test_verify_control (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  test_post (book, "2025-02-01", "131", "5111", 700, "KH1", "");
  g_assert_cmpuint (findings (book, "sub-ledgers"), ==, 0);
  run (book, "UPDATE total_detail SET debit = debit + 1");
  g_assert_cmpuint (findings (book, "sub-ledgers"), ==, 1);
}

/* Somebody takes the rule away and posts with who was merged. */
static void
test_verify_merges (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher =
      test_voucher (book, "2025-02-02", "131", "5111", 7, "KH1", "");
  gint64 id = test_post (book, "2025-02-01", "131", "5111", 700, "KH1", "");

  g_assert_true (sheaf_party_merge (book, sheaf_party_find (book, "KH1"),
                                    sheaf_party_find (book, "NCC1"), "x", NULL));
  g_assert_true (sheaf_voucher_reverse (book, id, test_day ("2025-03-01"), "x", NULL, NULL));
  g_assert_cmpuint (findings (book, "merges"), ==, 0);
  run (book, "DROP TRIGGER voucher_row_party");
  g_assert_true (sheaf_voucher_post_checked (book, voucher, NULL, NULL));
  g_assert_cmpuint (findings (book, "merges"), ==, 1);
}

static void
test_verify_merge_ends (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  run (book, "DROP TRIGGER party_merge_guard");
  run (book,
       "BEGIN; INSERT INTO audit (id, at, user, kind, summary) VALUES (99, '', 'x', 'x', 'x');"
       "INSERT INTO party_merge (party_id, into_id, reason, act_id) VALUES (1, 2, 'x', 99),"
       " (2, 1, 'x', 99), (3, 1, 'x', 99); COMMIT");
  g_assert_cmpuint (findings (book, "merges"), ==, 3);
}

static void
test_verify_items (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafItem) item = sheaf_item_new ();
  g_autoptr (SheafVoucher) late = test_voucher (book, "2025-02-02", "131", "5111", 7, "KH1", "");
  g_autoptr (SheafVoucher) other = test_voucher (book, "2025-01-02", "131", "5111", 7, "NCC1", "");
  gint64 id;

  item->code = g_strdup ("HD1");
  item->name = g_strdup ("Hợp đồng");
  item->party_id = sheaf_party_find (book, "KH1");
  item->closed = test_day ("2025-01-31");
  g_assert_true (sheaf_item_insert (book, item, &id, NULL));
  ((SheafVoucherRow *) late->rows->pdata[0])->debit_item_id = id;
  ((SheafVoucherRow *) other->rows->pdata[0])->debit_item_id = id;
  g_assert_cmpuint (findings (book, "items"), ==, 0);
  run (book, "DROP TRIGGER voucher_row_item");
  g_assert_true (sheaf_voucher_post_checked (book, late, NULL, NULL));
  g_assert_true (sheaf_voucher_post_checked (book, other, NULL, NULL));
  g_assert_cmpuint (findings (book, "items"), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sub-ledger/equals-its-account-whatever-happens", test_property);
  g_test_add_func ("/sub-ledger/verify-names-one-that-differs", test_verify_control);
  g_test_add_func ("/sub-ledger/verify-names-rows-of-merged-parties", test_verify_merges);
  g_test_add_func ("/sub-ledger/verify-names-merges-that-lead-to-nobody", test_verify_merge_ends);
  g_test_add_func ("/sub-ledger/verify-names-rows-against-items", test_verify_items);
  return g_test_run ();
}

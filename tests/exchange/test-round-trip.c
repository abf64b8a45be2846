/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written and read into a new book gives the same figures, kind by kind. */
#include "exchange/csv-export.h"
#include "exchange/csv-import.h"
#include "exchange/error.h"
#include "exchange/sample-book.h"
#include "helpers/book.h"
#include "ledger/attachment.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/totals.h"
#include "ledger/verify.h"
#include "members/verify.h"
#include "trade/delivery.h"

#include <string.h>

typedef struct
{
  char      *folder;
  SheafBook *sample;
} Fixture;

static SheafActor
actor (void)
{
  return test_actor (sheaf_date_new (2026, 5, 1));
}

/* Someone entered twice, each with a row, an item that says what it is, and a file behind a
 * voucher. */
static void
add_parties (SheafBook *book)
{
  SheafParty twice = { .code = "KH90", .name = "Công ty Trà Mẫu", .kind = SHEAF_PARTY_CUSTOMER };
  g_autoptr (SheafItem) item = sheaf_item_new ();
  g_autoptr (SheafVoucher) voucher =
      sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sheaf_date_new (2025, 11, 3), "Bán lá");
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  SheafVoucherRow  *row;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\0b", 3);
  SheafAttachmentFile paper = { .name = "hợp đồng.pdf", .bytes = bytes };
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (sheaf_party_insert (book, &twice, &twice.id, &error));
  item->code = g_strdup ("HD-90");
  item->name = g_strdup ("Hợp đồng bán lá");
  item->party_id = sheaf_party_find (book, "KH01");
  item->due = sheaf_date_new (2026, 1, 31);
  item->closed = sheaf_date_new (2025, 12, 31);
  item->rate = 85000;
  item->since = sheaf_date_new (2025, 1, 15);
  item->frozen = sheaf_date_new (2025, 11, 1);
  item->place = g_strdup ("Tổ vận hành");
  row = sheaf_voucher_add_row (voucher, sheaf_chart_by_code (chart, "131")->id,
                               sheaf_chart_by_code (chart, "5111")->id, SHEAF_MONEY (700000));
  row->debit_party_id = twice.id;
  g_assert_true (sheaf_item_ensure (book, "HD-90", &row->debit_item_id, &error));
  item->id = row->debit_item_id; /* the row stays with the one who was merged */
  /* Still owed, but not by the contract, so that it can be closed. */
  row = sheaf_voucher_add_row (voucher, sheaf_chart_by_code (chart, "131")->id,
                               sheaf_chart_by_code (chart, "131")->id, SHEAF_MONEY (700000));
  row->debit_party_id = twice.id;
  row->credit_party_id = twice.id;
  row->credit_item_id = item->id;
  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_true (sheaf_attachment_insert (book, id, &paper, NULL, &error));
  g_assert_true (sheaf_party_merge (book, twice.id, item->party_id, "Nhập hai lần", &error));
  g_assert_true (sheaf_item_change (book, item, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  const SheafActor who = actor ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture->folder = test_folder_new ();
  fixture->sample = sheaf_sample_book_create (":memory:", &who, NULL, NULL, problems, &error);
  g_assert_no_error (error);
  add_parties (fixture->sample);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  sheaf_book_free (fixture->sample);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static SheafBook *
new_book (void)
{
  const SheafBookSpec spec = { .name = "HTX", .year = 2025, .chart = "vn-tt71", .law = "vn-2023" };
  const SheafActor    who = actor ();
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (":memory:", &spec, &who, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  return book;
}

static char *export(SheafBook  *book,
                    const char *kind)
{
  g_autoptr (GError) error = NULL;
  GString *text = sheaf_export_text (book, kind, &error);

  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static guint
count_lines (const char *text)
{
  guint lines = 0;

  for (; *text != '\0'; text++)
    lines += *text == '\n';
  return lines;
}

static SheafBook *
copy_by_bundle (SheafBook  *book,
                const char *folder)
{
  g_autofree char *bundle = g_build_filename (folder, "bundle", NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafBook *copy = new_book ();

  g_assert_true (sheaf_export_bundle (book, bundle, &error));
  g_assert_no_error (error);
  (void) sheaf_import_bundle (copy, bundle, problems, NULL, &error);
  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *text = sheaf_problem_to_text (g_ptr_array_index (problems->items, i));

      g_test_message ("%s", text);
    }
  g_assert_no_error (error);
  return copy;
}

static void
expect_sound (SheafBook *book)
{
  const SheafCheck *tables[] = { sheaf_book_checks, sheaf_ledger_checks, sheaf_members_checks };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const SheafCheck *check = tables[i]; check->name != NULL; check++)
      {
        g_assert_true (check->run (book, problems, &error));
        g_assert_no_error (error);
      }
  g_assert_cmpuint (problems->errors, ==, 0);
}

static void
close_year (SheafBook *book)
{
  SheafClosingKeys keys;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_closing_keys_parse ("0.25", "profit", &keys, &error));
  g_assert_true (sheaf_closing_post (book, 2025, &keys, NULL, &error));
  g_assert_no_error (error);
}

static void
test_every_kind (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree const char **kinds = sheaf_export_kinds ();
  g_autoptr (SheafBook) copy = NULL;
  guint filled = 0;

  (void) data;
  close_year (fixture->sample);
  copy = copy_by_bundle (fixture->sample, fixture->folder);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *before = export(fixture->sample, kinds[i]);
      g_autofree char *after = export(copy, kinds[i]);

      g_test_message ("%s: %u lines", kinds[i], count_lines (before));
      filled += count_lines (before) > 1;
      g_assert_cmpstr (before, ==, after);
    }
  g_assert_cmpuint (filled, >=, 22); /* test-bundle-random.c has something of the others */
  expect_sound (copy);
}

static gint64
owed_by (SheafBook  *book,
         const char *party)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  SheafMoney        sum;

  g_assert_true (sheaf_totals_party_balance (book, sheaf_chart_by_code (chart, "131")->id,
                                             sheaf_party_find (book, party),
                                             sheaf_date_new (2025, 12, 31), &sum, NULL));
  return sum.units;
}

/* Who was merged is merged in the copy, so that it owes what the others owe together. */
static void
test_merges (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SheafBook) copy = copy_by_bundle (fixture->sample, fixture->folder);

  (void) data;
  g_assert_cmpint (owed_by (copy, "KH01"), ==, owed_by (fixture->sample, "KH01"));
  g_assert_cmpint (owed_by (copy, "KH90"), ==, owed_by (copy, "KH01"));
  g_assert_cmpint (owed_by (copy, "KH01"), >=, 700000);
  g_assert_cmpint (sheaf_party_survivor (copy, sheaf_party_find (copy, "KH90")), ==,
                   sheaf_party_find (copy, "KH01"));
}

/* Each imported kind can be exported, and the other way round. */
static void
test_kinds_agree (void)
{
  g_autofree const char **in = sheaf_import_kinds ();
  g_autofree const char **out = sheaf_export_kinds ();

  for (guint i = 0; in[i] != NULL; i++)
    g_assert_true (g_strv_contains (out, in[i]));
  for (guint i = 0; out[i] != NULL; i++)
    g_assert_true (g_strv_contains (in, out[i]) || strcmp (out[i], "ledger") == 0 ||
                   strcmp (out[i], "beancount") == 0);
}

/* A reversed delivery and its reversal stay out; their vouchers are both there. */
static void
test_reversed_event (Fixture      *fixture,
                     gconstpointer data)
{
  g_autofree char *before = export(fixture->sample, "deliveries");
  g_autofree char *after = NULL;
  g_autofree char *vouchers = NULL;
  g_autofree char *copied = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (SheafDelivery) reversal = sheaf_delivery_new ();
  g_autoptr (GPtrArray) reversals = g_ptr_array_new ();
  g_autoptr (SheafBook) copy = NULL;
  g_autoptr (GError) error = NULL;
  const SheafDelivery *first;

  (void) data;
  rows = sheaf_delivery_list (fixture->sample, 0, SHEAF_DATE_NONE, SHEAF_DATE_NONE, &error);
  first = g_ptr_array_index (rows, 0);
  reversal->date = sheaf_date_new (2025, 12, 1);
  reversal->party_id = first->party_id;
  reversal->product_id = first->product_id;
  reversal->reverses = g_strdup (first->number);
  g_ptr_array_add (reversals, reversal);
  g_assert_true (sheaf_delivery_post (fixture->sample, reversals, TRUE, &error));
  g_assert_no_error (error);
  after = export(fixture->sample, "deliveries");
  g_assert_cmpuint (count_lines (after), ==, count_lines (before) - 1);
  copy = copy_by_bundle (fixture->sample, fixture->folder);
  vouchers = export(fixture->sample, "vouchers");
  copied = export(copy, "vouchers");
  g_assert_cmpstr (vouchers, ==, copied);
  g_assert_nonnull (strstr (vouchers, ",-"));
  expect_sound (copy);
}

/* Sums the figures of postings: lines that begin with two blanks and end with the currency. */
static gint64
sum_postings (const char *text,
              guint      *ret_postings)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  gint64 sum = 0;

  *ret_postings = 0;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *end = g_strrstr (lines[i], " VND");

      if (end == NULL || !g_str_has_prefix (lines[i], "  "))
        continue;
      *end = '\0';
      sum += g_ascii_strtoll (strrchr (lines[i], ' ') + 1, NULL, 10);
      (*ret_postings)++;
    }
  return sum;
}

static void
test_text_formats_balance (Fixture      *fixture,
                           gconstpointer data)
{
  const char *kinds[] = { "ledger", "beancount" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *text = export(fixture->sample, kinds[i]);
      guint            postings;

      g_assert_cmpint (sum_postings (text, &postings), ==, 0);
      g_assert_cmpuint (postings, >, 2000);
    }
}

static void
test_full_folder (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *bundle = g_build_filename (fixture->folder, "bundle", NULL);
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_true (sheaf_export_bundle (fixture->sample, bundle, &error));
  g_assert_false (sheaf_export_bundle (fixture->sample, bundle, &error));
  g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE);
}

static void
test_no_such_kind (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (sheaf_export_text (fixture->sample, "wishes", &error));
  g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_KIND);
  g_clear_error (&error);
  g_assert_false (
      sheaf_import_file (fixture->sample, "wishes", "x.csv", NULL, problems, NULL, &error));
  g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_KIND);
  g_clear_error (&error);
  g_assert_false (
      sheaf_import_bundle (fixture->sample, fixture->folder, problems, NULL, &error));
  g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/round-trip/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("every-kind-comes-back", test_every_kind);
  g_test_add_func ("/round-trip/what-comes-in-goes-out", test_kinds_agree);
  ADD ("merged-parties-come-back-merged", test_merges);
  ADD ("reversed-events-stay-out", test_reversed_event);
  ADD ("text-formats-balance", test_text_formats_balance);
  ADD ("bundle-needs-an-empty-folder", test_full_folder);
  ADD ("unknown-kinds-are-refused", test_no_such_kind);
  return g_test_run ();
}

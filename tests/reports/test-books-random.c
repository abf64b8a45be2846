/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever is posted, books of account end with what the ledger holds, on any days. */
#include "helpers/ledger.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "reports/collected.h"
#include "reports/reports.h"

#include <string.h>

#define BOOKS 6
#define VOUCHERS 120

static const struct
{
  const char *debit, *credit, *debit_party, *credit_party, *debit_item, *credit_item;
  gboolean    goods;
} entries[] = {
  { "1111", "131", NULL, "KH1", NULL, NULL, FALSE },
  { "1121", "131", NULL, "KH2", "NH1", NULL, FALSE },
  { "131", "5112", "KH1", NULL, NULL, NULL, TRUE },
  { "131", "5112", "KH1", NULL, "HD1", NULL, FALSE },
  { "131", "5111", "KH2", NULL, NULL, NULL, FALSE },
  { "156", "331", NULL, "NCC1", NULL, NULL, TRUE },
  { "152", "331", NULL, "NCC1", NULL, NULL, FALSE },
  { "331", "1121", "NCC1", NULL, NULL, NULL, FALSE },
  { "6112", "156", NULL, NULL, NULL, NULL, TRUE },
  { "154", "152", NULL, NULL, "CK1", NULL, TRUE },
  { "154", "1111", NULL, NULL, "DA1", NULL, FALSE },
  { "642", "1111", NULL, NULL, NULL, NULL, FALSE },
  { "1111", "338", NULL, "KH1", NULL, NULL, FALSE },
  { "338", "1121", NULL, NULL, "HD1", NULL, FALSE },
  { "1111", "4111", NULL, "TV1", NULL, NULL, FALSE },
  { "1121", "4118", NULL, NULL, NULL, NULL, FALSE },
  { "4111", "4118", "TV1", NULL, NULL, NULL, FALSE },
  { "341", "1121", "NCC1", NULL, "HD1", NULL, FALSE },
};

static guint
any (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static SheafDate
any_day (void)
{
  return sheaf_date_add_days (sheaf_date_new (2025, 1, 1), (int) any (500));
}

static gint64
party_of (SheafBook  *book,
          const char *code)
{
  return code == NULL ? 0 : sheaf_party_find (book, code);
}

static gint64
item_of (SheafBook  *book,
         const char *code)
{
  return code == NULL ? 0 : sheaf_item_find (book, code);
}

static void
add_item (SheafBook  *book,
          const char *code,
          const char *kind)
{
  g_autoptr (SheafItem) item = sheaf_item_new ();
  g_autoptr (GError) error = NULL;

  item->code = g_strdup (code);
  item->name = g_strdup (code);
  g_free (item->kind);
  item->kind = g_strdup (kind);
  sheaf_item_insert (book, item, NULL, &error);
  g_assert_no_error (error);
}

static void
post_any (SheafBook *book,
          guint      kind)
{
  static const char *const products[] = { "P1", "P2", NULL };
  SheafDate                day = any_day ();
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, day, "Bút toán");
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, test_account (book, entries[kind].debit),
                                                test_account (book, entries[kind].credit),
                                                SHEAF_MONEY (1 + any (100000)));
  g_autoptr (GError) error = NULL;
  gint64 id;

  row->debit_party_id = party_of (book, entries[kind].debit_party);
  row->credit_party_id = party_of (book, entries[kind].credit_party);
  row->debit_item_id = item_of (book, entries[kind].debit_item);
  row->credit_item_id = item_of (book, entries[kind].credit_item);
  if (entries[kind].goods)
    {
      row->product = g_strdup (products[any (G_N_ELEMENTS (products))]);
      row->quantity = SHEAF_QUANTITY (row->product == NULL ? 0 : 1 + any (5000));
    }
  sheaf_voucher_post (book, voucher, &id, &error);
  g_assert_no_error (error);
  if (any (8) != 0)
    return;
  sheaf_voucher_reverse (book, id, sheaf_date_add_days (day, (int) any (60)), "Ghi nhầm", NULL,
                         &error);
  g_assert_no_error (error);
}

static SheafBook *
any_book (void)
{
  SheafBook       *book = test_ledger_new ();
  const SheafParty second = { .code = (char *) "KH2",
                              .name = (char *) "Khách hàng 2",
                              .kind = SHEAF_PARTY_CUSTOMER };
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_party_insert (book, &second, NULL, &error));
  add_item (book, "NH1", "bank-account");
  add_item (book, "CK1", "cost-kind");
  add_item (book, "DA1", "project");
  add_item (book, "HD1", "contract");
  /* Each kind at least once: a book without a subject is withheld. */
  for (guint i = 0; i < VOUCHERS; i++)
    post_any (book, i < G_N_ELEMENTS (entries) ? i : any (G_N_ELEMENTS (entries)));
  if (any (2) == 0)
    g_assert_true (sheaf_party_merge (book, party_of (book, "KH2"), party_of (book, "KH1"),
                                      "Ghi hai lần", &error));
  g_assert_no_error (error);
  return book;
}

static SheafCollected *
write_book (SheafBook                 *book,
            const char                *code,
            const SheafReportQuestion *question)
{
  SheafReportSink *sink = sheaf_collected_sink_new (0);
  SheafCollected  *collected;
  g_autoptr (GError) error = NULL;

  sheaf_reports_write (book, code, question, sink, &error);
  g_assert_no_error (error);
  collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

static int
column_of (const SheafCollected        *report,
           const SheafCollectedSection *section,
           const char                  *key)
{
  const GPtrArray *columns = sheaf_report_columns (report->head, section->section);

  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((SheafReportColumn *) columns->pdata[i])->key, key))
      return (int) i;
  return -1;
}

static gint64
figure (const SheafCollected        *report,
        const SheafCollectedSection *section,
        const SheafReportRow        *row,
        const char                  *key)
{
  int column = column_of (report, section, key);

  return column < 0 || row->cells[column].state != SHEAF_CELL_FILLED ? 0
                                                                     : row->cells[column].number;
}

/* The last row of the kind. */
static const SheafReportRow *
last_row (const SheafCollectedSection *section,
          SheafReportRowKind           kind)
{
  for (guint i = section->rows->len; i-- > 0;)
    if (((SheafReportRow *) section->rows->pdata[i])->kind == kind)
      return section->rows->pdata[i];
  return NULL;
}

static void
add (GHashTable *sums,
     const char *account,
     gint64      amount)
{
  gint64 *sum = g_hash_table_lookup (sums, account);

  if (sum == NULL)
    {
      sum = g_new0 (gint64, 1);
      g_hash_table_insert (sums, g_strdup (account), sum);
    }
  *sum += amount;
}

/* What each account ends with by a book: the sum over its sheets of plus less minus in the last row
 * of the kind. */
static GHashTable *
sum_sheets (SheafBook                 *book,
            const char                *code,
            const SheafReportQuestion *question,
            SheafReportRowKind         kind,
            const char                *plus,
            const char                *minus)
{
  g_autoptr (SheafCollected) report = write_book (book, code, question);
  GHashTable *sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < report->sections->len; i++)
    {
      const SheafCollectedSection *section = report->sections->pdata[i];
      const SheafReportRow        *row = last_row (section, kind);
      g_auto (GStrv) words = g_strsplit (section->section->name, " ", 2);

      if (row == NULL)
        continue;
      add (sums, words[0],
           figure (report, section, row, plus) -
               (minus == NULL ? 0 : figure (report, section, row, minus)));
    }
  return sums;
}

static void
expect (SheafBook        *book,
        GHashTable       *sums,
        const char *const accounts[],
        SheafDate         to)
{
  g_autofree char *day = sheaf_date_to_text (to);

  for (guint i = 0; accounts[i] != NULL; i++)
    {
      gint64 *sum = g_hash_table_lookup (sums, accounts[i]);

      g_test_message ("%s on %s", accounts[i], day);
      g_assert_cmpint (sum == NULL ? 0 : *sum, ==, test_balance (book, accounts[i], day));
    }
  g_hash_table_unref (sums);
}

static const char *const every[] = { "1111", "1121", "131", "152", "154", "156", "331",
                                     "338", "341", "4111", "4118", "5111", "5112", "6112",
                                     "642", NULL };
static const char *const partners[] = { "131", "331", NULL };
static const char *const details[] = { "338", "4111", "4118", NULL };
static const char *const goods[] = { "152", "156", NULL };
static const char *const cash[] = { "1111", NULL };
static const char *const bank[] = { "1121", NULL };
static const char *const costs[] = { "154", "642", "6112", NULL };
static const char *const loans[] = { "341", NULL };

static void
check_days (SheafBook *book,
            SheafDate  from,
            SheafDate  to)
{
  const SheafReportQuestion question = { .from = from, .to = to, .today = to };

#define SUMS(code, kind, plus, minus) \
  sum_sheets (book, code, &question, SHEAF_ROW_KIND_##kind, plus, minus)
  expect (book, SUMS ("S03b-HTX", CLOSING, "debit", "credit"), every, to);
  expect (book, SUMS ("S12-HTX", CLOSING, "balance_debit", "balance_credit"), partners, to);
  expect (book, SUMS ("S19-HTX", CLOSING, "balance_debit", "balance_credit"), details, to);
  expect (book, SUMS ("S07-HTX", TOTAL, "closing", NULL), goods, to);
  expect (book, SUMS ("S06-HTX", TOTAL, "amount_left", NULL), goods, to);
  expect (book, SUMS ("S04a-HTX", CLOSING, "balance", NULL), cash, to);
  expect (book, SUMS ("S04b-HTX", CLOSING, "balance", NULL), cash, to);
  expect (book, SUMS ("S05-HTX", CLOSING, "balance", NULL), bank, to);
  expect (book, SUMS ("S17-HTX", CLOSING, "total", NULL), costs, to);
  expect (book, SUMS ("S18-HTX", CLOSING, "total", NULL), (const char *[]){ "154", NULL }, to);
  expect (book, SUMS ("S15-HTX", CLOSING, "debit", "credit"), loans, to);
#undef SUMS
}

/* S33 shows two accounts beside each other. */
static void
check_owners (SheafBook *book,
              SheafDate  from,
              SheafDate  to)
{
  const SheafReportQuestion question = { .from = from, .to = to, .today = to };
  g_autoptr (SheafCollected) report = write_book (book, "S33-HTX", &question);
  const SheafCollectedSection *section = report->sections->pdata[0];
  const SheafReportRow        *row = last_row (section, SHEAF_ROW_KIND_CLOSING);
  g_autofree char             *day = sheaf_date_to_text (to);

  g_assert_cmpint (figure (report, section, row, "balance1"), ==,
                   -test_balance (book, "4111", day));
  g_assert_cmpint (figure (report, section, row, "balance2"), ==,
                   -test_balance (book, "4118", day));
}

/* Each side of each row stands once in journal and ledger, under the same number. */
static void
check_numbers (SheafBook *book,
               int        year)
{
  const SheafReportQuestion question = { .year = year,
                                         .from = SHEAF_DATE_NONE,
                                         .to = SHEAF_DATE_NONE };
  g_autoptr (SheafCollected) journal = write_book (book, "S03a-HTX", &question);
  g_autoptr (SheafCollected) ledger = write_book (book, "S03b-HTX", &question);
  const SheafCollectedSection *lines = journal->sections->pdata[0];
  guint                        found = 0;

  for (guint s = 0; s < ledger->sections->len; s++)
    {
      const SheafCollectedSection *section = ledger->sections->pdata[s];

      for (guint i = 0; i < section->rows->len; i++)
        {
          const SheafReportRow *row = section->rows->pdata[i];
          const SheafReportRow *line;

          if (row->kind != SHEAF_ROW_KIND_LINE)
            continue;
          line = lines->rows->pdata[figure (ledger, section, row, "line") - 1];
          g_assert_cmpstr (line->cells[column_of (journal, lines, "contra")].text, ==,
                           section->section->name);
          g_assert_cmpint (line->voucher_id, ==, row->voucher_id);
          g_assert_cmpint (figure (journal, lines, line, "debit"), ==,
                           figure (ledger, section, row, "debit"));
          g_assert_cmpint (figure (journal, lines, line, "credit"), ==,
                           figure (ledger, section, row, "credit"));
          found++;
        }
    }
  g_assert_cmpuint (found, ==, lines->rows->len - 1); /* all but the row of sums */
}

static void
test_books_end_as_the_ledger (void)
{
  for (guint i = 0; i < BOOKS; i++)
    {
      g_autoptr (SheafBook) book = any_book ();

      check_days (book, sheaf_date_new (2025, 1, 1), sheaf_date_new (2025, 12, 31));
      check_owners (book, sheaf_date_new (2026, 1, 1), sheaf_date_new (2026, 12, 31));
      for (guint turn = 0; turn < 3; turn++)
        {
          SheafDate from = any_day ();

          check_days (book, from, sheaf_date_add_days (from, (int) any (200)));
        }
      check_numbers (book, 2025);
      check_numbers (book, 2026);
      test_verify (book);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/books/end-with-what-the-ledger-holds", test_books_end_as_the_ledger);
  return g_test_run ();
}

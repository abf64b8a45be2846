/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ageing adds up to the control accounts, and shows advances apart. */
#include "helpers/ledger.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "ledger/totals.h"
#include "reports/ageing-drill.h"
#include "reports/collected.h"
#include "reports/error.h"
#include "reports/reports.h"

static void
post (SheafBook  *book,
      const char *day,
      const char *debit,
      const char *credit,
      gint64      amount,
      const char *party,
      const char *due)
{
  g_autoptr (SheafVoucher) voucher = test_voucher (
      book, day, debit, credit, amount, *debit == '1' && debit[1] == '1' ? NULL : party,
      *credit == '1' && credit[1] == '1' ? NULL : party);

  if (due != NULL)
    ((SheafVoucherRow *) voucher->rows->pdata[0])->due = test_day (due);
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
}

static SheafBook *
new_book (void)
{
  SheafBook *book = test_ledger_new ();

  post (book, "2025-01-10", "131", "1111", 1000, "KH1", "2025-02-10");
  post (book, "2025-03-10", "131", "1111", 300, "KH1", "2025-12-01");
  post (book, "2025-03-10", "1111", "131", 400, "NCC1", NULL); /* an advance received */
  post (book, "2025-05-10", "141", "1111", 50, "KH1", NULL);
  post (book, "2025-06-10", "1111", "331", 70, "NCC1", "2026-01-31");
  return book;
}

static SheafCollected *
ageing_on (SheafBook  *book,
           SheafDate   day,
           const char *account,
           const char *buckets)
{
  const SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                         .to = day,
                                         .account = account,
                                         .buckets = buckets,
                                         .language = "vi" };
  SheafReportSink          *sink = sheaf_collected_sink_new (0);
  g_autoptr (GError) error = NULL;
  SheafCollected *collected;

  g_assert_true (sheaf_reports_write (book, "ageing", &question, sink, &error));
  g_assert_no_error (error);
  collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

static SheafCollected *
ageing (SheafBook  *book,
        const char *account,
        const char *buckets)
{
  return ageing_on (book, test_day ("2025-12-31"), account, buckets);
}

static const SheafReportRow *
row_at (const SheafCollected *collected,
        guint                 i)
{
  const SheafCollectedSection *section = collected->sections->pdata[0];

  return section->rows->pdata[i];
}

static gint64
cell (const SheafCollected *collected,
      guint                 row,
      const char           *key)
{
  for (guint c = 0; c < collected->head->columns->len; c++)
    if (g_str_equal (((SheafReportColumn *) collected->head->columns->pdata[c])->key, key))
      return row_at (collected, row)->cells[c].number;
  g_assert_not_reached ();
}

static void
test_stretches (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCollected) all = ageing (book, "131", NULL);

  /* a heading, KH1, NCC1, the account, the total */
  g_assert_cmpuint (all->n_rows, ==, 5);
  g_assert_cmpint (cell (all, 1, "overdue_1_30"), ==, 300);
  g_assert_cmpint (cell (all, 1, "overdue_181_365"), ==, 1000);
  g_assert_cmpint (cell (all, 1, "days"), ==, 324);
  g_assert_cmpint (cell (all, 2, "advance"), ==, -400);
  g_assert_cmpint (cell (all, 2, "balance"), ==, -400);
  g_assert_cmpint (cell (all, 3, "balance"), ==, test_balance (book, "131", "2025-12-31"));
  g_assert_cmpint (row_at (all, 4)->kind, ==, SHEAF_ROW_KIND_TOTAL);
}

/* Every line adds up over its columns, every account to its balance. */
static void
test_sums (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCollected) all = ageing (book, NULL, "10,20");
  gint64 accounts = 0;

  for (guint i = 0; i < all->n_rows; i++)
    {
      const SheafReportRow *row = row_at (all, i);
      gint64                sum = 0;

      if (row->kind == SHEAF_ROW_KIND_HEADING)
        continue;
      for (guint c = 7; c < all->head->columns->len; c++)
        sum += row->cells[c].number;
      g_assert_cmpint (sum, ==, row->cells[6].number);
      if (row->kind == SHEAF_ROW_KIND_SUBTOTAL)
        accounts += row->cells[6].number;
    }
  g_assert_cmpint (accounts, ==,
                   test_balance (book, "131", "2025-12-31") +
                       test_balance (book, "141", "2025-12-31") -
                       test_balance (book, "331", "2025-12-31"));
}

static const struct
{
  const char *account;
  gint64      side;
} controls[] = {
  { "131", 1 },
  { "138", 1 },
  { "141", 1 },
  { "331", -1 },
  { "338", -1 },
  { "341", -1 },
};

/* Between any two accounts, either way round, due or not, some taken back. */
static void
post_at_random (SheafBook *book)
{
  static const char *const parties[] = { "KH1", "NCC1", "TV1" };
  int                      after = g_test_rand_int_range (0, 500);
  SheafDate                day = sheaf_date_add_days (test_day ("2025-01-01"), after);
  g_autofree char         *on = sheaf_date_to_text (day);
  const guint              n = G_N_ELEMENTS (controls);
  guint                    one = g_test_rand_int_range (0, n);
  guint                    other = g_test_rand_int_range (0, n + 1);
  const char              *cash = "1111";
  const char              *with = other < n ? controls[other].account : cash;
  const char              *party = parties[g_test_rand_int_range (0, G_N_ELEMENTS (parties))];
  gboolean                 turned = g_test_rand_bit ();
  g_autoptr (SheafVoucher) voucher =
      test_voucher (book, on, turned ? with : controls[one].account,
                    turned ? controls[one].account : with, g_test_rand_int_range (1, 9999999),
                    NULL, NULL);
  SheafVoucherRow *row = voucher->rows->pdata[0];
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (other == one)
    return;
  if (turned || other < n)
    row->credit_party_id = sheaf_party_find (book, party);
  if (!turned || other < n)
    row->debit_party_id = sheaf_party_find (book, parties[g_test_rand_int_range (0, 3)]);
  if (g_test_rand_bit ())
    row->due = sheaf_date_add_days (day, g_test_rand_int_range (0, 400));
  sheaf_voucher_post (book, voucher, &id, &error);
  g_assert_no_error (error);
  if (g_test_rand_int_range (0, 6) == 0)
    sheaf_voucher_reverse (book, id, day, "Ghi nhầm", NULL, &error);
  g_assert_no_error (error);
}

static void
check_control (SheafBook  *book,
               SheafDate   day,
               const char *account,
               gint64      side)
{
  g_autoptr (SheafCollected) list = ageing_on (book, day, account, NULL);
  g_autofree char *on = sheaf_date_to_text (day);
  gint64           lines = 0, total = 0;

  for (guint i = 0; i < list->n_rows; i++)
    {
      gint64 stretches = 0;

      for (guint c = 7; c < list->head->columns->len; c++)
        stretches += row_at (list, i)->cells[c].number;
      if (row_at (list, i)->kind != SHEAF_ROW_KIND_HEADING)
        g_assert_cmpint (stretches, ==, cell (list, i, "balance"));
      if (row_at (list, i)->kind == SHEAF_ROW_KIND_LINE)
        lines += cell (list, i, "balance");
      else if (row_at (list, i)->kind == SHEAF_ROW_KIND_SUBTOTAL)
        total += cell (list, i, "balance");
    }
  g_test_message ("%s on %s", account, on);
  g_assert_cmpint (lines, ==, total);
  g_assert_cmpint (total, ==, side * test_balance (book, account, on));
}

/* On any day, whatever was posted and whoever was merged. */
static void
test_totals_are_balances (void)
{
  for (guint round = 0; round < 6; round++)
    {
      g_autoptr (SheafBook) book = test_ledger_new ();
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 80; i++)
        post_at_random (book);
      if (round % 2 == 1)
        sheaf_party_merge (book, sheaf_party_find (book, "NCC1"), sheaf_party_find (book, "KH1"),
                           "Ghi hai lần", &error);
      g_assert_no_error (error);
      for (guint turn = 0; turn < 4; turn++)
        for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
          check_control (book,
                         sheaf_date_add_days (test_day ("2025-01-31"),
                                              g_test_rand_int_range (0, 600)),
                         controls[i].account, controls[i].side);
    }
}

static void
refused (SheafBook          *book,
         SheafReportQuestion question)
{
  SheafReportSink *sink = sheaf_collected_sink_new (0);
  g_autoptr (GError) error = NULL;

  question.to = test_day ("2025-12-31");
  g_assert_false (sheaf_reports_write (book, "ageing", &question, sink, &error));
  g_assert_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION);
  g_test_message ("%s", error->message);
  sheaf_collected_sink_free (sink);
}

static void
test_refused_questions (void)
{
  g_autoptr (SheafBook) book = new_book ();

  refused (book, (SheafReportQuestion){ .buckets = "30,20" });
  refused (book, (SheafReportQuestion){ .buckets = "0" });
  refused (book, (SheafReportQuestion){ .buckets = "1,2,3,4,5,6,7,8,9,10,11,12,13" });
  refused (book, (SheafReportQuestion){ .detail = "voucher" });
  refused (book, (SheafReportQuestion){ .account = "999" });
  refused (book, (SheafReportQuestion){ .party = "nobody" });
  refused (book, (SheafReportQuestion){ .item = "nothing" });
}

static SheafCollected *
behind (SheafBook            *book,
        const SheafReportRow *row,
        const char           *column,
        GError              **error)
{
  const SheafAgeingDrill drill = { .on = test_day ("2025-12-31"),
                                   .use = strcmp (row->line, "claims") == 0 ? SHEAF_DUE_USE_CLAIM
                                                                            : SHEAF_DUE_USE_DEBT,
                                   .account_id = row->account_id,
                                   .party_id = row->party_id,
                                   .buckets = "30,60",
                                   .column = column };
  SheafReportSink       *sink = sheaf_collected_sink_new (0);
  SheafCollected        *collected = NULL;

  if (sheaf_ageing_drill_write (book, &drill, sink, error))
    collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

/* Whichever amount is asked about, of a line, an account or all: the rows behind it add up to
 * it. */
static void
test_rows_behind_each_amount_add_up (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCollected) all = ageing (book, NULL, "30,60");
  guint asked = 0;

  for (guint i = 0; i < all->n_rows; i++)
    for (guint c = 0; row_at (all, i)->line != NULL && c < all->head->columns->len; c++)
      {
        const SheafReportColumn *column = all->head->columns->pdata[c];
        g_autoptr (SheafCollected) rows = NULL;
        g_autoptr (GError) error = NULL;

        if (column->kind != SHEAF_CELL_MONEY)
          continue;
        rows = behind (book, row_at (all, i), column->key, &error);
        g_assert_no_error (error);
        g_assert_cmpint (cell (rows, rows->n_rows - 1, "amount"), ==,
                         row_at (all, i)->cells[c].number);
        asked++;
      }
  g_assert_cmpuint (asked, >, 40);
}

/* A payment has settled a part of the oldest row: what is left of it, and which voucher it was. */
static void
test_rows_behind_name_their_vouchers (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCollected) all = ageing (book, "131", "30,60");
  g_autoptr (SheafCollected) rows = behind (book, row_at (all, 1), "balance", NULL);

  g_assert_cmpuint (rows->n_rows, ==, 3); /* two rows and their sum */
  g_assert_cmpint (cell (rows, 0, "amount"), ==, 1000);
  g_assert_cmpint (cell (rows, 0, "days"), ==, 324);
  g_assert_cmpint (row_at (rows, 0)->voucher_id, !=, 0);
  g_assert_cmpint (row_at (rows, 1)->voucher_id, !=, row_at (rows, 0)->voucher_id);
  g_assert_cmpstr (row_at (rows, 0)->cells[3].text, !=, "");
}

static void
test_rows_behind_refuse_an_unknown_column (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCollected) all = ageing (book, "131", "30,60");
  g_autoptr (GError) error = NULL;

  g_assert_null (behind (book, row_at (all, 1), "overdue_1_99", &error));
  g_assert_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION);
  g_assert_nonnull (strstr (error->message, "overdue_31_60"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ageing/overdue-by-stretches-advances-apart", test_stretches);
  g_test_add_func ("/ageing/lines-and-accounts-add-up", test_sums);
  g_test_add_func ("/ageing/totals-are-balances-on-any-day", test_totals_are_balances);
  g_test_add_func ("/ageing/questions-it-cannot-answer", test_refused_questions);
  g_test_add_func ("/ageing/rows-behind-each-amount-add-up", test_rows_behind_each_amount_add_up);
  g_test_add_func ("/ageing/rows-behind-name-their-vouchers", test_rows_behind_name_their_vouchers);
  g_test_add_func ("/ageing/rows-behind-refuse-an-unknown-column",
                   test_rows_behind_refuse_an_unknown_column);
  return g_test_run ();
}

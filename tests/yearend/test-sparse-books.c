/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books that hold next to nothing: every statement, book and list either comes out in every format
 * and language or says why not, and so does the whole year-end set. */
#include "yearend/year-end.h"

#include "documents/report-paper.h"
#include "exchange/report-csv.h"
#include "exchange/report-xlsx.h"
#include "helpers/ledger.h"
#include "ledger/opening.h"
#include "reports/error.h"
#include "reports/reports.h"

#include <string.h>

static SheafBook *
make_empty (void)
{
  return test_ledger_new ();
}

static SheafBook *
make_openings (void)
{
  SheafBook *book = test_ledger_new ();
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));
  g_autoptr (GError) error = NULL;
  SheafOpeningBalance cash = { .account_id = test_account (book, "1111"),
                               .debit = SHEAF_MONEY (5000000),
                               .due = SHEAF_DATE_NONE };
  SheafOpeningBalance profit = { .account_id = test_account (book, "4211"),
                                 .credit = SHEAF_MONEY (5000000),
                                 .due = SHEAF_DATE_NONE };

  g_array_append_val (balances, cash);
  g_array_append_val (balances, profit);
  g_assert_true (sheaf_opening_post (book, balances, &error));
  g_assert_no_error (error);
  return book;
}

/* Income that nobody paid, and nothing it cost. */
static SheafBook *
make_one_sided (void)
{
  SheafBook *book = test_ledger_new ();

  (void) test_post (book, "2025-05-01", "131", "5111", 1000, "KH1", NULL);
  return book;
}

/* A cost alone: the year ends in a loss. */
static SheafBook *
make_costs_only (void)
{
  SheafBook *book = test_ledger_new ();

  (void) test_post (book, "2025-12-31", "642", "331", 1, NULL, "NCC1");
  return book;
}

typedef struct
{
  const char *name;
  SheafBook *(*make) (void);
} Sparse;

static const Sparse books[] = {
  { "/sparse-books/empty", make_empty },
  { "/sparse-books/only-openings", make_openings },
  { "/sparse-books/one-sided", make_one_sided },
  { "/sparse-books/only-costs", make_costs_only },
};

static gboolean
take_bytes (const char *bytes G_GNUC_UNUSED,
            gsize             length,
            gpointer          sum,
            GError **error    G_GNUC_UNUSED)
{
  *(gsize *) sum += length;
  return TRUE;
}

typedef enum
{
  CSV,
  XLSX,
  PDF,
  N_FORMATS
} Format;

static gboolean
write_one (SheafBook                 *book,
           const char                *code,
           const SheafReportQuestion *question,
           Format                     format,
           gsize                     *ret_length,
           GError                   **error)
{
  SheafReportSink *sink = NULL;
  gboolean         written;

  *ret_length = 0;
  if (format == CSV)
    sink = sheaf_report_csv_new (take_bytes, ret_length);
  else if (format == XLSX)
    sink = sheaf_report_xlsx_new (book, question->today, take_bytes, ret_length);
  else
    sink = sheaf_report_paper_new (book, question->language, question->today, take_bytes,
                                   ret_length, error);
  g_assert_nonnull (sink);
  written = sheaf_reports_write (book, code, question, sink, error);
  if (format == CSV)
    sheaf_report_csv_free (sink);
  else if (format == XLSX)
    sheaf_report_xlsx_free (sink);
  else
    sheaf_report_paper_free (sink);
  return written;
}

/* A refusal is a sentence of the reports, or of the ledger where it asks for an answer; never of
 * the database, a file or the drawing. */
static void
try_report (SheafBook              *book,
            const SheafReportEntry *entry,
            const char             *language,
            Format                  format)
{
  const SheafReportQuestion question = { .year = 2025,
                                         .from = SHEAF_DATE_NONE,
                                         .to = SHEAF_DATE_NONE,
                                         .language = language,
                                         .today = sheaf_date_new (2025, 12, 31) };
  g_autoptr (GError) error = NULL;
  gsize length;

  if (write_one (book, entry->report->code, &question, format, &length, &error))
    {
      g_assert_null (entry->withheld);
      g_assert_cmpuint (length, >, 0);
      return;
    }
  g_assert_nonnull (error);
  if (entry->withheld != NULL)
    g_assert_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_WITHHELD);
  else if (error->domain != SHEAF_LEDGER_ERROR)
    g_assert_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION);
  g_assert_cmpuint (strlen (error->message), >, 10);
}

static void
try_all_reports (SheafBook *book)
{
  static const char *const languages[] = { "vi", "en", "fr" };
  g_autoptr (GError) error = NULL;
  guint written = 0;

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (GPtrArray) entries = sheaf_reports_list (book, languages[l], &error);

      g_assert_no_error (error);
      for (guint i = 0; i < entries->len; i++)
        for (Format format = l == 0 ? CSV : PDF; format < N_FORMATS; format++)
          {
            try_report (book, entries->pdata[i], languages[l], format);
            written++;
          }
    }
  g_assert_cmpuint (written, >, 200);
}

static void
try_set (SheafBook *book)
{
  g_autofree char *parent = test_folder_new ();
  g_autofree char *folder = g_build_filename (parent, "set", NULL);
  g_autoptr (GError) error = NULL;
  SheafYearEndWish wish = { .year = 2025,
                            .folder = folder,
                            .formats = SHEAF_YEAR_END_PDF | SHEAF_YEAR_END_XLSX };
  g_autoptr (GPtrArray) files = sheaf_year_end_write (book, &wish, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, >, 10);
  test_folder_remove (parent);
}

static void
test_book (gconstpointer data)
{
  const Sparse *sparse = data;
  g_autoptr (SheafBook) book = sparse->make ();

  try_all_reports (book);
  try_set (book);
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    g_test_add_data_func (books[i].name, &books[i], test_book);
  return g_test_run ();
}

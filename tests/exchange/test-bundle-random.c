/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever a book holds, its bundle read into a new book writes the same bundle again, and every
 * report of both is the same. */
#include "exchange/csv-export.h"
#include "exchange/csv-import.h"
#include "exchange/random-book.h"
#include "exchange/report-csv.h"
#include "helpers/ledger.h"
#include "helpers/report.h"
#include "ledger/confirmation.h"
#include "reports/reports.h"

#include <string.h>

#define BOOKS 4

static SheafBook *
copy_of (SheafBook  *book,
         const char *folder)
{
  g_autofree char *bundle = g_build_filename (folder, "bundle", NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  SheafBook *copy = test_new_book ();

  g_assert_true (sheaf_export_bundle (book, bundle, &error));
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
expect_same_files (SheafBook  *book,
                   SheafBook  *copy,
                   GHashTable *used)
{
  g_autofree const char **kinds = sheaf_export_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) before = sheaf_export_text (book, kinds[i], &error);
      g_autoptr (GString) after = sheaf_export_text (copy, kinds[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (before->str, ==, after->str);
      if (strchr (before->str, '\n') != before->str + before->len - 1)
        g_hash_table_add (used, (gpointer) kinds[i]);
    }
}

/* The files agree also when both leave a day out: so it is read from the books themselves. */
static void
expect_same_letters (SheafBook *book,
                     SheafBook *copy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      before = sheaf_confirmation_list (book, SHEAF_DATE_NONE, 0, 0, &error);
  g_autoptr (GPtrArray) after = sheaf_confirmation_list (copy, SHEAF_DATE_NONE, 0, 0, &error);
  guint sent = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    {
      const SheafConfirmation *one = before->pdata[i], *other = after->pdata[i];

      g_assert_cmpint (sheaf_date_cmp (one->sent, other->sent), ==, 0);
      sent += !sheaf_date_is_none (other->sent);
    }
  g_assert_cmpuint (sent, >, 0);
  g_assert_cmpuint (sent, <, after->len); /* the letters of a second day did not go out */
}

/* What a report says, or why it is refused. */
static char *
say_report (SheafBook         *book,
            const SheafReport *report)
{
  const SheafReportQuestion question = { .year = 2025,
                                         .from = SHEAF_DATE_NONE,
                                         .to = SHEAF_DATE_NONE,
                                         .account = "1121",
                                         .party = "KH1",
                                         .item = "NH1",
                                         .currency = "USD",
                                         .today = sheaf_date_new (2026, 1, 10) };
  GString                  *text = g_string_new (NULL);
  SheafReportSink          *sink = sheaf_report_csv_new (test_report_collect, text);
  g_autoptr (GError) error = NULL;

  if (!sheaf_reports_write (book, report->code, &question, sink, &error))
    g_string_append (text, error->message);
  sheaf_report_csv_free (sink);
  return g_string_free (text, FALSE);
}

static void
expect_same_reports (SheafBook *book,
                     SheafBook *copy)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = sheaf_reports_list (book, "vi", &error);
  guint written = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    {
      const SheafReportEntry *entry = list->pdata[i];
      g_autofree char        *before = say_report (book, entry->report);
      g_autofree char        *after = say_report (copy, entry->report);

      g_assert_cmpstr (before, ==, after);
      written += strchr (before, '\n') != NULL;
    }
  g_assert_cmpuint (written, >, 15);
}

static void
test_random_books (void)
{
  static const char *const kinds[] = {
    "settings", "former-parties", "former-items", "templates", "recurrences", "recurrence-days",
    "tax-marks", "revaluations", "tax-entries", "vat-shares", "reconciliations",
    "reconciliation-ticks", "reconciliation-ends", "counts", "confirmations", "differences",
    "locks", "members", "membership", "capital", "schedules", "certificates"
  };
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < BOOKS; i++)
    {
      g_autofree char *folder = test_folder_new ();
      g_autoptr (SheafBook) book = test_random_book ();
      g_autoptr (SheafBook) copy = copy_of (book, folder);

      expect_same_files (book, copy, used);
      expect_same_letters (book, copy);
      expect_same_reports (book, copy);
      test_verify (copy);
      test_folder_remove (folder);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!g_hash_table_contains (used, kinds[i]))
      g_error ("no random book had any %s", kinds[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bundle/what-a-book-holds-survives-the-way-through-files", test_random_books);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole year-end set, in one act or not at all. */
#include "yearend/year-end.h"

#include "helpers/ledger.h"
#include "helpers/workbook.h"
#include "yearend/error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

typedef struct
{
  SheafBook *book;
  char      *parent;
  char      *folder;
} Fixture;

static void
set_up (Fixture           *fixture,
        gconstpointer data G_GNUC_UNUSED)
{
  fixture->book = test_ledger_new ();
  fixture->parent = test_folder_new ();
  fixture->folder = g_build_filename (fixture->parent, "set", NULL);
  (void) test_post (fixture->book, "2025-01-10", "1111", "4111", 1000000, NULL, "TV1");
  (void) test_post (fixture->book, "2025-06-10", "1111", "5111", 5000000, NULL, NULL);
}

static void
tear_down (Fixture           *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  g_clear_pointer (&fixture->book, sheaf_book_free);
  test_folder_remove (fixture->parent);
  g_free (fixture->parent);
  g_free (fixture->folder);
}

static SheafBook *other_book; /* of another connection */

static GPtrArray *
write_set (Fixture            *fixture,
           const char *const  *only,
           SheafYearEndFormats formats,
           gboolean            replace,
           SheafYearEndTell    tell,
           GError            **error)
{
  SheafYearEndWish wish = { .year = 2025,
                            .folder = fixture->folder,
                            .formats = formats,
                            .only = only,
                            .replace = replace };

  return sheaf_year_end_write (fixture->book, &wish, tell, NULL, error);
}

static gboolean
has_file (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
put_file (Fixture    *fixture,
          const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  (void) g_mkdir (fixture->folder, 0777);
  g_assert_true (g_file_set_contents (path, "mine", -1, NULL));
}

/* Those that are no forms of other charts. */
static guint
count_of_chart (const GPtrArray *reports)
{
  guint n = 0;

  for (guint i = 0; i < reports->len; i++)
    {
      const SheafReportEntry *entry = reports->pdata[i];

      n += entry->report->group != SHEAF_REPORT_STATEMENT || entry->withheld == NULL;
    }
  return n;
}

/* Every report of the table is written or has a reason; no file is there that nobody names. */
static void
test_whole_set (Fixture           *fixture,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reports = sheaf_reports_list (fixture->book, "vi", &error);
  g_autoptr (GPtrArray)
      entries = write_set (fixture, NULL, SHEAF_YEAR_END_PDF | SHEAF_YEAR_END_XLSX, FALSE, NULL,
                           &error);
  guint named = 1; /* contents.csv */

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, count_of_chart (reports) + 1);
  for (guint i = 0; i < entries->len; i++)
    {
      const SheafYearEndEntry *entry = entries->pdata[i];

      g_assert_true (entry->files->len > 0 || entry->reason != NULL);
      g_assert_true (i == 0 || entry->files->len == 0 || entry->pages > 0);
      for (guint k = 0; k < entry->files->len; k++)
        g_assert_true (has_file (fixture, entry->files->pdata[k]));
      named += entry->files->len;
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, named);
  g_assert_cmpuint (count_files (fixture->parent), ==, 1); /* nothing is left beside it */
  g_assert_true (has_file (fixture, "B01-HTX-2025.pdf"));
  g_assert_true (has_file (fixture, "contents-2025.pdf"));
}

static void
test_sheets_add_up (Fixture           *fixture,
                    gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray)
      entries = write_set (fixture, NULL, SHEAF_YEAR_END_XLSX, FALSE, NULL, &error);
  guint formulas = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++)
    {
      const SheafYearEndEntry *entry = entries->pdata[i];
      g_autofree char         *path = NULL;
      g_autofree char         *bytes = NULL;
      gsize                    length;
      g_autoptr (TestWorkbook) workbook = NULL;

      if (entry->files->len == 0)
        continue;
      path = g_build_filename (fixture->folder, entry->files->pdata[0], NULL);
      g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
      workbook = test_workbook_read (bytes, length);
      formulas += test_workbook_check (workbook);
    }
  g_assert_cmpuint (formulas, >, 20);
}

static const char *const two[] = { "b01-htx", "F01-HTX", NULL };
static const char *const one[] = { "B01-HTX", NULL };
static const char *const unknown[] = { "B01-HTX", "X99", NULL };

static void
test_replaced (Fixture           *fixture,
               gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = write_set (fixture, two, SHEAF_YEAR_END_XLSX, FALSE, NULL, &error);
  g_autoptr (GPtrArray) again = NULL;

  g_assert_no_error (error);
  g_assert_null (write_set (fixture, one, SHEAF_YEAR_END_XLSX, FALSE, NULL, &error));
  g_assert_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_FOLDER);
  g_clear_error (&error);
  put_file (fixture, "mine.txt");
  again = write_set (fixture, one, SHEAF_YEAR_END_PDF, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (has_file (fixture, "B01-HTX-2025.pdf"));
  g_assert_false (has_file (fixture, "B01-HTX-2025.xlsx"));
  g_assert_false (has_file (fixture, "F01-HTX-2025.xlsx"));
  g_assert_true (has_file (fixture, "mine.txt"));
  g_assert_cmpuint (count_files (fixture->parent), ==, 1);
}

static void
assert_refused (Fixture           *fixture,
                const char *const *only,
                gboolean           replace,
                SheafYearEndTell   tell,
                SheafYearendError  code)
{
  guint before = count_files (fixture->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (write_set (fixture, only, SHEAF_YEAR_END_PDF, replace, tell, &error));
  g_assert_error (error, SHEAF_YEAREND_ERROR, (int) code);
  g_assert_cmpuint (count_files (fixture->folder), ==, before);
  g_assert_cmpuint (count_files (fixture->parent), <=, 1);
}

static void
test_files_of_others (Fixture           *fixture,
                      gconstpointer data G_GNUC_UNUSED)
{
  put_file (fixture, "B01-HTX-2025.pdf");
  assert_refused (fixture, one, FALSE, NULL, SHEAF_YEAREND_ERROR_FOLDER);
  assert_refused (fixture, one, TRUE, NULL, SHEAF_YEAREND_ERROR_FOLDER);
}

/* A killed run leaves its folder beside; the next one clears it away, but nothing of anybody
 * else, and not that of a run that still lives. */
static void
test_leftovers (Fixture           *fixture,
                gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "set.sheaf-Ab3xYz", "set.sheaf-alive1", "set.backup",
                                       "set2.sheaf-Ab3xYz" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  int alive = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->parent, names[i], NULL);
      g_autofree char *file = g_build_filename (path, "B01-HTX-2025.pdf", NULL);

      g_assert_cmpint (g_mkdir (path, 0777), ==, 0);
      g_assert_true (g_file_set_contents (file, "half", -1, NULL));
      if (i == 1)
        alive = g_open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    }
  g_assert_cmpint (flock (alive, LOCK_EX | LOCK_NB), ==, 0);
  entries = write_set (fixture, one, SHEAF_YEAR_END_XLSX, FALSE, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->parent, names[i], NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == (i != 0));
    }
  (void) close (alive);
}

/* A set was there, but this file of its next one is somebody else's. */
static void
test_file_in_the_way (Fixture           *fixture,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = write_set (fixture, one, SHEAF_YEAR_END_XLSX, FALSE, NULL, &error);

  g_assert_no_error (error);
  put_file (fixture, "B01-HTX-2025.pdf");
  assert_refused (fixture, one, TRUE, NULL, SHEAF_YEAREND_ERROR_FOLDER);
}

/* A replacement that stops half way leaves no mixture that looks whole, and the next one goes
 * through. */
static void
test_replaced_half (Fixture           *fixture,
                    gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *stone = g_build_filename (fixture->folder, "F01-HTX-2025.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = write_set (fixture, two, SHEAF_YEAR_END_XLSX, FALSE, NULL, &error);
  g_autoptr (GPtrArray) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (g_unlink (stone), ==, 0);
  g_assert_cmpint (g_mkdir (stone, 0777), ==, 0); /* no file can take its place */
  g_assert_null (write_set (fixture, two, SHEAF_YEAR_END_XLSX, TRUE, NULL, &error));
  g_assert_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_FOLDER);
  g_clear_error (&error);
  g_assert_false (has_file (fixture, "contents.csv"));
  g_assert_cmpuint (count_files (fixture->parent), ==, 1);
  g_assert_cmpint (g_rmdir (stone), ==, 0);
  again = write_set (fixture, one, SHEAF_YEAR_END_PDF, TRUE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (has_file (fixture, "contents.csv"));
  g_assert_cmpuint (count_files (fixture->folder), ==, 3); /* contents-2025.pdf, B01-HTX-2025.pdf */
}

static const char *const journal[] = { "B01-HTX", "S03a-HTX", NULL };

/* Posts on another connection once the first report is written. */
static gboolean
post_meanwhile (const char *title G_GNUC_UNUSED,
                guint             done,
                guint of          G_GNUC_UNUSED,
                gpointer          data)
{
  if (*(gboolean *) data && done > 0)
    {
      (void) test_post (other_book, "2025-07-01", "1111", "5111", 700, NULL, NULL);
      *(gboolean *) data = FALSE;
    }
  return TRUE;
}

static char *
write_beside (Fixture    *fixture,
              const char *path,
              gboolean    posts)
{
  const SheafActor actor = { .user = "x", .today = test_day ("2025-12-31") };
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, &error);
  const SheafYearEndWish wish = { .year = 2025,
                                  .folder = fixture->folder,
                                  .formats = SHEAF_YEAR_END_XLSX,
                                  .only = journal,
                                  .replace = TRUE };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *file = g_build_filename (fixture->folder, "S03a-HTX-2025.xlsx", NULL);
  g_autofree char *bytes = NULL;
  gsize            length;
  gboolean         post = posts;

  g_assert_no_error (error);
  entries = sheaf_year_end_write (book, &wish, post_meanwhile, &post, &error);
  g_assert_no_error (error);
  g_assert_true (post == FALSE);
  g_assert_true (g_file_get_contents (file, &bytes, &length, &error));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);
}

/* What is posted while a set is written stands in the whole of it or nowhere. */
static void
test_one_moment (Fixture           *fixture,
                 gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->parent, "other.sheaf", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *meanwhile = NULL;
  g_autofree char *after = NULL;

  other_book = test_ledger_new_at (path);
  (void) test_post (other_book, "2025-06-10", "1111", "5111", 5000000, NULL, NULL);
  before = write_beside (fixture, path, FALSE);
  meanwhile = write_beside (fixture, path, TRUE);
  after = write_beside (fixture, path, FALSE);
  g_assert_cmpstr (before, ==, meanwhile);
  g_assert_cmpstr (meanwhile, !=, after);
  g_clear_pointer (&other_book, sheaf_book_free);
}

static void
test_unknown_report (Fixture           *fixture,
                     gconstpointer data G_GNUC_UNUSED)
{
  assert_refused (fixture, unknown, FALSE, NULL, SHEAF_YEAREND_ERROR_CODE);
}

static void
test_year_before_the_book (Fixture           *fixture,
                           gconstpointer data G_GNUC_UNUSED)
{
  const SheafYearEndWish wish = { .year = 1999,
                                  .folder = fixture->folder,
                                  .formats = SHEAF_YEAR_END_XLSX };
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_year_end_write (fixture->book, &wish, NULL, NULL, &error));
  g_assert_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_YEAR);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static gboolean
stop_at_second (const char *title G_GNUC_UNUSED,
                guint             done,
                guint of          G_GNUC_UNUSED,
                gpointer data     G_GNUC_UNUSED)
{
  return done < 1;
}

static void
test_stopped (Fixture           *fixture,
              gconstpointer data G_GNUC_UNUSED)
{
  assert_refused (fixture, NULL, FALSE, stop_at_second, SHEAF_YEAREND_ERROR_STOPPED);
  g_assert_cmpuint (count_files (fixture->parent), ==, 0);
}

#define CASE(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  CASE ("/year-end/every-report-is-written-or-has-a-reason", test_whole_set);
  CASE ("/year-end/workbooks-add-up", test_sheets_add_up);
  CASE ("/year-end/a-set-is-replaced-by-the-next", test_replaced);
  CASE ("/year-end/files-of-others-are-left-alone", test_files_of_others);
  CASE ("/year-end/a-killed-run-is-cleared-away", test_leftovers);
  CASE ("/year-end/a-file-in-the-way-is-named", test_file_in_the_way);
  CASE ("/year-end/half-replaced-does-not-look-whole", test_replaced_half);
  CASE ("/year-end/a-set-is-of-one-moment", test_one_moment);
  CASE ("/year-end/an-unknown-report-is-refused", test_unknown_report);
  CASE ("/year-end/a-year-before-the-book-is-refused", test_year_before_the_book);
  CASE ("/year-end/stopped-leaves-nothing", test_stopped);
  return g_test_run ();
}

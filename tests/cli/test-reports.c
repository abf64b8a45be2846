/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements, books and lists as files, by the program. */
#include "helpers/cli.h"
#include "helpers/workbook.h"

#include <string.h>

static char *
post (const char *folder,
      const char *book,
      const char *day)
{
  g_autofree char *text = g_strdup_printf ("number,date,kind,description,debit,credit,amount\n"
                                           "%s,%s,receipt,Bán hàng,1111,5111,5000000\n",
                                           day, day);
  g_autofree char *file = test_file (folder, "vouchers.csv", text, -1);

  return test_done ("import", book, "vouchers", file, NULL);
}

static char *
read_file (const char *path,
           gsize      *ret_length)
{
  char *bytes = NULL;
  g_autoptr (GError) error = NULL;

  (void) g_file_get_contents (path, &bytes, ret_length, &error);
  g_assert_no_error (error);
  return bytes;
}

static TestWorkbook *
read_workbook (const char *path)
{
  gsize            length;
  g_autofree char *bytes = read_file (path, &length);

  return test_workbook_read (bytes, length);
}

/* Every statement, book and list of the sample year: what a sheet computes is what it shows. */
static void
test_sample_workbooks (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *book = g_build_filename (folder, "demo.sheaf", NULL);
  g_autofree char *set = g_build_filename (folder, "set", NULL);
  g_autofree char *out = NULL;
  g_auto (GStrv) files = NULL;
  guint formulas = 0, workbooks = 0;

  test_do ("demo", folder, NULL);
  out = test_done ("year-end", book, "--year", "2025", "--format", "xlsx", "-o", set, NULL);
  files = g_strsplit (out, "\n", -1);
  for (char **file = files; *file != NULL; file++)
    {
      g_autofree char *path = g_build_filename (set, *file, NULL);
      g_autoptr (TestWorkbook) workbook = NULL;
      guint n;

      if (!g_str_has_suffix (*file, ".xlsx"))
        continue;
      workbook = read_workbook (path);
      n = test_workbook_check (workbook);
      g_test_message ("%s: %u sheets, %u formulas", *file,
                      g_strv_length ((char **) test_workbook_sheets (workbook)), n);
      formulas += n;
      workbooks++;
    }
  g_assert_cmpuint (workbooks, >, 30);
  g_assert_cmpuint (formulas, >, 500);
  test_folder_remove (folder);
}

static void
assert_revision (const char *folder,
                 const char *book,
                 const char *to,
                 gboolean    second)
{
  g_autofree char *pdf = g_build_filename (folder, "form.pdf", NULL);
  g_autofree char *xlsx = g_build_filename (folder, "form.xlsx", NULL);
  g_autofree char *paper = NULL;
  g_autoptr (TestWorkbook) workbook = NULL;
  g_autoptr (TestRun) run = test_run ("statement", book, "B02-HTX", "--year", "2025", "--to", to,
                                      "--format", "text", NULL);

  test_run_expect (run, 0);
  g_assert_true ((strstr (run->err, "Revision 2: period reopened") != NULL) == second);
  test_do ("statement", book, "B02-HTX", "--year", "2025", "--to", to, "--format", "pdf", "-o", pdf,
           NULL);
  paper = test_paper_text (pdf);
  if (paper != NULL)
    g_assert_true ((strstr (paper, "Bản thứ 2: mở lại sổ") != NULL) == second);
  test_do ("statement", book, "B02-HTX", "--year", "2025", "--to", to, "--format", "xlsx", "-o",
           xlsx, NULL);
  workbook = read_workbook (xlsx);
  g_assert_true (test_workbook_has (workbook, 0, "Bản thứ 2: mở lại sổ") == second);
}

/* The whole story: printed, reopened, changed, printed again. */
static void
test_revision_is_told (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *book = test_cli_book (folder);

  g_free (post (folder, book, "2025-01-10"));
  g_free (post (folder, book, "2025-02-10"));
  test_do ("lock", book, "--until", "2025-02-28", NULL);
  assert_revision (folder, book, "2025-02-28", FALSE);
  test_do ("unlock", book, "--until", "2025-01-31", "--reason", "Thiếu hoá đơn", NULL);
  assert_revision (folder, book, "2025-02-28", FALSE);
  g_free (post (folder, book, "2025-02-12"));
  test_do ("lock", book, "--until", "2025-02-28", NULL);
  assert_revision (folder, book, "2025-02-28", TRUE);
  assert_revision (folder, book, "2025-01-31", FALSE);
  test_folder_remove (folder);
}

/* Every list is a workbook too, its amounts as numbers, its codes as texts. */
static void
test_lists_as_workbooks (void)
{
  static const char *const commands[] = { "balance", "journal", "members", "parties",
                                          "items", "gaps", "currencies", "rates",
                                          "duplicates", "scopes", "vat", "attachments" };
  g_autofree char         *folder = test_folder_new ();
  g_autofree char         *book = test_cli_book (folder);
  g_autofree char         *pdf = g_build_filename (folder, "list.pdf", NULL);

  g_free (post (folder, book, "2025-01-10"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *path = g_build_filename (folder, "list.xlsx", NULL);
      g_autoptr (TestWorkbook) workbook = NULL;

      test_do (commands[i], book, "--format", "xlsx", "-o", path, NULL);
      workbook = read_workbook (path);
      if (g_str_equal (commands[i], "balance"))
        {
          g_autofree char *account = test_workbook_find (workbook, 0, "1111");
          g_autofree char *debit = g_strdup_printf ("E%s", account + 1);

          g_assert_cmpstr (test_workbook_cell (workbook, 0, debit), ==, "5000000");
        }
    }
  test_do ("balance", book, "--format", "pdf", "-o", pdf, NULL);
  {
    g_autofree char *text = test_paper_text (pdf);

    g_assert_true (text == NULL || strstr (text, "5,000,000") != NULL);
  }
  test_folder_remove (folder);
}

static void
test_year_end (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *book = test_cli_book (folder);
  g_autofree char *set = g_build_filename (folder, "set", NULL);
  g_autofree char *out = NULL;
  g_autoptr (TestRun) again = NULL;
  g_autoptr (TestRun) wrong = NULL;

  g_free (post (folder, book, "2025-01-10"));
  out = test_done ("year-end", book, "--year", "2025", "-o", set, "--format", "pdf", "--only",
                   "B02-HTX,F01-HTX", NULL);
  g_assert_cmpstr (out, ==, "contents-2025.pdf\nB02-HTX-2025.pdf\nF01-HTX-2025.pdf\n");
  again = test_run ("year-end", book, "--year", "2025", "-o", set, NULL);
  test_run_expect (again, 1);
  test_contains (again->err, "is not empty");
  test_do ("year-end", book, "--year", "2025", "-o", set, "--only", "B01-HTX", "--replace", NULL);
  wrong = test_run ("year-end", book, "--year", "2025", "-o", set, "--format", "csv", NULL);
  test_run_expect (wrong, 2);
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/workbooks-of-the-sample-add-up", test_sample_workbooks);
  g_test_add_func ("/reports/a-reopened-period-is-told-on-every-paper", test_revision_is_told);
  g_test_add_func ("/reports/lists-are-workbooks-and-papers-too", test_lists_as_workbooks);
  g_test_add_func ("/reports/a-year-end-set-in-one-act", test_year_end);
  return g_test_run ();
}

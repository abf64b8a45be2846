/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Newer forms in an old book: what differs, from which year they hold, taking them back. */
#include "statements/form-update.h"

#include "book/act.h"
#include "book/audit.h"
#include "book/data.h"
#include "book/verify.h"
#include "ledger/period.h"
#include "statements/error.h"
#include "statements/sample.h"
#include "statements/statement.h"

#include <string.h>

/* Makes a file of the book what an older program would have written: the words new for old. */
static void
age_file (SheafBook  *book,
          const char *name,
          const char *fresh,
          const char *old)
{
  g_autofree char *program = sheaf_data_load_installed (name, NULL);
  g_auto (GStrv) parts = g_strsplit (program, fresh, -1);
  g_autofree char *text = g_strjoinv (old, parts);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "data-file", name, NULL);

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  g_assert_true (sheaf_store_run (
      sheaf_book_store (book),
      "INSERT INTO data_file (name, text, act_id) VALUES ($1, $2, $3)",
      SHEAF_ARGS (SHEAF_TEXT (name), SHEAF_TEXT (text), SHEAF_INT (sheaf_act_id (act))), NULL));
  g_assert_true (sheaf_act_commit (act, NULL));
}

/* A book of 2025 and 2026 whose B02 lacks what line 32 takes from the closing entries. */
static SheafBook *
old_book (void)
{
  SheafBook *book = sample_worked ();

  age_file (book, "forms/B02-HTX.csv", "\"XT(Dr 911, Cr 658)-XT(Dr 658, Cr 911)\"",
            "\"XT(Dr 658, Cr 911)\"");
  sample_post (book, "2026-03-01", "658", "1111", 70000, SHEAF_SCOPE_NONE);
  return book;
}

static gint64
line_of (SheafBook  *book,
         int         year,
         const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafStatement) statement =
      sheaf_statement_compute (book, "B02-HTX", year, SHEAF_DATE_NONE, &error);

  g_assert_no_error (error);
  return sheaf_statement_find_line (statement, line)->current.units;
}

static void
expect_sound (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  for (const SheafCheck *check = sheaf_book_checks; check->name != NULL; check++)
    check->run (book, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->items->len, ==, 0);
}

static void
test_differences (void)
{
  g_autoptr (SheafBook) book = old_book ();
  g_autoptr (GPtrArray) list = NULL;
  const SheafFormDifference *one;

  age_file (book, "forms/cash-flow-direct.ini", "338=421\n", "338=421|334\n");
  age_file (book, "forms/B01-HTX.ini", "\ntitle_en=", "\ntitle_en=Old ");
  age_file (book, "closings/vn-tt71.ini", "[closing]", "[closing]\nolder=yes");
  list = sheaf_form_differences (book, 2026, NULL);
  g_assert_cmpuint (list->len, ==, 4);
  one = list->pdata[0];
  g_assert_cmpstr (one->file, ==, "forms/B01-HTX.ini");
  g_assert_cmpstr (one->part, ==, "[text]");
  g_assert_cmpstr (one->what, ==, "title_en");
  g_assert_false (one->figures);
  one = list->pdata[1];
  g_assert_cmpstr (one->file, ==, "forms/B02-HTX.csv");
  g_assert_cmpstr (one->part, ==, "32");
  g_assert_cmpstr (one->what, ==, "rule");
  g_assert_cmpstr (one->before, ==, "XT(Dr 658, Cr 911)");
  g_assert_cmpstr (one->after, ==, "XT(Dr 911, Cr 658)-XT(Dr 658, Cr 911)");
  g_assert_true (one->figures);
  one = list->pdata[2];
  g_assert_cmpstr (one->part, ==, "[through]");
  g_assert_cmpstr (one->before, ==, "421|334");
  g_assert_cmpstr (one->after, ==, "421");
  g_assert_true (one->figures);
  one = list->pdata[3];
  g_assert_cmpstr (one->file, ==, "closings/vn-tt71.ini");
  g_assert_cmpstr (one->after, ==, "");
}

static void
test_new_book (void)
{
  g_autoptr (SheafBook) book = sample_new ();
  g_autoptr (GPtrArray) list = sheaf_form_differences (book, 2025, NULL);
  g_autofree char *head = sheaf_audit_head (book);
  g_autofree char *after = NULL;
  guint            files = 1;

  g_assert_cmpuint (list->len, ==, 0);
  g_assert_true (sheaf_form_update (book, 2025, &files, NULL));
  g_assert_cmpuint (files, ==, 0);
  after = sheaf_audit_head (book);
  g_assert_cmpstr (after, ==, head); /* nothing was written */
}

static void
expect_refused (SheafBook *book,
                int        year)
{
  g_autoptr (GError) error = NULL;
  guint files;

  g_assert_false (sheaf_form_update (book, year, &files, &error));
  g_assert_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD);
  g_assert_false (sheaf_form_update_take_back (book, year, NULL));
}

static void
test_years (void)
{
  g_autoptr (SheafBook) book = old_book ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = sample_print (book, "B02-HTX", 2025, NULL);
  g_autofree char *after = NULL;
  guint            files;
  int              year;

  sample_close (book, 2025);
  g_assert_true (sheaf_form_update_year (book, &year, NULL));
  g_assert_cmpint (year, ==, 2026);
  expect_refused (book, 2025); /* it is closed */
  g_assert_cmpint (line_of (book, 2026, "32"), ==, 0);
  g_assert_true (sheaf_form_update (book, 2026, &files, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (files, ==, 1);
  g_assert_cmpint (line_of (book, 2026, "32"), ==, 70000);
  g_assert_cmpint (line_of (book, 2027, "32"), ==, 0);
  after = sample_print (book, "B02-HTX", 2025, NULL);
  g_assert_cmpstr (after, ==, before);
  expect_sound (book);
}

static void
test_take_back (void)
{
  g_autoptr (SheafBook) book = old_book ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) none = NULL;
  guint files;

  g_assert_true (sheaf_form_update (book, 2026, &files, NULL));
  versions = sheaf_data_versions (book, NULL);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpstr (((const SheafDataVersion *) versions->pdata[0])->name, ==, "forms/B02-HTX.csv");
  g_assert_false (sheaf_form_update_take_back (book, 2027, &error));
  g_assert_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD);
  g_clear_error (&error);
  g_assert_true (sheaf_form_update_take_back (book, 2026, NULL));
  g_assert_cmpint (line_of (book, 2026, "32"), ==, 0);
  none = sheaf_data_versions (book, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (sheaf_form_update (book, 2026, &files, NULL)); /* and once more */
  g_assert_cmpint (line_of (book, 2026, "32"), ==, 70000);
  expect_sound (book);
}

static void
test_kept_years (void)
{
  g_autoptr (SheafBook) book = old_book ();
  guint files;

  expect_refused (book, 2024); /* before the book */
  g_assert_true (sheaf_form_update (book, 2025, &files, NULL));
  g_assert_true (sheaf_form_update_take_back (book, 2025, NULL));
  g_assert_true (sheaf_form_update (book, 2025, &files, NULL));
  g_assert_true (sheaf_period_lock (book, sample_day ("2025-12-30"), NULL));
  g_assert_true (sheaf_form_update_take_back (book, 2025, NULL)); /* not yet to the year's end */
  g_assert_true (sheaf_period_lock (book, sample_day ("2025-12-31"), NULL));
  expect_refused (book, 2025);
  g_assert_true (sheaf_form_update (book, 2026, &files, NULL));
  g_assert_cmpuint (files, ==, 1);
}

static void
test_lines (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (sheaf_form_difference_free);
  const SheafFormDifference *one;

  sheaf_form_compare ("forms/X.csv", "line,label_vi,rule\n1,A,DB(111)\n,Trong đó,\n2,B,DB(112)\n",
                      "line,label_vi,rule\n1,A,DB(111)\n,Gồm,\n2,B,DB(112)\n3,C,L(1)\n", list);
  g_assert_cmpuint (list->len, ==, 3);
  one = list->pdata[0];
  g_assert_cmpstr (one->what, ==, "removed");
  g_assert_cmpstr (one->part, ==, "1 Trong đó");
  one = list->pdata[1];
  g_assert_cmpstr (one->what, ==, "added");
  g_assert_cmpstr (one->part, ==, "1 Gồm");
  one = list->pdata[2];
  g_assert_cmpstr (one->part, ==, "3");
  g_assert_cmpstr (one->after, ==, "C: L(1)");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/form-update/differences-by-line-column-and-key", test_differences);
  g_test_add_func ("/form-update/headings-and-added-lines", test_lines);
  g_test_add_func ("/form-update/a-new-book-has-the-programs", test_new_book);
  g_test_add_func ("/form-update/years-before-keep-theirs", test_years);
  g_test_add_func ("/form-update/taken-back-and-in-again", test_take_back);
  g_test_add_func ("/form-update/closed-and-locked-years-are-refused", test_kept_years);
  return g_test_run ();
}

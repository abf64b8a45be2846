/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table behind the grid: pasting, undo, findings in their cells, what goes to the import. */
#include "app/grid/grid-table.h"

#include "app/grid/grid-paste.h"

#include <string.h>

#define TODAY (sheaf_date_new (2025, 12, 31))

static SheafGridTable *
new_table (const char *kind)
{
  return sheaf_grid_table_new (sheaf_grid_kind_find (kind), TODAY);
}

static void
expect_csv (SheafGridTable *table,
            const char     *csv)
{
  g_autofree char *text = sheaf_grid_table_to_csv (table);

  g_assert_cmpstr (text, ==, csv);
}

static void
test_split_as_spreadsheets_copy (void)
{
  g_autoptr (GPtrArray) rows = sheaf_grid_paste_split (
      "a\t b \r\n\"x\ny\"\"\tz\"\t2\r\n\r\n\t\r\n");

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((char **) rows->pdata[0])[1], ==, "b");
  g_assert_cmpstr (((char **) rows->pdata[1])[0], ==, "x y\" z");
  g_assert_cmpstr (((char **) rows->pdata[1])[1], ==, "2");
}

static void
test_short_forms_become_what_files_hold (void)
{
  g_autoptr (SheafGridTable) table = new_table ("capital");

  sheaf_grid_table_set (table, 0, 0, "3/4");
  sheaf_grid_table_set (table, 0, 1, "TV1");
  sheaf_grid_table_set (table, 0, 2, "3"); /* the third choice */
  sheaf_grid_table_set (table, 0, 3, "1,5tr");
  sheaf_grid_table_set (table, 0, 4, "ba");
  sheaf_grid_table_set (table, 1, 0, "+1"); /* from the row above */
  sheaf_grid_table_set (table, 1, 2, "promised capital");
  sheaf_grid_table_set (table, 1, 3, "2.000.000");
  sheaf_grid_table_set (table, 1, 4, "152");
  expect_csv (table, "date,member,event,amount,form\r\n"
                     "2025-04-03,TV1,pay,1500000,bank\r\n"
                     "2025-04-04,,commit,2000000,152\r\n");
}

static void
test_heading_finds_columns (void)
{
  g_autoptr (SheafGridTable) table = new_table ("members");

  g_assert_cmpuint (sheaf_grid_table_paste (table, 0, 0,
                                            "Name\tcode\tJOINED\t\n"
                                            "Nguyễn Thử Một\tTV1\t1/5/2024\tx\n"
                                            "Nguyễn Thử Hai\tTV2\t1/6/2024\ty\n"),
                    ==, 2);
  expect_csv (table, "code,name,kind,joined\r\n"
                     "TV1,Nguyễn Thử Một,,2024-05-01\r\n"
                     "TV2,Nguyễn Thử Hai,,2024-06-01\r\n");
}

static void
test_paste_without_heading_starts_at_the_cell (void)
{
  g_autoptr (SheafGridTable) table = new_table ("members");

  sheaf_grid_table_set (table, 0, 0, "TV1");
  sheaf_grid_table_set (table, 0, 1, "Một");
  g_assert_cmpuint (sheaf_grid_table_paste (table, 1, 1, "Hai\tofficial\nBa\tofficial\n"), ==, 2);
  g_assert_cmpuint (sheaf_grid_table_count (table), ==, 3);
  g_assert_cmpstr (sheaf_grid_table_get (table, 2, 1), ==, "Ba");
  g_assert_cmpstr (sheaf_grid_table_get (table, 2, 2), ==, "Official member"); /* written out */
  g_assert_cmpstr (sheaf_grid_table_get (table, 2, 0), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (table)), ==, 4);
}

static void
test_each_step_is_undone_and_done_again (void)
{
  g_autoptr (SheafGridTable) table = new_table ("members");

  g_assert_false (sheaf_grid_table_undo (table));
  sheaf_grid_table_set (table, 0, 0, "T");
  sheaf_grid_table_set (table, 0, 0, "TV");
  sheaf_grid_table_set (table, 0, 1, "Một");
  sheaf_grid_table_paste (table, 1, 0, "TV2\tHai\nTV3\tBa");
  sheaf_grid_table_remove_row (table, 0);
  g_assert_cmpuint (sheaf_grid_table_count (table), ==, 2);
  g_assert_true (sheaf_grid_table_undo (table));
  g_assert_cmpuint (sheaf_grid_table_count (table), ==, 3);
  g_assert_true (sheaf_grid_table_undo (table));
  g_assert_cmpuint (sheaf_grid_table_count (table), ==, 1);
  g_assert_true (sheaf_grid_table_undo (table));
  g_assert_cmpstr (sheaf_grid_table_get (table, 0, 1), ==, "");
  g_assert_cmpstr (sheaf_grid_table_get (table, 0, 0), ==, "TV");
  g_assert_true (sheaf_grid_table_redo (table));
  g_assert_cmpstr (sheaf_grid_table_get (table, 0, 1), ==, "Một");
  g_assert_true (sheaf_grid_table_undo (table));
  g_assert_true (sheaf_grid_table_undo (table));
  g_assert_cmpuint (sheaf_grid_table_count (table), ==, 0);
  g_assert_false (sheaf_grid_table_can_undo (table));
  sheaf_grid_table_set (table, 0, 0, "TV9");
  g_assert_false (sheaf_grid_table_redo (table)); /* another way was taken */
}

static void
test_findings_stand_in_their_cells (void)
{
  g_autoptr (SheafGridTable) table = new_table ("members");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autofree char *text = NULL;
  guint            row = 0, column = 0;

  sheaf_grid_table_set (table, 0, 0, "TV1");
  sheaf_grid_table_set (table, 2, 0, "TV3"); /* row 1 stays blank */
  text = sheaf_grid_table_to_csv (table);
  sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 3, "name", "weak");
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 3, "name", "strong");
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 2, NULL, "the row");
  sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL, "all");
  sheaf_grid_table_set_problems (table, problems);
  g_assert_null (sheaf_grid_table_get_problem (table, 1, 1));
  g_assert_cmpstr (sheaf_grid_table_get_problem (table, 2, 1)->text, ==, "strong");
  g_assert_cmpstr (sheaf_grid_table_get_problem (table, 0, 0)->text, ==, "the row");
  g_assert_cmpuint (sheaf_grid_table_get_general (table)->len, ==, 1);
  g_assert_cmpuint (sheaf_grid_table_count_problems (table, SHEAF_PROBLEM_ERROR), ==, 2);
  g_assert_cmpuint (sheaf_grid_table_count_problems (table, SHEAF_PROBLEM_WARNING), ==, 1);
  g_assert_true (sheaf_grid_table_next_problem (table, &row, &column));
  g_assert_cmpuint (row * 100 + column, ==, 201);
  g_assert_true (sheaf_grid_table_next_problem (table, &row, &column));
  g_assert_cmpuint (row * 100 + column, ==, 0);
  sheaf_grid_table_set (table, 2, 0, "TV4"); /* another cell of the row */
  g_assert_nonnull (sheaf_grid_table_get_problem (table, 2, 1));
  sheaf_grid_table_set (table, 2, 1, "Ba");
  g_assert_null (sheaf_grid_table_get_problem (table, 2, 1));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grid/split-as-spreadsheets-copy", test_split_as_spreadsheets_copy);
  g_test_add_func ("/grid/short-forms-become-what-files-hold",
                   test_short_forms_become_what_files_hold);
  g_test_add_func ("/grid/heading-finds-columns", test_heading_finds_columns);
  g_test_add_func ("/grid/paste-without-heading-starts-at-the-cell",
                   test_paste_without_heading_starts_at_the_cell);
  g_test_add_func ("/grid/each-step-is-undone-and-done-again",
                   test_each_step_is_undone_and_done_again);
  g_test_add_func ("/grid/findings-stand-in-their-cells", test_findings_stand_in_their_cells);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book made by an older program meets a newer law: law BOOK tells, takes in, takes back; a year
 * that was shared stays by the law that it was shared by. */
#include "helpers/cli.h"
#include "helpers/data.h"

#define OLD_FLOOR                 \
  "[floor internal-use-labour]\n" \
  "rate=0.40"
#define NEW_FLOOR                 \
  "[floor internal-use-labour]\n" \
  "rate=0.51"

/* The sample's year 2025, shared and posted while the law asked for 40 %. */
static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  g_autofree char *old = test_older_data ("laws/vn-2023.ini", NEW_FLOOR, OLD_FLOOR);

  g_setenv ("SHEAF_DATA_DIR", old, TRUE);
  test_cli_set_up_shares (fixture, data);
  g_unsetenv ("SHEAF_DATA_DIR");
  test_folder_remove (old);
}

static void
expect_refused (TestRun    *run_taken,
                const char *text)
{
  g_autoptr (TestRun) run = run_taken;

  test_run_expect (run, 1);
  test_contains (run->err, text);
}

static void
test_shared_year_keeps_its_law (TestCliFixture    *fixture,
                                gconstpointer data G_GNUC_UNUSED)
{
  const char      *book = fixture->book;
  g_autofree char *before = test_done ("plan", book, "--year", "2025", "--floors", "--format",
                                       "csv", NULL);
  g_autofree char *told = test_done ("law", book, "--format", "csv", NULL);
  g_autofree char *after = NULL;
  g_autofree char *none = NULL;
  g_autofree char *versions = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (told, ==,
                   "file,part,what,figures,book,program\n"
                   "laws/vn-2023.ini,[floor internal-use-labour],rate,yes,0.40,0.51\n");
  expect_refused (test_run ("law", book, "--update", "--year", "2025", NULL), "from 2026 on");
  test_do ("law", book, "--update", "--user", "lan", "--today", "2026-05-02", NULL);
  none = test_done ("law", book, "--format", "csv", NULL);
  g_assert_cmpstr (none, ==, "file,part,what,figures,book,program\n");
  versions = test_done ("law", book, "--versions", "--format", "csv", NULL);
  test_contains (versions, "2026-01-01,laws/vn-2023.ini,lan,");
  after = test_done ("plan", book, "--year", "2025", "--floors", "--format", "csv", NULL);
  g_assert_cmpstr (after, ==, before);
  test_do ("verify", book, NULL);
  /* Forms are another matter: they do not take the law back. */
  expect_refused (test_run ("forms", book, "--take-back", "--year", "2026", NULL), "no forms");
  test_do ("law", book, "--take-back", NULL);
  again = test_done ("law", book, "--format", "csv", NULL);
  g_assert_cmpstr (again, ==, told);
  expect_refused (test_run ("law", book, "--take-back", NULL), "no law was taken in for 2026");
  test_do ("verify", book, NULL);
}

static void
test_approved_plan_is_approved_anew (TestCliFixture    *fixture,
                                     gconstpointer data G_GNUC_UNUSED)
{
  const char *book = fixture->book;

  test_do ("reverse", book, "journal", "PK00001", "--year", "2026", "--date", "2026-04-18",
           "--reason", "Luật mới", NULL);
  test_do ("law", book, "--update", NULL);
  test_do ("verify", book, NULL);
  expect_refused (test_run ("post", book, "--year", "2025", "--date", "2026-04-20", NULL),
                  "another law pack was taken in for 2025");
  test_do ("approve", book, "--year", "2025", "--resolution", "02/2026/NQ-ĐHTV", "--date",
           "2026-04-19", NULL);
  test_do ("post", book, "--year", "2025", "--date", "2026-04-20", NULL);
  test_do ("verify", book, NULL);
}

/* Given back unshared: nothing of the year was decided, so nothing holds the old law. */
static void
test_plan_that_the_new_law_cannot_read (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *old = test_older_data ("laws/vn-2023.ini", NEW_FLOOR, OLD_FLOOR);
  g_autofree char *plan = test_file (folder, "plan.ini",
                                     "[internal]\nuse=0.40\nlabour=0\ncapital=0.60\nequal=0\n", -1);
  g_autofree char *book = NULL;
  g_autofree char *state = NULL;
  g_autofree char *later = NULL;

  g_setenv ("SHEAF_DATA_DIR", old, TRUE);
  book = test_cli_book (folder);
  test_do ("plan", book, "--year", "2025", "--file", plan, NULL);
  g_unsetenv ("SHEAF_DATA_DIR");
  test_folder_remove (old);
  state = test_folder_state (folder);
  expect_refused (test_run ("law", book, "--update", NULL), "the stored plan is not valid");
  later = test_folder_state (folder);
  g_assert_cmpstr (later, ==, state);
  test_do ("law", book, "--update", "--year", "2026", NULL);
  test_do ("verify", book, NULL);
  test_folder_remove (folder);
}

static void
test_either_in_or_back (TestCliFixture    *fixture,
                        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (TestRun) run = test_run ("law", fixture->book, "--update", "--take-back", NULL);

  test_run_expect (run, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/law/shared-year-keeps-its-law", TestCliFixture, NULL, set_up,
              test_shared_year_keeps_its_law, test_cli_tear_down);
  g_test_add ("/cli/law/approved-plan-is-approved-anew", TestCliFixture, NULL, set_up,
              test_approved_plan_is_approved_anew, test_cli_tear_down);
  g_test_add_func ("/cli/law/plan-that-the-new-law-cannot-read",
                   test_plan_that_the_new_law_cannot_read);
  g_test_add ("/cli/law/either-in-or-back", TestCliFixture, NULL, test_cli_set_up,
              test_either_in_or_back, test_cli_tear_down);
  return g_test_run ();
}

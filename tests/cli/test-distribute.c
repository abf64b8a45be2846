/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's income shared from the command line: the proof, and what is refused with what
 * changed. */
#include "helpers/cli.h"

static char *
sample (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "stevia", name, NULL);
}

/* The sample's year with its plan; not closed. */
static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  static const char *const kinds[] = { "parties", "members", "membership", "opening",
                                       "comparatives", "products", "capital", "deliveries",
                                       "supplies", "labour", "vouchers", "invoices" };
  g_autofree char         *plan = sample ("plan.ini");

  (void) data;
  fixture->folder = test_folder_new ();
  fixture->book = g_build_filename (fixture->folder, "shared.sheaf", NULL);
  test_do ("new", fixture->book, "--name", "HTX Cỏ Ngọt Mẫu", "--year", "2025", "--sector",
           "agriculture", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *name = g_strconcat (kinds[i], ".csv", NULL);
      g_autofree char *path = sample (name);

      test_do ("import", fixture->book, kinds[i], path, NULL);
    }
  test_do ("plan", fixture->book, "--year", "2025", "--file", plan, NULL);
}

static TestRun *
approve (const TestCliFixture *fixture)
{
  return test_run ("approve", fixture->book, "--year", "2025", "--resolution", "01/2026/NQ-ĐHTV",
                   "--date", "2026-04-16", NULL);
}

static TestRun *
post (const TestCliFixture *fixture)
{
  return test_run ("post", fixture->book, "--year", "2025", "--date", "2026-04-17", NULL);
}

static void
close_and_approve (const TestCliFixture *fixture)
{
  g_autoptr (TestRun) run = NULL;

  test_do ("close", fixture->book, "--year", "2025", NULL);
  run = approve (fixture);
  test_run_expect (run, 0);
}

static void
test_open_year (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (TestRun) run = approve (fixture);
  g_autoptr (TestRun) proof = NULL;

  (void) data;
  test_run_expect (run, 1);
  test_contains (run->err, "the year 2025 is not closed: close it");
  proof = test_run ("distribute", fixture->book, "--year", "2025", "--proof", NULL);
  test_run_expect (proof, 1);
  test_contains (proof->err, "not approved");
}

/* Which member and which figure. */
static void
test_changed (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *late = test_file (fixture->folder, "late.csv",
                                     "date,member,product,quantity,price,amount\n"
                                     "2025-12-20,TV008,LATUOI,100,1000,100000\n",
                                     -1);
  g_autoptr (TestRun) run = NULL;

  (void) data;
  close_and_approve (fixture);
  test_do ("import", fixture->book, "deliveries", late, "--no-post", NULL);
  run = post (fixture);
  test_run_expect (run, 1);
  test_contains (run->err,
                 "the figures of 2025 have changed since they were approved (TV008 use: ");
  test_contains (run->err, "approve the plan anew");
}

static void
test_posted (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (TestRun) run = NULL;
  g_autoptr (TestRun) again = NULL;
  g_autoptr (TestRun) other = NULL;

  (void) data;
  close_and_approve (fixture);
  run = post (fixture);
  test_run_expect (run, 0);
  again = post (fixture);
  test_run_expect (again, 1);
  test_contains (again->err, "the distribution of 2025 is posted already");
  other = approve (fixture);
  test_run_expect (other, 1);
  test_contains (other->err, "take the posting back before approving another");
}

static void
test_proof (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (TestRun) run = NULL;
  g_autoptr (TestRun) csv = NULL;
  g_autoptr (TestRun) json = NULL;
  g_autoptr (TestRun) text = NULL;
  g_auto (GStrv) lines = NULL;

  (void) data;
  close_and_approve (fixture);
  run = post (fixture);
  test_run_expect (run, 0);
  csv = test_run ("distribute", fixture->book, "--year", "2025", "--proof", "--format", "csv",
                  NULL);
  test_run_expect (csv, 0);
  test_contains (csv->out, "row,name,before,change,other,after,difference");
  test_contains (csv->out, "\napproved,");
  test_contains (csv->out, "\nsub-ledger,");
  lines = g_strsplit (csv->out, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_assert_true (g_str_has_suffix (lines[i], ",0")); /* the difference */
  json = test_run ("distribute", fixture->book, "--year", "2025", "--proof", "--format", "json",
                   NULL);
  test_run_expect (json, 0);
  test_contains (json->out, "\"members\"");
  text = test_run ("distribute", fixture->book, "--year", "2025", "--proof", NULL);
  test_run_expect (text, 0);
  test_contains (text->out, "Sum of the members");
}

#define ADD(name, test) g_test_add (name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-distribute/an-open-year-is-refused", test_open_year);
  ADD ("/cli-distribute/changed-figures-are-named", test_changed);
  ADD ("/cli-distribute/what-is-posted-is-not-posted-again", test_posted);
  ADD ("/cli-distribute/proof-in-each-format", test_proof);
  return g_test_run ();
}

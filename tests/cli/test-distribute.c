/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's income shared from the command line: the proof, and what is refused with what
 * changed. */
#include "helpers/cli.h"

#include "store/store.h"

/* The sample's year with its plan; not closed. */
static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  g_autofree char *plan = test_cli_sample ("plan.ini");

  test_cli_set_up_sample (fixture, data);
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

/* The results of a year that was opened again are not those of the approval, even while no figure
 * has changed; once one has, it is named. */
static void
test_reopened (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *late = test_file (fixture->folder, "late.csv",
                                     "number,date,kind,description,debit,credit,amount\n"
                                     "M1,2025-12-31,payment,Late,642,1111,70000\n",
                                     -1);
  g_autoptr (TestRun) open = NULL;
  g_autoptr (TestRun) changed = NULL;

  (void) data;
  close_and_approve (fixture);
  test_do ("reopen", fixture->book, "--year", "2025", "--reason", "A cost is missing", NULL);
  open = post (fixture);
  test_run_expect (open, 1);
  test_contains (open->err, "the year 2025 was reopened: close it again");
  test_do ("import", fixture->book, "vouchers", late, NULL);
  test_do ("close", fixture->book, "--year", "2025", NULL);
  changed = post (fixture);
  test_run_expect (changed, 1);
  /* 70,000 by turnover: 10,118 are the internal business's */
  test_contains (changed->err,
                 "the figures of 2025 have changed since they were approved (result "
                 "internal: 77,095,714 was approved, now 77,085,596, result external: "
                 "317,495,424 was approved, now 317,435,542");
  test_contains (changed->err, "approve the plan anew");
}

/* Each choice that was changed, with what was approved and what stands now. */
static void
test_plan_changed (TestCliFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *path = test_cli_sample ("plan.ini");
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GString) plan = NULL;
  g_autoptr (TestRun) run = NULL;

  (void) data;
  close_and_approve (fixture);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  plan = g_string_new (text);
  g_assert_cmpuint (g_string_replace (plan, "use=0.40\n", "use=0.45\n", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (plan, "capital=0.40\n", "capital=0.35\n", 1), ==, 1);
  other = test_file (fixture->folder, "other.ini", plan->str, -1);
  test_do ("plan", fixture->book, "--year", "2025", "--file", other, NULL);
  run = post (fixture);
  test_run_expect (run, 1);
  test_contains (run->err, "was changed after its approval (internal use: 0.4 was approved, now "
                           "0.45, internal capital: 0.4 was approved, now 0.35)");
  test_contains (run->err, "approve it anew");
}

static void
tamper (const TestCliFixture *fixture,
        const char           *script)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2026, 5, 1) };
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->book, SHEAF_BOOK_WRITE, &actor, &error);

  g_assert_no_error (error);
  (void) sheaf_store_script (sheaf_book_store (book), script, &error);
  g_assert_no_error (error);
}

/* Written past the program: first a share, then what the ledger gave. The differences are still
 * printed, and the status tells it to scripts. */
static void
test_tampered (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (TestRun) run = NULL;
  g_autoptr (TestRun) share = NULL;
  g_autoptr (TestRun) ledger = NULL;

  (void) data;
  close_and_approve (fixture);
  run = post (fixture);
  test_run_expect (run, 0);
  tamper (fixture, "DROP TRIGGER plan_share_unchanged; UPDATE plan_share SET amount = amount + "
                   "1000 WHERE id = 1;");
  share = test_run ("distribute", fixture->book, "--year", "2025", "--proof", "--format", "csv",
                    NULL);
  test_run_expect (share, 1);
  test_contains (share->err, "the distribution of 2025 does not add up");
  test_contains (share->err, "restore a backup");
  test_contains (share->out, ",-1000\n"); /* approved less members */
  test_contains (share->out, "\ngiven,,0,0,0,305135000,1000\n");
  tamper (fixture, "UPDATE plan_share SET amount = amount - 1000 WHERE id = 1; DROP TRIGGER "
                   "voucher_row_unchanged; UPDATE voucher_row SET amount = amount + 7 WHERE id = "
                   "(SELECT max (id) FROM voucher_row);");
  ledger = test_run ("distribute", fixture->book, "--year", "2025", "--proof", "--format", "csv",
                     NULL);
  test_run_expect (ledger, 1);
  test_contains (ledger->out, "\nmembers,,0,0,0,305135000,0\n");
  test_contains (ledger->out, "\ngiven,,0,0,0,305135007,-7\n");
}

#define ADD(name, test) g_test_add (name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/cli-distribute/an-open-year-is-refused", test_open_year);
  ADD ("/cli-distribute/changed-figures-are-named", test_changed);
  ADD ("/cli-distribute/reopened-year-is-refused-and-its-change-named", test_reopened);
  ADD ("/cli-distribute/changed-plan-is-named", test_plan_changed);
  ADD ("/cli-distribute/tampered-book-fails-the-proof", test_tampered);
  ADD ("/cli-distribute/what-is-posted-is-not-posted-again", test_posted);
  ADD ("/cli-distribute/proof-in-each-format", test_proof);
  return g_test_run ();
}

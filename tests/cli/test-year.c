/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample co-op's year, command by command, with what is refused on the way. */
#include "helpers/cli.h"

#include <string.h>

/* Expects a refusal that says why and leaves the folder as it was. */
static void
expect_refused (const TestCliFixture *fixture,
                const TestRun        *run,
                const char           *before,
                const char           *why)
{
  g_autofree char *after = test_folder_state (fixture->folder);

  test_run_expect (run, 1);
  test_contains (run->err, why);
  g_assert_cmpstr (before, ==, after);
}

static void
test_members (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *csv =
      test_done ("members", fixture->book, "--on", "2025-12-31", "--format", "csv", NULL);
  g_autofree char *card =
      test_done ("member", fixture->book, "TV025", "--on", "2025-05-19", "--format", "csv", NULL);

  (void) data;
  g_assert_true (g_str_has_prefix (
      csv, "code,name,kind,joined,left,agreement,committed,paid,percent,percent_charter\n"
           "TV001,Nguyễn Văn Mẫu,official,2019-05-12,,yes,170000000,170000000,"));
  test_contains (card, "\nkind,associate-non-contributing\n"); /* official from the 20th on */
}

static void
test_broken_plan (TestCliFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *plan = test_file (
      fixture->folder, "plan.ini", "[plan]\nlaw=vn-2023\n[common-fund]\nexternal-rate=0.04\n", -1);
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autoptr (TestRun) run =
      test_run ("plan", fixture->book, "--year", "2025", "--file", plan, NULL);
  g_autoptr (TestRun) none = test_run ("distribute", fixture->book, "--year", "2025", NULL);

  (void) data;
  expect_refused (fixture, run, before, "plan.ini:4: ");
  test_run_expect (none, 1);
}

static void
test_order (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *plan = test_cli_sample ("plan.ini");
  g_autofree char *before = NULL;
  g_autoptr (TestRun) open_year = NULL;
  g_autoptr (TestRun) nothing_approved = NULL;
  g_autoptr (TestRun) no_resolution = NULL;

  (void) data;
  test_do ("plan", fixture->book, "--year", "2025", "--file", plan,
           NULL);
  before = test_folder_state (fixture->folder);
  open_year = test_run ("approve", fixture->book, "--year", "2025",
                        "--resolution", "1", "--date", "2026-04-16", NULL);
  nothing_approved =
      test_run ("post", fixture->book, "--year", "2025", "--date", "2026-04-17", NULL);
  no_resolution =
      test_run ("approve", fixture->book, "--year", "2025", "--date", "2026-04-16", NULL);
  expect_refused (fixture, open_year, before, "2025");
  expect_refused (fixture, nothing_approved, before, "2025");
  test_run_expect (no_resolution, 2);
}

/* Three columns: row, name, then a version each; the last line is what all members get. */
static void
test_versions (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *plan = test_cli_sample ("plan.ini");
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;
  g_autofree char *floors = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *objects = NULL;
  g_autoptr (TestRun) few = NULL;
  g_autoptr (TestRun) none = NULL;
  g_autoptr (TestRun) again = NULL;

  (void) data;
  test_do ("close", fixture->book, "--year", "2025", NULL);
  test_do ("plan", fixture->book, "--year", "2025", "--file", plan, NULL);
  test_do ("plan", fixture->book, "--year", "2025", "--file", plan, "--name", "B", NULL);
  csv = test_done ("plan", fixture->book, "--year", "2025", "--compare", "-,B", "--format", "csv",
                   NULL);
  g_assert_true (g_str_has_prefix (csv, "row,name,-,B\nstep,result,"));
  test_contains (csv, "\nmember,TV001,33386000,33386000\n");
  test_contains (csv, "\ntotal,,");
  json = test_done ("plan", fixture->book, "--year", "2025", "--compare", "B", "--format", "json",
                    NULL);
  test_contains (json, "33386000");
  text = test_done ("plan", fixture->book, "--year", "2025", "--compare", "-,B", NULL);
  test_contains (text, "33,386,000");
  floors = test_done ("plan", fixture->book, "--year", "2025", "--floors", "--format", "csv",
                      "--lang", "vi", NULL);
  g_assert_true (g_str_has_prefix (
      floors, "group,key,rule,article,kind,limit,chosen,limit_amount,chosen_amount,broken\n"));
  test_contains (floors, "\ncommon-fund,external-rate,");
  test_contains (floors, ",84,least,0.05,0.1,");
  test_contains (floors, ",no\n");
  shown = test_done ("plan", fixture->book, "--year", "2025", "--floors", NULL);
  test_contains (shown, "5%");
  objects = test_done ("plan", fixture->book, "--year", "2025", "--floors", "--format", "json",
                       NULL);
  test_contains (objects, "\"kind\" : \"least\"");
  none = test_run ("plan", fixture->book, "--year", "2025", "--compare", "-,C", NULL);
  test_run_expect (none, 1);
  test_contains (none->err, "“C”");
  test_do ("plan", fixture->book, "--year", "2025", "--file", plan, "--name", "C", NULL);
  test_do ("plan", fixture->book, "--year", "2025", "--forget", "C", NULL);
  again = test_run ("plan", fixture->book, "--year", "2025", "--forget", "C", NULL);
  test_run_expect (again, 1);
  test_contains (again->err, "“C”");
  few = test_run ("approve", fixture->book, "--year", "2025", "--resolution", "1", "--date",
                  "2026-04-16", "--version", "B", "--quorum", "19/40", "--votes", "19/19", NULL);
  test_run_expect (few, 1);
  test_contains (few->err, "Art. 59.7");
  test_do ("approve", fixture->book, "--year", "2025", "--resolution", "1", "--date", "2026-04-16",
           "--version", "B", "--quorum", "14/40", "--votes", "14/14", "--call", "2",
           "--call-before", "2026-04-01", NULL);
}

static void
test_posting (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *explained = NULL;
  g_autofree char *shares = NULL;

  (void) data;
  test_cli_approve_sample (fixture);
  test_do ("post", fixture->book, "--year", "2025", "--date", "2026-04-17", NULL);
  explained = test_done ("explain", fixture->book, "--year", "2025", "--member", "TV001", NULL);
  shares = test_done ("distribute", fixture->book, "--year", "2025", "--format", "csv", NULL);
  test_contains (explained, "  Your share of the income of 2025: 33,386,000\n");
  g_assert_true (g_str_has_prefix (shares, "member,pool,weight,amount\nTV001,internal-use,"));
}

/* Sections, keys and values are the same whatever the language of the words beside them. */
static void
test_explain (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *vietnamese = NULL;
  g_autoptr (TestRun) nobody = NULL;

  (void) data;
  test_cli_approve_sample (fixture);
  csv = test_done ("explain", fixture->book, "--year", "2025", "--member", "TV001", "--format",
                   "csv", NULL);
  g_assert_true (g_str_has_prefix (csv, "section,key,kind,value,label,figure,note\n"
                                        "internal,heading,heading,,"));
  test_contains (csv, "\ntotal,total,total,33386000,");
  test_contains (csv, "\npayout,tax:capital,tax,");
  test_contains (csv, "\npayout,open,open,0,");
  json = test_done ("explain", fixture->book, "--year", "2025", "--member", "TV001", "--format",
                    "json", NULL);
  test_contains (json, "\"section\" : \"internal-capital\"");
  vietnamese = test_done ("explain", fixture->book, "--year", "2025", "--member", "TV001",
                          "--format", "csv", "--lang", "vi", NULL);
  test_contains (vietnamese, "\ntotal,total,total,33386000,Thu nhập năm 2025");
  nobody = test_run ("explain", fixture->book, "--year", "2025", "--member", "X", NULL);
  test_run_expect (nobody, 1);
  test_contains (nobody->err, "“X”");
}

static void
test_payment (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *papers = g_build_filename (fixture->folder, "payment", NULL);
  g_autofree char *paid = NULL;
  g_autofree char *before = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *other = NULL;
  g_autoptr (TestRun) unknown = NULL;
  g_autoptr (TestRun) missing = NULL;
  g_autoptr (TestRun) no_cash = NULL;
  g_autoptr (TestRun) nobody_known = NULL;

  (void) data;
  test_cli_approve_sample (fixture);
  test_do ("post", fixture->book, "--year", "2025", "--date", "2026-04-17", NULL);
  before = test_folder_state (fixture->folder);
  no_cash = test_run ("payout", fixture->book, "--year", "2025", "--method", "cash", "--date",
                      "2026-04-28", "-o", papers, NULL);
  expect_refused (fixture, no_cash, before, "bring in money first");
  nobody_known = test_run ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date",
                           "2026-04-28", "--only", "NOBODY", "-o", papers, NULL);
  expect_refused (fixture, nobody_known, before, "NOBODY has no share in money");
  paid = test_done ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date",
                    "2026-04-28", "-o", papers, NULL);
  test_contains (paid, "bank-order-2025-1-neutral.csv");
  sheet = g_build_filename (papers, "bank-order-2025-1-neutral.xlsx", NULL);
  g_assert_true (g_file_get_contents (sheet, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "PK"));
  other = test_done ("bank-order", fixture->book, "1", "--form", "vn-mb", "-o", papers, NULL);
  test_contains (other, "bank-order-2025-1-vn-mb.xlsx");
  unknown = test_run ("bank-order", fixture->book, "1", "--form", "mb", "-o", papers, NULL);
  test_run_expect (unknown, 1);
  test_contains (unknown->err, "vn-mb-onepay");
  missing = test_run ("bank-order", fixture->book, "9", "-o", papers, NULL);
  test_run_expect (missing, 1);
  test_contains (missing->err, "no such payment list");
  test_do ("verify", fixture->book, NULL);
}

static void
test_papers (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "papers", NULL);
  g_autofree char *pdf = g_build_filename (fixture->folder, "b02.pdf", NULL);
  g_autofree char *written = test_done ("documents", fixture->book, "--year", "2025", "-o", folder,
                                        "--only", "F01-HTX", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (TestRun) sheet = NULL;
  g_autoptr (TestRun) unknown = NULL;

  (void) data;
  test_do ("statement", fixture->book, "B02-HTX", "--year", "2025",
           "--format", "pdf", "-o", pdf, NULL);
  sheet =
      test_run ("statement", fixture->book, "B02-HTX", "--year", "2025", "--format", "xlsx", NULL);
  unknown =
      test_run ("documents", fixture->book, "--year", "2025", "-o", folder, "--only", "B99", NULL);
  bytes = NULL;
  g_assert_true (g_str_has_suffix (written, "F01-HTX-2025.pdf\n"));
  g_assert_true (g_file_get_contents (pdf, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  test_run_expect (sheet, 0);
  g_assert_true (g_str_has_prefix (sheet->out, "PK")); /* an archive, as workbooks are */
  test_run_expect (unknown, 1);
}

static void
test_bundle (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char         *bundle = g_build_filename (fixture->folder, "bundle", NULL);
  g_autofree char         *copy = g_build_filename (fixture->folder, "copy.sheaf", NULL);
  static const char *const reports[][8] = {
    { "balance", "", "--format", "csv", NULL },
    { "statement", "", "B01-HTX", "--year", "2025", "--format", "csv", NULL },
    { "statement", "", "B02-HTX", "--year", "2025", "--format", "csv", NULL },
    { "members", "", "--on", "2025-12-31", "--format", "csv", NULL },
  };

  (void) data;
  test_cli_approve_sample (fixture);
  test_do ("post", fixture->book, "--year", "2025", "--date", "2026-04-17", NULL);
  test_do ("export", fixture->book, "bundle", bundle, NULL);
  test_do ("new", copy, "--name", "HTX", "--year", "2025", NULL);
  test_do ("import", copy, "bundle", bundle, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      const char *words[8];
      g_autoptr (TestRun) before = NULL;
      g_autoptr (TestRun) after = NULL;

      memcpy (words, reports[i], sizeof words);
      words[1] = fixture->book;
      before = test_run_words (words);
      words[1] = copy;
      after = test_run_words (words);
      test_run_expect (before, 0);
      g_assert_cmpstr (before->out, ==, after->out);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/year/" name, TestCliFixture, NULL, test_cli_set_up_sample, test, test_cli_tear_down)
  ADD ("members-of-a-day", test_members);
  ADD ("plan-against-the-law-is-not-stored", test_broken_plan);
  ADD ("acts-have-an-order", test_order);
  ADD ("versions-stand-beside-each-other", test_versions);
  ADD ("posting-and-explanation", test_posting);
  ADD ("explanation-has-stable-keys", test_explain);
  ADD ("payment-needs-money", test_payment);
  ADD ("papers", test_papers);
  ADD ("bundle-gives-the-same-figures", test_bundle);
  return g_test_run ();
}

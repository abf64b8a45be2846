/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files, names and rows that are well formed and yet wrong. */
#include "helpers/cli.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  const char *name;
  const char *kind;
  const char *text;
  const char *place;  /* after the file's name */
  const char *remedy; /* part of the message */
} OddFile;

static const OddFile odd_files[] = {
  { "semicolons", "vouchers", "number;date;kind\n1;2025-01-05;journal\n", ":1: ", "with commas" },
  { "tabs", "vouchers", "number\tdate\tkind\n1\t2025-01-05\tjournal\n", ":1: ", "with commas" },
  { "comparative-twice", "comparatives",
    "year,form,line,amount\n2024,B01-HTX,110,1\n2024,B01-HTX,110,2\n", ":3: line: ", "leave one" },
  { "labour-of-a-stranger", "labour", "date,member,amount\n2025-05-01,NLD1,5\n", ":2: member: ",
    "column worker" },
  { "price-of-nothing", "deliveries", "date,member,product,quantity,price\n2025-05-01,M1,P1,5,0\n",
    ":2: price: ", "leave it empty" },
  { "answer-without-its-reason", "answers", "year,key,value\n2025,exempt-share,0.5\n",
    ":2: value: ", "needs a reason" },
  { "answer-to-nothing", "answers", "year,key,value\n2025,colour,1\n", ":2: value: ",
    "cannot be answered" },
  { "note-of-a-year-before", "notes", "year,form,key,text\n2024,B09-HTX,I.1,a\n", ":2: text: ",
    "begins with 2025" },
  { "leaving-before-a-delivery", "membership", "date,member,event\n2025-02-01,M1,leave\n",
    ":1: event: ", "2025-03-01" },
  { "opening-beyond-18-digits", "opening",
    "account,debit,credit\n1111,999999999999999999,\n4118,,999999999999999999\n", ":1: ",
    "18 digits" },
};

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "members", "code,name,kind,joined\nM1,x,official,2024-01-01\n");
  test_import (fixture, "products",
               "code,name,unit,kind,price,stock_account\nP1,x,kg,produce,1800,152\n");
  test_import (fixture, "deliveries", "date,member,product,quantity\n2025-03-01,M1,P1,5\n");
}

static void
test_odd_file (TestCliFixture *fixture,
               gconstpointer   data)
{
  const OddFile   *odd = data;
  g_autofree char *path = test_file (fixture->folder, "odd.csv", odd->text, -1);
  g_autofree char *start = g_strconcat (path, odd->place, NULL);
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autoptr (TestRun) run = test_run ("import", fixture->book, odd->kind, path, NULL);
  g_autofree char *after = test_folder_state (fixture->folder);

  test_run_expect (run, 1);
  test_contains (run->err, start);
  test_contains (strstr (run->err, start) + strlen (start), odd->remedy);
  test_contains (run->err, "nothing was imported");
  g_assert_cmpstr (before, ==, after);
}

static void
test_product_unknown_yet (TestCliFixture *fixture,
                          gconstpointer   data)
{
  static const char text[] = "number,date,kind,description,debit,credit,amount,product\n"
                             "1,2025-01-05,journal,x,642,335,5,P1\n"
                             "2,2025-01-05,journal,x,642,335,5,NOPE\n"
                             "3,2025-01-05,journal,x,642,335,5,NOPE\n";
  g_autofree char  *path = test_file (fixture->folder, "odd.csv", text, -1);
  g_autoptr (TestRun) run = test_run ("import", fixture->book, "vouchers", path, NULL);
  g_auto (GStrv) lines = NULL;

  (void) data;
  test_run_expect (run, 0);
  test_contains (run->err, "odd.csv:3: warning: product: ");
  lines = g_strsplit (run->err, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + 1); /* told once */
}

static void
test_total_names_the_row (TestCliFixture *fixture,
                          gconstpointer   data)
{
  static const char text[] = "number,date,kind,description,debit,credit,amount\n"
                             "1,2025-01-05,journal,x,642,335,5\n"
                             "2,2025-01-05,journal,x,642,335,999999999999999999\n"
                             "3,2025-01-05,journal,x,642,335,5\n";
  g_autofree char  *path = test_file (fixture->folder, "odd.csv", text, -1);
  g_autoptr (TestRun) run = test_run ("import", fixture->book, "vouchers", path, NULL);

  (void) data;
  test_run_expect (run, 1);
  test_contains (run->err, "odd.csv:3: amount: ");
  test_contains (run->err, "there is 1 error");
}

static void
test_pipe_without_writer (TestCliFixture *fixture,
                          gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr (TestRun) run = NULL;

  (void) data;
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  run = test_run ("import", fixture->book, "vouchers", path, NULL);
  test_run_expect (run, 1);
  test_contains (run->err, "pipe:1: ");
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_plan_is_no_file (TestCliFixture *fixture,
                      gconstpointer   data)
{
  static const char *const paths[] = { "/dev/zero", "/", "/nowhere/plan.ini" };

  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *before = test_folder_state (fixture->folder);
      g_autoptr (TestRun) run = test_run ("plan", fixture->book, "--year", "2025", "--file",
                                          paths[i], NULL);
      g_autofree char *after = test_folder_state (fixture->folder);

      test_run_expect (run, 1);
      test_contains (run->err, paths[i]);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_plan_unknown_product (TestCliFixture *fixture,
                           gconstpointer   data)
{
  g_autofree char *path = test_file (fixture->folder, "plan.ini",
                                     "[weights]\nproduct.P1=2\nproduct.NOPE=2\n", -1);
  g_autoptr (TestRun) run = test_run ("plan", fixture->book, "--year", "2025", "--file", path,
                                      NULL);

  (void) data;
  test_run_expect (run, 0);
  test_contains (run->err, "plan.ini:3: warning: [weights] product.NOPE: ");
  g_assert_null (strstr (run->err, "P1"));
}

static void
test_wrong_usage (TestCliFixture *fixture,
                  gconstpointer   data)
{
  g_autoptr (TestRun) days = test_run ("balance", fixture->book, "--from", "2025-12-31", "--to",
                                       "2025-01-01", NULL);
  g_autoptr (TestRun) folder = test_run ("documents", fixture->book, "--year", "2025", NULL);

  (void) data;
  test_run_expect (days, 2);
  test_contains (days->err, "exchange the two days");
  test_run_expect (folder, 2);
  test_contains (folder->err, "needs the option -o:");
}

/* What is kept for good is text; a file may have any name. */
static void
test_reason_is_text (TestCliFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *before = test_folder_state (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr (TestRun)
      run = test_run ("membership-reverse", fixture->book, "2", "--reason", "sai \xff", NULL);

  (void) data;
  test_run_expect (run, 2);
  test_contains (run->err, "“--reason” is not UTF-8");
  after = test_folder_state (fixture->folder);
  g_assert_cmpstr (after, ==, before);
}

/* A pipe stands for every device: what is no file is written to, never replaced. */
static void
test_pipe_is_not_replaced (TestCliFixture *fixture,
                           gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pipe", NULL);
  const char      *reader[] = { "cat", path, NULL };
  g_autofree char *out = NULL;
  char             start[8] = { 0 };
  GStatBuf         about;
  int              from;

  (void) data;
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_true (g_spawn_async_with_pipes (NULL, (char **) reader, NULL, G_SPAWN_SEARCH_PATH,
                                           NULL, NULL, NULL, NULL, &from, NULL, NULL));
  out = test_done ("balance", fixture->book, "--format", "csv", "-o", path, NULL);
  g_assert_cmpint ((int) read (from, start, sizeof start - 1), ==, sizeof start - 1);
  g_assert_cmpstr (start, ==, "account");
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_true (S_ISFIFO (about.st_mode));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
test_link_is_kept (TestCliFixture *fixture,
                   gconstpointer   data)
{
  g_autofree char *target = test_file (fixture->folder, "target.csv", "old", -1);
  g_autofree char *path = g_build_filename (fixture->folder, "link.csv", NULL);
  g_autofree char *text = NULL;
  g_autofree char *out = NULL;

  (void) data;
  g_assert_no_errno (symlink (target, path));
  out = test_done ("balance", fixture->book, "--format", "csv", "-o", path, NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (target, &text, NULL, NULL));
  test_contains (text, "account,name,");
}

static void
test_no_book_without_a_name (TestCliFixture *fixture,
                             gconstpointer   data)
{
  static const char *const names[] = { "", ":memory:" };

  (void) fixture;
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (TestRun) run = test_run ("new", names[i], "--name", "x", "--year", "2025", NULL);

      test_run_expect (run, 2);
      test_contains (run->err, "name a file");
    }
}

static void
test_book_cut_short (TestCliFixture *fixture,
                     gconstpointer   data)
{
  static const char *const commands[] = { "balance", "verify" };
  g_autofree char         *whole = NULL;
  gsize                    length;

  (void) data;
  g_assert_true (g_file_get_contents (fixture->book, &whole, &length, NULL));
  for (gsize cut = 1; cut < 5000; cut += 1666)
    {
      g_autofree char *book = test_file (fixture->folder, "cut.sheaf", whole,
                                         (gssize) (length - cut));
      g_autofree char *before = test_folder_state (fixture->folder);

      for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
        {
          g_autoptr (TestRun) run = test_run (commands[i], book, NULL);
          g_autofree char *after = test_folder_state (fixture->folder);

          test_run_expect (run, 1);
          test_contains (run->err, "restore a backup");
          g_assert_cmpstr (before, ==, after);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (odd_files); i++)
    {
      g_autofree char *name = g_strconcat ("/odd-input/", odd_files[i].name, NULL);

      g_test_add (name, TestCliFixture, &odd_files[i], set_up, test_odd_file, test_cli_tear_down);
    }
#define ADD(name, test) \
  g_test_add ("/odd-input/" name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)
  ADD ("product-unknown-yet-is-a-warning", test_product_unknown_yet);
  ADD ("total-names-the-row", test_total_names_the_row);
  ADD ("pipe-without-writer-is-empty", test_pipe_without_writer);
  ADD ("pipe-is-written-to-not-replaced", test_pipe_is_not_replaced);
  ADD ("link-is-kept", test_link_is_kept);
  ADD ("book-needs-a-name", test_no_book_without_a_name);
  ADD ("plan-that-is-no-file", test_plan_is_no_file);
  ADD ("plan-with-an-unknown-product", test_plan_unknown_product);
  ADD ("wrong-usage", test_wrong_usage);
  ADD ("reason-is-text", test_reason_is_text);
  ADD ("book-cut-short", test_book_cut_short);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates of contribution from the command line: what is due, done, printed, refused. */
#include "helpers/cli.h"

#include <glib/gstdio.h>
#include <string.h>

#define FORCE "number,date,member,name,amount,charter,percent,event\n"
#define DUE "event,member,name,number,amount,paid,since,changes\n"

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "members",
               "code,name,kind,joined,id_number\nTV1,Nguyễn Mẫu,official,2024-01-01,001\n"
               "TV2,Trần Mẫu,official,2024-01-01,002\n");
  test_import (fixture, "capital",
               "date,member,event,amount\n2024-02-01,TV1,commit,300\n2024-02-01,TV1,pay,300\n"
               "2024-02-01,TV2,commit,100\n2024-03-01,TV2,pay,100\n");
}

static void
expect (char       *out,
        const char *text)
{
  g_assert_cmpstr (out, ==, text);
  g_free (out);
}

static void
expect_due (const TestCliFixture *fixture,
            const char           *day,
            const char           *rows)
{
  g_autofree char *text = g_strconcat (DUE, rows, NULL);

  expect (test_done ("certificates", fixture->book, "--due", "--on", day, "--format", "csv", NULL),
          text);
}

static void
expect_refused (int         status,
                const char *part,
                const char *command,
                ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (TestRun) run = NULL;
  va_list     args;
  const char *word;

  g_ptr_array_add (words, (gpointer) command);
  va_start (args, command);
  while ((word = va_arg (args, const char *)) != NULL)
    g_ptr_array_add (words, (gpointer) word);
  va_end (args);
  g_ptr_array_add (words, NULL);
  run = test_run_words ((const char *const *) words->pdata);
  test_run_expect (run, status);
  test_contains (run->err, part);
}

static void
test_from_issue_to_withdrawal (TestCliFixture *fixture,
                               gconstpointer   data)
{
  g_autofree char *path = NULL;

  (void) data;
  expect_due (fixture, "2024-02-28", "issue,TV1,Nguyễn Mẫu,,,300,2024-02-01,\n");
  expect (test_done ("certificate", fixture->book, "issue", "--due", "--date", "2024-03-02", NULL),
          "certificates on 2024-03-02: 2\n");
  expect (test_done ("certificates", fixture->book, "--on", "2024-03-02", "--format", "csv", NULL),
          FORCE "GCN-0001,2024-03-02,TV1,Nguyễn Mẫu,300,400,75.00,issue\n"
                "GCN-0002,2024-03-02,TV2,Trần Mẫu,100,400,25.00,issue\n");
  expect (test_done ("certificate", fixture->book, "reissue", "TV1", "--date", "2024-05-01",
                     "--reason", "Mất", "--number", "A/7", NULL),
          "TV1 issued anew A/7\n");
  path = test_file (fixture->folder, "new.csv",
                    "code,name,kind,joined\nTV2,Trần Thị Mẫu,official,2024-01-01\n", -1);
  test_do ("import", fixture->book, "members", path, "--update", NULL);
  expect_due (fixture, "2024-05-01", "exchange,TV2,Trần Thị Mẫu,GCN-0002,100,100,,name\n");
  expect (test_done ("certificate", fixture->book, "exchange", "TV2", "--date", "2024-05-02", NULL),
          "TV2 exchanged GCN-0003\n");
  test_import (fixture, "membership", "date,member,event\n2024-06-01,TV1,leave\n");
  expect_due (fixture, "2024-06-01", "withdraw,TV1,Nguyễn Mẫu,A/7,300,300,2024-06-01,\n");
  expect (test_done ("certificate", fixture->book, "withdraw", "--due", "--date", "2024-06-02",
                     "--reason", "Ra khỏi HTX", NULL),
          "certificates on 2024-06-02: 1\n");
  expect (test_done ("certificates", fixture->book, "--history", "--member", "TV1", "--format",
                     "csv", NULL),
          "date,member,event,number,amount,ended,reason\n"
          "2024-03-02,TV1,issue,GCN-0001,300,2024-05-01,\n"
          "2024-05-01,TV1,reissue,A/7,300,2024-06-02,Mất\n"
          "2024-06-02,TV1,withdraw,,,,Ra khỏi HTX\n");
  expect_due (fixture, "2024-06-02", "");
}

static void
test_refusals (TestCliFixture *fixture,
               gconstpointer   data)
{
  const char *book = fixture->book;

  (void) data;
  expect_refused (1, "TV2 has paid in 0 of 100", "certificate", book, "issue", "TV2", "--date",
                  "2024-02-02", NULL);
  expect_refused (1, "holds no certificate", "certificate", book, "withdraw", "TV1", "--reason",
                  "x", "--date", "2024-03-01", NULL);
  expect_refused (2, "name the member", "certificate", book, "issue", NULL);
  expect_refused (2, "leave member and number out", "certificate", book, "issue", "TV1", "--due",
                  NULL);
  expect_refused (2, "one by one", "certificate", book, "reissue", "--due", "--reason", "x", NULL);
  expect_refused (2, "say issue, reissue", "certificate", book, "lend", "TV1", NULL);
  expect_refused (1, "is due in this way", "certificate", book, "exchange", "--due", "--date",
                  "2024-03-01", NULL);
  expect_refused (1, "no certificate X", "certificate", book, "print", "X", "-o", "/dev/null",
                  NULL);
  expect_refused (1, "no certificate is in force", "certificate", book, "print", "-o", "/dev/null",
                  NULL);
  expect_refused (2, "--format pdf", "certificate", book, "print", "TV1", "--format", "csv", NULL);
  expect_refused (1, "in kind on that day", "handover", book, "TV1", "--date", "2024-02-01", "-o",
                  "/dev/null", NULL);
  expect_refused (2, "--format pdf", "handover", book, "TV1", "--date", "2024-02-01", "--format",
                  "xlsx", NULL);
  expect_refused (1, "certificate-pattern cannot be", "set", book, "certificate-pattern", "GCN",
                  NULL);
}

static void
test_prints (TestCliFixture *fixture,
             gconstpointer   data)
{
  static const struct
  {
    const char *words[6];
    const char *begin;
  } prints[] = {
    { { "certificate", "print" }, "%PDF" },
    { { "certificate", "print", "TV1" }, "%PDF" },
    { { "certificate", "print", "GCN-0002" }, "%PDF" },
    { { "certificates", "--format", "pdf" }, "%PDF" },
    { { "certificates", "--format", "xlsx" }, "PK" },
  };
  g_autofree char *path = g_build_filename (fixture->folder, "out", NULL);

  (void) data;
  test_do ("certificate", fixture->book, "issue", "--due", "--date", "2024-03-02", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (prints); i++)
    {
      const char *const *more = prints[i].words + 1;
      g_autofree char   *bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_remove (path);
      test_do (prints[i].words[0], fixture->book, "-o", path, more[0],
               more[1] != NULL ? more[1] : NULL, NULL);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, &error));
      g_assert_true (g_str_has_prefix (bytes, prints[i].begin));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) \
  g_test_add ("/certificates/" name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)
  ADD ("from-issue-to-withdrawal", test_from_issue_to_withdrawal);
  ADD ("refusals-say-what-to-do", test_refusals);
  ADD ("prints", test_prints);
  return g_test_run ();
}

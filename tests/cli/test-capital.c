/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members' capital from the command line: events, dues, limits, instalments, what is taken back. */
#include "helpers/cli.h"

#include <string.h>

#define EVENTS \
  "id,date,member,event,amount,to_member,cause,document,committed,paid,untaxed,reversed\n"

typedef struct
{
  char *folder;
  char *book;
} Fixture;

static void
import (const Fixture *fixture,
        const char    *kind,
        const char    *text)
{
  g_autofree char *path = test_file (fixture->folder, "in.csv", text, -1);

  test_do ("import", fixture->book, kind, path, NULL);
}

/* TV1 has promised 600 of 1000 and pays in two parts. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->folder = test_folder_new ();
  fixture->book = test_cli_book (fixture->folder);
  import (fixture, "members",
          "code,name,kind,joined\nTV1,Nguyễn Mẫu,official,2025-01-01\n"
          "TV2,Trần Mẫu,official,2025-01-01\nTV3,Lê Mẫu,official,2025-01-01\n");
  import (fixture, "capital",
          "date,member,event,amount\n2025-01-01,TV1,commit,600\n2025-01-02,TV1,pay,100\n"
          "2025-01-01,TV2,commit,200\n2025-01-03,TV2,pay,200\n"
          "2025-01-01,TV3,commit,200\n2025-01-03,TV3,pay,200\n");
  import (fixture, "schedules",
          "member,kind,decided,document,due,amount\nTV1,pay,2025-01-05,NQ 1,2025-03-31,300\n"
          "TV1,pay,2025-01-05,NQ 1,2025-06-30,200\n");
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->book);
}

static void
expect (char       *out,
        const char *text)
{
  g_assert_cmpstr (out, ==, text);
  g_free (out);
}

static void
test_events (Fixture      *fixture,
             gconstpointer data)
{
  (void) data;
  expect (test_done ("capital", fixture->book, "--member", "TV1", "--on", "2025-12-31",
                     "--format", "csv", NULL),
          EVENTS "1,2025-01-01,TV1,commit,600,,,,600,0,0,no\n"
                 "2,2025-01-02,TV1,pay,100,,,,600,100,0,no\n");
}

static void
test_dues (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  expect (test_done ("capital", fixture->book, "--due", "--on", "2025-07-10", "--format", "csv",
                     NULL),
          "member,name,kind,due,amount,overdue_days,deadline,outcome,register_by,document\n"
          "TV1,Nguyễn Mẫu,pay,2025-03-31,300,101,2025-07-01,restrict,2025-07-31,NQ 1\n"
          "TV1,Nguyễn Mẫu,pay,2025-06-30,200,10,2025-07-01,restrict,2025-07-31,NQ 1\n");
  expect (test_done ("capital", fixture->book, "--schedule", "--on", "2025-07-10", "--format",
                     "csv", NULL),
          "member,kind,decided,document,due,amount\n"
          "TV1,pay,2025-01-05,NQ 1,2025-03-31,300\nTV1,pay,2025-01-05,NQ 1,2025-06-30,200\n");
}

/* (600 − x) ≤ 30 % of (1000 − x): x = 429; 600 ≤ 30 % of (1000 + y): y = 1000. */
static void
test_limits (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *out = test_done ("capital", fixture->book, "--limits", "--on", "2025-07-10",
                                    "--lang", "en", "--format", "csv", NULL);

  (void) data;
  test_contains (out, "limit,member,committed,charter,remedy,amount,text\n");
  test_contains (out, "member,TV1,600,1000,refund,429,");
  test_contains (out, "member,TV1,600,1000,raise,1000,");
  test_contains (out, "member,TV1,600,1000,admit,1000,");
}

static void
test_taking_back (Fixture      *fixture,
                  gconstpointer data)
{
  g_autofree char *events = NULL;
  g_autoptr (TestRun) refused = test_run ("capital-reverse", fixture->book, "1", "--date",
                                          "2025-02-01", "--reason", "nhầm", NULL);
  g_autoptr (TestRun) wrong = test_run ("capital-reverse", fixture->book, "PT1", "--date",
                                        "2025-02-01", "--reason", "nhầm", NULL);
  g_autoptr (TestRun) stray = test_run ("membership-reverse", fixture->book, "1", "--reason",
                                        "nhầm", NULL);
  g_autoptr (TestRun) lists = test_run ("capital", fixture->book, "--due", "--limits", NULL);

  (void) data;
  test_run_expect (refused, 1);
  test_contains (refused->err, "take those back first");
  test_run_expect (wrong, 2);
  test_run_expect (stray, 1); /* capital stands on the joining */
  test_run_expect (lists, 2);
  test_do ("capital-reverse", fixture->book, "2", "--date", "2025-02-01", "--reason", "nhầm", NULL);
  events = test_done ("capital", fixture->book, "--member", "TV1", "--on", "2025-12-31",
                      "--format", "csv", NULL);
  test_contains (events, "2,2025-01-02,TV1,pay,100,,,,600,0,0,yes\n");
  import (fixture, "membership", "date,member,event,reason\n2025-03-01,TV3,leave,voluntary\n");
  test_do ("membership-reverse", fixture->book, "7", "--reason", "nhầm", NULL);
  test_do ("verify", fixture->book, NULL);
}

/* A bundle holds the instalments, those that were replaced since too. */
static void
test_bundle (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *bundle = g_build_filename (fixture->folder, "bundle", NULL);
  g_autofree char *copy = NULL;
  g_autofree char *before = NULL;

  (void) data;
  import (fixture, "schedules",
          "member,kind,decided,document,due,amount\nTV1,pay,2025-02-05,NQ 2,2025-05-31,500\n");
  import (fixture, "schedules", "member,kind,decided,document,due,amount\nTV1,pay,2025-02-06,,,\n");
  before = test_done ("export", fixture->book, "schedules", NULL);
  test_contains (before, "TV1,pay,2025-02-05,NQ 2,2025-05-31,500\nTV1,pay,2025-02-06,,,\n");
  test_do ("export", fixture->book, "bundle", bundle, NULL);
  copy = g_build_filename (fixture->folder, "copy.sheaf", NULL);
  test_do ("new", copy, "--name", "HTX", "--year", "2025", NULL);
  test_do ("import", copy, "bundle", bundle, NULL);
  expect (test_done ("export", copy, "schedules", NULL), before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/capital/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("events-with-balances", test_events);
  ADD ("dues-and-instalments", test_dues);
  ADD ("limits-with-remedies", test_limits);
  ADD ("events-are-taken-back", test_taking_back);
  ADD ("bundle-holds-instalments", test_bundle);
  return g_test_run ();
}

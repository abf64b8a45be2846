/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members' capital from the command line: events, dues, limits, instalments, what is taken back. */
#include "helpers/cli.h"

#include <string.h>

#define EVENTS                                                                                 \
  "id,date,member,event,amount,to_member,cause,document,committed,paid,untaxed,reversed,form," \
  "voucher\n"

/* TV1 has promised 600 of 1000 and pays in two parts. */
static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "members",
               "code,name,kind,joined\nTV1,Nguyễn Mẫu,official,2025-01-01\n"
               "TV2,Trần Mẫu,official,2025-01-01\nTV3,Lê Mẫu,official,2025-01-01\n");
  test_import (fixture, "capital",
               "date,member,event,amount\n2025-01-01,TV1,commit,600\n2025-01-02,TV1,pay,100\n"
               "2025-01-01,TV2,commit,200\n2025-01-03,TV2,pay,200\n"
               "2025-01-01,TV3,commit,200\n2025-01-03,TV3,pay,200\n");
  test_import (fixture, "schedules",
               "member,kind,decided,document,due,amount\nTV1,pay,2025-01-05,NQ 1,2025-03-31,300\n"
               "TV1,pay,2025-01-05,NQ 1,2025-06-30,200\n");
}

static void
expect (char       *out,
        const char *text)
{
  g_assert_cmpstr (out, ==, text);
  g_free (out);
}

static void
test_events (TestCliFixture *fixture,
             gconstpointer   data)
{
  (void) data;
  expect (test_done ("capital", fixture->book, "--member", "TV1", "--on", "2025-12-31",
                     "--format", "csv", NULL),
          EVENTS "1,2025-01-01,TV1,commit,600,,,,600,0,0,no,,\n"
                 "2,2025-01-02,TV1,pay,100,,,,600,100,0,no,cash,PT00001\n");
}

/* People read what happened; files keep their words in every language. */
static void
test_words (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *text = test_done ("capital", fixture->book, "--member", "TV1", "--on",
                                     "2025-12-31", NULL);
  g_autofree char *due = test_done ("capital", fixture->book, "--due", "--on", "2025-12-31", NULL);
  g_autofree char *files = test_done ("capital", fixture->book, "--due", "--on", "2025-12-31",
                                      "--format", "csv", NULL);

  (void) data;
  test_contains (text, "promised");
  test_contains (text, "in cash");
  g_assert_null (strstr (text, "commit "));
  test_contains (due, "paid in");
  test_contains (files, ",pay,");
}

/* Balances and untaxed income of each line are its own member's, whoever else is in the list. */
static void
test_events_of_everyone (TestCliFixture *fixture,
                         gconstpointer   data)
{
  g_autofree char *all = NULL;
  g_autofree char *received = NULL;

  (void) data;
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
               "PK1,2025-02-01,journal,Chia,4211,338,30,,TV1\n"
               "PK2,2025-02-01,journal,Chia,4211,338,40,,TV2\n");
  test_import (fixture, "capital",
               "date,member,event,amount,to_member,cause\n2025-02-02,TV1,commit,30,,\n"
               "2025-02-02,TV1,capitalise,30,,\n2025-02-02,TV2,commit,40,,\n"
               "2025-02-02,TV2,capitalise,40,,\n2025-03-01,TV1,transfer-out,10,TV3,sale\n");
  all = test_done ("capital", fixture->book, "--on", "2025-12-31", "--format", "csv", NULL);
  test_contains (all, ",TV1,capitalise,30,,,,630,130,30,no,,");
  test_contains (all, ",TV2,capitalise,40,,,,240,240,40,no,,");
  test_contains (all, ",TV1,transfer-out,10,TV3,sale,,620,120,20,no,,");
  received = test_done ("capital", fixture->book, "--member", "TV3", "--on", "2025-12-31",
                        "--format", "csv", NULL);
  test_contains (received, ",TV1,transfer-out,10,TV3,sale,,620,120,20,no,,");
  g_assert_null (strstr (received, ",TV2,"));
}

/* What was not paid in time is lowered; nothing is left to lower then. */
static void
test_lowering (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (TestRun) early = test_run ("capital-lower", fixture->book, "TV1", "--date",
                                        "2025-07-01", NULL);
  g_autoptr (TestRun) unnamed = test_run ("capital-lower", fixture->book, "TV9", "--date",
                                          "2025-07-02", NULL);
  g_autoptr (TestRun) undated = test_run ("capital-lower", fixture->book, "TV1", NULL);
  g_autofree char *said = NULL;
  g_autofree char *help = test_done ("capital-lower", "--help", NULL);
  g_autofree char *events = NULL;

  (void) data;
  test_contains (help, "--document");
  test_run_expect (early, 1);
  test_run_expect (unnamed, 1);
  test_run_expect (undated, 2);
  said = test_done ("capital-lower", fixture->book, "TV1", "--date", "2025-07-02", "--document",
                    "NQ 07", NULL);
  g_assert_cmpstr (said, ==, "TV1: promised 100, paid in 100\n");
  events = test_done ("capital", fixture->book, "--member", "TV1", "--on", "2025-12-31",
                      "--format", "csv", NULL);
  test_contains (events, ",2025-07-02,TV1,reduce,500,,deadline,NQ 07,100,100,0,no,,\n");
}

/* TV3 leaves with 200 and owes 50: set off first, the rest in money; the bundle keeps both. */
static void
test_refunding (TestCliFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (TestRun) early = NULL;
  g_autoptr (TestRun) form = NULL;
  g_autoptr (TestRun) much = NULL;
  g_autofree char *help = test_done ("capital-refund", "--help", NULL);
  g_autofree char *events = NULL;
  g_autofree char *journal = NULL;
  g_autofree char *capital = NULL;

  (void) data;
  test_contains (help, "--amount");
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,credit_party\n"
               "PK1,2025-02-01,journal,Bán phân bón,131,5111,50,TV3,\n");
  test_import (fixture, "membership", "date,member,event,reason\n2025-03-01,TV3,leave,voluntary\n");
  form = test_run ("capital-refund", fixture->book, "TV3", "--date", "2025-03-02", "--amount",
                   "200", "--form", "gold", NULL);
  test_run_expect (form, 2);
  early = test_run ("capital-refund", fixture->book, "TV3", "--date", "2025-03-02", NULL);
  test_run_expect (early, 2);
  much = test_run ("capital-refund", fixture->book, "TV3", "--date", "2025-03-02", "--amount",
                   "201", NULL);
  test_run_expect (much, 1);
  expect (test_done ("capital-refund", fixture->book, "TV3", "--date", "2025-03-02", "--amount",
                     "200", "--form", "owed", "--document", "NQ 9", "--format", "csv", NULL),
          "form,amount,tax\n131,50,0\n338,150,0\n");
  events = test_done ("capital", fixture->book, "--member", "TV3", "--on", "2025-12-31",
                      "--format", "csv", NULL);
  test_contains (events, ",2025-03-02,TV3,refund,50,,leaving,NQ 9,0,0,0,no,131,PK");
  test_contains (events, ",2025-03-02,TV3,refund,150,,leaving,NQ 9,0,0,0,no,338,PK");
  journal = test_done ("journal", fixture->book, "--account", "4111", "--party", "TV3", "--format",
                       "csv", NULL);
  test_contains (journal, ",4111,131,50,TV3,TV3,");
  test_contains (journal, ",4111,338,150,TV3,TV3,");
  capital = test_done ("export", fixture->book, "capital", NULL);
  test_contains (capital, "2025-03-02,TV3,refund,50,,131,,leaving,NQ 9,");
  test_do ("verify", fixture->book, NULL);
}

/* What the general meeting adds to the capital of all is no member's: the guide has the entry. */
static void
test_collective_increase (TestCliFixture *fixture,
                          gconstpointer   data)
{
  g_autofree char *before = test_done ("export", fixture->book, "capital", NULL);
  g_autofree char *balance = NULL;
  g_autoptr (TestRun) nobody = NULL;
  g_autofree char *path = test_file (fixture->folder, "c.csv",
                                     "date,member,event,amount\n2025-04-01,,capitalise,70\n", -1);

  (void) data;
  nobody = test_run ("import", fixture->book, "capital", path, NULL);
  test_run_expect (nobody, 1);
  test_do ("guide", fixture->book, "--case", "411/3.2", "--amount", "amount=70", "--date",
           "2025-04-01", "--description", "Bổ sung vốn theo NQ 05", "--post", NULL);
  balance = test_done ("balance", fixture->book, "--from", "2025-01-01", "--to", "2025-12-31",
                       "--format", "csv", NULL);
  test_contains (balance, "\n4118,");
  expect (test_done ("export", fixture->book, "capital", NULL), before);
  test_do ("verify", fixture->book, NULL);
}

static void
test_setting_instalments (TestCliFixture *fixture,
                          gconstpointer   data)
{
  static const char head[] = "member,kind,decided,document,due,amount\n";
  g_autoptr (TestRun) nobody = test_run ("capital", fixture->book, "--schedule-set",
                                         "2025-06-30=1", "--decided", "2025-02-01", NULL);
  g_autoptr (TestRun) undated = test_run ("capital", fixture->book, "--member", "TV1",
                                          "--schedule-set", "2025-06-30=1", NULL);
  g_autoptr (TestRun) words = test_run ("capital", fixture->book, "--member", "TV1",
                                        "--schedule-set", "June=1", "--decided", "2025-02-01",
                                        NULL);
  g_autoptr (TestRun) kind = test_run ("capital", fixture->book, "--member", "TV1",
                                       "--schedule-set", "2025-06-30=1", "--decided",
                                       "2025-02-01", "--kind", "give", NULL);
  g_autoptr (TestRun) lists = test_run ("capital", fixture->book, "--member", "TV1", "--due",
                                        "--schedule-set", "2025-06-30=501", "--decided",
                                        "2025-02-01", NULL);
  g_autofree char *set = NULL;
  g_autofree char *refund = NULL;

  (void) data;
  test_run_expect (nobody, 2);
  test_run_expect (undated, 2);
  test_run_expect (words, 2);
  test_contains (words->err, "DAY=AMOUNT");
  test_run_expect (kind, 2);
  test_run_expect (lists, 1); /* more than is promised and not paid in */
  set = test_done ("capital", fixture->book, "--member", "TV1", "--schedule-set",
                   "2025-04-30=100,2025-06-30=400", "--decided", "2025-02-01", "--document",
                   "NQ 2", "--on", "2025-12-31", "--format", "csv", NULL);
  test_contains (set, head);
  test_contains (set, "TV1,pay,2025-02-01,NQ 2,2025-04-30,100\n"
                      "TV1,pay,2025-02-01,NQ 2,2025-06-30,400\n");
  g_assert_null (strstr (set, "NQ 1"));
  refund = test_done ("capital", fixture->book, "--member", "TV2", "--schedule-set",
                      "2025-09-30=150", "--kind", "refund", "--decided", "2025-02-01", "--on",
                      "2025-12-31", "--format", "csv", NULL);
  test_contains (refund, "TV2,refund,2025-02-01,,2025-09-30,150\n");
  expect (test_done ("capital", fixture->book, "--member", "TV1", "--schedule-set", "none",
                     "--decided", "2025-02-02", "--on", "2025-12-31", "--format", "csv", NULL),
          head);
}

/* The numbers of events stand on the member's card; what was corrected is kept. */
static void
test_member_facts (TestCliFixture *fixture,
                   gconstpointer   data)
{
  g_autoptr (TestRun) stray = test_run ("member-change", fixture->book, "TV1", "--set", "age=30",
                                        NULL);
  g_autoptr (TestRun) bare = test_run ("member-change", fixture->book, "TV1", "--set", "phone",
                                       NULL);
  g_autoptr (TestRun) unnamed = test_run ("member-change", fixture->book, "TV9", "--set",
                                          "phone=1", NULL);
  g_autoptr (TestRun) nothing = test_run ("member-change", fixture->book, "TV1", NULL);
  g_autoptr (TestRun) wrong = test_run ("member-change", fixture->book, "TV1", "--set",
                                        "birth=30/2/1980", NULL);
  g_autofree char *help = test_done ("member-change", "--help", NULL);
  g_autofree char *card = NULL;

  (void) data;
  test_contains (help, "FIELD=VALUE");
  test_run_expect (stray, 1);
  test_contains (stray->err, "representative_id");
  test_run_expect (bare, 2);
  test_run_expect (unnamed, 1);
  test_run_expect (nothing, 2);
  test_run_expect (wrong, 1);
  test_do ("member-change", fixture->book, "TV1", "--set", "phone=0912345678", "--set",
           "birth=1980-02-29", "--set", "team=Tổ 2", "--reason", "Theo căn cước", NULL);
  test_import (fixture, "membership", "date,member,event,reason\n2025-03-01,TV1,leave,voluntary\n");
  card = test_done ("member", fixture->book, "TV1", "--on", "2025-12-31", "--format", "csv", NULL);
  test_contains (card, "birth,1980-02-29\n");
  test_contains (card, "phone,0912345678\n");
  test_contains (card, "team,Tổ 2\n");
  test_contains (card, "event,7 2025-03-01 leave voluntary\n");
  test_do ("membership-reverse", fixture->book, "7", "--reason", "nhầm", NULL);
  g_free (card);
  card = test_done ("member", fixture->book, "TV1", "--on", "2025-12-31", "--format", "csv", NULL);
  test_contains (card, "event-taken-back,7 2025-03-01 leave voluntary\n");
  test_do ("member-change", fixture->book, "TV1", "--set", "phone=", NULL);
  g_free (card);
  card = test_done ("member", fixture->book, "TV1", "--on", "2025-12-31", "--format", "csv", NULL);
  test_contains (card, "phone,\n");
}

static void
test_dues (TestCliFixture *fixture,
           gconstpointer   data)
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
test_limits (TestCliFixture *fixture,
             gconstpointer   data)
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
test_taking_back (TestCliFixture *fixture,
                  gconstpointer   data)
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
  test_contains (events, "2,2025-01-02,TV1,pay,100,,,,600,0,0,yes,cash,PT00001\n");
  test_import (fixture, "membership", "date,member,event,reason\n2025-03-01,TV3,leave,voluntary\n");
  test_do ("membership-reverse", fixture->book, "7", "--reason", "nhầm", NULL);
  test_do ("verify", fixture->book, NULL);
}

/* A bundle holds the instalments, those that were replaced since too. */
static void
test_bundle (TestCliFixture *fixture,
             gconstpointer   data)
{
  g_autofree char *bundle = g_build_filename (fixture->folder, "bundle", NULL);
  g_autofree char *copy = NULL;
  g_autofree char *before = NULL;

  (void) data;
  test_import (fixture, "schedules",
               "member,kind,decided,document,due,amount\nTV1,pay,2025-02-05,NQ 2,2025-05-31,500\n");
  test_import (fixture, "schedules",
               "member,kind,decided,document,due,amount\nTV1,pay,2025-02-06,,,\n");
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
#define ADD(name, test) \
  g_test_add ("/capital/" name, TestCliFixture, NULL, set_up, test, test_cli_tear_down)
  ADD ("events-with-balances", test_events);
  ADD ("people-read-titles-files-keep-words", test_words);
  ADD ("events-of-everyone-keep-their-own-balances", test_events_of_everyone);
  ADD ("what-is-not-paid-in-time-is-lowered", test_lowering);
  ADD ("own-debts-are-set-off-first", test_refunding);
  ADD ("collective-increase-is-no-members", test_collective_increase);
  ADD ("instalments-are-agreed-and-taken-back", test_setting_instalments);
  ADD ("facts-are-corrected-and-events-have-numbers", test_member_facts);
  ADD ("dues-and-instalments", test_dues);
  ADD ("limits-with-remedies", test_limits);
  ADD ("events-are-taken-back", test_taking_back);
  ADD ("bundle-holds-instalments", test_bundle);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list on which members sign for their share: the table says what the paper says. */
#include "helpers/cli.h"

#include "base/money.h"

#include <string.h>

#define FIRST_AMOUNT 10 /* "internal_use" */
#define LAST_AMOUNT 23  /* "net" */
#define FIRST_WEIGHT 4  /* "capital"; each with the part of all behind it */
#define LAST_WEIGHT 8   /* "labour" */

static const char *const plan_2026 = "[plan]\nlaw=vn-2023\nrounding-unit=1000\n"
                                     "[common-fund]\ninternal-rate=0.05\nexternal-rate=0.10\n"
                                     "[internal]\nlabour=0.6\ncapital=0.4\n[external]\ncapital=1\n";

/* Some are paid in cash, the rest through the bank, less what they owe. */
static void
pay (const TestCliFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "lists", NULL);

  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount\n"
               "PT26-900,2026-04-20,receipt,Rút tiền gửi,1111,1121,100000000\n");
  test_do ("payout", fixture->book, "--year", "2025", "--method", "cash", "--date", "2026-04-27",
           "--only", "TV001,TV002", "-o", folder, NULL);
  test_do ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date", "2026-04-28",
           "--net-debts", "-o", folder, NULL);
}

static char *
table (const TestCliFixture *fixture,
       const char           *format)
{
  return test_done ("payout-list", fixture->book, "--year", "2025", "--format", format, NULL);
}

/* What the lines of a column add up to; the total of the table must say the same. */
static gint64
sum_column (char **rows,
            guint  column)
{
  gint64 sum = 0, total = -1;

  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

      if (g_str_has_suffix (rows[i], ",line"))
        sum += g_ascii_strtoll (cells[column], NULL, 10);
      else
        total = g_ascii_strtoll (cells[column], NULL, 10);
    }
  g_assert_cmpint (sum, ==, total);
  return sum;
}

/* The words of the paper's last row, one blank between them. Free with g_free. */
static char *
paper_total (const TestCliFixture *fixture)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "papers", NULL);
  g_autofree char *path = g_build_filename (folder, "payout-list-2025.pdf", NULL);
  g_autofree char *text = NULL;
  g_autofree char *row = NULL;
  g_auto (GStrv) words = NULL;
  GString    *found = g_string_new (NULL);
  const char *line;

  test_do ("documents", fixture->book, "--year", "2025", "--only", "payout-list", "-o", folder,
           NULL);
  text = test_paper_text (path);
  if (text == NULL)
    return g_string_free (found, TRUE);
  line = strstr (text, " Cộng ");
  g_assert_nonnull (line);
  row = g_strndup (line, strcspn (line, "\n"));
  words = g_strsplit (row, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", words[i]);
  return g_string_free (found, FALSE);
}

/* Every column that adds up, in the order of the paper, which leaves out those without a figure. */
static void
test_sums (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *csv = NULL, *paper = NULL;
  g_autoptr (GString) expected = g_string_new ("Cộng");
  g_auto (GStrv) rows = NULL;

  (void) data;
  pay (fixture);
  csv = table (fixture, "csv");
  rows = g_strsplit (csv, "\n", -1);
  for (guint column = FIRST_WEIGHT; column <= LAST_WEIGHT; column += 2)
    {
      g_autofree char *text = sheaf_money_format (SHEAF_MONEY (sum_column (rows, column)), "vi");

      g_string_append_printf (expected, " %s 100,00 %%", text);
    }
  for (guint column = FIRST_AMOUNT; column <= LAST_AMOUNT; column++)
    {
      SheafMoney       sum = SHEAF_MONEY (sum_column (rows, column));
      g_autofree char *text = sheaf_money_format (sum, "vi");

      if (sum.units != 0)
        g_string_append_printf (expected, " %s", text);
    }
  paper = paper_total (fixture);
  if (paper == NULL)
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  g_assert_cmpstr (paper, ==, expected->str);
}

/* The same amounts as the list of payments has for TV013; a debt of TV013 was set off. */
static void
test_formats (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *csv = NULL, *json = NULL, *text = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "list.pdf", NULL);

  (void) data;
  pay (fixture);
  csv = table (fixture, "csv");
  g_assert_true (g_str_has_prefix (
      csv, "no,member,name,kind,capital,capital_part,use,use_part,labour,labour_part,"
           "internal_use,internal_labour,internal_capital,internal_equal,external_use,"
           "external_labour,external_capital,external_equal,share,kept_capital,notice,tax,set_off,"
           "net,form,row\n1,TV001,Nguyễn Văn Mẫu,Chính thức,"));
  test_contains (csv, ",12567000,0,0,332200,5556600,6678200,CK,line\n");
  test_contains (csv, ",TM,line\n");
  json = table (fixture, "json");
  test_contains (json, "\"tax\" : 332200, \"set_off\" : 5556600, \"net\" : 6678200");
  text = test_done ("payout-list", fixture->book, "--year", "2025", NULL);
  test_contains (text, "By resolution");
  test_contains (text, "Set off");
  test_do ("payout-list", fixture->book, "--year", "2025", "--format", "pdf", "-o", path, NULL);
  test_paper_expect_clear (path);
}

/* A plan of a year that is not approved says so; one with nothing to share has no list. */
static void
test_draft (TestCliFixture *fixture,
            gconstpointer   data)
{
  g_autofree char *plan = test_file (fixture->folder, "plan.ini", plan_2026, -1);
  g_autofree char *draft = NULL;
  g_autoptr (TestRun) none = test_run ("payout-list", fixture->book, "--year", "2026", NULL);
  g_autoptr (TestRun) nobody = NULL;
  g_autoptr (TestRun) without = test_run ("payout-list", fixture->book, NULL);

  (void) data;
  test_run_expect (without, 2);
  test_run_expect (none, 1);
  test_contains (none->err, "2026");
  test_do ("plan", fixture->book, "--year", "2026", "--file", plan, "--today", "2027-04-01", NULL);
  nobody = test_run ("payout-list", fixture->book, "--year", "2026", "--today", "2027-04-01", NULL);
  test_run_expect (nobody, 1);
  test_contains (nobody->err, "no profit of the year is left to share");
  test_import (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount\n"
               "BC26-900,2026-06-20,bank-in,Bán hàng,1121,5111,200000000\n");
  test_do ("close", fixture->book, "--year", "2026", "--today", "2027-04-01", NULL);
  draft = test_done ("payout-list", fixture->book, "--year", "2026", "--today", "2027-04-01", NULL);
  test_contains (draft, "Draft: the general meeting has not approved");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/payout-list/sums-are-those-of-the-paper", TestCliFixture, NULL,
              test_cli_set_up_shares, test_sums, test_cli_tear_down);
  g_test_add ("/payout-list/in-every-format", TestCliFixture, NULL, test_cli_set_up_shares,
              test_formats, test_cli_tear_down);
  g_test_add ("/payout-list/a-plan-without-resolution-is-a-draft", TestCliFixture, NULL,
              test_cli_set_up_shares, test_draft, test_cli_tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The member's card from the command line in each of its forms. */
#include "helpers/cli.h"
#include "helpers/workbook.h"

#include <string.h>

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  test_cli_set_up (fixture, data);
  test_import (fixture, "members",
               "code,name,kind,joined,id_number,birth,represents,bank_bin,bank_account\n"
               "TV1,Nguyễn Mẫu,official,2025-01-01,001090000001,1970-02-03,,970405,0123\n"
               "TV2,Trần Mẫu,official,2025-01-01,,,household,,\n");
  test_import (fixture, "capital",
               "date,member,event,amount\n2025-02-01,TV1,commit,300\n2025-02-01,TV1,pay,200\n");
}

/* What the command writes into a file of the format. */
static GBytes *
write_card (const TestCliFixture *fixture,
            const char           *format)
{
  g_autofree char *path = g_build_filename (fixture->folder, "card", NULL);
  char            *bytes = NULL;
  gsize            length = 0;
  g_autoptr (GError) error = NULL;

  test_do ("card", fixture->book, "TV1", "--on", "2025-06-30", "--format", format, "-o", path,
           NULL);
  (void) g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

static void
test_text (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autofree char *card = test_done ("card", fixture->book, "TV1", "--on", "2025-06-30", NULL);
  g_autofree char *before = test_done ("card", fixture->book, "TV1", "--on", "2025-01-31", NULL);

  (void) data;
  test_contains (card, "Nguyễn Mẫu");
  test_contains (card, "Official member");
  test_contains (card, "0123 – ");
  g_assert_null (strstr (card, "970405")); /* the bank has a name */
  test_contains (card, "Capital still to be paid");
  g_assert_null (strstr (before, "Capital still to be paid")); /* nothing was promised then */
}

static void
test_csv (TestCliFixture *fixture,
          gconstpointer   data)
{
  g_autofree char *card = test_done ("card", fixture->book, "TV1", "--on", "2025-06-30",
                                     "--format", "csv", NULL);

  (void) data;
  test_contains (card, "section,year,deliveries,supplies,pay,share,paid,paid_in,row\n"
                       "years,2025,0,0,0,0,0,200,line\n");
  test_contains (card, "capital,2025-02-01,Góp vốn,");
  test_contains (card, ",200,300,200,line\n");
}

/* Texts are quoted, amounts are plain numbers, days as in files. */
static void
test_json (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (GBytes) bytes = write_card (fixture, "json");
  gsize            length;
  const char      *start = g_bytes_get_data (bytes, &length);
  g_autofree char *card = g_strndup (start, length);

  (void) data;
  g_assert_cmpint (card[0], ==, '[');
  test_contains (card, "\"section\" : \"years\", \"year\" : \"2025\"");
  test_contains (card, "\"paid_in\" : 200, \"row\" : \"line\"");
  test_contains (card, "\"section\" : \"capital\", \"date\" : \"2025-02-01\"");
}

static void
test_xlsx (TestCliFixture *fixture,
           gconstpointer   data)
{
  g_autoptr (GBytes) bytes = write_card (fixture, "xlsx");
  gsize       length;
  const char *start = g_bytes_get_data (bytes, &length);
  g_autoptr (TestWorkbook) book = test_workbook_read (start, length);

  (void) data;
  g_assert_true (test_workbook_has (book, 0, "Nguyễn Mẫu"));
  g_assert_true (test_workbook_has (book, 0, "Thành viên chính thức"));
  g_assert_cmpuint (test_workbook_check (book), >, 0); /* formulas give what the cells hold */
}

static void
test_pdf (TestCliFixture *fixture,
          gconstpointer   data)
{
  g_autoptr (GBytes) bytes = write_card (fixture, "pdf");

  (void) data;
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  g_assert_cmpint (memcmp (g_bytes_get_data (bytes, NULL), "%PDF", 4), ==, 0);
}

/* A member of whom nothing but the membership is known. */
static void
test_nothing (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *card = test_done ("card", fixture->book, "TV2", "--on", "2025-06-30",
                                     "--format", "csv", NULL);

  (void) data;
  test_contains (card, "facts,Đại diện cho,hộ gia đình,line\n");
  test_contains (card, "years,2025,0,0,0,0,0,0,line\n");
  g_assert_null (strstr (card, "\ncapital,"));
}

static void
test_refusals (TestCliFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (TestRun) nobody = test_run ("card", fixture->book, "TV9", NULL);
  g_autoptr (TestRun) nothing = test_run ("card", fixture->book, NULL);
  g_autoptr (TestRun) day = test_run ("card", fixture->book, "TV1", "--on", "30/6/2025", NULL);

  (void) data;
  test_run_expect (nobody, 1);
  test_contains (nobody->err, "TV9");
  test_run_expect (nothing, 2);
  test_run_expect (day, 2);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (TestCliFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/cli/card/text", test_text },
    { "/cli/card/csv", test_csv },
    { "/cli/card/json", test_json },
    { "/cli/card/xlsx", test_xlsx },
    { "/cli/card/pdf", test_pdf },
    { "/cli/card/a-member-with-nothing", test_nothing },
    { "/cli/card/refusals", test_refusals },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, TestCliFixture, NULL, set_up, tests[i].test, test_cli_tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The books of account of a worked year, line by line: tests/cli/books holds what is entered and
 * what each book then says, for an accountant to read. Then why books are not offered, and what is
 * refused. */
#include "helpers/cli.h"

#include <string.h>

static const char *const kinds[] = { "parties", "members", "items", "products", "opening",
                                     "rates", "capital", "supplies", "vouchers", NULL };

/* All that the worked year has a subject for. */
static const char *const offered[] = {
  "S03a", "S03a1", "S03a2", "S03a3", "S03a4", "S03b", "S04a", "S04b", "S05", "S06", "S07", "S08",
  "S09", "S10", "S11", "S12", "S13", "S14", "S15", "S16", "S17", "S18", "S19", "S21", "S22",
  "S23", "S24", "S25", "S26", "S27", "S28", "S29", "S30", "S31", "S32", "S33"
};

static void
set_up (TestCliFixture *fixture,
        gconstpointer   data)
{
  (void) data;
  fixture->folder = test_folder_new ();
  fixture->book = g_build_filename (fixture->folder, "book.sheaf", NULL);
  test_do ("new", fixture->book, "--name", "HTX Chè Mẫu", "--year", "2025", NULL);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s.csv", kinds[i]);
      g_autofree char *file = g_test_build_filename (G_TEST_DIST, "cli", "books", name, NULL);

      test_do ("import", fixture->book, kinds[i], file, NULL);
    }
  test_do ("merge", fixture->book, "KH3", "--into", "KH2", "--reason", "Ghi hai lần", NULL);
}

static void
test_each_line (TestCliFixture *fixture,
                gconstpointer   data)
{
  (void) data;
  for (gsize i = 0; i < G_N_ELEMENTS (offered); i++)
    {
      g_autofree char *code = g_strdup_printf ("%s-HTX", offered[i]);
      g_autofree char *name = g_strdup_printf ("%s.csv", code);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cli", "books", name, NULL);
      g_autofree char *told = NULL;
      g_autofree char *found =
          test_done ("book", fixture->book, code, "--year", "2025", "--format", "csv", NULL);

      g_test_message ("%s", code);
      g_assert_true (g_file_get_contents (path, &told, NULL, NULL));
      g_assert_cmpstr (found, ==, told);
    }
}

/* The last line of a book that has part in it. */
static char *
line_with (const char *text,
           const char *part)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = g_strv_length (lines); i-- > 0;)
    if (strstr (lines[i], part) != NULL)
      return g_strdup (lines[i]);
  return g_strdup ("");
}

static void
expect_line (char       *text,
             const char *part,
             const char *line)
{
  g_autofree char *owned = text;
  g_autofree char *found = line_with (owned, part);

  g_assert_cmpstr (found, ==, line);
}

#define BOOK(...) test_done ("book", fixture->book, __VA_ARGS__, "--format", "csv", NULL)

/* Days and codes narrow a book; sums before the days come in as opening, quarter and year go on. */
static void
test_narrowed (TestCliFixture *fixture,
               gconstpointer   data)
{
  char *out;

  (void) data;
  expect_line (BOOK ("S12-HTX", "--party", "KH1", "--from", "2025-02-15", "--to", "2025-02-28"),
               "opening", "131 KH1,,,,- Số dư đầu kỳ,,,,,12000000,,opening");
  out = BOOK ("S12-HTX", "--party", "KH1", "--account", "131", "--year", "2025");
  g_assert_null (strstr (out, "KH2"));
  g_free (out);
  /* the one who was merged is asked for by the old code */
  expect_line (BOOK ("S12-HTX", "--party", "KH3", "--year", "2025"), "closing",
               "131 KH2,,,,- Số dư cuối kỳ,,,,,1000000,,closing");
  /* nothing stood and nothing moved: asked for by name there is a sheet all the same */
  expect_line (BOOK ("S12-HTX", "--party", "NH", "--account", "131", "--year", "2025"), "closing",
               "131 NH,,,,- Số dư cuối kỳ,,,,,0,,closing");
  expect_line (BOOK ("S03b-HTX", "--account", "1121", "--from", "2025-06-01", "--to", "2025-06-30"),
               "quý", "1121,,,,- Cộng lũy kế từ đầu quý,,,,10000000,530000,subtotal");
  expect_line (BOOK ("S03b-HTX", "--account", "1121", "--from", "2025-06-01", "--to", "2025-06-30"),
               "đầu năm", "1121,,,,- Cộng lũy kế từ đầu năm,,,,40000000,6530000,subtotal");
  /* the journal's numbers go on through the year */
  expect_line (BOOK ("S03a-HTX", "--from", "2025-12-31", "--to", "2025-12-31"), "658",
               "2025-12-31,PK15,2025-12-31,Thanh lý máy sao chè,x,101,658,54500000,,line");
  /* a group is one sheet of the ledger, a sheet each of the detailed book */
  expect_line (BOOK ("S03b-HTX", "--account", "112", "--year", "2025"), "closing",
               "112,,,,- Số dư cuối tháng,,,,98370000,,closing");
  expect_line (BOOK ("S19-HTX", "--account", "411", "--year", "2025"), "4111 TV2,,,,- Số dư cuối",
               "4111 TV2,,,,- Số dư cuối kỳ,,,,,17000000,closing");
  expect_line (BOOK ("S19-HTX", "--account", "642", "--year", "2025"), "closing",
               "642,,,,- Số dư cuối kỳ,,,,2300000,,closing");
  expect_line (BOOK ("S13-HTX", "--currency", "usd", "--year", "2025"), "closing",
               "131 XUAT USD,,,,- Số dư cuối kỳ,,,,,,,,400.00,10000000,,,closing");
  expect_line (BOOK ("S06-HTX", "--product", "PHAN", "--year", "2025"), "total",
               "156 PHAN,,,Cộng trong kỳ,,,500,5000000,50,500000,450,4500000,,total");
  expect_line (BOOK ("S15-HTX", "--item", "KU1", "--from", "2025-10-01", "--to", "2025-10-31"),
               "opening", "341 NH KU1,,,,- Số dư đầu kỳ,,,,20000000,opening");
  expect_line (BOOK ("S31-HTX", "--party", "TV1", "--to", "2025-06-30"), "closing",
               "TV1,,,,Số vốn góp hiện có,,40000000,,,,closing");
  expect_line (BOOK ("s32-htx"), "closing", "418,,,,Số dư cuối kỳ,,,,8800000,,closing");
}

/* The next year begins with what the year before ended with. */
static void
test_next_year (TestCliFixture *fixture,
                gconstpointer   data)
{
  (void) data;
  expect_line (BOOK ("S04b-HTX", "--year", "2026"), "opening",
               "1111,,,,,- Số tồn đầu kỳ,,,,6050000,,opening");
  expect_line (BOOK ("S07-HTX", "--year", "2026"), "Phân bón",
               "156,2,Phân bón,4500000,0,0,4500000,line");
  expect_line (
      BOOK ("S27-HTX", "--year", "2026"), "HSV-01",
      "2025-03-31,Nguyễn Thị An,HSV-01,2025-09-30,4000000,0,0,0,4000000,4000000,60000,457,,"
      "line");
  /* what was sold last year is on the register no more */
  expect_line (BOOK ("S09-HTX", "--year", "2026"), ",line",
               "2111,1,,,Nhà kho,,06/2020,NHA1,40000000,0.05,0,,,,,line");
  /* nothing at all: the form without rows */
  expect_line (BOOK ("S03a4-HTX", "--year", "2026"), "line", "");
}

static void
test_formats (TestCliFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *text =
      test_done ("book", fixture->book, "S15-HTX", "--year", "2025", "--lang", "vi", NULL);
  g_autofree char *json =
      test_done ("book", fixture->book, "S15-HTX", "--year", "2025", "--format", "json", NULL);
  g_autofree char *french =
      test_done ("book", fixture->book, "S15-HTX", "--year", "2025", "--lang", "fr", NULL);
  g_autofree char *pdf = g_build_filename (fixture->folder, "S15.pdf", NULL);

  (void) data;
  test_contains (text, "SỔ CHI TIẾT TIỀN VAY");
  test_contains (text, "Khế ước vay: Khế ước vay vốn lưu động Số KU-01/2025 ngày 31/03/2025 (Tỷ lệ "
                       "lãi vay 7%)");
  test_contains (json, "\"341 NH KU1\"");
  test_contains (french, "LIVRE DÉTAILLÉ DES EMPRUNTS");
  test_do ("book", fixture->book, "S15-HTX", "--year", "2025", "--format", "pdf", "-o", pdf, NULL);
  g_assert_true (g_file_test (pdf, G_FILE_TEST_IS_REGULAR));
}

#define REFUSED(part, ...)                                  \
  G_STMT_START                                              \
  {                                                         \
    g_autoptr (TestRun) run = test_run (__VA_ARGS__, NULL); \
                                                            \
    test_run_expect (run, 1);                               \
    g_assert_cmpstr (run->out, ==, "");                     \
    test_contains (run->err, part);                         \
  }                                                         \
  G_STMT_END

static void
test_refused (TestCliFixture *fixture,
              gconstpointer   data)
{
  (void) data;
  REFUSED ("no book of account “S99-HTX”", "book", fixture->book, "S99-HTX");
  REFUSED ("no book of account “B01-HTX”", "book", fixture->book, "B01-HTX");
  REFUSED ("first day before the last", "book", fixture->book, "S03a-HTX", "--year",
           "2024", "--from", "2025-02-02");
  REFUSED ("no account “999”", "book", fixture->book, "S03b-HTX", "--account", "999");
  REFUSED ("does not cover account 111: ask for one of 131, 331", "book", fixture->book, "S12-HTX",
           "--account", "111");
  REFUSED ("no party or member “AI”", "book", fixture->book, "S12-HTX", "--party", "AI");
  REFUSED ("no item “GI”", "book", fixture->book, "S15-HTX", "--item", "GI");
  REFUSED ("general journal: take S03a-HTX", "book", fixture->book, "S01-HTX");
  REFUSED ("direct method", "book", fixture->book, "S20-HTX");
}

/* A book with nothing in it: each reason, with what would help. */
static void
test_withheld (TestCliFixture *fixture,
               gconstpointer   data)
{
  static const struct
  {
    const char *code;
    const char *reason;
  } reasons[] = {
    { "S02a-HTX,", "Chứng từ ghi sổ" },
    { "S04a-HTX,", "nothing was ever posted to account 111" },
    { "S06-HTX,", "says how much of which product" },
    { "S11-HTX,", "item of kind asset" },
    { "S13-HTX,", "accounts 131, 331 is in foreign money" },
    { "S20-HTX,", "nothing was ever posted to account 3331" },
    { "S21-HTX,", "item of kind tax" },
    { "S23-HTX,", "no service to a member" },
    { "S24-HTX,", "nothing was ever posted to account 132" },
    { "S33-HTX,", "nothing was ever posted to account 411" },
  };
  g_autofree char *empty = g_build_filename (fixture->folder, "empty.sheaf", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.sheaf", NULL);
  g_autofree char *books = NULL;
  g_autofree char *intl = NULL;

  (void) data;
  test_do ("new", empty, "--name", "HTX", "--year", "2025", NULL);
  books = test_done ("books", empty, "--format", "csv", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autofree char *line = line_with (books, reasons[i].code);

      test_contains (line, ",no,");
      test_contains (line, reasons[i].reason);
    }
  expect_line (g_strdup (books), "S03a-HTX,", "S03a-HTX,SỔ NHẬT KÝ CHUNG,yes,");
  expect_line (BOOK ("S03a-HTX"), "total", ",,,Cộng,,,,290240000,290240000,total");
  test_do ("new", other, "--name", "Coop", "--year", "2025", "--chart", "intl", NULL);
  intl = test_done ("books", other, "--format", "csv", NULL);
  expect_line (g_steal_pointer (&intl), "S03a-HTX,",
               "S03a-HTX,SỔ NHẬT KÝ CHUNG,no,the chart intl has no book S03a-HTX: it belongs to "
               "another regulation");
}

/* Tax by the direct method: owed before, due, paid, owed after. */
static void
test_direct_tax (TestCliFixture *fixture,
                 gconstpointer   data)
{
  g_autofree char *book = g_build_filename (fixture->folder, "direct.sheaf", NULL);
  g_autofree char *file = test_file (
      fixture->folder, "direct.csv",
      "number,date,kind,description,debit,credit,amount\n"
      "PT1,2025-01-05,receipt,Bán hàng,1111,5111,1000000\n"
      "PK1,2025-01-31,journal,Thuế GTGT trực tiếp tháng 1,5111,3331,10000\n"
      "PC1,2025-02-20,payment,Nộp thuế GTGT,3331,1111,6000\n",
      -1);

  (void) data;
  test_do ("new", book, "--name", "HTX", "--year", "2025", NULL);
  test_do ("import", book, "vouchers", file, NULL);
  expect_line (test_done ("book", book, "S20-HTX", "--format", "csv", NULL), "PK1",
               "PK1,2025-01-31,Thuế GTGT trực tiếp tháng 1,,10000,line");
  expect_line (test_done ("book", book, "S20-HTX", "--format", "csv", NULL), "closing",
               ",,Số dư cuối kỳ,,4000,closing");
  /* what revenue owes in tax is taken off it in the book of sales */
  expect_line (test_done ("book", book, "S16-HTX", "--format", "csv", NULL), "thuần",
               "511,,,,- Doanh thu thuần,,,,990000,,,subtotal");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) \
  g_test_add ("/books/" name, TestCliFixture, NULL, set_up, func, test_cli_tear_down)
  ADD ("each-says-what-the-accountant-worked-out", test_each_line);
  ADD ("days-and-codes-narrow-them", test_narrowed);
  ADD ("the-next-year-begins-where-the-last-ended", test_next_year);
  ADD ("all-formats-and-languages", test_formats);
  ADD ("what-cannot-be-asked-is-refused", test_refused);
  ADD ("a-book-without-subject-says-why", test_withheld);
  ADD ("tax-by-the-direct-method", test_direct_tax);
  return g_test_run ();
}

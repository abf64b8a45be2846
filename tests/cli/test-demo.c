/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The demo leaves a whole year's books and papers, and never takes away what is not its own. */
#include "helpers/cli.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  char *demo;
  char *book;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->folder = test_folder_new ();
  fixture->demo = g_build_filename (fixture->folder, "demo", NULL);
  fixture->book = g_build_filename (fixture->demo, "demo.sheaf", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->demo);
  g_free (fixture->book);
}

/* The names in a folder, sorted, with blanks between. */
static char *
list_folder (const char *folder)
{
  g_autofree char *state = test_folder_state (folder);
  g_auto (GStrv) lines = g_strsplit (state, "\n", -1);
  GString *names = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (names, "%s%.*s", i > 0 ? " " : "", (int) strcspn (lines[i], " "),
                            lines[i]);
  return g_string_free (names, FALSE);
}

static void
test_whole_year (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *out = test_done ("demo", fixture->demo, NULL);
  g_autofree char *papers = NULL;
  g_autofree char *files = NULL;
  g_autofree char *paper_files = NULL;

  (void) data;
  test_do ("verify", fixture->book, NULL);
  papers = g_build_filename (fixture->demo, "papers", NULL);
  files = list_folder (fixture->demo);
  paper_files = list_folder (papers);
  test_contains (out, "refused-import.csv:4: debit_party: ");
  test_contains (out, "the year 2025 is closed");
  test_contains (out, "\nTo be shared ");
  test_contains (out, "\nFund: Quỹ đầu tư phát triển ");
  test_contains (out, "B01-HTX-2025.pdf");
  g_assert_cmpstr (files, ==, "demo.sheaf");
  test_contains (paper_files, "B02-HTX-2025.pdf");
  test_contains (paper_files, "payout-list-2025.pdf");
}

/* Figures that were worked out on paper from the sample's own facts. */
static const struct
{
  const char *code;
  const char *part;
} WORKED[] = {
  /* the kiln: 520,000,000 over 8 years; used 18 months before 2025: 97,500,000, then a year */
  { "S11-HTX", "2111 TS-LOSAY,,,,,2025,65000000,162500000,line\n" },
  /* the packing machine: 92,000,000 over 8 years, from July on */
  { "S11-HTX", "2111 TS-DONGGOI,,,,,2025,5750000,5750000,line\n" },
  /* the loan of 2023: 400,000,000 less four times 25,000,000 */
  { "S15-HTX", "Số dư cuối kỳ,,,,300000000,closing\n" },
  /* the development fund: 124,700,000 and a tenth of the 221,460,000 earned in 2024 */
  { "S32-HTX", "418,,,,Số dư cuối kỳ,,,,146846000,,closing\n" },
  /* 1,290,000,000 and 80,000,000 paid in less 30,000,000 paid back; 35,000,000 and 4 × 300,000 */
  { "S33-HTX", "411,,,,Số dư cuối kỳ,,,,,,1340000000,36200000,closing\n" },
};

static void
test_books_as_worked_by_hand (Fixture      *fixture,
                              gconstpointer data)
{
  (void) data;
  test_do ("demo", fixture->demo, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (WORKED); i++)
    {
      g_autofree char *book = test_done ("book", fixture->book, WORKED[i].code, "--year", "2025",
                                         "--lang", "vi", "--format", "csv", NULL);

      test_contains (book, WORKED[i].part);
    }
}

/* What the resolution shares is what members are paid, with the part that stays. */
static void
test_shares_add_up (Fixture      *fixture,
                    gconstpointer data)
{
  g_autofree char *shares = NULL;
  g_autofree char *steps = NULL;

  (void) data;
  test_do ("demo", fixture->demo, NULL);
  shares = test_done ("distribute", fixture->book, "--year", "2025", "--format",
                      "csv", NULL);
  steps = test_done ("distribute", fixture->book, "--year", "2025", "--totals",
                     "--format", "csv", NULL);
  g_auto (GStrv) lines = g_strsplit (shares, "\n", -1);
  gint64 given = 0, expected = 0;
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    given += g_ascii_strtoll (strrchr (lines[i], ',') + 1, NULL, 10);
  for (guint i = 0; i < 2; i++)
    {
      const char *step = strstr (steps, i == 0 ? "to-share," : "undistributed,");
      g_auto (GStrv) cells = g_strsplit_set (step, ",\n", 4);
      gint64 both = g_ascii_strtoll (cells[1], NULL, 10) + g_ascii_strtoll (cells[2], NULL, 10);

      expected += i == 0 ? both : -both;
    }
  g_assert_cmpint (given, >, 0);
  g_assert_cmpint (given, ==, expected);
}

static void
test_second_run (Fixture      *fixture,
                 gconstpointer data)
{
  g_autofree char *first = test_done ("demo", fixture->demo, NULL);
  g_autofree char *balance = test_done ("balance", fixture->book, "--format", "csv", NULL);
  g_autofree char *second = test_done ("demo", fixture->demo, NULL);
  g_autofree char *again = test_done ("balance", fixture->book, "--format", "csv", NULL);

  (void) data;
  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (balance, ==, again);
}

static void
expect_in_the_way (const Fixture *fixture,
                   const char    *name)
{
  g_autofree char *before = test_folder_state (fixture->demo);
  g_autoptr (TestRun) run = test_run ("demo", fixture->demo, NULL);
  g_autofree char *after = test_folder_state (fixture->demo);

  test_run_expect (run, 1);
  test_contains (run->err, name);
  test_contains (run->err, "name another folder");
  g_assert_cmpstr (before, ==, after);
}

static void
test_own_book_stays (Fixture      *fixture,
                     gconstpointer data)
{

  (void) data;
  g_assert_cmpint (g_mkdir (fixture->demo, 0700), ==, 0);
  test_do ("new", fixture->book, "--name", "HTX thật", "--year", "2025", NULL);
  expect_in_the_way (fixture, "demo.sheaf");
}

static void
test_own_file_stays (Fixture      *fixture,
                     gconstpointer data)
{

  (void) data;
  g_assert_cmpint (g_mkdir (fixture->demo, 0700), ==, 0);
  g_free (test_file (fixture->demo, "demo.sheaf", "notes", -1));
  expect_in_the_way (fixture, "demo.sheaf");
}

static void
test_own_papers_stay (Fixture      *fixture,
                      gconstpointer data)
{
  g_autofree char *papers = g_build_filename (fixture->demo, "papers", NULL);

  (void) data;
  g_assert_cmpint (g_mkdir_with_parents (papers, 0700), ==, 0);
  g_free (test_file (papers, "B01-HTX-2025.pdf", "mine", -1));
  expect_in_the_way (fixture, "papers");
}

static void
expect_figure (const char *text,
               const char *units)
{
  SheafMoney       amount = SHEAF_MONEY (g_ascii_strtoll (units, NULL, 10));
  g_autofree char *figure = sheaf_money_format (amount, "vi");

  if (amount.units != 0)
    test_contains (text, figure);
}

/* Every figure of the statement stands on its paper. */
static void
compare_paper (const Fixture *fixture,
               const char    *form)
{
  g_autofree char *csv = test_done ("statement", fixture->book, form, "--year", "2025", "--format",
                                    "csv", NULL);
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s/papers/%s-2025.pdf -",
                                              fixture->demo, form);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  if (!g_spawn_command_line_sync (command, &text, NULL, NULL, NULL))
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    for (guint column = 0; column < 2; column++) /* the last two are figures in every form */
      {
        char *comma = strrchr (lines[i], ',');

        expect_figure (text, comma + 1);
        *comma = '\0';
      }
}

static void
test_papers_agree (Fixture      *fixture,
                   gconstpointer data)
{
  (void) data;
  test_do ("demo", fixture->demo, NULL);
  compare_paper (fixture, "B01-HTX");
  compare_paper (fixture, "B02-HTX");
  compare_paper (fixture, "F01-HTX");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/demo/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("keeps-a-whole-year", test_whole_year);
  ADD ("books-as-worked-by-hand", test_books_as_worked_by_hand);
  ADD ("shares-add-up", test_shares_add_up);
  ADD ("second-run-replaces-the-first", test_second_run);
  ADD ("own-book-stays", test_own_book_stays);
  ADD ("own-file-stays", test_own_file_stays);
  ADD ("own-papers-stay", test_own_papers_stay);
  ADD ("papers-agree-with-statements", test_papers_agree);
  return g_test_run ();
}

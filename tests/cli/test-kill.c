/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killed at any moment: the book verifies, what was reported as posted is there, and an act is
 * there whole or not at all. */
#include "helpers/cli.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define HEAD "number,date,kind,description,debit,credit,amount\n"
#define VOUCHERS 40 /* in one act */
#define ROUNDS 40
#define PAYMENTS 15 /* on the sample's list of transfers */
#define PAYMENT_ROUNDS 8

/* Ends the command after the delay, if it still runs; TRUE when it had done its work. */
static gboolean
run_and_kill (const char *const *words,
              gulong             delay_us)
{
  g_autofree char *program =
      g_test_build_filename (G_TEST_BUILT, "..", "src", "cli", "sheaf-cli", NULL);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  GPid pid;
  int  status;

  g_ptr_array_add (argv, program);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) words[i]);
  g_ptr_array_add (argv, NULL);
  g_assert_true (g_spawn_async (NULL, (char **) argv->pdata, NULL,
                                G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL |
                                    G_SPAWN_STDERR_TO_DEV_NULL,
                                NULL, NULL, &pid, NULL));
  g_usleep (delay_us);
  (void) kill (pid, SIGKILL); /* it may have ended by itself */
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_spawn_close_pid (pid);
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static char *
write_round (const char *folder,
             guint       round)
{
  g_autoptr (GString) text = g_string_new (HEAD);

  for (guint i = 0; i < VOUCHERS; i++)
    g_string_append_printf (text, "K%u-%u,2025-03-%02u,journal,Chi phí,642,335,%u\n", round, i,
                            1 + i % 28, 1 + i);
  return test_file (folder, "round.csv", text->str, -1);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *place = strstr (text, part); place != NULL; place = strstr (place + 1, part))
    n++;
  return n;
}

/* How long the command takes when it is let alone, microseconds. */
static gulong
measure (const char *const *words)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (TestRun) run = test_run_words (words);

  test_run_expect (run, 0);
  return (gulong) (g_get_monotonic_time () - begin);
}

static void
expect_round (const char *journal,
              guint       round,
              gboolean    posted)
{
  g_autofree char *number = g_strdup_printf ("\nK%u-", round);
  guint            n = count (journal, number);

  g_test_message ("round %u: %u vouchers%s", round, n, posted ? ", reported" : "");
  g_assert_true (n == 0 || n == VOUCHERS);
  g_assert_true (!posted || n == VOUCHERS);
}

static void
test_kill (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *book = test_cli_book (folder);
  g_autofree char *first = write_round (folder, 0);
  gulong           whole = measure ((const char *[]){ "import", book, "vouchers", first, NULL });
  gboolean         posted[ROUNDS] = { TRUE };
  guint            reported = 0, reversals = 0;
  g_autofree char *journal = NULL;
  g_autoptr (TestRun) verified = NULL;

  for (guint round = 1; round < ROUNDS; round++)
    {
      g_autofree char *csv = write_round (folder, round);
      g_autofree char *number = g_strdup_printf ("K0-%u", round % VOUCHERS);
      const char      *import[] = { "import", book, "vouchers", csv, NULL };
      const char      *reverse[] = { "reverse", book, "journal", number, "--date", "2025-06-01",
                                     "--reason", "nhầm", NULL };

      posted[round] = run_and_kill (import, (gulong) g_test_rand_int_range (0, 2 * (int) whole));
      reported += posted[round];
      if (round % 3 == 0 && round < VOUCHERS)
        reversals +=
            run_and_kill (reverse, (gulong) g_test_rand_int_range (0, 2 * (int) whole));
    }
  g_test_message ("%u of %d imports and %u reversals were reported", reported, ROUNDS - 1,
                  reversals);
  journal = test_done ("journal", book, "--format", "csv", NULL);
  for (guint round = 0; round < ROUNDS; round++)
    expect_round (journal, round, posted[round]);
  g_assert_cmpuint (count (journal, ",642,335,-"), >=, reversals);
  verified = test_run ("verify", book, NULL);
  test_run_expect (verified, 0);
  test_folder_remove (folder);
}

/* A copy of the book, in a folder of its own: what a killed command leaves beside it stays there.
 */
static char *
copy_book (const TestCliFixture *fixture,
           const char           *name)
{
  g_autofree char *folder = g_build_filename (fixture->folder, name, NULL);
  char            *path = g_build_filename (folder, "copy.sheaf", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (fixture->book);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  (void) g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/* How many members are in a state. */
static guint
count_state (const char *book,
             const char *state)
{
  g_autofree char *shown = test_done ("payouts", book, "--state", state, "--format", "csv", NULL);

  return count (shown, "\nTV");
}

/* The same list once more is refused: whoever is on one is not paid again. */
static void
expect_nobody_left (const char *const *list)
{
  g_autoptr (TestRun) run = test_run_words (list);

  test_run_expect (run, 1);
  test_contains (run->err, "nobody is left to be paid");
}

/* All are on the list or nobody, and who is not on it can be paid. */
static void
test_kill_payout (TestCliFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *papers = g_build_filename (fixture->folder, "papers", NULL);
  g_autofree char *trial = copy_book (fixture, "trial");
  const char      *words[] = { "payout", trial, "--year", "2025", "--method", "bank", "--date",
                               "2026-04-28", "-o", papers, NULL };
  gulong           whole = measure (words);
  guint            lists = 0;

  (void) data;
  for (guint round = 0; round < PAYMENT_ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("round-%u", round);
      g_autofree char *book = copy_book (fixture, name);
      gboolean         done;
      guint            ordered;

      words[1] = book;
      done = run_and_kill (words, (gulong) g_test_rand_int_range (0, (int) (whole + whole / 5)));
      test_do ("verify", book, NULL);
      ordered = count_state (book, "ordered");
      g_assert_true (ordered == PAYMENTS || (ordered == 0 && !done));
      lists += ordered == PAYMENTS;
      if (ordered == 0)
        (void) measure (words);
      g_assert_cmpuint (count_state (book, "ordered"), ==, PAYMENTS);
      expect_nobody_left (words);
    }
  g_test_message ("%u of %d lists were there", lists, PAYMENT_ROUNDS);
}

/* Every second row of the order was paid, the others were refused. */
static char *
write_answer (const char *folder,
              const char *order)
{
  g_autofree char *text = NULL;
  g_autoptr (GString) answer = g_string_new ("account_no,amount,description,status,reason\n");
  g_auto (GStrv) rows = NULL;

  g_assert_true (g_file_get_contents (order, &text, NULL, NULL));
  rows = g_strsplit (text, "\n", -1);
  for (guint i = 1; i <= PAYMENTS; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

      g_string_append_printf (answer, "%s,%s,%s,%s\n", cells[4], cells[9], cells[11],
                              i % 2 == 1 ? "paid," : "refused,Sai tên");
    }
  return test_file (folder, "answer.csv", answer->str, -1);
}

static void
test_kill_result (TestCliFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *order = g_build_filename (fixture->folder, "bank-order-2025-1-neutral.csv",
                                             NULL);
  g_autofree char *answer = NULL, *trial = NULL;
  gulong           whole;
  guint            answers = 0;

  (void) data;
  test_do ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date", "2026-04-28",
           "-o", fixture->folder, NULL);
  answer = write_answer (fixture->folder, order);
  trial = copy_book (fixture, "trial");
  whole = measure ((const char *[]){ "payout-result", trial, "1", answer, "--date", "2026-04-29",
                                     NULL });
  for (guint round = 0; round < PAYMENT_ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("round-%u", round);
      g_autofree char *book = copy_book (fixture, name);
      const char      *words[] = { "payout-result", book, "1", answer, "--date", "2026-04-29",
                                   NULL };
      gboolean         done;
      guint            paid, bounced;

      done = run_and_kill (words, (gulong) g_test_rand_int_range (0, (int) (whole + whole / 5)));
      test_do ("verify", book, NULL);
      paid = count_state (book, "paid");
      bounced = count_state (book, "bounced");
      g_assert_true ((paid == 8 && bounced == 7) || (paid == 0 && bounced == 0 && !done));
      answers += paid == 8;
      (void) measure (words); /* the rest, or nothing new */
      g_assert_cmpuint (count_state (book, "paid"), ==, 8);
      g_assert_cmpuint (count_state (book, "bounced"), ==, 7);
    }
  g_test_message ("%u of %d answers were there", answers, PAYMENT_ROUNDS);
}

/* What came back is there whole or not at all, and the next list pays it once, whatever was killed
 * when: the return itself, then the list. */
static void
test_kill_return (TestCliFixture *fixture,
                  gconstpointer   data)
{
  g_autofree char *papers = g_build_filename (fixture->folder, "papers", NULL);
  const char      *back[] = { "payout-return", NULL, "1", "TV001", "--date", "2026-04-29",
                              "--reason", "Sai tên", NULL };
  const char      *again[] = { "payout", NULL, "--year", "2025", "--method", "bank", "--date",
                               "2026-04-30", "-o", papers, NULL };
  g_autofree char *trial = NULL;
  gulong           whole_back, whole_again;
  guint            returns = 0, lists = 0;

  (void) data;
  test_do ("payout", fixture->book, "--year", "2025", "--method", "bank", "--date", "2026-04-28",
           "-o", papers, NULL);
  trial = copy_book (fixture, "trial");
  back[1] = again[1] = trial;
  whole_back = measure (back);
  whole_again = measure (again);
  for (guint round = 0; round < PAYMENT_ROUNDS; round++)
    {
      g_autofree char *name = g_strdup_printf ("round-%u", round);
      g_autofree char *book = copy_book (fixture, name);
      gboolean         done;
      guint            bounced;

      back[1] = again[1] = book;
      done = run_and_kill (back, (gulong) g_test_rand_int_range (0, (int) (whole_back * 6 / 5)));
      bounced = count_state (book, "bounced");
      g_assert_cmpuint (bounced + count_state (book, "ordered"), ==, PAYMENTS);
      g_assert_true (bounced == 1 || (bounced == 0 && !done));
      returns += bounced;
      if (bounced == 0)
        (void) measure (back);
      done = run_and_kill (again, (gulong) g_test_rand_int_range (0, (int) (whole_again * 6 / 5)));
      test_do ("verify", book, NULL);
      bounced = count_state (book, "bounced");
      g_assert_true (bounced == 0 || (bounced == 1 && !done));
      lists += bounced == 0;
      if (bounced == 1)
        (void) measure (again);
      g_assert_cmpuint (count_state (book, "ordered"), ==, PAYMENTS);
      expect_nobody_left (again);
    }
  g_test_message ("%u of %d returns and %u lists were there", returns, PAYMENT_ROUNDS, lists);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/the-book-verifies-and-holds-what-was-reported", test_kill);
  g_test_add ("/kill/all-are-paid-or-nobody", TestCliFixture, NULL, test_cli_set_up_shares,
              test_kill_payout, test_cli_tear_down);
  g_test_add ("/kill/the-banks-answer-is-whole-or-not-there", TestCliFixture, NULL,
              test_cli_set_up_shares, test_kill_result, test_cli_tear_down);
  g_test_add ("/kill/what-came-back-is-paid-once", TestCliFixture, NULL, test_cli_set_up_shares,
              test_kill_return, test_cli_tear_down);
  return g_test_run ();
}

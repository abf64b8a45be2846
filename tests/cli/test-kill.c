/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Killed at any moment: the book verifies, what was reported as posted is there, and an act is
 * there whole or not at all. */
#include "helpers/cli.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define HEAD "number,date,kind,description,debit,credit,amount\n"
#define VOUCHERS 40 /* in one act */
#define ROUNDS 40

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
measure (const char *book,
         const char *csv)
{
  gint64 begin = g_get_monotonic_time ();

  test_do ("import", book, "vouchers", csv, NULL);
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
  gulong           whole = measure (book, first);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kill/the-book-verifies-and-holds-what-was-reported", test_kill);
  return g_test_run ();
}

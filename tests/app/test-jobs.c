/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two worker threads. */
#include "app/jobs.h"

#include <unistd.h>

typedef struct
{
  guint    done;
  gpointer last;
  GError  *error;
} Results;

static GThread *main_thread;

static gpointer
open_connection (const char *path,
                 gboolean    writing,
                 GError    **error)
{
  if (g_str_equal (path, "missing"))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "no such book");
      return NULL;
    }
  return g_strdup (writing ? "writer" : "reader");
}

/* Works for two jobs. */
static guint prepared;

static gboolean
prepare_connection (gpointer connection,
                    GError **error)
{
  g_assert_nonnull (connection);
  if (++prepared < 3)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE, "gone");
  return FALSE;
}

static const SheafJobsConnector preparing = { .open = open_connection,
                                              .close = g_free,
                                              .prepare = prepare_connection };

static const SheafJobsConnector connector = { .open = open_connection, .close = g_free };

static gpointer
name_job (gpointer connection,
          gpointer data,
          GError **error)
{
  (void) data;
  (void) error;
  g_assert_true (g_thread_self () != main_thread);
  return g_strdup (connection);
}

static gpointer
fail_job (gpointer connection,
          gpointer data,
          GError **error)
{
  (void) connection;
  (void) data;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "did not work");
  return NULL;
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Results *results = user_data;

  (void) source;
  g_assert_true (g_thread_self () == main_thread);
  g_free (results->last);
  g_clear_error (&results->error);
  results->last = sheaf_jobs_finish (result, &results->error);
  results->done++;
}

static void
wait_for (const Results *results,
          guint          done)
{
  while (results->done < done)
    g_main_context_iteration (NULL, TRUE);
}

static void
clear_results (Results *results)
{
  g_free (results->last);
  g_clear_error (&results->error);
}

static void
test_each_job_is_prepared (void)
{
  g_autoptr (SheafJobs) jobs = sheaf_jobs_new ("book", &preparing);
  Results results = { 0 };

  for (guint i = 1; i <= 3; i++)
    {
      sheaf_jobs_read (jobs, name_job, NULL, NULL, g_free, NULL, NULL, done_cb, &results);
      wait_for (&results, i);
      g_assert_cmpuint (prepared, ==, i);
      if (i < 3)
        g_assert_no_error (results.error);
    }
  g_assert_error (results.error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
  clear_results (&results);
}

static void
test_reader_and_writer_have_their_own_connection (void)
{
  g_autoptr (SheafJobs) jobs = sheaf_jobs_new ("book", &connector);
  Results results = { 0 };

  sheaf_jobs_read (jobs, name_job, NULL, NULL, g_free, NULL, NULL, done_cb, &results);
  wait_for (&results, 1);
  g_assert_cmpstr (results.last, ==, "reader");
  sheaf_jobs_write (jobs, name_job, NULL, NULL, g_free, NULL, NULL, done_cb, &results);
  wait_for (&results, 2);
  g_assert_cmpstr (results.last, ==, "writer");
  clear_results (&results);
}

static gpointer
wait_job (gpointer connection,
          gpointer data,
          GError **error)
{
  (void) error;
  while (!g_atomic_int_get ((gint *) data))
    g_usleep (1000);
  return g_strdup (connection);
}

static void
test_reading_does_not_wait_for_what_takes_long (void)
{
  g_autoptr (SheafJobs) jobs = sheaf_jobs_new ("book", &connector);
  Results long_results = { 0 };
  Results results = { 0 };
  gint    go_on = 0;

  sheaf_jobs_read_long (jobs, wait_job, &go_on, NULL, g_free, NULL, NULL, done_cb, &long_results);
  sheaf_jobs_read (jobs, name_job, NULL, NULL, g_free, NULL, NULL, done_cb, &results);
  wait_for (&results, 1);
  g_assert_cmpuint (long_results.done, ==, 0);
  g_atomic_int_set (&go_on, 1);
  wait_for (&long_results, 1);
  g_assert_cmpstr (long_results.last, ==, "reader");
  clear_results (&long_results);
  clear_results (&results);
}

static void
test_failures_come_back (void)
{
  g_autoptr (SheafJobs) jobs = sheaf_jobs_new ("book", &connector);
  g_autoptr (SheafJobs) missing = sheaf_jobs_new ("missing", &connector);
  Results results = { 0 };

  sheaf_jobs_read (jobs, fail_job, NULL, NULL, NULL, NULL, NULL, done_cb, &results);
  wait_for (&results, 1);
  g_assert_error (results.error, G_IO_ERROR, G_IO_ERROR_FAILED);
  sheaf_jobs_write (missing, name_job, NULL, NULL, g_free, NULL, NULL, done_cb, &results);
  wait_for (&results, 2);
  g_assert_error (results.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  clear_results (&results);
}

static void
test_cancelled_jobs_do_not_run (void)
{
  g_autoptr (SheafJobs) jobs = sheaf_jobs_new ("book", &connector);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Results results = { 0 };

  g_cancellable_cancel (cancellable);
  sheaf_jobs_read (jobs, name_job, NULL, NULL, g_free, NULL, cancellable, done_cb, &results);
  wait_for (&results, 1);
  g_assert_error (results.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clear_results (&results);
}

static gpointer
slow_job (gpointer connection,
          gpointer data,
          GError **error)
{
  (void) connection;
  (void) error;
  g_usleep (20000);
  g_atomic_int_inc ((gint *) data);
  return g_strdup ("slow");
}

typedef void (*Queue) (SheafJobs          *jobs,
                       SheafJobFunc        func,
                       gpointer            data,
                       GDestroyNotify      free_data,
                       GDestroyNotify      free_result,
                       gpointer            source,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data);

/* Twenty slow jobs, then the end while the first is running. Gives how many ran. */
static gint
close_under_way (Queue    queue,
                 Results *results)
{
  SheafJobs *jobs = sheaf_jobs_new ("book", &connector);
  gint       ran = 0;

  for (guint i = 0; i < 20; i++)
    queue (jobs, slow_job, &ran, NULL, g_free, NULL, NULL, done_cb, results);
  g_usleep (10000);
  sheaf_jobs_free (jobs);
  wait_for (results, 20);
  return ran;
}

static void
test_closing_drops_what_is_only_to_be_read (void)
{
  Results results = { 0 };
  gint    ran = close_under_way (sheaf_jobs_read, &results);

  g_assert_cmpint (ran, >=, 1);
  g_assert_cmpint (ran, <, 20);
  g_assert_error (results.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  clear_results (&results);
}

static void
test_closing_drops_nothing_that_is_to_be_written (void)
{
  Results results = { 0 };

  g_assert_cmpint (close_under_way (sheaf_jobs_write, &results), ==, 20);
  g_assert_no_error (results.error);
  clear_results (&results);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  main_thread = g_thread_self ();
  g_test_add_func ("/jobs/reading-does-not-wait-for-what-takes-long",
                   test_reading_does_not_wait_for_what_takes_long);
  g_test_add_func ("/jobs/each-is-prepared", test_each_job_is_prepared);
  g_test_add_func ("/jobs/reader-and-writer-have-their-own-connection",
                   test_reader_and_writer_have_their_own_connection);
  g_test_add_func ("/jobs/failures-come-back", test_failures_come_back);
  g_test_add_func ("/jobs/cancelled-jobs-do-not-run", test_cancelled_jobs_do_not_run);
  g_test_add_func ("/jobs/closing-drops-what-is-only-to-be-read",
                   test_closing_drops_what_is_only_to_be_read);
  g_test_add_func ("/jobs/closing-drops-nothing-that-is-to-be-written",
                   test_closing_drops_nothing_that_is_to_be_written);
  return g_test_run ();
}

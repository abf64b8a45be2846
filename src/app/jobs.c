/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three threads with a queue each. Results come back through GTask, so callbacks run on the main
 * thread. */
#include "app/jobs.h"

typedef struct
{
  SheafJobs   *jobs;
  GThread     *thread;
  GAsyncQueue *queue; /* of GTask; the stop mark ends the thread */
  gboolean     writing;
} Worker;

struct _SheafJobs
{
  char              *path;
  SheafJobsConnector connector;
  Worker             reader;
  Worker             long_reader;
  Worker             writer;
  gint               stopping; /* atomic */
};

typedef struct
{
  SheafJobFunc   func;
  gpointer       data;
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gpointer       result;
  GError        *error;
} Job;

static int stop_mark;

static void
free_job (Job *job)
{
  if (job->free_data != NULL)
    job->free_data (job->data);
  g_clear_error (&job->error);
  g_free (job);
}

/* The task ends on the main thread, which drops its last reference: a page may go with it. */
static gboolean
complete_job (gpointer user_data)
{
  GTask *task = user_data;
  Job   *job = g_task_get_task_data (task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->free_result);
  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

static void
run_job (Worker   *worker,
         GTask    *task,
         gpointer *connection)
{
  Job *job = g_task_get_task_data (task);

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task), &job->error))
    return;
  if (*connection == NULL)
    *connection = worker->jobs->connector.open (worker->jobs->path, worker->writing, &job->error);
  if (*connection == NULL)
    return;
  if (worker->jobs->connector.prepare != NULL &&
      !worker->jobs->connector.prepare (*connection, &job->error))
    return;
  job->result = job->func (*connection, job->data, &job->error);
  if (job->error != NULL && job->result != NULL && job->free_result != NULL)
    job->free_result (g_steal_pointer (&job->result));
}

static gpointer
run_worker (gpointer data)
{
  Worker  *worker = data;
  gpointer connection = NULL;
  gpointer item;

  while ((item = g_async_queue_pop (worker->queue)) != &stop_mark)
    {
      GTask *task = item;
      Job   *job = g_task_get_task_data (task);

      if (!worker->writing && g_atomic_int_get (&worker->jobs->stopping))
        g_set_error_literal (&job->error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "closing");
      else
        run_job (worker, task, &connection);
      (void) g_idle_add_full (G_PRIORITY_DEFAULT, complete_job, task, NULL);
    }
  if (connection != NULL)
    worker->jobs->connector.close (connection);
  return NULL;
}

static void
start_worker (SheafJobs  *jobs,
              Worker     *worker,
              const char *name,
              gboolean    writing)
{
  worker->jobs = jobs;
  worker->writing = writing;
  worker->queue = g_async_queue_new ();
  worker->thread = g_thread_new (name, run_worker, worker);
}

static void
stop_worker (Worker *worker)
{
  g_async_queue_push (worker->queue, &stop_mark);
  g_thread_join (worker->thread);
  g_async_queue_unref (worker->queue);
}

static void
queue_job (Worker             *worker,
           SheafJobFunc        func,
           gpointer            data,
           GDestroyNotify      free_data,
           GDestroyNotify      free_result,
           gpointer            source,
           GCancellable       *cancellable,
           GAsyncReadyCallback callback,
           gpointer            user_data)
{
  GTask *task = g_task_new (source, cancellable, callback, user_data);
  Job   *job = g_new (Job, 1);

  *job = (Job){ .func = func, .data = data, .free_data = free_data, .free_result = free_result };
  g_task_set_task_data (task, job, (GDestroyNotify) free_job);
  g_task_set_source_tag (task, queue_job);
  g_async_queue_push (worker->queue, task);
}

SheafJobs *
sheaf_jobs_new (const char               *path,
                const SheafJobsConnector *connector)
{
  SheafJobs *jobs = g_new0 (SheafJobs, 1);

  jobs->path = g_strdup (path);
  jobs->connector = *connector;
  start_worker (jobs, &jobs->reader, "sheaf-read", FALSE);
  start_worker (jobs, &jobs->long_reader, "sheaf-read-long", FALSE);
  start_worker (jobs, &jobs->writer, "sheaf-write", TRUE);
  return jobs;
}

void
sheaf_jobs_free (SheafJobs *jobs)
{
  if (jobs == NULL)
    return;
  g_atomic_int_set (&jobs->stopping, 1);
  /* The writer's connection closes last: it folds the journal file back into the book. */
  stop_worker (&jobs->reader);
  stop_worker (&jobs->long_reader);
  stop_worker (&jobs->writer);
  g_free (jobs->path);
  g_free (jobs);
}

void
sheaf_jobs_read (SheafJobs          *jobs,
                 SheafJobFunc        func,
                 gpointer            data,
                 GDestroyNotify      free_data,
                 GDestroyNotify      free_result,
                 gpointer            source,
                 GCancellable       *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer            user_data)
{
  g_return_if_fail (jobs != NULL && func != NULL);

  queue_job (&jobs->reader, func, data, free_data, free_result, source, cancellable, callback,
             user_data);
}

void
sheaf_jobs_read_long (SheafJobs          *jobs,
                      SheafJobFunc        func,
                      gpointer            data,
                      GDestroyNotify      free_data,
                      GDestroyNotify      free_result,
                      gpointer            source,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_return_if_fail (jobs != NULL && func != NULL);

  queue_job (&jobs->long_reader, func, data, free_data, free_result, source, cancellable, callback,
             user_data);
}

void
sheaf_jobs_write (SheafJobs          *jobs,
                  SheafJobFunc        func,
                  gpointer            data,
                  GDestroyNotify      free_data,
                  GDestroyNotify      free_result,
                  gpointer            source,
                  GCancellable       *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer            user_data)
{
  g_return_if_fail (jobs != NULL && func != NULL);

  queue_job (&jobs->writer, func, data, free_data, free_result, source, cancellable, callback,
             user_data);
}

gpointer
sheaf_jobs_finish (GAsyncResult *result,
                   GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the core's plain functions away from the main thread: one thread reads, one reads what takes
 * long, one writes, each with a connection of its own. */
#pragma once

#include <gio/gio.h>

typedef struct _SheafJobs SheafJobs;

/* Opens and closes one thread's connection, on that thread. prepare (may be NULL) comes before each
 * job, so that none works with what it knew before somebody else wrote. */
typedef struct
{
  gpointer (*open) (const char *path,
                    gboolean    writing,
                    GError    **error);
  void (*close) (gpointer connection);
  gboolean (*prepare) (gpointer connection, GError **error);
} SheafJobsConnector;

/* One job, on its thread. Returns the result, or NULL with an error set. */
typedef gpointer (*SheafJobFunc) (gpointer connection,
                                  gpointer data,
                                  GError **error);

/* The threads start at once; each opens its connection with its first job. */
SheafJobs *sheaf_jobs_new (const char               *path,
                           const SheafJobsConnector *connector);

/* Lets the running jobs end, drops those that only read and have not begun, but none that writes:
 * what the person has asked to be posted is posted. Closes all connections, the writer's last. */
void sheaf_jobs_free (SheafJobs *jobs);

/* Queues a job. The callback comes on the main thread; data and a result that nobody takes are
 * freed with the given functions (which may be NULL). A cancelled job that has not begun does not
 * run. source may be NULL. */
void sheaf_jobs_read (SheafJobs          *jobs,
                      SheafJobFunc        func,
                      gpointer            data,
                      GDestroyNotify      free_data,
                      GDestroyNotify      free_result,
                      gpointer            source,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data);

/* The same for what may take long (every check of a book, a folder full of papers), so that pages
 * need not wait for it. */
void sheaf_jobs_read_long (SheafJobs          *jobs,
                           SheafJobFunc        func,
                           gpointer            data,
                           GDestroyNotify      free_data,
                           GDestroyNotify      free_result,
                           gpointer            source,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data);
void sheaf_jobs_write (SheafJobs          *jobs,
                       SheafJobFunc        func,
                       gpointer            data,
                       GDestroyNotify      free_data,
                       GDestroyNotify      free_result,
                       gpointer            source,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data);

/* The result of any of these; NULL with an error set. */
gpointer sheaf_jobs_finish (GAsyncResult *result,
                            GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafJobs, sheaf_jobs_free)

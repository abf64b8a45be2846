/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of any length that reads only the pages in sight, on the reading thread. */
#pragma once

#include "app/jobs.h"
#include "store/page-index.h"

#include <gio/gio.h>

/* Rows to a page. */
#define SHEAF_PAGE_ROWS 128

/* Where a row stands in the list's order: by day, then by id. */
typedef struct
{
  SheafDate day;
  gint64    id;
} SheafPageKey;

/* Where the rows come from; index and load run on the reading thread. */
typedef struct
{
  /* The first keys of the pages of SHEAF_PAGE_ROWS rows. */
  SheafPageIndex *(*index) (gpointer connection,
                            gpointer query,
                            GError **error);
  /* Up to SHEAF_PAGE_ROWS records from the key on, in order; the array frees its records. */
  GPtrArray *(*load) (gpointer     connection,
                      gpointer     query,
                      SheafPageKey from,
                      GError     **error);
  /* The key of a record. */
  SheafPageKey (*key) (gconstpointer record);
} SheafPagedSource;

#define SHEAF_TYPE_PAGED_LIST (sheaf_paged_list_get_type ())
G_DECLARE_FINAL_TYPE (SheafPagedList, sheaf_paged_list, SHEAF, PAGED_LIST, GObject)

/* An empty list. jobs must outlive it. The signal "ready" (guint position) comes when a query's row
 * count is known, "failed" (GError) when it could not be read. */
SheafPagedList *sheaf_paged_list_new (SheafJobs              *jobs,
                                      const SheafPagedSource *source);

/* Shows another query: an atomic rc box (NULL for none), released with free_query. wanted, when not
 * NULL, names a row whose position "ready" then tells (G_MAXUINT when it is not in the list). */
void sheaf_paged_list_set_query (SheafPagedList     *list,
                                 gpointer            query,
                                 GDestroyNotify      free_query,
                                 const SheafPageKey *wanted);

/* Reads the same query again, as after a posting. */
void sheaf_paged_list_reload (SheafPagedList     *list,
                              const SheafPageKey *wanted);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are handed out empty and filled when their page comes; the pages used last are kept. */
#include "app/models/paged-list.h"

#include "app/models/list-row.h"

/* A screen shows some 60 rows and the view keeps some 200: sixteen pages are ample. */
#define PAGES_KEPT 16

/* What a walk over the whole list found. */
typedef struct
{
  SheafPageIndex *index;
  guint           position; /* of the row that was wanted; G_MAXUINT when it is not in the list */
} Walk;

typedef struct
{
  guint         number;
  SheafListRow *rows[SHEAF_PAGE_ROWS];
  guint         n_rows;
} Page;

struct _SheafPagedList
{
  GObject          parent_instance;
  SheafJobs       *jobs;
  SheafPagedSource source;
  gpointer         query;
  GDestroyNotify   free_query;
  SheafPageIndex  *index;
  guint            n_rows;
  GQueue           pages; /* of Page, the last used first */
  GCancellable    *cancellable;
};

typedef struct
{
  SheafPagedSource source;
  gpointer         query;
  GDestroyNotify   free_query;
  gboolean         has_wanted; /* for a walk */
  SheafPageKey     wanted;
  SheafPageKey     from; /* for a page */
} Request;

enum
{
  READY,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SheafPagedList,
                               sheaf_paged_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
release_query (gpointer       query,
               GDestroyNotify free_query)
{
  if (query != NULL)
    g_atomic_rc_box_release_full (query, free_query);
}

static void
free_page (Page *page)
{
  for (guint i = 0; i < page->n_rows; i++)
    g_object_unref (page->rows[i]);
  g_free (page);
}

static Request *
new_request (SheafPagedList *list)
{
  Request *request = g_new0 (Request, 1);

  request->source = list->source;
  request->query = list->query != NULL ? g_atomic_rc_box_acquire (list->query) : NULL;
  request->free_query = list->free_query;
  return request;
}

static void
free_request (Request *request)
{
  release_query (request->query, request->free_query);
  g_free (request);
}

static gpointer
load_page_job (gpointer connection,
               gpointer data,
               GError **error)
{
  Request *request = data;

  return request->source.load (connection, request->query, request->from, error);
}

static Page *
find_page (SheafPagedList *list,
           guint           number)
{
  for (GList *link = list->pages.head; link != NULL; link = link->next)
    {
      Page *page = link->data;

      if (page->number == number)
        {
          g_queue_unlink (&list->pages, link);
          g_queue_push_head_link (&list->pages, link);
          return page;
        }
    }
  return NULL;
}

/* GListModel's records arrays own their records; a row takes its record out of the array. */
static void
page_loaded_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  SheafPagedList *list = SHEAF_PAGED_LIST (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = sheaf_jobs_finish (result, &error);
  Page *page;

  if (records == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (list, signals[FAILED], 0, error);
      return;
    }
  page = find_page (list, GPOINTER_TO_UINT (user_data));
  if (page == NULL)
    return;
  for (guint i = 0; i < page->n_rows && i < records->len; i++)
    {
      GPtrArray *holder = g_ptr_array_ref (records);

      g_object_set_data_full (G_OBJECT (page->rows[i]), "page", holder,
                              (GDestroyNotify) g_ptr_array_unref);
      sheaf_list_row_set_record (page->rows[i], g_ptr_array_index (records, i), NULL);
    }
}

static Page *
open_page (SheafPagedList *list,
           guint           number)
{
  Page    *page = g_new0 (Page, 1);
  Request *request = new_request (list);

  page->number = number;
  page->n_rows = MIN (SHEAF_PAGE_ROWS, list->n_rows - number * SHEAF_PAGE_ROWS);
  for (guint i = 0; i < page->n_rows; i++)
    page->rows[i] = sheaf_list_row_new (NULL, NULL);
  g_queue_push_head (&list->pages, page);
  while (list->pages.length > PAGES_KEPT)
    free_page (g_queue_pop_tail (&list->pages));
  sheaf_page_index_key (list->index, number, &request->from.day, &request->from.id);
  sheaf_jobs_read (list->jobs, load_page_job, request, (GDestroyNotify) free_request,
                   (GDestroyNotify) g_ptr_array_unref, list, list->cancellable, page_loaded_cb,
                   GUINT_TO_POINTER (number));
  return page;
}

static GType
get_item_type (GListModel *model)
{
  (void) model;
  return SHEAF_TYPE_LIST_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return SHEAF_PAGED_LIST (model)->n_rows;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  SheafPagedList *list = SHEAF_PAGED_LIST (model);
  Page           *page;

  if (position >= list->n_rows)
    return NULL;
  page = find_page (list, position / SHEAF_PAGE_ROWS);
  if (page == NULL)
    page = open_page (list, position / SHEAF_PAGE_ROWS);
  return g_object_ref (page->rows[position % SHEAF_PAGE_ROWS]);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* In two steps: told "n rows became n others", GTK 4.8 reads every row to find its old ones
 * again. */
static void
replace_rows (SheafPagedList *list,
              SheafPageIndex *index)
{
  guint before = list->n_rows;

  list->n_rows = 0;
  g_queue_clear_full (&list->pages, (GDestroyNotify) free_page);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), 0, before, 0);
  g_clear_pointer (&list->index, sheaf_page_index_free);
  list->index = index;
  list->n_rows = sheaf_page_index_rows (index);
  if (list->n_rows > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), 0, 0, list->n_rows);
}

static int
compare_keys (SheafPageKey a,
              SheafPageKey b)
{
  int days = sheaf_date_cmp (a.day, b.day);

  if (days != 0)
    return days;
  return a.id < b.id ? -1 : a.id > b.id;
}

/* The last page that begins at or before the key; 0 when none does. */
static guint
find_page_of_key (const SheafPageIndex *index,
                  SheafPageKey          key)
{
  guint low = 0;
  guint high = (sheaf_page_index_rows (index) + SHEAF_PAGE_ROWS - 1) / SHEAF_PAGE_ROWS;

  while (high - low > 1)
    {
      guint        middle = low + (high - low) / 2;
      SheafPageKey first;

      sheaf_page_index_key (index, middle, &first.day, &first.id);
      if (compare_keys (first, key) <= 0)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static gboolean
find_wanted (gpointer       connection,
             const Request *request,
             Walk          *walk,
             GError       **error)
{
  g_autoptr (GPtrArray) records = NULL;
  guint        page;
  SheafPageKey first;

  if (!request->has_wanted || sheaf_page_index_rows (walk->index) == 0)
    return TRUE;
  page = find_page_of_key (walk->index, request->wanted);
  sheaf_page_index_key (walk->index, page, &first.day, &first.id);
  records = request->source.load (connection, request->query, first, error);
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (compare_keys (request->source.key (g_ptr_array_index (records, i)), request->wanted) == 0)
      walk->position = page * SHEAF_PAGE_ROWS + i;
  return TRUE;
}

static void
free_walk (Walk *walk)
{
  g_clear_pointer (&walk->index, sheaf_page_index_free);
  g_free (walk);
}

static gpointer
walk_job (gpointer connection,
          gpointer data,
          GError **error)
{
  const Request *request = data;
  Walk          *walk = g_new0 (Walk, 1);

  walk->position = G_MAXUINT;
  walk->index = request->source.index (connection, request->query, error);
  if (walk->index != NULL && find_wanted (connection, request, walk, error))
    return walk;
  free_walk (walk);
  return NULL;
}

static void
walked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SheafPagedList *list = SHEAF_PAGED_LIST (source);
  g_autoptr (GError) error = NULL;
  Walk *walk = sheaf_jobs_finish (result, &error);

  (void) user_data;
  if (walk == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_signal_emit (list, signals[FAILED], 0, error);
      return;
    }
  replace_rows (list, g_steal_pointer (&walk->index));
  g_signal_emit (list, signals[READY], 0, walk->position);
  free_walk (walk);
}

static void
sheaf_paged_list_dispose (GObject *object)
{
  SheafPagedList *list = SHEAF_PAGED_LIST (object);

  if (list->cancellable != NULL)
    g_cancellable_cancel (list->cancellable);
  g_clear_object (&list->cancellable);
  G_OBJECT_CLASS (sheaf_paged_list_parent_class)->dispose (object);
}

static void
sheaf_paged_list_finalize (GObject *object)
{
  SheafPagedList *list = SHEAF_PAGED_LIST (object);

  g_queue_clear_full (&list->pages, (GDestroyNotify) free_page);
  g_clear_pointer (&list->index, sheaf_page_index_free);
  release_query (list->query, list->free_query);
  G_OBJECT_CLASS (sheaf_paged_list_parent_class)->finalize (object);
}

static void
sheaf_paged_list_class_init (SheafPagedListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sheaf_paged_list_dispose;
  object_class->finalize = sheaf_paged_list_finalize;
  signals[READY] = g_signal_new ("ready", SHEAF_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", SHEAF_TYPE_PAGED_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
sheaf_paged_list_init (SheafPagedList *list)
{
  g_queue_init (&list->pages);
}

SheafPagedList *
sheaf_paged_list_new (SheafJobs              *jobs,
                      const SheafPagedSource *source)
{
  SheafPagedList *list = g_object_new (SHEAF_TYPE_PAGED_LIST, NULL);

  list->jobs = jobs;
  list->source = *source;
  return list;
}

void
sheaf_paged_list_set_query (SheafPagedList     *list,
                            gpointer            query,
                            GDestroyNotify      free_query,
                            const SheafPageKey *wanted)
{
  g_return_if_fail (SHEAF_IS_PAGED_LIST (list));

  release_query (list->query, list->free_query);
  list->query = query;
  list->free_query = free_query;
  sheaf_paged_list_reload (list, wanted);
}

void
sheaf_paged_list_reload (SheafPagedList     *list,
                         const SheafPageKey *wanted)
{
  Request *request;

  g_return_if_fail (SHEAF_IS_PAGED_LIST (list));

  if (list->cancellable != NULL)
    g_cancellable_cancel (list->cancellable);
  g_clear_object (&list->cancellable);
  list->cancellable = g_cancellable_new ();
  request = new_request (list);
  request->has_wanted = wanted != NULL;
  if (wanted != NULL)
    request->wanted = *wanted;
  sheaf_jobs_read (list->jobs, walk_job, request, (GDestroyNotify) free_request,
                   (GDestroyNotify) free_walk, list, list->cancellable, walked_cb, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over an index of the table; every page_rows-th key is kept. */
#include "store/page-index.h"

#include "store/query.h"

typedef struct
{
  SheafDate day;
  gint64    id;
} Key;

struct _SheafPageIndex
{
  GArray *keys;
  guint   rows;
};

SheafPageIndex *
sheaf_page_index_new (SheafStore       *store,
                      const char       *sql,
                      const SheafValue *args,
                      guint             page_rows,
                      GError          **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (store, sql, args, error);
  g_autoptr (SheafPageIndex) index = NULL;

  g_return_val_if_fail (page_rows > 0, NULL);
  if (query == NULL)
    return NULL;
  index = g_new0 (SheafPageIndex, 1);
  index->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  for (; sheaf_query_next (query, NULL); index->rows++)
    if (index->rows % page_rows == 0)
      {
        Key key = { sheaf_query_date (query, 0), sheaf_query_int (query, 1) };

        g_array_append_val (index->keys, key);
      }
  return sheaf_query_finish (query, error) ? g_steal_pointer (&index) : NULL;
}

/* The pages that begin on a day of so many rows. */
static void
add_day (SheafPageIndex *index,
         SheafDate       day,
         guint           rows,
         guint           page_rows)
{
  for (guint first = index->keys->len * page_rows; first < index->rows + rows; first += page_rows)
    {
      Key key = { day, first - index->rows };

      g_array_append_val (index->keys, key);
    }
  index->rows += rows;
}

SheafPageIndex *
sheaf_page_index_new_by_days (SheafStore       *store,
                              const char       *sql,
                              const SheafValue *args,
                              guint             page_rows,
                              GError          **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (store, sql, args, error);
  g_autoptr (SheafPageIndex) index = NULL;

  g_return_val_if_fail (page_rows > 0, NULL);
  if (query == NULL)
    return NULL;
  index = g_new0 (SheafPageIndex, 1);
  index->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  while (sheaf_query_next (query, NULL))
    add_day (index, sheaf_query_date (query, 0), (guint) sheaf_query_int (query, 1), page_rows);
  return sheaf_query_finish (query, error) ? g_steal_pointer (&index) : NULL;
}

void
sheaf_page_index_free (SheafPageIndex *index)
{
  if (index == NULL)
    return;
  g_array_unref (index->keys);
  g_free (index);
}

guint
sheaf_page_index_rows (const SheafPageIndex *index)
{
  return index->rows;
}

void
sheaf_page_index_key (const SheafPageIndex *index,
                      guint                 page,
                      SheafDate            *ret_day,
                      gint64               *ret_id)
{
  const Key *key;

  g_return_if_fail (page < index->keys->len);
  key = &g_array_index (index->keys, Key, page);
  *ret_day = key->day;
  *ret_id = key->id;
}

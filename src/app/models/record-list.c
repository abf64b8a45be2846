/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same position gives the same row while anyone holds it. */
#include "app/models/record-list.h"

#include "app/models/list-row.h"

struct _SheafRecordList
{
  GObject     parent_instance;
  GPtrArray  *records;
  GHashTable *rows; /* position to row, not owned */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SheafRecordList,
                               sheaf_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  (void) model;
  return SHEAF_TYPE_LIST_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return SHEAF_RECORD_LIST (model)->records->len;
}

static gboolean
is_row (gpointer position,
        gpointer row,
        gpointer wanted)
{
  (void) position;
  return row == wanted;
}

static void
row_gone_cb (gpointer data,
             GObject *row)
{
  (void) g_hash_table_foreach_remove (data, is_row, row);
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  SheafRecordList *list = SHEAF_RECORD_LIST (model);
  SheafListRow    *row;

  if (position >= list->records->len)
    return NULL;
  row = g_hash_table_lookup (list->rows, GUINT_TO_POINTER (position));
  if (row != NULL)
    return g_object_ref (row);
  row = sheaf_list_row_new (g_ptr_array_index (list->records, position), NULL);
  g_object_set_data_full (G_OBJECT (row), "records", g_ptr_array_ref (list->records),
                          (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_insert (list->rows, GUINT_TO_POINTER (position), row);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, list->rows);
  return row;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
sheaf_record_list_finalize (GObject *object)
{
  SheafRecordList *list = SHEAF_RECORD_LIST (object);
  GHashTableIter   iter;
  gpointer         row;

  g_hash_table_iter_init (&iter, list->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, row_gone_cb, list->rows);
  g_hash_table_unref (list->rows);
  g_ptr_array_unref (list->records);
  G_OBJECT_CLASS (sheaf_record_list_parent_class)->finalize (object);
}

static void
sheaf_record_list_class_init (SheafRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sheaf_record_list_finalize;
}

static void
sheaf_record_list_init (SheafRecordList *list)
{
  list->rows = g_hash_table_new (NULL, NULL);
}

SheafRecordList *
sheaf_record_list_new (GPtrArray *records)
{
  SheafRecordList *list = g_object_new (SHEAF_TYPE_RECORD_LIST, NULL);

  list->records = records;
  return list;
}

void
sheaf_record_list_tell (SheafRecordList *list)
{
  GHashTableIter iter;
  gpointer       row;

  g_return_if_fail (SHEAF_IS_RECORD_LIST (list));

  g_hash_table_iter_init (&iter, list->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_notify (row, "record");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record and a signal that it has come. */
#include "app/models/list-row.h"

struct _SheafListRow
{
  GObject        parent_instance;
  gpointer       record;
  GDestroyNotify free_record;
};

enum
{
  PROP_RECORD = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SheafListRow, sheaf_list_row, G_TYPE_OBJECT)

static void
drop_record (SheafListRow *row)
{
  if (row->free_record != NULL && row->record != NULL)
    row->free_record (row->record);
  row->record = NULL;
}

static void
sheaf_list_row_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *spec)
{
  if (id == PROP_RECORD)
    g_value_set_pointer (value, SHEAF_LIST_ROW (object)->record);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
sheaf_list_row_finalize (GObject *object)
{
  drop_record (SHEAF_LIST_ROW (object));
  G_OBJECT_CLASS (sheaf_list_row_parent_class)->finalize (object);
}

static void
sheaf_list_row_class_init (SheafListRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = sheaf_list_row_get_property;
  object_class->finalize = sheaf_list_row_finalize;
  properties[PROP_RECORD] = g_param_spec_pointer ("record", NULL, NULL,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
sheaf_list_row_init (SheafListRow *row)
{
  row->record = NULL;
}

SheafListRow *
sheaf_list_row_new (gpointer       record,
                    GDestroyNotify free_record)
{
  SheafListRow *row = g_object_new (SHEAF_TYPE_LIST_ROW, NULL);

  row->record = record;
  row->free_record = free_record;
  return row;
}

gconstpointer
sheaf_list_row_get_record (SheafListRow *row)
{
  g_return_val_if_fail (SHEAF_IS_LIST_ROW (row), NULL);

  return row->record;
}

void
sheaf_list_row_set_record (SheafListRow  *row,
                           gpointer       record,
                           GDestroyNotify free_record)
{
  g_return_if_fail (SHEAF_IS_LIST_ROW (row));

  drop_record (row);
  row->record = record;
  row->free_record = free_record;
  g_object_notify_by_pspec (G_OBJECT (row), properties[PROP_RECORD]);
}

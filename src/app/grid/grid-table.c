/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are written once and shared by all states that can be gone back to: a state is a list of
 * pointers. */
#include "app/grid/grid-table-private.h"

#include "app/grid/grid-paste.h"
#include "app/models/list-row.h"
#include "base/csv-writer.h"

#include <string.h>

/* States that can be gone back to. */
#define MAX_STATES 200

enum
{
  CHANGED,
  PROBLEMS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void sheaf_grid_table_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SheafGridTable,
                               sheaf_grid_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      sheaf_grid_table_model_init))

static void
row_clear (gpointer data)
{
  SheafGridRow *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_free (row->cells[i]);
      g_free (row->problems[i].text);
    }
  g_free (row->problems);
}

static void
row_unref (gpointer row)
{
  g_rc_box_release_full (row, row_clear);
}

static SheafGridRow *
row_new (guint n_cells)
{
  SheafGridRow *row = g_rc_box_alloc0 (sizeof (SheafGridRow) + n_cells * sizeof (char *));

  row->n_cells = n_cells;
  row->problems = g_new0 (SheafProblem, n_cells);
  return row;
}

static SheafGridRow *
row_copy (const SheafGridRow *row)
{
  SheafGridRow *copy = row_new (row->n_cells);

  for (guint i = 0; i < row->n_cells; i++)
    {
      copy->cells[i] = g_strdup (row->cells[i]);
      copy->problems[i] = row->problems[i];
      copy->problems[i].text = g_strdup (row->problems[i].text);
    }
  return copy;
}

static gpointer
row_ref (gconstpointer row,
         gpointer      data)
{
  (void) data;
  return g_rc_box_acquire ((gpointer) row);
}

static GPtrArray *
copy_rows (GPtrArray *rows)
{
  GPtrArray *copy = g_ptr_array_copy (rows, row_ref, NULL);

  g_ptr_array_set_free_func (copy, row_unref);
  return copy;
}

static void
problem_free (gpointer data)
{
  g_free (((SheafProblem *) data)->text);
  g_free (data);
}

static guint
count_items (SheafGridTable *table)
{
  return table->rows->len + 1;
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
  return count_items (SHEAF_GRID_TABLE (model));
}

/* Cells ask the table by their place: the object only stands for it. */
static gpointer
get_item (GListModel *model,
          guint       position)
{
  return position < count_items (SHEAF_GRID_TABLE (model)) ? sheaf_list_row_new (NULL, NULL) : NULL;
}

static void
sheaf_grid_table_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
sheaf_grid_table_finalize (GObject *object)
{
  SheafGridTable *table = SHEAF_GRID_TABLE (object);

  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->undo);
  g_ptr_array_unref (table->redo);
  g_ptr_array_unref (table->general);
  g_array_unref (table->exported);
  G_OBJECT_CLASS (sheaf_grid_table_parent_class)->finalize (object);
}

static void
sheaf_grid_table_class_init (SheafGridTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sheaf_grid_table_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[PROBLEMS_CHANGED] = g_signal_new ("problems-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_grid_table_init (SheafGridTable *table)
{
  table->rows = g_ptr_array_new_with_free_func (row_unref);
  table->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  table->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  table->general = g_ptr_array_new_with_free_func (problem_free);
  table->exported = g_array_new (FALSE, FALSE, sizeof (guint));
  table->set_row = G_MAXUINT;
}

SheafGridTable *
sheaf_grid_table_new (const SheafGridKind *kind,
                      SheafDate            today)
{
  SheafGridTable *table = g_object_new (SHEAF_TYPE_GRID_TABLE, NULL);

  table->kind = kind;
  table->today = today;
  return table;
}

const SheafGridKind *
sheaf_grid_table_get_kind (SheafGridTable *table)
{
  return table->kind;
}

SheafDate
sheaf_grid_table_get_today (SheafGridTable *table)
{
  return table->today;
}

guint
sheaf_grid_table_count (SheafGridTable *table)
{
  return table->rows->len;
}

guint
sheaf_grid_table_get_version (SheafGridTable *table)
{
  return table->version;
}

const char *
sheaf_grid_table_get (SheafGridTable *table,
                      guint           row,
                      guint           column)
{
  const SheafGridRow *found = row < table->rows->len ? table->rows->pdata[row] : NULL;

  return found == NULL || found->cells[column] == NULL ? "" : found->cells[column];
}

/* The state before a change can be gone back to. */
static void
begin_step (SheafGridTable *table)
{
  if (table->undo->len == MAX_STATES)
    g_ptr_array_remove_index (table->undo, 0);
  g_ptr_array_add (table->undo, copy_rows (table->rows));
  g_ptr_array_set_size (table->redo, 0);
  table->set_row = G_MAXUINT;
}

static void
tell_change (SheafGridTable *table)
{
  table->version++;
  g_signal_emit (table, signals[CHANGED], 0);
  g_signal_emit (table, signals[PROBLEMS_CHANGED], 0);
}

/* Rows up to this one are there; the cell takes the text and loses its finding. */
static void
write_cell (SheafGridTable *table,
            guint           row,
            guint           column,
            const char     *text)
{
  SheafGridRow *copy;

  while (table->rows->len <= row)
    g_ptr_array_add (table->rows, row_new (table->kind->n_columns));
  copy = row_copy (table->rows->pdata[row]);
  g_free (copy->cells[column]);
  copy->cells[column] = g_strdup (text);
  g_clear_pointer (&copy->problems[column].text, g_free);
  row_unref (table->rows->pdata[row]);
  table->rows->pdata[row] = copy;
}

void
sheaf_grid_table_set (SheafGridTable *table,
                      guint           row,
                      guint           column,
                      const char     *text)
{
  guint before = count_items (table);

  g_return_if_fail (column < table->kind->n_columns);
  if (strcmp (sheaf_grid_table_get (table, row, column), text) == 0)
    return;
  if (table->set_row != row || table->set_column != column)
    begin_step (table);
  table->set_row = row;
  table->set_column = column;
  write_cell (table, row, column, text);
  if (count_items (table) > before)
    g_list_model_items_changed (G_LIST_MODEL (table), before, 0, count_items (table) - before);
  tell_change (table);
}

/* The columns that a first row names; NULL when it is no heading. */
static int *
read_heading (SheafGridTable *table,
              char          **cells)
{
  g_autofree int *places = g_new0 (int, g_strv_length (cells) + 1);
  guint           found = 0;

  for (guint i = 0; cells[i] != NULL; i++)
    {
      places[i] = *cells[i] == '\0' ? -1 : sheaf_grid_kind_find_column (table->kind, cells[i]);
      if (places[i] >= 0)
        found++;
      else if (*cells[i] != '\0')
        return NULL;
    }
  return found >= 2 ? g_steal_pointer (&places) : NULL;
}

/* The cell as it reads when it was left after typing. */
static void
write_out (SheafGridTable *table,
           guint           row,
           guint           column,
           const char     *text)
{
  g_autofree char *whole = sheaf_grid_cell_to_people (&table->kind->columns[column], text,
                                                      table->today, table->today);

  write_cell (table, row, column, whole);
}

guint
sheaf_grid_table_paste (SheafGridTable *table,
                        guint           row,
                        guint           column,
                        const char     *text)
{
  g_autoptr (GPtrArray) rows = sheaf_grid_paste_split (text);
  g_autofree int *places = rows->len > 1 ? read_heading (table, rows->pdata[0]) : NULL;
  guint           before = count_items (table);
  guint           first = places != NULL ? 1 : 0;

  if (rows->len == 0)
    return 0;
  begin_step (table);
  for (guint i = first; i < rows->len; i++)
    {
      char **cells = rows->pdata[i];

      for (guint j = 0; cells[j] != NULL; j++)
        {
          int place = places == NULL                       ? (int) (column + j)
                      : j < g_strv_length (rows->pdata[0]) ? places[j]
                                                           : -1;

          if (place >= 0 && (guint) place < table->kind->n_columns)
            write_out (table, row + i - first, (guint) place, cells[j]);
        }
    }
  g_list_model_items_changed (G_LIST_MODEL (table), 0, before, count_items (table));
  tell_change (table);
  return rows->len - first;
}

void
sheaf_grid_table_remove_row (SheafGridTable *table,
                             guint           row)
{
  if (row >= table->rows->len)
    return;
  begin_step (table);
  g_ptr_array_remove_index (table->rows, row);
  g_list_model_items_changed (G_LIST_MODEL (table), row, 1, 0);
  tell_change (table);
}

/* From one pile of states to the other. */
static gboolean
step (SheafGridTable *table,
      GPtrArray      *from,
      GPtrArray      *to)
{
  guint before = count_items (table);

  if (from->len == 0)
    return FALSE;
  g_ptr_array_add (to, table->rows);
  table->rows = g_ptr_array_steal_index (from, from->len - 1);
  table->set_row = G_MAXUINT;
  g_list_model_items_changed (G_LIST_MODEL (table), 0, before, count_items (table));
  tell_change (table);
  return TRUE;
}

gboolean
sheaf_grid_table_undo (SheafGridTable *table)
{
  return step (table, table->undo, table->redo);
}

gboolean
sheaf_grid_table_redo (SheafGridTable *table)
{
  return step (table, table->redo, table->undo);
}

gboolean
sheaf_grid_table_can_undo (SheafGridTable *table)
{
  return table->undo->len > 0;
}

gboolean
sheaf_grid_table_can_redo (SheafGridTable *table)
{
  return table->redo->len > 0;
}

static gboolean
is_used (SheafGridTable *table,
         guint           column)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (*sheaf_grid_table_get (table, i, column) != '\0')
      return TRUE;
  return table->kind->columns[column].required;
}

static gboolean
is_blank (SheafGridTable *table,
          guint           row)
{
  for (guint i = 0; i < table->kind->n_columns; i++)
    if (*sheaf_grid_table_get (table, row, i) != '\0')
      return FALSE;
  return TRUE;
}

static void
append_row (SheafGridTable *table,
            GString        *text,
            guint           row,
            const gboolean *used,
            SheafDate      *contexts)
{
  gboolean first = TRUE;

  for (guint i = 0; i < table->kind->n_columns; i++)
    {
      g_autofree char *cell = NULL;

      if (!used[i])
        continue;
      cell = sheaf_grid_cell_to_file (&table->kind->columns[i],
                                      sheaf_grid_table_get (table, row, i), contexts[i],
                                      table->today);
      sheaf_csv_append (text, first, cell);
      first = FALSE;
      if (table->kind->columns[i].kind == SHEAF_GRID_DAY)
        (void) sheaf_date_parse (cell, &contexts[i], NULL); /* else as in the row above */
    }
  g_string_append (text, "\r\n");
}

char *
sheaf_grid_table_to_csv (SheafGridTable *table)
{
  guint                 n = table->kind->n_columns;
  g_autofree gboolean  *used = g_new0 (gboolean, n);
  g_autofree SheafDate *contexts = g_new0 (SheafDate, n);
  GString              *text = g_string_new (NULL);
  gboolean              first = TRUE;

  g_array_set_size (table->exported, 0);
  for (guint i = 0; i < n; i++)
    {
      used[i] = is_used (table, i);
      contexts[i] = table->today;
      if (!used[i])
        continue;
      sheaf_csv_append (text, first, table->kind->columns[i].name);
      first = FALSE;
    }
  g_string_append (text, "\r\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      if (is_blank (table, i))
        continue;
      append_row (table, text, i, used, contexts);
      g_array_append_val (table->exported, i);
    }
  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report kept in memory. */
#include "reports/collected.h"

#include <string.h>

typedef struct
{
  SheafReportSink sink;
  SheafCollected *collected;
  guint           limit;
} CollectedSink;

static void
free_row (gpointer data)
{
  SheafReportRow *row = data;

  g_free ((char *) row->line);
  g_free (row->cells); /* texts and terms lie behind the cells */
  g_free (row);
}

static void
free_section (gpointer data)
{
  SheafCollectedSection *section = data;

  sheaf_report_section_free (section->section);
  g_ptr_array_unref (section->rows);
  g_free (section);
}

void
sheaf_collected_free (SheafCollected *collected)
{
  if (collected == NULL)
    return;
  sheaf_report_head_free (collected->head);
  g_ptr_array_unref (collected->sections);
  g_free (collected);
}

/* One block: the cells, their terms, their texts. */
static SheafCell *
copy_cells (const SheafCell *cells,
            guint            n_cells)
{
  gsize      terms = 0, texts = 0;
  SheafCell *copy;
  char      *place;

  for (guint i = 0; i < n_cells; i++)
    {
      terms += cells[i].n_terms;
      texts += cells[i].text != NULL ? strlen (cells[i].text) + 1 : 0;
    }
  copy = g_malloc0 (n_cells * sizeof *copy + terms * sizeof (SheafCellTerm) + texts);
  place = (char *) (copy + n_cells);
  for (guint i = 0; i < n_cells; i++)
    {
      copy[i] = cells[i];
      if (cells[i].n_terms == 0)
        continue;
      copy[i].terms = memcpy (place, cells[i].terms, cells[i].n_terms * sizeof (SheafCellTerm));
      place += cells[i].n_terms * sizeof (SheafCellTerm);
    }
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].text != NULL)
      {
        gsize size = strlen (cells[i].text) + 1;

        copy[i].text = memcpy (place, cells[i].text, size);
        place += size;
      }
  return copy;
}

static gboolean
take_head (SheafReportSink       *sink,
           const SheafReportHead *head,
           GError **error         G_GNUC_UNUSED)
{
  SheafCollected *collected = ((CollectedSink *) sink)->collected;

  g_return_val_if_fail (collected->head == NULL, FALSE);
  collected->head = sheaf_report_head_copy (head);
  return TRUE;
}

static gboolean
take_section (SheafReportSink          *sink,
              const SheafReportSection *section,
              GError **error            G_GNUC_UNUSED)
{
  SheafCollectedSection *copy = g_new0 (SheafCollectedSection, 1);

  copy->section = sheaf_report_section_copy (section);
  copy->rows = g_ptr_array_new_with_free_func (free_row);
  g_ptr_array_add (((CollectedSink *) sink)->collected->sections, copy);
  return TRUE;
}

static gboolean
take_row (SheafReportSink      *sink,
          const SheafReportRow *row,
          GError **error        G_GNUC_UNUSED)
{
  CollectedSink         *self = (CollectedSink *) sink;
  SheafCollected        *collected = self->collected;
  SheafCollectedSection *section;
  SheafReportRow        *copy;

  g_return_val_if_fail (collected->sections->len > 0, FALSE);
  if (self->limit != 0 && collected->n_rows == self->limit)
    {
      collected->cut = TRUE;
      return TRUE;
    }
  section = collected->sections->pdata[collected->sections->len - 1];
  copy = g_memdup2 (row, sizeof *row);
  copy->line = g_strdup (row->line);
  copy->cells = copy_cells (row->cells,
                            sheaf_report_columns (collected->head, section->section)->len);
  g_ptr_array_add (section->rows, copy);
  collected->n_rows++;
  return TRUE;
}

static gboolean
finish (SheafReportSink *sink G_GNUC_UNUSED,
        GError **error        G_GNUC_UNUSED)
{
  return TRUE;
}

SheafReportSink *
sheaf_collected_sink_new (guint limit)
{
  CollectedSink *self = g_new0 (CollectedSink, 1);

  self->sink = (SheafReportSink){ take_head, take_section, take_row, finish };
  self->limit = limit;
  self->collected = g_new0 (SheafCollected, 1);
  self->collected->sections = g_ptr_array_new_with_free_func (free_section);
  return &self->sink;
}

SheafCollected *
sheaf_collected_sink_take (SheafReportSink *sink)
{
  return g_steal_pointer (&((CollectedSink *) sink)->collected);
}

void
sheaf_collected_sink_free (SheafReportSink *sink)
{
  if (sink == NULL)
    return;
  sheaf_collected_free (((CollectedSink *) sink)->collected);
  g_free (sink);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contents are a report, so that they are a paper and a workbook as the others. */
#include "yearend/contents.h"

#include "base/csv-reader.h"
#include "reports/list-head.h"
#include "yearend/folder.h"

#include <string.h>

#define CODE "year-end"

/* What stands between the names of one report's files. */
#define BETWEEN "; "

enum
{
  COLUMN_CODE,
  COLUMN_TITLE,
  COLUMN_PAGES,
  COLUMN_FILES,
  COLUMN_REASON,
};

static const SheafListColumn columns[] = {
  [COLUMN_CODE] = { "code", SHEAF_CELL_TEXT, 3 },
  [COLUMN_TITLE] = { "title", SHEAF_CELL_TEXT, 8 },
  [COLUMN_PAGES] = { "pages", SHEAF_CELL_COUNT, 2 },
  [COLUMN_FILES] = { "files", SHEAF_CELL_TEXT, 5 },
  [COLUMN_REASON] = { "reason", SHEAF_CELL_TEXT, 7 },
};

static gboolean
write_entry (const SheafYearEndEntry *entry,
             SheafReportSink         *sink,
             GError                 **error)
{
  SheafCell        cells[G_N_ELEMENTS (columns)] = { 0 };
  SheafReportRow   row = { .cells = cells };
  g_autofree char *files = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < entry->files->len; i++)
    g_ptr_array_add (names, entry->files->pdata[i]);
  g_ptr_array_add (names, NULL);
  files = g_strjoinv (BETWEEN, (char **) names->pdata);
  sheaf_cell_set_text (&cells[COLUMN_CODE], entry->code);
  sheaf_cell_set_text (&cells[COLUMN_TITLE], entry->title);
  if (entry->pages > 0)
    sheaf_cell_set_number (&cells[COLUMN_PAGES], entry->pages);
  sheaf_cell_set_text (&cells[COLUMN_FILES], files);
  if (entry->reason != NULL)
    sheaf_cell_set_text (&cells[COLUMN_REASON], entry->reason);
  return sheaf_report_sink_row (sink, &row, error);
}

gboolean
sheaf_contents_write (SheafBook              *book,
                      const SheafYearEndWish *wish,
                      const GPtrArray        *entries,
                      SheafReportSink        *sink,
                      GError                **error)
{
  g_autoptr (SheafReportHead)
      head = sheaf_list_head (book, CODE, wish->language != NULL ? wish->language : "vi",
                              sheaf_book_year_start (book, wish->year),
                              sheaf_book_year_end (book, wish->year), columns,
                              G_N_ELEMENTS (columns), NULL, error);
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (NULL);

  if (head == NULL || !sheaf_report_sink_head (sink, head, error) ||
      !sheaf_report_sink_section (sink, section, error))
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    if (!write_entry (entries->pdata[i], sink, error))
      return FALSE;
  return sheaf_report_sink_finish (sink, error);
}

/* A name that leads out of the folder is none of a set. */
static void
add_names (GPtrArray  *names,
           const char *files)
{
  g_auto (GStrv) parts = g_strsplit (files, BETWEEN, -1);

  for (char **name = parts; *name != NULL; name++)
    if (**name != '\0' && strpbrk (*name, "/\\") == NULL && **name != '.')
      g_ptr_array_add (names, g_strdup (*name));
}

static const char *const own_names[] = { SHEAF_YEAREND_CONTENTS, SHEAF_YEAREND_CONTENTS_OLD,
                                         SHEAF_YEAREND_CONTENTS_NEW, NULL };

gboolean
sheaf_contents_is_name (const char *name)
{
  return g_strv_contains (own_names, name);
}

/* FALSE where there are no contents of this name. */
static gboolean
read_files (const char *folder,
            const char *name,
            GPtrArray  *names)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open (path, NULL);
  const GPtrArray *fields = reader != NULL ? sheaf_csv_reader_next (reader, NULL) : NULL;

  if (fields == NULL || fields->len <= COLUMN_REASON ||
      !g_str_equal (fields->pdata[COLUMN_CODE], columns[COLUMN_CODE].key) ||
      !g_str_equal (fields->pdata[COLUMN_FILES], columns[COLUMN_FILES].key))
    return FALSE;
  while ((fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    if (fields->len > COLUMN_FILES)
      add_names (names, fields->pdata[COLUMN_FILES]);
  g_ptr_array_add (names, g_strdup (name));
  return TRUE;
}

GPtrArray *
sheaf_contents_files (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean found = FALSE;

  for (guint i = 0; own_names[i] != NULL; i++)
    found = read_files (folder, own_names[i], names) || found;
  return found ? g_steal_pointer (&names) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Read once from charts/CHART.hints.csv and charts/CHART.notes.csv and kept with the book. */
#include "ledger/hint.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/chart.h"

#include <string.h>

#define HINTS_KEY "ledger-hints"

static void
free_hint (gpointer data)
{
  SheafChartHint *hint = data;

  g_free (hint->code);
  g_strfreev (hint->goes_to);
  g_free (hint);
}

/* After the header; NULL when the chart has no such file. */
static SheafCsvReader *
open_file (SheafBook  *book,
           const char *ending)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autofree char *name = g_strdup_printf ("charts/%s%s", chart, ending);
  g_autofree char *text = sheaf_data_load (book, name, NULL);
  SheafCsvReader  *reader = text == NULL ? NULL : sheaf_csv_reader_open_text (text);

  if (reader != NULL)
    (void) sheaf_csv_reader_next (reader, NULL); /* an empty file has no records after it either */
  return reader;
}

const GPtrArray *
sheaf_chart_hints (SheafBook *book)
{
  GPtrArray *hints = sheaf_book_attached (book, HINTS_KEY);
  g_autoptr (SheafCsvReader) reader = NULL;
  const GPtrArray *fields;

  if (hints != NULL)
    return hints;
  hints = g_ptr_array_new_with_free_func (free_hint);
  reader = open_file (book, ".hints.csv");
  while (reader != NULL && (fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    {
      SheafChartHint *hint;

      if (fields->len < 2 || *(const char *) fields->pdata[0] == '\0')
        continue;
      hint = g_new (SheafChartHint, 1);
      hint->code = g_strdup (fields->pdata[0]);
      hint->goes_to = g_strsplit (fields->pdata[1], ", ", -1);
      g_ptr_array_add (hints, hint);
    }
  sheaf_book_attach (book, HINTS_KEY, hints, (GDestroyNotify) g_ptr_array_unref);
  return hints;
}

const SheafChartHint *
sheaf_chart_hint_find (const GPtrArray *hints,
                       const char      *code)
{
  const SheafChartHint *best = NULL;

  for (guint i = 0; i < hints->len; i++)
    {
      const SheafChartHint *hint = hints->pdata[i];

      if (g_str_has_prefix (code, hint->code) &&
          (best == NULL || strlen (hint->code) > strlen (best->code)))
        best = hint;
    }
  return best;
}

char *
sheaf_chart_hint_text (const SheafChartHint *hint,
                       const char           *code)
{
  g_autofree char *accounts = g_strjoinv (", ", hint->goes_to);

  return g_strdup_printf (_ ("account %s is not in this chart, its content goes to %s"), code,
                          accounts);
}

char *
sheaf_chart_hint (SheafBook  *book,
                  const char *code)
{
  const SheafChartHint *hint = sheaf_chart_hint_find (sheaf_chart_hints (book), code);

  return hint == NULL ? NULL : sheaf_chart_hint_text (hint, code);
}

GHashTable *
sheaf_chart_notes (SheafBook  *book,
                   const char *language)
{
  /* The columns of a notes file after the code. */
  static const char *const languages[] = { "vi", "en", "fr" };
  static const char *const keys[] = { "ledger-notes-vi", "ledger-notes-en", "ledger-notes-fr" };
  guint                    l = 0;
  GHashTable              *notes;
  g_autoptr (SheafCsvReader) reader = NULL;
  const GPtrArray *fields;

  while (l + 1 < G_N_ELEMENTS (languages) && g_strcmp0 (language, languages[l]) != 0)
    l++;
  notes = sheaf_book_attached (book, keys[l]);
  if (notes != NULL)
    return notes;
  notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  reader = open_file (book, ".notes.csv");
  while (reader != NULL && (fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    if (fields->len > l + 1)
      g_hash_table_insert (notes, g_strdup (fields->pdata[0]), g_strdup (fields->pdata[l + 1]));
  sheaf_book_attach (book, keys[l], notes, (GDestroyNotify) g_hash_table_unref);
  return notes;
}

const char *
sheaf_chart_note_find (GHashTable *notes,
                       const char *code)
{
  g_autofree char *start = g_strdup (code);
  const char      *note = NULL;

  for (gsize length = strlen (start); note == NULL && length > 0; length--)
    {
      start[length] = '\0';
      note = g_hash_table_lookup (notes, start);
    }
  return note;
}

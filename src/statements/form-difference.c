/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines are found again by their code; headings, which have none, by their label behind the line
 * before them. */
#include "statements/form-difference.h"

#include "base/csv-reader.h"

#include <string.h>

void
sheaf_form_difference_free (gpointer difference)
{
  SheafFormDifference *self = difference;

  if (self == NULL)
    return;
  g_free (self->file);
  g_free (self->part);
  g_free (self->what);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static void
add (GPtrArray  *differences,
     const char *file,
     const char *part,
     const char *what,
     const char *before,
     const char *after,
     gboolean    figures)
{
  SheafFormDifference *difference = g_new0 (SheafFormDifference, 1);

  difference->file = g_strdup (file);
  difference->part = g_strdup (part);
  difference->what = g_strdup (what);
  difference->before = g_strdup (before);
  difference->after = g_strdup (after);
  difference->figures = figures;
  g_ptr_array_add (differences, difference);
}

typedef struct
{
  GPtrArray  *columns; /* names */
  GPtrArray  *names;   /* of the lines, in their order */
  GHashTable *lines;   /* name to GHashTable of column to cell */
} Table;

static void
free_table (Table *table)
{
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->names);
  g_hash_table_unref (table->lines);
  g_free (table);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, free_table)

static const char *
cell_of (GHashTable *line,
         const char *column)
{
  const char *cell = g_hash_table_lookup (line, column);

  return cell == NULL ? "" : cell;
}

/* What a line is called: its code, or where it is and what it says. */
static char *
name_line (const Table *table,
           GHashTable  *line,
           const char  *code,
           const char  *last)
{
  const char *said[] = { "label_vi", "rule", "of", "kind" };
  char       *name = *code != '\0' ? g_strdup (code) : NULL;

  for (guint i = 0; name == NULL && i < G_N_ELEMENTS (said); i++)
    if (*cell_of (line, said[i]) != '\0')
      name = g_strdup_printf ("%s %s", last, cell_of (line, said[i]));
  if (name == NULL)
    name = g_strdup (last);
  for (guint n = 2; g_hash_table_contains (table->lines, name); n++)
    {
      g_autofree char *taken = name;
      const char      *mark = strrchr (taken, '#');

      name = g_strdup_printf (
          "%.*s#%u", (int) (mark == NULL ? strlen (taken) : (gsize) (mark - taken)), taken, n);
    }
  return name;
}

static void
take_line (Table           *table,
           const GPtrArray *fields,
           char           **last)
{
  GHashTable *line = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *code = fields->len > 0 ? fields->pdata[0] : "";
  char       *name;

  for (guint i = 0; i < MIN (fields->len, table->columns->len); i++)
    g_hash_table_insert (line, g_strdup (table->columns->pdata[i]), g_strdup (fields->pdata[i]));
  name = name_line (table, line, code, *last);
  if (*code != '\0')
    {
      g_free (*last);
      *last = g_strdup (code);
    }
  g_ptr_array_add (table->names, g_strdup (name));
  g_hash_table_insert (table->lines, name, line);
}

static Table *
read_table (const char *text)
{
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open_text (text);
  g_autofree char *last = g_strdup ("");
  Table           *table = g_new0 (Table, 1);
  const GPtrArray *fields = sheaf_csv_reader_next (reader, NULL);

  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->names = g_ptr_array_new_with_free_func (g_free);
  table->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; fields != NULL && i < fields->len; i++)
    g_ptr_array_add (table->columns, g_strdup (fields->pdata[i]));
  while (fields != NULL && (fields = sheaf_csv_reader_next (reader, NULL)) != NULL)
    take_line (table, fields, &last);
  return table;
}

/* A line as a whole: what it is called and by what it is worked out. */
static char *
describe_line (GHashTable *line)
{
  const char *rule = cell_of (line, "rule"), *label = cell_of (line, "label_vi");

  return *rule == '\0'    ? g_strdup (label)
         : *label == '\0' ? g_strdup (rule)
                          : g_strdup_printf ("%s: %s", label, rule);
}

/* Labels, indent and the number of a note say nothing about an amount. */
static gboolean
makes_figures (const char *column)
{
  const char *const words[] = { "indent", "style", "note", NULL };

  return !g_str_has_prefix (column, "label_") && !g_strv_contains (words, column);
}

static void
compare_lines (const char  *file,
               const char  *name,
               const Table *table,
               GHashTable  *before,
               GHashTable  *after,
               GPtrArray   *differences)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const char *column = table->columns->pdata[i];

      if (strcmp (cell_of (before, column), cell_of (after, column)) != 0)
        add (differences, file, name, column, cell_of (before, column), cell_of (after, column),
             makes_figures (column));
    }
}

static void
compare_tables (const char *file,
                const char *before,
                const char *after,
                GPtrArray  *differences)
{
  g_autoptr (Table) old = read_table (before);
  g_autoptr (Table) fresh = read_table (after);

  for (guint i = 0; i < old->names->len; i++)
    {
      const char      *name = old->names->pdata[i];
      g_autofree char *said = describe_line (g_hash_table_lookup (old->lines, name));

      if (!g_hash_table_contains (fresh->lines, name))
        add (differences, file, name, "removed", said, "", TRUE);
    }
  for (guint i = 0; i < fresh->names->len; i++)
    {
      const char      *name = fresh->names->pdata[i];
      GHashTable      *line = g_hash_table_lookup (fresh->lines, name);
      GHashTable      *was = g_hash_table_lookup (old->lines, name);
      g_autofree char *said = describe_line (line);

      if (was == NULL)
        add (differences, file, name, "added", "", said, TRUE);
      else
        compare_lines (file, name, fresh, was, line, differences);
    }
}

static GKeyFile *
read_words (const char *text)
{
  GKeyFile *words = g_key_file_new ();

  (void) g_key_file_load_from_data (words, text, strlen (text), G_KEY_FILE_NONE,
                                    NULL); /* unreadable: no keys, so that all of them differ */
  return words;
}

/* The keys of one that the other lacks or, when both are asked, has otherwise. */
static void
compare_keys (const char *file,
              GKeyFile   *these,
              GKeyFile   *others,
              gboolean    gone,
              GPtrArray  *differences)
{
  g_auto (GStrv) groups = g_key_file_get_groups (these, NULL);

  for (char **group = groups; *group != NULL; group++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (these, *group, NULL, NULL);
      g_autofree char *part = g_strdup_printf ("[%s]", *group);

      for (char **key = keys; *key != NULL; key++)
        {
          g_autofree char *one = g_key_file_get_value (these, *group, *key, NULL);
          g_autofree char *other = g_key_file_get_value (others, *group, *key, NULL);

          if (other == NULL || (!gone && strcmp (one, other) != 0))
            add (differences, file, part, *key, gone ? one : other == NULL ? ""
                                                                           : other,
                 gone ? "" : one, strcmp (*group, "text") != 0);
        }
    }
}

void
sheaf_form_compare (const char *file,
                    const char *before,
                    const char *after,
                    GPtrArray  *differences)
{
  if (strcmp (before, after) == 0)
    return;
  if (g_str_has_suffix (file, ".csv"))
    compare_tables (file, before, after, differences);
  else
    {
      g_autoptr (GKeyFile) old = read_words (before);
      g_autoptr (GKeyFile) fresh = read_words (after);

      compare_keys (file, old, fresh, TRUE, differences);
      compare_keys (file, fresh, old, FALSE, differences);
    }
}

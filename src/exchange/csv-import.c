/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way every CSV file takes: header, then record after record, in one act that is undone when
 * anything was found. */
#include "exchange/csv-import.h"

#include "base/csv-reader.h"
#include "base/i18n.h"
#include "book/act.h"
#include "exchange/csv-import-private.h"
#include "exchange/error.h"
#include "exchange/kinds-private.h"
#include "store/error.h"

#include <string.h>

const char **
sheaf_import_kinds (void)
{
  const char **names = g_new0 (const char *, sheaf_import_n_kinds + 1);

  for (guint i = 0; i < sheaf_import_n_kinds; i++)
    names[i] = sheaf_import_kind_table[i]->name;
  return names;
}

char *
sheaf_import_columns (const char *kind)
{
  GString *list = NULL;

  for (guint i = 0; list == NULL && i < sheaf_import_n_kinds; i++)
    if (strcmp (sheaf_import_kind_table[i]->name, kind) == 0)
      {
        const SheafImportKind *found = sheaf_import_kind_table[i];

        list = g_string_new (NULL);
        for (guint j = 0; j < found->n_columns; j++)
          g_string_append_printf (list, "%s%s%s", j > 0 ? ", " : "", found->columns[j].name,
                                  found->columns[j].need == SHEAF_IMPORT_REQUIRED ? "*" : "");
      }
  return list != NULL ? g_string_free (list, FALSE) : NULL;
}

static const SheafImportKind *
find_kind (const char *name,
           GError    **error)
{
  g_autofree const char **names = NULL;
  g_autofree char        *list = NULL;

  for (guint i = 0; i < sheaf_import_n_kinds; i++)
    if (strcmp (sheaf_import_kind_table[i]->name, name) == 0)
      return sheaf_import_kind_table[i];
  names = sheaf_import_kinds ();
  list = g_strjoinv (", ", (char **) names);
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_KIND,
               _ ("“%s” is no kind of CSV file: take one of %s"), name, list);
  return NULL;
}

/* Forgets findings past the limit; their count stays. */
static void
trim_problems (SheafProblems *problems,
               guint          from)
{
  guint kept[2] = { 0, 0 };

  if (problems->errors + problems->warnings <= SHEAF_IMPORT_KEPT_PROBLEMS ||
      problems->items->len == from)
    return;
  for (guint i = 0; i < problems->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (problems->items, i);
      guint               kind = problem->kind == SHEAF_PROBLEM_WARNING;

      if (kept[kind] == SHEAF_IMPORT_KEPT_PROBLEMS)
        g_ptr_array_remove_index (problems->items, i--);
      else
        kept[kind]++;
    }
}

static int
find_column (const SheafImportKind *kind,
             const char            *name)
{
  for (guint i = 0; i < kind->n_columns; i++)
    if (strcmp (kind->columns[i].name, name) == 0)
      return (int) i;
  return -1;
}

static char *
list_columns (const SheafImportKind *kind)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < kind->n_columns; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", kind->columns[i].name);
  return g_string_free (list, FALSE);
}

static void
check_required (SheafImport *import)
{
  for (guint i = 0; i < import->kind->n_columns; i++)
    if (import->kind->columns[i].need != SHEAF_IMPORT_OPTIONAL && import->places[i] < 0)
      sheaf_import_problem (import, (int) i,
                            _ ("this column is missing and has to be there, add it"));
}

/* Sheet programs of some languages part columns by other signs than commas. */
static gboolean
check_separator (SheafImport *import)
{
  const char *header = g_ptr_array_index (import->fields, 0);
  const char *sign = strpbrk (header, ";\t");

  if (import->fields->len > 1 || sign == NULL)
    return TRUE;
  if (*sign == ';')
    sheaf_import_problem (import, -1,
                          _ ("the columns are parted by semicolons, save the file again as CSV "
                             "with commas"));
  else
    sheaf_import_problem (import, -1,
                          _ ("the columns are parted by tabs, save the file again as CSV with "
                             "commas"));
  return FALSE;
}

/* Finds the place of each column. FALSE when rows cannot be read by this header. */
static gboolean
read_header (SheafImport *import)
{
  if (!check_separator (import))
    return FALSE;
  for (guint i = 0; i < import->kind->n_columns; i++)
    import->places[i] = -1;
  for (guint i = 0; i < import->fields->len; i++)
    {
      const char *name = g_ptr_array_index (import->fields, i);
      int         column = find_column (import->kind, name);

      if (column < 0)
        {
          g_autofree char *list = list_columns (import->kind);

          sheaf_import_problem (import, -1,
                                _ ("%s: “%s” has no such column, remove it or take one of %s"),
                                *name != '\0' ? name : _ ("(nameless column)"), import->kind->name,
                                list);
        }
      else if (import->places[column] >= 0)
        sheaf_import_problem (import, column, _ ("this column is there twice, remove one"));
      else
        import->places[column] = (int) i;
    }
  check_required (import);
  return !import->row_is_bad;
}

static gboolean
check_record (SheafImport *import,
              guint        header_fields)
{
  if (import->fields->len != header_fields)
    {
      sheaf_import_problem (import, -1,
                            _ ("the row has %u fields and the header %u, put text with commas in "
                               "quotes and fill or remove fields"),
                            import->fields->len, header_fields);
      return FALSE;
    }
  for (guint i = 0; i < import->kind->n_columns; i++)
    if (import->kind->columns[i].need == SHEAF_IMPORT_REQUIRED && !sheaf_import_has (import, i))
      sheaf_import_problem (import, (int) i, _ ("nothing is given here, fill it in"));
  return TRUE;
}

/* Goes to the next record. FALSE at the end, and, with a problem added, at text that is no CSV. */
static gboolean
next_record (SheafImport    *import,
             SheafCsvReader *reader)
{
  g_autoptr (GError) error = NULL;

  import->fields = sheaf_csv_reader_next (reader, &error);
  import->line = sheaf_csv_reader_line (reader);
  import->row_is_bad = FALSE;
  if (error != NULL)
    sheaf_import_problem (import, -1, "%s", error->message);
  return import->fields != NULL;
}

static gboolean
read_records (SheafImport    *import,
              SheafCsvReader *reader,
              GError        **error)
{
  guint header_fields;

  if (!next_record (import, reader))
    {
      if (!import->row_is_bad)
        sheaf_import_problem (import, -1,
                              _ ("the file is empty, its first line must name the columns"));
      return TRUE;
    }
  header_fields = import->fields->len;
  if (!read_header (import))
    return TRUE;
  if (import->kind->begin != NULL && !import->kind->begin (import, error))
    return FALSE;
  while (next_record (import, reader))
    {
      guint before = import->problems->items->len;

      import->rows++;
      if (check_record (import, header_fields) && !import->kind->row (import, error))
        return FALSE;
      trim_problems (import->problems, before);
    }
  return import->kind->finish == NULL || import->kind->finish (import, error);
}

/* Reads from a reader that is there; file is what findings call it, NULL: nothing. */
static gboolean
read_from (SheafBook                *book,
           const SheafImportKind    *kind,
           SheafCsvReader           *reader,
           const char               *file,
           const SheafImportOptions *options,
           SheafProblems            *problems,
           guint                    *ret_rows,
           GError                  **error)
{
  static const SheafImportOptions none;
  g_autofree int                 *places = g_new (int, kind->n_columns);
  g_autofree void                *state = g_malloc0 (MAX (kind->state_size, 1));
  SheafImport                     import = { .book = book,
                                             .kind = kind,
                                             .options = options != NULL ? options : &none,
                                             .file = file,
                                             .problems = problems,
                                             .state = state,
                                             .places = places,
                                             .line = 1 };
  gboolean                        done = read_records (&import, reader, error);

  trim_problems (problems, 0);
  if (kind->clear != NULL)
    kind->clear (state);
  *ret_rows += import.rows;
  return done;
}

gboolean
sheaf_import_read (SheafBook                *book,
                   const SheafImportKind    *kind,
                   const char               *path,
                   const SheafImportOptions *options,
                   SheafProblems            *problems,
                   guint                    *ret_rows,
                   GError                  **error)
{
  g_autoptr (GError) unreadable = NULL;
  g_autoptr (SheafCsvReader) reader = sheaf_csv_reader_open (path, &unreadable);

  if (reader != NULL)
    return read_from (book, kind, reader, path, options, problems, ret_rows, error);
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, path, 1, NULL, "%s", unreadable->message);
  return TRUE;
}

/* An import with findings is refused as a whole. */
static gboolean
judge (const SheafProblems *problems,
       const char          *path,
       GError             **error)
{
  if (problems->errors == 0)
    return TRUE;
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED,
               g_dngettext (GETTEXT_PACKAGE,
                            "%s: nothing was imported, as there is %u error: mend it and import "
                            "again",
                            "%s: nothing was imported, as there are %u errors: mend them and "
                            "import again",
                            problems->errors),
               path, problems->errors);
  return FALSE;
}

/* What is judged after the whole act (money below zero) is told with the file's name. */
static gboolean
commit (SheafAct   *act,
        const char *path,
        GError    **error)
{
  if (sheaf_act_commit (act, error))
    return TRUE;
  g_prefix_error (error, "%s: ", path);
  return FALSE;
}

gboolean
sheaf_import_file (SheafBook                *book,
                   const char               *kind,
                   const char               *path,
                   const SheafImportOptions *options,
                   SheafProblems            *problems,
                   guint                    *ret_rows,
                   GError                  **error)
{
  const SheafImportKind *found = find_kind (kind, error);
  g_autofree char       *name = g_path_get_basename (path);
  g_autofree char       *summary = g_strdup_printf ("%s: %s", kind, name);
  g_autoptr (SheafAct) act = NULL;
  guint rows = 0;

  if (found == NULL)
    return FALSE;
  act = sheaf_act_begin (book, "import", summary, error);
  if (act == NULL || !sheaf_import_read (book, found, path, options, problems, &rows, error) ||
      !judge (problems, path, error) || !commit (act, path, error))
    return FALSE;
  if (ret_rows != NULL)
    *ret_rows = rows;
  return TRUE;
}

/* What would be judged and warned of at the end of the act. */
static gboolean
add_end (SheafAct      *act,
         SheafProblems *problems,
         GError       **error)
{
  g_autoptr (GError) refusal = NULL;
  g_autoptr (GPtrArray) warnings = sheaf_act_ask (act, &refusal);

  if (warnings == NULL && refusal->domain == SHEAF_STORE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }
  if (warnings == NULL)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL, "%s", refusal->message);
  for (guint i = 0; warnings != NULL && i < warnings->len; i++)
    sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL, "%s",
                        (const char *) warnings->pdata[i]);
  return TRUE;
}

gboolean
sheaf_import_table (SheafBook                *book,
                    const char               *kind,
                    const char               *text,
                    const SheafImportOptions *options,
                    gboolean                  only_try,
                    SheafProblems            *problems,
                    GError                  **error)
{
  const SheafImportKind *found = find_kind (kind, error);
  g_autoptr (SheafCsvReader) reader = NULL;
  g_autoptr (SheafAct) act = NULL;
  guint rows = 0;

  if (found == NULL)
    return FALSE;
  reader = sheaf_csv_reader_open_text (text);
  act = sheaf_act_begin (book, "import", kind, error);
  if (act == NULL || !read_from (book, found, reader, NULL, options, problems, &rows, error))
    return FALSE;
  if (only_try)
    return problems->errors > 0 || add_end (act, problems, error);
  return sheaf_problems_pass (problems, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED,
                              error) &&
         sheaf_act_commit (act, error);
}

/* The kinds in the order of a bundle: those that name vouchers stand behind them. */
static GPtrArray *
order_bundle (void)
{
  GPtrArray *kinds = g_ptr_array_new ();
  guint      place = 0;

  for (guint i = 0; i < sheaf_import_n_kinds; i++)
    if (!sheaf_import_kind_table[i]->names_vouchers)
      {
        g_ptr_array_add (kinds, (gpointer) sheaf_import_kind_table[i]);
        if (sheaf_import_kind_table[i] == &sheaf_import_vouchers)
          place = kinds->len;
      }
  for (guint i = 0; i < sheaf_import_n_kinds; i++)
    if (sheaf_import_kind_table[i]->names_vouchers)
      g_ptr_array_insert (kinds, (int) place++, (gpointer) sheaf_import_kind_table[i]);
  return kinds;
}

static gboolean
read_folder (SheafBook     *book,
             const char    *folder,
             SheafProblems *problems,
             guint         *ret_rows,
             GError       **error)
{
  static const SheafImportOptions options = { .bundle = TRUE, .no_post = TRUE, .no_cost = TRUE };
  g_autoptr (GPtrArray) kinds = order_bundle ();
  guint files = 0;

  for (guint i = 0; i < kinds->len; i++)
    {
      const SheafImportKind *kind = kinds->pdata[i];
      g_autofree char       *name = g_strconcat (kind->name, ".csv", NULL);
      g_autofree char       *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      files++;
      if (!sheaf_import_read (book, kind, path, &options, problems, ret_rows, error))
        return FALSE;
    }
  if (files > 0)
    return TRUE;
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE,
               _ ("%s holds no CSV file of a bundle: name a folder that “export BOOK bundle DIR” "
                  "wrote"),
               folder);
  return FALSE;
}

gboolean
sheaf_import_bundle (SheafBook     *book,
                     const char    *folder,
                     SheafProblems *problems,
                     guint         *ret_rows,
                     GError       **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "import", "bundle", error);
  guint rows = 0;

  if (act == NULL || !read_folder (book, folder, problems, &rows, error) ||
      !judge (problems, folder, error) || !commit (act, folder, error))
    return FALSE;
  if (ret_rows != NULL)
    *ret_rows = rows;
  return TRUE;
}

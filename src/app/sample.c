/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files are read as a person would import them, kind by kind. */
#include "app/sample.h"

#include "app/actor.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "book/setting.h"
#include "exchange/csv-import.h"
#include "ledger/chart.h"

#include <glib/gstdio.h>

#define GROUP "book"

/* Facts of book.ini and the settings they become. */
static const struct
{
  const char *key;
  const char *setting;
} facts[] = {
  { "address", "address" },
  { "tax_code", "tax-code" },
  { "phone", "phone" },
  { "director", "director" },
  { "chief_accountant", "chief-accountant" },
  { "accountant", "accountant" },
  { "cashier", "cashier" },
};

static gboolean
write_facts (SheafBook *book,
             GKeyFile  *file,
             GError   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *value = g_key_file_get_string (file, GROUP, facts[i].key, NULL);

      if (value != NULL && !sheaf_setting_write (book, facts[i].setting, value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
import_kinds (SheafBook  *book,
              const char *folder,
              GError    **error)
{
  g_autofree const char **kinds = sheaf_import_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (kinds[i], ".csv", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (SheafProblems) problems = sheaf_problems_new ();

      if (g_file_test (path, G_FILE_TEST_EXISTS) &&
          !sheaf_import_file (book, kinds[i], path, NULL, problems, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static SheafBook *
create_book (const char *path,
             GKeyFile   *file,
             GError    **error)
{
  SheafActor       actor = sheaf_actor_now ();
  g_autofree char *name = g_key_file_get_string (file, GROUP, "name", error);
  g_autofree char *chart = g_key_file_get_string (file, GROUP, "chart", NULL);
  g_autofree char *law = g_key_file_get_string (file, GROUP, "law", NULL);
  g_autofree char *sector = g_key_file_get_string (file, GROUP, "sector", NULL);
  SheafBookSpec    spec = { .name = name,
                            .year = g_key_file_get_integer (file, GROUP, "year", NULL),
                            .chart = chart,
                            .law = law,
                            .sector = sector };

  return name != NULL ? sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, error) : NULL;
}

gboolean
sheaf_sample_make (const char *path,
                   GError    **error)
{
  g_autofree char *facts_path = sheaf_paths_data ("samples/stevia/book.ini");
  g_autofree char *folder = g_path_get_dirname (facts_path);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (SheafBook) book = NULL;

  if (!g_key_file_load_from_file (file, facts_path, G_KEY_FILE_NONE, error))
    return FALSE;
  book = create_book (path, file, error);
  return book != NULL && write_facts (book, file, error) && import_kinds (book, folder, error);
}

static void
make_job (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "sheaf", NULL);
  char            *path = g_build_filename (folder, "sample.sheaf", NULL);
  g_autoptr (GError) error = NULL;

  (void) source;
  (void) data;
  (void) cancellable;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                               _ ("The folder %s cannot be made: check its permissions."), folder);
      g_free (path);
      return;
    }
  /* The sample is the program's own file: nobody's books are lost. */
  (void) g_remove (path);
  if (sheaf_sample_make (path, &error))
    g_task_return_pointer (task, path, g_free);
  else
    {
      g_task_return_error (task, g_steal_pointer (&error));
      g_free (path);
    }
}

void
sheaf_sample_make_async (GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_run_in_thread (task, make_job);
}

char *
sheaf_sample_make_finish (GAsyncResult *result,
                          GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

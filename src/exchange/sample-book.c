/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds come in the order of a bundle, so that codes exist before they are named. */
#include "exchange/sample-book.h"

#include "base/i18n.h"
#include "base/paths.h"
#include "book/act.h"
#include "book/setting.h"
#include "exchange/csv-import.h"
#include "exchange/error.h"
#include "ledger/chart.h"

#define GROUP "book"
#define FOLDER "samples/stevia"
#define MARK "sample"

/* Facts of book.ini and the settings they become. */
static const struct
{
  const char *key;
  const char *setting;
} settings[] = {
  { "address", "address" },
  { "tax_code", "tax-code" },
  { "phone", "phone" },
  { "director", "director" },
  { "chief_accountant", "chief-accountant" },
  { "accountant", "accountant" },
  { "cashier", "cashier" },
};

char *
sheaf_sample_file (const char *name)
{
  g_autofree char *relative = g_build_filename (FOLDER, name, NULL);

  return sheaf_paths_data (relative);
}

GKeyFile *
sheaf_sample_facts (GError **error)
{
  g_autofree char *path = sheaf_sample_file ("book.ini");
  g_autoptr (GKeyFile) facts = g_key_file_new ();

  if (g_key_file_load_from_file (facts, path, G_KEY_FILE_NONE, NULL))
    return g_steal_pointer (&facts);
  g_set_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_FILE,
               _ ("the sample's file %s is missing: install the program again"), path);
  return NULL;
}

static SheafBook *
create (const char       *path,
        const SheafActor *actor,
        GKeyFile         *facts,
        GError          **error)
{
  g_autofree char *name = g_key_file_get_string (facts, GROUP, "name", NULL);
  g_autofree char *chart = g_key_file_get_string (facts, GROUP, "chart", NULL);
  g_autofree char *law = g_key_file_get_string (facts, GROUP, "law", NULL);
  g_autofree char *sector = g_key_file_get_string (facts, GROUP, "sector", NULL);
  SheafBookSpec    spec = { .name = name,
                            .year = g_key_file_get_integer (facts, GROUP, "year", NULL),
                            .chart = chart,
                            .law = law,
                            .sector = sector };

  return sheaf_book_create (path, &spec, actor, sheaf_ledger_set_up, error);
}

static gboolean
write_settings (SheafBook *book,
                GKeyFile  *facts,
                GError   **error)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "settings", "sample", error);

  if (act == NULL || !sheaf_setting_write (book, MARK, "yes", error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *value = g_key_file_get_string (facts, GROUP, settings[i].key, NULL);

      if (value != NULL && !sheaf_setting_write (book, settings[i].setting, value, error))
        return FALSE;
    }
  return sheaf_act_commit (act, error);
}

static gboolean
import_files (SheafBook      *book,
              SheafSampleRead read,
              gpointer        data,
              SheafProblems  *problems,
              GError        **error)
{
  g_autofree const char **kinds = sheaf_import_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (kinds[i], ".csv", NULL);
      g_autofree char *path = sheaf_sample_file (name);
      guint            rows;

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        continue;
      if (!sheaf_import_file (book, kinds[i], path, NULL, problems, &rows, error))
        return FALSE;
      if (read != NULL)
        read (name, rows, data);
    }
  return TRUE;
}

SheafBook *
sheaf_sample_book_create (const char       *path,
                          const SheafActor *actor,
                          SheafSampleRead   read,
                          gpointer          data,
                          SheafProblems    *problems,
                          GError          **error)
{
  g_autoptr (GKeyFile) facts = sheaf_sample_facts (error);
  g_autoptr (SheafBook) book = facts != NULL ? create (path, actor, facts, error) : NULL;

  if (book == NULL || !write_settings (book, facts, error) ||
      !import_files (book, read, data, problems, error))
    return NULL;
  return g_steal_pointer (&book);
}

gboolean
sheaf_sample_book_is (SheafBook *book)
{
  g_autofree char *mark = sheaf_setting_find (book, MARK);

  return g_strcmp0 (mark, "yes") == 0;
}

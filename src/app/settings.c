/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The build tree's own schema is used by programs that run from it, so that nothing need be
 * installed. */
#include "app/settings.h"

#include "base/config.h"
#include "base/paths.h"

#define SCHEMA_ID "coop.sheaf.Sheaf"
#define RECENT_MAX 8

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();

  if (sheaf_paths_in_build_tree ())
    {
      g_autoptr (GError) error = NULL;
      GSettingsSchemaSource *built = g_settings_schema_source_new_from_directory (
          SHEAF_BUILD_ROOT "/data", source, TRUE, &error);

      if (built != NULL)
        source = built;
      else
        g_warning ("%s", error->message);
    }
  return source != NULL ? g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE) : NULL;
}

GSettings *
sheaf_settings (void)
{
  static GSettings *settings;

  if (settings == NULL)
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      if (schema == NULL)
        g_error ("The settings schema " SCHEMA_ID
                 " is not installed: run glib-compile-schemas on its folder.");
      settings = g_settings_new_full (schema, NULL, NULL);
    }
  return settings;
}

void
sheaf_recent_book_free (SheafRecentBook *book)
{
  if (book == NULL)
    return;
  g_free (book->path);
  g_free (book->name);
  g_free (book->years);
  g_free (book);
}

GPtrArray *
sheaf_settings_list_recent (void)
{
  GPtrArray *books = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_recent_book_free);
  g_autoptr (GVariant) value = g_settings_get_value (sheaf_settings (), "recent-books");
  GVariantIter iter;
  const char  *path;
  const char  *name;
  const char  *years;

  g_variant_iter_init (&iter, value);
  while (g_variant_iter_next (&iter, "(&s&s&s)", &path, &name, &years))
    if (g_file_test (path, G_FILE_TEST_EXISTS))
      {
        SheafRecentBook *book = g_new0 (SheafRecentBook, 1);

        book->path = g_strdup (path);
        book->name = g_strdup (name);
        book->years = g_strdup (years);
        g_ptr_array_add (books, book);
      }
  return books;
}

void
sheaf_settings_add_recent (const char *path,
                           const char *name,
                           const char *years)
{
  g_autoptr (GPtrArray) before = sheaf_settings_list_recent ();
  GVariantBuilder builder;
  guint           kept = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(sss)"));
  g_variant_builder_add (&builder, "(sss)", path, name, years);
  for (guint i = 0; i < before->len && kept < RECENT_MAX; i++)
    {
      const SheafRecentBook *book = g_ptr_array_index (before, i);

      if (g_strcmp0 (book->path, path) == 0)
        continue;
      g_variant_builder_add (&builder, "(sss)", book->path, book->name, book->years);
      kept++;
    }
  (void) g_settings_set_value (sheaf_settings (), "recent-books", g_variant_builder_end (&builder));
}

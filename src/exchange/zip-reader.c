/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libarchive reads ZIP files that any program wrote, and is used by package managers: it is kept
 * safe. */
#include "exchange/zip-reader.h"

#include <archive.h>
#include <archive_entry.h>

static void
free_part (gpointer part)
{
  (void) g_string_free (part, TRUE);
}

/* FALSE when the part is damaged or has more bytes than are left. */
static gboolean
unpack_part (struct archive *archive,
             GString        *part,
             gsize          *left)
{
  char       buffer[16384];
  la_ssize_t got;

  while ((got = archive_read_data (archive, buffer, sizeof buffer)) > 0)
    {
      if ((gsize) got > *left)
        return FALSE;
      *left -= (gsize) got;
      g_string_append_len (part, buffer, (gssize) got);
    }
  return got == 0;
}

static gboolean
is_wanted (const char        *name,
           const char *const *endings)
{
  for (; name != NULL && *endings != NULL; endings++)
    if (g_str_has_suffix (name, *endings))
      return TRUE;
  return FALSE;
}

GHashTable *
sheaf_zip_unpack (const char        *bytes,
                  gsize              length,
                  const char *const *endings,
                  gsize              most)
{
  g_autoptr (GHashTable) parts = NULL;
  struct archive       *archive = archive_read_new ();
  struct archive_entry *entry;
  int                   next = ARCHIVE_OK;
  gboolean              whole;

  parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_part);
  (void) archive_read_support_format_zip (archive); /* without it nothing is opened below */
  whole = archive_read_open_memory (archive, bytes, length) == ARCHIVE_OK;
  while (whole && (next = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname (entry);
      GString    *part;

      if (!is_wanted (name, endings))
        continue;
      part = g_string_new (NULL);
      g_hash_table_replace (parts, g_strdup (name), part);
      whole = unpack_part (archive, part, &most);
    }
  (void) archive_read_free (archive); /* reading from memory: nothing can be lost */
  return whole && next == ARCHIVE_EOF ? g_steal_pointer (&parts) : NULL;
}

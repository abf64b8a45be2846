/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libarchive packs what the reader unpacks: no file of another program need be kept. */
#include "exchange/parts.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

GBytes *
parts_zip (const char *const *parts)
{
  struct archive *archive = archive_write_new ();
  gsize           size = 1 << 20, used = 0;
  char           *bytes = g_malloc (size);

  g_assert_cmpint (archive_write_set_format_zip (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (archive, bytes, size, &used), ==, ARCHIVE_OK);
  for (; *parts != NULL; parts += 2)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[0]);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts[1]));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (archive, parts[1], strlen (parts[1])), ==,
                       strlen (parts[1]));
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_free (archive), ==, ARCHIVE_OK);
  return g_bytes_new_take (bytes, used);
}

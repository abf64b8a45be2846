/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of messages: a magic number, a revision, the count, and where two tables of (length,
 * place) lie, the first of the messages in order, the second of their translations. Texts end with
 * 0. */
#include "base/catalog.h"

#include <string.h>

#define MAGIC 0x950412deu
#define MAGIC_SWAPPED 0xde120495u
#define HEAD 20

struct _SheafCatalog
{
  GBytes  *bytes;
  gboolean swapped; /* written by a machine of the other byte order */
  guint32  count;
  guint32  texts; /* where the tables lie */
  guint32  translations;
};

static guint32
read_word (const SheafCatalog *catalog,
           gsize               at)
{
  const char *data = g_bytes_get_data (catalog->bytes, NULL);
  guint32     word;

  memcpy (&word, data + at, sizeof word);
  return catalog->swapped ? GUINT32_SWAP_LE_BE (word) : word;
}

/* The text of an entry of a table; NULL where the file is broken. */
static const char *
read_text (const SheafCatalog *catalog,
           guint32             table,
           guint32             i)
{
  gsize       size = g_bytes_get_size (catalog->bytes);
  gsize       at = (gsize) table + 8 * (gsize) i;
  const char *data = g_bytes_get_data (catalog->bytes, NULL);
  gsize       length, place;

  if (at + 8 > size)
    return NULL;
  length = read_word (catalog, at);
  place = read_word (catalog, at + 4);
  return place < size && length < size - place && data[place + length] == '\0' ? data + place
                                                                               : NULL;
}

SheafCatalog *
sheaf_catalog_new (GBytes *bytes)
{
  g_autoptr (SheafCatalog) catalog = g_new0 (SheafCatalog, 1);
  guint32 magic;

  catalog->bytes = g_bytes_ref (bytes);
  if (g_bytes_get_size (bytes) < HEAD)
    return NULL;
  magic = read_word (catalog, 0);
  if (magic != MAGIC && magic != MAGIC_SWAPPED)
    return NULL;
  catalog->swapped = magic == MAGIC_SWAPPED;
  catalog->count = read_word (catalog, 8);
  catalog->texts = read_word (catalog, 12);
  catalog->translations = read_word (catalog, 16);
  return g_steal_pointer (&catalog);
}

void
sheaf_catalog_free (SheafCatalog *catalog)
{
  if (catalog == NULL)
    return;
  g_bytes_unref (catalog->bytes);
  g_free (catalog);
}

const char *
sheaf_catalog_find (const SheafCatalog *catalog,
                    const char         *text)
{
  guint32 low = 0, high = catalog->count;

  while (low < high)
    {
      guint32     middle = low + (high - low) / 2;
      const char *found = read_text (catalog, catalog->texts, middle);
      int         order = found == NULL ? 0 : strcmp (text, found);

      if (found == NULL)
        return NULL;
      if (order == 0)
        return read_text (catalog, catalog->translations, middle);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

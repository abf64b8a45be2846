/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writing half of CSV. */
#include "base/csv-writer.h"

#include <string.h>

void
sheaf_csv_append (GString    *text,
                  gboolean    first,
                  const char *field)
{
  gsize plain;

  if (!first)
    g_string_append_c (text, ',');
  if (field == NULL)
    return;
  plain = strcspn (field, ",\"\r\n");
  if (field[plain] == '\0')
    {
      g_string_append_len (text, field, (gssize) plain);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *c = field; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

void
sheaf_csv_append_record (GString           *text,
                         const char *const *fields)
{
  for (gsize i = 0; fields[i] != NULL; i++)
    sheaf_csv_append (text, i == 0, fields[i]);
  g_string_append_c (text, '\n');
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merged headings are written "Group > Group". */
#include "reports/group.h"

#include <string.h>

#define SIGN " > "

static const char *
group_of (const GPtrArray *columns,
          guint            column)
{
  return ((const SheafReportColumn *) columns->pdata[column])->group;
}

/* The bytes of a group down to a level; 0 when it does not reach so far. */
static gsize
reach (const char *group,
       guint       level)
{
  const char *at = group;

  for (guint i = 0; group != NULL && at != NULL; i++)
    {
      const char *sign = strstr (at, SIGN);

      if (i == level)
        return sign != NULL ? (gsize) (sign - group) : strlen (group);
      at = sign != NULL ? sign + strlen (SIGN) : NULL;
    }
  return 0;
}

guint
sheaf_report_group_levels (const GPtrArray *columns)
{
  guint levels = 0;

  for (guint i = 0; i < columns->len; i++)
    while (reach (group_of (columns, i), levels) > 0)
      levels++;
  return levels;
}

char *
sheaf_report_group_text (const GPtrArray *columns,
                         guint            column,
                         guint            level)
{
  const char *group = group_of (columns, column);
  gsize       length = reach (group, level);
  gsize       above = level > 0 ? reach (group, level - 1) + strlen (SIGN) : 0;

  return length > 0 ? g_strndup (group + above, length - above) : NULL;
}

guint
sheaf_report_group_end (const GPtrArray *columns,
                        guint            first,
                        guint            level)
{
  const char *group = group_of (columns, first);
  gsize       length = reach (group, level);
  guint       end = first + 1;

  while (length > 0 && end < columns->len && reach (group_of (columns, end), level) == length &&
         strncmp (group, group_of (columns, end), length) == 0)
    end++;
  return end;
}

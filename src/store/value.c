/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makers of parameters. */
#include "store/value.h"

SheafValue
sheaf_value_int (gint64 integer)
{
  return (SheafValue){ .kind = SHEAF_VALUE_INT, .integer = integer };
}

SheafValue
sheaf_value_id (gint64 id)
{
  return (SheafValue){ .kind = id == 0 ? SHEAF_VALUE_NULL : SHEAF_VALUE_INT, .integer = id };
}

SheafValue
sheaf_value_text (const char *text)
{
  return (SheafValue){ .kind = text == NULL ? SHEAF_VALUE_NULL : SHEAF_VALUE_TEXT, .data = text };
}

SheafValue
sheaf_value_optional (const char *text)
{
  return sheaf_value_text (text != NULL && *text == '\0' ? NULL : text);
}

SheafValue
sheaf_value_date (SheafDate date)
{
  return (SheafValue){
    .kind = sheaf_date_is_none (date) ? SHEAF_VALUE_NULL : SHEAF_VALUE_DATE,
    .integer = date.days,
  };
}

SheafValue
sheaf_value_blob (const void *data,
                  gsize       length)
{
  return (SheafValue){ .kind = SHEAF_VALUE_BLOB, .integer = (gint64) length, .data = data };
}

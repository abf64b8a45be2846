/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ICU's collator knows the alphabets; this hands out its sort keys, so that a list of thousands is
 * sorted by plain comparisons. */
#include "base/order.h"

#include <string.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

struct _SheafOrder
{
  UCollator *collator; /* NULL where ICU has no data at all: then by code points */
};

SheafOrder *
sheaf_order_new (const char *language)
{
  SheafOrder *order = g_new0 (SheafOrder, 1);
  UErrorCode  status = U_ZERO_ERROR;

  order->collator = ucol_open (language == NULL ? "" : language, &status);
  if (U_FAILURE (status))
    {
      ucol_close (order->collator);
      order->collator = NULL;
      return order;
    }
  /* Decomposed letters are the same letters. */
  ucol_setAttribute (order->collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  return order;
}

void
sheaf_order_free (SheafOrder *order)
{
  if (order == NULL)
    return;
  ucol_close (order->collator);
  g_free (order);
}

char *
sheaf_order_key (const SheafOrder *order,
                 const char       *text)
{
  g_autofree gunichar2 *wide = NULL;
  glong                 length = 0;
  int32_t               size;
  char                 *key;

  wide = order->collator == NULL ? NULL : g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  if (wide == NULL)
    return g_strdup (text);
  size = ucol_getSortKey (order->collator, (const UChar *) wide, (int32_t) length, NULL, 0);
  key = g_malloc ((gsize) size + 1);
  ucol_getSortKey (order->collator, (const UChar *) wide, (int32_t) length, (uint8_t *) key, size);
  key[size] = '\0';
  return key;
}

/* Keys hold no byte 0; here 1 is freed too, for what stands between two of them. */
static void
append_key (GString    *joined,
            const char *key)
{
  for (; *key != '\0'; key++)
    {
      if ((guchar) *key <= 2)
        g_string_append_c (joined, 2);
      g_string_append_c (joined, *key);
    }
}

char *
sheaf_order_name_key (const SheafOrder *order,
                      const char       *name,
                      SheafOrderBy      by)
{
  g_autofree char *plain = g_strstrip (g_strdup (name));
  char            *last = strrchr (plain, ' ');
  GString         *joined;

  if (by == SHEAF_ORDER_BY_GIVEN && last != NULL)
    {
      g_autofree char *given = sheaf_order_key (order, last + 1);
      g_autofree char *rest = NULL;

      *last = '\0';
      rest = sheaf_order_key (order, plain);
      joined = g_string_new (NULL);
      append_key (joined, given);
      g_string_append_c (joined, 1);
      append_key (joined, rest);
    }
  else
    {
      g_autofree char *whole = sheaf_order_key (order, plain);

      joined = g_string_new (NULL);
      append_key (joined, whole);
    }
  return g_string_free (joined, FALSE);
}

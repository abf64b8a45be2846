/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of an alphabet, which is not that of code points: in Vietnamese a, ă, â, b, c, d, đ …
 * with the tones after the letters. By the Unicode collation that ICU keeps for each language. */
#pragma once

#include <glib.h>

typedef struct _SheafOrder SheafOrder;

/* How names of people are put in order. */
typedef enum
{
  SHEAF_ORDER_AS_WRITTEN, /* "Nguyễn Văn An": by family name */
  SHEAF_ORDER_BY_GIVEN,   /* by the last word, then by the rest */
} SheafOrderBy;

/* language as in "vi"; one that is not known gives the order of all languages. Never NULL. */
SheafOrder *sheaf_order_new (const char *language);
void        sheaf_order_free (SheafOrder *order);

/* Bytes that compare with strcmp as the texts do in the alphabet. Equal texts alone give equal
 * keys. Free with g_free. */
char *sheaf_order_key (const SheafOrder *order,
                       const char       *text);
char *sheaf_order_name_key (const SheafOrder *order,
                            const char       *name,
                            SheafOrderBy      by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafOrder, sheaf_order_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quantity as an integer count of thousandths (kilograms, litres, hours, days). */
#pragma once

#include <glib.h>

typedef struct
{
  gint64 thousandths;
} SheafQuantity;

#define SHEAF_QUANTITY(n) ((SheafQuantity){ .thousandths = (n) })

/* Unsigned decimal text with at most 3 decimals, as files hold it. */
gboolean sheaf_quantity_parse (const char    *text,
                               SheafQuantity *ret_quantity,
                               GError       **error);

/* As files hold it. Free with g_free. */
char *sheaf_quantity_to_text (SheafQuantity quantity);

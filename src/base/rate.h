/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A rate as an integer count of millionths (shares and rates; 1 is the whole). */
#pragma once

#include <glib.h>

typedef struct
{
  gint64 millionths;
} SheafRate;

#define SHEAF_RATE(n) ((SheafRate){ .millionths = (n) })

/* Unsigned decimal text with at most 6 decimals, as files hold it. */
gboolean sheaf_rate_parse (const char *text,
                           SheafRate  *ret_rate,
                           GError    **error);

/* As files hold it. Free with g_free. */
char *sheaf_rate_to_text (SheafRate rate);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strict reading and writing of decimal numbers kept as scaled integers. */
#pragma once

#include <glib.h>

/* ASCII digits with at most the given count of decimals (0 to 6) after a point, at most 18 digits
 * in all once scaled. No sign, space, exponent or grouping. ret_value is scaled by 10^decimals. */
gboolean sheaf_number_parse (const char *text,
                             guint       decimals,
                             gint64     *ret_value,
                             GError    **error);

/* As files hold it: a point, no grouping, trailing zeros of the fraction left out. */
char *sheaf_number_to_text (gint64 value,
                            guint  decimals);

/* For people in the language (vi, fr, en): grouping, decimal sign, parentheses for negative. */
char *sheaf_number_format (gint64      value,
                           guint       decimals,
                           const char *language);

/* Short, for charts: "15,5 tr", "1,2 tỷ" (vi), "15.5 m", "1.2 bn" (en), "15,5 M", "1,2 Md" (fr);
 * the last decimal is cut off. */
char *sheaf_number_short (gint64      value,
                          const char *language);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running numbers of papers by a pattern that people choose. */
#pragma once

#include <glib.h>

/* The number of the pattern: {n} is the counter, {n:4} the counter with at least four digits (1 to
 * 9), {year} the year. NULL when the pattern is none: it needs {n} or {n:DIGITS} once, may hold
 * {year}, and no other brace; at most 30 letters. Free with g_free. */
char *sheaf_serial_format (const char *pattern,
                           gint64      counter,
                           int         year);

/* The counter that a number of the pattern has in the year; 0 when it is none of the pattern. */
gint64 sheaf_serial_read (const char *pattern,
                          const char *number,
                          int         year);

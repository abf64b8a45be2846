/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How high a row must be for text that wraps: programs that open or print a workbook need not find
 * out by themselves, and not all do. */
#pragma once

#include <glib.h>

/* The height of one line of the usual size. */
#define SHEAF_SHEET_LINE_POINTS 15

/* The lines that a text takes in cells of so many letters (the width of columns), broken at spaces
 * as programs do; a word that is longer than a line goes over several. At least 1. */
guint sheaf_sheet_lines (const char *text,
                         guint       letters,
                         gboolean    bold);

/* The height of a row of so many lines; 409 points are the most that a sheet takes. */
guint sheaf_sheet_points (guint lines);

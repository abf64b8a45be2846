/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules on a single file's text. Each adds a sentence to FINDINGS for each breach, naming path
 * and line, and knows the file only by the path and text given, so tests can show it a bad sample.
 */

#pragma once

#include <glib.h>

/* Who may include whom: folders of src, and the libraries' headers. */
void tidy_check_includes (const char *path, const char *text, GPtrArray *findings);

/* At most 100 columns, counted in characters. */
void tidy_check_line_length (const char *path, const char *text, GPtrArray *findings);

/* At most 500 lines. */
void tidy_check_file_length (const char *path, const char *text, GPtrArray *findings);

/* The first line names the licence, the next line begins the comment that says what the file is
 * for. */
void tidy_check_head (const char *path, const char *text, GPtrArray *findings);

/* No floating point where figures are kept, added or shared out: only drawing in documents and app.
 */
void tidy_check_no_floats (const char *path, const char *text, GPtrArray *findings);

/* No account number as a string in C: accounts are found by role. */
void tidy_check_no_account_numbers (const char *path, const char *text, GPtrArray *findings);

/* Nothing names a folder outside the source tree. */
void tidy_check_stays_inside (const char *path, const char *text, GPtrArray *findings);

/* A file with messages for people stands in POTFILES, whose text is given. */
void tidy_check_in_potfiles (const char *path,
                             const char *text,
                             const char *potfiles,
                             GPtrArray  *findings);

/* A message has no G_GINT64_FORMAT and the like inside: xgettext would end it there, and no
 * translation of it would be found. PRId64 is read. */
void tidy_check_messages_are_whole (const char *path, const char *text, GPtrArray *findings);

/* A template's class has its .c and .h at the same place below src/app; a list cell needs none;
 * each file is named in RESOURCES, the text of the resource lists. EXISTS tells if a path is there.
 */
void tidy_check_template (const char *path,
                          const char *text,
                          const char *resources,
                          gboolean (*exists) (const char *path),
                          GPtrArray *findings);

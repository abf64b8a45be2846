/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The source tree as the tidy tests see it: files, their text, their code without comments. */

#pragma once

#include <glib.h>

/* The top folder of the source tree. Free with g_free(). */
char *tidy_source_root (void);

/* Paths below FOLDER (relative to the top, as "src/base/money.c"), at any depth, whose name ends in
 * one of SUFFIXES ("" takes all); sorted. A folder that is not there has no files. */
GPtrArray *tidy_list_files (const char *folder, const char *const *suffixes);

/* The text of a file; one that cannot be read or is not UTF-8 ends the test. */
char *tidy_read_file (const char *path);

gboolean tidy_file_exists (const char *path);

/* TEXT with every comment and the inside of every string and character blanked out, lines kept. */
char *tidy_blank_comments_and_strings (const char *text);

/* Ends the current test as failed, naming all findings, if there are any. */
void tidy_expect_none (const GPtrArray *findings);

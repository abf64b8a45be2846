/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads papers back with the programs of poppler and qpdf. */
#pragma once

#include "documents/document.h"

/* A new folder of its own for the test; its path is freed with g_free. */
char *reader_folder (void);

/* A portrait document of 31 December 2025. */
SheafDocument *reader_document (void);

/* Saves the document as NAME in the folder; gives the path. */
char *reader_save (SheafDocument *document,
                   const char    *folder,
                   const char    *name);

/* Removes a paper and its folder, unless SHEAF_KEEP_PAPERS is set (to look at them). */
void reader_drop (const char *path,
                  const char *folder);

/* What a program wrote when given the path as its last argument (words is its name and options,
 * with blanks between); the test fails when it fails. NULL when the program is not installed, and
 * then the test is marked as skipped. */
char *reader_run (const char *words,
                  const char *path);

/* A program that writes to standard output with "-" behind the path (pdftotext). The test fails
 * where one word stands on another (test_paper_expect_clear). */
char *reader_text (const char *words,
                   const char *path);

/* xMax of the nth word (from 0) that reads so, in millionths of a point; fails the test when there
 * is none. */
gint64 reader_right_edge (const char *bbox,
                          const char *word,
                          guint       nth);

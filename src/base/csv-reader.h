/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads RFC 4180 text record by record, from files of any size. */
#pragma once

#include <glib.h>

typedef struct _SheafCsvReader SheafCsvReader;

/* The longest record that is read; a longer one is refused rather than kept in memory. */
#define SHEAF_CSV_RECORD_MAX ((gsize) 1024 * 1024)

/* Opens a file. The error says what is wrong with it in one sentence, without the file's name. A
 * UTF-8 byte order mark is skipped. */
SheafCsvReader *sheaf_csv_reader_open (const char *path,
                                       GError    **error);

/* Reads from a copy of the text, which is valid as a C string and has no byte order mark. */
SheafCsvReader *sheaf_csv_reader_open_text (const char *text);

/* What stands between fields instead of the comma: where the decimal sign is a comma, spreadsheet
 * programs write a semicolon. Before the first record. */
void sheaf_csv_reader_set_separator (SheafCsvReader *reader,
                                     char            separator);
void sheaf_csv_reader_free (SheafCsvReader *reader);

/* The next record's fields (owned by the reader until the next call), or NULL at the end or on an
 * error, which is then set: NUL bytes, invalid UTF-8, a quote out of place, a record over
 * SHEAF_CSV_RECORD_MAX. Empty lines are skipped. Fields are in NFC with outer blanks removed. */
const GPtrArray *sheaf_csv_reader_next (SheafCsvReader *reader,
                                        GError        **error);

/* The line on which the last record began, or on which the error was met; 1-based. */
guint sheaf_csv_reader_line (const SheafCsvReader *reader);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCsvReader, sheaf_csv_reader_free)

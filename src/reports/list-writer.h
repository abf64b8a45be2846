/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists whose words lie in data/lists: head, columns and texts by key, in the report's language. */
#pragma once

#include "reports/list-head.h"

typedef struct
{
  SheafBook       *book;
  GKeyFile        *words;
  char            *language;
  SheafReportHead *head;
  SheafReportSink *sink;
} SheafListWriter;

/* Loads the words of the report's code and makes its head, which is not written yet. FALSE with an
 * error; clear the writer either way. */
gboolean sheaf_list_writer_init (SheafListWriter           *writer,
                                 SheafBook                 *book,
                                 const char                *code,
                                 const SheafReportQuestion *question,
                                 SheafReportSink           *sink,
                                 SheafDate                  from,
                                 SheafDate                  to,
                                 GError                   **error);
void     sheaf_list_writer_clear (SheafListWriter *writer);

/* The text of a key with {word} replaced, pairs of word and text closed by NULL; the key itself
 * where there is no such text. Free with g_free. */
char *sheaf_list_text (const SheafListWriter *writer,
                       const char            *key,
                       ...) G_GNUC_NULL_TERMINATED;

/* Columns with the headings of the list "columns_NAME"; one without a key closes the table. */
GPtrArray *sheaf_list_columns (const SheafListWriter *writer,
                               const char            *name,
                               const SheafListColumn *columns);

/* Writes a section of the name with these columns; title may be NULL, is not taken over. */
gboolean sheaf_list_section (SheafListWriter       *writer,
                             const char            *name,
                             const char            *title,
                             const SheafListColumn *columns,
                             GError               **error);

/* Adds a sentence above the table, for readers. */
void sheaf_list_warn (SheafListWriter *writer,
                      const char      *text);

/* The year that a question means: its own, the one of its days, or the book's last with entries. */
gboolean sheaf_list_year (SheafBook                 *book,
                          const SheafReportQuestion *question,
                          int                       *ret_year,
                          GError                   **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheafListWriter, sheaf_list_writer_clear)

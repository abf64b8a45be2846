/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running numbers of the lines of the general journal (S03a, column G), which the ledger quotes
 * (S03b): each row of a voucher has two, the debit's and the credit's. */
#pragma once

#include "ledger/chart.h"

#include <glib.h>

typedef struct _SheafBookLines SheafBookLines;

/* Of the accounting year of a day up to that day; four bytes a row. */
SheafBookLines *sheaf_book_lines_new (SheafBook *book,
                                      SheafDate  to,
                                      GError   **error);
void            sheaf_book_lines_free (SheafBookLines *lines);

/* The number of a row's debit line; 0 for rows that the journal leaves out (off-balance
 * accounts). */
guint sheaf_book_lines_find (const SheafBookLines *lines,
                             gint64                row_id);

/* How many lines there are before a day of the year. */
gboolean sheaf_book_lines_before (SheafBook *book,
                                  SheafDate  day,
                                  guint     *ret_lines,
                                  GError   **error);

/* Whether the journal has rows on the account: no opening, no off-balance account. */
gboolean sheaf_book_lines_has (const SheafChart *chart,
                               gint64            debit_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBookLines, sheaf_book_lines_free)

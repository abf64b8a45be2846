/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What closing a year would post and what the statements say then. */
#pragma once

#include "ledger/closing.h"
#include "reports/report.h"

/* Closes the year, writes what came of it as a report and undoes it (sheaf_closing_try): the
 * entries; the result after tax and the tax, internal and external; the statement of results before
 * and after; every line of every statement that differs. Of a year that is closed the same without
 * the comparison, as it was posted. Words in vi, en or fr for accounts and statements; others in
 * the language of the messages. The book is open for writing; nothing is written. ret_differing may
 * be NULL: how many lines of statements differ, 0 as long as the keys are the usual ones. */
gboolean sheaf_closing_preview_write (SheafBook              *book,
                                      int                     year,
                                      const SheafClosingKeys *keys,
                                      const char             *language,
                                      SheafReportSink        *sink,
                                      guint                  *ret_differing,
                                      GError                **error);

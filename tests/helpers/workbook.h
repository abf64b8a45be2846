/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a workbook back: its XML as any program would, and its formulas by an evaluator of their
 * own. */
#pragma once

#include <glib.h>

typedef struct _TestWorkbook TestWorkbook;

/* Unpacks the bytes of an .xlsx file; fails the test when a part is no whole XML. */
TestWorkbook *test_workbook_read (const char *bytes,
                                  gsize       length);
void          test_workbook_free (TestWorkbook *workbook);

/* The names of its sheets, in order. */
const char *const *test_workbook_sheets (TestWorkbook *workbook);

/* What a cell ("C5") of the nth sheet holds: a text, the text of a number, or NULL. */
const char *test_workbook_cell (TestWorkbook *workbook,
                                guint         sheet,
                                const char   *place);

/* Its formula without the sign of equality, or NULL. */
const char *test_workbook_formula (TestWorkbook *workbook,
                                   guint         sheet,
                                   const char   *place);

/* Where a text stands ("B7"); fails the test when it does not. Free with g_free. */
char *test_workbook_find (TestWorkbook *workbook,
                          guint         sheet,
                          const char   *text);

/* TRUE when the text of a cell begins so. */
gboolean test_workbook_has (TestWorkbook *workbook,
                            guint         sheet,
                            const char   *begin);

/* Computes every formula (sums of ranges, sums and differences of cells) and holds it against the
 * figure beside it. Gives how many there were. */
guint test_workbook_check (TestWorkbook *workbook);

/* The XML of a sheet, for what is no cell. */
const char *test_workbook_xml (TestWorkbook *workbook,
                               guint         sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestWorkbook, test_workbook_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Internal or external is decided when a row is written; the register may have been corrected
 * since, so the standing is asked again. */
#include "ledger/scope-report.h"

#include "ledger/scope-report-sql.h"
#include "store/query.h"

static void
free_row (gpointer data)
{
  SheafScopeReportRow *row = data;

  g_free (row->number);
  g_free (row->description);
  g_free (row->debit);
  g_free (row->credit);
  g_free (row->party);
  g_free (row->reason);
  g_free (row);
}

static SheafScopeReportRow *
read_row (const SheafQuery *query)
{
  SheafScopeReportRow *row = g_new0 (SheafScopeReportRow, 1);

  row->what = (SheafScopeReportKind) sheaf_query_int (query, 0);
  row->voucher_id = sheaf_query_int (query, 1);
  row->date = sheaf_query_date (query, 2);
  row->kind = (SheafVoucherKind) sheaf_query_int (query, 3);
  row->number = g_strdup (sheaf_query_text (query, 4));
  row->description = g_strdup (sheaf_query_text (query, 5));
  row->debit = g_strdup (sheaf_query_text (query, 6));
  row->credit = g_strdup (sheaf_query_text (query, 7));
  row->amount = SHEAF_MONEY (sheaf_query_int (query, 8));
  row->party = g_strdup (sheaf_query_text (query, 9));
  row->scope = (SheafScope) sheaf_query_int (query, 10);
  row->reason = g_strdup (row->what == SHEAF_SCOPE_REPORT_OVERRIDE ? sheaf_query_text (query, 11)
                                                                   : "");
  return row;
}

GPtrArray *
sheaf_scope_report (SheafBook *book,
                    SheafDate  from,
                    SheafDate  to,
                    GError   **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (SheafQuery) query = NULL;

  query = sheaf_query_new (sheaf_book_store (book), SCOPE_ROWS,
                           SHEAF_ARGS (SHEAF_DAY (from), SHEAF_DAY (to),
                                       SHEAF_INT (sheaf_book_separates (book))),
                           error);
  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (rows, read_row (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&rows) : NULL;
}

const char *
sheaf_scope_report_to_word (SheafScopeReportKind what)
{
  static const char *const words[] = { "internal-with-outsider", "external-with-member", "no-scope",
                                       "override" };

  return (gsize) what < G_N_ELEMENTS (words) ? words[what] : "";
}

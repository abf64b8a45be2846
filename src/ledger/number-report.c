/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gaps in the numbers of vouchers, from one reading of their index. */
#include "ledger/number-report.h"

#include "ledger/number-report-sql.h"
#include "ledger/voucher-private.h"
#include "store/query.h"

static void
free_finding (gpointer data)
{
  SheafNumberFinding *finding = data;

  g_free (finding->first);
  g_free (finding->last);
  g_free (finding);
}

static SheafNumberFinding *
read_finding (SheafBook        *book,
              const SheafQuery *query)
{
  SheafNumberFinding *finding = g_new0 (SheafNumberFinding, 1);

  finding->year = (int) sheaf_query_int (query, 0);
  finding->kind = (SheafVoucherKind) sheaf_query_int (query, 1);
  finding->what = (SheafNumberFindingKind) sheaf_query_int (query, 2);
  finding->count = sheaf_query_int (query, 8);
  finding->date = sheaf_query_date (query, 9);
  if (finding->what == SHEAF_NUMBER_SERIES || finding->what == SHEAF_NUMBER_MISSING)
    {
      finding->first = sheaf_voucher_number_text (book, finding->kind, sheaf_query_int (query, 4));
      finding->last = sheaf_voucher_number_text (book, finding->kind, sheaf_query_int (query, 5));
    }
  else
    {
      finding->first = g_strdup (sheaf_query_text (query, 6));
      finding->last = g_strdup (sheaf_query_text (query, 7));
    }
  return finding;
}

GPtrArray *
sheaf_number_report (SheafBook *book,
                     int        year,
                     GError   **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (free_finding);
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), NUMBER_FINDINGS,
                                                  SHEAF_ARGS (SHEAF_INT (year)), error);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (findings, read_finding (book, query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&findings) : NULL;
}

const char *
sheaf_number_finding_to_word (SheafNumberFindingKind what)
{
  static const char *const words[] = { "series", "missing", "out-of-order", "other-form" };

  return (gsize) what < G_N_ELEMENTS (words) ? words[what] : "";
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is no error in the books, but what an auditor looks at. */
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/money-sql.h"
#include "ledger/number-report-sql.h"
#include "ledger/scope-report.h"
#include "ledger/verify-private.h"
#include "ledger/voucher-private.h"
#include "store/query.h"

typedef void (*TellFunc) (SheafBook        *book,
                          const SheafQuery *query,
                          SheafProblems    *problems);

static gboolean
walk (SheafBook     *book,
      const char    *sql,
      TellFunc       tell,
      SheafProblems *problems,
      GError       **error)
{
  g_autoptr (SheafQuery) query =
      sheaf_query_new (sheaf_book_store (book), sql, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    tell (book, query, problems);
  return sheaf_query_finish (query, error);
}

static void
tell_bank_account (SheafBook        *book,
                   const SheafQuery *query,
                   SheafProblems    *problems)
{
  g_autofree char *balance =
      sheaf_money_format (SHEAF_MONEY (sheaf_query_int (query, 3)), sheaf_language_current ());

  (void) book;
  sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                      _ ("%s on account %s stands at %s at the end of %s: check the rows that name "
                         "this bank account"),
                      sheaf_query_text (query, 1), sheaf_query_text (query, 0), balance,
                      sheaf_query_text (query, 2));
}

/* The sum of all may hide a bank account that is overdrawn. */
gboolean
sheaf_verify_bank_accounts (SheafBook     *book,
                            SheafProblems *problems,
                            GError       **error)
{
  return walk (book, MONEY_BAD_ITEMS, tell_bank_account, problems, error);
}

static void
tell_gap (SheafBook        *book,
          const SheafQuery *query,
          SheafProblems    *problems)
{
  SheafVoucherKind kind = (SheafVoucherKind) sheaf_query_int (query, 1);
  gint64           count = sheaf_query_int (query, 3);
  g_autofree char *first = sheaf_voucher_number_text (book, kind, sheaf_query_int (query, 2));

  sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "of the %s numbers of %d, %d is missing, from %s on: “gaps” "
                                   "lists it",
                                   "of the %s numbers of %d, %d are missing, from %s on: “gaps” "
                                   "lists them",
                                   (gulong) count),
                      sheaf_voucher_kind_to_word (kind), (int) sheaf_query_int (query, 0),
                      (int) count, first);
}

gboolean
sheaf_verify_numbers (SheafBook     *book,
                      SheafProblems *problems,
                      GError       **error)
{
  return walk (book, NUMBER_GAPS, tell_gap, problems, error);
}

/* A side chosen with a reason is not among them. */
gboolean
sheaf_verify_scopes (SheafBook     *book,
                     SheafProblems *problems,
                     GError       **error)
{
  g_autoptr (GPtrArray) rows = sheaf_scope_report (book, SHEAF_DATE_NONE, SHEAF_DATE_NONE, error);
  guint wrong = 0;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const SheafScopeReportRow *row = g_ptr_array_index (rows, i);

      wrong += row->what != SHEAF_SCOPE_REPORT_OVERRIDE;
    }
  if (wrong > 0)
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
        g_dngettext (GETTEXT_PACKAGE,
                     "%u row looks wrong as to internal or external: “scopes” lists it",
                     "%u rows look wrong as to internal or external: “scopes” lists them", wrong),
        wrong);
  return rows != NULL;
}

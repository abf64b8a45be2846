/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kept totals against the rows, and the rows against the rules. */
#include "ledger/verify.h"

#include "base/i18n.h"
#include "ledger/attachment.h"
#include "ledger/chart.h"
#include "ledger/currency.h"
#include "ledger/money-sql.h"
#include "ledger/search-index.h"
#include "ledger/totals.h"
#include "ledger/verify-private.h"
#include "ledger/verify-sql.h"
#include "store/query.h"

#include <inttypes.h>
#include <string.h>

gboolean
sheaf_verify_walk (SheafBook        *book,
                   const char       *sql,
                   const SheafValue *args,
                   SheafVerifyTell   tell,
                   SheafProblems    *problems,
                   GError          **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafQuery) query = NULL;

  if (chart == NULL)
    return FALSE;
  query = sheaf_query_new (sheaf_book_store (book), sql, args, error);
  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    tell (chart, query, problems);
  return sheaf_query_finish (query, error);
}

static gboolean
walk (SheafBook      *book,
      const char     *sql,
      SheafVerifyTell tell,
      SheafProblems  *problems,
      GError        **error)
{
  return sheaf_verify_walk (book, sql, SHEAF_NO_ARGS, tell, problems, error);
}

static const char *
code_of (const SheafChart *chart,
         gint64            id)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, id);

  return account == NULL ? "?" : account->code;
}

static void
tell_currency (const SheafChart *chart,
               const SheafQuery *query,
               SheafProblems    *problems)
{
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("the kept totals of account %s in %s in month %" PRId64
                         " are not the sums of their rows: restore a backup"),
                      code_of (chart, sheaf_query_int (query, 0)), sheaf_query_text (query, 2),
                      sheaf_query_int (query, 1));
}

static void
tell_units (const SheafChart *chart,
            const SheafQuery *query,
            SheafProblems    *problems)
{
  const char         *currency = sheaf_query_text (query, 0);
  const SheafAccount *counter = sheaf_chart_by_role (chart, "foreign-units", NULL);
  g_autofree char    *held = sheaf_currency_to_text (sheaf_query_int (query, 1), currency);
  g_autofree char    *counted = sheaf_currency_to_text (sheaf_query_int (query, 2), currency);

  sheaf_problems_add (
      problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
      _ ("the accounts of money hold %s %s, but account %s counts %s: restore a backup"), held,
      currency, counter->code, counted);
}

static void
tell_voucher (const SheafChart *chart,
              const SheafQuery *query,
              SheafProblems    *problems)
{
  (void) chart;
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("voucher %s breaks a rule of the ledger (%s): restore a backup from "
                         "before it was written"),
                      sheaf_query_text (query, 0), sheaf_query_text (query, 1));
}

static void
tell_opening (const SheafChart *chart,
              const SheafQuery *query,
              SheafProblems    *problems)
{
  (void) chart;
  if (sheaf_query_int (query, 0) != 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        _ ("the opening debits and credits differ: restore a backup"));
}

gboolean
sheaf_totals_check (SheafBook     *book,
                    SheafProblems *problems,
                    GError       **error)
{
  return sheaf_verify_totals (book, problems, error) &&
         walk (book, VERIFY_CURRENCIES, tell_currency, problems, error) &&
         walk (book, VERIFY_PRODUCTS, tell_currency, problems, error);
}

static gboolean
check_vouchers (SheafBook     *book,
                SheafProblems *problems,
                GError       **error)
{
  return walk (book, VERIFY_VOUCHERS, tell_voucher, problems, error);
}

static gboolean
check_opening (SheafBook     *book,
               SheafProblems *problems,
               GError       **error)
{
  return walk (book, VERIFY_OPENING, tell_opening, problems, error);
}

static void
tell_closing (const SheafChart *chart,
              const SheafQuery *query,
              SheafProblems    *problems)
{
  (void) chart;
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                      _ ("the year %" PRId64 " is closed, but account %s has a balance "
                         "left: reopen the year and close it again"),
                      sheaf_query_int (query, 0), sheaf_query_text (query, 1));
}

static gboolean
check_closings (SheafBook     *book,
                SheafProblems *problems,
                GError       **error)
{
  return walk (book, VERIFY_CLOSINGS, tell_closing, problems, error);
}

/* 007 counts what 111 and 112 hold (Circular 71/2024, Appendix I, account 007). */
static gboolean
check_units (SheafBook     *book,
             SheafProblems *problems,
             GError       **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *counter;

  if (chart == NULL)
    return FALSE;
  counter = sheaf_chart_by_role (chart, "foreign-units", NULL);
  return counter == NULL ||
         sheaf_verify_walk (book, VERIFY_UNITS, SHEAF_ARGS (SHEAF_TEXT (counter->code)), tell_units,
                            problems, error);
}

const SheafCheck sheaf_ledger_checks[] = {
  { "totals", sheaf_totals_check, N_ ("Kept totals are the sums of their rows"),
    N_ ("Every table of totals is added up again from the rows. Where they differ "
        "statements would be wrong: restore a backup.") },
  { "foreign-units", check_units, N_ ("Units of foreign money are counted"),
    N_ ("What the accounts of money hold in a currency is what the account of units "
        "counts.") },
  { "vouchers", check_vouchers, N_ ("Vouchers keep the ledger's rules"),
    N_ ("No empty voucher, no row on a group, no row without the party or item that its "
        "account needs, reversals of the same sum.") },
  { "opening", check_opening, N_ ("Opening debits equal opening credits"),
    N_ ("Else every balance sheet would be out of balance from the first day.") },
  { "closings", check_closings, N_ ("A closed year leaves no result open"),
    N_ ("Accounts of revenue, deductions, costs and results stand at zero at the end "
        "of a closed year.") },
  { "bank-accounts", sheaf_verify_bank_accounts, N_ ("No bank account is overdrawn"),
    N_ ("The sum of all may hide one bank account below zero; an overdraft belongs to "
        "borrowings.") },
  { "numbers", sheaf_verify_numbers, N_ ("Numbers run without a gap"),
    N_ ("A missing number must be explained; the list of gaps names them.") },
  { "scopes", sheaf_verify_scopes, N_ ("Internal and external as it follows from the party"),
    N_ ("Rows whose side looks wrong are listed; the result of each side depends on "
        "them.") },
  { "sub-ledgers", sheaf_verify_control, N_ ("Parties and items add up to their account"),
    N_ ("Sub-ledger equals control account, debits and credits apart.") },
  { "merges", sheaf_verify_merges, N_ ("Merged parties take no rows"),
    N_ ("A party that another stands for gets no new rows, and every merge leads to "
        "somebody.") },
  { "items", sheaf_verify_items, N_ ("Items take rows of their party and time only"),
    N_ ("A closed item has no later rows, and nobody else's.") },
  { "attachments", sheaf_attachment_check, N_ ("Files behind vouchers are what was attached"),
    N_ ("Each file's bytes have the hash that the audited row keeps.") },
  { "search", sheaf_search_check, N_ ("Search knows every voucher"),
    N_ ("The index holds all vouchers, parties and items; “search BOOK --rebuild” fills "
        "it anew.") },
  { NULL, NULL, NULL, NULL },
};

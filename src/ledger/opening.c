/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An opening balance is a row against a hidden contra account, which comes out at 0 because debits
 * equal credits. */
#include "ledger/opening.h"

#include "base/i18n.h"
#include "book/act.h"
#include "ledger/chart-private.h"
#include "ledger/error.h"
#include "ledger/opening-sql.h"
#include "ledger/voucher-check.h"
#include "store/query.h"

static void
add_balance (SheafVoucher              *voucher,
             const SheafChart          *chart,
             const SheafOpeningBalance *balance)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, balance->account_id);
  gboolean            off = account != NULL && account->type == SHEAF_ACCOUNT_OFF_BALANCE;
  gint64              contra = sheaf_chart_contra (chart, off ? SHEAF_CHART_OFF_BALANCE_CONTRA
                                                              : SHEAF_CHART_OPENING_CONTRA)
                      ->id;
  gboolean         debit = balance->debit.units > 0;
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, debit ? balance->account_id : contra,
                                                debit ? contra : balance->account_id,
                                                debit ? balance->debit : balance->credit);

  if (debit)
    row->debit_party_id = balance->party_id, row->debit_item_id = balance->item_id;
  else
    row->credit_party_id = balance->party_id, row->credit_item_id = balance->item_id;
  if (balance->currency != NULL && *balance->currency != '\0')
    {
      *(debit ? &row->debit_currency : &row->credit_currency) = g_strdup (balance->currency);
      *(debit ? &row->debit_foreign : &row->credit_foreign) = balance->foreign;
    }
  row->scope = balance->scope;
  row->due = balance->due;
  row->product = g_strdup (balance->product);
  row->quantity = balance->quantity;
  row->document = g_strdup (balance->document);
  row->line = balance->line;
}

static SheafVoucher *
make_voucher (SheafBook        *book,
              const SheafChart *chart,
              const GArray     *balances)
{
  SheafVoucher *voucher = sheaf_voucher_new (SHEAF_VOUCHER_OPENING, sheaf_book_first_day (book),
                                             _ ("Opening balances"));

  voucher->layer = SHEAF_LAYER_OPENING;
  for (guint i = 0; i < balances->len; i++)
    add_balance (voucher, chart, &g_array_index (balances, SheafOpeningBalance, i));
  return voucher;
}

static void
judge_balance (const SheafChart          *chart,
               const SheafOpeningBalance *balance,
               const char                *file,
               SheafProblems             *problems)
{
  const SheafAccount *account = sheaf_chart_by_id (chart, balance->account_id);

  if (balance->debit.units < 0 || balance->credit.units < 0 ||
      (balance->debit.units > 0) == (balance->credit.units > 0))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, balance->line, "debit",
                        _ ("a balance stands on one side: enter either debit or credit above 0"));
  if (account != NULL &&
      (account->type == SHEAF_ACCOUNT_REVENUE || account->type == SHEAF_ACCOUNT_CONTRA_REVENUE ||
       account->type == SHEAF_ACCOUNT_EXPENSE || account->type == SHEAF_ACCOUNT_CLEARING))
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_ERROR, file, balance->line, "account",
        _ ("%s has no balance at the start of a year: enter the result in the profit accounts"),
        account->code);
}

static void
judge_sum (const SheafChart *chart,
           const GArray     *balances,
           const char       *file,
           SheafProblems    *problems)
{
  g_autofree char *debit_text = NULL;
  g_autofree char *credit_text = NULL;
  SheafWide        debit = 0, credit = 0;

  for (guint i = 0; i < balances->len; i++)
    {
      const SheafOpeningBalance *balance = &g_array_index (balances, SheafOpeningBalance, i);
      const SheafAccount        *account = sheaf_chart_by_id (chart, balance->account_id);

      if (account == NULL || account->type == SHEAF_ACCOUNT_OFF_BALANCE)
        continue;
      debit += balance->debit.units;
      credit += balance->credit.units;
    }
  if (debit == credit)
    return;
  debit_text = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) MIN (debit, G_MAXINT64));
  credit_text = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) MIN (credit, G_MAXINT64));
  sheaf_problems_add (
      problems, SHEAF_PROBLEM_ERROR, file, 1, NULL,
      _ ("opening debits %s and credits %s differ: mend the balances until both sums are equal"),
      debit_text, credit_text);
}

/* Opening vouchers are not reversed, so a file that is read in a second time must not double the
 * balances. */
static gboolean
judge_twice (SheafBook             *book,
             const SheafVoucherRow *row,
             const char            *file,
             SheafProblems         *problems,
             GError               **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (
      sheaf_book_store (book), OPENING_TWICE,
      SHEAF_ARGS (SHEAF_INT (SHEAF_VOUCHER_OPENING), SHEAF_INT (row->debit_id),
                  SHEAF_INT (row->credit_id), SHEAF_UNITS (row->amount),
                  SHEAF_ID (row->debit_party_id), SHEAF_ID (row->credit_party_id),
                  SHEAF_ID (row->debit_item_id), SHEAF_ID (row->credit_item_id),
                  SHEAF_OPTIONAL (row->product), SHEAF_OPTIONAL (row->document)),
      error);

  if (query == NULL)
    return FALSE;
  if (sheaf_query_next (query, NULL))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, row->line, "account",
                        _ ("%s holds this very balance already: leave the row out, or name its "
                           "document if it is another one"),
                        sheaf_query_text (query, 0));
  return sheaf_query_finish (query, error);
}

static gboolean
judge (SheafBook     *book,
       const GArray  *balances,
       const char    *file,
       SheafProblems *problems,
       int           *ret_code,
       GError       **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafVoucher) voucher = NULL;
  guint before = problems->errors;

  if (chart == NULL)
    return FALSE;
  for (guint i = 0; i < balances->len; i++)
    judge_balance (chart, &g_array_index (balances, SheafOpeningBalance, i), file, problems);
  judge_sum (chart, balances, file, problems);
  *ret_code = problems->errors > before ? (int) SHEAF_LEDGER_ERROR_UNBALANCED : -1;
  if (*ret_code >= 0)
    return TRUE; /* rows are made of what is sound only */
  voucher = make_voucher (book, chart, balances);
  for (guint i = 0; i < voucher->rows->len; i++)
    if (!judge_twice (book, voucher->rows->pdata[i], file, problems, error))
      return FALSE;
  if (problems->errors > before)
    {
      *ret_code = (int) SHEAF_LEDGER_ERROR_NUMBER;
      return TRUE;
    }
  return sheaf_voucher_judge (book, voucher, file, problems, ret_code, error);
}

gboolean
sheaf_opening_check (SheafBook     *book,
                     const GArray  *balances,
                     const char    *file,
                     SheafProblems *problems,
                     GError       **error)
{
  int code;

  return judge (book, balances, file, problems, &code, error);
}

gboolean
sheaf_opening_post (SheafBook    *book,
                    const GArray *balances,
                    GError      **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) voucher = NULL;
  int code;

  if (!judge (book, balances, NULL, problems, &code, error))
    return FALSE;
  for (guint i = 0; code >= 0 && i < problems->items->len; i++)
    {
      const SheafProblem *problem = problems->items->pdata[i];

      if (problem->kind == SHEAF_PROBLEM_ERROR)
        {
          g_set_error_literal (error, SHEAF_LEDGER_ERROR, code, problem->text);
          return FALSE;
        }
    }
  voucher = make_voucher (book, sheaf_chart_get (book, NULL), balances);
  return sheaf_voucher_post_checked (book, voucher, NULL, error);
}

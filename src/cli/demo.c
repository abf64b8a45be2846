/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year goes by: what is refused, the closing, the shares, the payment. */
#include "cli/demo.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/error.h"
#include "cli/shares-output.h"
#include "distribution/posting.h"
#include "exchange/csv-import.h"
#include "exchange/sample-book.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "payouts/batch.h"
#include "statements/balance.h"

#define GROUP "book"

static gboolean
read_day (GKeyFile   *facts,
          const char *key,
          SheafDate  *ret_day,
          GError    **error)
{
  g_autofree char *text = g_key_file_get_string (facts, GROUP, key, error);

  return text != NULL && sheaf_date_parse (text, ret_day, error);
}

/* A file with mistakes: all are told, nothing is kept. */
static gboolean
show_refused_import (SheafBook *book,
                     GError   **error)
{
  g_autofree char *path = sheaf_sample_file ("refused-import.csv");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) refusal = NULL;

  sheaf_command_say (_ ("\nA file with mistakes is refused as a whole:"));
  if (sheaf_import_file (book, "vouchers", path, NULL, problems, NULL, &refusal))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("%s was to be refused and was not: the program is not as it should be"),
                   path);
      return FALSE;
    }
  for (guint i = 0; i < problems->items->len; i++)
    {
      g_autofree char *text = sheaf_problem_to_text (g_ptr_array_index (problems->items, i));

      sheaf_command_say ("  %s", text);
    }
  return TRUE;
}

/* An entry in a year that is closed. */
static gboolean
show_refused_entry (SheafBook *book,
                    int        year,
                    GError   **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *bank = chart != NULL ? sheaf_chart_posting_account (chart, "bank", error)
                                           : NULL;
  const SheafAccount *cash = bank != NULL ? sheaf_chart_posting_account (chart, "cash", error)
                                          : NULL;
  g_autoptr (SheafVoucher) voucher = NULL;
  g_autoptr (GError) refusal = NULL;

  if (cash == NULL)
    return FALSE;
  voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sheaf_book_year_end (book, year),
                               "Nộp tiền vào ngân hàng");
  (void) sheaf_voucher_add_row (voucher, bank->id, cash->id, SHEAF_MONEY (1000000)); /* filled */
  sheaf_command_say (_ ("\nAn entry in the closed year is refused:"));
  if (sheaf_voucher_post (book, voucher, NULL, &refusal))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("the year %d is closed and took an entry: the program is not as it should "
                      "be"),
                   year);
      return FALSE;
    }
  sheaf_command_say ("  %s", refusal->message);
  return TRUE;
}

static void
say_total (const char *title,
           SheafMoney  debit,
           SheafMoney  credit)
{
  g_autofree char *debits = sheaf_money_format (debit, sheaf_language_current ());
  g_autofree char *credits = sheaf_money_format (credit, sheaf_language_current ());

  sheaf_command_say (_ ("  %s: debit %s, credit %s"), title, debits, credits);
}

static gboolean
show_balance (SheafBook *book,
              int        year,
              GError   **error)
{
  g_autoptr (SheafBalance) balance =
      sheaf_balance_compute (book, sheaf_book_year_start (book, year),
                             sheaf_book_year_end (book, year), 0, FALSE, error);
  const SheafMoney *total;

  if (balance == NULL)
    return FALSE;
  total = balance->total;
  sheaf_command_say (_ ("\nThe trial balance of %d, closed:"), year);
  say_total (_ ("opening balance"), total[SHEAF_BALANCE_OPENING_DEBIT],
             total[SHEAF_BALANCE_OPENING_CREDIT]);
  say_total (_ ("turnover"), total[SHEAF_BALANCE_DEBIT], total[SHEAF_BALANCE_CREDIT]);
  say_total (_ ("closing balance"), total[SHEAF_BALANCE_CLOSING_DEBIT],
             total[SHEAF_BALANCE_CLOSING_CREDIT]);
  return TRUE;
}

static gboolean
close_year (SheafBook *book,
            int        year,
            GError   **error)
{
  SheafClosingKeys keys;

  return sheaf_closing_keys_parse ("revenue", NULL, &keys, error) &&
         sheaf_closing_post (book, year, &keys, NULL, error) && show_balance (book, year, error) &&
         show_refused_entry (book, year, error);
}

static gboolean
store_plan (SheafBook     *book,
            int            year,
            SheafProblems *problems,
            GError       **error)
{
  g_autofree char *path = sheaf_sample_file ("plan.ini");
  g_autofree char *text = NULL;
  gsize            length;

  return g_file_get_contents (path, &text, &length, error) &&
         sheaf_plan_store (book, year, text, (gssize) length, path, problems, error);
}

static gboolean
share_income (const SheafCommandLine *line,
              SheafBook              *book,
              GKeyFile               *facts,
              int                     year,
              SheafProblems          *problems,
              GError                **error)
{
  g_autofree char *resolution = g_key_file_get_string (facts, GROUP, "resolution", error);
  SheafMeeting     meeting = { .resolution = resolution };
  SheafDate        posted;
  g_autoptr (SheafDistribution) distribution = NULL;

  if (resolution == NULL || !read_day (facts, "day_of_resolution", &meeting.date, error) ||
      !read_day (facts, "day_of_posting", &posted, error) ||
      !store_plan (book, year, problems, error) ||
      !sheaf_plan_approve (book, year, &meeting, problems, error) ||
      !sheaf_plan_post (book, year, posted, NULL, error))
    return FALSE;
  distribution = sheaf_distribution_load (book, year, problems, error);
  if (distribution == NULL)
    return FALSE;
  sheaf_command_say (_ ("\nThe income of %d as resolution %s shares it:"), year, resolution);
  return sheaf_steps_output (line, book, year, distribution, error);
}

static gboolean
pay_members (SheafBook     *book,
             GKeyFile      *facts,
             int            year,
             SheafProblems *problems,
             GError       **error)
{
  g_autofree char *path = sheaf_sample_file ("vouchers-2026.csv");
  SheafPayoutSpec  spec = { .year = year,
                            .method = SHEAF_PAYOUT_CASH,
                            .minimum = SHEAF_MONEY (-1) };
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autofree char *amount = NULL;
  gint64           id;

  if (!read_day (facts, "day_of_payout", &spec.date, error) ||
      !sheaf_import_file (book, "vouchers", path, NULL, problems, NULL, error) ||
      !sheaf_payout_make (book, &spec, problems, &id, error))
    return FALSE;
  batch = sheaf_payout_load (book, id, error);
  if (batch == NULL)
    return FALSE;
  amount = sheaf_money_format (sheaf_payout_batch_total (batch), sheaf_language_current ());
  sheaf_command_say (_ ("\nPaid in cash to %u members: %s"), batch->lines->len, amount);
  return TRUE;
}

gboolean
sheaf_demo_keep_books (const SheafCommandLine *line,
                       SheafBook              *book,
                       GKeyFile               *facts,
                       GError                **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  int      year = sheaf_date_year (sheaf_book_first_day (book));
  gboolean done = show_refused_import (book, error) && close_year (book, year, error) &&
                  share_income (line, book, facts, year, problems, error) &&
                  pay_members (book, facts, year, problems, error);

  sheaf_command_print_problems (problems);
  return done;
}

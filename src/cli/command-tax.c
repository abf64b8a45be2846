/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The income tax sheet: answers to what books cannot know, and putting the tax on the books. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/act.h"
#include "cli/error.h"
#include "cli/report-output.h"
#include "ledger/tax-answer.h"
#include "ledger/tax-entry.h"
#include "ledger/voucher.h"
#include "statements/tax-sheet.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the tax year") },
  { "quarter", "1…4", N_ ("up to the end of this quarter only: provisional tax") },
  { "set", "KEY=VALUE …",
    N_ ("an answer, may be given several times: rate, exempt-share, common-fund, last-revenue, "
        "loss-YYYY, other-increase, other-decrease, tax-reduction, and KEY-reason") },
  { "post", NULL, N_ ("enters the tax: the difference to what was entered before") },
  { "amount", "AMOUNT", N_ ("with --quarter and --post: this amount instead") },
  { "date", "DAY", N_ ("day of the voucher; the quarter’s or year’s last when not given") },
  { NULL, NULL, NULL },
};

static gboolean
refuse (GError    **error,
        const char *text)
{
  g_set_error_literal (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE, text);
  return FALSE;
}

static gboolean
keep_answers (const SheafCommandLine *line,
              SheafBook              *book,
              int                     year,
              GError                **error)
{
  const char *set = sheaf_command_option (line, "set");
  g_auto (GStrv) answers = g_strsplit (set != NULL ? set : "", "\n", -1);

  return set == NULL ||
         sheaf_tax_answer_set (book, year, (const char *const *) answers, error);
}

static gboolean
say_voucher (SheafBook *book,
             gint64     id,
             GError   **error)
{
  g_autoptr (SheafVoucher) voucher = id != 0 ? sheaf_voucher_load (book, id, error) : NULL;

  if (id == 0)
    sheaf_command_say ("%s", _ ("No tax is left to enter: nothing was posted."));
  else if (voucher != NULL)
    sheaf_command_say (_ ("Voucher %s enters the tax."), voucher->number);
  return id == 0 || voucher != NULL;
}

static gboolean
post (const SheafCommandLine *line,
      SheafBook              *book,
      int                     year,
      guint                   quarter,
      gint64                 *ret_id,
      GError                **error)
{
  const char *text = sheaf_command_option (line, "amount");
  SheafDate   date = quarter == 0 ? sheaf_book_year_end (book, year)
                                  : sheaf_tax_quarter_end (book, year, quarter);
  SheafMoney  amount;

  if (!sheaf_command_flag (line, "post"))
    return TRUE;
  if (!sheaf_command_day (line, "date", &date, error))
    return FALSE;
  if (text != NULL && !sheaf_money_parse (text, &amount, NULL))
    return refuse (error, _ ("--amount is no amount: give whole đồng"));
  return text != NULL ? sheaf_tax_entry_post (book, year, quarter, amount, date, ret_id, error)
                      : sheaf_tax_sheet_post (book, year, quarter, date, ret_id, error);
}

/* Answers and voucher are one act: when the voucher is refused, no answer was kept. */
static gboolean
keep (const SheafCommandLine *line,
      SheafBook              *book,
      int                     year,
      guint                   quarter,
      GError                **error)
{
  g_autofree char *summary = g_strdup_printf ("%d", year);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "tax", summary, error);
  gint64 id = 0;

  if (act == NULL || !keep_answers (line, book, year, error) ||
      !post (line, book, year, quarter, &id, error) || !sheaf_act_commit (act, error))
    return FALSE;
  return !sheaf_command_flag (line, "post") || strcmp (sheaf_command_format (line), "text") != 0 ||
         sheaf_command_option (line, "o") != NULL || say_voucher (book, id, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean            set = sheaf_command_option (line, "set") != NULL;
  gboolean            writes = set || sheaf_command_flag (line, "post");
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE, .to = SHEAF_DATE_NONE };
  guint               quarter = 0;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_need_year (line, &question.year, error) ||
      !sheaf_command_number (line, "quarter", 1, 4, &quarter, error))
    return FALSE;
  if (sheaf_command_option (line, "amount") != NULL &&
      (quarter == 0 || !sheaf_command_flag (line, "post")))
    return refuse (error, _ ("--amount is for the provisional tax of a quarter: give --quarter and "
                             "--post with it"));
  book = sheaf_command_open (line, writes ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, error);
  if (book == NULL || (writes && !keep (line, book, question.year, quarter, error)))
    return FALSE;
  if (quarter != 0)
    question.to = sheaf_tax_quarter_end (book, question.year, quarter);
  return sheaf_report_output (line, book, "tax-sheet", &question, error);
}

const SheafCommand sheaf_command_tax = {
  .name = "tax",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("the income tax sheet of a year; enters the tax"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

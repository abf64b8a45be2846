/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Input VAT shared between taxable and other revenue. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/act.h"
#include "cli/error.h"
#include "cli/report-output.h"
#include "ledger/tax-answer.h"
#include "ledger/vat-share.h"
#include "ledger/voucher.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year; without month and quarter its adjustment") },
  { "month", "1…12", N_ ("this month only") },
  { "quarter", "1…4", N_ ("this quarter only") },
  { "set", "KEY=VALUE …",
    N_ ("an answer for the year: vat-shared-accounts, vat-revenue, vat-not-taxable-accounts, "
        "vat-cost-account") },
  { "post", NULL, N_ ("puts the part that is not deductible to cost") },
  { "date", "DAY", N_ ("day of the voucher; the period’s last when not given") },
  { NULL, NULL, NULL },
};

static gboolean
read_period (const SheafCommandLine *line,
             guint                  *ret_period,
             GError                **error)
{
  guint month = 0, quarter = 0;

  if (!sheaf_command_number (line, "month", 1, 12, &month, error) ||
      !sheaf_command_number (line, "quarter", 1, 4, &quarter, error))
    return FALSE;
  if (month != 0 && quarter != 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--month and --quarter exclude each other: give one"));
      return FALSE;
    }
  *ret_period = quarter != 0 ? SHEAF_VAT_SHARE_QUARTER (quarter) : month;
  return TRUE;
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
post (const SheafCommandLine *line,
      SheafBook              *book,
      int                     year,
      guint                   period,
      SheafDate               date,
      gint64                 *ret_id,
      GError                **error)
{
  return !sheaf_command_flag (line, "post") ||
         (sheaf_command_day (line, "date", &date, error) &&
          sheaf_vat_share_post (book, year, period, date, ret_id, error));
}

static gboolean
say_voucher (const SheafCommandLine *line,
             SheafBook              *book,
             gint64                  id,
             GError                **error)
{
  g_autoptr (SheafVoucher) voucher = NULL;

  if (!sheaf_command_flag (line, "post") || strcmp (sheaf_command_format (line), "text") != 0 ||
      sheaf_command_option (line, "o") != NULL)
    return TRUE;
  if (id == 0)
    {
      sheaf_command_say ("%s", _ ("Nothing is left to put to cost: no voucher was posted."));
      return TRUE;
    }
  voucher = sheaf_voucher_load (book, id, error);
  if (voucher == NULL)
    return FALSE;
  sheaf_command_say (_ ("Voucher %s puts input tax to cost."), voucher->number);
  return TRUE;
}

/* Answers and voucher are one act: when the voucher is refused, no answer was kept. */
static gboolean
keep (const SheafCommandLine *line,
      SheafBook              *book,
      int                     year,
      guint                   period,
      SheafDate               to,
      GError                **error)
{
  g_autofree char *summary = g_strdup_printf ("%d", year);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "vat-share", summary, error);
  gint64 id = 0;

  return act != NULL && keep_answers (line, book, year, error) &&
         post (line, book, year, period, to, &id, error) && sheaf_act_commit (act, error) &&
         say_voucher (line, book, id, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean            set = sheaf_command_option (line, "set") != NULL;
  gboolean            writes = set || sheaf_command_flag (line, "post");
  SheafReportQuestion question = { 0 };
  guint               period;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_need_year (line, &question.year, error) ||
      !read_period (line, &period, error))
    return FALSE;
  book = sheaf_command_open (line, writes ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  sheaf_vat_share_days (book, question.year, period, &question.from, &question.to);
  if (writes && !keep (line, book, question.year, period, question.to, error))
    return FALSE;
  return sheaf_report_output (line, book, "vat-share", &question, error);
}

const SheafCommand sheaf_command_vat_share = {
  .name = "vat-share",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("input VAT shared between taxable and other revenue; puts a part to cost"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

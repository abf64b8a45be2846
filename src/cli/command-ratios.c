/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ratios that lenders ask for. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/act.h"
#include "cli/error.h"
#include "cli/report-output.h"
#include "ledger/tax-answer.h"
#include "statements/balance.h"
#include "statements/ratio.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year; the last one with entries when not given") },
  { "set", "KEY=VALUE …",
    N_ ("interest or planned-profit of the year, or a ratio’s own wish such as current=1.5; may be "
        "given several times") },
  { NULL, NULL, NULL },
};

/* A ratio's key sets its wish; anything else answers for the year. */
static gboolean
keep (SheafBook  *book,
      int         year,
      const char *assignment,
      GError    **error)
{
  const char       *sign = strchr (assignment, '=');
  g_autofree char  *key = sign != NULL ? g_strndup (assignment, (gsize) (sign - assignment)) : NULL;
  const char *const answers[] = { assignment, NULL };

  if (key != NULL && sheaf_ratio_exists (book, key))
    return sheaf_ratio_set_wish (book, key, sign + 1, error);
  return sheaf_tax_answer_set (book, year, answers, error);
}

/* All of them or none. */
static gboolean
keep_all (const SheafCommandLine *line,
          SheafBook              *book,
          int                     year,
          GError                **error)
{
  const char *set = sheaf_command_option (line, "set");
  g_auto (GStrv) assignments = g_strsplit (set != NULL ? set : "", "\n", -1);
  g_autoptr (SheafAct) act = NULL;

  if (set == NULL)
    return TRUE;
  act = sheaf_act_begin (book, "ratio-wish", set, error);
  for (guint i = 0; act != NULL && assignments[i] != NULL; i++)
    if (!keep (book, year, assignments[i], error))
      return FALSE;
  return act != NULL && sheaf_act_commit (act, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean            set = sheaf_command_option (line, "set") != NULL;
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE, .to = SHEAF_DATE_NONE };
  SheafDate           from, to;
  guint               year = 0;
  g_autoptr (SheafBook) book = NULL;

  if (!sheaf_command_number (line, "year", 1900, 2999, &year, error))
    return FALSE;
  book = sheaf_command_open (line, set ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, error);
  if (book == NULL || !sheaf_balance_default_days (book, &from, &to, error))
    return FALSE;
  question.year = year != 0 ? (int) year : sheaf_date_year (to);
  return keep_all (line, book, question.year, error) &&
         sheaf_report_output (line, book, "ratios", &question, error);
}

const SheafCommand sheaf_command_ratios = {
  .name = "ratios",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("ratios that lenders ask for, with formula, figures and finding"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

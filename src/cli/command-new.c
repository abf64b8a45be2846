/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a book. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/error.h"
#include "ledger/chart-list.h"
#include "ledger/chart.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "name", "NAME", N_ ("the co-op's name") },
  { "year", "YYYY", N_ ("the first year") },
  { "chart", "CHART", N_ ("chart of accounts; vn-tt71 when not given") },
  { "law", "LAW", N_ ("law of sharing income; the chart's own when not given") },
  { "currency", "CODE", N_ ("the book's currency; the chart's own when not given") },
  { "sector", "SECTOR", N_ ("such as agriculture") },
  { "union", NULL, N_ ("a union of co-ops") },
  { NULL, NULL, NULL },
};

static const char *
option_or (const SheafCommandLine *line,
           const char             *name,
           const char             *otherwise)
{
  const char *value = sheaf_command_option (line, name);

  return value != NULL ? value : otherwise;
}

/* ISO 4217; NULL is the chart's own. */
static gboolean
check_currency (const char *currency,
                GError    **error)
{
  gsize letters = 0;

  while (currency != NULL && g_ascii_isupper (currency[letters]))
    letters++;
  if (currency == NULL || (letters == 3 && currency[3] == '\0'))
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("“%s” is not a currency: give its three capital letters, such as VND"), currency);
  return FALSE;
}

/* Books of other years are made for practice and for corrections, so this is no refusal. */
static void
warn_of_year (const SheafChartEntry *entry,
              int                    year)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  if (sheaf_chart_entry_fits (entry, year))
    return;
  sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                      _ ("%s is not the chart of the year %d: give another with --chart if this "
                         "is no exercise"),
                      sheaf_chart_entry_name (entry, sheaf_language_current ()), year);
  sheaf_command_print_warnings (problems);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafBookSpec spec = { .name = sheaf_command_need (line, "name", error),
                         .chart = option_or (line, "chart", "vn-tt71"),
                         .currency = sheaf_command_option (line, "currency"),
                         .sector = sheaf_command_option (line, "sector"),
                         .is_union = sheaf_command_flag (line, "union") };
  const char   *path = sheaf_command_argument (line, 0);
  SheafActor    actor;
  g_autoptr (SheafChartEntry) entry = NULL;
  g_autoptr (SheafBook) book = NULL;

  if (spec.name == NULL || !sheaf_command_need_year (line, &spec.year, error) ||
      !sheaf_command_actor (line, &actor, error))
    return FALSE;
  if (*path == '\0' || strcmp (path, ":memory:") == 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“%s” cannot be the name of a book: name a file such as coop.sheaf"), path);
      return FALSE;
    }
  entry = sheaf_chart_entry_find (spec.chart, error);
  if (entry == NULL)
    return FALSE;
  spec.law = option_or (line, "law", entry->law);
  if (!check_currency (spec.currency, error) ||
      !sheaf_chart_check_files (spec.chart, spec.law, spec.is_union, error))
    return FALSE;
  warn_of_year (entry, spec.year);
  book = sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, error);
  return book != NULL;
}

const SheafCommand sheaf_command_new = {
  .name = "new",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("makes a book"),
  .options = options,
  .run = run,
};

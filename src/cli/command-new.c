/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a book. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/decide.h"
#include "cli/error.h"
#include "exchange/carry-over.h"
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
  { "from", "OLD",
    N_ ("an older book whose members, parties and balances the new one begins with") },
  { "decisions", "FILE", N_ ("answers to what only people can decide about the balances, as CSV") },
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

/* The old book's balances with every question answered. */
static gboolean
load_map (const SheafCommandLine *line,
          const SheafBookSpec    *spec,
          const SheafActor       *actor,
          SheafBook             **ret_old,
          SheafOpeningMap       **ret_map,
          GError                **error)
{
  const char *from = sheaf_command_option (line, "from");

  if (from == NULL)
    return TRUE;
  *ret_old = sheaf_book_open (from, SHEAF_BOOK_READ, actor, error);
  if (*ret_old == NULL)
    return FALSE;
  *ret_map = sheaf_opening_map_load (*ret_old, spec->chart, spec->year - 1,
                                     sheaf_language_current (), error);
  return *ret_map != NULL &&
         sheaf_command_decide (*ret_map, sheaf_command_option (line, "decisions"), error);
}

/* Makes the book; nothing is left of it when the old one's contents cannot be brought in. */
static gboolean
make_book (const char            *path,
           const SheafBookSpec   *spec,
           const SheafActor      *actor,
           SheafBook             *old,
           const SheafOpeningMap *map,
           GError               **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafBook *book = sheaf_book_create (path, spec, actor, sheaf_ledger_set_up, error);
  gboolean   done = book != NULL &&
                  (map == NULL || sheaf_carry_over (old, map, book, problems, error));
  gboolean made = book != NULL;

  sheaf_command_print_problems (problems);
  sheaf_book_free (book);
  if (made && !done)
    sheaf_store_remove (path);
  return done;
}

static gboolean
read_spec (const SheafCommandLine *line,
           const SheafChartEntry  *entry,
           SheafBookSpec          *spec,
           GError                **error)
{
  spec->law = option_or (line, "law", entry->law);
  return check_currency (spec->currency, error) &&
         sheaf_chart_check_files (spec->chart, spec->law, spec->is_union, error);
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
  g_autoptr (SheafBook) old = NULL;
  g_autoptr (SheafOpeningMap) map = NULL;

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
  if (entry == NULL || !read_spec (line, entry, &spec, error) ||
      !load_map (line, &spec, &actor, &old, &map, error))
    return FALSE;
  warn_of_year (entry, spec.year);
  return make_book (path, &spec, &actor, old, map, error);
}

const SheafCommand sheaf_command_new = {
  .name = "new",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("makes a book"),
  .options = options,
  .run = run,
};

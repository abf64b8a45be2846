/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a book. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "ledger/chart.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "name", "NAME", N_ ("the co-op's name") },
  { "year", "YYYY", N_ ("the first year") },
  { "chart", "CHART", N_ ("chart of accounts; vn-tt71 when not given") },
  { "law", "LAW", N_ ("law of sharing income; vn-2023 when not given") },
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

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafBookSpec spec = { .name = sheaf_command_need (line, "name", error),
                         .chart = option_or (line, "chart", "vn-tt71"),
                         .law = option_or (line, "law", "vn-2023"),
                         .sector = sheaf_command_option (line, "sector"),
                         .is_union = sheaf_command_flag (line, "union") };
  const char   *path = sheaf_command_argument (line, 0);
  SheafActor    actor;
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

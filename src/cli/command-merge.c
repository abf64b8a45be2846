/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets one party stand for another one that was entered twice. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "ledger/merge.h"

static const SheafCommandOption options[] = {
  { "into", "CODE", N_ ("who stays") },
  { "undo", NULL, N_ ("takes the merge back instead") },
  { "reason", "TEXT", N_ ("what shows that both are one, or are not") },
  { NULL, NULL, NULL },
};

static gboolean
merge (const SheafCommandLine *line,
       SheafBook              *book,
       gint64                  id,
       const char             *reason,
       GError                **error)
{
  const char *into = sheaf_command_need (line, "into", error);
  gint64      into_id = 0;

  if (into == NULL || !sheaf_command_find_party (book, into, &into_id, error) ||
      !sheaf_party_merge (book, id, into_id, reason, error))
    return FALSE;
  sheaf_command_say (_ ("%s counts as %s from now on."), sheaf_command_argument (line, 1), into);
  return TRUE;
}

static gboolean
unmerge (const SheafCommandLine *line,
         SheafBook              *book,
         gint64                  id,
         const char             *reason,
         GError                **error)
{
  if (sheaf_command_option (line, "into") != NULL)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--undo and --into go against each other: give one of them"));
      return FALSE;
    }
  if (!sheaf_party_unmerge (book, id, reason, error))
    return FALSE;
  sheaf_command_say (_ ("%s counts by itself again."), sheaf_command_argument (line, 1));
  return TRUE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  gboolean    undo = sheaf_command_flag (line, "undo");
  const char *reason = sheaf_command_need (line, "reason", error);
  gint64      id = 0;
  g_autoptr (SheafBook) book = NULL;

  if (reason == NULL || (!undo && sheaf_command_need (line, "into", error) == NULL))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  return book != NULL &&
         sheaf_command_find_party (book, sheaf_command_argument (line, 1), &id, error) &&
         (undo ? unmerge : merge) (line, book, id, reason, error);
}

const SheafCommand sheaf_command_merge = {
  .name = "merge",
  .arguments = "BOOK CODE",
  .n_arguments = 2,
  .summary = N_ (
      "lets one party stand for another that was entered twice (--into), or takes it back"),
  .options = options,
  .run = run,
};

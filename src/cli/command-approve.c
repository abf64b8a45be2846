/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Approves a distribution. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "distribution/approval.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income is shared") },
  { "resolution", "TEXT", N_ ("number of the general meeting's resolution") },
  { "date", "DAY", N_ ("its day") },
  { "quorum", "TEXT", N_ ("who was there") },
  { "votes", "TEXT", N_ ("how they voted") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafMeeting meeting = { .resolution = sheaf_command_need (line, "resolution", error),
                           .quorum = sheaf_command_option (line, "quorum"),
                           .votes = sheaf_command_option (line, "votes") };
  gboolean     done;
  int          year;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;

  if (meeting.resolution == NULL || !sheaf_command_need_year (line, &year, error) ||
      !sheaf_command_need_day (line, "date", &meeting.date, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book == NULL)
    return FALSE;
  done = sheaf_plan_approve (book, year, &meeting, problems, error);
  sheaf_command_print_problems (problems);
  return done;
}

const SheafCommand sheaf_command_approve = {
  .name = "approve",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("freezes the computed plan as the general meeting approved it"),
  .options = options,
  .run = run,
};

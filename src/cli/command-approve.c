/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Approves a distribution. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "distribution/approval.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income is shared") },
  { "resolution", "TEXT", N_ ("number of the general meeting's resolution") },
  { "date", "DAY", N_ ("its day") },
  { "quorum", "TEXT", N_ ("who was there, 31/40 is judged by the law") },
  { "votes", "TEXT", N_ ("how they voted, 30/31 is judged by the law") },
  { "call", "1|2|3", N_ ("which call of the meeting it was") },
  { "call-before", "DAY", N_ ("the day of the call before, which too few attended") },
  { "version", "NAME", N_ ("the version that was approved, “-” is the plan itself") },
  { NULL, NULL, NULL },
};

/* Heads written as 31/40 are counted; other words are kept as they are. */
static gboolean
read_heads (SheafCommandLine *line,
            SheafMeeting     *meeting,
            GError          **error)
{
  const char *call = sheaf_command_option (line, "call");
  guint       all;

  if (meeting->quorum != NULL)
    (void) sheaf_heads_parse (meeting->quorum, &meeting->present, &meeting->members);
  if (meeting->votes != NULL && sheaf_heads_parse (meeting->votes, &meeting->in_favour, &all))
    {
      meeting->voted = TRUE;
      if (meeting->members == 0)
        meeting->present = all;
    }
  if (call != NULL && g_ascii_isdigit (call[0]) && call[1] == '\0')
    meeting->call = (guint) (call[0] - '0');
  else if (call != NULL)
    meeting->call = G_MAXUINT; /* refused when the meeting is judged */
  return sheaf_command_option (line, "call-before") == NULL ||
         sheaf_command_need_day (line, "call-before", &meeting->call_before, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafMeeting meeting = { .resolution = sheaf_command_need (line, "resolution", error),
                           .quorum = sheaf_command_option (line, "quorum"),
                           .votes = sheaf_command_option (line, "votes"),
                           .version = sheaf_command_option (line, "version") };
  gboolean     done;
  int          year;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;

  if (meeting.resolution == NULL || !sheaf_command_need_year (line, &year, error) ||
      !sheaf_command_need_day (line, "date", &meeting.date, error) ||
      !read_heads (line, &meeting, error))
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

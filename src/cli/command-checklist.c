/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What should be so before a year is closed. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "yearend/checklist.h"

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "line", N_ ("Line"), SHEAF_OUTPUT_TEXT },
  { "title", N_ ("Title"), SHEAF_OUTPUT_TEXT },
  { "state", N_ ("State"), SHEAF_OUTPUT_TEXT },
  { "found", N_ ("What was found"), SHEAF_OUTPUT_TEXT },
};

/* The states as people read them; files have the words of programs. */
static const char *
state_words (SheafChecklistState state)
{
  switch (state)
    {
    case SHEAF_CHECKLIST_DONE:
      return _ ("Done");
    case SHEAF_CHECKLIST_OPEN:
      return _ ("Still open");
    case SHEAF_CHECKLIST_WRONG:
      return _ ("Mend it");
    case SHEAF_CHECKLIST_IDLE:
    default:
      return _ ("Not needed");
    }
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafOutput) output = NULL;
  gboolean text;
  int      year;

  if (!sheaf_command_need_year (line, &year, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  text = sheaf_output_is_text (output);
  for (guint i = 0; i < sheaf_checklist_count (); i++)
    {
      const SheafChecklistLine *at = sheaf_checklist_at (i);
      g_auto (SheafChecklistFinding) finding = { SHEAF_CHECKLIST_IDLE, NULL };

      if (!sheaf_checklist_look (book, year, at, &finding, error))
        return FALSE;
      sheaf_output_text (output, at->name);
      sheaf_output_text (output, text ? _ (at->title) : at->title);
      sheaf_output_text (output, text ? state_words (finding.state)
                                      : sheaf_checklist_state_to_word (finding.state));
      sheaf_output_text (output, finding.found);
    }
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_checklist = {
  .name = "checklist",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("what should be so before a year is closed, and how it stands"),
  .options = options,
  .reports = TRUE,
  .run = run,
};

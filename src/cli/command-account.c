/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an account is for: what belongs here, what must be kept, which entries touch it. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/error.h"
#include "cli/output.h"
#include "ledger/account-help.h"
#include "ledger/chart.h"
#include "ledger/guide.h"
#include "ledger/hint.h"

#define USUAL_CASES 10 /* entries that are listed */

static const SheafOutputColumn columns[] = {
  { "part", N_ ("Part"), SHEAF_OUTPUT_TEXT },
  { "case", N_ ("Case"), SHEAF_OUTPUT_TEXT },
  { "text", N_ ("Text"), SHEAF_OUTPUT_TEXT },
};

static void
add (SheafOutput *output,
     const char  *part,
     const char  *id,
     const char  *text)
{
  if (*text == '\0')
    return;
  sheaf_output_text (output, part);
  sheaf_output_text (output, id);
  sheaf_output_text (output, text);
}

/* A code that the chart lacks: where its content goes here, if that is known. */
static gboolean
fail_unknown (SheafBook  *book,
              const char *code,
              GError    **error)
{
  g_autofree char *hint = sheaf_chart_hint (book, code);

  if (hint != NULL)
    g_set_error_literal (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED, hint);
  else
    g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                 _ ("account %s is not in the chart: “sheaf-cli balance” shows those in use"),
                 code);
  return FALSE;
}

static gboolean
tell (SheafCommandLine   *line,
      SheafBook          *book,
      const SheafChart   *chart,
      const SheafAccount *account,
      GError            **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  const char *language = sheaf_output_is_text (output) ? sheaf_language_current () : "vi";
  g_autoptr (SheafAccountHelp) help = sheaf_account_help (book, account, language, error);
  const SheafGuide *guide = help == NULL ? NULL : sheaf_guide_get (book, error);
  g_autoptr (GPtrArray) cases = NULL;
  const char *note;

  if (guide == NULL)
    return FALSE;
  add (output, "name", NULL, sheaf_account_name (account, language));
  add (output, "belongs", NULL, help->belongs);
  add (output, "keep", NULL, help->keep);
  add (output, "needs", NULL, sheaf_needs_to_word (account->needs));
  add (output, "source", NULL, help->source);
  note = sheaf_chart_note_find (sheaf_chart_notes (book, language), account->code);
  add (output, "elsewhere", NULL, note != NULL ? note : "");
  cases = sheaf_guide_of_account (guide, chart, account, USUAL_CASES);
  for (guint i = 0; i < cases->len; i++)
    {
      const SheafGuideCase *item = cases->pdata[i];

      add (output, "entry", item->id, sheaf_guide_text (&item->title, language));
    }
  return sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *code = sheaf_command_argument (line, 1);
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  const SheafChart   *chart = book == NULL ? NULL : sheaf_chart_get (book, error);
  const SheafAccount *account;

  if (chart == NULL)
    return FALSE;
  account = sheaf_chart_by_code (chart, code);
  return account == NULL ? fail_unknown (book, code, error)
                         : tell (line, book, chart, account, error);
}

const SheafCommand sheaf_command_account = {
  .name = "account",
  .arguments = "BOOK CODE",
  .n_arguments = 2,
  .summary = N_ ("what an account is for, and its usual entries"),
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

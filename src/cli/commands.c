/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the words of the command line to a command and an exit status. */
#include "cli/commands.h"

#include "base/config.h"
#include "base/i18n.h"
#include "base/language.h"
#include "cli/error.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const SheafCommand *const commands[] = {
  &sheaf_command_new,
  &sheaf_command_opening_map,
  &sheaf_command_set,
  &sheaf_command_import,
  &sheaf_command_export,
  &sheaf_command_balance,
  &sheaf_command_journal,
  &sheaf_command_search,
  &sheaf_command_voucher,
  &sheaf_command_reverse,
  &sheaf_command_gaps,
  &sheaf_command_scopes,
  &sheaf_command_drafts,
  &sheaf_command_draft,
  &sheaf_command_templates,
  &sheaf_command_template,
  &sheaf_command_recurring,
  &sheaf_command_attach,
  &sheaf_command_attachments,
  &sheaf_command_attachment,
  &sheaf_command_vat,
  &sheaf_command_tax,
  &sheaf_command_tax_mark,
  &sheaf_command_tax_marks,
  &sheaf_command_vat_share,
  &sheaf_command_ratios,
  &sheaf_command_size,
  &sheaf_command_withheld,
  &sheaf_command_payout_list,
  &sheaf_command_forms,
  &sheaf_command_law,
  &sheaf_command_trends,
  &sheaf_command_guide,
  &sheaf_command_account,
  &sheaf_command_books,
  &sheaf_command_book,
  &sheaf_command_statement,
  &sheaf_command_notes,
  &sheaf_command_members,
  &sheaf_command_member,
  &sheaf_command_card,
  &sheaf_command_member_change,
  &sheaf_command_membership_reverse,
  &sheaf_command_capital,
  &sheaf_command_capital_reverse,
  &sheaf_command_capital_lower,
  &sheaf_command_capital_refund,
  &sheaf_command_certificates,
  &sheaf_command_register,
  &sheaf_command_certificate,
  &sheaf_command_handover,
  &sheaf_command_rates,
  &sheaf_command_currencies,
  &sheaf_command_revalue,
  &sheaf_command_parties,
  &sheaf_command_party,
  &sheaf_command_items,
  &sheaf_command_ageing,
  &sheaf_command_reconcile,
  &sheaf_command_reconciliations,
  &sheaf_command_count,
  &sheaf_command_counts,
  &sheaf_command_confirm,
  &sheaf_command_duplicates,
  &sheaf_command_merge,
  &sheaf_command_checklist,
  &sheaf_command_close,
  &sheaf_command_reopen,
  &sheaf_command_lock,
  &sheaf_command_unlock,
  &sheaf_command_plan,
  &sheaf_command_distribute,
  &sheaf_command_approve,
  &sheaf_command_post,
  &sheaf_command_explain,
  &sheaf_command_retain,
  &sheaf_command_notices,
  &sheaf_command_redeem,
  &sheaf_command_year_list,
  &sheaf_command_payout,
  &sheaf_command_payouts,
  &sheaf_command_payout_return,
  &sheaf_command_payout_result,
  &sheaf_command_bank_order,
  &sheaf_command_cash_draw,
  &sheaf_command_slips,
  &sheaf_command_documents,
  &sheaf_command_verify,
  &sheaf_command_year_end,
  &sheaf_command_backup,
  &sheaf_command_restore,
  &sheaf_command_demo,
};

static const SheafCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static void
print_commands (void)
{
  printf ("%s\n\n", _ ("sheaf-cli COMMAND BOOK [ARGUMENTS]: a cooperative's books on the command "
                       "line"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *left = g_strdup_printf ("%s %s", commands[i]->name, commands[i]->arguments);

      printf ("  %-28s %s\n", left, _ (commands[i]->summary));
    }
  printf ("\n%s\n", _ ("“sheaf-cli COMMAND --help” tells what a command takes."));
}

static gboolean
contains (char      **words,
          const char *word)
{
  return g_strv_contains ((const char *const *) words, word);
}

/* The language is needed before anything is said, so it is looked for before the line is read. */
static void
choose_language (char **words)
{
  const char *language = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "--lang="))
      language = words[i] + strlen ("--lang=");
    else if (strcmp (words[i], "--lang") == 0)
      language = words[i + 1];
  if (language != NULL &&
      !g_strv_contains ((const char *const[]){ "vi", "fr", "en", NULL }, language))
    language = NULL; /* told as wrong usage when the line is read */
  sheaf_language_init (language);
}

static gboolean
check_language (const SheafCommandLine *line,
                GError                **error)
{
  const char *language = sheaf_command_option (line, "lang");

  if (language == NULL ||
      g_strv_contains ((const char *const[]){ "vi", "fr", "en", NULL }, language))
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("--lang %s is not there: take vi, fr or en"), language);
  return FALSE;
}

static gboolean
flush_output (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("the result cannot be written (%s): make room where it goes"),
               g_strerror (errno));
  return FALSE;
}

static gboolean
run_words (char   **words,
           GError **error)
{
  const SheafCommand *command = words[0] != NULL ? find_command (words[0]) : NULL;
  g_autoptr (SheafCommandLine) line = NULL;

  if (command == NULL)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("there is no command “%s”: “sheaf-cli --help” lists them"),
                   words[0] != NULL ? words[0] : "");
      return FALSE;
    }
  if (contains (words, "--help"))
    {
      sheaf_command_print_help (command);
      return flush_output (error);
    }
  line = sheaf_command_line_new (command, words + 1, error);
  return line != NULL && check_language (line, error) && command->run (line, error) &&
         flush_output (error);
}

int
sheaf_commands_run (char **words)
{
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  choose_language (words);
  if (words[0] != NULL && strcmp (words[0], "--version") == 0)
    printf ("sheaf-cli %s\n", SHEAF_VERSION);
  else if (words[0] != NULL && strcmp (words[0], "--help") == 0)
    print_commands ();
  else
    done = run_words (words, &error);
  if (done && flush_output (&error))
    return 0;
  (void) fflush (stdout); /* what was said before goes before the error */
  (void) fprintf (stderr, "sheaf-cli: %s\n", error->message);
  return g_error_matches (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE) ? 2 : 1;
}

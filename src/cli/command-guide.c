/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened? The entries that the law prescribes, and the voucher that one of them makes. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/act.h"
#include "cli/error.h"
#include "cli/guide-answers.h"
#include "cli/guide-output.h"

#define WORDS_MAX 16 /* words of a question */

static const SheafCommandOption options[] = {
  { "case", "ID", N_ ("one case: what it asks; with --amount the voucher it makes") },
  { "choose", "LINE=ACCOUNT,…", N_ ("the accounts of lines that leave a choice") },
  { "amount", "NAME=N,…", N_ ("the amounts that the case asks for") },
  { "party", "CODE", N_ ("whom it concerns, on each account that asks") },
  { "debit-party", "CODE", N_ ("whom it concerns on the debit side only") },
  { "credit-party", "CODE", N_ ("whom it concerns on the credit side only") },
  { "item", "CODE", N_ ("the contract, advance or source, on each account that asks") },
  { "scope", "SIDE", N_ ("internal or external, where the accounts leave it open") },
  { "currency", "CODE", N_ ("the foreign currency, such as USD") },
  { "foreign", "N", N_ ("the amount in it, in its smallest units") },
  { "date", "DAY", N_ ("the day of the voucher; today when not given") },
  { "description", "TEXT", N_ ("its description; the title of the case when not given") },
  { "post", NULL, N_ ("post the voucher") },
  { NULL, NULL, NULL },
};

static gboolean
writes (const SheafCommandLine *line)
{
  return sheaf_command_flag (line, "post") || sheaf_command_option (line, "item") != NULL;
}

static gboolean
list_cases (SheafCommandLine *line,
            const SheafGuide *guide,
            GError          **error)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GPtrArray) cases = NULL;

  for (guint i = 1; sheaf_command_argument (line, i) != NULL; i++)
    g_string_append_printf (words, "%s ", sheaf_command_argument (line, i));
  cases = sheaf_guide_search (guide, words->str, 0);
  if (words->len > 0 && cases->len == 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("no case has the words “%s”: try other words"), g_strchomp (words->str));
      return FALSE;
    }
  return sheaf_guide_output_cases (line, cases, error);
}

/* Posts the voucher and tells its number; else shows its rows. */
static gboolean
finish_voucher (SheafCommandLine     *line,
                SheafBook            *book,
                const SheafGuide     *guide,
                const SheafGuideCase *entry,
                const SheafVoucher   *voucher,
                GError              **error)
{
  gint64 id;
  g_autoptr (SheafVoucher) posted = NULL;

  if (!sheaf_command_flag (line, "post"))
    return sheaf_guide_output_voucher (line, book, guide, entry, voucher, error);
  if (!sheaf_voucher_post (book, voucher, &id, error))
    return FALSE;
  posted = sheaf_voucher_load (book, id, error);
  return posted != NULL && sheaf_guide_output_voucher (line, book, guide, entry, posted, error);
}

static gboolean
fill_case (SheafCommandLine     *line,
           SheafBook            *book,
           const SheafGuide     *guide,
           const SheafGuideCase *entry,
           GError              **error)
{
  g_autoptr (SheafAct) act = NULL;
  g_autoptr (SheafGuideAnswers) answers = NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) voucher = NULL;

  /* A new item is written before it is named; it goes again when nothing is posted. */
  if (writes (line) && (act = sheaf_act_begin (book, "voucher-post", entry->id, error)) == NULL)
    return FALSE;
  answers = sheaf_guide_read_answers (line, book, entry, error);
  if (answers == NULL)
    return FALSE;
  voucher = sheaf_guide_fill (book, answers, "vi", problems, error);
  if (voucher == NULL)
    return FALSE;
  if (problems->errors == 0 && !sheaf_voucher_check (book, voucher, NULL, problems, error))
    return FALSE;
  sheaf_command_print_problems (problems);
  if (problems->errors > 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("the case %s cannot be filled so: answer what is missing"), entry->id);
      return FALSE;
    }
  if (!finish_voucher (line, book, guide, entry, voucher, error))
    return FALSE;
  return !sheaf_command_flag (line, "post") || sheaf_act_commit (act, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *id = sheaf_command_option (line, "case");
  gboolean    fills = sheaf_command_option (line, "amount") != NULL;
  gboolean    posts = sheaf_command_flag (line, "post");
  g_autoptr (SheafBook) book = NULL;
  const SheafGuide     *guide;
  const SheafGuideCase *entry;

  if ((fills || posts || sheaf_command_option (line, "choose") != NULL) && (id == NULL || !fills))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("a voucher needs --case and --amount: give both"));
      return FALSE;
    }
  book = sheaf_command_open (line, writes (line) ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, error);
  guide = book == NULL ? NULL : sheaf_guide_get (book, error);
  if (guide == NULL)
    return FALSE;
  if (id == NULL)
    return list_cases (line, guide, error);
  entry = sheaf_guide_find (guide, id);
  if (entry == NULL)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                   _ ("there is no case %s: “sheaf-cli guide BOOK WORDS” finds one"), id);
      return FALSE;
    }
  return fills ? fill_case (line, book, guide, entry, error)
               : sheaf_guide_output_case (line, book, guide, entry, error);
}

const SheafCommand sheaf_command_guide = {
  .name = "guide",
  .arguments = "BOOK [WORDS]",
  .n_arguments = 1,
  .n_optional = WORDS_MAX,
  .summary = N_ ("what happened: the entries that the law prescribes"),
  .options = options,
  .reports = TRUE,
  .run = run,
};

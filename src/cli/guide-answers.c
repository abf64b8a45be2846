/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options become answers; what cannot be read is wrong usage, what is not there is refused. */
#include "cli/guide-answers.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "ledger/chart.h"
#include "ledger/party.h"

#include <string.h>

static gboolean
refuse (GError      **error,
        SheafCliError code,
        const char   *format,
        ...) G_GNUC_PRINTF (3, 4);

static gboolean
refuse (GError      **error,
        SheafCliError code,
        const char   *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_CLI_ERROR, (int) code, format, args);
  va_end (args);
  return FALSE;
}

/* The two sides of each "LEFT=RIGHT" of an option with commas between. */
typedef gboolean (*TakePair) (SheafBook         *book,
                              SheafGuideAnswers *answers,
                              const char        *left,
                              const char        *right,
                              GError           **error);

static gboolean
read_pairs (const SheafCommandLine *line,
            const char             *option,
            SheafBook              *book,
            SheafGuideAnswers      *answers,
            TakePair                take,
            GError                **error)
{
  const char *text = sheaf_command_option (line, option);
  g_auto (GStrv) parts = g_strsplit (text == NULL ? "" : text, ",", 0);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) sides = g_strsplit (parts[i], "=", 2);

      if (g_strv_length (sides) != 2)
        return refuse (error, SHEAF_CLI_ERROR_USAGE,
                       _ ("“%s” after --%s has no “=”: write it as the help says"), parts[i],
                       option);
      if (!take (book, answers, sides[0], sides[1], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_choice (SheafBook         *book,
             SheafGuideAnswers *answers,
             const char        *left,
             const char        *right,
             GError           **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  const SheafAccount *account;
  g_autofree char    *hint = NULL;
  char               *end;
  guint64             number = g_ascii_strtoull (left, &end, 10);

  if (chart == NULL)
    return FALSE;
  if (*end != '\0' || number < 1 || number > answers->entry->lines->len)
    return refuse (error, SHEAF_CLI_ERROR_FAILED,
                   _ ("the case %s has no line %s: its lines are 1 to %u"), answers->entry->id,
                   left, answers->entry->lines->len);
  account = sheaf_chart_by_code (chart, right);
  if (account == NULL && (hint = sheaf_chart_hint (book, right)) != NULL)
    return refuse (error, SHEAF_CLI_ERROR_FAILED, "%s", hint);
  if (account == NULL)
    return refuse (error, SHEAF_CLI_ERROR_FAILED,
                   _ ("account %s is not in the chart: “sheaf-cli balance” shows those in use"),
                   right);
  answers->lines[number - 1].account_id = account->id;
  return TRUE;
}

static gboolean
take_amount (SheafBook         *book,
             SheafGuideAnswers *answers,
             const char        *left,
             const char        *right,
             GError           **error)
{
  g_autofree char *roles = NULL;
  g_autoptr (GPtrArray) asked = g_ptr_array_new ();
  SheafMoney amount;

  (void) book;
  if (!sheaf_money_parse (right, &amount, NULL))
    return refuse (error, SHEAF_CLI_ERROR_USAGE,
                   _ ("“%s” is no amount: write digits only, at most 18"), right);
  if (sheaf_guide_answers_set (answers, left, amount))
    return TRUE;
  for (guint i = 0; i < answers->entry->amounts->len; i++)
    if (((SheafGuideAmount *) answers->entry->amounts->pdata[i])->asked)
      g_ptr_array_add (asked, ((SheafGuideAmount *) answers->entry->amounts->pdata[i])->role);
  g_ptr_array_add (asked, NULL);
  roles = g_strjoinv (", ", (char **) asked->pdata);
  return refuse (error, SHEAF_CLI_ERROR_FAILED,
                 _ ("the case %s does not ask for the amount “%s”: it asks for %s"),
                 answers->entry->id, left, roles);
}

static gboolean
read_party (const SheafCommandLine *line,
            const char             *option,
            SheafBook              *book,
            gint64                 *ret_id,
            GError                **error)
{
  const char *code = sheaf_command_option (line, option);

  if (code == NULL)
    return TRUE;
  *ret_id = sheaf_party_find (book, code);
  return *ret_id != 0 || refuse (error, SHEAF_CLI_ERROR_FAILED,
                                 _ ("nobody has the code %s: check the code"), code);
}

static gboolean
read_scope (const SheafCommandLine *line,
            SheafGuideAnswers      *answers,
            GError                **error)
{
  const char *word = sheaf_command_option (line, "scope");

  if (word == NULL || (*word != '\0' && sheaf_scope_from_word (word, &answers->scope)))
    return TRUE;
  return refuse (error, SHEAF_CLI_ERROR_USAGE,
                 _ ("--scope %s is not there: take internal or external"), word);
}

static gboolean
read_currency (const SheafCommandLine *line,
               SheafGuideAnswers      *answers,
               GError                **error)
{
  const char *foreign = sheaf_command_option (line, "foreign");
  SheafMoney  amount = SHEAF_MONEY_ZERO;

  answers->currency = g_strdup (sheaf_command_option (line, "currency"));
  if (foreign != NULL && !sheaf_money_parse (foreign, &amount, NULL))
    return refuse (error, SHEAF_CLI_ERROR_USAGE,
                   _ ("“%s” is no amount: write digits only, at most 18"), foreign);
  answers->foreign = amount.units;
  return TRUE;
}

SheafGuideAnswers *
sheaf_guide_read_answers (const SheafCommandLine *line,
                          SheafBook              *book,
                          const SheafGuideCase   *entry,
                          GError                **error)
{
  g_autoptr (SheafGuideAnswers) answers = sheaf_guide_answers_new (entry, sheaf_book_today (book));
  const char *item = sheaf_command_option (line, "item");

  answers->description = g_strdup (sheaf_command_option (line, "description"));
  if (!sheaf_command_day (line, "date", &answers->date, error) ||
      !read_party (line, "party", book, &answers->party_id, error) ||
      !read_party (line, "debit-party", book, &answers->debit_party_id, error) ||
      !read_party (line, "credit-party", book, &answers->credit_party_id, error) ||
      !read_scope (line, answers, error) || !read_currency (line, answers, error) ||
      !read_pairs (line, "choose", book, answers, take_choice, error) ||
      !read_pairs (line, "amount", book, answers, take_amount, error))
    return NULL;
  if (item != NULL && !sheaf_item_ensure (book, item, &answers->item_id, error))
    return NULL;
  return g_steal_pointer (&answers);
}

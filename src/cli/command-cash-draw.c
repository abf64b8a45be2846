/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which notes and coins a list paid in cash needs. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "base/language.h"
#include "cli/error.h"
#include "cli/list-argument.h"
#include "cli/output.h"
#include "documents/words.h"
#include "payouts/notes.h"

#define REST N_ ("rest without a note")

static const SheafCommandOption options[] = {
  { "smallest", "AMOUNT", N_ ("the smallest note or coin that is handed out") },
  { "members", NULL, N_ ("what each member is handed, too") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "note", N_ ("Note or coin"), SHEAF_OUTPUT_TEXT },
  { "count", N_ ("Pieces"), SHEAF_OUTPUT_AMOUNT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
};
#define MEMBER_COLUMNS 2 /* first; left out where only all together is asked for */

static void
add_row (SheafOutput             *output,
         const SheafCashDrawLine *of,
         gboolean                 members,
         const char              *note,
         gint64                   pieces,
         SheafMoney               amount)
{
  if (members)
    {
      sheaf_output_text (output, of->code);
      sheaf_output_text (output, of->name);
    }
  sheaf_output_text (output, note);
  sheaf_output_amount (output, SHEAF_MONEY (pieces));
  sheaf_output_amount (output, amount);
}

static void
add_line (SheafOutput             *output,
          const SheafCashDraw     *notes,
          const SheafCashDrawLine *line,
          gboolean                 members)
{
  gboolean people = sheaf_output_is_text (output);

  for (guint i = 0; i < notes->notes->len; i++)
    {
      SheafMoney       note = g_array_index (notes->notes, SheafMoney, i);
      gint64           pieces = (gint64) line->counts[i];
      SheafMoney       amount = SHEAF_MONEY (note.units * pieces);
      g_autofree char *plain = sheaf_money_to_text (note);

      if (pieces > 0)
        add_row (output, line, members, people ? sheaf_money_word (note).text : plain, pieces,
                 amount);
    }
  if (line->rest.units > 0)
    add_row (output, line, members, people ? _ (REST) : "rest", 0, line->rest);
}

static gboolean
write_notes (const SheafCommandLine *line,
             const SheafCashDraw    *notes,
             GError                **error)
{
  gboolean members = sheaf_command_flag (line, "members");
  guint    first = members ? 0 : MEMBER_COLUMNS;
  g_autoptr (SheafOutput) output = NULL;

  output = sheaf_output_new (line, columns + first, G_N_ELEMENTS (columns) - first);
  for (guint i = 0; members && i < notes->lines->len; i++)
    add_line (output, notes, notes->lines->pdata[i], TRUE);
  add_line (output, notes, notes->total, members);
  return sheaf_output_write (output, line, error);
}

/* For people, under the table: the sum to be fetched, in figures and in words. */
static gboolean
say_total (const SheafCommandLine *line,
           SheafBook              *book,
           const SheafCashDraw    *notes,
           GError                **error)
{
  g_autoptr (SheafWords) rules = NULL;
  g_autofree char *words = NULL;

  if (!g_str_equal (sheaf_command_format (line), "text"))
    return TRUE;
  rules = sheaf_words_of_book (book, sheaf_language_current (), error);
  if (rules != NULL)
    words = sheaf_words_amount (rules, notes->total->amount, error);
  if (words == NULL)
    return FALSE;
  sheaf_command_say (_ ("To be fetched: %s (%s)"), sheaf_money_word (notes->total->amount).text,
                     words);
  return TRUE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *text = sheaf_command_option (line, "smallest");
  SheafMoney  smallest = SHEAF_MONEY_ZERO;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafPayoutBatch) list = NULL;
  g_autoptr (SheafCashDraw) notes = NULL;

  if (text != NULL && !sheaf_money_parse (text, &smallest, NULL))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("--smallest %s cannot be taken: write a whole number, digits only"), text);
      return FALSE;
    }
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  list = book != NULL ? sheaf_cli_list_load (line, 1, book, error) : NULL;
  notes = list != NULL ? sheaf_cash_draw_count (book, list, smallest, error) : NULL;
  return notes != NULL && write_notes (line, notes, error) && say_total (line, book, notes, error);
}

const SheafCommand sheaf_command_cash_draw = {
  .name = "cash-draw",
  .arguments = "BOOK LIST",
  .n_arguments = 2,
  .summary = N_ ("the notes and coins that a list paid in cash needs"),
  .options = options,
  .reports = TRUE,
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over everything in a book. */
#include "ledger/search.h"

#include "base/i18n.h"
#include "cli/commands.h"
#include "cli/error.h"
#include "cli/output.h"
#include "ledger/search-index.h"

#define WORDS 32 /* that may be given as arguments of their own */
#define LIMIT 50
#define LIMIT_MAX 100000

static const SheafCommandOption options[] = {
  { "limit", "N", N_ ("at most so many hits of each kind (50)") },
  { "rebuild", NULL, N_ ("fill the search index anew from what is written") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "title", N_ ("Code"), SHEAF_OUTPUT_TEXT },
  { "detail", N_ ("Text"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "voucher_kind", N_ ("Voucher"), SHEAF_OUTPUT_TEXT },
};

static void
add_hit (SheafOutput          *output,
         const SheafSearchHit *hit)
{
  gboolean has_amount = hit->kind >= SHEAF_SEARCH_DRAFT;
  gboolean of_voucher = hit->kind >= SHEAF_SEARCH_TEMPLATE;

  sheaf_output_text (output, sheaf_search_kind_to_word (hit->kind));
  sheaf_output_text (output, hit->title);
  sheaf_output_text (output, hit->detail);
  sheaf_output_day (output, hit->day);
  if (has_amount)
    sheaf_output_amount (output, hit->amount);
  else
    sheaf_output_text (output, NULL);
  sheaf_output_text (output, of_voucher ? sheaf_voucher_kind_to_word (hit->voucher_kind) : NULL);
}

static char *
join_words (const SheafCommandLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 1; sheaf_command_argument (line, i) != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 1 ? " " : "", sheaf_command_argument (line, i));
  return g_string_free (text, FALSE);
}

static gboolean
rebuild (const SheafCommandLine *line,
         GError                **error)
{
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);

  if (book == NULL || !sheaf_search_rebuild (book, error))
    return FALSE;
  sheaf_command_say (_ ("The search index is filled anew."));
  return TRUE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autofree char *text = join_words (line);
  g_autoptr (SheafOutput) output = NULL;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  guint limit = LIMIT;

  if (sheaf_command_flag (line, "rebuild"))
    return rebuild (line, error);
  if (*text == '\0')
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("nothing is searched for: write words, an amount, a number or a day"));
      return FALSE;
    }
  if (!sheaf_command_number (line, "limit", 1, LIMIT_MAX, &limit, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL || (hits = sheaf_search (book, text, limit, error)) == NULL)
    return FALSE;
  output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < hits->len; i++)
    add_hit (output, hits->pdata[i]);
  return sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_search = {
  .name = "search",
  .arguments = "BOOK [WORDS…]",
  .n_arguments = 1,
  .n_optional = WORDS,
  .summary = N_ (
      "finds vouchers, members, parties, accounts, items and products by words, amounts, days"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

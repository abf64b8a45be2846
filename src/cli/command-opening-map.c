/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Maps the closing balances of a book to another chart of accounts. */
#include "cli/commands.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/language.h"
#include "cli/decide.h"
#include "ledger/opening-map.h"

static const SheafCommandOption options[] = {
  { "to", "CHART", N_ ("the new chart of accounts, such as vn-tt71") },
  { "year", "YYYY", N_ ("the last year of the old book; its last closed one when not given") },
  { "decisions", "FILE", N_ ("answers to what only people can decide, as CSV") },
  { "questions", "FILE", N_ ("writes what is asked as CSV to be filled in, and nothing else") },
  { "o", "FILE", N_ ("writes to a file instead of the screen") },
  { NULL, NULL, NULL },
};

static gboolean
write_questions (const SheafOpeningMap *map,
                 const char            *path,
                 GError               **error)
{
  g_autoptr (GString) text = sheaf_opening_map_questions (map);

  if (!sheaf_file_write (path, text->str, text->len, error))
    return FALSE;
  sheaf_command_say (_ ("Fill in new_account, and amount where a balance is divided, in %s."),
                     path);
  return TRUE;
}

static gboolean
write_balances (const SheafCommandLine *line,
                const SheafOpeningMap  *map,
                GError                **error)
{
  g_autoptr (GString) text = sheaf_opening_map_text (map);

  if (!sheaf_command_write (line, text->str, text->len, error))
    return FALSE;
  if (sheaf_command_option (line, "o") != NULL)
    sheaf_command_say (_ ("Before you import them as “opening” into a book of %d, bring the rest: "
                          "export parties, members, membership and capital from the old book, open "
                          "its own detail accounts (%u), and import these. “new --from” does all "
                          "of it at once."),
                       map->year + 1, map->details->len);
  return TRUE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *chart = sheaf_command_need (line, "to", error);
  const char *decisions = sheaf_command_option (line, "decisions");
  const char *questions = sheaf_command_option (line, "questions");
  guint       year = 0;
  g_autoptr (SheafBook) old = NULL;
  g_autoptr (SheafOpeningMap) map = NULL;

  if (chart == NULL || !sheaf_command_number (line, "year", 1900, 2999, &year, error))
    return FALSE;
  old = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  map = old == NULL ? NULL
                    : sheaf_opening_map_load (old, chart, (int) year, sheaf_language_current (),
                                              error);
  if (map == NULL)
    return FALSE;
  if (questions != NULL)
    return write_questions (map, questions, error);
  return sheaf_command_decide (map, decisions, error) && write_balances (line, map, error);
}

const SheafCommand sheaf_command_opening_map = {
  .name = "opening-map",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("maps a book's closing balances to another chart, as opening balances"),
  .options = options,
  .run = run,
};

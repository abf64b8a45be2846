/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The book's settings that people may set. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "cli/output.h"
#include "ledger/preference.h"

static const SheafOutputColumn columns[] = {
  { "key", N_ ("Setting"), SHEAF_OUTPUT_TEXT },
  { "value", N_ ("Value"), SHEAF_OUTPUT_TEXT },
  { "summary", N_ ("What it is"), SHEAF_OUTPUT_TEXT },
  { "values", N_ ("What it may be"), SHEAF_OUTPUT_TEXT },
};

static void
add_row (SheafOutput           *output,
         SheafBook             *book,
         const SheafPreference *preference)
{
  g_autofree char *value = sheaf_preference_value (book, preference);
  gboolean         text = sheaf_output_is_text (output);

  sheaf_output_text (output, preference->key);
  sheaf_output_text (output, value);
  sheaf_output_text (output, text ? _ (preference->summary) : preference->summary);
  sheaf_output_text (output, text ? _ (preference->values) : preference->values);
}

static gboolean
list (SheafCommandLine *line,
      const char       *key,
      GError          **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = NULL;

  if (key != NULL && sheaf_preference_find (key) == NULL)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("there is no setting “%s” to be set: take one from the list"), key);
      return FALSE;
    }
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < sheaf_preference_count (); i++)
    if (key == NULL || sheaf_preference_find (key) == sheaf_preference_at (i))
      add_row (output, book, sheaf_preference_at (i));
  return sheaf_output_write (output, line, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *key = sheaf_command_argument (line, 1);
  const char *value = sheaf_command_argument (line, 2);
  g_autoptr (SheafBook) book = NULL;

  if (value == NULL)
    return list (line, key, error);
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  return book != NULL && sheaf_preference_set (book, key, value, error);
}

const SheafCommand sheaf_command_set = {
  .name = "set",
  .arguments = "BOOK [KEY [VALUE]]",
  .n_arguments = 1,
  .n_optional = 2,
  .summary = N_ ("lists the book’s settings, or sets one"),
  .reports = TRUE,
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of drafts. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "ledger/draft.h"

#include <inttypes.h>

static const SheafOutputColumn columns[] = {
  { "id", N_ ("Draft"), SHEAF_OUTPUT_NUMBER },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_TEXT },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_AMOUNT },
  { "user", N_ ("User"), SHEAF_OUTPUT_TEXT },
  { "saved_at", N_ ("Saved"), SHEAF_OUTPUT_TEXT },
  { "undos", N_ ("Undo steps"), SHEAF_OUTPUT_NUMBER },
  { "redos", N_ ("Redo steps"), SHEAF_OUTPUT_NUMBER },
};

static void
add_number (SheafOutput *output,
            gint64       number)
{
  g_autofree char *text = g_strdup_printf ("%" PRId64, number);

  sheaf_output_text (output, text);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  g_autoptr (GPtrArray) heads = book != NULL ? sheaf_draft_list (book, error) : NULL;

  for (guint i = 0; heads != NULL && i < heads->len; i++)
    {
      const SheafDraftHead *head = heads->pdata[i];

      add_number (output, head->id);
      sheaf_output_text (output, sheaf_voucher_kind_to_word (head->kind));
      sheaf_output_text (output, head->date);
      sheaf_output_text (output, head->description);
      sheaf_output_amount (output, head->amount);
      sheaf_output_text (output, head->user);
      sheaf_output_text (output, head->saved_at);
      add_number (output, head->undos);
      add_number (output, head->redos);
    }
  return heads != NULL && sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_drafts = {
  .name = "drafts",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("vouchers that were typed and not posted yet"),
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

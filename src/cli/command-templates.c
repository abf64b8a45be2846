/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The co-op's own templates. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "ledger/own-template.h"

static const SheafCommandOption options[] = {
  { "search", "TEXT", N_ ("templates whose name has the words") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "name", N_ ("Template"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "rows", N_ ("Rows"), SHEAF_OUTPUT_NUMBER },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  g_autoptr (GPtrArray) templates =
      book != NULL ? sheaf_own_template_list (book, sheaf_command_option (line, "search"), error)
                   : NULL;

  for (guint i = 0; templates != NULL && i < templates->len; i++)
    {
      const SheafOwnTemplate *template = templates->pdata[i];
      g_autofree char *rows = g_strdup_printf ("%u", template->rows);

      sheaf_output_text (output, template->name);
      sheaf_output_text (output, sheaf_voucher_kind_to_word (template->kind));
      sheaf_output_text (output, template->description);
      sheaf_output_text (output, rows);
    }
  return templates != NULL && sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_templates = {
  .name = "templates",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("the cooperative's own voucher templates"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

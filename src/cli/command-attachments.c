/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files behind vouchers. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/output.h"
#include "cli/voucher-argument.h"
#include "ledger/attachment.h"

#include <inttypes.h>

static const SheafCommandOption options[] = {
  { "voucher", "KIND/NUMBER", N_ ("those of one voucher") },
  SHEAF_COMMAND_VOUCHER_YEAR,
  { "withdrawn", NULL, N_ ("withdrawn ones too") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "id", N_ ("Attachment"), SHEAF_OUTPUT_NUMBER },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "voucher", N_ ("Voucher"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Date"), SHEAF_OUTPUT_DAY },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "type", N_ ("Type"), SHEAF_OUTPUT_TEXT },
  { "size", N_ ("Bytes"), SHEAF_OUTPUT_AMOUNT },
  { "sha256", N_ ("SHA-256"), SHEAF_OUTPUT_TEXT },
  { "at", N_ ("Attached"), SHEAF_OUTPUT_TEXT },
  { "user", N_ ("User"), SHEAF_OUTPUT_TEXT },
  { "withdrawn", N_ ("Withdrawn because"), SHEAF_OUTPUT_TEXT },
};

static void
add_row (SheafOutput           *output,
         const SheafAttachment *attachment)
{
  g_autofree char *id = g_strdup_printf ("%" PRId64, attachment->id);

  sheaf_output_text (output, id);
  sheaf_output_text (output, sheaf_voucher_kind_to_word (attachment->voucher_kind));
  sheaf_output_text (output, attachment->voucher_number);
  sheaf_output_day (output, attachment->voucher_date);
  sheaf_output_text (output, attachment->name);
  sheaf_output_text (output, attachment->type);
  sheaf_output_amount (output, SHEAF_MONEY (attachment->size));
  sheaf_output_text (output, attachment->sha256);
  sheaf_output_text (output, attachment->at);
  sheaf_output_text (output, attachment->user);
  sheaf_output_text (output, attachment->withdrawn);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *name = sheaf_command_option (line, "voucher");
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  g_autoptr (GPtrArray) list = NULL;
  gint64 voucher = 0;

  if (book == NULL || (name != NULL && !sheaf_command_find_named_voucher (line, book, name,
                                                                          &voucher, error)))
    return FALSE;
  list = sheaf_attachment_list (book, voucher, sheaf_command_flag (line, "withdrawn"), error);
  for (guint i = 0; list != NULL && i < list->len; i++)
    add_row (output, list->pdata[i]);
  return list != NULL && sheaf_output_write (output, line, error);
}

const SheafCommand sheaf_command_attachments = {
  .name = "attachments",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("the files kept behind vouchers"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

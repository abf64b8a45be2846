/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One attached file: saved out, or withdrawn. */
#include "cli/commands.h"

#include "base/file.h"
#include "base/i18n.h"
#include "cli/error.h"
#include "ledger/attachment.h"

static const SheafCommandOption options[] = {
  { "o", "FILE", N_ ("saves the file there") },
  { "withdraw", NULL, N_ ("shows it no more, with --reason; the content stays in the book") },
  { "reason", "TEXT", N_ ("with --withdraw: why") },
  { NULL, NULL, NULL },
};

static gboolean
save (SheafCommandLine *line,
      SheafBook        *book,
      gint64            id,
      GError          **error)
{
  g_autoptr (GBytes) bytes = sheaf_attachment_open (book, id, error);
  gsize         length;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return data != NULL && sheaf_file_write (sheaf_command_option (line, "o"), data, length, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *number = sheaf_command_argument (line, 1);
  gboolean    withdraw = sheaf_command_flag (line, "withdraw");
  g_autoptr (SheafBook) book = NULL;
  guint64 id;

  if (!g_ascii_string_to_unsigned (number, 10, 1, G_MAXINT64, &id, NULL))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“%s” is no attachment: “sheaf-cli attachments” lists their numbers"),
                   number);
      return FALSE;
    }
  if (sheaf_command_need (line, withdraw ? "reason" : "o", error) == NULL)
    return FALSE;
  book = sheaf_command_open (line, withdraw ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  return withdraw ? sheaf_attachment_withdraw (book, (gint64) id,
                                               sheaf_command_option (line, "reason"), error)
                  : save (line, book, (gint64) id, error);
}

const SheafCommand sheaf_command_attachment = {
  .name = "attachment",
  .arguments = "BOOK ID",
  .n_arguments = 2,
  .summary = N_ ("saves an attached file out, or withdraws it"),
  .options = options,
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of a contribution in kind. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "documents/handover-paper.h"

static const SheafCommandOption options[] = {
  { "date", "DAY", N_ ("the day on which it was paid in kind") },
  { NULL, NULL, NULL },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *format = sheaf_command_option (line, "format");
  SheafDate   day;
  gint64      party_id = 0;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (format != NULL && !g_str_equal (format, "pdf"))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("a handover record is a paper: take --format pdf"));
      return FALSE;
    }
  if (!sheaf_command_need_day (line, "date", &day, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_READ, error);
  if (book == NULL ||
      !sheaf_command_find_party (book, sheaf_command_argument (line, 1), &party_id, error))
    return FALSE;
  bytes = sheaf_handover_paper_make (book, party_id, day, sheaf_command_option (line, "lang"),
                                     error);
  return bytes != NULL && sheaf_command_write (line, g_bytes_get_data (bytes, NULL),
                                               g_bytes_get_size (bytes), error);
}

const SheafCommand sheaf_command_handover = {
  .name = "handover",
  .arguments = "BOOK MEMBER",
  .n_arguments = 2,
  .summary = N_ ("the record of what a member handed over as a contribution in kind, as PDF"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

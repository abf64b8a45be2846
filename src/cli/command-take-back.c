/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes back an event of members or their capital that should not have been entered. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "capital/event.h"
#include "cli/error.h"
#include "statements/membership-act.h"

static const SheafCommandOption capital_options[] = {
  { "date", "DAY", N_ ("the day on which its voucher is reversed") },
  { "reason", "TEXT", N_ ("why; kept in the book") },
  { NULL, NULL, NULL },
};

static const SheafCommandOption membership_options[] = {
  { "reason", "TEXT", N_ ("why; kept in the book") },
  { NULL, NULL, NULL },
};

/* The second argument: the number that lists show. */
static gboolean
read_id (const SheafCommandLine *line,
         gint64                 *ret_id,
         GError                **error)
{
  const char *text = sheaf_command_argument (line, 1);

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, ret_id, NULL))
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("“%s” is no number of an event: take one from the list"), text);
  return FALSE;
}

static gboolean
take_capital_back (SheafCommandLine *line,
                   GError          **error)
{
  const char *reason = sheaf_command_need (line, "reason", error);
  SheafDate   date;
  gint64      id;
  g_autoptr (SheafBook) book = NULL;

  if (reason == NULL || !sheaf_command_need_day (line, "date", &date, error) ||
      !read_id (line, &id, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  return book != NULL && sheaf_capital_reverse (book, id, date, reason, error);
}

static gboolean
take_membership_back (SheafCommandLine *line,
                      GError          **error)
{
  const char *reason = sheaf_command_need (line, "reason", error);
  gint64      id;
  g_autoptr (SheafBook) book = NULL;

  if (reason == NULL || !read_id (line, &id, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  return book != NULL && sheaf_membership_take_back (book, id, reason, error);
}

const SheafCommand sheaf_command_capital_reverse = {
  .name = "capital-reverse",
  .arguments = "BOOK EVENT",
  .n_arguments = 2,
  .summary = N_ ("takes back an event of capital, its voucher with it"),
  .options = capital_options,
  .run = take_capital_back,
};

const SheafCommand sheaf_command_membership_reverse = {
  .name = "membership-reverse",
  .arguments = "BOOK EVENT",
  .n_arguments = 2,
  .summary = N_ ("takes back an event of the register of members"),
  .options = membership_options,
  .run = take_membership_back,
};

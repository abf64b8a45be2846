/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed readers of a draft's cells; what cannot be read becomes a problem with its place. */
#include "base/arithmetic.h"
#include "base/i18n.h"
#include "ledger/draft-private.h"
#include "ledger/party.h"

gboolean
sheaf_draft_read_amount (const SheafDraftReading *reading,
                         const char              *text,
                         SheafMoney              *ret_amount,
                         GError                 **error)
{
  return reading != NULL && reading->amount != NULL
             ? reading->amount (text, reading->data, ret_amount, error)
             : sheaf_arithmetic_parse_amount (text, ret_amount, error);
}

gboolean
sheaf_draft_read_date (const SheafDraftReading *reading,
                       const char              *text,
                       SheafDate               *ret_date,
                       GError                 **error)
{
  return reading != NULL && reading->date != NULL
             ? reading->date (text, reading->data, ret_date, error)
             : sheaf_date_parse (text, ret_date, error);
}

void
sheaf_draft_tell (SheafDraftReader *reader,
                  SheafProblemKind  kind,
                  const char       *column,
                  const char       *format,
                  ...)
{
  g_autofree char *name = g_strconcat (reader->prefix, column, NULL);
  g_autofree char *text = NULL;
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (reader->problems, kind, reader->file, reader->line, name, "%s", text);
}

void
sheaf_draft_take_amount (SheafDraftReader *reader,
                         const char       *column,
                         const char       *text,
                         SheafMoney       *ret_amount)
{
  g_autoptr (GError) error = NULL;

  if (*text != '\0' && !sheaf_draft_read_amount (reader->reading, text, ret_amount, &error))
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, column, "%s", error->message);
}

void
sheaf_draft_take_date (SheafDraftReader *reader,
                       const char       *column,
                       const char       *text,
                       SheafDate        *ret_date)
{
  g_autoptr (GError) error = NULL;

  if (*text != '\0' && !sheaf_draft_read_date (reader->reading, text, ret_date, &error))
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, column, "%s", error->message);
}

void
sheaf_draft_take_party (SheafDraftReader *reader,
                        const char       *column,
                        const char       *text,
                        gint64           *ret_id)
{
  if (*text == '\0')
    return;
  *ret_id = sheaf_party_find (reader->book, text);
  if (*ret_id == 0)
    sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, column,
                      _ ("nobody has the code %s: correct it or enter the party first"), text);
}

gboolean
sheaf_draft_must (SheafDraftReader *reader,
                  const char       *column,
                  const char       *text)
{
  if (*text != '\0')
    return TRUE;
  sheaf_draft_tell (reader, SHEAF_PROBLEM_ERROR, column,
                    _ ("nothing is given here, fill it in"));
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instalments that a line agrees: capital --schedule-set. */
#include "cli/capital-schedule.h"

#include "base/i18n.h"
#include "capital/schedule.h"
#include "cli/error.h"

#include <string.h>

static gboolean
fail (const char *text,
      GError    **error)
{
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("“%s” is no instalment: write DAY=AMOUNT, such as 2025-06-30=2000000, or “none” "
                  "alone to take an earlier agreement back"),
               text);
  return FALSE;
}

static gboolean
add_part (SheafSchedule *schedule,
          const char    *text,
          GError       **error)
{
  const char      *sign = strchr (text, '=');
  g_autofree char *day = sign == NULL ? NULL : g_strndup (text, (gsize) (sign - text));
  SheafInstalment  part;

  if (day == NULL || !sheaf_date_parse (day, &part.due, NULL) ||
      !sheaf_money_parse (sign + 1, &part.amount, NULL))
    return fail (text, error);
  g_array_append_val (schedule->instalments, part);
  return TRUE;
}

static gboolean
read_parts (SheafSchedule *schedule,
            const char    *set,
            GError       **error)
{
  g_auto (GStrv) parts = g_strsplit (set, ",", -1);

  for (guint i = 0; strcmp (set, "none") != 0 && parts[i] != NULL; i++)
    if (!add_part (schedule, parts[i], error))
      return FALSE;
  return strcmp (set, "none") == 0 || parts[0] != NULL || fail (set, error);
}

gboolean
sheaf_command_set_schedule (const SheafCommandLine *line,
                            SheafBook              *book,
                            gint64                  party_id,
                            GError                **error)
{
  const char *kind = sheaf_command_option (line, "kind");
  g_autoptr (SheafSchedule) schedule = sheaf_schedule_new ();

  schedule->party_id = party_id;
  schedule->kind = SHEAF_SCHEDULE_PAY;
  schedule->document = g_strdup (sheaf_command_option (line, "document"));
  if (kind != NULL && !sheaf_schedule_kind_from_word (kind, &schedule->kind))
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“%s” is no kind, take one of pay, refund"), kind);
      return FALSE;
    }
  return sheaf_command_need_day (line, "decided", &schedule->decided, error) &&
         read_parts (schedule, sheaf_command_option (line, "schedule-set"), error) &&
         sheaf_schedule_set (book, schedule, error);
}

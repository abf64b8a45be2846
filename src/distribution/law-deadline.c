/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By when a law wants shares paid: the pack's group [deadline payment]. */
#include "distribution/law-deadline.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"

#define GROUP "deadline payment"

static gboolean
read_number (GKeyFile   *file,
             const char *key,
             gint64      least,
             gint64      most,
             guint      *ret_number,
             GError    **error)
{
  g_autofree char *text = g_key_file_get_string (file, GROUP, key, NULL);
  gint64           number;

  if (text == NULL)
    return TRUE;
  if (!sheaf_number_parse (text, 0, &number, error))
    return FALSE;
  if (number < least || number > most)
    {
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "[%s] %s=%s", GROUP,
                   key, text);
      return FALSE;
    }
  *ret_number = (guint) number;
  return TRUE;
}

gboolean
sheaf_law_deadline_read (GKeyFile         *file,
                         SheafLawDeadline *deadline,
                         GError          **error)
{
  if (!g_key_file_has_group (file, GROUP))
    return TRUE;
  if (!g_key_file_has_key (file, GROUP, "months", error))
    return FALSE;
  return read_number (file, "months", 1, 120, &deadline->months, error) &&
         read_number (file, "day", 1, 28, &deadline->day, error) &&
         sheaf_law_rate_read (file, GROUP, "rate", SHEAF_RATE (0), &deadline->rule, error);
}

SheafDate
sheaf_law_pay_by (const SheafLaw *law,
                  SheafDate       year_end)
{
  const SheafLawDeadline *deadline = &law->payment_deadline;
  SheafDate               day;

  if (deadline->months == 0 || sheaf_date_cmp (year_end, deadline->rule.valid_from) < 0)
    return SHEAF_DATE_NONE;
  day = sheaf_date_add_months (year_end, (int) deadline->months);
  return deadline->day == 0
             ? day
             : sheaf_date_new (sheaf_date_year (day), sheaf_date_month (day), (int) deadline->day);
}

void
sheaf_law_warn_late (const SheafLaw *law,
                     int             year,
                     SheafDate       year_end,
                     SheafDate       day,
                     SheafProblems  *problems)
{
  SheafDate        by = sheaf_law_pay_by (law, year_end);
  g_autofree char *last = NULL;

  if (sheaf_date_is_none (by) || sheaf_date_cmp (day, by) <= 0)
    return;
  last = sheaf_date_format (by, sheaf_language_current ());
  sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                      _ ("the law wants shares of %d paid until %s (Art. %s, %s), and that day is "
                         "over: ask a tax adviser what follows from it"),
                      year, last, law->payment_deadline.rule.article, law->title);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges the general meeting. */
#include "distribution/meeting.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/percent.h"
#include "distribution/error.h"
#include "distribution/law-deadline.h"

#define WHOLE 1000000

gboolean
sheaf_heads_parse (const char *text,
                   guint      *ret_part,
                   guint      *ret_whole)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  guint64 numbers[2];

  if (g_strv_length (parts) != 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (!g_ascii_string_to_unsigned (g_strstrip (parts[i]), 10, 0, 10000000, &numbers[i], NULL))
      return FALSE;
  *ret_part = (guint) numbers[0];
  *ret_whole = (guint) numbers[1];
  return TRUE;
}

static gboolean refuse (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError    **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_STATE, format,
                                 args);
  va_end (args);
  return FALSE;
}

/* Heads must be possible before they are judged. */
static gboolean
check_heads (const SheafMeeting *meeting,
             GError            **error)
{
  if (meeting->call > 3)
    return refuse (error, _ ("a meeting is called at most three times: say call 1, 2 or 3"));
  if (meeting->present > meeting->members)
    return refuse (error,
                   _ ("%u members cannot attend out of %u: correct the number of those present"),
                   meeting->present, meeting->members);
  if (meeting->voted && meeting->members > 0 && meeting->in_favour > meeting->present)
    return refuse (error, _ ("%u votes cannot come from %u members present: correct the votes"),
                   meeting->in_favour, meeting->present);
  return TRUE;
}

/* The call before was so many days ago at most. */
static gboolean
check_term (const SheafMeeting *meeting,
            const SheafLaw     *law,
            const char         *group,
            const SheafLawRate *rule,
            GError            **error)
{
  int              most = g_key_file_get_integer (law->defaults, group, "days", NULL);
  int              days = meeting->date.days - meeting->call_before.days;
  g_autofree char *before = NULL;

  if (most == 0 || meeting->call_before.days <= 0 || (days > 0 && days <= most))
    return TRUE;
  before = sheaf_date_format (meeting->call_before, sheaf_language_current ());
  return refuse (error,
                 _ ("call %u must follow within %d days of the call before, on %s (Art. %s, %s): "
                    "correct the days, or call the meeting anew"),
                 meeting->call, most, before, rule->article, law->title);
}

/* "50 %". Free with g_free. */
static char *
name_part (SheafRate rate)
{
  return sheaf_percent_format (rate, sheaf_language_current ());
}

static gboolean
check_quorum (const SheafMeeting *meeting,
              const SheafLaw     *law,
              GError            **error)
{
  static const char *const groups[] = { "meeting first-call", "meeting second-call",
                                        "meeting third-call" };
  const char              *group = groups[MAX (meeting->call, 1) - 1];
  SheafLawRate             rule = { 0 };
  g_autofree char         *rate = NULL;
  gboolean                 met;

  if (!g_key_file_has_group (law->defaults, group))
    return TRUE;
  if (!sheaf_law_rate_read (law->defaults, group, "rate", SHEAF_RATE (0), &rule, error))
    return FALSE;
  met = check_term (meeting, law, group, &rule, error);
  if (met && meeting->members > 0 &&
      (gint64) meeting->present * WHOLE < rule.rate.millionths * (gint64) meeting->members)
    {
      rate = name_part (rule.rate);
      met = refuse (error,
                    _ ("%u of %u members attended, fewer than the %s that Art. %s (%s) asks for at "
                       "this call: call the meeting again"),
                    meeting->present, meeting->members, rate, rule.article, law->title);
    }
  sheaf_law_rate_clear (&rule);
  return met;
}

static gboolean
check_majority (const SheafMeeting *meeting,
                const SheafLaw     *law,
                GError            **error)
{
  SheafLawRate     rule = { 0 };
  g_autofree char *rate = NULL;
  gboolean         met;

  if (!meeting->voted || meeting->present == 0 ||
      !g_key_file_has_group (law->defaults, "meeting majority"))
    return TRUE;
  if (!sheaf_law_rate_read (law->defaults, "meeting majority", "rate", SHEAF_RATE (0), &rule,
                            error))
    return FALSE;
  rate = name_part (rule.rate);
  met = (gint64) meeting->in_favour * WHOLE > rule.rate.millionths * (gint64) meeting->present ||
        refuse (error,
                _ ("%u of %u votes are not more than the %s that Art. %s (%s) asks for: the plan "
                   "is not approved"),
                meeting->in_favour, meeting->present, rate, rule.article, law->title);
  sheaf_law_rate_clear (&rule);
  return met;
}

static void
warn_late (const SheafMeeting *meeting,
           const SheafLaw     *law,
           SheafDate           year_end,
           SheafProblems      *problems)
{
  const char      *group = "meeting deadline";
  int              months = g_key_file_get_integer (law->defaults, group, "months", NULL);
  g_autofree char *article = g_key_file_get_string (law->defaults, group, "article", NULL);
  g_autofree char *day = sheaf_date_format (meeting->date, sheaf_language_current ());

  if (months == 0 || article == NULL ||
      sheaf_date_cmp (meeting->date, sheaf_date_add_months (year_end, months)) <= 0)
    return;
  sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                      _ ("the meeting of %s was later than %d months after the year's end (Art. "
                         "%s, %s): tell the members why"),
                      day, months, article, law->title);
}

gboolean
sheaf_meeting_check (const SheafMeeting *meeting,
                     const SheafLaw     *law,
                     SheafDate           year_end,
                     SheafProblems      *problems,
                     GError            **error)
{
  if (!check_heads (meeting, error) || !check_quorum (meeting, law, error) ||
      !check_majority (meeting, law, error))
    return FALSE;
  warn_late (meeting, law, year_end, problems);
  sheaf_law_warn_late (law, sheaf_date_year (year_end), year_end, meeting->date, problems);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days counted from 1970-01-01 by the proleptic Gregorian calendar. */
#include "base/date.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

static gint32
days_from_civil (int year,
                 int month,
                 int day)
{
  int y = month <= 2 ? year - 1 : year;
  int era = y / 400;
  int year_of_era = y - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * 146097 + day_of_era - 719468;
}

static void
civil_from_days (gint32 days,
                 int   *ret_year,
                 int   *ret_month,
                 int   *ret_day)
{
  int shifted = days + 719468;
  int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int day_of_era = shifted - era * 146097;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) /
                    365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int month = (5 * day_of_year + 2) / 153;

  *ret_day = day_of_year - (153 * month + 2) / 5 + 1;
  *ret_month = month < 10 ? month + 3 : month - 9;
  *ret_year = year_of_era + era * 400 + (*ret_month <= 2);
}

SheafDate
sheaf_date_new (int year,
                int month,
                int day)
{
  return (SheafDate){ .days = days_from_civil (year, month, day) };
}

gboolean
sheaf_date_is_none (SheafDate date)
{
  return date.days == G_MININT32;
}

int
sheaf_date_year (SheafDate date)
{
  int year, month, day;

  civil_from_days (date.days, &year, &month, &day);
  return year;
}

int
sheaf_date_month (SheafDate date)
{
  int year, month, day;

  civil_from_days (date.days, &year, &month, &day);
  return month;
}

int
sheaf_date_day (SheafDate date)
{
  int year, month, day;

  civil_from_days (date.days, &year, &month, &day);
  return day;
}

int
sheaf_date_year_month (SheafDate date)
{
  int year, month, day;

  civil_from_days (date.days, &year, &month, &day);
  return year * 100 + month;
}

SheafDate
sheaf_date_add_days (SheafDate date,
                     int       days)
{
  return (SheafDate){ .days = date.days + days };
}

SheafDate
sheaf_date_month_end (SheafDate date)
{
  int year, month, day;

  civil_from_days (date.days, &year, &month, &day);
  if (month == 12)
    return sheaf_date_new (year, 12, 31);
  return sheaf_date_add_days (sheaf_date_new (year, month + 1, 1), -1);
}

SheafDate
sheaf_date_add_months (SheafDate date,
                       guint     months)
{
  int       month = sheaf_date_month (date) - 1 + (int) months;
  int       year = sheaf_date_year (date) + month / 12;
  SheafDate end = sheaf_date_month_end (sheaf_date_new (year, month % 12 + 1, 1));

  return sheaf_date_day (date) >= sheaf_date_day (end)
             ? end
             : sheaf_date_new (year, month % 12 + 1, sheaf_date_day (date));
}

int
sheaf_date_cmp (SheafDate a,
                SheafDate b)
{
  return (a.days > b.days) - (a.days < b.days);
}

static gboolean
read_digits (const char *text,
             int         n,
             int        *ret_value)
{
  int value = 0;

  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      value = value * 10 + (text[i] - '0');
    }
  *ret_value = value;
  return TRUE;
}

static gboolean
is_day (int year,
        int month,
        int day)
{
  return year >= 1900 && year <= 2999 && month >= 1 && month <= 12 && day >= 1 &&
         day <= sheaf_date_day (sheaf_date_month_end (sheaf_date_new (year, month, 1)));
}

gboolean
sheaf_date_parse (const char *text,
                  SheafDate  *ret_date,
                  GError    **error)
{
  int              year = 0, month = 0, day = 0;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  if (strlen (text) == 10 && text[4] == '-' && text[7] == '-' && read_digits (text, 4, &year) &&
      read_digits (text + 5, 2, &month) && read_digits (text + 8, 2, &day) &&
      is_day (year, month, day))
    {
      *ret_date = sheaf_date_new (year, month, day);
      return TRUE;
    }
  shown = g_utf8_make_valid (text, (gssize) MIN (strlen (text), 40));
  g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID,
               _ ("“%s” is not a day, write it as 2025-12-31"), shown);
  return FALSE;
}

char *
sheaf_date_to_text (SheafDate date)
{
  int year, month, day;

  if (sheaf_date_is_none (date))
    return g_strdup ("");
  civil_from_days (date.days, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

char *
sheaf_date_format (SheafDate   date,
                   const char *language)
{
  static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
  int                      year, month, day;

  if (sheaf_date_is_none (date))
    return g_strdup ("");
  civil_from_days (date.days, &year, &month, &day);
  if (language != NULL && (g_str_has_prefix (language, "vi") || g_str_has_prefix (language, "fr")))
    return g_strdup_printf ("%02d/%02d/%04d", day, month, year);
  return g_strdup_printf ("%d %s %04d", day, months[month - 1], year);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Day first, as in Vietnam and France; a year of four digits in front is read as the international
 * form. */
#include "app/date-text.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const char *const month_names[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                           "jul", "aug", "sep", "oct", "nov", "dec" };

/* Splits into up to three numbers; English month names count as numbers. Returns how many, or 0
 * when something else is there. */
static guint
split_numbers (const char *text,
               int         ret_numbers[3],
               gsize       ret_digits[3])
{
  guint n = 0;

  for (const char *at = text; *at != '\0';)
    {
      char *end = NULL;

      if (n == 3)
        return 0;
      if (g_ascii_isdigit (*at))
        {
          ret_numbers[n] = (int) MIN (strtol (at, &end, 10), 99999999L);
          ret_digits[n++] = (gsize) (end - at);
          at = end;
        }
      else
        {
          gboolean found = FALSE;

          for (int month = 0; month < 12 && !found; month++)
            if (strncmp (at, month_names[month], 3) == 0)
              {
                ret_numbers[n] = month + 1;
                ret_digits[n++] = 2;
                at += 3;
                found = TRUE;
              }
          if (!found)
            return 0;
        }
      while (*at != '\0' && strchr (" /-.", *at) != NULL)
        at++;
    }
  return n;
}

static gboolean
make_date (int        year,
           int        month,
           int        day,
           SheafDate *ret_date)
{
  g_autofree char *text = NULL;

  if (year < 100)
    year += 2000;
  text = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return sheaf_date_parse (text, ret_date, NULL);
}

static gboolean
read_numbers (const char *text,
              SheafDate   context,
              SheafDate  *ret_date)
{
  int   number[3] = { 0 };
  gsize digits[3] = { 0 };
  guint n = split_numbers (text, number, digits);
  int   year = sheaf_date_year (context);

  if (n == 1 && (digits[0] == 6 || digits[0] == 8))
    {
      int split = digits[0] == 6 ? 100 : 10000;

      return make_date (number[0] % split, number[0] / split % 100, number[0] / split / 100,
                        ret_date);
    }
  if (n == 1)
    return make_date (year, sheaf_date_month (context), number[0], ret_date);
  if (n == 2)
    return make_date (year, number[1], number[0], ret_date);
  if (n == 3 && digits[0] == 4)
    return make_date (number[0], number[1], number[2], ret_date);
  return n == 3 && make_date (number[2], number[1], number[0], ret_date);
}

gboolean
sheaf_date_text_parse (const char *text,
                       SheafDate   context,
                       SheafDate   today,
                       SheafDate  *ret_date,
                       GError    **error)
{
  g_autofree char *plain = sheaf_text_fold (text);
  char            *end = NULL;
  SheafDate        date;

  g_strstrip (plain);
  if (strcmp (plain, "t") == 0 || strcmp (plain, "h") == 0)
    {
      *ret_date = today;
      return TRUE;
    }
  if (*plain == '+' || *plain == '-')
    {
      long days = strtol (plain, &end, 10);

      if (end != plain && *end == '\0' && days >= -3660 && days <= 3660)
        {
          *ret_date = sheaf_date_add_days (context, (int) days);
          return TRUE;
        }
    }
  else if (read_numbers (plain, context, &date))
    {
      *ret_date = date;
      return TRUE;
    }
  g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID,
               _ ("“%s” is not a day: type 31/12/2025, 31/12, +1 or t for today"), text);
  return FALSE;
}

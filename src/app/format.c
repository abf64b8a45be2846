/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One place decides how the screen writes figures. */
#include "app/format.h"

#include "base/i18n.h"
#include "base/language.h"
#include "base/number.h"

static SheafDate fixed_today = { .days = G_MININT32 };

char *
sheaf_format_money (SheafMoney money)
{
  if (money.units == 0)
    return g_strdup ("–");
  return sheaf_money_format (money, sheaf_language_current ());
}

char *
sheaf_format_figure (SheafMoney money)
{
  return sheaf_money_format (money, sheaf_language_current ());
}

char *
sheaf_format_money_unit (SheafMoney money)
{
  g_autofree char *figure = sheaf_format_figure (money);

  /* Translators: an amount of money with its unit; the space does not break. */
  return g_strdup_printf (_ ("%s ₫"), figure);
}

char *
sheaf_format_date (SheafDate date)
{
  if (sheaf_date_is_none (date))
    return g_strdup ("");
  return sheaf_date_format (date, sheaf_language_current ());
}

char *
sheaf_format_side (SheafMoney balance)
{
  g_autofree char *figure = NULL;

  if (balance.units == 0)
    return g_strdup ("–");
  figure = sheaf_format_figure (balance.units > 0 ? balance : sheaf_money_neg (balance));
  return g_strdup_printf (
      balance.units > 0 ? C_ ("debit balance", "%s Dr") : C_ ("credit balance", "%s Cr"), figure);
}

char *
sheaf_format_percent (gint64 hundredths)
{
  const char      *language = sheaf_language_current ();
  g_autofree char *whole = sheaf_number_format (hundredths / 100, 0, language);

  return g_strdup_printf ("%s%s%02d", whole, g_str_has_prefix (language, "en") ? "." : ",",
                          (int) (hundredths % 100));
}

SheafDate
sheaf_format_today (void)
{
  g_autoptr (GDateTime) now = NULL;

  if (!sheaf_date_is_none (fixed_today))
    return fixed_today;
  now = g_date_time_new_now_local ();
  return sheaf_date_new (g_date_time_get_year (now), g_date_time_get_month (now),
                         g_date_time_get_day_of_month (now));
}

void
sheaf_format_set_today (SheafDate today)
{
  fixed_today = today;
}

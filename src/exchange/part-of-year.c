/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of a year as words. */
#include "exchange/part-of-year.h"

#include "ledger/vat-share.h"

#include <string.h>

#define QUARTER "quarter-"
#define MONTH "month-"

/* The number of a quarter; 0: none. Tax counts quarters by themselves, VAT behind the months. */
static guint
quarter_of (SheafVoucherOriginKind kind,
            guint                  period)
{
  if (kind == SHEAF_ORIGIN_TAX)
    return period;
  return period > SHEAF_VAT_SHARE_QUARTER (0u) ? period - SHEAF_VAT_SHARE_QUARTER (0u) : 0;
}

char *
sheaf_part_of_year_to_text (SheafVoucherOriginKind kind,
                            guint                  period)
{
  if (period == SHEAF_VAT_SHARE_YEAR)
    return g_strdup ("year");
  if (quarter_of (kind, period) != 0)
    return g_strdup_printf (QUARTER "%u", quarter_of (kind, period));
  return g_strdup_printf (MONTH "%u", period);
}

gboolean
sheaf_part_of_year_parse (SheafVoucherOriginKind kind,
                          const char            *text,
                          guint                 *ret_period)
{
  gboolean quarter = g_str_has_prefix (text, QUARTER);
  gboolean month = kind == SHEAF_ORIGIN_VAT_SHARE && g_str_has_prefix (text, MONTH);
  guint64  number;

  if (strcmp (text, "year") == 0)
    {
      *ret_period = SHEAF_VAT_SHARE_YEAR;
      return TRUE;
    }
  if ((!quarter && !month) ||
      !g_ascii_string_to_unsigned (strchr (text, '-') + 1, 10, 1, quarter ? 4 : 12, &number, NULL))
    return FALSE;
  *ret_period = quarter && kind == SHEAF_ORIGIN_VAT_SHARE ? SHEAF_VAT_SHARE_QUARTER ((guint) number)
                                                          : (guint) number;
  return TRUE;
}

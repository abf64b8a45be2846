/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typed like rates, but with three decimals at most. */
#include "app/quantity-text.h"

#include "app/rate-text.h"
#include "base/i18n.h"
#include "base/language.h"
#include "ledger/error.h"

gboolean
sheaf_quantity_text_parse (const char    *text,
                           SheafQuantity *ret_quantity,
                           GError       **error)
{
  gint64 millionths = 0;

  if (!sheaf_rate_text_parse (text, sheaf_language_current (), &millionths, error))
    return FALSE;
  if (millionths % 1000 != 0)
    {
      g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_COUNT,
                   _ ("“%s” has more than three decimals: round it"), text);
      return FALSE;
    }
  *ret_quantity = SHEAF_QUANTITY (millionths / 1000);
  return TRUE;
}

char *
sheaf_quantity_text_format (SheafQuantity quantity)
{
  return sheaf_rate_text_format (quantity.thousandths * 1000, sheaf_language_current ());
}

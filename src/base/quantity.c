/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text of a quantity. */
#include "base/quantity.h"

#include "base/number.h"

gboolean
sheaf_quantity_parse (const char    *text,
                      SheafQuantity *ret_quantity,
                      GError       **error)
{
  return sheaf_number_parse (text, 3, &ret_quantity->thousandths, error);
}

char *
sheaf_quantity_to_text (SheafQuantity quantity)
{
  return sheaf_number_to_text (quantity.thousandths, 3);
}

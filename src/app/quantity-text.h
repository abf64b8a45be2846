/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quantities as people type and read them: 1.250,5. */
#pragma once

#include "base/quantity.h"

/* Reads what a person typed in the program's language; blanks and its grouping are passed over.
 * Empty is 0. FALSE with a message for the person, also for more than three decimals. */
gboolean sheaf_quantity_text_parse (const char    *text,
                                    SheafQuantity *ret_quantity,
                                    GError       **error);

/* Grouped, with the decimals there are; "" for 0. Free with g_free. */
char *sheaf_quantity_text_format (SheafQuantity quantity);

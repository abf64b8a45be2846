/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates of exchange as people type and read them: 25.400 or 25.400,50 for a dollar. */
#pragma once

#include <glib.h>

/* Reads what a person typed, in millionths; blanks and the language's grouping are passed over.
 * Empty is 0. FALSE with a message for the person. */
gboolean sheaf_rate_text_parse (const char *text,
                                const char *language,
                                gint64     *ret_rate,
                                GError    **error);

/* Grouped, with the decimals there are; "" for 0. Free with g_free. */
char *sheaf_rate_text_format (gint64      rate,
                              const char *language);

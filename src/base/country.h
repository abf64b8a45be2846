/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Countries as people write them: by their two letters, or by name in one of their languages. */
#pragma once

#include <glib.h>

/* The country's name in the language ("vi", "fr", "en"); text that is no two-letter code stays as
 * it was written, NULL gives "". Free with g_free. */
char *sheaf_country_name (const char *text,
                          const char *language);

/* TRUE where text means the country of the two-letter code: the code itself, or the name in
 * Vietnamese, French or English, whatever the accents, capitals and blanks. */
gboolean sheaf_country_is (const char *text,
                           const char *code);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as people type it: checked, normalised, folded for search. */
#pragma once

#include <glib.h>

/* Valid UTF-8 without NUL in NFC, outer blanks removed; NULL when the bytes are not UTF-8. Free
 * with g_free. */
char *sheaf_text_clean (const char *text,
                        gssize      length);

/* Lower case without accents, đ as d, single blanks: what search compares. */
char *sheaf_text_fold (const char *text);

/* TRUE when each of words stands somewhere in text; both are folded. The typed words of a search,
 * split at blanks: an empty one stands everywhere. */
gboolean sheaf_text_has_words (const char  *text,
                               char *const *words);

/* The unaccented form banks take: accents dropped, đ to d, case kept, everything outside A–Z a–z
 * 0–9 blank -._/ dropped. */
char *sheaf_text_unaccent (const char *text);

/* With a capital first letter, as a sentence begins. Free with g_free. */
char *sheaf_text_capitalize (const char *text);

/* TRUE for a code: 1 to 32 letters, digits or - . _ /, no blanks. */
gboolean sheaf_text_is_code (const char *text);

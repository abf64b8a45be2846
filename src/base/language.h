/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's language. */
#pragma once

#include <glib.h>

/* Sets the locale so that gettext follows the language even where no matching locale is installed,
 * and binds the translations. language is vi, fr, en or NULL for the system's. Call once, before
 * any text is shown. */
void sheaf_language_init (const char *language);

/* The language in use: "vi", "fr" or "en"; in a thread that speaks another, that one. */
const char *sheaf_language_current (void);

/* From now on this thread's texts and figures are in the language ("vi", "fr", "en"), whatever the
 * program's is: for what is written on a paper. NULL: in the program's again. Gives what it spoke
 * before, for the next call. */
const char *sheaf_language_speak (const char *language);

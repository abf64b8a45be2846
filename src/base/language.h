/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's language. */
#pragma once

#include <glib.h>

/* Sets the locale so that gettext follows the language even where no matching locale is installed,
 * and binds the translations. language is vi, fr, en or NULL for the system's. Call once, before
 * any text is shown. */
void sheaf_language_init (const char *language);

/* The language in use: "vi", "fr" or "en". */
const char *sheaf_language_current (void);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks text for translation. */
#pragma once

#include <glib/gi18n-lib.h>

/* The text in the language of the program, or in the one that the thread speaks at the moment: what
 * a warning says on a paper is in the paper's language (sheaf_language_speak()). */
const char *sheaf_i18n_text (const char *text) G_GNUC_FORMAT (1);

#undef _
#define _(text) sheaf_i18n_text (text)

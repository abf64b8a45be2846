/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The translations of one language, read by themselves: gettext knows one language for the whole
 * process, and a paper may be in another than the screen. */
#pragma once

#include <glib.h>

typedef struct _SheafCatalog SheafCatalog;

/* The catalog in a compiled file of messages (GNU gettext's .mo); NULL when it is none. Takes over
 * nothing. */
SheafCatalog *sheaf_catalog_new (GBytes *bytes);
void          sheaf_catalog_free (SheafCatalog *catalog);

/* The translation of a message without plural forms; NULL when there is none. Lives as long as the
 * catalog. */
const char *sheaf_catalog_find (const SheafCatalog *catalog,
                                const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCatalog, sheaf_catalog_free)

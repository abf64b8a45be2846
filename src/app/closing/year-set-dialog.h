/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole year-end set into a folder, with how far it is. */
#pragma once

#include "app/page.h"

/* Asks for the folder, writes the set of the session's year there, shows how far it is and lets it
 * be stopped; says at the end what was written and what was left out. */
void sheaf_year_set_ask (SheafPage *page);

/* The same with the folder known. Gives the window that shows the progress. */
GtkWidget *sheaf_year_set_write (SheafPage  *page,
                                 const char *folder);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Habits of the person, never facts about books: window size, language, text size, books opened
 * last. */
#pragma once

#include <gio/gio.h>

/* The program's settings; owned by the program. */
GSettings *sheaf_settings (void);

/* A book opened before. */
typedef struct
{
  char *path;
  char *name;
  char *years;
} SheafRecentBook;

void sheaf_recent_book_free (SheafRecentBook *book);

/* The books opened last, newest first; those whose file is gone are left out. */
GPtrArray *sheaf_settings_list_recent (void);

/* Puts a book in front. */
void sheaf_settings_add_recent (const char *path,
                                const char *name,
                                const char *years);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every key of the program, in one table. */
#pragma once

#include <gtk/gtk.h>

typedef struct
{
  const char *group;  /* marked with N_() */
  const char *title;  /* marked with N_() */
  const char *action; /* detailed, as "win.go(('vouchers',''))" */
  const char *keys;   /* accelerators parted by "|"; NULL when it has none */
} SheafShortcut;

const SheafShortcut *sheaf_shortcuts_list (guint *ret_count);

/* Sets the keys of all actions of application and window; those of pages are set by the pages'
 * classes from the same table. */
void sheaf_shortcuts_install (GtkApplication *application);

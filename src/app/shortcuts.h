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

/* Sets the keys of the actions of application and window. */
void sheaf_shortcuts_install (GtkApplication *application);

/* Binds the keys of the actions that begin with the prefix ("voucher.") to a class that has them: a
 * window's keys reach no action of a widget inside it. Call in class_init. */
void sheaf_shortcuts_bind (GtkWidgetClass *widget_class,
                           const char     *prefix);

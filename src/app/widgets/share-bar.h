/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a whole as a bar, with a line where a limit is. What is above the limit is hatched, and
 * what is not paid in an outline: right in black and white too. */
#pragma once

#include <gtk/gtk.h>

#define SHEAF_TYPE_SHARE_BAR (sheaf_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (SheafShareBar, sheaf_share_bar, SHEAF, SHARE_BAR, GtkWidget)

GtkWidget *sheaf_share_bar_new (void);

/* All in millionths of the whole: the share, what of it is paid in, the limit (0: none), and how
 * much of the whole the bar's full width shows. */
void sheaf_share_bar_show (SheafShareBar *bar,
                           gint64         share,
                           gint64         paid,
                           gint64         limit,
                           gint64         scale);

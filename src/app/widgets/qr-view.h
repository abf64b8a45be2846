/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A QR code on the screen, for the camera of a telephone: dark on white in dark mode too. */
#pragma once

#include <gtk/gtk.h>

#define SHEAF_TYPE_QR_VIEW (sheaf_qr_view_get_type ())
G_DECLARE_FINAL_TYPE (SheafQrView, sheaf_qr_view, SHEAF, QR_VIEW, GtkWidget)

/* Draws the code of the text; NULL draws nothing. name is what screen readers call it: whom a scan
 * pays how much. */
void sheaf_qr_view_show (SheafQrView *view,
                         const char  *text,
                         const char  *name);

/* The text that is drawn; NULL: none. */
const char *sheaf_qr_view_get_text (SheafQrView *view);

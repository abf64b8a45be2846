/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An entry for a day: takes 31/12/2025, 3/4, +1, t. "changed-date" comes when another day has been
 * settled. */
#pragma once

#include "base/date.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_DATE_ENTRY (sheaf_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (SheafDateEntry, sheaf_date_entry, SHEAF, DATE_ENTRY, GtkEntry)

GtkWidget *sheaf_date_entry_new (void);

/* The day typed. FALSE with a message for the person when it is no day or there is none. */
gboolean sheaf_date_entry_get (SheafDateEntry *entry,
                               SheafDate      *ret_date,
                               GError        **error);

/* Shows a day, which is also what "+1" and a day without month count from. */
void sheaf_date_entry_set (SheafDateEntry *entry,
                           SheafDate       date);

/* Lets it be left empty: it reads as SHEAF_DATE_NONE then. */
void sheaf_date_entry_set_optional (SheafDateEntry *entry,
                                    gboolean        optional);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files behind a voucher: added, opened, saved, withdrawn. */
#pragma once

#include "app/session.h"

#include <adwaita.h>

#define SHEAF_TYPE_ATTACHMENTS_DIALOG (sheaf_attachments_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafAttachmentsDialog,
                      sheaf_attachments_dialog,
                      SHEAF,
                      ATTACHMENTS_DIALOG,
                      AdwWindow)

/* Of a posted voucher, or of one being typed (voucher_id 0), whose files wait in the array (of
 * SheafAttachmentFile). "changed" comes when the list has changed. */
GtkWidget *sheaf_attachments_dialog_new (GtkWindow    *parent,
                                         SheafSession *session,
                                         gint64        voucher_id,
                                         GPtrArray    *files);

/* Adds a file, as the chooser and dropping do. */
void sheaf_attachments_dialog_add (SheafAttachmentsDialog *dialog,
                                   const char             *path);

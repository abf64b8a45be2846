/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files behind a posted voucher, and files read for one that is typed. */
#pragma once

#include "ledger/attachment.h"

typedef struct
{
  gint64 voucher_id; /* 0: only read, for a voucher that is typed */
  gint64 id;         /* of an attachment; 0: none */
  char  *name;       /* of the file, without folders */
  char  *path;       /* of a file to be read or written; NULL: in a folder made for it */
  char  *reason;     /* why it is withdrawn */
} SheafAttachmentJob;

void sheaf_attachment_job_free (SheafAttachmentJob *job);

/* Jobs on SheafAttachmentJob. read: the result is a SheafAttachmentFile. insert: reads the file and
 * attaches it; withdraw: takes it out of sight; export: writes its bytes to the path. The results
 * of these are the job itself, not to be freed. list: of SheafAttachment. */
gpointer sheaf_attachment_read_job (gpointer connection,
                                    gpointer data,
                                    GError **error);
gpointer sheaf_attachment_insert_job (gpointer connection,
                                      gpointer data,
                                      GError **error);
gpointer sheaf_attachment_withdraw_job (gpointer connection,
                                        gpointer data,
                                        GError **error);
gpointer sheaf_attachment_export_job (gpointer connection,
                                      gpointer data,
                                      GError **error);
gpointer sheaf_attachment_list_job (gpointer connection,
                                    gpointer data,
                                    GError **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that wait with a saved draft until its voucher is posted. They go with the draft. */
#pragma once

#include "ledger/attachment.h"

/* Lets the draft keep exactly these files (of SheafAttachmentFile; NULL: none), in this order; what
 * it keeps already is not written again. Like a save of the draft not within an act. */
gboolean sheaf_draft_files_set (SheafBook       *book,
                                gint64           draft_id,
                                const GPtrArray *files,
                                GError         **error);

/* The files that the draft keeps, in their order; of SheafAttachmentFile. */
GPtrArray *sheaf_draft_files_list (SheafBook *book,
                                   gint64     draft_id,
                                   GError   **error);

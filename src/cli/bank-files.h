/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of a bank order, as payout and bank-order write them. */
#pragma once

#include "payouts/batch.h"

/* Writes the order of a list in a form (NULL: "neutral") into the folder, a table as CSV and as
 * workbook, else as XML, and says each path. What the bank will still ask for is told. */
gboolean sheaf_cli_write_bank_files (SheafBook              *book,
                                     const SheafPayoutBatch *batch,
                                     const char             *form_id,
                                     const char             *folder,
                                     GError                **error);

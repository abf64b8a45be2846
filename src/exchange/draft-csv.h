/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts from a file: the columns of the kind vouchers, any cell as typed. */
#pragma once

#include "base/problem.h"
#include "ledger/draft.h"

/* Reads the drafts of a file without saving them: consecutive rows with the same kind, number and
 * date are one. NULL with an error when the file is no CSV; unknown columns are problems, and then
 * the list is NULL with an error too. Of SheafDraft. */
GPtrArray *sheaf_draft_csv_read (const char    *path,
                                 SheafProblems *problems,
                                 GError       **error);

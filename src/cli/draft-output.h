/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft's rows as a table. */
#pragma once

#include "cli/output.h"
#include "ledger/draft.h"

/* Writes the rows, cells as typed. */
gboolean sheaf_draft_output (const SheafCommandLine *line,
                             const SheafDraft       *draft,
                             GError                **error);

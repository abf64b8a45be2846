/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that a case makes, as they will be filled. */
#pragma once

#include "ledger/draft.h"

#include <gtk/gtk.h>

/* Takes everything out of a grid. */
void sheaf_guide_preview_clear (GtkGrid *grid);

/* Shows the rows, one a line: debit, credit, amount; none for NULL. */
void sheaf_guide_preview_show (GtkGrid          *grid,
                               const SheafDraft *cells);

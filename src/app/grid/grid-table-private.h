/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the table share. */
#pragma once

#include "app/grid/grid-table.h"

typedef struct
{
  guint         n_cells;
  SheafProblem *problems; /* of each cell; text NULL: none */
  char         *cells[];
} SheafGridRow;

struct _SheafGridTable
{
  GObject              parent_instance;
  const SheafGridKind *kind;
  SheafDate            today;
  GPtrArray           *rows; /* of SheafGridRow */
  GPtrArray           *undo; /* of GPtrArray of SheafGridRow */
  GPtrArray           *redo;
  GPtrArray           *general;  /* of SheafProblem */
  GArray              *exported; /* guint: the row of each line of the text */
  guint                version;
  guint                set_row; /* where the last step was typed; G_MAXUINT: nowhere */
  guint                set_column;
};

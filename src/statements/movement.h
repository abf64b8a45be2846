/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forms of movements (F02-HTX): what each account began with, took in, gave out and ended with. */
#pragma once

#include "statements/figures.h"
#include "statements/statement.h"

typedef enum
{
  SHEAF_MOVEMENT_OPENING,
  SHEAF_MOVEMENT_INCREASE, /* turnover on the account's own side */
  SHEAF_MOVEMENT_DECREASE, /* on the other */
  SHEAF_MOVEMENT_CLOSING,
  SHEAF_MOVEMENT_COLUMNS,
} SheafMovementColumn;

/* Fills all lines and tells of checks that do not hold. A line's rule names accounts by the side on
 * which they stand: CB(4111); a balance on the other side is negative. */
void sheaf_movement_fill (SheafStatement     *statement,
                          const SheafFigures *figures);

/* The pieces of one term in a column, without the term's sign. Of SheafFiguresPart. */
GArray *sheaf_movement_parts (const SheafFigures  *figures,
                              const SheafRuleTerm *term,
                              SheafMovementColumn  column);

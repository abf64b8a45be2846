/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was appropriated under a plan's code before the plan was posted. Only distribution includes
 * this. */
#pragma once

#include "distribution/inputs.h"

/* Taken from one profit for one account and party. */
typedef struct
{
  SheafSide  side;
  gint64     account_id;
  gint64     party_id;
  SheafMoney amount; /* what is left to be set against the plan; may turn negative */
} SheafProvisional;

/* All of them, of SheafProvisional; rows in the distribution layer are postings, not
 * provisional. */
GArray *sheaf_provisional_load (SheafBook *book,
                                int        year,
                                GError   **error);

/* Sets the amount against what was taken for the same account and party; gives what is still to
 * post, and sets what was taken to what is left of it. */
SheafMoney sheaf_provisional_settle (GArray    *provisionals,
                                     SheafSide  side,
                                     gint64     account_id,
                                     gint64     party_id,
                                     SheafMoney amount);

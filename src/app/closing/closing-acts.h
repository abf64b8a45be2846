/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts of closing, on the writing thread, and what they would write. */
#pragma once

#include "book/book.h"
#include "ledger/closing.h"
#include "reports/collected.h"

typedef enum
{
  SHEAF_CLOSING_ACT_CLOSE,
  SHEAF_CLOSING_ACT_REOPEN,
  SHEAF_CLOSING_ACT_LOCK,
  SHEAF_CLOSING_ACT_UNLOCK,
} SheafClosingActKind;

typedef struct
{
  SheafClosingActKind kind;
  int                 year;
  SheafClosingKeys    keys;   /* to close */
  SheafDate           date;   /* to lock until, or back to */
  char               *reason; /* to reopen and unlock */
} SheafClosingAct;

void sheaf_closing_act_free (SheafClosingAct *act);

/* data: SheafClosingAct. Result: anything, free with g_free; a refusal is the error. */
gpointer sheaf_closing_act_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* For the writing thread, as it tries the closing and undoes it. data: SheafClosingAct (year and
 * keys). Result: SheafCollected, what closing would post and what the statements say then; of a
 * closed year, what it posted. */
gpointer sheaf_closing_rows_job (gpointer connection,
                                 gpointer data,
                                 GError **error);

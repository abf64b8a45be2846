/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a year stands, in a glance: closed or open, locked until when, revised how often. */
#pragma once

#include "book/book.h"
#include "ledger/closing.h"
#include "ledger/revision.h"

typedef struct
{
  int              year;
  gboolean         closed;
  SheafDate        locked_until; /* SHEAF_DATE_NONE: nothing is locked */
  SheafClosingKeys keys;         /* those it was closed with, else the usual ones */
  SheafRevision    revision;     /* of the whole year's figures */
} SheafClosingOutlook;

void sheaf_closing_outlook_free (SheafClosingOutlook *outlook);

/* data: the year (int). Result: SheafClosingOutlook. */
gpointer sheaf_closing_outlook_job (gpointer connection,
                                    gpointer data,
                                    GError **error);

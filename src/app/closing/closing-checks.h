/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What should be so before a year is closed, looked at one after the other on the reading
 * thread. */
#pragma once

#include "book/book.h"
#include "ledger/closing.h"

typedef enum
{
  SHEAF_CLOSING_GOOD,
  SHEAF_CLOSING_OPEN,  /* still to be done */
  SHEAF_CLOSING_WRONG, /* must be mended */
  SHEAF_CLOSING_IDLE,  /* nothing of it in this book */
} SheafClosingState;

typedef struct
{
  const char       *name;  /* for programs: "drafts" */
  const char       *title; /* marked with N_() */
  SheafClosingState state;
  char             *found; /* a sentence: what is wrong, or how it stands */
  const char       *page;  /* where it is mended; NULL: nowhere */
  const char       *detail;
} SheafClosingCheck;

/* The year as it stands. */
typedef struct
{
  int              year;
  gboolean         closed;
  SheafDate        locked_until; /* SHEAF_DATE_NONE: nothing is locked */
  SheafClosingKeys keys;         /* those it was closed with, else the usual ones */
  GPtrArray       *checks;       /* of SheafClosingCheck, in order */
  guint            wrong;
  guint            open;
} SheafClosingOutlook;

void sheaf_closing_outlook_free (SheafClosingOutlook *outlook);

/* data: the year (int). Result: SheafClosingOutlook. */
gpointer sheaf_closing_outlook_job (gpointer connection,
                                    gpointer data,
                                    GError **error);

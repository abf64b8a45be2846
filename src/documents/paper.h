/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All papers there are: one table, from which programs list, preview and write them. */
#pragma once

#include "base/problem.h"
#include "book/book.h"

typedef struct
{
  const char *name;       /* for commands and file names: "B01-HTX", "payout-list" */
  const char *title;      /* English source of the translated title: show it through _ () */
  gboolean    per_member; /* one member's page can be asked for alone */
} SheafPaper;

/* The papers in order, from 0; NULL behind the last. */
const SheafPaper *sheaf_paper_at (guint position);

/* The paper's bytes as PDF, for a preview. member is the code of the one member that is asked for
 * of a paper per member; NULL for everyone. Errors: SHEAF_DOCUMENTS_ERROR_NAME for a name that is
 * none, _EMPTY for a paper that has nothing to show yet, what the folders below refuse. */
GBytes *sheaf_paper_make (SheafBook  *book,
                          const char *name,
                          int         year,
                          const char *member,
                          GError    **error);

/* A statement as PDF by the code of its form, up to a day of the year (SHEAF_DATE_NONE: its
 * end). */
GBytes *sheaf_paper_make_statement (SheafBook  *book,
                                    const char *form,
                                    int         year,
                                    SheafDate   to,
                                    GError    **error);

/* Writes the year's papers into a folder, which is made when it is not there, as NAME-YEAR.pdf.
 * only, or NULL, names those that are wanted. Of those not named, papers that have nothing to show
 * yet are left out with a warning in problems. The paths written are given in order (char *); when
 * a paper fails those before it stay. */
GPtrArray *sheaf_paper_write (SheafBook         *book,
                              int                year,
                              const char        *folder,
                              const char *const *only,
                              SheafProblems     *problems,
                              GError           **error);

/* Papers of one payment. */
typedef enum
{
  SHEAF_BATCH_PAPER_LIST,     /* to be signed, or as the bank gets it */
  SHEAF_BATCH_PAPER_SLIPS,    /* documents/share-slips.h */
  SHEAF_BATCH_PAPER_VOUCHERS, /* form 02-TT, of cash */
} SheafBatchPaper;

/* One of them as PDF, for a preview. problems warns of slips without a code to transfer by. Error:
 * SHEAF_DOCUMENTS_ERROR_EMPTY for vouchers of a payment through the bank, which has none, and for
 * vouchers and slips of a list of which no payment stands. */
GBytes *sheaf_paper_make_batch (SheafBook      *book,
                                int             year,
                                gint64          batch_id,
                                SheafBatchPaper paper,
                                SheafProblems  *problems,
                                GError        **error);

/* Writes the list of one payment as soon as it was made and, for cash, the payment vouchers (form
 * 02-TT); gives the paths (char *). */
GPtrArray *sheaf_paper_write_batch (SheafBook  *book,
                                    int         year,
                                    gint64      batch_id,
                                    const char *folder,
                                    GError    **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the papers' page asks of the reading thread: make a paper, picture a page, save, make ready
 * to print. */
#pragma once

#include "app/statements/report-jobs.h"
#include "base/problem.h"
#include "book/book.h"
#include "documents/paper.h"

#include <gdk/gdk.h>

/* A paper that was made. The document is only touched on the reading thread. */
typedef struct _SheafMadePaper SheafMadePaper;

SheafMadePaper *sheaf_made_paper_ref (SheafMadePaper *paper);
void            sheaf_made_paper_unref (SheafMadePaper *paper);
guint           sheaf_made_paper_pages (const SheafMadePaper *paper);

/* What was told while it was made; often nothing. */
const SheafProblems *sheaf_made_paper_warnings (const SheafMadePaper *paper);

/* Which paper; name is static, member "" for everyone. */
typedef struct
{
  const char      *name;
  int              year;
  char            *member;
  gint64           voucher_id;     /* the paper of this posted voucher instead; 0: none */
  gint64           handover_party; /* the record of what the member handed over; 0: none */
  SheafDate        handover_on;
  gint64           batch_id; /* a paper of this payment; 0: none */
  SheafBatchPaper  batch_paper;
  SheafReportWish *report; /* the paper of this report instead; NULL: none */
  /* the certificate of this number instead; "": all in force on certificates_on; NULL: none */
  char     *certificate;
  SheafDate certificates_on;
  char     *language; /* of the certificates */
} SheafPaperWish;

void     sheaf_paper_wish_free (SheafPaperWish *wish);
gpointer sheaf_paper_make_job (gpointer connection, /* result: SheafMadePaper */
                               gpointer data,
                               GError **error);

/* A page to be pictured, width_px wide. */
typedef struct
{
  SheafMadePaper *paper;
  guint           page; /* from 0 */
  int             width_px;
} SheafPaperPicture;

void     sheaf_paper_picture_free (SheafPaperPicture *picture);
gpointer sheaf_paper_picture_job (gpointer connection, /* result: GdkTexture */
                                  gpointer data,
                                  GError **error);

/* The paper's bytes into a file, or, without a paper, every paper of the year into a folder. */
typedef struct
{
  SheafMadePaper *paper; /* NULL: all */
  int             year;
  char           *path;
} SheafPaperSaving;

void     sheaf_paper_saving_free (SheafPaperSaving *saving);
gpointer sheaf_paper_save_job (gpointer connection, /* result: SheafProblems with warnings */
                               gpointer data,
                               GError **error);

/* data: SheafMadePaper. Result: GPtrArray of cairo_surface_t, a recording of each page, in
 * points. */
gpointer sheaf_paper_record_job (gpointer connection,
                                 gpointer data,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafMadePaper, sheaf_made_paper_unref)

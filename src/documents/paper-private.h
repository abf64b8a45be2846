/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The functions that draw the papers of the table. */
#pragma once

#include "documents/source.h"

/* Draws the paper of this name; member is the code of the one that is asked for, or NULL. */
typedef SheafDocument *(*SheafPaperDraw) (SheafSource *source,
                                          const char  *name,
                                          const char  *member,
                                          GError     **error);

SheafDocument *sheaf_paper_draw_statement (SheafSource *source,
                                           const char  *name,
                                           const char  *member,
                                           GError     **error);
SheafDocument *sheaf_paper_draw_members (SheafSource *source,
                                         const char  *name,
                                         const char  *member,
                                         GError     **error);
SheafDocument *sheaf_paper_draw_payout_list (SheafSource *source,
                                             const char  *name,
                                             const char  *member,
                                             GError     **error);
SheafDocument *sheaf_paper_draw_payments (SheafSource *source,
                                          const char  *name,
                                          const char  *member,
                                          GError     **error);

SheafDocument *sheaf_paper_draw_slips (SheafSource *source,
                                       const char  *name,
                                       const char  *member,
                                       GError     **error);

/* A statement up to a day of the year; the list of one payment, and its slips (no page for a
 * payment through the bank). */
SheafDocument *sheaf_paper_draw_statement_to (SheafSource *source,
                                              const char  *form,
                                              SheafDate    to,
                                              GError     **error);
SheafDocument *sheaf_paper_draw_batch (SheafSource *source,
                                       gint64       batch_id,
                                       GError     **error);
SheafDocument *sheaf_paper_draw_batch_slips (SheafSource *source,
                                             gint64       batch_id,
                                             GError     **error);

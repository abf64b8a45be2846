/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often the figures of a period were changed after they had been closed. */
#pragma once

#include "book/book.h"

typedef struct
{
  guint     number; /* 1: as first printed */
  SheafDate opened; /* the day on which the period was opened last, of more than 1 */
  char     *reason; /* given then; NULL as first printed */
} SheafRevision;

/* One more than the times that days from from to to were opened again, by moving the lock back or
 * by reopening their year, and something was posted on these days since. What closing entries
 * write does not count: statements do not change by them. Both days must be given; from after to
 * gives 1. Free the contents with sheaf_revision_clear. */
gboolean sheaf_period_revision (SheafBook     *book,
                                SheafDate      from,
                                SheafDate      to,
                                SheafRevision *ret_revision,
                                GError       **error);
void     sheaf_revision_clear (SheafRevision *revision);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SheafRevision, sheaf_revision_clear)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book with members and a worker, and short ways to enter labour. */
#pragma once

#include "helpers/members.h"
#include "labour/labour.h"

/* TV1 is official, LK1 an associate, NV1 a worker who is no member. */
SheafBook *sample_book_new (void);

/* A row of line 6 with days (in thousandths) at a rate of 220000; 0 days: an amount of 1000. */
SheafLabour *sample_labour (SheafBook  *book,
                            const char *day,
                            const char *code,
                            gint64      days);

/* Enters and frees it; the test stops when it is refused. */
void sample_work (SheafBook   *book,
                  SheafLabour *labour);

/* Expects a problem in the column that holds the text; frees the row. */
void sample_refused (SheafBook   *book,
                     SheafLabour *labour,
                     const char  *column,
                     const char  *text);

/* The last row of the book. */
SheafLabour *sample_last (SheafBook *book);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to enter capital events. */
#pragma once

#include "capital/event.h"
#include "helpers/members.h"

/* An event in cash that is not entered yet, of line 5. */
SheafCapitalEvent *sample_event (SheafBook       *book,
                                 const char      *code,
                                 const char      *day,
                                 SheafCapitalKind event,
                                 gint64           amount);

/* Enters it with its voucher; the test stops when it is refused. */
void sample_enter (SheafBook       *book,
                   const char      *code,
                   const char      *day,
                   SheafCapitalKind event,
                   gint64           amount);

/* Commits and pays the amount on the day. */
void sample_pay_up (SheafBook  *book,
                    const char *code,
                    const char *day,
                    gint64      amount);

/* Expects the list to be refused with a problem in the column that holds the text; frees it. */
void sample_refused (SheafBook         *book,
                     SheafCapitalEvent *event,
                     const char        *column,
                     const char        *text);

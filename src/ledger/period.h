/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Locking periods (khóa sổ). */
#pragma once

#include "book/book.h"

/* The last locked day; SHEAF_DATE_NONE when all is open. */
gboolean sheaf_period_locked_until (SheafBook *book,
                                    SheafDate *ret_until,
                                    GError   **error);

/* FALSE for a day before the book's first, of which the book knows nothing
 * (SHEAF_LEDGER_ERROR_DATE). */
gboolean sheaf_period_check_day (SheafBook *book,
                                 SheafDate  day,
                                 GError   **error);

/* Each time that the lock was moved. */
typedef struct
{
  SheafDate until;  /* the last locked day from then on; SHEAF_DATE_NONE: all was opened */
  char     *reason; /* of opening; NULL where it was locked */
} SheafPeriodLock;

void sheaf_period_lock_free (SheafPeriodLock *lock);

/* All, the earliest first; of SheafPeriodLock. */
GPtrArray *sheaf_period_lock_list (SheafBook *book,
                                   GError   **error);

/* Locks everything up to and including the day; later than the present lock. */
gboolean sheaf_period_lock (SheafBook *book,
                            SheafDate  until,
                            GError   **error);

/* Moves the lock back to the day (SHEAF_DATE_NONE: opens all); the reason is kept. */
gboolean sheaf_period_unlock (SheafBook  *book,
                              SheafDate   until,
                              const char *reason,
                              GError    **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The writer's lock: an operating-system lock on BOOK.lock, never on the book itself (closing a
 * second descriptor of the book would drop SQLite's own locks). The kernel frees it after a
 * crash. */
#pragma once

#include <glib.h>

typedef struct _SheafLock SheafLock;

/* Refused with SHEAF_BOOK_ERROR_LOCKED and a sentence that says who has the book open, on which
 * machine, since when. now is the instant to note. */
SheafLock *sheaf_lock_take (const char *book_path,
                            const char *user,
                            gint64      now,
                            GError    **error);

/* Gives it back and removes the lock file. */
void sheaf_lock_free (SheafLock *lock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafLock, sheaf_lock_free)

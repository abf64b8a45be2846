/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a book. */
#pragma once

#include "book/book.h"

/* A copy of the book as it stands, made while it is in use (but not within an act) and checked
 * afterwards; path must not exist. Nothing is left at path when it fails. */
gboolean sheaf_backup_make (SheafBook  *book,
                            const char *path,
                            GError    **error);

/* Puts a copy back at path. A book that stands there is kept as "PATH.before-restore"; nobody may
 * have it open for writing. */
gboolean sheaf_backup_restore (const char       *copy,
                               const char       *path,
                               const SheafActor *actor,
                               GError          **error);

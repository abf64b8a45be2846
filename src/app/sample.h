/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample co-op's book, made from its files when it is not there yet. */
#pragma once

#include <gio/gio.h>

/* Makes the book on a thread of its own; one that is there stays as it is. The
 * year is left open, so that closing and sharing can be tried. */
void sheaf_sample_make_async (GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data);

/* The book's path; NULL with the reason set. Free with g_free. */
char *sheaf_sample_make_finish (GAsyncResult *result,
                                GError      **error);

/* The same at a path of the caller's, in this thread: for tests and pictures. */
gboolean sheaf_sample_make (const char *path,
                            GError    **error);

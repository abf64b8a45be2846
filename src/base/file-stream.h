/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file written piece by piece, whole or not at all. */
#pragma once

#include <glib.h>

/* Takes bytes as they come; FALSE with an error stops whoever writes. */
typedef gboolean (*SheafWriteBytes) (const char *bytes,
                                     gsize       length,
                                     gpointer    data,
                                     GError    **error);

typedef struct _SheafFileStream SheafFileStream;

/* Begins a file beside the path, which nobody sees before the commit. What is there already and is
 * no file (a device, a pipe) is written to as it comes. The error names the file and the remedy. */
SheafFileStream *sheaf_file_stream_new (const char *path,
                                        GError    **error);

/* As SheafWriteBytes, with the stream as data. */
gboolean sheaf_file_stream_write (const char *bytes,
                                  gsize       length,
                                  gpointer    stream,
                                  GError    **error);

/* Syncs and puts the file in its place. Nothing can be written afterwards. */
gboolean sheaf_file_stream_commit (SheafFileStream *stream,
                                   GError         **error);

/* What was not committed is removed. */
void sheaf_file_stream_free (SheafFileStream *stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafFileStream, sheaf_file_stream_free)

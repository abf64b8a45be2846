/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audit trail: what an act wrote, in a fixed text form, digested and chained. */
#pragma once

#include "base/problem.h"
#include "book/book.h"

/* The last row of each audited table, before an act begins. */
typedef struct _SheafAuditMarks SheafAuditMarks;

SheafAuditMarks *sheaf_audit_marks_take (SheafBook *book,
                                         GError   **error);
void             sheaf_audit_marks_free (SheafAuditMarks *marks);

/* The digest of all rows written since the marks; *ret_digest is NULL when there are none. */
gboolean sheaf_audit_digest_since (SheafBook             *book,
                                   const SheafAuditMarks *marks,
                                   char                 **ret_digest,
                                   GError               **error);

/* Opens the entry of a new act and gives its id. */
gboolean sheaf_audit_open (SheafBook  *book,
                           const char *kind,
                           const char *summary,
                           gint64     *ret_id,
                           GError    **error);

/* Writes digest and hash: from now on the database refuses further rows of the act. */
gboolean sheaf_audit_seal (SheafBook  *book,
                           gint64      id,
                           const char *digest,
                           GError    **error);

/* The hash of the last act: printed on papers, kept with backups. Free with g_free; NULL for a book
 * without acts. */
char *sheaf_audit_head (SheafBook *book);

/* Recomputes every digest and hash; each act that does not agree is added to problems. */
gboolean sheaf_audit_check (SheafBook     *book,
                            SheafProblems *problems,
                            GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafAuditMarks, sheaf_audit_marks_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contents of attachments against their hashes, for verify. */
#include "base/i18n.h"
#include "ledger/attachment-sql.h"
#include "ledger/attachment.h"
#include "store/query.h"

#include <string.h>

static gboolean
check_content (SheafBook     *book,
               const char    *sha256,
               SheafProblems *problems,
               GError       **error)
{
  g_autoptr (SheafQuery) query = sheaf_query_new (sheaf_book_store (book), ATTACHMENT_BYTES,
                                                  SHEAF_ARGS (SHEAF_TEXT (sha256)), error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;

  if (query == NULL || !sheaf_query_next (query, error))
    return FALSE;
  bytes = sheaf_query_bytes (query, 0);
  found = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (strcmp (found, sha256) != 0)
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        _ ("the attached content %.12s… is not as it was attached: restore a "
                           "backup"),
                        sha256);
  return TRUE;
}

static gboolean
check_contents (SheafBook     *book,
                SheafProblems *problems,
                GError       **error)
{
  g_autoptr (SheafQuery) keys = sheaf_query_new (sheaf_book_store (book), ATTACHMENT_DATA_KEYS,
                                                 SHEAF_NO_ARGS, error);

  if (keys == NULL)
    return FALSE;
  while (sheaf_query_next (keys, NULL))
    {
      const char *sha256 = sheaf_query_text (keys, 0);

      if (sheaf_query_int (keys, 1) == 0)
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                            _ ("the attached content %.12s… belongs to no voucher: restore a "
                               "backup"),
                            sha256);
      if (!check_content (book, sha256, problems, error))
        return FALSE;
    }
  return sheaf_query_finish (keys, error);
}

gboolean
sheaf_attachment_check (SheafBook     *book,
                        SheafProblems *problems,
                        GError       **error)
{
  g_autoptr (SheafQuery) bad = sheaf_query_new (sheaf_book_store (book), ATTACHMENT_BAD,
                                                SHEAF_NO_ARGS, error);

  if (bad == NULL)
    return FALSE;
  while (sheaf_query_next (bad, NULL))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        sheaf_query_int (bad, 2) != 0
                            ? _ ("the content of %s, attached to voucher %s, is missing: restore a "
                                 "backup")
                            : _ ("%s, attached to voucher %s, has another size than when it was "
                                 "attached: restore a backup"),
                        sheaf_query_text (bad, 0), sheaf_query_text (bad, 1));
  return sheaf_query_finish (bad, error) && check_contents (book, problems, error);
}

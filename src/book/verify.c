/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of the file and its audit trail. */
#include "book/verify.h"

#include "base/i18n.h"
#include "book/audit.h"
#include "book/verify-sql.h"
#include "store/query.h"

#include <inttypes.h>
#include <string.h>

static gboolean
check_file (SheafBook     *book,
            SheafProblems *problems,
            GError       **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), VERIFY_INTEGRITY, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    if (strcmp (sheaf_query_text (query, 0), "ok") != 0)
      sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                          _ ("the file is damaged (%s): restore a backup"),
                          sheaf_query_text (query, 0));
  return sheaf_query_finish (query, error);
}

static gboolean
check_references (SheafBook     *book,
                  SheafProblems *problems,
                  GError       **error)
{
  g_autoptr (SheafQuery)
      query = sheaf_query_new (sheaf_book_store (book), VERIFY_REFERENCES, SHEAF_NO_ARGS, error);

  if (query == NULL)
    return FALSE;
  while (sheaf_query_next (query, NULL))
    sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                        _ ("row %" PRId64
                           " of %s names something in %s that is not there: restore a backup"),
                        sheaf_query_int (query, 1), sheaf_query_text (query, 0),
                        sheaf_query_text (query, 2));
  return sheaf_query_finish (query, error);
}

const SheafCheck sheaf_book_checks[] = {
  { "file", check_file },
  { "references", check_references },
  { "audit-chain", sheaf_audit_check },
  { NULL, NULL },
};

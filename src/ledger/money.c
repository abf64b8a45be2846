/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema's audit_seal refuses the same; here it gets words. */
#include "ledger/money.h"

#include "base/i18n.h"
#include "book/setting.h"
#include "ledger/error.h"
#include "ledger/money-sql.h"
#include "store/query.h"

#include <inttypes.h>
#include <string.h>

gboolean
sheaf_money_judge (SheafBook *book,
                   GError   **error)
{
  g_autofree char *mode = sheaf_setting_find (book, "money-below-zero");
  g_autoptr (SheafQuery) query = NULL;

  if (mode != NULL && strcmp (mode, "refuse") != 0)
    return TRUE;
  query = sheaf_query_new (sheaf_book_store (book), MONEY_FIRST_BAD_DAY, SHEAF_NO_ARGS, error);
  if (query == NULL)
    return FALSE;
  if (!sheaf_query_next (query, NULL))
    return sheaf_query_finish (query, error);
  g_set_error (
      error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MONEY,
      _ ("account %s would stand at %" PRId64 " at the end of %s: enter the missing receipt "
         "first, or check day and amount"),
      sheaf_query_text (query, 0), sheaf_query_int (query, 2), sheaf_query_text (query, 1));
  return FALSE;
}

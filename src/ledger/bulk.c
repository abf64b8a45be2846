/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many vouchers in one act: the totals' triggers rest, and one pass refills the totals at the
 * end. */
#include "ledger/voucher.h"

#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/voucher-sql.h"
#include "store/error.h"

#include <string.h>

#define MARK_KEY "ledger-bulk-mark"

gboolean
sheaf_ledger_bulk_begin (SheafBook *book,
                         GError   **error)
{
  SheafStore *store = sheaf_book_store (book);
  gint64      mark;

  g_return_val_if_fail (
      sheaf_book_act_id (book) != 0 && sheaf_book_attached (book, MARK_KEY) == NULL, FALSE);
  if (!sheaf_store_get_int (store, BULK_MARK, SHEAF_NO_ARGS, &mark, error) ||
      !sheaf_store_run (store, BULK_ON, SHEAF_NO_ARGS, error))
    return FALSE;
  sheaf_book_attach (book, MARK_KEY, g_memdup2 (&mark, sizeof mark), g_free);
  return TRUE;
}

gboolean
sheaf_ledger_bulk_end (SheafBook *book,
                       GError   **error)
{
  SheafStore *store = sheaf_book_store (book);
  gint64     *kept = sheaf_book_attached (book, MARK_KEY);
  g_autoptr (GError) cause = NULL;
  gint64 mark;

  g_return_val_if_fail (kept != NULL, FALSE);
  mark = *kept;
  sheaf_book_attach (book, MARK_KEY, NULL, NULL);
  if (sheaf_store_run (store, BULK_VOLUME, SHEAF_ARGS (SHEAF_INT (mark)), &cause) &&
      sheaf_store_run (store, BULK_PAIRS, SHEAF_ARGS (SHEAF_INT (mark)), &cause) &&
      sheaf_store_run (store, BULK_DETAILS, SHEAF_ARGS (SHEAF_INT (mark)), &cause) &&
      sheaf_store_run (store, BULK_OFF, SHEAF_NO_ARGS, &cause))
    return TRUE;
  if (g_error_matches (cause, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED) ||
      strstr (cause->message, "overflow") != NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_AMOUNT,
                 _ ("the amounts would carry the book's totals beyond 18 digits: check them"));
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

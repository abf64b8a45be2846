/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many vouchers in one act: the totals' triggers rest (those of foreign money work on, as each
 * payment asks what its account holds), and one pass refills the totals at the end. Where the rows
 * to count begin stands in the book itself, so that an inner act that is undone takes its share of
 * it back. */
#include "ledger/voucher.h"

#include "base/i18n.h"
#include "ledger/error.h"
#include "ledger/voucher-sql.h"
#include "store/error.h"

#include <string.h>

gboolean
sheaf_ledger_bulk_begin (SheafBook *book,
                         GError   **error)
{
  SheafStore *store = sheaf_book_store (book);
  gint64      bulk;

  g_return_val_if_fail (sheaf_book_act_id (book) != 0, FALSE);
  if (!sheaf_store_get_int (store, BULK_STATE, SHEAF_NO_ARGS, &bulk, error))
    return FALSE;
  g_return_val_if_fail (bulk == 0, FALSE);
  return sheaf_store_run (store, BULK_ON, SHEAF_NO_ARGS, error);
}

/* What the details that the rows touch give to the sums of sides: out before they grow, in again
 * after. */
static gboolean
refill_details (SheafStore       *store,
                const SheafValue *args,
                GError          **error)
{
  const SheafValue out[] = { args[0], SHEAF_INT (-1), { .kind = SHEAF_VALUE_END } };
  const SheafValue in[] = { args[0], SHEAF_INT (1), { .kind = SHEAF_VALUE_END } };

  return sheaf_store_run (store, BULK_SIDES, out, error) &&
         sheaf_store_run (store, BULK_DETAILS, args, error) &&
         sheaf_store_run (store, BULK_SIDES, in, error);
}

/* The same for an act that wrote much of what the book holds: all sides anew. */
static gboolean
refill_all_details (SheafStore       *store,
                    const SheafValue *args,
                    GError          **error)
{
  return sheaf_store_run (store, BULK_DETAILS, args, error) &&
         sheaf_store_run (store, BULK_SIDES_NONE, SHEAF_NO_ARGS, error) &&
         sheaf_store_run (store, BULK_SIDES_ALL, SHEAF_NO_ARGS, error);
}

static gboolean
refill (SheafStore *store,
        gint64      first,
        GError    **error)
{
  const SheafValue args[] = { SHEAF_INT (first), { .kind = SHEAF_VALUE_END } };
  gint64           last;

  if (!sheaf_store_get_int (store, BULK_ROWS, SHEAF_NO_ARGS, &last, error))
    return FALSE;
  return sheaf_store_run (store, BULK_VOLUME, args, error) &&
         sheaf_store_run (store, BULK_PAIRS, args, error) &&
         (last - first < last / 8 ? refill_details : refill_all_details) (store, args, error) &&
         sheaf_store_run (store, BULK_PRODUCTS, args, error) &&
         sheaf_store_run (store, BULK_DAYS, args, error) &&
         sheaf_store_run (store, BULK_TAKEN, args, error) &&
         sheaf_store_run (store, BULK_OFF, SHEAF_NO_ARGS, error);
}

gboolean
sheaf_ledger_bulk_end (SheafBook *book,
                       GError   **error)
{
  SheafStore *store = sheaf_book_store (book);
  g_autoptr (GError) cause = NULL;
  gint64 first;

  if (!sheaf_store_get_int (store, BULK_STATE, SHEAF_NO_ARGS, &first, error))
    return FALSE;
  g_return_val_if_fail (first > 0, FALSE);
  if (refill (store, first, &cause))
    return TRUE;
  if (g_error_matches (cause, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED) ||
      strstr (cause->message, "overflow") != NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_AMOUNT,
                 _ ("the amounts would carry the book's totals beyond 18 digits: check them"));
  else
    g_propagate_error (error, g_steal_pointer (&cause));
  return FALSE;
}

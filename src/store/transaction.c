/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BEGIN, SAVEPOINT and their ends. */
#include "store/transaction.h"

#include "store/statement.h"

struct _SheafTransaction
{
  SheafStore *store;
  guint       level;
  gboolean    done;
};

static gboolean
run_level (SheafStore *store,
           const char *verb,
           guint       level,
           GError    **error)
{
  g_autofree char *sql = g_strdup_printf ("%s level_%u", verb, level);

  return sheaf_store_script (store, sql, error);
}

SheafTransaction *
sheaf_transaction_begin (SheafStore *store,
                         GError    **error)
{
  SheafTransaction *transaction;

  if (!(store->depth == 0 ? sheaf_store_script (store, "BEGIN IMMEDIATE", error)
                          : run_level (store, "SAVEPOINT", store->depth, error)))
    return NULL;
  transaction = g_new0 (SheafTransaction, 1);
  transaction->store = store;
  transaction->level = store->depth++;
  return transaction;
}

gboolean
sheaf_transaction_commit (SheafTransaction *transaction,
                          GError          **error)
{
  SheafStore *store = transaction->store;

  g_return_val_if_fail (!transaction->done && store->depth == transaction->level + 1, FALSE);
  if (!(transaction->level == 0 ? sheaf_store_script (store, "COMMIT", error)
                                : run_level (store, "RELEASE", transaction->level, error)))
    return FALSE;
  transaction->done = TRUE;
  store->depth--;
  return TRUE;
}

void
sheaf_transaction_free (SheafTransaction *transaction)
{
  if (transaction == NULL)
    return;
  if (!transaction->done)
    {
      /* A failed statement may have rolled back already (full disk): then there is nothing left to
       * undo. */
      if (transaction->level == 0)
        (void) sheaf_store_script (transaction->store, "ROLLBACK", NULL);
      else if (run_level (transaction->store, "ROLLBACK TO", transaction->level, NULL))
        (void) run_level (transaction->store, "RELEASE", transaction->level, NULL);
      transaction->store->depth--;
    }
  g_free (transaction);
}

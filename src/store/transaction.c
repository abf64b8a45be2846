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

static SheafTransaction *
begin (SheafStore *store,
       const char *outermost,
       GError    **error)
{
  SheafTransaction *transaction;

  /* Savepoints may share a name: the innermost is meant. */
  if (!sheaf_store_run (store, store->depth == 0 ? outermost : "SAVEPOINT inside", SHEAF_NO_ARGS,
                        error))
    return NULL;
  transaction = g_new0 (SheafTransaction, 1);
  transaction->store = store;
  transaction->level = store->depth++;
  return transaction;
}

SheafTransaction *
sheaf_transaction_begin (SheafStore *store,
                         GError    **error)
{
  return begin (store, "BEGIN IMMEDIATE", error);
}

SheafTransaction *
sheaf_transaction_begin_reading (SheafStore *store,
                                 GError    **error)
{
  return begin (store, "BEGIN", error);
}

gboolean
sheaf_transaction_commit (SheafTransaction *transaction,
                          GError          **error)
{
  SheafStore *store = transaction->store;

  g_return_val_if_fail (!transaction->done && store->depth == transaction->level + 1, FALSE);
  if (!sheaf_store_run (store, transaction->level == 0 ? "COMMIT" : "RELEASE inside", SHEAF_NO_ARGS,
                        error))
    return FALSE;
  transaction->done = TRUE;
  store->depth--;
  return TRUE;
}

void
sheaf_transaction_free (SheafTransaction *transaction)
{
  SheafStore *store;

  if (transaction == NULL)
    return;
  store = transaction->store;
  if (!transaction->done)
    {
      /* A failed statement may have rolled back already (full disk): then there is nothing left to
       * undo. */
      if (transaction->level == 0)
        (void) sheaf_store_script (store, "ROLLBACK", NULL);
      else if (sheaf_store_script (store, "ROLLBACK TO inside", NULL))
        (void) sheaf_store_script (store, "RELEASE inside", NULL);
      store->depth--;
    }
  g_free (transaction);
}

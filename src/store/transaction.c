/* SPDX-License-Identifier: GPL-3.0-or-later */
/* BEGIN, SAVEPOINT and their ends. */
#include "store/transaction.h"

#include "base/i18n.h"
#include "store/error.h"
#include "store/statement.h"

struct _SheafTransaction
{
  SheafStore *store;
  guint       level;
  gboolean    part; /* of an outer one: no savepoint of its own */
  gboolean    done;
};

static SheafTransaction *
begin (SheafStore *store,
       const char *outermost,
       GError    **error)
{
  SheafTransaction *transaction;
  gboolean          part = store->joined > 0;

  /* Savepoints may share a name: the innermost is meant. */
  if (!part && !sheaf_store_run (store, store->depth == 0 ? outermost : "SAVEPOINT inside",
                                 SHEAF_NO_ARGS, error))
    return NULL;
  transaction = g_new0 (SheafTransaction, 1);
  transaction->part = part;
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

void
sheaf_transaction_join_inner (SheafTransaction *transaction)
{
  SheafStore *store = transaction->store;

  g_return_if_fail (!transaction->done && store->depth == transaction->level + 1);
  if (store->joined == 0)
    store->joined = store->depth;
}

/* At the end of the one that the others are part of. */
static void
end_joining (SheafTransaction *transaction)
{
  SheafStore *store = transaction->store;

  if (store->joined != transaction->level + 1)
    return;
  store->joined = 0;
  store->doomed = FALSE;
}

gboolean
sheaf_transaction_commit (SheafTransaction *transaction,
                          GError          **error)
{
  SheafStore *store = transaction->store;

  g_return_val_if_fail (!transaction->done && store->depth == transaction->level + 1, FALSE);
  if (store->doomed)
    {
      g_set_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_FAILED,
                   _ ("a part of the act was undone, so that the whole of it is: begin it again"));
      return FALSE;
    }
  if (!transaction->part &&
      !sheaf_store_run (store, transaction->level == 0 ? "COMMIT" : "RELEASE inside", SHEAF_NO_ARGS,
                        error))
    return FALSE;
  transaction->done = TRUE;
  end_joining (transaction);
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
      if (transaction->part)
        store->doomed = TRUE;
      else if (transaction->level == 0)
        (void) sheaf_store_script (store, "ROLLBACK", NULL);
      else if (sheaf_store_script (store, "ROLLBACK TO inside", NULL))
        (void) sheaf_store_script (store, "RELEASE inside", NULL);
      end_joining (transaction);
      store->depth--;
    }
  g_free (transaction);
}

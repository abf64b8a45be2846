/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All or nothing. An inner transaction is a savepoint of the outer. */
#pragma once

#include "store/store.h"

typedef struct _SheafTransaction SheafTransaction;

/* Takes the write lock at once, so that an act never finds out half way that somebody else
 * writes. */
SheafTransaction *sheaf_transaction_begin (SheafStore *store,
                                           GError    **error);

/* All that is read until it is freed is of one moment, whatever others write meanwhile. */
SheafTransaction *sheaf_transaction_begin_reading (SheafStore *store,
                                                   GError    **error);

/* Makes it last. After a failure nothing has happened. */
gboolean sheaf_transaction_commit (SheafTransaction *transaction,
                                   GError          **error);

/* Rolls back unless committed. */
void sheaf_transaction_free (SheafTransaction *transaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafTransaction, sheaf_transaction_free)

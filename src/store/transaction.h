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

/* Inner transactions are no savepoints from now on but parts of this one: when one is undone, this
 * one cannot be committed. For long acts: SQLite writes each page that a savepoint changes into a
 * journal in memory and walks it after every statement, so that rows cost the square of their
 * number. */
void sheaf_transaction_join_inner (SheafTransaction *transaction);

/* Makes it last. After a failure nothing has happened. */
gboolean sheaf_transaction_commit (SheafTransaction *transaction,
                                   GError          **error);

/* Rolls back unless committed. */
void sheaf_transaction_free (SheafTransaction *transaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafTransaction, sheaf_transaction_free)

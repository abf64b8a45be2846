/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialog of a new book does away from the main thread: looking into an old book, mapping
 * its balances, making the new one. */
#pragma once

#include "ledger/opening-map.h"

#include <gio/gio.h>

/* What a new book shall be. */
typedef struct
{
  char    *path;
  char    *name;
  char    *address;
  char    *tax_code;
  char    *chart;
  char    *law;
  char    *currency;
  int      year;
  gboolean is_union;
} SheafNewBook;

void sheaf_new_book_free (SheafNewBook *wish);

/* An old book with its balances mapped. Used by one thread after the other. */
typedef struct
{
  SheafBook       *old;
  SheafOpeningMap *map;
} SheafCarry;

void sheaf_carry_free (SheafCarry *carry);

/* What an old book says of the co-op, for the empty fields of the dialog. */
typedef struct
{
  char    *name;
  char    *address;
  char    *tax_code;
  char    *chart;
  gboolean is_union;
} SheafOldFacts;

void sheaf_old_facts_free (SheafOldFacts *facts);

void           sheaf_old_facts_read_async (const char         *path,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
SheafOldFacts *sheaf_old_facts_read_finish (GAsyncResult *result,
                                            GError      **error);

/* Maps the balances of the old book to a chart, in the program's language. */
void        sheaf_carry_load_async (const char         *path,
                                    const char         *chart,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
SheafCarry *sheaf_carry_load_finish (GAsyncResult *result,
                                     GError      **error);

/* Makes the book; takes the wish over. carry may be NULL and is not touched elsewhere meanwhile.
 * Nothing is left of a book that could not be filled. */
void     sheaf_new_book_make_async (SheafNewBook       *wish,
                                    SheafCarry         *carry,
                                    gpointer            source,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean sheaf_new_book_make_finish (GAsyncResult *result,
                                     GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafNewBook, sheaf_new_book_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCarry, sheaf_carry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafOldFacts, sheaf_old_facts_free)

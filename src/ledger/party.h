/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the co-op deals with: customers, suppliers, workers, lenders, members. Members are parties
 * under their own code. */
#pragma once

#include "book/book.h"
#include "ledger/types.h"

typedef struct
{
  gint64         id;
  char          *code;
  char          *name;
  SheafPartyKind kind; /* never limits posting */
  char          *tax_code;
  char          *id_number;
  char          *address;
  char          *phone;
  char          *bank_bin;
  char          *bank_account;
} SheafParty;

void sheaf_party_free (SheafParty *party);

/* Refused when the code is taken or no code. */
gboolean sheaf_party_insert (SheafBook        *book,
                             const SheafParty *party,
                             gint64           *ret_id,
                             GError          **error);

/* The id of a code; 0 when there is none. Codes found are remembered with the book. */
gint64      sheaf_party_find (SheafBook  *book,
                              const char *code);
SheafParty *sheaf_party_load (SheafBook *book,
                              gint64     id,
                              GError   **error);

/* All parties in code order, or those whose code begins with or whose name contains the text,
 * accents ignored; at most limit (0: all). Of SheafParty. */
GPtrArray *sheaf_party_list (SheafBook  *book,
                             const char *text,
                             guint       limit,
                             GError    **error);

/* From the day on, whether what is done with the party is internal. Called by members only. */
gboolean sheaf_party_set_standing (SheafBook *book,
                                   gint64     party_id,
                                   SheafDate  since,
                                   gboolean   internal,
                                   GError   **error);
gboolean sheaf_party_is_internal (SheafBook *book,
                                  gint64     party_id,
                                  SheafDate  on,
                                  gboolean  *ret_internal,
                                  GError   **error);

/* The id of an item code (contract, advance, fund source, …), made when it is new. */
gboolean sheaf_item_ensure (SheafBook  *book,
                            const char *code,
                            gint64     *ret_id,
                            GError    **error);

/* The code of an item; NULL for 0. Free with g_free. */
char *sheaf_item_code (SheafBook *book,
                       gint64     id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafParty, sheaf_party_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the co-op deals with: customers, suppliers, workers, lenders, members. Members are parties
 * under their own code. */
#pragma once

#include "book/book.h"
#include "ledger/item.h"
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

/* Corrects what is known of a party: all facts of the record take the place of those that stood
 * there, code and, for a member, kind stay. What it said before is kept. Nothing is written where
 * nothing differs. Refused without a name, and where someone would become or cease to be a member
 * by it. */
gboolean sheaf_party_change (SheafBook        *book,
                             const SheafParty *party,
                             GError          **error);

/* TRUE when both say the same; id and code are not compared, NULL is the same as "". */
gboolean sheaf_party_same_facts (const SheafParty *one,
                                 const SheafParty *other);

/* What the party was called before, the latest first, each name once; of char *. */
GPtrArray *sheaf_party_former_names (SheafBook *book,
                                     gint64     id,
                                     GError   **error);

/* What was said of all parties before and is not said now: each record of facts once, by code, the
 * earliest first; of SheafParty. */
GPtrArray *sheaf_party_former_list (SheafBook *book,
                                    GError   **error);

/* Takes over what was said of a party (former->id) in another book, as an act or inside the one
 * under way; what is said now stays. Refused with SHEAF_LEDGER_ERROR_PARTY: what is said now, and a
 * member's facts of someone who is none. */
gboolean sheaf_party_add_former (SheafBook        *book,
                                 const SheafParty *former,
                                 GError          **error);

/* Parties that stand for themselves (not merged into another one; see ledger/merge.h), of
 * SheafParty. Without text all of them in code order. With text those whose code begins with it,
 * then those whose name does, then those where every word of the text begins a word of code, name,
 * former name, tax code, id number, phone or address: in any order, accents and đ ignored. What is
 * said of a merged party leads to the one it was merged into. At most limit (0: all). What the act
 * under way wrote is not found by its words before its end. */
GPtrArray *sheaf_party_list (SheafBook  *book,
                             const char *text,
                             guint       limit,
                             GError    **error);

/* All in code order, merged ones too. */
GPtrArray *sheaf_party_list_all (SheafBook *book,
                                 GError   **error);

/* Code to name of all of them, both the table's own. NULL on an error. */
GHashTable *sheaf_party_names (SheafBook *book,
                               GError   **error);

/* A text that differs whenever a party was added, corrected, merged or parted since: who holds a
 * list of all knows by it whether to read them again. Likewise sheaf_item_state. Free with
 * g_free. */
char *sheaf_party_state (SheafBook *book,
                         GError   **error);

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

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafParty, sheaf_party_free)

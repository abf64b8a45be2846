/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parties' page asks of the threads. */
#pragma once

#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/open-item.h"

/* A balance with what is shown of it. */
typedef struct
{
  char      *account; /* code */
  char      *title;   /* name of the account in the person's language */
  char      *item;    /* code; "" for none */
  SheafMoney balance; /* debit positive */
  SheafDate  due;
} SheafPartyBalance;

/* A party with all that is known of it. */
typedef struct
{
  SheafParty *party;
  GPtrArray  *former;   /* names, of char * */
  GPtrArray  *merged;   /* of SheafParty: those it stands for */
  GPtrArray  *balances; /* of SheafPartyBalance */
  GPtrArray  *items;    /* of SheafItem: its own that take rows */
  gboolean    is_member;
} SheafPartySheet;

void sheaf_party_sheet_free (SheafPartySheet *sheet);

typedef struct
{
  gint64    id;
  SheafDate on;
} SheafPartyQuestion;

typedef struct
{
  gint64 id;   /* merged, or parted again */
  char  *into; /* the code of the one that stays; NULL: part it again */
  char  *reason;
} SheafPartyMergeWish;

void sheaf_party_merge_wish_free (SheafPartyMergeWish *wish);

/* At most so many are listed; the search narrows them. */
#define SHEAF_PARTY_LIST_MAX 1000

/* Jobs. list: data is the text searched for, result a GPtrArray of SheafParty. load: data
 * SheafPartyQuestion, result SheafPartySheet. save: data SheafParty (id 0: a new one), result
 * gint64 * with its id. merge: data SheafPartyMergeWish, result gint64 * with who stays. */
gpointer sheaf_party_list_job (gpointer connection,
                               gpointer data,
                               GError **error);
gpointer sheaf_party_load_job (gpointer connection,
                               gpointer data,
                               GError **error);
gpointer sheaf_party_save_job (gpointer connection,
                               gpointer data,
                               GError **error);
gpointer sheaf_party_merge_job (gpointer connection,
                                gpointer data,
                                GError **error);

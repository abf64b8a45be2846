/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties that may be one and the same: found, never merged, by the program. */
#pragma once

#include "ledger/party.h"

/* Why; the strongest reason first. */
typedef enum
{
  SHEAF_DUPLICATE_TAX_CODE = 1 << 0,
  SHEAF_DUPLICATE_ID_NUMBER = 1 << 1,
  SHEAF_DUPLICATE_NAME = 1 << 2,         /* and no tax code, id number or birth that differs */
  SHEAF_DUPLICATE_BANK_ACCOUNT = 1 << 3, /* weak, a family may share one; likewise below */
  SHEAF_DUPLICATE_PHONE = 1 << 4,
  SHEAF_DUPLICATE_NAME_BIRTH = 1 << 5, /* strong, whatever the numbers: an old and a new identity
                                        * card of one person; of members only */
} SheafDuplicateReason;

typedef struct
{
  guint      reasons; /* of SheafDuplicateReason */
  gint64     stay_id; /* who should stay: the member, else who was entered first */
  guint      members; /* how many are in the register; with two it needs mending */
  GPtrArray *parties; /* of SheafParty, at least two, in code order */
} SheafDuplicate;

void sheaf_duplicate_free (SheafDuplicate *duplicate);

/* "tax code, name" for people; "tax_code name" for programs. Free with g_free. */
char *sheaf_duplicate_reasons_title (guint reasons);
char *sheaf_duplicate_reasons_to_text (guint reasons);

/* All groups, strong reasons first, then by code; of SheafDuplicate. One read of all parties: under
 * a second for 100,000. */
GPtrArray *sheaf_party_duplicates (SheafBook *book,
                                   GError   **error);

/* Somebody who may be the person that is about to be entered. */
typedef struct
{
  guint       reasons;
  SheafParty *party;
  gboolean    is_member; /* now or ever */
} SheafLikeness;

/* Who may be this person already, by the same reasons, strong ones first; party->id (0: a new one)
 * is left out; birth may be SHEAF_DATE_NONE. Of SheafLikeness. Reads all parties. */
GPtrArray *sheaf_party_likenesses (SheafBook        *book,
                                   const SheafParty *party,
                                   SheafDate         birth,
                                   GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafDuplicate, sheaf_duplicate_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which what parties say of themselves is compared. */
#pragma once

#include "ledger/duplicate.h"

/* Who is in the register, now or ever: gint64 id to SheafDate of birth, which may be none. */
GHashTable *sheaf_duplicate_members (SheafBook *book,
                                     GError   **error);
SheafDate   sheaf_duplicate_birth (GHashTable       *members,
                                   const SheafParty *party);

/* Equal for those who are the same for the reason; NULL where there is nothing to compare. Free
 * with g_free. */
char *sheaf_duplicate_key (const SheafParty    *party,
                           SheafDate            birth,
                           SheafDuplicateReason reason);

/* What tells people of one name apart. */
typedef struct
{
  char     *tax;
  char     *id;
  SheafDate birth;
} SheafDuplicateMarks;

SheafDuplicateMarks *sheaf_duplicate_marks_new (const SheafParty *party,
                                                SheafDate         birth);
void                 sheaf_duplicate_marks_free (gpointer data);

/* Many people share a name, but who has another tax code, id number or birth is another one. */
gboolean sheaf_duplicate_may_be_one (const SheafDuplicateMarks *one,
                                     const SheafDuplicateMarks *other);

SheafParty *sheaf_duplicate_copy_party (const SheafParty *party);

/* The reasons from the strongest on. */
#define SHEAF_DUPLICATE_N_REASONS 6
extern const SheafDuplicateReason sheaf_duplicate_strength[SHEAF_DUPLICATE_N_REASONS];

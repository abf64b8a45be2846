/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The members: who they are. What became of them over time is in membership.h. */
#pragma once

#include "base/problem.h"
#include "book/book.h"
#include "members/types.h"

/* Who a person is, with the short form of a membership that never changed: one kind from joined to
 * left. */
typedef struct
{
  gint64          party_id; /* 0 until entered */
  char           *code;
  char           *name;
  SheafMemberKind kind;      /* read back: as joined first */
  SheafDate       joined;    /* the first time */
  SheafDate       left;      /* first day no longer a member; none when read back */
  gboolean        agreement; /* signed on the day of joining */
  char           *id_number; /* this and what follows may be NULL */
  SheafDate       birth;     /* may be SHEAF_DATE_NONE */
  char           *gender;
  char           *nationality; /* a country's code, such as "VN"; NULL: the law's own country */
  char           *represents;  /* "household", "organisation" */
  char           *address;
  char           *hamlet;
  char           *phone;
  char           *tax_code;
  char           *bank_bin;
  char           *bank_account;
  guint           line; /* of the file it came from; 0 when typed */
} SheafMember;

/* An empty record: official, with an agreement, days none. */
SheafMember *sheaf_member_new (void);
void         sheaf_member_free (SheafMember *member);

/* Judges new members together: code free and no other in the list, name there, kind known, days in
 * order. members is of SheafMember; file may be NULL. FALSE only on a store error. */
gboolean sheaf_member_check (SheafBook       *book,
                             const GPtrArray *members,
                             const char      *file,
                             SheafProblems   *problems,
                             GError         **error);

/* Enters new members with their parties and first events as one act. The first problem is the
 * error. */
gboolean sheaf_member_insert (SheafBook       *book,
                              const GPtrArray *members,
                              GError         **error);

/* The party's id of a member's code; 0 when nobody of that code ever was a member. */
gint64       sheaf_member_find (SheafBook  *book,
                                const char *code);
SheafMember *sheaf_member_load (SheafBook *book,
                                gint64     party_id,
                                GError   **error);

/* Everyone who ever was a member, in code order; of SheafMember. */
GPtrArray *sheaf_member_list (SheafBook *book,
                              GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafMember, sheaf_member_free)

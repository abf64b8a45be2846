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
  gint64          party_id; /* 0 until entered; entered with one, that party becomes the member */
  char           *code;
  char           *name;
  SheafMemberKind kind;      /* read back: as joined first */
  SheafDate       joined;    /* the first time */
  SheafDate       left;      /* first day no longer a member; none when read back */
  gboolean        agreement; /* signed on the day of joining */
  char           *document;  /* the resolution on joining; may be NULL; no fact to be corrected */
  char           *id_number; /* this and what follows may be NULL */
  SheafDate       birth;     /* may be SHEAF_DATE_NONE */
  char           *gender;
  char           *nationality;       /* such as "VN"; NULL: the law's own country */
  char           *represents;        /* "household", "organisation" */
  char           *representative;    /* who speaks for a household or organisation (Art. 30) */
  char           *representative_id; /* that person's identity number */
  SheafDate       id_day;            /* when the identity paper was issued; may be NONE */
  char           *id_place;          /* and by whom */
  char           *address;
  char           *hamlet;
  char           *team; /* another way of sorting: a production team, a branch */
  char           *phone;
  char           *tax_code;
  char           *bank_bin;
  char           *bank_account;
  guint           line; /* of the file it came from; 0 when typed */
} SheafMember;

/* An empty record: official, with an agreement, days none. */
SheafMember *sheaf_member_new (void);
void         sheaf_member_free (SheafMember *member);

/* A legal person of its own, which no tax of persons meets; a household is none. */
gboolean sheaf_member_is_organisation (const SheafMember *member);

/* The facts of files and forms by the names of their columns, up to NULL: "name", "birth", … */
extern const char *const sheaf_member_fields[];
/* A fact as files hold it, "" for none; NULL when there is no such field. Free with g_free. */
char *sheaf_member_field (const SheafMember *member,
                          const char        *field);
/* Puts a value as files hold it in the record, "" for none. Errors: no such fact; a day that cannot
 * be read. The fact is judged by sheaf_member_check_facts. */
gboolean sheaf_member_set_field (SheafMember *member,
                                 const char  *field,
                                 const char  *value,
                                 GError     **error);

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

/* Judges corrected facts: what sheaf_member_check finds but the code. */
void sheaf_member_check_facts (SheafBook         *book,
                               const SheafMember *member,
                               const char        *file,
                               SheafProblems     *problems);

/* Corrects what is known of a member, the party's facts with it: all of the record take the place
 * of those that stood there, but code, kind and days (these are events). What it said before is
 * kept, with the reason (may be NULL). Nothing is written where nothing differs. Refused with the
 * first error of sheaf_member_check_facts. */
gboolean sheaf_member_change (SheafBook         *book,
                              const SheafMember *member,
                              const char        *reason,
                              GError           **error);

/* One fact of a member that was corrected. */
typedef struct
{
  char *at;     /* when, as the trail has it */
  char *user;   /* by whom; may be NULL */
  char *field;  /* the name of the column of a file: "address" */
  char *before; /* "" where nothing stood there */
  char *after;
  char *reason; /* may be NULL */
} SheafMemberCorrection;

/* What was corrected, the latest first; of SheafMemberCorrection. */
GPtrArray *sheaf_member_corrections (SheafBook *book,
                                     gint64     party_id,
                                     GError   **error);

/* The party's id of a member's code; 0 when nobody of that code ever was a member. */
gint64       sheaf_member_find (SheafBook  *book,
                                const char *code);
SheafMember *sheaf_member_load (SheafBook *book,
                                gint64     party_id,
                                GError   **error);

/* Everyone who ever was a member, in code order; of SheafMember. */
GPtrArray *sheaf_member_list (SheafBook *book,
                              GError   **error);

/* Their codes alone: gint64 party id to text. Free with g_hash_table_unref. */
GHashTable *sheaf_member_codes (SheafBook *book,
                                GError   **error);

/* The language whose alphabet puts names in order, whoever reads the list: that of the country
 * whose law the book follows; "" where it is not known. Static. */
const char *sheaf_member_alphabet (SheafBook *book);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafMember, sheaf_member_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of the register as they are stored; numbers are only ever appended to. */
#pragma once

#include <glib.h>

/* Law 17/2023/QH15 Art. 30 to 33. */
typedef enum
{
  SHEAF_MEMBER_NONE = 0,
  SHEAF_MEMBER_OFFICIAL = 1,         /* thành viên chính thức */
  SHEAF_MEMBER_CONTRIBUTING = 2,     /* thành viên liên kết góp vốn */
  SHEAF_MEMBER_NON_CONTRIBUTING = 3, /* thành viên liên kết không góp vốn */
} SheafMemberKind;

typedef enum
{
  SHEAF_MEMBERSHIP_JOIN = 1, /* value: the kind */
  SHEAF_MEMBERSHIP_KIND = 2, /* value: the new kind */
  SHEAF_MEMBERSHIP_AGREEMENT_SIGNED = 3,
  SHEAF_MEMBERSHIP_AGREEMENT_ENDED = 4,
  SHEAF_MEMBERSHIP_LEAVE = 5, /* the day is the first as no member; likewise of a death */
  SHEAF_MEMBERSHIP_DEATH = 6,
  SHEAF_MEMBERSHIP_HEIR = 7, /* of one who died; value: the heir's code */
} SheafMembershipKind;

/* The words of CSV files and commands: "official", "agreement-signed", …; "" for none. */
const char *sheaf_member_kind_title (SheafMemberKind kind); /* for people, in their language */
const char *sheaf_member_kind_to_word (SheafMemberKind kind);
gboolean    sheaf_member_kind_from_word (const char      *word,
                                         SheafMemberKind *ret_kind);
const char *sheaf_membership_kind_to_word (SheafMembershipKind kind);
gboolean    sheaf_membership_kind_from_word (const char          *word,
                                             SheafMembershipKind *ret_kind);

/* Why a member left: a word of sheaf_leaving_words. Law 17/2023/QH15 Art. 33. */
extern const char *const sheaf_leaving_words[]; /* up to NULL */
/* For people, in their language; the word itself when it is none of them. */
const char *sheaf_leaving_title (const char *word);

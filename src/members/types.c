/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of kinds and events. */
#include "members/types.h"

#include "base/i18n.h"

#include <string.h>

static const char *const kind_words[] = {
  "",
  "official",
  "associate-contributing",
  "associate-non-contributing",
};

static const char *const kind_titles[] = {
  "",
  N_ ("Official member"),
  N_ ("Associate, contributing"),
  N_ ("Associate, not contributing"),
};

static const char *const event_words[] = {
  "",
  "join",
  "kind",
  "agreement-signed",
  "agreement-ended",
  "leave",
  "death",
  "heir",
};

/* The place of a word from 1 on; 0 when it is none of them. */
static guint
find_word (const char *const *words,
           guint              n,
           const char        *word)
{
  for (guint i = 1; i < n; i++)
    if (strcmp (words[i], word) == 0)
      return i;
  return 0;
}

const char *
sheaf_member_kind_title (SheafMemberKind kind)
{
  return kind > SHEAF_MEMBER_NONE && kind < G_N_ELEMENTS (kind_titles) ? _ (kind_titles[kind]) : "";
}

const char *
sheaf_member_kind_to_word (SheafMemberKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_words), "");
  return kind_words[kind];
}

gboolean
sheaf_member_kind_from_word (const char      *word,
                             SheafMemberKind *ret_kind)
{
  guint found = word == NULL ? 0 : find_word (kind_words, G_N_ELEMENTS (kind_words), word);

  if (found == 0)
    return FALSE;
  *ret_kind = (SheafMemberKind) found;
  return TRUE;
}

const char *
sheaf_membership_kind_to_word (SheafMembershipKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (event_words), "");
  return event_words[kind];
}

gboolean
sheaf_membership_kind_from_word (const char          *word,
                                 SheafMembershipKind *ret_kind)
{
  guint found = word == NULL ? 0 : find_word (event_words, G_N_ELEMENTS (event_words), word);

  if (found == 0)
    return FALSE;
  *ret_kind = (SheafMembershipKind) found;
  return TRUE;
}

const char *const sheaf_leaving_words[] = {
  "voluntary",
  "expelled",
  "incapacity",
  "dissolved",
  "no-use",
  "no-contribution",
  "no-fee",
  "other",
  NULL,
};

static const char *const leaving_titles[] = {
  N_ ("By own wish"),
  N_ ("Expelled"),
  N_ ("Loss of legal capacity"),
  N_ ("End of the organisation"),
  N_ ("No use of services and no labour"),
  N_ ("Contribution not paid"),
  N_ ("Member's fee not paid"),
  N_ ("Another reason of the charter"),
};

const char *
sheaf_leaving_title (const char *word)
{
  for (guint i = 0; word != NULL && sheaf_leaving_words[i] != NULL; i++)
    if (strcmp (sheaf_leaving_words[i], word) == 0)
      return _ (leaving_titles[i]);
  return word;
}

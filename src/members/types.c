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

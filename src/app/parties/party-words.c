/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of parties. */
#include "app/parties/party-words.h"

#include "base/i18n.h"

static const struct
{
  SheafPartyKind kind;
  const char    *word;
} words[] = {
  { SHEAF_PARTY_CUSTOMER, N_ ("Customer") },
  { SHEAF_PARTY_SUPPLIER, N_ ("Supplier") },
  { SHEAF_PARTY_WORKER, N_ ("Worker") },
  { SHEAF_PARTY_LENDER, N_ ("Lender") },
  { SHEAF_PARTY_STATE, N_ ("State body") },
  { SHEAF_PARTY_GROUP, N_ ("Group") },
  { SHEAF_PARTY_OTHER, N_ ("Other") },
  { SHEAF_PARTY_MEMBER, N_ ("Member") }, /* last: not to be chosen */
};

const char *
sheaf_party_words_kind (SheafPartyKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind)
      return _ (words[i].word);
  return "";
}

guint
sheaf_party_words_kinds (void)
{
  return G_N_ELEMENTS (words) - 1;
}

SheafPartyKind
sheaf_party_words_kind_at (guint index)
{
  return words[MIN (index, G_N_ELEMENTS (words) - 1)].kind;
}

guint
sheaf_party_words_kind_index (SheafPartyKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].kind == kind)
      return i;
  return 0;
}

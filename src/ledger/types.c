/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and numbers of the ledger's values. */
#include "ledger/types.h"

#include <string.h>

/* A word's place is its stored number; NULL where there is none. */
static gboolean
find_word (const char *const *words,
           gsize              n,
           const char        *word,
           gsize             *ret_place)
{
  for (gsize i = 0; i < n; i++)
    if (words[i] != NULL && strcmp (words[i], word) == 0)
      {
        *ret_place = i;
        return TRUE;
      }
  return FALSE;
}

static const char *
word_at (const char *const *words,
         gsize              n,
         gsize              place)
{
  return place < n && words[place] != NULL ? words[place] : "";
}

/* sheaf_NOUN_to_word and sheaf_NOUN_from_word over the table NOUN_words. */
/* NOLINTBEGIN(bugprone-macro-parentheses): a type cannot stand in parentheses */
#define DEFINE_WORDS(noun, Type)                                               \
  const char *sheaf_##noun##_to_word (Type value)                              \
  {                                                                            \
    return word_at (noun##_words, G_N_ELEMENTS (noun##_words), (gsize) value); \
  }                                                                            \
                                                                               \
  gboolean sheaf_##noun##_from_word (const char *word, Type *ret_value)        \
  {                                                                            \
    gsize place;                                                               \
                                                                               \
    if (!find_word (noun##_words, G_N_ELEMENTS (noun##_words), word, &place))  \
      return FALSE;                                                            \
    *ret_value = (Type) place;                                                 \
    return TRUE;                                                               \
  }
/* NOLINTEND(bugprone-macro-parentheses) */

static const char *const scope_words[] = { "", "internal", "external" };
static const char *const voucher_kind_words[] = { NULL, "receipt", "payment",
                                                  "bank-in", "bank-out", "journal",
                                                  "stock-in", "stock-out", "opening",
                                                  "advance", "purchase-list", "allocation" };
static const char *const account_type_words[] = {
  NULL, "asset", "contra-asset", "liability", "equity",
  "revenue", "contra-revenue", "expense", "clearing", "off-balance"
};
static const char *const needs_words[] = {
  "nothing", "optional", "party", "item", "either", "both"
};
static const char *const account_scope_words[] = { "", "internal", "external", "shared", "named" };
static const char *const account_book_words[] = { "", "cash", "bank", "stock" };
static const char *const party_kind_words[] = { NULL, "customer", "supplier", "worker", "lender",
                                                "state", "group", "other", "member" };

DEFINE_WORDS (scope, SheafScope)
DEFINE_WORDS (voucher_kind, SheafVoucherKind)
DEFINE_WORDS (account_type, SheafAccountType)
DEFINE_WORDS (needs, SheafNeeds)
DEFINE_WORDS (account_scope, SheafAccountScope)
DEFINE_WORDS (account_book, SheafAccountBook)
DEFINE_WORDS (party_kind, SheafPartyKind)

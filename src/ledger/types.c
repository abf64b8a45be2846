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

static const char *const scope_words[] = { "", "internal", "external" };

const char *
sheaf_scope_to_word (SheafScope scope)
{
  return word_at (scope_words, G_N_ELEMENTS (scope_words), (gsize) scope);
}

gboolean
sheaf_scope_from_word (const char *word, SheafScope *ret_scope)
{
  gsize place;

  if (!find_word (scope_words, G_N_ELEMENTS (scope_words), word, &place))
    return FALSE;
  *ret_scope = (SheafScope) place;
  return TRUE;
}

static const char *const voucher_kind_words[] = { NULL, "receipt", "payment",
                                                  "bank-in", "bank-out", "journal",
                                                  "stock-in", "stock-out", "opening" };

const char *
sheaf_voucher_kind_to_word (SheafVoucherKind kind)
{
  return word_at (voucher_kind_words, G_N_ELEMENTS (voucher_kind_words), (gsize) kind);
}

gboolean
sheaf_voucher_kind_from_word (const char *word, SheafVoucherKind *ret_kind)
{
  gsize place;

  if (!find_word (voucher_kind_words, G_N_ELEMENTS (voucher_kind_words), word, &place))
    return FALSE;
  *ret_kind = (SheafVoucherKind) place;
  return TRUE;
}

static const char *const account_type_words[] = {
  NULL, "asset", "contra-asset", "liability", "equity",
  "revenue", "contra-revenue", "expense", "clearing", "off-balance"
};

const char *
sheaf_account_type_to_word (SheafAccountType type)
{
  return word_at (account_type_words, G_N_ELEMENTS (account_type_words), (gsize) type);
}

gboolean
sheaf_account_type_from_word (const char *word, SheafAccountType *ret_type)
{
  gsize place;

  if (!find_word (account_type_words, G_N_ELEMENTS (account_type_words), word, &place))
    return FALSE;
  *ret_type = (SheafAccountType) place;
  return TRUE;
}

static const char *const needs_words[] = {
  "nothing", "optional", "party", "item", "either", "both"
};

const char *
sheaf_needs_to_word (SheafNeeds needs)
{
  return word_at (needs_words, G_N_ELEMENTS (needs_words), (gsize) needs);
}

gboolean
sheaf_needs_from_word (const char *word, SheafNeeds *ret_needs)
{
  gsize place;

  if (!find_word (needs_words, G_N_ELEMENTS (needs_words), word, &place))
    return FALSE;
  *ret_needs = (SheafNeeds) place;
  return TRUE;
}

static const char *const account_scope_words[] = { "", "internal", "external", "shared", "named" };

const char *
sheaf_account_scope_to_word (SheafAccountScope scope)
{
  return word_at (account_scope_words, G_N_ELEMENTS (account_scope_words), (gsize) scope);
}

gboolean
sheaf_account_scope_from_word (const char *word, SheafAccountScope *ret_scope)
{
  gsize place;

  if (!find_word (account_scope_words, G_N_ELEMENTS (account_scope_words), word, &place))
    return FALSE;
  *ret_scope = (SheafAccountScope) place;
  return TRUE;
}

static const char *const account_book_words[] = { "", "cash", "bank", "stock" };

const char *
sheaf_account_book_to_word (SheafAccountBook book)
{
  return word_at (account_book_words, G_N_ELEMENTS (account_book_words), (gsize) book);
}

gboolean
sheaf_account_book_from_word (const char *word, SheafAccountBook *ret_book)
{
  gsize place;

  if (!find_word (account_book_words, G_N_ELEMENTS (account_book_words), word, &place))
    return FALSE;
  *ret_book = (SheafAccountBook) place;
  return TRUE;
}

static const char *const party_kind_words[] = { NULL, "customer", "supplier", "worker", "lender",
                                                "state", "group", "other", "member" };

const char *
sheaf_party_kind_to_word (SheafPartyKind kind)
{
  return word_at (party_kind_words, G_N_ELEMENTS (party_kind_words), (gsize) kind);
}

gboolean
sheaf_party_kind_from_word (const char *word, SheafPartyKind *ret_kind)
{
  gsize place;

  if (!find_word (party_kind_words, G_N_ELEMENTS (party_kind_words), word, &place))
    return FALSE;
  *ret_kind = (SheafPartyKind) place;
  return TRUE;
}

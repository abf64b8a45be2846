/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search over everything that a book holds. */
#pragma once

#include "ledger/search-words.h"
#include "ledger/voucher.h"

/* In the order in which hits come. */
typedef enum
{
  SHEAF_SEARCH_ACCOUNT,
  SHEAF_SEARCH_MEMBER,
  SHEAF_SEARCH_PARTY,
  SHEAF_SEARCH_ITEM,
  SHEAF_SEARCH_PRODUCT,
  SHEAF_SEARCH_TEMPLATE,
  SHEAF_SEARCH_DRAFT,
  SHEAF_SEARCH_VOUCHER,
} SheafSearchKind;

typedef struct
{
  SheafSearchKind  kind;
  gint64           id;           /* in the table of its kind */
  char            *title;        /* number or code; name of a template, day of a draft as typed */
  char            *detail;       /* name or description */
  SheafVoucherKind voucher_kind; /* of vouchers, drafts and templates */
  SheafDate        day;          /* of vouchers, else SHEAF_DATE_NONE */
  SheafMoney       amount;       /* the sum of a voucher's or draft's rows, else 0 */
} SheafSearchHit;

void sheaf_search_hit_free (SheafSearchHit *hit);

/* "voucher", "member", … for files. */
const char *sheaf_search_kind_to_word (SheafSearchKind kind);

/* Finds what holds every word that was typed (sheaf_search_words_parse), each as the beginning of a
 * word, in any order: hits of SheafSearchHit, at most limit (at least 1) of each kind, kind after
 * kind. Things go by code; accounts are found by their names in other languages where nothing else
 * is. Vouchers go by number, texts, amounts, and codes and names of their
 * parties and items: the one whose number alone was typed comes first, then the newest; a day
 * narrows to the vouchers of that day, two days to those from the one to the other. Nothing typed:
 * no hits. */
GPtrArray *sheaf_search (SheafBook  *book,
                         const char *text,
                         guint       limit,
                         GError    **error);

/* Only the vouchers, by their ids (gint64), in the same order. */
GArray *sheaf_search_vouchers (SheafBook  *book,
                               const char *text,
                               guint       limit,
                               GError    **error);

/* What was typed as a question to voucher_search; NULL when it has no word. Free with g_free. */
char *sheaf_search_match (SheafBook              *book,
                          const SheafSearchWords *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafSearchHit, sheaf_search_hit_free)

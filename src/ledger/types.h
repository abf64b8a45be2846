/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of the ledger as they are stored; numbers are only ever appended to. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_SCOPE_NONE = 0,
  SHEAF_SCOPE_INTERNAL = 1, /* with official members under agreement (Law 17/2023 Art. 4) */
  SHEAF_SCOPE_EXTERNAL = 2,
} SheafScope;

/* Kept apart in the totals, so that statements do not depend on whether a year has been closed. */
typedef enum
{
  SHEAF_LAYER_OPENING = 0,
  SHEAF_LAYER_ORDINARY = 1,
  SHEAF_LAYER_CLOSING = 2,
  SHEAF_LAYER_DISTRIBUTION = 3,
} SheafLayer;

typedef enum
{
  SHEAF_VOUCHER_RECEIPT = 1, /* phiếu thu */
  SHEAF_VOUCHER_PAYMENT = 2, /* phiếu chi */
  SHEAF_VOUCHER_BANK_IN = 3,
  SHEAF_VOUCHER_BANK_OUT = 4,
  SHEAF_VOUCHER_JOURNAL = 5, /* phiếu kế toán */
  SHEAF_VOUCHER_STOCK_IN = 6,
  SHEAF_VOUCHER_STOCK_OUT = 7,
  SHEAF_VOUCHER_OPENING = 8,        /* opening balances: made by the program, never imported */
  SHEAF_VOUCHER_ADVANCE = 9,        /* giấy thanh toán tiền tạm ứng, 04-TT */
  SHEAF_VOUCHER_PURCHASE_LIST = 10, /* bảng kê mua hàng, 06-VT */
  SHEAF_VOUCHER_ALLOCATION = 11,    /* bảng phân bổ, 07-VT */
} SheafVoucherKind;

typedef enum
{
  SHEAF_ACCOUNT_ASSET = 1,
  SHEAF_ACCOUNT_CONTRA_ASSET = 2,
  SHEAF_ACCOUNT_LIABILITY = 3,
  SHEAF_ACCOUNT_EQUITY = 4,
  SHEAF_ACCOUNT_REVENUE = 5,
  SHEAF_ACCOUNT_CONTRA_REVENUE = 6,
  SHEAF_ACCOUNT_EXPENSE = 7,
  SHEAF_ACCOUNT_CLEARING = 8,
  SHEAF_ACCOUNT_OFF_BALANCE = 9,
} SheafAccountType;

/* What a row on the account must name. */
typedef enum
{
  SHEAF_NEEDS_NOTHING = 0,
  SHEAF_NEEDS_OPTIONAL = 1, /* details are kept where they are named */
  SHEAF_NEEDS_PARTY = 2,
  SHEAF_NEEDS_ITEM = 3,
  SHEAF_NEEDS_EITHER = 4,
  SHEAF_NEEDS_BOTH = 5,
} SheafNeeds;

typedef enum
{
  SHEAF_ACCOUNT_SCOPE_NONE = 0,
  SHEAF_ACCOUNT_SCOPE_INTERNAL = 1,
  SHEAF_ACCOUNT_SCOPE_EXTERNAL = 2,
  SHEAF_ACCOUNT_SCOPE_SHARED = 3, /* divided at closing unless the row names a side */
  SHEAF_ACCOUNT_SCOPE_NAMED = 4,  /* the row must name a side before the year can be closed */
} SheafAccountScope;

/* Whether rows on the account name a foreign currency. Stored with NULL for MAY. */
typedef enum
{
  SHEAF_ACCOUNT_CURRENCY_MAY = 0,
  SHEAF_ACCOUNT_CURRENCY_HOME = 1,    /* they may not */
  SHEAF_ACCOUNT_CURRENCY_FOREIGN = 2, /* they must */
} SheafAccountCurrency;

/* Which kind of voucher an account is kept by. */
typedef enum
{
  SHEAF_ACCOUNT_BOOK_NONE = 0,
  SHEAF_ACCOUNT_BOOK_CASH = 1,
  SHEAF_ACCOUNT_BOOK_BANK = 2,
  SHEAF_ACCOUNT_BOOK_STOCK = 3,
} SheafAccountBook;

typedef enum
{
  SHEAF_PARTY_CUSTOMER = 1,
  SHEAF_PARTY_SUPPLIER = 2,
  SHEAF_PARTY_WORKER = 3,
  SHEAF_PARTY_LENDER = 4,
  SHEAF_PARTY_STATE = 5,
  SHEAF_PARTY_GROUP = 6,
  SHEAF_PARTY_OTHER = 7,
  SHEAF_PARTY_MEMBER = 8, /* made by members */
} SheafPartyKind;

/* The words of CSV files and commands: "receipt", "internal", "asset", "party". _to_word gives ""
 * for what has no word; _from_word takes "" where the value may be none. */
const char *sheaf_scope_to_word (SheafScope scope);
gboolean    sheaf_scope_from_word (const char *word, SheafScope *ret_scope);
const char *sheaf_voucher_kind_to_word (SheafVoucherKind kind);
gboolean    sheaf_voucher_kind_from_word (const char *word, SheafVoucherKind *ret_kind);
const char *sheaf_account_type_to_word (SheafAccountType type);
gboolean    sheaf_account_type_from_word (const char *word, SheafAccountType *ret_type);
const char *sheaf_needs_to_word (SheafNeeds needs);
gboolean    sheaf_needs_from_word (const char *word, SheafNeeds *ret_needs);
const char *sheaf_account_scope_to_word (SheafAccountScope scope);
gboolean    sheaf_account_scope_from_word (const char *word, SheafAccountScope *ret_scope);
const char *sheaf_account_book_to_word (SheafAccountBook book);
gboolean    sheaf_account_book_from_word (const char *word, SheafAccountBook *ret_book);
const char *sheaf_party_kind_to_word (SheafPartyKind kind);
gboolean    sheaf_party_kind_from_word (const char *word, SheafPartyKind *ret_kind);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the entry of vouchers wants to know of an account while it is typed. */
#pragma once

#include "ledger/chart.h"

typedef enum
{
  SHEAF_TRAIT_NEEDS_PARTY = 1 << 0,
  SHEAF_TRAIT_NEEDS_ITEM = 1 << 1,
  SHEAF_TRAIT_NEEDS_EITHER = 1 << 2, /* a party or an item */
  SHEAF_TRAIT_TAKES_DETAIL = 1 << 3, /* keeps what is named, asks for nothing */
  SHEAF_TRAIT_NEEDS_FOREIGN = 1 << 4,
  SHEAF_TRAIT_TAKES_FOREIGN = 1 << 5,
  SHEAF_TRAIT_OFF_BALANCE = 1 << 6,
  SHEAF_TRAIT_MONEY = 1 << 7, /* may not stand below zero */
  SHEAF_TRAIT_CASH = 1 << 8,  /* kept by receipts and payments */
  SHEAF_TRAIT_BANK = 1 << 9,
  SHEAF_TRAIT_STOCK = 1 << 10,
  SHEAF_TRAIT_VAT_INPUT = 1 << 11,
  SHEAF_TRAIT_VAT_OUTPUT = 1 << 12,
  SHEAF_TRAIT_ACCOUNT = 1 << 13, /* every account has it, what cannot be read has not */
} SheafAccountTrait;

/* SheafAccountTrait, or-ed. */
guint sheaf_account_traits (const SheafAccount *account);

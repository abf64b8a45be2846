/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the chart's data; nothing is decided by codes. */
#include "app/ledger/account-traits.h"

static guint
find_needs (const SheafAccount *account)
{
  switch (account->needs)
    {
    case SHEAF_NEEDS_OPTIONAL:
      return SHEAF_TRAIT_TAKES_DETAIL;
    case SHEAF_NEEDS_PARTY:
      return SHEAF_TRAIT_NEEDS_PARTY;
    case SHEAF_NEEDS_ITEM:
      return SHEAF_TRAIT_NEEDS_ITEM;
    case SHEAF_NEEDS_EITHER:
      return SHEAF_TRAIT_NEEDS_EITHER;
    case SHEAF_NEEDS_BOTH:
      return SHEAF_TRAIT_NEEDS_PARTY | SHEAF_TRAIT_NEEDS_ITEM;
    case SHEAF_NEEDS_NOTHING:
    default:
      return 0;
    }
}

static guint
find_book (const SheafAccount *account)
{
  switch (account->book)
    {
    case SHEAF_ACCOUNT_BOOK_CASH:
      return SHEAF_TRAIT_CASH;
    case SHEAF_ACCOUNT_BOOK_BANK:
      return SHEAF_TRAIT_BANK;
    case SHEAF_ACCOUNT_BOOK_STOCK:
      return SHEAF_TRAIT_STOCK;
    case SHEAF_ACCOUNT_BOOK_NONE:
    default:
      return 0;
    }
}

/* Debts in foreign money stand on the accounts that keep details, units of money on 007; revenue
 * and cost are in home money, whatever the customer paid with. */
static guint
find_currency (const SheafAccount *account)
{
  if (account->currency == SHEAF_ACCOUNT_CURRENCY_FOREIGN)
    return SHEAF_TRAIT_NEEDS_FOREIGN;
  if (account->currency == SHEAF_ACCOUNT_CURRENCY_HOME)
    return 0;
  return account->needs != SHEAF_NEEDS_NOTHING || account->money ||
                 account->type == SHEAF_ACCOUNT_OFF_BALANCE
             ? SHEAF_TRAIT_TAKES_FOREIGN
             : 0;
}

static guint
find_role (const SheafAccount *account)
{
  if (g_strcmp0 (account->role, "vat-input") == 0)
    return SHEAF_TRAIT_VAT_INPUT;
  return g_strcmp0 (account->role, "vat-output") == 0 ? SHEAF_TRAIT_VAT_OUTPUT : 0;
}

guint
sheaf_account_traits (const SheafAccount *account)
{
  g_return_val_if_fail (account != NULL, 0);

  return SHEAF_TRAIT_ACCOUNT | find_needs (account) | find_book (account) |
         find_currency (account) | find_role (account) |
         (account->type == SHEAF_ACCOUNT_OFF_BALANCE ? SHEAF_TRAIT_OFF_BALANCE : 0) |
         (account->money ? SHEAF_TRAIT_MONEY : 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trial balance (bảng cân đối tài khoản). */
#pragma once

#include "statements/figures.h"

enum
{
  SHEAF_BALANCE_OPENING_DEBIT,
  SHEAF_BALANCE_OPENING_CREDIT,
  SHEAF_BALANCE_DEBIT,
  SHEAF_BALANCE_CREDIT,
  SHEAF_BALANCE_CLOSING_DEBIT,
  SHEAF_BALANCE_CLOSING_CREDIT,
  SHEAF_BALANCE_AMOUNTS,
};

/* How the balance of an account that is posted to stands on its sides. */
typedef enum
{
  SHEAF_BALANCE_NET,       /* on one side */
  SHEAF_BALANCE_BY_PARTY,  /* the sums of its parties' sides, each party with a row */
  SHEAF_BALANCE_BY_DETAIL, /* the sums of the sides of its parties and items, where the chart keeps
                              such; no rows of their own */
} SheafBalanceSplit;

/* A group's sides are the sums of the sides of what lies under it, so a group can have both. */
typedef struct
{
  gint64   account_id;
  char    *code;
  char    *names[SHEAF_FORM_LANGUAGES];
  guint    level;       /* 1, 2, 3, … */
  gboolean postable;    /* FALSE for groups */
  gboolean off_balance; /* outside the total */
  gboolean is_party;    /* one party's part of the account in the row above */
  gint64   party_id;    /* of a party's row; 0: rows that name no party */
  char    *party_code;  /* NULL where there is none */
  char    *party_name;
  /* of an account that counts units of currencies (007): the one that amounts are smallest units
   * of; "": the book's money */
  char       currency[4];
  SheafMoney amounts[SHEAF_BALANCE_AMOUNTS];
} SheafBalanceRow;

/* Rows in the chart's order, off-balance accounts last and outside the total. */
typedef struct
{
  SheafDate  from;
  SheafDate  to;
  GPtrArray *rows; /* of SheafBalanceRow, groups first */
  SheafMoney total[SHEAF_BALANCE_AMOUNTS];
} SheafBalance;

/* Every account with a movement or a balance, as posted. level cuts (0: all); by_party adds a row
 * for each party under its account. Both days inclusive. */
SheafBalance *sheaf_balance_compute (SheafBook *book,
                                     SheafDate  from,
                                     SheafDate  to,
                                     guint      level,
                                     gboolean   by_party,
                                     GError   **error);

/* The days a trial balance covers when none are named: the year of the last voucher, in an empty
 * book the first year. */
gboolean sheaf_balance_default_days (SheafBook *book,
                                     SheafDate *ret_from,
                                     SheafDate *ret_to,
                                     GError   **error);

/* The same from figures; the parties' codes and names are left empty, and accounts that count units
 * have one row of all currencies until sheaf_balance_split_currencies(). */
SheafBalance *sheaf_balance_new (const SheafFigures *figures,
                                 guint               level,
                                 SheafBalanceSplit   split);
void          sheaf_balance_free (SheafBalance *balance);

/* Puts a row for each currency in the place of the rows of an account that counts units: dollars
 * and euros add up to nothing (Circular 71/2024, Appendix I, account 007: "by currency, not
 * converted"). */
gboolean sheaf_balance_split_currencies (SheafBook    *book,
                                         SheafBalance *balance,
                                         GError      **error);

/* The account's name in the language, else in Vietnamese; with the currency behind it where the row
 * counts units: "Ngoại tệ các loại (USD)". Free with g_free. */
char *sheaf_balance_row_name (const SheafBalanceRow *row,
                              SheafFormLanguage      language);

/* Net sums on their sides: the balance before, the turnover, and what it becomes. */
void sheaf_balance_set_amounts (SheafMoney *amounts,
                                SheafMoney  before,
                                SheafMoney  debit,
                                SheafMoney  credit);

/* For balance-currency.c. */
SheafBalanceRow *sheaf_balance_row_new (const SheafAccount *account);
void             sheaf_balance_row_free (SheafBalanceRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBalance, sheaf_balance_free)

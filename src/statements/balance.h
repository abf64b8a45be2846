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
  gint64     account_id;
  char      *code;
  char      *names[SHEAF_FORM_LANGUAGES];
  guint      level;       /* 1, 2, 3, … */
  gboolean   postable;    /* FALSE for groups */
  gboolean   off_balance; /* outside the total */
  gboolean   is_party;    /* one party's part of the account in the row above */
  gint64     party_id;    /* of a party's row; 0: rows that name no party */
  char      *party_code;  /* NULL where there is none */
  char      *party_name;
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

/* The same from figures; the parties' codes and names are left empty. */
SheafBalance *sheaf_balance_new (const SheafFigures *figures,
                                 guint               level,
                                 SheafBalanceSplit   split);
void          sheaf_balance_free (SheafBalance *balance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafBalance, sheaf_balance_free)

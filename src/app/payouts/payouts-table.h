/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A year's payments as the page shows them: the members, the lists, the sums; narrowed down without
 * another look at the book. */
#pragma once

#include "distribution/approval.h"
#include "payouts/standing.h"

/* A member of the list; the standing is the table's own. */
typedef struct
{
  const SheafPayoutStanding *standing;
  char                      *found_by; /* what the search compares */
} SheafPayeeRow;

/* A list of payments and what became of it. */
typedef struct
{
  gint64            id;
  int               year; /* of the distribution that it was made for */
  SheafDate         date;
  SheafPayoutMethod method;
  guint             count;    /* of lines, one for each member and year; likewise below */
  guint             ordered;  /* the bank has not answered */
  guint             returned; /* came back or was not collected, also where it was paid again */
  guint             reversed;
  SheafMoney        gross; /* of the lines that are not reversed; likewise tax and set-offs */
  SheafMoney        tax;
  SheafMoney        set_off;
  SheafMoney        back;     /* money that came back; gross = tax + set_off + back + net */
  SheafMoney        net;      /* in money, that did not come back */
  GHashTable       *payments; /* party id to SheafMoney: what each member's payment comes to that
                                 stands, of all the years it pays */
} SheafPaymentList;

typedef struct
{
  int        year;
  SheafDate  on;
  GArray    *years;     /* of int: posted or paid from, and the one shown */
  GPtrArray *standings; /* of SheafPayoutStanding */
  GPtrArray *payees;    /* of SheafPayeeRow, by code */
  GPtrArray *lists;     /* of SheafPaymentList, the latest first */
  guint      count[SHEAF_PAYOUT_STATES];
  SheafMoney sum[SHEAF_PAYOUT_STATES]; /* open; of ordered what waits for the bank, of paid
                                          what left the debt and did not come back: money, tax
                                          and set-offs */
  SheafMoney open;
  SheafMoney owed; /* what the ledger owes all members on the day */
} SheafPayoutsTable;

/* Which year: year 0 lets the table choose one near first_choice, so that in spring, with the books
 * in the new year, the shares of the old one come up. */
typedef struct
{
  int       year;
  int       first_choice;
  int       first_year;
  int       last_year;
  SheafDate on;
} SheafPayoutsWish;

void sheaf_payouts_table_free (SheafPayoutsTable *table);

/* data: SheafPayoutsWish. Result: SheafPayoutsTable. */
gpointer sheaf_payouts_table_job (gpointer connection,
                                  gpointer data,
                                  GError **error);

/* The payees in a state (SHEAF_PAYOUT_STATES: any) with the words typed; of SheafPayeeRow, owned by
 * the table. */
GPtrArray *sheaf_payouts_table_choose (const SheafPayoutsTable *table,
                                       guint                    state,
                                       const char              *text);

/* The list of a number; NULL: the table has none. */
const SheafPaymentList *sheaf_payouts_table_find_list (const SheafPayoutsTable *table,
                                                       gint64                   id);

/* What a member's payment on the list comes to, all its years together, as one voucher and one
 * transfer; 0 where none stands. */
SheafMoney sheaf_payment_list_payment (const SheafPaymentList *list,
                                       gint64                  party_id);

/* "◷ ordered, 12 days". Free with g_free. */
char *sheaf_payee_state_text (const SheafPayoutStanding *standing);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafPayoutsTable, sheaf_payouts_table_free)

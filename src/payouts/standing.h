/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far each member's share of a year is paid, and since when what is open waits. */
#pragma once

#include "payouts/batch.h"

/* One member and year. gross = tax + set_off + money + returned, and open = share - gross +
 * returned, but where the ledger owes less: then open is what it owes (paid by hand). */
typedef struct
{
  int        year;
  gint64     party_id;
  char      *code;
  char      *name;
  char      *bank_bin; /* may be NULL; likewise bank_account */
  char      *bank_account;
  SheafMoney share;            /* in money, of the posting that stands, with what is redeemed of
                                  notices along with it; 0 when it was reversed */
  SheafMoney       gross;      /* on lines that stand */
  SheafMoney       tax;        /* kept back of it */
  SheafMoney       set_off;    /* against own debts */
  SheafMoney       money;      /* that left and did not come back */
  SheafMoney       returned;   /* that came back */
  SheafMoney       ordered;    /* of money: waits for the bank's word */
  SheafMoney       open;       /* may be paid now */
  SheafMoney       open_taxed; /* of open: was taxed when it was paid the first time */
  SheafPayoutState state;
  SheafDate        since; /* to-pay: the posting; ordered, paid: the list or the bank's word;
                             bounced, unclaimed: the return */
  SheafDate pay_by;       /* the law's last day for paying the year's shares; NONE: it names none */
  guint     days;         /* from since to the day asked for */
  gint64    batch_id;     /* the last list with a line that stands; 0: none */
  gint64    state_list;   /* the list that the state is told of; 0: none (to-pay, paid by hand) */
} SheafPayoutStanding;

/* Everyone with a share in the year (0: in any), or paid from it, what was taken back left out, by
 * code in byte order, then year; as the book knows it, with the ledger's balances and the ages of
 * the day. Of SheafPayoutStanding. A fixed number of statements for any number of members. */
GPtrArray *sheaf_payout_standing_list (SheafBook *book,
                                       int        year,
                                       SheafDate  on,
                                       GError   **error);

/* Money can be ordered for the member: a bank and an account are known. */
gboolean sheaf_payout_standing_has_account (const SheafPayoutStanding *standing);

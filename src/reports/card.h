/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything the books know of one member at the end of a day: for the card on paper and on
 * screen. */
#pragma once

#include "capital/balance.h"
#include "ledger/open-item.h"
#include "members/member.h"
#include "members/membership.h"

/* What a year was to the member. */
typedef struct
{
  int        year;
  SheafMoney deliveries; /* without VAT, likewise supplies */
  SheafMoney supplies;
  SheafMoney pay;     /* before tax and insurance */
  SheafMoney share;   /* of this year's income, once approved */
  SheafMoney paid;    /* of that share, in payments that stand */
  SheafMoney capital; /* paid in, at the end of the year or of the card's day */
} SheafCardYear;

typedef struct
{
  gint64              party_id;
  SheafDate           on;
  SheafMember        *member; /* facts as they are known today */
  SheafMemberState    state;
  GPtrArray          *memberships; /* of SheafMembershipEvent up to the day, likewise below */
  GPtrArray          *capital;     /* of SheafCapitalEvent */
  SheafCapitalBalance balance;
  SheafMoney          untaxed;      /* income left in as capital and not taxed yet */
  GPtrArray          *schedules;    /* of SheafSchedule: those in force */
  GPtrArray          *certificates; /* of SheafCertificate */
  GPtrArray          *trade;        /* of SheafYearTrade */
  GArray             *pay;          /* of SheafYearPay */
  GPtrArray          *shares;       /* of SheafPastShare */
  GPtrArray          *payments;     /* of SheafPastPayment */
  GPtrArray          *notices;      /* of SheafNotice, by year of origin */
  GArray             *debts;        /* of SheafOpenItem, without capital; debit: the member owes */
  GArray             *years;        /* of SheafCardYear, from the first to the day's, no gaps */
} SheafCard;

/* Reads it in a number of statements that does not grow with the books. Error: nobody of that id
 * ever was a member. */
SheafCard *sheaf_card_load (SheafBook *book,
                            gint64     party_id,
                            SheafDate  on,
                            GError   **error);
void       sheaf_card_free (SheafCard *card);

/* The year's line; NULL where the card has none. */
const SheafCardYear *sheaf_card_year (const SheafCard *card,
                                      int              year);

/* What of an instalment is still open at the end of the day: what was paid in or promised less (of
 * a refund: what was refunded) since the schedule was decided settles what falls due first. */
SheafMoney sheaf_card_instalment_open (const SheafCard *card,
                                       guint            schedule,
                                       guint            instalment);

/* The sums of what the member owes the co-op and of what the co-op owes the member. */
void sheaf_card_debts (const SheafCard *card,
                       SheafMoney      *ret_owes,
                       SheafMoney      *ret_owed);

/* What is open with a party, or with everyone: without capital, which is no debt while the
 * membership lasts, and without tax kept back, which is owed to the State. Of SheafOpenItem. */
GArray *sheaf_card_list_debts (SheafBook                 *book,
                               const SheafOpenItemFilter *filter,
                               GError                   **error);

/* Adds one of these to its side. */
void sheaf_card_add_debt (const SheafOpenItem *debt,
                          SheafMoney          *owes,
                          SheafMoney          *owed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCard, sheaf_card_free)

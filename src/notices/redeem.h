/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Redemption: layers that are given back to members, oldest first, by age, or the same part of all
 * (revolving equity). */
#pragma once

#include "base/problem.h"
#include "base/rate.h"
#include "notices/law.h"

typedef struct
{
  int              year; /* the plan whose payments take it along */
  SheafDate        date;
  SheafRedeemOrder order;
  SheafMoney       amount;     /* in all; 0: everything that the rest asks for */
  SheafRate        part;       /* with SHEAF_REDEEM_PART where no amount is given; at most 1 */
  int              through;    /* only layers up to this year of origin; 0: any */
  guint            age;        /* only of members of so many years on the day; 0: any */
  gint64           party_id;   /* only of this member; 0: everyone */
  const char      *resolution; /* who decided it; may be NULL */
} SheafRedemption;

/* What is taken of one notice. */
typedef struct
{
  const SheafNotice *notice; /* of the list that it was chosen from */
  SheafMoney         amount; /* at most what is left of the notice */
} SheafRedeemLine;

/* Chooses from notices (of SheafNotice, in the order of sheaf_notice_list) by what is left of them.
 * births: the birthdays of members by party's id (gint64 to SheafDate); a member without one comes
 * last, and is no member of any age; NULL: nobody has one. An amount that ends within a year of
 * origin (order oldest) is shared over that year's notices in proportion, by largest remainder; the
 * same holds for a part of all. Members of one birthday follow by code, a member's layers by year.
 * Of SheafRedeemLine, in the order of notices. Errors: SHEAF_NOTICES_ERROR_NOTHING, _AMOUNT where
 * more is asked for than is left. */
GArray *sheaf_redeem_choose (const GPtrArray       *notices,
                             GHashTable            *births,
                             const SheafRedemption *spec,
                             GError               **error);

/* TRUE where the redemption may take the notice, whatever the member's age. */
gboolean sheaf_redemption_takes (const SheafRedemption *spec,
                                 const SheafNotice     *notice);

/* What a redemption would give; the notices that lines name are in ret_notices, which the caller
 * frees after them. problems: warnings, such as members whose age is not known. */
GArray *sheaf_redeem_preview (SheafBook             *book,
                              const SheafRedemption *spec,
                              SheafProblems         *problems,
                              GPtrArray            **ret_notices,
                              GError               **error);

/* Enters it as one act with one voucher: a row for each member and account, from the account of the
 * notices to what is payable to members. It is paid as shares are. Errors: those of the choice;
 * SHEAF_NOTICES_ERROR_AMOUNT where the ledger holds less for a member. What was entered is in
 * ret_lines, the notices that it names in ret_notices, which the caller frees after it; both may be
 * NULL, as may ret_voucher_id. */
gboolean sheaf_redeem_post (SheafBook             *book,
                            const SheafRedemption *spec,
                            SheafProblems         *problems,
                            gint64                *ret_voucher_id,
                            GPtrArray            **ret_notices,
                            GArray               **ret_lines,
                            GError               **error);

/* What redemptions that stand gave a member with the payments of a plan's year, all accounts
 * together. */
typedef struct
{
  gint64          party_id;
  char           *code;
  SheafNoticeKind kind; /* only where kinds are told apart */
  SheafMoney      amount;
} SheafRedeemed;

/* By code in byte order; of SheafRedeemed. */
GPtrArray *sheaf_redeemed_list (SheafBook *book,
                                int        year,
                                GError   **error);

/* The same by member and kind, of redemptions from the first to the last day. */
GPtrArray *sheaf_redeemed_between (SheafBook *book,
                                   SheafDate  from,
                                   SheafDate  to,
                                   GError   **error);

/* Whether the voucher is that of a redemption, and the year whose payments take it along. */
gboolean sheaf_redeem_of_voucher (SheafBook *book,
                                  gint64     voucher_id,
                                  gboolean  *ret_is,
                                  int       *ret_year,
                                  GError   **error);

/* What the redemption of a voucher gave each member, by code in byte order; of SheafRedeemed. */
GPtrArray *sheaf_redeemed_by_voucher (SheafBook *book,
                                      gint64     voucher_id,
                                      GError   **error);

/* Takes one back by reversing its voucher; what was redeemed is open again. Refused
 * (SHEAF_NOTICES_ERROR_REDEEMED) where less is payable to a member than it gave, on the day or
 * later: it was paid. What lists paid of it only payouts can tell: people's acts go by
 * sheaf_journal_reverse. */
gboolean sheaf_redeem_take_back (SheafBook  *book,
                                 gint64      voucher_id,
                                 SheafDate   date,
                                 const char *reason,
                                 GError    **error);

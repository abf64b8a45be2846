/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What members were given as a claim to be redeemed later instead of money, in layers by year of
 * origin: written notices of allocation and per-unit retains (26 U.S.C. 1388(b) and (f)). */
#pragma once

#include "base/quantity.h"
#include "book/book.h"
#include "ledger/chart.h"

/* As stored; numbers are only ever appended to. Whether the member is taxed for it at once
 * (qualified) or when it is redeemed. */
typedef enum
{
  SHEAF_NOTICE_QUALIFIED = 1,
  SHEAF_NOTICE_NONQUALIFIED = 2,
  SHEAF_NOTICE_RETAIN = 3,
  SHEAF_NOTICE_RETAIN_NONQUALIFIED = 4,
} SheafNoticeKind;
#define SHEAF_NOTICE_KINDS 4

/* One member's part of a layer. */
typedef struct
{
  gint64          id;
  int             year; /* of origin */
  gint64          party_id;
  char           *code; /* the member's */
  char           *name;
  SheafNoticeKind kind;
  gint64          account_id; /* that keeps it by member */
  SheafDate       date;
  SheafMoney      amount;
  SheafMoney      redeemed; /* by the end of the day that was asked for */
  SheafMoney      left;     /* what no redemption that stands, of any day, has taken */
  char           *rule;     /* of retains: the plan's name of the rule; else NULL */
  SheafQuantity   quantity; /* likewise: of how many units */
  gint64          voucher_id;
} SheafNotice;

/* "qualified", "nonqualified", "retain", "retain-nonqualified": as files hold them. */
extern const char *const sheaf_notice_kind_words[];
const char              *sheaf_notice_kind_to_word (SheafNoticeKind kind);
gboolean                 sheaf_notice_kind_from_word (const char      *word,
                                                      SheafNoticeKind *ret_kind);
/* For people, in their language. */
const char *sheaf_notice_kind_title (SheafNoticeKind kind);

/* TRUE for an account that can keep what each member has: of equity or liabilities, postable, and
 * asking for a party and nothing else. */
gboolean sheaf_notice_account_fits (const SheafAccount *account);

SheafNotice *sheaf_notice_new (void);
void         sheaf_notice_free (SheafNotice *notice);

/* Those of a member (0: of everyone) given up to the end of the day (SHEAF_DATE_NONE: of any day)
 * that stand, by year, member's code in byte order, kind and entry; what is redeemed wholly is
 * among them. Of SheafNotice. */
GPtrArray *sheaf_notice_list (SheafBook *book,
                              gint64     party_id,
                              SheafDate  on,
                              GError   **error);

/* Writes one within an act, with the voucher that it stands on. */
gboolean sheaf_notice_insert (SheafBook         *book,
                              const SheafNotice *notice,
                              gint64             act_id,
                              GError           **error);

/* Refuses (SHEAF_NOTICES_ERROR_REDEEMED) to take back a voucher whose notices were redeemed
 * since. */
gboolean sheaf_notice_check_unredeemed (SheafBook *book,
                                        gint64     voucher_id,
                                        GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafNotice, sheaf_notice_free)

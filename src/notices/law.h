/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the law pack says of notices and retains: its group [notices]. */
#pragma once

#include "notices/notice.h"

/* Which layers a redemption takes first. As stored; numbers are only ever appended to. */
typedef enum
{
  SHEAF_REDEEM_OLDEST = 1,        /* the oldest year, then the next */
  SHEAF_REDEEM_OLDEST_MEMBER = 2, /* the oldest member, then the next */
  SHEAF_REDEEM_PART = 3,          /* the same part of every layer */
} SheafRedeemOrder;

typedef struct
{
  char            *title;                         /* of the law */
  gboolean         kinds[SHEAF_NOTICE_KINDS + 1]; /* by SheafNoticeKind: which the law knows */
  SheafRedeemOrder order;                         /* where a redemption does not say another */
} SheafNoticeLaw;

/* "oldest", "oldest-member", "part". */
gboolean sheaf_redeem_order_from_word (const char       *word,
                                       SheafRedeemOrder *ret_order);

/* Of the book's law pack on a day; a pack without the group knows none. Errors:
 * SHEAF_NOTICES_ERROR_LAW. */
SheafNoticeLaw *sheaf_notice_law_load (SheafBook *book,
                                       SheafDate  on,
                                       GError   **error);
void            sheaf_notice_law_free (SheafNoticeLaw *law);

/* Refuses (SHEAF_NOTICES_ERROR_LAW) a kind that the law does not know. */
gboolean sheaf_notice_law_allows (const SheafNoticeLaw *law,
                                  SheafNoticeKind       kind,
                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafNoticeLaw, sheaf_notice_law_free)

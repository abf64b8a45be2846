/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debts confirmed with the other side (biên bản đối chiếu công nợ): what the books say, what the
 * party answered, and what became of the difference. */
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "book/book.h"

typedef struct
{
  gint64     id;
  gint64     account_id;
  gint64     party_id;
  SheafDate  date;   /* of the balance */
  SheafMoney booked; /* when it was asked; debit positive */
  gboolean   is_answered;
  SheafMoney confirmed; /* debit positive */
  SheafDate  answered;  /* the day of the answer */
  char      *note;
  SheafMoney now;      /* what the books say of that day now */
  guint      vouchers; /* that put the difference on the books */
} SheafConfirmation;

void sheaf_confirmation_free (SheafConfirmation *confirmation);

/* Confirmed less booked; 0 while it is not answered. */
SheafMoney sheaf_confirmation_difference (const SheafConfirmation *confirmation);

/* Asks every party that has a balance on an account (0: each that the data name for it, see
 * ledger/due.h) at the end of the day; party_id 0: all. Those asked already with the same balance,
 * or who answered, are left as they are. ret_asked: how many letters there are new. */
gboolean sheaf_confirmation_ask (SheafBook *book,
                                 gint64     account_id,
                                 gint64     party_id,
                                 SheafDate  date,
                                 guint     *ret_asked,
                                 GError   **error);

/* Writes down an answer; a later one takes the place of an earlier. Refused for a party that was
 * not asked, and once the difference was posted. */
gboolean sheaf_confirmation_answer (SheafBook  *book,
                                    gint64      account_id,
                                    gint64      party_id,
                                    SheafDate   date,
                                    SheafMoney  confirmed,
                                    SheafDate   answered,
                                    const char *note,
                                    GError    **error);

/* The standing ones of a day (SHEAF_DATE_NONE: all), account and party (0: all), by day, account
 * and party; of SheafConfirmation. */
GPtrArray *sheaf_confirmation_list (SheafBook *book,
                                    SheafDate  date,
                                    gint64     account_id,
                                    gint64     party_id,
                                    GError   **error);

/* Puts the accepted difference on the books on a day (ledger/difference.h). other_id: the other
 * account where the data's is divided, else 0. Refused without an answer or a difference, and when
 * it was posted already. */
gboolean sheaf_confirmation_post (SheafBook *book,
                                  gint64     account_id,
                                  gint64     party_id,
                                  SheafDate  date,
                                  SheafDate  posted_on,
                                  gint64     other_id,
                                  GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafConfirmation, sheaf_confirmation_free)

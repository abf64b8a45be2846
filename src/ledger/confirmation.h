/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Debts confirmed with the other side (biên bản đối chiếu công nợ): what the books say, what the
 * party answered, and what became of the difference. */
#pragma once

#include "base/date.h"
#include "base/money.h"
#include "book/book.h"
#include "ledger/voucher.h"

typedef struct
{
  gint64     id;
  gint64     account_id;
  gint64     party_id;
  SheafDate  date;   /* of the balance */
  SheafMoney booked; /* when it was asked, or answered; debit positive */
  SheafDate  sent;   /* the day on which the letter went out; SHEAF_DATE_NONE: not yet */
  gboolean   is_answered;
  SheafMoney confirmed; /* debit positive */
  SheafDate  answered;  /* the day of the answer */
  char      *note;
  SheafMoney now;      /* what the books say of that day now */
  guint      vouchers; /* that put the difference on the books */
} SheafConfirmation;

void sheaf_confirmation_free (SheafConfirmation *confirmation);

typedef enum
{
  SHEAF_CONFIRMATION_NOT_ASKED,
  SHEAF_CONFIRMATION_MADE,    /* a letter, not sent yet */
  SHEAF_CONFIRMATION_SENT,    /* and no answer yet */
  SHEAF_CONFIRMATION_STALE,   /* no answer yet, and the books say something else by now */
  SHEAF_CONFIRMATION_GONE,    /* no answer yet, and no balance either by now */
  SHEAF_CONFIRMATION_AGREES,  /* the party says what the letter says */
  SHEAF_CONFIRMATION_DIFFERS, /* and the difference is not on the books */
  SHEAF_CONFIRMATION_POSTED,  /* the difference is on the books */
} SheafConfirmationState;

/* NULL: not asked. */
SheafConfirmationState sheaf_confirmation_state (const SheafConfirmation *confirmation);

/* TRUE when the books say of that day what neither the letter nor the answer says: entries came
 * later. */
gboolean sheaf_confirmation_is_overtaken (const SheafConfirmation *confirmation);

/* Confirmed less booked; 0 while it is not answered. */
SheafMoney sheaf_confirmation_difference (const SheafConfirmation *confirmation);

/* The accounts that the data name for confirming, and those under them, in the order of the chart;
 * of const SheafAccount, which the chart keeps. */
GPtrArray *sheaf_confirmation_accounts (SheafBook *book,
                                        GError   **error);

/* Asks every party that has a balance on an account (0: each that the data name for it, see
 * ledger/due.h) at the end of the day; party_id 0: all. Those asked already with the same balance,
 * or who answered, are left as they are. ret_asked: how many letters there are new. Refused for an
 * account whose balances the data do not name, and where there is neither a balance nor a
 * letter. */
gboolean sheaf_confirmation_ask (SheafBook *book,
                                 gint64     account_id,
                                 gint64     party_id,
                                 SheafDate  date,
                                 guint     *ret_asked,
                                 GError   **error);

/* Writes down that letters which wait for an answer went out on a day: of one account and party, or
 * (0) of all that went out on no day yet. ret_sent: how many. A later day takes the place of an
 * earlier. Refused before the day of the balance, and for a party that was not asked or has
 * answered. */
gboolean sheaf_confirmation_send (SheafBook *book,
                                  gint64     account_id,
                                  gint64     party_id,
                                  SheafDate  date,
                                  SheafDate  sent,
                                  guint     *ret_sent,
                                  GError   **error);

/* Writes down an answer, beside what the books say of the day by now; a later one takes the place
 * of an earlier. Refused for a party that was
 * not asked, before the day of the balance, and once the difference was posted. */
gboolean sheaf_confirmation_answer (SheafBook  *book,
                                    gint64      account_id,
                                    gint64      party_id,
                                    SheafDate   date,
                                    SheafMoney  confirmed,
                                    SheafDate   answered,
                                    const char *note,
                                    GError    **error);

/* Takes an answer back: the letter waits again. The answer stays in the trail. Refused without an
 * answer, and once the difference was posted. */
gboolean sheaf_confirmation_withdraw (SheafBook *book,
                                      gint64     account_id,
                                      gint64     party_id,
                                      SheafDate  date,
                                      GError   **error);

/* Takes over one that another book kept: account, party, date, booked, answer and note. Refused for
 * an account without parties to be asked, and when the party was asked about it already. */
gboolean sheaf_confirmation_keep (SheafBook               *book,
                                  const SheafConfirmation *confirmation,
                                  GError                 **error);

/* The standing ones of a day (SHEAF_DATE_NONE: all), account and party (0: all), by day, account
 * and party; of SheafConfirmation. */
GPtrArray *sheaf_confirmation_list (SheafBook *book,
                                    SheafDate  date,
                                    gint64     account_id,
                                    gint64     party_id,
                                    GError   **error);

/* The standing one of what id asked about. */
SheafConfirmation *sheaf_confirmation_load (SheafBook *book,
                                            gint64     id,
                                            GError   **error);

/* Puts the accepted difference on the books on a day (ledger/difference.h). other_id: the other
 * account where the data's is divided, else 0. Refused without an answer or a difference, when
 * entries came after the answer, and when it was posted already. */
gboolean sheaf_confirmation_post (SheafBook *book,
                                  gint64     account_id,
                                  gint64     party_id,
                                  SheafDate  date,
                                  SheafDate  posted_on,
                                  gint64     other_id,
                                  GError   **error);

/* The voucher that posting would write, unposted: for showing it before. Refused as posting is. */
SheafVoucher *sheaf_confirmation_voucher (SheafBook *book,
                                          gint64     account_id,
                                          gint64     party_id,
                                          SheafDate  date,
                                          SheafDate  posted_on,
                                          gint64     other_id,
                                          GError   **error);

/* The vouchers that put the difference on the books and were not reversed; of gint64. */
GArray *sheaf_confirmation_vouchers (SheafBook *book,
                                     gint64     account_id,
                                     gint64     party_id,
                                     SheafDate  date,
                                     GError   **error);

/* Reverses what put the difference on the books (ledger/voucher.h); the answer stays. Refused where
 * nothing was posted. */
gboolean sheaf_confirmation_reverse (SheafBook  *book,
                                     gint64      account_id,
                                     gint64      party_id,
                                     SheafDate   date,
                                     SheafDate   reversed_on,
                                     const char *reason,
                                     GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafConfirmation, sheaf_confirmation_free)

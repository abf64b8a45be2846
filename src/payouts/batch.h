/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of payments made together: by cash against signatures, or by one order to the bank. */
#pragma once

#include "base/problem.h"
#include "base/rate.h"
#include "book/book.h"
#include "distribution/pool.h"

/* As stored; numbers are only ever appended to. */
typedef enum
{
  SHEAF_PAYOUT_CASH = 1,
  SHEAF_PAYOUT_BANK = 2,
} SheafPayoutMethod;

/* What became of a member's money. */
typedef enum
{
  SHEAF_PAYOUT_TO_PAY,    /* "to-pay": something is open and was on no list yet */
  SHEAF_PAYOUT_ORDERED,   /* "ordered": on a bank list, the bank has not answered */
  SHEAF_PAYOUT_PAID,      /* "paid": in cash, or as the bank says; also where all was set off */
  SHEAF_PAYOUT_BOUNCED,   /* "bounced": the bank returned it, and it was not paid again */
  SHEAF_PAYOUT_UNCLAIMED, /* "unclaimed": the member did not come for it; likewise */
  SHEAF_PAYOUT_REVERSED,  /* "reversed": a line that was taken back; of lines only */
} SheafPayoutState;
#define SHEAF_PAYOUT_STATES 6

typedef struct
{
  int                year; /* of the distribution */
  SheafPayoutMethod  method;
  SheafDate          date;
  SheafMoney         minimum;    /* who gets less stays open; below 0: the plan's */
  SheafRate          part;       /* an instalment: up to this part of each share; 0: the whole */
  gboolean           earlier;    /* what is open of the years before is paid along */
  gboolean           net_debts;  /* members' own debts are set off: they consent */
  const char *const *keep_debts; /* codes of those who do not; NULL: none */
  const char *const *only;       /* codes of those who are paid; NULL: everyone */
} SheafPayoutSpec;

/* A tax kept back from a line: of one pool of one profit. */
typedef struct
{
  char      *name;  /* the law pack's */
  char      *title; /* in words; NULL where the pack no longer has it */
  SheafSide  side;
  SheafPool  pool;
  SheafMoney base;
  SheafRate  rate;
  SheafMoney amount;
} SheafPayoutTax;

/* A debt that a line met. */
typedef struct
{
  gint64     account_id;
  char      *account; /* its code */
  char      *name;
  gint64     item_id; /* 0: none */
  SheafMoney amount;
} SheafPayoutSetOff;

/* What one member is paid of one year: gross = taxes + set_off + net. */
typedef struct
{
  gint64           id; /* 0 in a preview */
  gint64           party_id;
  char            *code;
  char            *name;
  char            *bank_bin; /* may be NULL; likewise bank_account */
  char            *bank_account;
  int              year;           /* of the distribution */
  SheafMoney       gross;          /* what leaves the account of what members are owed */
  SheafMoney       taxed;          /* of gross, in a preview: what came back and was taxed then */
  SheafMoney       tax;            /* kept back */
  SheafMoney       set_off;        /* against the member's own debts */
  SheafMoney       net;            /* in money */
  GPtrArray       *taxes;          /* of SheafPayoutTax */
  GPtrArray       *set_offs;       /* of SheafPayoutSetOff */
  gint64           voucher_id;     /* 0 where all was set off, and in a preview */
  char            *voucher_number; /* "" likewise */
  SheafPayoutState state;
  SheafDate        since; /* the day on which it came into the state */
  gboolean         paid;  /* FALSE: it was reversed or came back, the member is open again */
} SheafPayoutLine;

typedef struct
{
  gint64            id; /* 0 in a preview */
  int               year;
  SheafPayoutMethod method;
  SheafDate         date;
  SheafMoney        minimum;
  SheafRate         part; /* 0: the whole share */
  gboolean          earlier;
  gboolean          net_debts;
  GPtrArray        *lines; /* of SheafPayoutLine, by code in byte order, then year */
} SheafPayoutBatch;

/* "cash" or "bank". */
gboolean    sheaf_payout_method_from_word (const char        *word,
                                           SheafPayoutMethod *ret_method);
const char *sheaf_payout_method_word (SheafPayoutMethod method);

/* The words of the states as files hold them, and back. */
const char *sheaf_payout_state_word (SheafPayoutState state);
gboolean    sheaf_payout_state_from_word (const char       *word,
                                          SheafPayoutState *ret_state);

/* Pays who has something open, as one act. Of a line's gross amount the law's taxes are kept back
 * (they are due when a share is paid, Decree 253/2026/NĐ-CP Art. 52), then what the member owes is
 * set off in the order of accounts, and the rest is paid in money: a voucher a member (Dr
 * member-payable; Cr cash or bank, and the account of the tax), and one of its own for the
 * set-offs. Warnings name who is left open and why, and
 * that the law's day for paying is over. Errors: SHEAF_PAYOUTS_ERROR_STATE while a
 * year's distribution is not posted or for a day before it, _NOTHING, _MONEY when cash or bank hold
 * less than the list, _NOT_FOUND for a member who has no share. ret_id may be NULL. */
gboolean sheaf_payout_make (SheafBook             *book,
                            const SheafPayoutSpec *spec,
                            SheafProblems         *problems,
                            gint64                *ret_id,
                            GError               **error);

/* What cash or bank hold at the end of a day: a list of the method may take as much. Errors: the
 * chart's, where it has no such account. */
gboolean sheaf_payout_money_there (SheafBook        *book,
                                   SheafPayoutMethod method,
                                   SheafDate         date,
                                   SheafMoney       *ret_there,
                                   GError          **error);

/* The list as sheaf_payout_make would make it now; nothing is written, and what cash and bank hold
 * is not judged. */
SheafPayoutBatch *sheaf_payout_preview (SheafBook             *book,
                                        const SheafPayoutSpec *spec,
                                        SheafProblems         *problems,
                                        GError               **error);

SheafPayoutBatch *sheaf_payout_load (SheafBook *book,
                                     gint64     id,
                                     GError   **error);
void              sheaf_payout_batch_free (SheafPayoutBatch *batch);

/* The ids of the batches with lines of a year (0: of any), oldest first; of gint64. */
GArray *sheaf_payout_list (SheafBook *book,
                           int        year,
                           GError   **error);

/* The sum in money of the lines that stand. */
SheafMoney sheaf_payout_batch_total (const SheafPayoutBatch *batch);

/* One payment in money: all lines of a member that stand, under one voucher. */
typedef struct
{
  const SheafPayoutLine *line; /* the first; borrowed */
  SheafMoney             net;  /* above 0 */
} SheafPayoutPayment;

/* The payments of a list that stand, in its order: what is drawn, ordered and signed for. Of
 * SheafPayoutPayment. */
GArray *sheaf_payout_batch_payments (const SheafPayoutBatch *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafPayoutBatch, sheaf_payout_batch_free)

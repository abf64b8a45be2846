/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of payouts asks of the threads besides its table. */
#pragma once

#include "payouts/return.h"

/* What was paid to one member, and a transfer to the member. */
typedef struct
{
  gint64     party_id;
  SheafDate  on;
  int        year;   /* of the transfer: the list's */
  SheafMoney amount; /* of the transfer that waits for the bank; 0: none */
} SheafPayeeWish;

typedef struct
{
  gint64     party_id;
  GPtrArray *payments; /* of SheafPastPayment, of all years */
  char      *bank;     /* its name; NULL: no account is known */
  char      *account;
  char      *purpose; /* what the transfer says */
  char      *qr;      /* the text of its QR code; NULL: there is none */
  char      *qr_refusal;
} SheafPayeeFacts;

void sheaf_payee_facts_free (SheafPayeeFacts *facts);

/* data: SheafPayeeWish. Result: SheafPayeeFacts. */
gpointer sheaf_payee_facts_job (gpointer connection,
                                gpointer data,
                                GError **error);

/* An order to the bank as a file: the form's own type decides, sheet as workbook or plain table. */
typedef struct
{
  gint64 batch_id;
  char  *form;
  char  *path; /* ends with xlsx, csv or xml */
} SheafBankFileWish;

void sheaf_bank_file_wish_free (SheafBankFileWish *wish);

/* data: SheafBankFileWish. Result: SheafProblems with what the bank will still ask for. */
gpointer sheaf_bank_file_job (gpointer connection,
                              gpointer data,
                              GError **error);

/* data: nothing. Result: GPtrArray of SheafBankOrderForm, of the book's country. */
gpointer sheaf_bank_forms_job (gpointer connection,
                               gpointer data,
                               GError **error);

/* Money of a list that came back, or a return that is taken back. */
typedef struct
{
  gint64                batch_id;
  gint64                party_id;
  SheafPayoutReturnKind kind;
  gboolean              take_back;
  SheafDate             date;
  char                 *reason;
} SheafReturnAct;

void sheaf_return_act_free (SheafReturnAct *act);

/* data: SheafReturnAct. Result: not NULL; nothing to free. */
gpointer sheaf_return_act_job (gpointer connection,
                               gpointer data,
                               GError **error);

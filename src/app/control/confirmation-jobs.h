/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of confirmations and its dialogs ask of the threads. */
#pragma once

#include "base/problem.h"
#include "ledger/confirmation-sheet.h"

/* A balance with the words for it. */
typedef struct
{
  SheafConfirmationLine *line;
  char                  *account; /* code, likewise party */
  char                  *party;
  char                  *name;
} SheafConfirmationRow;

void sheaf_confirmation_row_free (SheafConfirmationRow *row);

/* An account whose balances can be confirmed. */
typedef struct
{
  gint64 id;
  char  *code;
  char  *title; /* "131 Phải thu của khách hàng" */
} SheafConfirmationAccount;

/* Which balances; account_id 0: of all accounts. */
typedef struct
{
  SheafDate date;
  gint64    account_id;
} SheafConfirmationWish;

typedef struct
{
  SheafConfirmationWish  wish;
  GPtrArray             *accounts; /* of SheafConfirmationAccount, those that take postings */
  GPtrArray             *rows;     /* of SheafConfirmationRow */
  SheafConfirmationCount count;
} SheafConfirmationTable;

void sheaf_confirmation_table_free (SheafConfirmationTable *table);

/* data: SheafConfirmationWish. Result: SheafConfirmationTable. */
gpointer sheaf_confirmation_sheet_job (gpointer connection,
                                       gpointer data,
                                       GError **error);

typedef enum
{
  SHEAF_CONFIRMATION_ACT_MAKE,
  SHEAF_CONFIRMATION_ACT_SEND,
  SHEAF_CONFIRMATION_ACT_ANSWER, /* makes the letter first where there is none */
  SHEAF_CONFIRMATION_ACT_WITHDRAW,
  SHEAF_CONFIRMATION_ACT_POST,
  SHEAF_CONFIRMATION_ACT_REVERSE,
} SheafConfirmationActKind;

/* An act on the letters of a day. */
typedef struct
{
  SheafConfirmationActKind kind;
  SheafDate                date;
  gint64                   account_id; /* 0: all, likewise party_id */
  gint64                   party_id;
  SheafDate                day;    /* of sending, of the answer, of the voucher */
  SheafMoney               amount; /* that the party says; debit positive */
  char                    *text;   /* note or reason; NULL: none */
  char                    *other;  /* code of the account that takes a difference; NULL: by data */
} SheafConfirmationAct;

void sheaf_confirmation_act_free (SheafConfirmationAct *act);

/* What came of it. */
typedef struct
{
  guint count;  /* of letters made or sent */
  char *number; /* of the voucher posted; NULL: none */
  char *place;  /* of it on the page of vouchers */
} SheafConfirmationDone;

void sheaf_confirmation_done_free (SheafConfirmationDone *done);

/* data: SheafConfirmationAct. Result: SheafConfirmationDone. */
gpointer sheaf_confirmation_act_job (gpointer connection,
                                     gpointer data,
                                     GError **error);

/* The entry that posting would write. */
typedef struct
{
  char          *text;     /* a line for each row; NULL where there is no entry */
  SheafProblems *problems; /* why it would be refused, and what to know */
} SheafConfirmationEntry;

void sheaf_confirmation_entry_free (SheafConfirmationEntry *entry);

/* data: SheafConfirmationAct of the kind POST. Result: SheafConfirmationEntry. */
gpointer sheaf_confirmation_entry_job (gpointer connection,
                                       gpointer data,
                                       GError **error);

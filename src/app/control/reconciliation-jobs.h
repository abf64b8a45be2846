/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of bank statements asks of the threads. */
#pragma once

#include "ledger/reconciliation.h"

/* A statement with its bank account's words. */
typedef struct
{
  SheafReconciliation *one;
  char                *title;   /* "1121 Tiền Việt Nam · NH01" */
  gboolean             changed; /* what was finished has been touched since */
} SheafBankStatement;

void sheaf_bank_statement_free (SheafBankStatement *statement);

/* data: nothing. Result: GPtrArray of SheafBankStatement, the latest first. */
gpointer sheaf_bank_list_job (gpointer connection,
                              gpointer data,
                              GError **error);

/* data: a year (int). Result: the code of the bank account if only one has a balance or moved in
 * the year, else ""; free with g_free. */
gpointer sheaf_bank_only_account_job (gpointer connection,
                                      gpointer data,
                                      GError **error);

/* One statement with the rows to be ticked. */
typedef struct
{
  SheafBankStatement *statement;
  GPtrArray          *rows; /* of SheafReconciliationRow */
} SheafBankSheet;

void sheaf_bank_sheet_free (SheafBankSheet *sheet);

/* data: its id (gint64). Result: SheafBankSheet. */
gpointer sheaf_bank_sheet_job (gpointer connection,
                               gpointer data,
                               GError **error);

typedef enum
{
  SHEAF_BANK_BEGIN,
  SHEAF_BANK_TICK,
  SHEAF_BANK_FINISH,
  SHEAF_BANK_REOPEN,
} SheafBankActKind;

/* An act on a statement. */
typedef struct
{
  SheafBankActKind kind;
  gint64           id;
  char            *account; /* to begin: codes; item and currency may be NULL */
  char            *item;
  char            *currency;
  SheafDate        date;
  char            *balance; /* as typed */
  char            *text;    /* note or reason; NULL: none */
  GPtrArray       *ticked;  /* of SheafReconciliationRow: row and side alone count */
  GPtrArray       *unticked;
} SheafBankAct;

void sheaf_bank_act_free (SheafBankAct *act);

/* data: SheafBankAct. Result: the statement's id as gint64 *; free with g_free. */
gpointer sheaf_bank_act_job (gpointer connection,
                             gpointer data,
                             GError **error);

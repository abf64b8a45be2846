/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the rows behind a figure are found: account after account. */
#pragma once

#include "ledger/voucher.h"
#include "statements/figures.h"
#include "statements/statement.h"

typedef enum
{
  SHEAF_ROWS_BALANCE,  /* all rows of an account, or of some of its details */
  SHEAF_ROWS_TURNOVER, /* those against some other accounts */
  SHEAF_ROWS_CLOSED,   /* those that a closing entry took away */
} SheafRowsStepKind;

/* Two ids: a party and an item, or the two accounts of a pair. */
typedef struct
{
  gint64 first;
  gint64 second;
} SheafRowsKey;

typedef struct
{
  SheafRowsStepKind      kind;
  gint64                 account_id;
  int                    sign;         /* of debit amounts; of turnover as such */
  GHashTable            *details;      /* of SheafRowsKey; NULL: all rows of the account */
  SheafMoney             opening;      /* with the sign */
  const SheafVoucherRow *closing;      /* of the closing voucher */
  gboolean               opening_only; /* nothing of the period */
  gboolean               split;        /* that entry is one of several of its account */
} SheafRowsStep;

/* The figures, and what was made of them. */
typedef struct
{
  const SheafChart     *chart;
  const SheafFigures   *figures;
  const SheafStatement *statement;
  SheafStatementColumn  column;
  SheafFiguresMoment    moment;
  const SheafVoucher   *closing;
  GPtrArray            *steps; /* of SheafRowsStep */
  GHashTable           *pairs; /* SheafRowsKey to its sign */
  GPtrArray            *order; /* the keys of pairs as they came */
} SheafRowsPlan;

guint    sheaf_rows_key_hash (gconstpointer key);
gboolean sheaf_rows_key_equal (gconstpointer a,
                               gconstpointer b);
void     sheaf_rows_step_free (gpointer step);

/* Fills steps and pairs for the rule of a line; NULL rule: the account of code. */
void sheaf_rows_plan_line (SheafRowsPlan   *plan,
                           const SheafRule *rule,
                           const char      *code);

/* Of the two accounts of an entry the one that is closed: the one further from equity. */
gint64 sheaf_rows_source (const SheafChart *chart,
                          gint64            debit_id,
                          gint64            credit_id);

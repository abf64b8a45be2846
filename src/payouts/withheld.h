/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was kept back in tax with whom: of shares that were paid, and of income that became capital
 * and went out. For the year's list to the tax office. */
#pragma once

#include "book/book.h"
#include "base/problem.h"
#include "base/rate.h"

/* Of income that became capital and went out, beside the pools. */
#define SHEAF_WITHHELD_OF_CAPITAL (-1)

/* All payments to a person that met one tax, of one basis and rate. */
typedef struct
{
  gint64     party_id;
  char      *code;
  char      *name;
  char      *tax_code; /* may be NULL; likewise id_number */
  char      *id_number;
  char      *tax;     /* its name in the law pack */
  char      *title;   /* in the law's own language; NULL where the pack no longer has it */
  char      *article; /* likewise */
  int        basis;   /* a SheafPool, or SHEAF_WITHHELD_OF_CAPITAL */
  SheafRate  rate;    /* 0: exempt */
  SheafMoney base;    /* paid before tax */
  SheafMoney amount;  /* kept back; below rate × base where payments stayed under a threshold */
  GArray    *days;    /* of SheafDate, each once */
} SheafWithheldLine;

/* By payments and refunds of the days from one to the other that stand; by code, name of the tax,
 * basis and rate. Of SheafWithheldLine. */
GPtrArray *sheaf_withheld_list (SheafBook *book,
                                SheafDate  from,
                                SheafDate  until,
                                GError   **error);

/* A check: what payments and refunds kept back is what their vouchers put on the account of tax, by
 * person. */
gboolean sheaf_withheld_check (SheafBook     *book,
                               SheafProblems *problems,
                               GError       **error);

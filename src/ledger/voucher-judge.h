/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that judge a voucher share: where findings go, and the rules on a row. */
#pragma once

#include "base/problem.h"
#include "ledger/error.h"
#include "ledger/voucher-private.h"

typedef struct
{
  SheafBook          *book;
  const SheafChart   *chart;
  const SheafVoucher *voucher;
  const char         *file;
  SheafProblems      *problems;
  int                 code;  /* of the first error; -1: none */
  SheafMoney          limit; /* on the amount of one row; 0: none */
} SheafJudge;

#define sheaf_refuse(judge, why, line, column, ...)                                          \
  G_STMT_START                                                                               \
  {                                                                                          \
    if ((judge)->code < 0)                                                                   \
      (judge)->code = (why);                                                                 \
    sheaf_problems_add ((judge)->problems, SHEAF_PROBLEM_ERROR, (judge)->file, line, column, \
                        __VA_ARGS__);                                                        \
  }                                                                                          \
  G_STMT_END

#define sheaf_warn(judge, line, column, ...)                                                 \
  sheaf_problems_add ((judge)->problems, SHEAF_PROBLEM_WARNING, (judge)->file, line, column, \
                      __VA_ARGS__)

/* All rules on one row. FALSE on a store error. */
gboolean sheaf_judge_row (SheafJudge            *judge,
                          const SheafVoucherRow *row,
                          GError               **error);

/* Foreign money of a row whose accounts are known and can be posted to. */
void sheaf_judge_currency (SheafJudge            *judge,
                           const SheafVoucherRow *row,
                           const SheafSettledRow *settled);

/* Whether the voucher touches the accounts that its kind is about. */
void sheaf_judge_kind (SheafJudge *judge);

/* Foreign money of all rows together: the average book rate, and units counted on 007. FALSE on a
 * store error. */
gboolean sheaf_judge_currencies (SheafJudge *judge,
                                 GError    **error);

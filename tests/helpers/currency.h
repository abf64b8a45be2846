/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in foreign money for tests: dollars in cents unless another currency is named. */
#pragma once

#include "helpers/ledger.h"
#include "ledger/currency.h"

#define TEST_DONG(rate) ((gint64) (rate) *G_GINT64_CONSTANT (1000000))

typedef struct
{
  const char *day;
  const char *debit;
  const char *credit;
  gint64      amount; /* 0: valued by the program */
  gint64      debit_units;
  gint64      credit_units;
  const char *debit_party;
  const char *credit_party;
  gint64      rate; /* đồng; 0: none */
  const char *currency;
} TestCurrencyEntry;

/* A journal voucher of one row, with the row of its difference; NULL where it cannot be valued. */
SheafVoucher *test_currency_make (SheafBook               *book,
                                  const TestCurrencyEntry *entry,
                                  GError                 **error);
gint64        test_currency_post (SheafBook               *book,
                                  const TestCurrencyEntry *entry);
void          test_currency_rate (SheafBook  *book,
                                  const char *day,
                                  const char *currency,
                                  gint64      dong);

/* Expects units and value of dollars at the end of a day, debit positive. */
void test_currency_held (SheafBook  *book,
                         const char *account,
                         const char *party,
                         const char *day,
                         gint64      units,
                         gint64      value);

/* 10,000 dollars in the bank at 25,000 on 2025-01-02. */
void test_currency_fund (SheafBook *book);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books with the chart of Circular 71 and short ways to post, for tests. Accounts are named by
 * code, parties by code ("" or NULL: none). */
#pragma once

#include "book/book.h"
#include "helpers/book.h"
#include "ledger/chart.h"
#include "ledger/error.h"
#include "ledger/voucher.h"

/* A book in memory for 2025; today is 2025-12-31. Parties KH1 (customer), NCC1 (supplier) and TV1
 * (internal from 2025-01-01) are there. */
SheafBook *test_ledger_new (void);

/* The same in a file, for several connections. */
SheafBook *test_ledger_new_at (const char *path);

SheafDate test_day (const char *text);
gint64    test_account (SheafBook  *book,
                        const char *code);

/* A journal voucher with one row that is not posted yet. Parties go to the sides that need one. */
SheafVoucher *test_voucher (SheafBook  *book,
                            const char *day,
                            const char *debit,
                            const char *credit,
                            gint64      amount,
                            const char *debit_party,
                            const char *credit_party);

/* Lets cash and bank stand below zero in the book. */
gboolean test_allow_money_below_zero (SheafBook *book);

/* Posts it; returns its id. */
gint64 test_post (SheafBook  *book,
                  const char *day,
                  const char *debit,
                  const char *credit,
                  gint64      amount,
                  const char *debit_party,
                  const char *credit_party);

/* Posts a voucher as a book of an earlier version could hold it: neither the program nor the row
 * guard of the database is asked. */
gint64 test_post_unguarded (SheafBook    *book,
                            SheafVoucher *voucher);

/* Expects the post to be refused with the code. */
void test_refused (SheafBook       *book,
                   SheafVoucher    *voucher,
                   SheafLedgerError code);

/* Balance at the end of a day, debit positive. */
gint64 test_balance (SheafBook  *book,
                     const char *code,
                     const char *day);

/* The checks of book and ledger find nothing. */
void test_verify (SheafBook *book);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book whose figures were worked out by hand, and short ways to post. */
#pragma once

#include "book/book.h"
#include "ledger/types.h"

/* A new book in memory, first year 2025, with the parties KH1 KH2 NCC1 NCC2 NH DV1 and the members
 * TV1 TV2. */
SheafBook *sample_new (void);

/* The same with opening balances and the vouchers of 2025. */
SheafBook *sample_worked (void);

/* Posts one row; a party stands behind a colon: "131:KH1". Returns the voucher's id. */
gint64 sample_post (SheafBook  *book,
                    const char *date,
                    const char *debit,
                    const char *credit,
                    gint64      amount,
                    SheafScope  scope);

/* Entries of every kind between accounts of every kind in 2025, 2026 and 2027, some taken back:
 * what an accountant would never post included. */
void sample_post_at_random (SheafBook *book);

/* The day of a text, and the id of an account's code. */
SheafDate sample_day (const char *text);
gint64    sample_account (SheafBook *book, const char *code);

/* Closes a year by revenue. */
void sample_close (SheafBook *book, int year);

/* The figures of a statement as text, one line a row, with its problems at the end. */
char *sample_print (SheafBook *book, const char *form, int year, const char *to);

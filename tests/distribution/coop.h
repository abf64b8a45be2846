/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small co-op's book of 2025 for tests, its figures made for working by hand. */
#pragma once

#include "book/book.h"
#include "distribution/approval.h"

/* The plan: 5 % and 10 % to the common fund, 5 % welfare; internal 40 : 20 : 40, external by
 * capital. */
extern const char *const coop_plan;

/* Official A, B and L (left on 2025-07-01), contributing associate C, non-contributing D. Results:
 * internal 6,000,000, external 10,000,000 after 2,000,000 of tax. The year is open. */
SheafBook *coop_new (void);

/* Closes 2025 by the default keys. */
void coop_close (SheafBook *book);

/* Stores the plan, approves it on 2026-03-20. */
void coop_approve (SheafBook  *book,
                   const char *plan);

/* Posts the approval on 2026-03-31; gives the voucher. */
gint64 coop_post (SheafBook *book);

/* A voucher of one row, posted; plan may be NULL. */
void coop_voucher (SheafBook  *book,
                   SheafDate   date,
                   const char *debit,
                   const char *credit,
                   gint64      amount,
                   const char *plan);

/* A delivery of the member in product LEAF, with no ledger entry. */
void coop_deliver (SheafBook  *book,
                   SheafDate   date,
                   const char *member,
                   gint64      amount);

/* The credit balance of an account at the end of 2026. */
gint64 coop_balance (SheafBook  *book,
                     const char *account);

/* Runs the checks of distribution and ledger; gives the number of problems, each told. */
guint coop_verify (SheafBook *book);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books with something of everything that stands beside vouchers, at random. */
#pragma once

#include "book/book.h"

/* An empty book for 2025, in memory; today is 2026-05-01. */
SheafBook *test_new_book (void);

/* One with vouchers of all sorts, what they were posted for, and all that holds them in check: once
 * closed and locked, once not. */
SheafBook *test_random_book (void);

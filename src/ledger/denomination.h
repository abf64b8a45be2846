/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes and coins in circulation, from data/lists/denominations.ini. */
#pragma once

#include "base/money.h"
#include "book/book.h"

/* Those of the book's currency, of SheafMoney, the largest first; empty where the data know none,
 * and then any is taken. */
GArray *sheaf_denomination_list (SheafBook *book);

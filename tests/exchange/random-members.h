/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of a random book, with what became of them and their capital. */
#pragma once

#include "book/book.h"

/* Needs the customer KH3, who joins. The days lie in 2025. */
void test_random_members (SheafBook *book);

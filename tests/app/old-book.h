/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An older book, to begin a new one with. */
#pragma once

/* Makes a closed book of 2024 by the chart of 2017, with balances that only people can place. */
void old_book_make (const char *path);

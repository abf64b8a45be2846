/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts about the book: name, address, officers, law, rates the charter chose. The latest value of
 * a key counts; older ones stay. */
#pragma once

#include "book/book.h"

/* Keys in use: name, year-start, year-end, chart, law, sector, union (yes/no), separate (yes/no),
 * currency; address, tax-code, phone, province, bank-account, bank-bin, director, accountant,
 * chief-accountant, cashier; legal-representative, certificate-pattern, hamlet-word;
 * capital-minimum, capital-deadline-months; money-below-zero, amount-limit, attachment-limit. What
 * people may set is checked in ledger/preference.h. Returns NULL when the key has no value. Free
 * with g_free. */
char *sheaf_setting_find (SheafBook  *book,
                          const char *key);

/* Writes a value as an act, or inside the act under way. */
gboolean sheaf_setting_write (SheafBook  *book,
                              const char *key,
                              const char *value,
                              GError    **error);

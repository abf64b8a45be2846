/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the database refuses, in words for people. */
#pragma once

#include "ledger/error.h"

/* The sentence for a rule of the schema (what it raises, or the name of its constraint),
 * translated; NULL when it has none. ret_code may be NULL. */
const char *sheaf_rule_words (const char       *rule,
                              SheafLedgerError *ret_code);

/* Puts the sentence and code of this folder in place of the store's refusal; leaves other
 * errors. */
void sheaf_rule_explain (GError **error);

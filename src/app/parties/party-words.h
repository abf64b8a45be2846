/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of parties in the person's words. */
#pragma once

#include "ledger/types.h"

/* "Customer", "Supplier", … translated; static. */
const char *sheaf_party_words_kind (SheafPartyKind kind);

/* The kinds a person may choose: all but members, who come through the register. */
guint          sheaf_party_words_kinds (void);
SheafPartyKind sheaf_party_words_kind_at (guint index);
guint          sheaf_party_words_kind_index (SheafPartyKind kind);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds, scopes and sides of vouchers in the person's words. */
#pragma once

#include "ledger/types.h"

/* The kinds a person may choose, in the order of the list. */
guint            sheaf_voucher_words_kinds (void);
SheafVoucherKind sheaf_voucher_words_kind_at (guint index);
guint            sheaf_voucher_words_kind_index (SheafVoucherKind kind);

/* "Receipt", "Payment", … translated; static. */
const char *sheaf_voucher_words_kind (SheafVoucherKind kind);

/* "internal", "external", "" translated; static. */
const char *sheaf_voucher_words_scope (SheafScope scope);

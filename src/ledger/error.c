/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of ledger. */
#include "ledger/error.h"

G_DEFINE_QUARK (sheaf - ledger - error - quark, sheaf_ledger_error)

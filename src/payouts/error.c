/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of paying members. */
#include "payouts/error.h"

G_DEFINE_QUARK (sheaf - payouts - error - quark, sheaf_payouts_error)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of keeping deliveries and supplies. */
#include "trade/error.h"

G_DEFINE_QUARK (sheaf - trade - error - quark, sheaf_trade_error)

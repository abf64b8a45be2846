/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of keeping members' capital. */
#include "capital/error.h"

G_DEFINE_QUARK (sheaf - capital - error - quark, sheaf_capital_error)

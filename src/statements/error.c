/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of statements. */
#include "statements/error.h"

G_DEFINE_QUARK (sheaf - statements - error - quark, sheaf_statements_error)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of writing a year-end set. */
#include "yearend/error.h"

G_DEFINE_QUARK (sheaf - yearend - error - quark, sheaf_yearend_error)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of notices of allocation. */
#include "notices/error.h"

G_DEFINE_QUARK (sheaf - notices - error - quark, sheaf_notices_error)

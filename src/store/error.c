/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of store. */
#include "store/error.h"

G_DEFINE_QUARK (sheaf - store - error - quark, sheaf_store_error)

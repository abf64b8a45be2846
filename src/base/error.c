/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of base. */
#include "base/error.h"

G_DEFINE_QUARK (sheaf - base - error - quark, sheaf_base_error)

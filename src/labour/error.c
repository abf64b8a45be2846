/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of keeping members' labour. */
#include "labour/error.h"

G_DEFINE_QUARK (sheaf - labour - error - quark, sheaf_labour_error)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of sharing a year's income. */
#include "distribution/error.h"

G_DEFINE_QUARK (sheaf - distribution - error - quark, sheaf_distribution_error)

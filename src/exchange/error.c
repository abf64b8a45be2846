/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of files coming in and going out. */
#include "exchange/error.h"

G_DEFINE_QUARK (sheaf - exchange - error - quark, sheaf_exchange_error)

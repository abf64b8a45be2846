/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the command line. */
#include "cli/error.h"

G_DEFINE_QUARK (sheaf - cli - error - quark, sheaf_cli_error)

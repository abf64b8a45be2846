/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of making reports. */
#include "reports/error.h"

G_DEFINE_QUARK (sheaf - reports - error - quark, sheaf_reports_error)

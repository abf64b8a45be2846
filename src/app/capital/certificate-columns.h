/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the certificate desk. */
#pragma once

#include "app/capital/certificate-jobs.h"
#include "app/widgets/columns.h"

const SheafColumn *sheaf_certificate_columns (guint *ret_count);

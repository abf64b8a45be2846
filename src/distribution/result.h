/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calculation as an approval keeps it. Only distribution includes this. */
#pragma once

#include "book/act.h"
#include "distribution/compute.h"

/* Writes all of it inside the act. */
gboolean sheaf_result_insert (SheafBook               *book,
                              const SheafAct          *act,
                              gint64                   approval_id,
                              const SheafDistribution *distribution,
                              GError                 **error);

/* Reads it back as it was approved. */
SheafDistribution *sheaf_result_load (SheafBook *book,
                                      gint64     approval_id,
                                      gint64     rounding_unit,
                                      GError   **error);

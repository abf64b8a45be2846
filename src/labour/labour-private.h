/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder share. */
#pragma once

#include "labour/labour.h"

/* As sheaf_labour_list for one row. */
SheafLabour *sheaf_labour_load (SheafBook *book,
                                gint64     id,
                                GError   **error);

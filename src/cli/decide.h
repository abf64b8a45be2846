/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers to what a map between two charts asks, for the commands that need them. */
#pragma once

#include "ledger/opening-map.h"

/* Reads the answers (path may be NULL: there are none), prints what is wrong or still asked. FALSE
 * with an error when anything is. */
gboolean sheaf_command_decide (SheafOpeningMap *map,
                               const char      *path,
                               GError         **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of counts share. */
#pragma once

#include "ledger/count.h"

/* Without lines. */
SheafCount *sheaf_count_new (void);

/* An empty line of the name at the end. */
SheafCountLine *sheaf_count_add_line (SheafCount *count,
                                      const char *name);

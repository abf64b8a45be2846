/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people read where files have words of their own: events, instalments, limits, remedies. */
#pragma once

#include "cli/output.h"

/* Adds a cell: in text the title of the word, elsewhere the word as files write it. */
void sheaf_capital_words_put (SheafOutput *output,
                              const char  *word);

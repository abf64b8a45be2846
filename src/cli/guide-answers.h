/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to a case of the guide, from the options of a line. */
#pragma once

#include "cli/command.h"
#include "ledger/guide.h"

/* Reads --date, --choose, --amount, --party, --debit-party, --credit-party, --item, --scope,
 * --currency, --foreign and --description. */
SheafGuideAnswers *sheaf_guide_read_answers (const SheafCommandLine *line,
                                             SheafBook              *book,
                                             const SheafGuideCase   *entry,
                                             GError                **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guide's tables: cases, the lines of a case, the rows that a case makes. */
#pragma once

#include "cli/command.h"
#include "ledger/guide.h"

/* The cases of the array, a row each. */
gboolean sheaf_guide_output_cases (const SheafCommandLine *line,
                                   const GPtrArray        *cases,
                                   GError                **error);

/* What the case asks: its amounts, then its lines with the accounts to choose among. */
gboolean sheaf_guide_output_case (const SheafCommandLine *line,
                                  SheafBook              *book,
                                  const SheafGuide       *guide,
                                  const SheafGuideCase   *entry,
                                  GError                **error);

/* The rows of a voucher that a case made. */
gboolean sheaf_guide_output_voucher (const SheafCommandLine *line,
                                     SheafBook              *book,
                                     const SheafGuide       *guide,
                                     const SheafGuideCase   *entry,
                                     const SheafVoucher     *voucher,
                                     GError                **error);

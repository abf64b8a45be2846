/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By when a law wants shares paid. */
#pragma once

#include "base/problem.h"
#include "distribution/law.h"

/* The last day for paying the shares of the year that ends on year_end; SHEAF_DATE_NONE where the
 * law names none, or did not yet. */
SheafDate sheaf_law_pay_by (const SheafLaw *law,
                            SheafDate       year_end);

/* Adds a warning where shares of the year are decided or paid on a day after it. */
void sheaf_law_warn_late (const SheafLaw *law,
                          int             year,
                          SheafDate       year_end,
                          SheafDate       day,
                          SheafProblems  *problems);

/* For the reader of packs: "[deadline payment]"; nothing where the pack has none. */
gboolean sheaf_law_deadline_read (GKeyFile         *file,
                                  SheafLawDeadline *deadline,
                                  GError          **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of statements. */
#include "reports/reports.h"

const SheafReport sheaf_statement_reports[] = {
  { 0 },
};

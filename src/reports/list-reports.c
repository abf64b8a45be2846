/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of lists beside the prescribed ones. */
#include "reports/reports.h"

const SheafReport sheaf_list_reports[] = {
  { 0 },
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of lists beside the prescribed ones. */
#include "reports/reports.h"

#include "reports/list-ageing.h"

const SheafReport sheaf_list_reports[] = {
  { "ageing", SHEAF_REPORT_LIST, "days account party item detail buckets", sheaf_list_ageing_write,
    NULL },
  { 0 },
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of books of account. */
#include "reports/reports.h"

const SheafReport sheaf_book_reports[] = {
  { 0 },
};

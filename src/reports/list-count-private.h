/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the papers of counts share. */
#pragma once

#include "ledger/count.h"
#include "reports/list-writer.h"

typedef struct
{
  SheafBook       *book;
  SheafReportSink *sink;
  GKeyFile        *words;
  const char      *language;
  gboolean         blank; /* to be filled in by hand: what was found is left open */
} SheafCountPaper;

/* Of 05-VT. */
const SheafListColumn *sheaf_list_count_stock_columns (guint *ret_count);
gboolean               sheaf_list_count_stock_rows (const SheafCountPaper *paper,
                                                    const SheafCount      *count,
                                                    GError               **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report kept in memory, for screens and tests. */
#pragma once

#include "reports/report.h"

typedef struct
{
  SheafReportSection *section;
  GPtrArray          *rows; /* of SheafReportRow, with cells, texts and terms of their own */
} SheafCollectedSection;

typedef struct
{
  SheafReportHead *head;
  GPtrArray       *sections; /* of SheafCollectedSection */
  guint            n_rows;   /* of all sections */
  gboolean         cut;      /* rows behind the limit were left out */
} SheafCollected;

/* A sink that keeps at most limit rows (0: all). Take the report after it was finished; free the
 * sink either way. */
SheafReportSink *sheaf_collected_sink_new (guint limit);
SheafCollected  *sheaf_collected_sink_take (SheafReportSink *sink);
void             sheaf_collected_sink_free (SheafReportSink *sink);

void sheaf_collected_free (SheafCollected *collected);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCollected, sheaf_collected_free)

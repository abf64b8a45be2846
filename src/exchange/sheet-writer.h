/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lays a report out on sheets of a workbook. */
#pragma once

#include "exchange/sheet-format.h"

/* What stands around the tables. */
typedef struct
{
  const char *name;    /* of the co-op */
  const char *address; /* "" unknown */
  const char *day;     /* the date line above the signatures, filled in */
  const char *const
          *signers;   /* names of who made it, chief accountant, director; "" or NULL unknown */
  gboolean streaming; /* rows leave memory as they come: no heading may be merged downwards */
} SheafSheetFrame;

/* A sink into the workbook, which stays the caller's to close. The frame's texts must outlive
 * it. */
SheafReportSink *sheaf_sheet_writer_new (lxw_workbook          *workbook,
                                         const SheafSheetFrame *frame);
void             sheaf_sheet_writer_free (SheafReportSink *sink);

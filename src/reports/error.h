/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of making reports. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_REPORTS_ERROR_UNKNOWN,  /* no report of that code */
  SHEAF_REPORTS_ERROR_WITHHELD, /* this book has nothing of what the report is about */
  SHEAF_REPORTS_ERROR_QUESTION, /* something that the report needs was not asked, or cannot be */
  SHEAF_REPORTS_ERROR_DATA,     /* words or rules of a report that cannot be read; names the file */
} SheafReportsError;

#define SHEAF_REPORTS_ERROR (sheaf_reports_error_quark ())
GQuark sheaf_reports_error_quark (void);

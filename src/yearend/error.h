/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of writing a year-end set. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_YEAREND_ERROR_FOLDER,  /* the folder has other files, or cannot be made */
  SHEAF_YEAREND_ERROR_CODE,    /* a report that is not there */
  SHEAF_YEAREND_ERROR_YEAR,    /* a year that the book does not have */
  SHEAF_YEAREND_ERROR_STOPPED, /* by whoever was told of the progress */
} SheafYearendError;

#define SHEAF_YEAREND_ERROR (sheaf_yearend_error_quark ())
GQuark sheaf_yearend_error_quark (void);

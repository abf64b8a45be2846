/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of reading values and files. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_BASE_ERROR_INVALID, /* text that is not the value it should be */
  SHEAF_BASE_ERROR_RANGE,   /* a value outside its range */
  SHEAF_BASE_ERROR_FILE,    /* a file that cannot be read or written */
} SheafBaseError;

#define SHEAF_BASE_ERROR (sheaf_base_error_quark ())
GQuark sheaf_base_error_quark (void);

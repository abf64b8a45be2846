/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of keeping members' labour. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_LABOUR_ERROR_REFUSED,   /* an act that a rule forbids; the message is the first problem */
  SHEAF_LABOUR_ERROR_NOT_FOUND, /* no such row */
} SheafLabourError;

#define SHEAF_LABOUR_ERROR (sheaf_labour_error_quark ())
GQuark sheaf_labour_error_quark (void);

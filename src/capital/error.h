/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of keeping members' capital. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_CAPITAL_ERROR_REFUSED,   /* an act that a rule forbids; the message is the first problem */
  SHEAF_CAPITAL_ERROR_NOT_FOUND, /* no such row */
} SheafCapitalError;

#define SHEAF_CAPITAL_ERROR (sheaf_capital_error_quark ())
GQuark sheaf_capital_error_quark (void);

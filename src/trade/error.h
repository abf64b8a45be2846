/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of keeping deliveries and supplies. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_TRADE_ERROR_REFUSED,   /* an act that a rule forbids; the message is the first problem */
  SHEAF_TRADE_ERROR_NOT_FOUND, /* no such row */
} SheafTradeError;

#define SHEAF_TRADE_ERROR (sheaf_trade_error_quark ())
GQuark sheaf_trade_error_quark (void);

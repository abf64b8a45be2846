/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of notices of allocation and their redemption. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_NOTICES_ERROR_LAW,      /* the law pack knows none of the kind, or cannot be read */
  SHEAF_NOTICES_ERROR_RULE,     /* a rule of retains that cannot be followed */
  SHEAF_NOTICES_ERROR_NOTHING,  /* nothing to retain or to redeem */
  SHEAF_NOTICES_ERROR_AMOUNT,   /* more than there is */
  SHEAF_NOTICES_ERROR_REDEEMED, /* what is to be taken back was redeemed since */
} SheafNoticesError;

#define SHEAF_NOTICES_ERROR (sheaf_notices_error_quark ())
GQuark sheaf_notices_error_quark (void);

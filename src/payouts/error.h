/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of paying members. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_PAYOUTS_ERROR_STATE,     /* nothing is posted, or the day is too early */
  SHEAF_PAYOUTS_ERROR_NOTHING,   /* nobody is left to be paid */
  SHEAF_PAYOUTS_ERROR_MONEY,     /* less money there than the list needs */
  SHEAF_PAYOUTS_ERROR_NOT_FOUND, /* no such batch */
  SHEAF_PAYOUTS_ERROR_BANK,      /* what banks cannot take */
  SHEAF_PAYOUTS_ERROR_FORM,      /* a form of bank orders that cannot be read */
  SHEAF_PAYOUTS_ERROR_LIST,      /* no such year's list in the law pack */
  SHEAF_PAYOUTS_ERROR_NOTES,     /* no notes or coins that could be handed out */
  SHEAF_PAYOUTS_ERROR_RESULT,    /* an answer of the bank that does not fit the list */
} SheafPayoutsError;

#define SHEAF_PAYOUTS_ERROR (sheaf_payouts_error_quark ())
GQuark sheaf_payouts_error_quark (void);

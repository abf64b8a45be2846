/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of sharing a year's income. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_DISTRIBUTION_ERROR_LAW,      /* no such law pack, or one that is not valid for the year */
  SHEAF_DISTRIBUTION_ERROR_PLAN,     /* no plan, or one that breaks the law or its own syntax */
  SHEAF_DISTRIBUTION_ERROR_REFUSED,  /* the figures allow no distribution */
  SHEAF_DISTRIBUTION_ERROR_STATE,    /* not closed, not approved, already posted */
  SHEAF_DISTRIBUTION_ERROR_CHANGED,  /* the figures are not those that were approved */
  SHEAF_DISTRIBUTION_ERROR_NO_SHARE, /* the member has no share in the year */
} SheafDistributionError;

#define SHEAF_DISTRIBUTION_ERROR (sheaf_distribution_error_quark ())
GQuark sheaf_distribution_error_quark (void);

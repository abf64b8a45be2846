/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of files coming in and going out. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_EXCHANGE_ERROR_KIND,    /* no such kind of file */
  SHEAF_EXCHANGE_ERROR_REFUSED, /* problems were found: the list says which */
  SHEAF_EXCHANGE_ERROR_FORM,    /* a form of files that cannot be read */
  SHEAF_EXCHANGE_ERROR_FILE,    /* a folder or file that is not there or in the way */
} SheafExchangeError;

#define SHEAF_EXCHANGE_ERROR (sheaf_exchange_error_quark ())
GQuark sheaf_exchange_error_quark (void);

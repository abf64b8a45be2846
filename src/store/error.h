/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of keeping data. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_STORE_ERROR_FAILED,    /* the engine refused; the message holds its reason */
  SHEAF_STORE_ERROR_OPEN,      /* not there, not readable */
  SHEAF_STORE_ERROR_NOT_BOOK,  /* the file is something else */
  SHEAF_STORE_ERROR_NEWER,     /* made by a newer program */
  SHEAF_STORE_ERROR_READ_ONLY, /* cannot be written */
  SHEAF_STORE_ERROR_FULL,      /* no space left */
  SHEAF_STORE_ERROR_BUSY,      /* somebody else writes */
  SHEAF_STORE_ERROR_REFUSED,   /* a rule in the database refused the row; the message is the rule's
                                  name */
  SHEAF_STORE_ERROR_MISSING,   /* a row that should be there is not */
} SheafStoreError;

#define SHEAF_STORE_ERROR (sheaf_store_error_quark ())
GQuark sheaf_store_error_quark (void);

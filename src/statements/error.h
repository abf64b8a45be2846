/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of reading forms and computing statements. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_STATEMENTS_ERROR_UNKNOWN_FORM, /* no form of that code */
  SHEAF_STATEMENTS_ERROR_FORM,         /* a form that cannot be used; names file and line */
  SHEAF_STATEMENTS_ERROR_RULE,         /* a rule that cannot be read; names the character */
  SHEAF_STATEMENTS_ERROR_PERIOD,       /* a year or day the book does not have */
} SheafStatementsError;

#define SHEAF_STATEMENTS_ERROR (sheaf_statements_error_quark ())
GQuark sheaf_statements_error_quark (void);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors of the command line itself. */
#pragma once

#include <glib.h>

typedef enum
{
  SHEAF_CLI_ERROR_USAGE,  /* wrong usage: exit status 2 */
  SHEAF_CLI_ERROR_FAILED, /* refused: exit status 1 */
} SheafCliError;

#define SHEAF_CLI_ERROR (sheaf_cli_error_quark ())
GQuark sheaf_cli_error_quark (void);

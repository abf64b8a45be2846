/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A posted voucher named on the command line: KIND NUMBER, and --year where the number alone is not
 * enough. */
#pragma once

#include "cli/command.h"

/* The option --year of commands that name a voucher. */
#define SHEAF_COMMAND_VOUCHER_YEAR                                         \
  {                                                                        \
    "year", "YYYY", N_ ("the voucher's year; its only one when not given") \
  }

/* Finds the voucher that the arguments at first and after it name. Errors: SHEAF_CLI_ERROR_USAGE
 * for a kind that is none, SHEAF_CLI_ERROR_FAILED when there is no such voucher or there are some
 * in several years. */
gboolean sheaf_command_find_voucher (const SheafCommandLine *line,
                                     SheafBook              *book,
                                     guint                   first,
                                     gint64                 *ret_id,
                                     GError                **error);

/* The same for a text such as "payment/PC00001". */
gboolean sheaf_command_find_named_voucher (const SheafCommandLine *line,
                                           SheafBook              *book,
                                           const char             *text,
                                           gint64                 *ret_id,
                                           GError                **error);

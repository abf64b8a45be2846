/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Accounts and parties named on the command line by their codes. */
#pragma once

#include "cli/command.h"

/* The account or group of a code; NULL leaves *ret_id as it is. */
gboolean sheaf_command_find_account (SheafBook  *book,
                                     const char *code,
                                     gint64     *ret_id,
                                     GError    **error);

/* The party or member of a code, merged ones too; NULL leaves *ret_id as it is. */
gboolean sheaf_command_find_party (SheafBook  *book,
                                   const char *code,
                                   gint64     *ret_id,
                                   GError    **error);

/* The option --on; the book's today when it is not given. */
gboolean sheaf_command_on (const SheafCommandLine *line,
                           SheafBook              *book,
                           SheafDate              *ret_day,
                           GError                **error);

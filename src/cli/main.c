/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheaf-cli: the books on the command line. */
#include "cli/commands.h"

int
main (int    argc,
      char **argv)
{
  (void) argc;
  return sheaf_commands_run (argv + 1);
}

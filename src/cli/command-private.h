/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options that every command takes, and those of reports. */
#pragma once

#include "cli/command.h"

const SheafCommandOption *sheaf_command_common_options (void);
const SheafCommandOption *sheaf_command_report_options (void);

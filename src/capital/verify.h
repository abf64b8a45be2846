/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of keeping members' capital. */
#pragma once

#include "book/verify.h"

extern const SheafCheck sheaf_capital_checks[];

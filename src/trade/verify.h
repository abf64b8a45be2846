/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of keeping deliveries and supplies. */
#pragma once

#include "book/verify.h"

extern const SheafCheck sheaf_trade_checks[];

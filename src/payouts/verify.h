/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of payments. */
#pragma once

#include "book/verify.h"

extern const SheafCheck sheaf_payouts_checks[];

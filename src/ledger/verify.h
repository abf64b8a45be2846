/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger's checks. */
#pragma once

#include "book/verify.h"

extern const SheafCheck sheaf_ledger_checks[];

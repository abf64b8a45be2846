/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of notices of allocation. */
#pragma once

#include "book/verify.h"

extern const SheafCheck sheaf_notices_checks[];

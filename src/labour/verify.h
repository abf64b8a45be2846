/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of keeping members' labour. */
#pragma once

#include "book/verify.h"

extern const SheafCheck sheaf_labour_checks[];

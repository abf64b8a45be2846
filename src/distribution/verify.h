/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of distributions. */
#pragma once

#include "book/verify.h"

extern const SheafCheck sheaf_distribution_checks[];

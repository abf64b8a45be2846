/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of statements. */
#pragma once

#include "book/verify.h"

extern const SheafCheck sheaf_statements_checks[];

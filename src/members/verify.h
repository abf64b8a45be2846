/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of keeping the member register. */
#pragma once

#include "book/verify.h"

extern const SheafCheck sheaf_members_checks[];

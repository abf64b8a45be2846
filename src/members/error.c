/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of keeping the member register. */
#include "members/error.h"

G_DEFINE_QUARK (sheaf - members - error - quark, sheaf_members_error)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kinds of capital events a person may choose, and why each may happen. */
#pragma once

#include "capital/event.h"

/* In the order in which people meet them. */
guint            sheaf_event_kinds (void);
SheafCapitalKind sheaf_event_kind_at (guint index);
guint            sheaf_event_kind_index (SheafCapitalKind kind);

/* Words of sheaf_capital_causes that fit, up to NULL; none fits a payment. */
const char *const *sheaf_event_kind_causes (SheafCapitalKind kind);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page's words for ways of payment and states, with the styles of their chips. */
#pragma once

#include "payouts/batch.h"

/* "in cash", "through the bank"; static. */
const char *sheaf_payout_method_title (SheafPayoutMethod method);

/* "⚠ came back": the sign says it without the colour; static. */
const char *sheaf_payout_state_title (SheafPayoutState state);

/* The style of the state's chip; NULL: the plain one. */
const char *sheaf_payout_state_style (SheafPayoutState state);

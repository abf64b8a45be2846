/* SPDX-License-Identifier: GPL-3.0-or-later */
/* States are words with a sign before them; the ground's colour only repeats it. */
#include "app/payouts/payouts-words.h"

#include "base/i18n.h"

static const struct
{
  const char *title;
  const char *style;
} states[SHEAF_PAYOUT_STATES] = {
  [SHEAF_PAYOUT_TO_PAY] = { N_ ("○ to pay"), "waiting" },
  [SHEAF_PAYOUT_ORDERED] = { N_ ("◷ ordered"), "waiting" },
  [SHEAF_PAYOUT_PAID] = { N_ ("✓ paid"), NULL },
  [SHEAF_PAYOUT_BOUNCED] = { N_ ("⚠ came back"), "trouble" },
  [SHEAF_PAYOUT_UNCLAIMED] = { N_ ("⚠ not collected"), "trouble" },
  [SHEAF_PAYOUT_REVERSED] = { N_ ("⟲ reversed"), "trouble" },
};

const char *
sheaf_payout_method_title (SheafPayoutMethod method)
{
  return method == SHEAF_PAYOUT_CASH ? _ ("in cash") : _ ("through the bank");
}

const char *
sheaf_payout_state_title (SheafPayoutState state)
{
  g_return_val_if_fail (state < SHEAF_PAYOUT_STATES, "");

  return _ (states[state].title);
}

const char *
sheaf_payout_state_style (SheafPayoutState state)
{
  g_return_val_if_fail (state < SHEAF_PAYOUT_STATES, NULL);

  return states[state].style;
}

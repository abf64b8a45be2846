/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two tables. */
#include "app/capital/event-kinds.h"

static const SheafCapitalKind kinds[] = {
  SHEAF_CAPITAL_COMMIT,
  SHEAF_CAPITAL_PAY,
  SHEAF_CAPITAL_PAY_IN_KIND,
  SHEAF_CAPITAL_TRANSFER_OUT,
  SHEAF_CAPITAL_REFUND,
  SHEAF_CAPITAL_CAPITALISE,
  SHEAF_CAPITAL_REDUCE,
};

static const char *const causes[][5] = {
  [SHEAF_CAPITAL_COMMIT] = { "meeting", "other" },
  [SHEAF_CAPITAL_REDUCE] = { "deadline", "meeting", "other" },
  [SHEAF_CAPITAL_TRANSFER_OUT] = { "sale", "gift", "inheritance", "other" },
  [SHEAF_CAPITAL_REFUND] = { "leaving", "limit", "meeting", "other" },
  [SHEAF_CAPITAL_CAPITALISE] = { "meeting", "other" },
};

guint
sheaf_event_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

SheafCapitalKind
sheaf_event_kind_at (guint index)
{
  return kinds[index < G_N_ELEMENTS (kinds) ? index : 0];
}

guint
sheaf_event_kind_index (SheafCapitalKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == kind)
      return i;
  return 0;
}

const char *const *
sheaf_event_kind_causes (SheafCapitalKind kind)
{
  return causes[kind < G_N_ELEMENTS (causes) ? kind : 0];
}

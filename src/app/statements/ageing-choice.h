/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which stretches of days an ageing tells apart, and what a line of it is. */
#pragma once

#include <adwaita.h>

#define SHEAF_TYPE_AGEING_CHOICE (sheaf_ageing_choice_get_type ())
G_DECLARE_FINAL_TYPE (SheafAgeingChoice, sheaf_ageing_choice, SHEAF, AGEING_CHOICE, AdwBin)

/* The signal "changed" comes when something else has been chosen. */

/* The stretches as a report is asked for them ("30,60,90"); owned by the choice. FALSE while the
 * person's own cannot be read, which the entry says. */
gboolean sheaf_ageing_choice_get_buckets (SheafAgeingChoice *choice,
                                          const char       **ret_buckets);

/* "party" or "item". */
const char *sheaf_ageing_choice_get_detail (SheafAgeingChoice *choice);

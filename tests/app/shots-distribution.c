/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sharing the year's income, from the plan to the posting. */
#include "shots.h"

#include "window-fixture.h"

void
shots_take_distribution (SheafWindow     *window,
                         gboolean         dark,
                         const ShotsSize *size)
{
  shots_go (window, "distribution", "");
  shots_take (GTK_WIDGET (window), "distribution", dark, size);
}

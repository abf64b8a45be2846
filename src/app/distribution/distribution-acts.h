/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts of the year's end: each asks what it needs, is done on the writing thread, and says what
 * came of it. */
#pragma once

#include "app/distribution/distribution-jobs.h"
#include "app/page.h"

/* Called when the act has been done. */
typedef void (*SheafActDone) (SheafPage *page);

/* Looks what closing would write and whether anything stands against it, then asks. */
void sheaf_distribution_ask_close (SheafPage   *page,
                                   SheafActDone done);

/* Asks day, resolution, reason or way of payment, as the act needs. */
void sheaf_distribution_ask (SheafPage       *page,
                             SheafYearActKind kind,
                             SheafActDone     done);

/* Stores a plan as the year's draft. */
void sheaf_distribution_store_plan (SheafPage   *page,
                                    const char  *text,
                                    SheafActDone done);

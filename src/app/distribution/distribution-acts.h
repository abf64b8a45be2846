/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts of the year's end: each asks what it needs, is done on the writing thread, and says what
 * came of it. */
#pragma once

#include "app/distribution/distribution-jobs.h"
#include "app/page.h"

/* Called when the act has been done, or (refused, which may be NULL) was not, once that is told;
 * or (looked) when what is told before the question is known or cannot be. */
typedef void (*SheafActDone) (SheafPage *page);

/* Looks what closing would write and whether anything stands against it, then asks. looked is
 * called once it was looked, whatever came of it: until then the question is on its way. */
void sheaf_distribution_ask_close (SheafPage   *page,
                                   SheafActDone looked,
                                   SheafActDone done);

/* Looks what posting would write, then asks for its day. looked: as above. */
void sheaf_distribution_ask_post (SheafPage   *page,
                                  SheafActDone looked,
                                  SheafActDone done);

/* Asks day, reason or way of payment, as the act needs. details, of SheafActDetail, are what will
 * be written; NULL: nothing. */
void sheaf_distribution_ask (SheafPage       *page,
                             SheafYearActKind kind,
                             const GPtrArray *details,
                             SheafActDone     done);

/* A day after the year's end, when the members' meeting is held; today when that is later. */
SheafDate sheaf_distribution_propose_day (SheafPage *page);

/* Freezes the figures as the meeting resolved. */
void sheaf_distribution_approve (SheafPage          *page,
                                 const SheafMeeting *meeting,
                                 SheafActDone        done);

/* Keeps a version, takes it over as the plan, or forgets it. */
void sheaf_distribution_keep_version (SheafPage       *page,
                                      SheafYearActKind kind,
                                      const char      *name,
                                      const char      *plan,
                                      SheafActDone     done,
                                      SheafActDone     refused);

/* Stores a plan as the year's draft. */
void sheaf_distribution_store_plan (SheafPage   *page,
                                    const char  *text,
                                    SheafActDone done,
                                    SheafActDone refused);

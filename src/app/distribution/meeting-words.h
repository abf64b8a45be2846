/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The general meeting as the law sees it, in sentences. */
#pragma once

#include "distribution/meeting.h"

typedef struct
{
  gboolean met;     /* FALSE: the plan cannot be approved like this */
  gboolean to_know; /* met, but the members should be told */
  char    *text;
} SheafMeetingWord;

/* What is judged of the meeting: attendance, votes, terms, each with its article; of
 * SheafMeetingWord. Empty where the law judges nothing. */
GPtrArray *sheaf_meeting_words (const SheafMeeting *meeting,
                                const SheafLaw     *law,
                                SheafDate           year_end);

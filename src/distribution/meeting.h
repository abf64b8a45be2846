/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The general meeting that approves a distribution, judged by the law pack. */
#pragma once

#include "base/problem.h"
#include "distribution/law.h"

/* What is said of the meeting. Heads that are 0 were not said and are not judged. */
typedef struct
{
  const char *resolution; /* number and date of the resolution */
  SheafDate   date;
  const char *quorum; /* in words; NULL: from the heads, where they were said; likewise votes */
  const char *votes;
  const char *version;     /* which version of the plan; NULL: the one that counts */
  guint       members;     /* official members; a delegate counts for those he stands for */
  guint       present;     /* of them */
  guint       in_favour;   /* of those present */
  gboolean    voted;       /* in_favour was said: nobody may have been for it */
  guint       call;        /* 1 to 3: which call of the meeting; 0: the first */
  SheafDate   call_before; /* the day of the call before, which too few attended; 0: not said */
} SheafMeeting;

/* FALSE, with an error that names the article (SHEAF_DISTRIBUTION_ERROR_STATE), where the law's
 * quorum, majority or terms are not met (Law 17/2023/QH15 Art. 59 and 61); a meeting later than the
 * law's term after year_end is a warning, likewise one after the day by which shares are to be
 * paid. A pack without such rules judges nothing. */
gboolean sheaf_meeting_check (const SheafMeeting *meeting,
                              const SheafLaw     *law,
                              SheafDate           year_end,
                              SheafProblems      *problems,
                              GError            **error);

/* Reads "31/40" as 31 of 40. FALSE for anything else, which is words. */
gboolean sheaf_heads_parse (const char *text,
                            guint      *ret_part,
                            guint      *ret_whole);

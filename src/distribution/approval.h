/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The general meeting's approval: it freezes the figures and the result computed of them. */
#pragma once

#include "distribution/compute.h"
#include "distribution/draft.h"
#include "distribution/meeting.h"

typedef struct
{
  gint64    id;
  gint64    plan_id;
  int       year;
  char     *resolution; /* number and date of the resolution */
  SheafDate date;
  char     *quorum; /* may be NULL; likewise votes */
  char     *votes;
  guint     members; /* heads that were said of the meeting; 0: not said */
  guint     present;
  guint     in_favour;
  guint     call;
  char     *version; /* the plan's name; NULL: the plan itself */
  char     *inputs;  /* the figures, as sheaf_distribution_inputs_to_text writes them */
  char     *hash;    /* SHA-256 of plan, law and figures */
  gint64    rounding_unit;
  gint64    posting_id; /* the first of a posting that stands; 0: not posted, or taken back */
  gint64    voucher_id; /* likewise; all of them: sheaf_plan_voucher_list */
  SheafDate posted;     /* the day of all of them; likewise SHEAF_DATE_NONE */
} SheafApproval;

typedef enum
{
  SHEAF_PLAN_NONE,
  SHEAF_PLAN_DRAFT, /* also when the draft was changed after an approval */
  SHEAF_PLAN_APPROVED,
  SHEAF_PLAN_POSTED,
} SheafPlanState;

/* How far a year's distribution is. */
gboolean sheaf_plan_state (SheafBook      *book,
                           int             year,
                           SheafPlanState *ret_state,
                           GError        **error);

/* The year's latest approval; NULL without an error when there is none. */
SheafApproval *sheaf_approval_find (SheafBook *book,
                                    int        year,
                                    GError   **error);
void           sheaf_approval_free (SheafApproval *approval);

/* Computes the year by its draft. Warnings and refusals are added to problems; a refusal is also
 * the error. */
SheafDistribution *sheaf_distribution_simulate (SheafBook     *book,
                                                int            year,
                                                SheafProblems *problems,
                                                GError       **error);

/* What was approved; a simulation while nothing is, or when the draft was changed since. */
SheafDistribution *sheaf_distribution_load (SheafBook     *book,
                                            int            year,
                                            SheafProblems *problems,
                                            GError       **error);

/* The same by a version of the plan; NULL: the one that counts. */
SheafDistribution *sheaf_distribution_simulate_version (SheafBook     *book,
                                                        int            year,
                                                        const char    *version,
                                                        SheafProblems *problems,
                                                        GError       **error);

/* Freezes the result of the latest draft, of the meeting's version. The meeting is judged by the
 * law (sheaf_meeting_check). Refused (SHEAF_DISTRIBUTION_ERROR_STATE) while the year is open, once
 * its plan is posted, without a resolution, and for a day before the year's end. */
gboolean sheaf_plan_approve (SheafBook          *book,
                             int                 year,
                             const SheafMeeting *meeting,
                             SheafProblems      *problems,
                             GError            **error);

/* The frozen figures computed again by the plan and law they were approved under; *ret_hash_holds
 * tells whether plan, law and figures are those that were approved. For checks. */
SheafDistribution *sheaf_approval_recompute (SheafBook           *book,
                                             const SheafApproval *approval,
                                             gboolean            *ret_hash_holds,
                                             GError             **error);

/* Refuses (SHEAF_DISTRIBUTION_ERROR_CHANGED) when the book's figures are no longer those approved,
 * naming what changed. */
gboolean sheaf_approval_check_unchanged (SheafBook           *book,
                                         const SheafApproval *approval,
                                         GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafApproval, sheaf_approval_free)

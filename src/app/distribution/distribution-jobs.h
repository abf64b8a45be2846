/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the distribution page asks of the threads: the year as it stands, and the acts on it. */
#pragma once

#include "app/choices.h"
#include "distribution/approval.h"
#include "distribution/limits.h"
#include "distribution/posting.h"
#include "distribution/proof.h"
#include "ledger/closing.h"

/* What one member gets, as lists show it. */
typedef struct
{
  char      *code;
  char      *name;
  char      *name_key; /* by given name, for strcmp */
  char      *folded;   /* what a search compares */
  SheafMoney pools[SHEAF_POOLS];
  SheafMoney total;
} SheafMemberShare;

/* The year's plan and what comes out of it. */
typedef struct
{
  int                year;
  gboolean           closed;
  SheafPlanState     state;
  guint              unpaid;     /* members who are still owed of the posted distribution */
  gboolean           edited;     /* computed of a text given, not of what is stored */
  char              *sector;     /* the book's; NULL: not known */
  char              *resolution; /* of the approval; NULL while there is none */
  SheafLaw          *law;
  SheafPlan         *plan;
  SheafDistribution *result; /* NULL when the figures allow none: problems say why */
  SheafProblems     *problems;
  GPtrArray         *limits;   /* what each choice comes to; see distribution/limits.h */
  GPtrArray         *members;  /* of SheafMemberShare, by code; none without a result */
  char              *changed;  /* what is no longer as it was approved; NULL: nothing */
  GPtrArray         *versions; /* names of the year's versions, the plan itself first */
  SheafDate          year_end;
  guint              heads;         /* official members on the last day, who have a vote */
  GPtrArray         *vouchers;      /* of the posting, of SheafPlanVoucher; NULL: not posted */
  SheafProof        *proof;         /* of the posting; NULL: not posted */
  char              *counting;      /* the version that counts; NULL: the plan itself */
  SheafChoices      *fund_accounts; /* where a fund by resolution may go */
  SheafChoices      *products;      /* that may have a weight of their own */
} SheafYearPlan;

void sheaf_year_plan_free (SheafYearPlan *year_plan);

/* How many members may still be paid of a posted distribution, on whatever day it was posted. */
gboolean sheaf_year_plan_count_unpaid (SheafBook *book,
                                       int        year,
                                       guint     *ret_members,
                                       GError   **error);

/* What is asked: the stored plan (the law's defaults where there is none), or a text. */
typedef struct
{
  int   year;
  char *text; /* NULL: what is stored */
} SheafYearPlanQuestion;

void     sheaf_year_plan_question_free (SheafYearPlanQuestion *question);
gpointer sheaf_year_plan_job (gpointer connection,
                              gpointer data,
                              GError **error);

typedef enum
{
  SHEAF_YEAR_CLOSE,
  SHEAF_YEAR_REOPEN,
  SHEAF_YEAR_STORE_PLAN,
  SHEAF_YEAR_STORE_VERSION,
  SHEAF_YEAR_TAKE_VERSION,
  SHEAF_YEAR_FORGET_VERSION,
  SHEAF_YEAR_APPROVE,
  SHEAF_YEAR_POST,
  SHEAF_YEAR_UNPOST,
} SheafYearActKind;

typedef struct
{
  SheafYearActKind kind;
  int              year;
  SheafDate        date;
  char            *text;   /* the plan, the resolution or the reason */
  char            *name;   /* of a version; NULL: the plan that counts */
  SheafMeeting     heads;  /* of an approval: its numbers; the texts are those above */
  guint            choice; /* SheafClosingKey */
} SheafYearAct;

void sheaf_year_act_free (SheafYearAct *act);

/* What came of an act: what was found (warnings, or why it was refused), and the refusal, NULL
 * where it was done. */
typedef struct
{
  SheafProblems *problems;
  GError        *refusal;
} SheafYearActed;

void sheaf_year_acted_free (SheafYearActed *acted);

/* Does the act; gives a SheafYearActed, of a refusal too. */
gpointer sheaf_year_act_job (gpointer connection,
                             gpointer data,
                             GError **error);

/* What closing would write, before it is done. */
typedef struct
{
  guint          rows;
  SheafMoney     result[SHEAF_SIDES];
  SheafProblems *problems; /* of the checks that closing should not be done against */
} SheafClosingPreview;

void sheaf_closing_preview_free (SheafClosingPreview *preview);

/* data is an int *: the year. */
gpointer sheaf_closing_preview_job (gpointer connection,
                                    gpointer data,
                                    GError **error);

/* What posting would write, before it is done: of SheafPlanStepSum. data is an int *: the year. */
gpointer sheaf_post_preview_job (gpointer connection,
                                 gpointer data,
                                 GError **error);

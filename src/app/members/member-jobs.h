/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the register's dialogs ask of the threads. */
#pragma once

#include "app/choices.h"
#include "capital/balance.h"
#include "members/member.h"
#include "members/membership.h"

/* A member to be entered (party_id 0) or corrected. */
typedef struct
{
  SheafMember *member;
  char        *agreement_number; /* of a new member under agreement; may be NULL */
  SheafDate    agreement_until;
  char        *reason; /* of a correction */
} SheafMemberWish;

/* What people should know before something is entered. */
typedef struct
{
  SheafProblems *problems;
  GPtrArray     *alike; /* of char *: sentences on who may be the same person */
} SheafMemberFindings;

/* What stands behind a member's dialogs. */
typedef struct
{
  SheafMember        *member;
  GPtrArray          *events;      /* of SheafMembershipEvent */
  GPtrArray          *corrections; /* of SheafMemberCorrection */
  SheafCapitalBalance capital;     /* on the day asked for; likewise below */
  SheafMemberState    state;
  char               *certificate; /* its number; NULL: none in force */
  GPtrArray          *open;        /* of char *: account, what it is, and balance */
} SheafMemberSheet;

typedef struct
{
  gint64    party_id;
  SheafDate on;
} SheafMemberQuestion;

typedef struct
{
  gint64 id; /* the event */
  char  *reason;
} SheafTakeBackWish;

void                 sheaf_member_wish_free (SheafMemberWish *wish);
void                 sheaf_member_findings_free (SheafMemberFindings *findings);
void                 sheaf_member_sheet_free (SheafMemberSheet *sheet);
SheafMemberQuestion *sheaf_member_question_new (gint64    party_id,
                                                SheafDate on);
void                 sheaf_take_back_wish_free (SheafTakeBackWish *wish);

/* Jobs that read. check, alike: data SheafMemberWish, result SheafMemberFindings (alike: only who
 * may be the same). load: data SheafMemberQuestion, result SheafMemberSheet. banks: no data, result
 * SheafChoices, by number. check_events: data GPtrArray of SheafMembershipEvent, result
 * SheafMemberFindings. */
gpointer sheaf_member_check_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_member_alike_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_member_load_job (gpointer connection,
                                gpointer data,
                                GError **error);
gpointer sheaf_member_banks_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_member_check_events_job (gpointer connection,
                                        gpointer data,
                                        GError **error);

/* Jobs that write; each gives the party's id (gint64 *), take_back the event's. save: data
 * SheafMemberWish. enter: data GPtrArray of SheafMembershipEvent, of one person. take_back: data
 * SheafTakeBackWish. */
gpointer sheaf_member_save_job (gpointer connection,
                                gpointer data,
                                GError **error);
gpointer sheaf_member_enter_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_member_take_back_job (gpointer connection,
                                     gpointer data,
                                     GError **error);

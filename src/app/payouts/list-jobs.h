/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of payments before it is made, and its making. */
#pragma once

#include "base/problem.h"
#include "payouts/batch.h"

/* Who is put on the list. */
typedef enum
{
  SHEAF_LIST_CASH,         /* everyone, in cash */
  SHEAF_LIST_BANK,         /* everyone whose account is known, through the bank */
  SHEAF_LIST_CASH_WITHOUT, /* those whose account is not known, in cash */
} SheafListWay;

/* What the person chose; codes are NULL-terminated, NULL: none. */
typedef struct
{
  int          year;
  SheafListWay way;
  SheafDate    date;
  SheafMoney   minimum; /* below 0: the plan's */
  SheafRate    part;    /* 0: the whole share */
  gboolean     earlier;
  gboolean     set_off;
  char       **keep_debts;
  char       **only;
} SheafListWish;

SheafListWish *sheaf_list_wish_copy (const SheafListWish *wish);
void           sheaf_list_wish_free (SheafListWish *wish);

/* What the list would be. */
typedef struct
{
  SheafPayoutBatch *batch;    /* NULL: refusal says why */
  GError           *refusal;  /* NULL: none */
  SheafProblems    *problems; /* who is left open, and why */
  guint             members;
  SheafMoney        gross;
  SheafMoney        tax;
  SheafMoney        set_off;
  SheafMoney        net;
  SheafMoney        there; /* in cash or at the bank on the day */
} SheafListLook;

void sheaf_list_look_free (SheafListLook *look);

/* data: SheafListWish. Result: SheafListLook; what the core refuses is in it. */
gpointer sheaf_list_look_job (gpointer connection,
                              gpointer data,
                              GError **error);

typedef struct
{
  gint64         id;
  SheafProblems *problems; /* warnings */
} SheafListMade;

void sheaf_list_made_free (SheafListMade *made);

/* data: SheafListWish. Result: SheafListMade. */
gpointer sheaf_list_make_job (gpointer connection,
                              gpointer data,
                              GError **error);

/* The findings as they are told: with the code in front, and only as many as people read. Free with
 * sheaf_problems_free. */
SheafProblems *sheaf_list_problems_cut (const SheafProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafListWish, sheaf_list_wish_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafListLook, sheaf_list_look_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafListMade, sheaf_list_made_free)

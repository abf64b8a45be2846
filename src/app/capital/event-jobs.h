/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the dialog of a capital event asks of the threads: look, enter, take back. */
#pragma once

#include "capital/preview.h"

/* What an event would do, and what law and books say to it. */
typedef struct
{
  SheafProblems       *problems; /* their columns name the fields, as in files */
  SheafCapitalPreview *preview;  /* NULL while member or day is missing */
  char                *entry;    /* the voucher in lines; NULL: none */
  char                *debts;    /* of a refund: the member's own, a line each; else NULL */
  char                *solvency; /* of a refund: what the co-op keeps, as a sentence; else NULL */
} SheafCapitalLook;

void sheaf_capital_look_free (SheafCapitalLook *look);

typedef struct
{
  SheafCapitalEvent *event;
  gboolean           confirmed; /* the person has seen the warnings */
} SheafCapitalEntering;

void sheaf_capital_entering_free (SheafCapitalEntering *entering);

typedef struct
{
  gint64    id;
  SheafDate date;
  char     *reason;
  gboolean  confirmed; /* as above */
} SheafCapitalTakingBack;

void sheaf_capital_taking_back_free (SheafCapitalTakingBack *taking);

/* What became of it; not done with warnings only: nothing has happened yet, the person is to be
 * asked. */
typedef struct
{
  gboolean       done;
  SheafProblems *problems;
  char          *number;          /* of the voucher; NULL: none */
  char          *place;           /* of it on the vouchers' page */
  gboolean       certificate_due; /* the member is to get one now */
} SheafCapitalDone;

void sheaf_capital_done_free (SheafCapitalDone *done);

/* The place of a voucher on the vouchers' page. Free with g_free. */
char *sheaf_capital_voucher_place (SheafDate date,
                                   gint64    voucher_id);

/* Jobs. look: data SheafCapitalEvent, result SheafCapitalLook, of the reading thread. enter, take
 * back: data as above, result SheafCapitalDone; refused with findings rather than an error. */
gpointer sheaf_capital_look_job (gpointer connection,
                                 gpointer data,
                                 GError **error);
gpointer sheaf_capital_enter_job (gpointer connection,
                                  gpointer data,
                                  GError **error);
gpointer sheaf_capital_take_back_job (gpointer connection,
                                      gpointer data,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCapitalLook, sheaf_capital_look_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafCapitalDone, sheaf_capital_done_free)

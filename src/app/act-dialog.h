/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what an act on the books needs (a day, a reason, a choice) before it is done. */
#pragma once

#include "base/date.h"
#include "base/problem.h"

#include <adwaita.h>

#define SHEAF_TYPE_ACT_DIALOG (sheaf_act_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SheafActDialog, sheaf_act_dialog, SHEAF, ACT_DIALOG, AdwMessageDialog)

/* A line of what the act writes. */
typedef struct
{
  char *title;
  char *value; /* an amount or a day: it stands right */
} SheafActDetail;

/* Takes both texts. */
SheafActDetail *sheaf_act_detail_new (char *title,
                                      char *value);
void            sheaf_act_detail_free (SheafActDetail *detail);

typedef struct
{
  const char          *heading;
  const char          *body;
  const GPtrArray     *details; /* of SheafActDetail, below the body; NULL: none */
  const char          *accept;  /* label of the button */
  gboolean             destructive;
  SheafDate            date;         /* proposed; SHEAF_DATE_NONE: no day is asked */
  const char          *text_label;   /* of a text that must be given; NULL: none is asked */
  gboolean             text_free;    /* it may be left empty */
  const char          *extra_label;  /* of a second text, which may be left empty; NULL: none */
  const char          *extra_hint;   /* what stands for it then */
  const char          *choice_label; /* NULL: nothing is to be chosen */
  const char *const   *choices;      /* NULL-terminated, translated */
  guint                choice;       /* which of them is proposed */
  const SheafProblems *problems;     /* what the person should know; may be NULL */
} SheafActQuestion;

/* Its response "accept" can be given once everything asked is there. */
GtkWidget  *sheaf_act_dialog_new (GtkWindow              *parent,
                                  const SheafActQuestion *question);
SheafDate   sheaf_act_dialog_get_date (SheafActDialog *dialog);
const char *sheaf_act_dialog_get_text (SheafActDialog *dialog);
const char *sheaf_act_dialog_get_extra (SheafActDialog *dialog);
guint       sheaf_act_dialog_get_choice (SheafActDialog *dialog);

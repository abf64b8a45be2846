/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form as its rows are made; only plan-form*.c include this. */
#pragma once

#include "app/distribution/plan-entry.h"
#include "app/distribution/plan-form.h"

/* Rows are added to one of two grids: what every plan chooses, and the rarer choices. */
typedef enum
{
  SHEAF_PLAN_FORM_BASIC,
  SHEAF_PLAN_FORM_MORE,
} SheafPlanFormPart;
#define SHEAF_PLAN_FORM_PARTS 2

struct _SheafPlanForm
{
  GtkWidget         parent_instance;
  GtkBox           *box;
  GtkExpander      *more;
  GtkGrid          *grids[SHEAF_PLAN_FORM_PARTS];
  int               rows[SHEAF_PLAN_FORM_PARTS];
  SheafPlanFormPart part; /* where rows are added */
  GKeyFile         *file; /* the plan shown, with what was changed */
  GPtrArray        *entries;
  GPtrArray        *amounts; /* labels of what a rate comes to */
  GPtrArray        *notes;   /* labels of what the law asks */
  gboolean          editable;
  gboolean          showing;
};

void sheaf_plan_form_heading (SheafPlanForm *form,
                              const char    *text);

/* The heads of the two columns of profits. */
void sheaf_plan_form_sides (SheafPlanForm *form);

/* In the first column of the row at work. */
void sheaf_plan_form_label (SheafPlanForm *form,
                            const char    *text);

/* An entry in the row at work, in column 1 or 2, over so many columns. A rate has its amount below
 * it where with_amount. */
GtkWidget *sheaf_plan_form_entry (SheafPlanForm            *form,
                                  const SheafPlanEntrySpec *spec,
                                  int                       column,
                                  int                       width,
                                  gboolean                  with_amount);

/* A button in the last column that takes a group, or one key of it, out of the plan. */
void sheaf_plan_form_remove_button (SheafPlanForm *form,
                                    const char    *group,
                                    const char    *key,
                                    const char    *label);

/* A button of a row of its own that does an action of the page. */
void sheaf_plan_form_add_button (SheafPlanForm *form,
                                 const char    *label,
                                 const char    *action);

/* The row is done. */
void sheaf_plan_form_next (SheafPlanForm *form);

/* A row for what the law says of the group and key (NULL: of the keys together); hidden while it
 * says nothing. */
void sheaf_plan_form_note (SheafPlanForm *form,
                           const char    *group,
                           const char    *key);

/* What every plan chooses; what few do. */
void sheaf_plan_form_add_basic (SheafPlanForm   *form,
                                const SheafPlan *plan,
                                const SheafLaw  *law);
void sheaf_plan_form_add_more (SheafPlanForm   *form,
                               const SheafPlan *plan,
                               const SheafLaw  *law,
                               const char      *sector);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices of a plan, each with what it comes to and the law's floor beside it. */
#pragma once

#include "distribution/limits.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_PLAN_FORM (sheaf_plan_form_get_type ())
G_DECLARE_FINAL_TYPE (SheafPlanForm, sheaf_plan_form, SHEAF, PLAN_FORM, GtkWidget)

/* Shows a plan of a book of the sector (NULL: not known); what was typed before is gone. */
void sheaf_plan_form_show (SheafPlanForm   *form,
                           const SheafPlan *plan,
                           const SheafLaw  *law,
                           const char      *sector,
                           gboolean         editable);

/* Writes beside the choices what they come to and what the law asks; what breaks it is marked. A
 * problem that names one of the form's fields ("[common-fund] base") is told there: gives those
 * that the form tells, of const SheafProblem. Free with g_ptr_array_unref. */
GPtrArray *sheaf_plan_form_judge (SheafPlanForm       *form,
                                  const GPtrArray     *limits,
                                  const SheafProblems *problems);

/* The plan as a text for sheaf_plan_parse; NULL when a field cannot be read (it is marked).
 * "changed" comes after each change. Free with g_free. */
char *sheaf_plan_form_read (SheafPlanForm *form);

/* Writes a value into the plan, as for a fund that is added. "rebuild" comes after
 * sheaf_plan_form_rebuild and after something was removed: the plan as it now is, is to be shown
 * again. */
void sheaf_plan_form_set (SheafPlanForm *form,
                          const char    *group,
                          const char    *key,
                          const char    *value);
void sheaf_plan_form_rebuild (SheafPlanForm *form);

/* "fund fund-1": a group of the kind that is not there yet. Free with g_free. */
char *sheaf_plan_form_new_group (SheafPlanForm *form,
                                 const char    *kind);

/* The plan as changed, whether or not all fields can be read. Free with g_free. */
char *sheaf_plan_form_get_text (SheafPlanForm *form);

/* Puts the focus on the first entry of the group; on the first of all where it has none. */
void sheaf_plan_form_focus (SheafPlanForm *form,
                            const char    *group);

/* The entry of a value; NULL where the form shows none. */
GtkWidget *sheaf_plan_form_find (SheafPlanForm *form,
                                 const char    *group,
                                 const char    *key);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The choices of a plan, each with the law's floor beside it. */
#pragma once

#include "distribution/plan.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_PLAN_FORM (sheaf_plan_form_get_type ())
G_DECLARE_FINAL_TYPE (SheafPlanForm, sheaf_plan_form, SHEAF, PLAN_FORM, GtkWidget)

/* Shows a plan; what was typed before is gone. */
void sheaf_plan_form_show (SheafPlanForm   *form,
                           const SheafPlan *plan,
                           const SheafLaw  *law,
                           gboolean         editable);

/* The plan as a text for sheaf_plan_parse; NULL when a field cannot be read (it is marked).
 * "changed" comes after each change. Free with g_free. */
char *sheaf_plan_form_read (SheafPlanForm *form);

/* Adds a fund by resolution with a rate of 0. "rebuild" comes after this and after a fund was
 * removed: the plan as it now is, is to be shown again. */
void sheaf_plan_form_add_fund (SheafPlanForm *form,
                               const char    *title,
                               const char    *account);

/* The plan as changed, whether or not all fields can be read. Free with g_free. */
char *sheaf_plan_form_get_text (SheafPlanForm *form);

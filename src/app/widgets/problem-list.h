/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows findings about what was typed, all at once. */
#pragma once

#include "base/problem.h"

#include <gtk/gtk.h>

#define SHEAF_TYPE_PROBLEM_LIST (sheaf_problem_list_get_type ())
G_DECLARE_FINAL_TYPE (SheafProblemList, sheaf_problem_list, SHEAF, PROBLEM_LIST, GtkWidget)

/* Hidden while there is nothing to say. */
GtkWidget *sheaf_problem_list_new (void);

/* Copies the findings; NULL or an empty list hides. */
void sheaf_problem_list_show (SheafProblemList    *list,
                              const SheafProblems *problems);

/* One finding. */
void sheaf_problem_list_show_text (SheafProblemList *list,
                                   const char       *text);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One balance of an old book whose place in the new chart a human decides: the accounts it may go
 * to, each with an amount where it is divided. */
#pragma once

#include "ledger/opening-map.h"

#include <adwaita.h>

#define SHEAF_TYPE_CARRY_QUESTION (sheaf_carry_question_get_type ())
G_DECLARE_FINAL_TYPE (
    SheafCarryQuestion, sheaf_carry_question, SHEAF, CARRY_QUESTION, AdwPreferencesGroup)

/* The balance stays its owner's and must outlive the widget. */
GtkWidget *sheaf_carry_question_new (const SheafOpeningMap *map,
                                     SheafMapBalance       *balance);

/* Writes the answers into the map, instead of those before; what cannot be read is a problem. */
void sheaf_carry_question_answer (SheafCarryQuestion *question,
                                  SheafOpeningMap    *map,
                                  SheafProblems      *problems);

/* For tests: chooses an account, with an amount as typed ("" the rest). */
void sheaf_carry_question_choose (SheafCarryQuestion *question,
                                  guint               target,
                                  const char         *amount);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No balance may be left without a line, and the lines must agree with each other. */
#pragma once

#include "base/problem.h"
#include "statements/figures.h"

/* Adds a problem for each check of the form that does not hold at the moment (lines are the values
 * of sheaf_figures_evaluate), then one for each account or pair of accounts that makes the
 * difference, with its number and the amount. */
void sheaf_coverage_check (const SheafFigures *figures,
                           const SheafForm    *form,
                           const SheafMoney   *lines,
                           SheafFiguresMoment  moment,
                           SheafProblems      *problems);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warnings of acts that went through, brought from the writing thread to the person. */
#pragma once

#include "base/problem.h"
#include "book/act.h"

/* From now on each warning of the book comes as a dialog over the active window. */
void sheaf_warnings_listen (SheafBook *book);

/* Adds what the act would warn of were it committed now to the findings, for asking the person
 * before. FALSE where committing would be refused. */
gboolean sheaf_warnings_ask (SheafAct      *act,
                             SheafProblems *problems,
                             GError       **error);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window says to the person: failures as dialogs, acts done as toasts. */
#pragma once

#include "app/widgets/problem-list.h"
#include "base/problem.h"

#include <adwaita.h>

/* A dialog over the widget's window; over the program's when it has none any more (widget may be
 * NULL). */
void sheaf_messages_show_error (GtkWidget    *widget,
                                const char   *heading,
                                const GError *error);
void sheaf_messages_show_text (GtkWidget  *widget,
                               const char *heading,
                               const char *text);

/* A refused act: told in the dialog where it was asked for, or, when that has been closed meanwhile
 * (or problems is NULL), over the program's window. What was cancelled, as the book was closed, is
 * not told. */
void sheaf_messages_show_refusal (SheafProblemList *problems,
                                  const GError     *error);

/* Findings as a list in a dialog. */
void sheaf_messages_show_problems (GtkWidget           *widget,
                                   const char          *heading,
                                   const SheafProblems *problems);

/* The sentences of findings, one a line. Free with g_free. */
char *sheaf_messages_join (const SheafProblems *problems);

/* Asks whether to go on; accepted is called with the widget if so, as long as it is there. */
void sheaf_messages_ask (GtkWidget  *widget,
                         const char *heading,
                         const char *text,
                         const char *accept_label,
                         void (*accepted) (gpointer widget));

/* A toast at the bottom of the widget's window. */
void sheaf_messages_toast (GtkWidget  *widget,
                           const char *text);

/* As above with a button that runs an action; target may be NULL. */
void sheaf_messages_toast_with_action (GtkWidget  *widget,
                                       const char *text,
                                       const char *button,
                                       const char *action,
                                       GVariant   *target);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a member's dialogs by the names of their fields: "hamlet" is the row "hamlet_row" of
 * the template. Names are those of a file's columns, so that findings find their row. */
#pragma once

#include "members/member.h"

#include <adwaita.h>

/* Binds the rows of a template; names up to NULL. */
void       sheaf_member_form_bind (GtkWidgetClass    *widget_class,
                                   const char *const *names);
GtkWidget *sheaf_member_form_part (GtkWidget  *dialog,
                                   const char *name);

/* What stands in a row of text, cleaned; NULL when it is empty. Free with g_free. */
char *sheaf_member_form_text (GtkWidget  *dialog,
                              const char *field);
void  sheaf_member_form_set_text (GtkWidget  *dialog,
                                  const char *field,
                                  const char *text);

/* A day typed, none when the row is empty; what is no day becomes a problem of the field. */
SheafDate sheaf_member_form_day (GtkWidget     *dialog,
                                 const char    *field,
                                 SheafDate      context,
                                 SheafProblems *problems);
void      sheaf_member_form_set_day (GtkWidget  *dialog,
                                     const char *field,
                                     SheafDate   day);

/* The facts of the record from the rows and back; bank and choices are the dialog's own. */
void sheaf_member_form_read (GtkWidget     *dialog,
                             SheafMember   *member,
                             SheafDate      context,
                             SheafProblems *problems);
void sheaf_member_form_show (GtkWidget         *dialog,
                             const SheafMember *member);

/* Marks the rows that have errors, each with its sentence, clears the others' marks, and puts the
 * focus into the first one marked. */
void sheaf_member_form_mark (GtkWidget           *dialog,
                             const char *const   *names,
                             const SheafProblems *problems);

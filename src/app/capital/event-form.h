/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of one capital event; those that its kind does not know are not shown. "changed" comes
 * when any of them was. */
#pragma once

#include "app/session.h"
#include "capital/event.h"

#include <adwaita.h>

#define SHEAF_TYPE_EVENT_FORM (sheaf_event_form_get_type ())
G_DECLARE_FINAL_TYPE (SheafEventForm, sheaf_event_form, SHEAF, EVENT_FORM, AdwBin)

/* Offers the session's parties and accounts, and shows what of the event is there: kind, member,
 * day, amount, cause. */
void sheaf_event_form_begin (SheafEventForm          *form,
                             SheafSession            *session,
                             const SheafCapitalEvent *proposal);

/* The event as typed. What cannot be read is left out, and told in problems under its field's
 * name. */
SheafCapitalEvent *sheaf_event_form_read (SheafEventForm *form,
                                          SheafProblems  *problems);

/* Says at each field what is wrong there, and only there; NULL: nothing is. Warnings mark
 * nothing. */
void sheaf_event_form_mark (SheafEventForm      *form,
                            const SheafProblems *problems);

/* Typing begins at the kind. */
void sheaf_event_form_focus (SheafEventForm *form);

/* Puts the focus where the first of the errors is. */
void sheaf_event_form_go_to (SheafEventForm      *form,
                             const SheafProblems *problems);

/* TRUE when something is typed in the field of the name; of a choice always. */
gboolean sheaf_event_form_has (SheafEventForm *form,
                               const char     *column);

/* TRUE while the person is typing in the field of the name. */
gboolean sheaf_event_form_is_at (SheafEventForm *form,
                                 const char     *column);

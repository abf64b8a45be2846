/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist at work: each line is looked at beside the other reading, its row says how it
 * stands as soon as that is known, and all can be stopped. */
#pragma once

#include "app/page.h"
#include "base/problem.h"

#define SHEAF_TYPE_CLOSING_LIST (sheaf_closing_list_get_type ())
G_DECLARE_FINAL_TYPE (SheafClosingList, sheaf_closing_list, SHEAF, CLOSING_LIST, AdwBin)

/* The signal "looked" comes when looking begins, with each line, and when it was stopped. */

/* Looks at every line for the year; what was under way is given up. page is above the list. */
void sheaf_closing_list_look (SheafClosingList *list,
                              SheafPage        *page,
                              int               year);

/* What has not begun is left out; its rows say so. */
void sheaf_closing_list_stop (SheafClosingList *list);

gboolean sheaf_closing_list_is_looking (SheafClosingList *list);

/* How many lines are open or must be mended, of those that were looked at. */
guint sheaf_closing_list_get_left (SheafClosingList *list);

/* Adds a warning for each of these, and for each that was not looked at. */
void sheaf_closing_list_warn (SheafClosingList *list,
                              SheafProblems    *problems);

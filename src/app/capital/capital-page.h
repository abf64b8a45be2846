/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members' capital on any day: what is due, who holds how much, what happened. Its places: "due",
 * "ownership", "events", a member's code (that member's events), "new" or "new CODE" (the dialog of
 * an event). */
#pragma once

#include "app/capital/capital-jobs.h"
#include "app/page.h"

#define SHEAF_TYPE_CAPITAL_PAGE (sheaf_capital_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafCapitalPage, sheaf_capital_page, SHEAF, CAPITAL_PAGE, SheafPage)

/* For its acts: what was read (NULL: not yet), the event selected while events are shown (NULL:
 * none), the member whose events are shown or of the selected row (0: none). */
const SheafCapitalTable *sheaf_capital_page_get_table (SheafCapitalPage *page);
const SheafCapitalLine  *sheaf_capital_page_get_line (SheafCapitalPage *page);
/* The row of what is due while that is shown. */
const SheafCapitalDue *sheaf_capital_page_get_due (SheafCapitalPage *page);
gint64                 sheaf_capital_page_get_member (SheafCapitalPage *page);

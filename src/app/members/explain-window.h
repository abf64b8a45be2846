/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a member got what the member got: one year's share, line by line, in a window of its own. */
#pragma once

#include "app/page.h"
#include "base/date.h"

#define SHEAF_TYPE_EXPLAIN_WINDOW (sheaf_explain_window_get_type ())
G_DECLARE_FINAL_TYPE (SheafExplainWindow, sheaf_explain_window, SHEAF, EXPLAIN_WINDOW, AdwWindow)

/* Over the page's window, closed by Escape; begins with the latest year that was approved by the
 * day and gave the member something, and lets others be chosen. */
void sheaf_explain_window_show (SheafPage  *page,
                                const char *code,
                                const char *name,
                                SheafDate   day);

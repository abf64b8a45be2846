/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report in a window of its own, to be looked at. */
#pragma once

#include "app/page.h"
#include "reports/collected.h"

/* Takes the report; over the page's window, closed by Escape. */
void sheaf_report_window_show (SheafPage      *page,
                               SheafCollected *collected);

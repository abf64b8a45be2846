/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prints a paper that was made. */
#pragma once

#include "app/documents/paper-jobs.h"
#include "app/page.h"

/* Asks for the printer once the pages are recorded; failures are said in the page's window. */
void sheaf_paper_print (SheafPage      *page,
                        SheafMadePaper *paper,
                        const char     *title);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF shows, and that all of it can be read. */
#pragma once

#include <glib.h>

/* What a PDF says, laid out as it stands on the page; NULL where no reader is installed. Free with
 * g_free. Fails the test as test_paper_expect_clear does. */
char *test_paper_text (const char *path);

/* How many words of the PDF stand on another one, or twice at one spot, each told: what is drawn
 * twice looks bold at the most, and readers leave the second out. 0 where no reader is
 * installed. */
guint test_paper_count_meeting (const char *path);

/* Fails the test where there is one. */
void test_paper_expect_clear (const char *path);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A paper as it will print, page by page. */
#pragma once

#include "app/documents/paper-jobs.h"
#include "app/page.h"

#define SHEAF_TYPE_PAPER_PREVIEW (sheaf_paper_preview_get_type ())
G_DECLARE_FINAL_TYPE (SheafPaperPreview, sheaf_paper_preview, SHEAF, PAPER_PREVIEW, AdwBin)

/* Shows the first page. */
void sheaf_paper_preview_show (SheafPaperPreview *preview,
                               SheafPage         *page,
                               SheafMadePaper    *paper);

/* Says why there is no paper. */
void sheaf_paper_preview_show_reason (SheafPaperPreview *preview,
                                      const char        *reason);

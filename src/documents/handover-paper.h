/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The record of a contribution in kind that is handed over (biên bản giao nhận tài sản góp vốn, Law
 * 17/2023 Art. 76.3). */
#pragma once

#include "book/book.h"

/* What the member handed over on the day, as PDF; language is "vi" (NULL), "en" or "fr". Errors:
 * SHEAF_DOCUMENTS_ERROR_EMPTY when nothing was paid in kind on the day, _DATA, _FONT, _PDF. */
GBytes *sheaf_handover_paper_make (SheafBook  *book,
                                   gint64      party_id,
                                   SheafDate   day,
                                   const char *language,
                                   GError    **error);

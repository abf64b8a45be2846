/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the search finds, in the order it is shown, and where each leads. */
#pragma once

#include "ledger/search.h"

/* The kinds in the order of the list. */
guint           sheaf_search_kinds (void);
SheafSearchKind sheaf_search_kind_at (guint place);

/* "Vouchers", translated; static. */
const char *sheaf_search_kind_title (SheafSearchKind kind);

/* The page that shows the hit and the place on it. FALSE for what has no page. Free *ret_detail
 * with g_free. */
gboolean sheaf_search_hit_place (const SheafSearchHit *hit,
                                 const char          **ret_page,
                                 char                **ret_detail);

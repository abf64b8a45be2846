/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The co-op's own templates: vouchers that are entered again and again, kept under a name. Cells
 * may be empty (typed each time) or sums such as =250*6000. */
#pragma once

#include "ledger/draft.h"

typedef struct
{
  char            *name;
  SheafVoucherKind kind; /* 0: to be chosen each time */
  char            *description;
  guint            rows;
} SheafOwnTemplate;

void sheaf_own_template_free (SheafOwnTemplate *template);

/* Keeps the draft's cells under a name of 1 to 60 letters, as an act or inside the one under way;
 * day, number and invoices are left out. A template of that name is replaced. Refused:
 * SHEAF_LEDGER_ERROR_TEMPLATE (no name, no row). To keep a posted voucher: sheaf_voucher_copy. */
gboolean sheaf_own_template_save (SheafBook        *book,
                                  const char       *name,
                                  const SheafDraft *draft,
                                  GError          **error);

/* All templates by name, or those whose name has the words, accents ignored; of
 * SheafOwnTemplate. */
GPtrArray *sheaf_own_template_list (SheafBook  *book,
                                    const char *words,
                                    GError    **error);

/* A draft (not saved) to be typed on; SHEAF_LEDGER_ERROR_NOT_FOUND when there is none of the
 * name. */
SheafDraft *sheaf_own_template_use (SheafBook  *book,
                                    const char *name,
                                    GError    **error);

/* Takes it away. Refused while an entry that comes again stands on it: end that first. */
gboolean sheaf_own_template_drop (SheafBook  *book,
                                  const char *name,
                                  GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafOwnTemplate, sheaf_own_template_free)

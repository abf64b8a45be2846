/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures that ratios are made of. */
#pragma once

#include "statements/ratio.h"

/* Statements, totals and due days of the years, each read once. */
typedef struct _SheafRatioFigures SheafRatioFigures;

SheafRatioFigures *sheaf_ratio_figures_new (SheafBook *book);
void               sheaf_ratio_figures_free (SheafRatioFigures *figures);

/* The figure of a term of a year. An error names a term that cannot be read. */
gboolean sheaf_ratio_term_evaluate (SheafRatioFigures *figures,
                                    const char        *term,
                                    int                year,
                                    SheafRatioFigure  *ret_figure,
                                    gboolean          *ret_answered,
                                    GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafRatioFigures, sheaf_ratio_figures_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the book says of a year whatever its plan: read once, weighed by every plan that is
 * tried. */
#pragma once

#include "capital/balance.h"
#include "distribution/inputs.h"
#include "ledger/totals.h"
#include "members/membership.h"

/* Read only, but by the two functions that add to it below. */
typedef struct
{
  SheafBook   *book;
  int          year;
  char        *law; /* text of the pack that it was read for */
  SheafDate    from;
  SheafDate    to;
  SheafMoney   result[SHEAF_SIDES]; /* as in SheafDistributionInputs, likewise below */
  SheafMoney   income[SHEAF_SIDES];
  SheafMoney   brought[SHEAF_SIDES];
  SheafTotals *totals;          /* of the year */
  GHashTable  *everyone;        /* sheaf_member_spans_all */
  GHashTable  *codes;           /* sheaf_member_codes */
  GPtrArray   *uses;            /* of SheafUse, on days with the right to share by use */
  GPtrArray   *pays;            /* of SheafPay, likewise by labour */
  GPtrArray   *capitals;        /* weights of capital by the bases that were asked for */
  gint64       highest_capital; /* see below; -1: not asked for yet */
} SheafYearFigures;

/* A year that is not closed is read as if it were, with the default keys of a closing. A connection
 * that only reads keeps the last year's figures until the book changes (sheaf_book_follow), so that
 * one plan after the other costs no reading; one that writes reads anew each time, as nothing tells
 * it of its own rows. Gives a reference. */
SheafYearFigures *sheaf_year_figures_load (SheafBook      *book,
                                           int             year,
                                           const SheafLaw *law,
                                           GError        **error);
void              sheaf_year_figures_unref (SheafYearFigures *figures);

/* Everybody's capital from the year's first day to last, of SheafCapitalWeight; the figures'
 * own. */
const GArray *sheaf_year_figures_capital (SheafYearFigures        *figures,
                                          SheafDate                last,
                                          const SheafCapitalBasis *basis,
                                          GError                 **error);

/* The highest balance that the members' capital had at the end of a day up to the year's last, the
 * opening balance among them. */
gboolean sheaf_year_figures_highest_capital (SheafYearFigures *figures,
                                             gint64           *ret_highest,
                                             GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafYearFigures, sheaf_year_figures_unref)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an old book brings into a new one: what goes over as it is, and what a human decides. */
#pragma once

#include "ledger/opening-map.h"

#include <adwaita.h>

#define SHEAF_TYPE_CARRY_PAGE (sheaf_carry_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafCarryPage, sheaf_carry_page, SHEAF, CARRY_PAGE, AdwBin)

/* Shows a map, which stays its owner's and must live until the next is shown; NULL empties. */
void sheaf_carry_page_show (SheafCarryPage  *page,
                            SheafOpeningMap *map);

/* Writes the answers into the map and shows what is wrong or still asked. TRUE: the book can be
 * made. */
gboolean sheaf_carry_page_answer (SheafCarryPage *page);

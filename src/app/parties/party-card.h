/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One party: facts, what is open with it, whom it stands for; correcting and merging it. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_PARTY_CARD (sheaf_party_card_get_type ())
G_DECLARE_FINAL_TYPE (SheafPartyCard, sheaf_party_card, SHEAF, PARTY_CARD, AdwBin)

/* Reads and shows the party as it stands at the end of the day. */
void sheaf_party_card_show (SheafPartyCard *card,
                            SheafPage      *page,
                            gint64          party_id,
                            SheafDate       day);

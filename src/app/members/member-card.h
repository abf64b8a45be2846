/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member: facts, capital, and all events up to the day. */
#pragma once

#include "app/page.h"
#include "capital/register.h"

#define SHEAF_TYPE_MEMBER_CARD (sheaf_member_card_get_type ())
G_DECLARE_FINAL_TYPE (SheafMemberCard, sheaf_member_card, SHEAF, MEMBER_CARD, AdwBin)

/* Shows the row at once and reads the rest. */
void sheaf_member_card_show (SheafMemberCard        *card,
                             SheafPage              *page,
                             const SheafRegisterRow *row,
                             SheafDate               day);

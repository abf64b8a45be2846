/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One member: all that stands on the card's paper, beside the register or in a window. */
#pragma once

#include "app/page.h"
#include "capital/register.h"

#define SHEAF_TYPE_MEMBER_CARD (sheaf_member_card_get_type ())
G_DECLARE_FINAL_TYPE (SheafMemberCard, sheaf_member_card, SHEAF, MEMBER_CARD, AdwBin)

/* Shows name and kind at once and reads the rest; what was asked for before is not shown any
 * more. */
void sheaf_member_card_show (SheafMemberCard        *card,
                             SheafPage              *page,
                             const SheafRegisterRow *row,
                             SheafDate               day);

/* The whole card of the member in a window of its own. */
void sheaf_member_card_open (SheafPage  *page,
                             const char *code,
                             SheafDate   day);

/* Its paper: looked at, saved, printed. */
void sheaf_member_card_print (SheafPage  *page,
                              const char *code,
                              SheafDate   day);

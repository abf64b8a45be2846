/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of members and events in the person's words. */
#pragma once

#include "capital/event.h"
#include "members/membership.h"

/* Translated; static. "" for none. */
const char *sheaf_member_words_kind (SheafMemberKind kind);
const char *sheaf_member_words_event (SheafMembershipKind event);
const char *sheaf_member_words_capital (SheafCapitalKind event);

/* What a fact of a file is called in the dialogs: "id_number"; the name itself when unknown. */
const char *sheaf_member_words_field (const char *field);

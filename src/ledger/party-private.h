/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on parties share. */
#pragma once

#include "ledger/party.h"
#include "store/query.h"

/* The columns of party_load and its like. */
SheafParty *sheaf_party_read (const SheafQuery *query);

gboolean sheaf_party_check_name (const SheafParty *party,
                                 GError          **error);

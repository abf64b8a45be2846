/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on items share. */
#pragma once

#include "ledger/item.h"
#include "store/query.h"

/* The columns of item_load and its like. */
SheafItem *sheaf_item_read (const SheafQuery *query);

gboolean sheaf_item_check_code (const char *code,
                                GError    **error);

/* Forgets what sheaf_item_get kept. */
void sheaf_item_forget (SheafBook *book);

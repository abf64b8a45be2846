/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files on value-added tax share. */
#pragma once

#include "ledger/chart.h"
#include "ledger/vat.h"

/* Calls back for each account that takes postings of a role; a chart without the role has none. */
gboolean sheaf_vat_accounts_walk (SheafBook  *book,
                                  const char *role,
                                  gboolean (*call) (const SheafAccount *account,
                                                    gpointer            data,
                                                    GError            **error),
                                  gpointer data,
                                  GError **error);

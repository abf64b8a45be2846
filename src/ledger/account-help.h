/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program tells of an account: data/charts/CHART.help.csv, as the book holds it. */
#pragma once

#include "book/book.h"
#include "ledger/chart.h"

typedef struct
{
  char *belongs; /* what belongs here */
  char *keep;    /* which details must be kept, what to watch; "" where nothing is said */
  char *source;  /* "Circular 71/2024/TT-BTC, Appendix I, account 131" */
} SheafAccountHelp;

/* In vi, en or fr. A detail tells what is kept by the account above it; one that a person opened
 * tells what its group does. All texts are "" when the chart has no such data; NULL when the data
 * cannot be read. */
SheafAccountHelp *sheaf_account_help (SheafBook          *book,
                                      const SheafAccount *account,
                                      const char         *language,
                                      GError            **error);
void              sheaf_account_help_free (SheafAccountHelp *help);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafAccountHelp, sheaf_account_help_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What account pickers tell people who know another chart. */
#pragma once

#include "app/choices.h"
#include "book/book.h"

/* While filling only: where the content of other charts' accounts goes, and which codes mean
 * something else here. */
void sheaf_account_advice_add (SheafBook    *book,
                               SheafChoices *accounts);

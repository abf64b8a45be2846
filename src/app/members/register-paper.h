/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register of members (Law 17/2023 Art. 15) and the list of contributions that is published
 * (Art. 14), as papers to be looked at, printed and kept. */
#pragma once

#include "app/page.h"
#include "base/date.h"

void sheaf_register_paper_show (SheafPage *page,
                                SheafDate  day);
void sheaf_contributions_paper_show (SheafPage *page,
                                     SheafDate  day);

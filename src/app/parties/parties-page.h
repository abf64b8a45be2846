/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the co-op deals with: found by any word, each with what is open. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_PARTIES_PAGE (sheaf_parties_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafPartiesPage, sheaf_parties_page, SHEAF, PARTIES_PAGE, SheafPage)

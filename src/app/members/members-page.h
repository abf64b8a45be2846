/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register as of any day, with the card of the member selected. */
#pragma once

#include "app/page.h"

#define SHEAF_TYPE_MEMBERS_PAGE (sheaf_members_page_get_type ())
G_DECLARE_FINAL_TYPE (SheafMembersPage, sheaf_members_page, SHEAF, MEMBERS_PAGE, SheafPage)

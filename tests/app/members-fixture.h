/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register in a window, and what the book says past it. */
#pragma once

#include "book-fixture.h"

#include "app/members/members-page-private.h"

/* For reading; as of the end of 2025. */
SheafBook *members_fixture_open_book (BookFixture *fixture);

/* The page, once the register stands on it; how many rows it has. */
SheafMembersPage *members_fixture_go (BookFixture *fixture);
guint             members_fixture_count (SheafMembersPage *page);

/* Types words into the search; choose: a code, whose row is then selected. */
void members_fixture_search (SheafMembersPage *page,
                             const char       *words);
void members_fixture_choose (SheafMembersPage *page,
                             const char       *code);

/* The dialog of an act on the member selected. */
GtkWidget *members_fixture_ask (BookFixture      *fixture,
                                SheafMembersPage *page,
                                const char       *action);

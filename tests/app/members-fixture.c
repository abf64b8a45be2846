/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register, as people use it. */
#include "members-fixture.h"

SheafBook *
members_fixture_open_book (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };

  return sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
}

static gboolean
is_read (gpointer page)
{
  return SHEAF_MEMBERS_PAGE (page)->rows != NULL;
}

SheafMembersPage *
members_fixture_go (BookFixture *fixture)
{
  GtkWidget *page = book_fixture_go (fixture, "members", "");

  window_fixture_wait (is_read, page);
  return SHEAF_MEMBERS_PAGE (page);
}

guint
members_fixture_count (SheafMembersPage *page)
{
  return g_list_model_get_n_items (G_LIST_MODEL (page->selection));
}

void
members_fixture_search (SheafMembersPage *page,
                        const char       *words)
{
  gtk_editable_set_text (page->search, words);
  /* The entry waits until nothing more is typed. */
  g_signal_emit_by_name (page->search, "search-changed");
  window_fixture_settle ();
}

void
members_fixture_choose (SheafMembersPage *page,
                        const char       *code)
{
  const SheafRegisterLine *line;

  members_fixture_search (page, code);
  line = sheaf_members_page_selected (page);
  g_assert_nonnull (line);
  g_assert_cmpstr (line->row->code, ==, code);
}

static gboolean
has_dialog (gpointer fixture)
{
  return book_fixture_find_dialog (fixture) != NULL;
}

GtkWidget *
members_fixture_ask (BookFixture      *fixture,
                     SheafMembersPage *page,
                     const char       *action)
{
  book_fixture_act (GTK_WIDGET (page), action);
  window_fixture_wait (has_dialog, fixture);
  window_fixture_settle ();
  return book_fixture_find_dialog (fixture);
}

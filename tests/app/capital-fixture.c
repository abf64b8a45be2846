/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The dialog of a capital event, as people use it. */
#include "capital-fixture.h"

#include "app/capital/event-dialog.h"
#include "ledger/party.h"

#define TODAY sheaf_date_new (2025, 12, 31)

SheafBook *
capital_fixture_open_book (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = TODAY };

  return sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
}

SheafCapitalBalance
capital_fixture_balance (BookFixture *fixture,
                         const char  *code)
{
  g_autoptr (SheafBook) book = capital_fixture_open_book (fixture);
  SheafCapitalBalance balance;

  g_assert_true (sheaf_capital_on (book, sheaf_party_find (book, code), TODAY, &balance, NULL));
  return balance;
}

guint
capital_fixture_count (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = capital_fixture_open_book (fixture);
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, 0, NULL);

  return events->len;
}

/* The event entered last. */
SheafCapitalEvent *
capital_fixture_latest (SheafBook  *book,
                        const char *code)
{
  g_autoptr (GPtrArray) events = sheaf_capital_list (book, sheaf_party_find (book, code), NULL);
  SheafCapitalEvent *found = NULL;
  guint              place = 0;

  for (guint i = 0; i < events->len; i++)
    {
      SheafCapitalEvent *event = g_ptr_array_index (events, i);

      if (found == NULL || event->id > found->id)
        {
          found = event;
          place = i;
        }
    }
  return g_ptr_array_steal_index (events, place);
}

GListModel *
capital_fixture_events (GtkWidget *page)
{
  return G_LIST_MODEL (gtk_column_view_get_model (book_fixture_part (page, "events_view")));
}

static gboolean
has_events (gpointer page)
{
  return g_list_model_get_n_items (capital_fixture_events (page)) > 0;
}

GtkWidget *
capital_fixture_go (BookFixture *fixture)
{
  GtkWidget *page = book_fixture_go (fixture, "capital", "events");

  window_fixture_wait (has_events, page);
  window_fixture_settle ();
  return page;
}

gpointer
capital_fixture_part (GtkWidget  *dialog,
                      const char *name)
{
  return book_fixture_part (book_fixture_part (dialog, "form"), name);
}

void
capital_fixture_type (GtkWidget  *dialog,
                      const char *part,
                      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (capital_fixture_part (dialog, part)), text);
}

/* The dialog with kind, member, day and amount typed. */
GtkWidget *
capital_fixture_begin (BookFixture *fixture,
                       guint        kind,
                       const char  *member,
                       const char  *day,
                       const char  *amount)
{
  GtkWidget *page = capital_fixture_go (fixture);
  GtkWidget *dialog;

  book_fixture_act (page, "capital.new");
  window_fixture_settle ();
  dialog = book_fixture_find_dialog (fixture);
  g_assert_true (SHEAF_IS_EVENT_DIALOG (dialog));
  adw_combo_row_set_selected (capital_fixture_part (dialog, "kind_row"), kind);
  capital_fixture_type (dialog, "member_picker", member);
  capital_fixture_type (dialog, "day_entry", day);
  capital_fixture_type (dialog, "amount_entry", amount);
  window_fixture_settle ();
  return dialog;
}

void
capital_fixture_enter (BookFixture *fixture,
                       GtkWidget   *dialog)
{
  book_fixture_act (dialog, "event.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
}

/* A question over the dialog. */
static GtkWidget *
find_question (BookFixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != (gpointer) fixture->window && ADW_IS_MESSAGE_DIALOG (link->data) &&
        gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

static gboolean
is_asked (gpointer fixture)
{
  return find_question (fixture) != NULL;
}

/* Saving asks with this text; no leaves all as it was, yes goes on. */
void
capital_fixture_expect_question (BookFixture *fixture,
                                 GtkWidget   *dialog,
                                 const char  *text)
{
  guint before = capital_fixture_count (fixture);

  book_fixture_act (dialog, "event.save");
  window_fixture_wait (is_asked, fixture);
  g_assert_true (book_fixture_says (find_question (fixture), text));
  book_fixture_answer (find_question (fixture), "cancel");
  window_fixture_settle ();
  g_assert_cmpuint (capital_fixture_count (fixture), ==, before);
  book_fixture_act (dialog, "event.save");
  window_fixture_wait (is_asked, fixture);
  book_fixture_answer (find_question (fixture), "accept");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
  g_assert_cmpuint (capital_fixture_count (fixture), ==, before + 1);
}

/* Saving is refused with this text, told at the field. */
void
capital_fixture_expect_refusal (BookFixture *fixture,
                                GtkWidget   *dialog,
                                const char  *text,
                                const char  *field)
{
  guint before = capital_fixture_count (fixture);

  book_fixture_act (dialog, "event.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  window_fixture_settle ();
  g_assert_true (book_fixture_says (dialog, text));
  g_assert_true (gtk_widget_has_css_class (capital_fixture_part (dialog, field), "error"));
  g_assert_cmpuint (capital_fixture_count (fixture), ==, before);
  gtk_window_close (GTK_WINDOW (dialog));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form is asked for each time: pages come and go. */
#include "voucher-fixture.h"

#include "app/ledger/entry-grid.h"
#include "app/ledger/voucher-cells.h"
#include "app/ledger/voucher-form.h"

GtkWidget *
voucher_fixture_form (BookFixture *fixture)
{
  return window_fixture_find (
      sheaf_book_view_get_page (sheaf_window_get_book_view (fixture->window)),
      SHEAF_TYPE_VOUCHER_FORM);
}

gpointer
voucher_fixture_part (BookFixture *fixture,
                      const char  *name)
{
  return book_fixture_part (voucher_fixture_form (fixture), name);
}

GtkWidget *
voucher_fixture_cell (BookFixture   *fixture,
                      guint          row,
                      SheafDraftCell cell)
{
  return sheaf_entry_grid_get_cell (SHEAF_ENTRY_GRID (voucher_fixture_part (fixture, "grid")), row,
                                    cell);
}

const char *
voucher_fixture_text (BookFixture   *fixture,
                      guint          row,
                      SheafDraftCell cell)
{
  return gtk_editable_get_text (GTK_EDITABLE (voucher_fixture_cell (fixture, row, cell)));
}

void
voucher_fixture_type (BookFixture   *fixture,
                      guint          row,
                      SheafDraftCell cell,
                      const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (voucher_fixture_cell (fixture, row, cell)), text);
}

const char *
voucher_fixture_description (BookFixture *fixture)
{
  return gtk_editable_get_text (voucher_fixture_part (fixture, "description_entry"));
}

void
voucher_fixture_begin (BookFixture *fixture,
                       const char  *description,
                       const char  *debit,
                       const char  *credit,
                       const char  *amount)
{
  (void) book_fixture_go (fixture, "vouchers", "new");
  book_fixture_type (voucher_fixture_form (fixture), "description_entry", description);
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_DEBIT, debit);
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_CREDIT, credit);
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_AMOUNT, amount);
}

void
voucher_fixture_act (BookFixture *fixture,
                     const char  *action)
{
  book_fixture_act (voucher_fixture_form (fixture), action);
}

gboolean
voucher_fixture_has_question (gpointer fixture)
{
  return book_fixture_find_dialog (fixture) != NULL;
}

GtkWidget *
voucher_fixture_open (BookFixture *fixture,
                      const char  *action)
{
  g_assert_true (gtk_widget_activate_action (voucher_fixture_form (fixture), action, NULL));
  window_fixture_wait (voucher_fixture_has_question, fixture);
  window_fixture_settle ();
  return book_fixture_find_dialog (fixture);
}

GtkWidget *
voucher_fixture_find_message (BookFixture *fixture)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  (void) fixture;
  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

gboolean
voucher_fixture_has_message (gpointer fixture)
{
  return voucher_fixture_find_message (fixture) != NULL;
}

static void
posted_cb (SheafVoucherForm *form,
           gint64            id,
           gint64           *ret_id)
{
  (void) form;
  *ret_id = id;
}

static gboolean
is_set (gpointer id)
{
  return *(gint64 *) id != 0;
}

static gint64
wait_for_posting (BookFixture *fixture,
                  GtkWidget   *question)
{
  GtkWidget *form = voucher_fixture_form (fixture);
  gint64     id = 0;
  gulong     handler = g_signal_connect (form, "posted", G_CALLBACK (posted_cb), &id);

  if (question != NULL)
    book_fixture_answer (question, "accept");
  else
    g_assert_true (gtk_widget_activate_action (form, "voucher.post", NULL));
  window_fixture_wait (is_set, &id);
  g_signal_handler_disconnect (form, handler);
  window_fixture_settle ();
  return id;
}

gint64
voucher_fixture_post (BookFixture *fixture)
{
  return wait_for_posting (fixture, NULL);
}

gint64
voucher_fixture_accept (BookFixture *fixture)
{
  GtkWidget *question = book_fixture_find_dialog (fixture);

  g_assert_true (ADW_IS_MESSAGE_DIALOG (question));
  return wait_for_posting (fixture, question);
}

SheafBook *
voucher_fixture_read_book (BookFixture *fixture)
{
  const SheafActor actor = { .user = "x", .today = sheaf_date_new (2025, 12, 31) };
  SheafBook       *book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);

  g_assert_nonnull (book);
  return book;
}

static void
append_side (GString    *text,
             const char *account,
             const char *party)
{
  g_string_append (text, account);
  if (*party != '\0')
    g_string_append_printf (text, ":%s", party);
}

char *
voucher_fixture_rows (BookFixture *fixture,
                      gint64       id)
{
  g_autoptr (SheafBook) book = voucher_fixture_read_book (fixture);
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, id, NULL);
  g_autoptr (SheafDraft) cells = sheaf_voucher_cells (book, voucher, NULL);
  GString *text = g_string_new (NULL);

  g_assert_nonnull (cells);
  for (guint i = 0; i < cells->rows->len; i++)
    {
      const SheafDraftRow *row = g_ptr_array_index (cells->rows, i);

      g_string_append (text, i > 0 ? "; " : "");
      append_side (text, row->cells[SHEAF_DRAFT_DEBIT], row->cells[SHEAF_DRAFT_DEBIT_PARTY]);
      g_string_append_c (text, '/');
      append_side (text, row->cells[SHEAF_DRAFT_CREDIT], row->cells[SHEAF_DRAFT_CREDIT_PARTY]);
      g_string_append_printf (text, " %s", row->cells[SHEAF_DRAFT_AMOUNT]);
    }
  return g_string_free (text, FALSE);
}

gboolean
voucher_fixture_has_problems (gpointer fixture)
{
  return gtk_widget_get_visible (voucher_fixture_part (fixture, "problems"));
}

gboolean
voucher_fixture_shows_posted (gpointer fixture)
{
  GtkWidget *button = voucher_fixture_part (fixture, "reverse_button");

  return gtk_widget_get_visible (button) && gtk_widget_is_sensitive (button);
}

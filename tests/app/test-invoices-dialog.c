/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invoices typed with a voucher go into the VAT lists with it. */
#include "voucher-fixture.h"

#include "app/ledger/invoices-dialog.h"
#include "ledger/invoice.h"

static void
type_invoice (GtkWidget  *dialog,
              const char *number,
              const char *base)
{
  book_fixture_type (dialog, "number", number);
  book_fixture_type (dialog, "serial", "1C25TAA");
  book_fixture_type (dialog, "seller", "Cửa hàng Thử");
  book_fixture_type (dialog, "tax_code", "0000000056");
  book_fixture_type (dialog, "base", base);
}

static GPtrArray *
list_invoices (BookFixture *fixture,
               gint64       voucher_id)
{
  g_autoptr (SheafBook) book = voucher_fixture_read_book (fixture);
  GPtrArray *list = sheaf_invoice_list_of (book, voucher_id, NULL);

  g_assert_nonnull (list);
  return list;
}

/* The tax is proposed from the rate; its row stands opposite what pays the goods. */
static void
test_an_invoice_is_posted_with_its_voucher_and_the_row_of_its_tax (BookFixture  *fixture,
                                                                   gconstpointer data)
{
  GtkWidget       *dialog;
  g_autofree char *rows = NULL;
  gint64           id;
  g_autoptr (GPtrArray) list = NULL;
  const SheafInvoice *invoice;

  (void) data;
  voucher_fixture_begin (fixture, "Mua văn phòng phẩm", "642", "1111", "2tr");
  dialog = voucher_fixture_open (fixture, "voucher.invoices");
  g_assert_true (SHEAF_IS_INVOICES_DIALOG (dialog));
  type_invoice (dialog, "123", "2tr");
  g_assert_cmpstr (gtk_editable_get_text (book_fixture_part (dialog, "vat")), ==, "200,000");
  gtk_drop_down_set_selected (book_fixture_part (dialog, "rate"), 1);
  g_assert_cmpstr (gtk_editable_get_text (book_fixture_part (dialog, "vat")), ==, "160,000");
  gtk_check_button_set_active (book_fixture_part (dialog, "tax_row"), TRUE);
  book_fixture_act (dialog, "invoices.add");
  g_assert_true (book_fixture_says (book_fixture_part (dialog, "list"), "123"));
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_true (gtk_widget_get_visible (voucher_fixture_part (fixture, "extras_label")));
  id = voucher_fixture_post (fixture);
  rows = voucher_fixture_rows (fixture, id);
  g_assert_cmpstr (rows, ==, "642/1111 2000000; 1331/1111 160000");
  list = list_invoices (fixture, id);
  g_assert_cmpuint (list->len, ==, 1);
  invoice = g_ptr_array_index (list, 0);
  g_assert_cmpstr (invoice->number, ==, "123");
  g_assert_cmpint (invoice->base.units, ==, 2000000);
  g_assert_cmpint (invoice->vat.units, ==, 160000);
  g_assert_cmpint (invoice->rate, ==, 8);
  g_assert_cmpint (invoice->direction, ==, SHEAF_INVOICE_IN);
}

static void
test_an_invoice_without_number_day_or_amount_is_not_taken (BookFixture  *fixture,
                                                           gconstpointer data)
{
  GtkWidget *dialog;

  (void) data;
  voucher_fixture_begin (fixture, "Mua văn phòng phẩm", "642", "1111", "2tr");
  dialog = voucher_fixture_open (fixture, "voucher.invoices");
  type_invoice (dialog, "", "2tr");
  book_fixture_act (dialog, "invoices.add");
  g_assert_true (book_fixture_says (book_fixture_part (dialog, "problems"), "no number"));
  type_invoice (dialog, "123", "");
  book_fixture_act (dialog, "invoices.add");
  g_assert_true (book_fixture_says (book_fixture_part (dialog, "problems"), "no amount"));
  type_invoice (dialog, "123", "2tr");
  book_fixture_type (dialog, "date", "32/13/2025");
  book_fixture_act (dialog, "invoices.add");
  g_assert_true (book_fixture_says (book_fixture_part (dialog, "problems"), "day cannot be read"));
  book_fixture_type (dialog, "date", "30/12/2025");
  book_fixture_act (dialog, "invoices.add");
  g_assert_false (book_fixture_has_problem (dialog));
  /* What was added by mistake is taken out again. */
  gtk_list_box_select_row (
      book_fixture_part (dialog, "list"),
      gtk_list_box_get_row_at_index (book_fixture_part (dialog, "list"), 0));
  book_fixture_act (dialog, "invoices.remove");
  g_assert_null (gtk_list_box_get_row_at_index (book_fixture_part (dialog, "list"), 0));
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_false (gtk_widget_get_visible (voucher_fixture_part (fixture, "extras_label")));
}

/* The same paper twice is found when it is posted, and the voucher stays to be mended. */
static void
test_the_same_invoice_twice_is_refused (BookFixture  *fixture,
                                        gconstpointer data)
{
  (void) data;
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *dialog;

      voucher_fixture_begin (fixture, "Mua văn phòng phẩm", "642", "1111", "2tr");
      dialog = voucher_fixture_open (fixture, "voucher.invoices");
      type_invoice (dialog, "123", "2tr");
      book_fixture_act (dialog, "invoices.add");
      gtk_window_close (GTK_WINDOW (dialog));
      window_fixture_settle ();
      if (i == 0)
        g_assert_cmpint (voucher_fixture_post (fixture), !=, 0);
    }
  voucher_fixture_act (fixture, "voucher.post");
  window_fixture_wait (voucher_fixture_has_problems, fixture);
  g_assert_cmpstr (voucher_fixture_description (fixture), ==, "Mua văn phòng phẩm");
}

/* Enter goes from cell to cell and at last into the list; leaving with one half typed is asked
 * about. */
static void
test_enter_goes_on_and_leaving_asks (BookFixture  *fixture,
                                     gconstpointer data)
{
  GtkWidget *dialog;

  (void) data;
  voucher_fixture_begin (fixture, "Mua văn phòng phẩm", "642", "1111", "2tr");
  dialog = voucher_fixture_open (fixture, "voucher.invoices");
  type_invoice (dialog, "123", "2tr");
  gtk_widget_grab_focus (book_fixture_part (dialog, "tax_code"));
  g_signal_emit_by_name (book_fixture_part (dialog, "tax_code"), "activate");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (dialog)),
                                         book_fixture_part (dialog, "base")));
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (voucher_fixture_has_message, fixture);
  book_fixture_answer (voucher_fixture_find_message (fixture), "back");
  g_signal_emit_by_name (book_fixture_part (dialog, "vat"), "activate");
  g_assert_true (book_fixture_says (book_fixture_part (dialog, "list"), "123"));
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
}

static gboolean
lists_two (gpointer dialog)
{
  return gtk_list_box_get_row_at_index (book_fixture_part (dialog, "list"), 1) != NULL;
}

/* The paper often comes after the voucher. What is entered late is refused and asked about as what
 * is typed with it; it cannot be taken out again. */
static void
test_an_invoice_is_entered_behind_a_posted_voucher (BookFixture  *fixture,
                                                    gconstpointer data)
{
  GtkWidget       *dialog;
  gint64           id;
  g_autofree char *detail = NULL;
  g_autoptr (GPtrArray) list = NULL;

  (void) data;
  voucher_fixture_begin (fixture, "Mua văn phòng phẩm", "642", "1111", "2tr");
  dialog = voucher_fixture_open (fixture, "voucher.invoices");
  type_invoice (dialog, "123", "1tr");
  book_fixture_act (dialog, "invoices.add");
  gtk_window_close (GTK_WINDOW (dialog));
  id = voucher_fixture_post (fixture);
  detail = g_strdup_printf ("2025-12-31 %" G_GINT64_FORMAT, id);
  (void) book_fixture_go (fixture, "vouchers", detail);
  window_fixture_wait (voucher_fixture_shows_posted, fixture);
  dialog = voucher_fixture_open (fixture, "voucher.invoices");
  g_assert_false (gtk_widget_get_visible (book_fixture_part (dialog, "tax_row")));
  g_assert_false (gtk_widget_get_visible (book_fixture_part (dialog, "remove_button")));
  type_invoice (dialog, "123", "1tr");
  book_fixture_act (dialog, "invoices.add");
  window_fixture_wait (book_fixture_has_problem, dialog);
  type_invoice (dialog, "124", "1tr");
  /* Not what the rate gives: a question. */
  book_fixture_type (dialog, "vat", "99,000");
  book_fixture_act (dialog, "invoices.add");
  window_fixture_wait (voucher_fixture_has_message, fixture);
  book_fixture_answer (voucher_fixture_find_message (fixture), "accept");
  window_fixture_wait (lists_two, dialog);
  window_fixture_settle ();
  g_assert_true (lists_two (dialog));
  list = list_invoices (fixture, id);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpint (((SheafInvoice *) g_ptr_array_index (list, 1))->vat.units, ==, 99000);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/invoices-dialog/an-invoice-is-posted-with-its-voucher-and-the-row-of-its-tax",
                    test_an_invoice_is_posted_with_its_voucher_and_the_row_of_its_tax);
  BOOK_FIXTURE_ADD ("/invoices-dialog/an-invoice-without-number-day-or-amount-is-not-taken",
                    test_an_invoice_without_number_day_or_amount_is_not_taken);
  BOOK_FIXTURE_ADD ("/invoices-dialog/enter-goes-on-and-leaving-asks",
                    test_enter_goes_on_and_leaving_asks);
  BOOK_FIXTURE_ADD ("/invoices-dialog/the-same-invoice-twice-is-refused",
                    test_the_same_invoice_twice_is_refused);
  BOOK_FIXTURE_ADD ("/invoices-dialog/an-invoice-is-entered-behind-a-posted-voucher",
                    test_an_invoice_is_entered_behind_a_posted_voucher);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

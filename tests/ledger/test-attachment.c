/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files behind vouchers come out as they went in. */
#include "ledger/attachment.h"

#include "base/file.h"
#include "book/setting.h"
#include "helpers/ledger.h"
#include "ledger/invoice.h"
#include "ledger/period.h"
#include "ledger/verify.h"

#include <string.h>

static void
refused (gboolean done,
         GError **error,
         int      code)
{
  g_assert_false (done);
  g_assert_error (*error, SHEAF_LEDGER_ERROR, code);
  g_clear_error (error);
}

static SheafAttachmentFile *
file_of (const char *name,
         const void *data,
         gsize       length)
{
  SheafAttachmentFile *file = g_new0 (SheafAttachmentFile, 1);

  file->name = g_strdup (name);
  file->bytes = g_bytes_new (data, length);
  return file;
}

static void
test_bytes_come_out_equal (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 first = test_post (book, "2025-01-05", "156", "331", 500, NULL, "NCC1");
  gint64 second = test_post (book, "2025-01-06", "156", "331", 600, NULL, "NCC1");
  guchar bytes[70000];
  gint64 id = 0, other = 0, count = 0;
  g_autoptr (SheafAttachmentFile) file = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const SheafAttachment *attachment;

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guchar) g_test_rand_int_range (0, 256); /* NULs and all */
  file = file_of ("Hóa đơn.PDF", bytes, sizeof bytes);
  g_assert_true (sheaf_attachment_insert (book, first, file, &id, &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_attachment_insert (book, second, file, &other, &error));
  out = sheaf_attachment_open (book, id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (out, file->bytes));
  g_assert_true (sheaf_store_get_int (sheaf_book_store (book),
                                      "SELECT count (*) FROM attachment_data", SHEAF_NO_ARGS,
                                      &count, NULL));
  g_assert_cmpint (count, ==, 1); /* the content once */
  list = sheaf_attachment_list (book, first, FALSE, &error);
  g_assert_cmpuint (list->len, ==, 1);
  attachment = list->pdata[0];
  g_assert_cmpstr (attachment->name, ==, "Hóa đơn.PDF");
  g_assert_cmpstr (attachment->type, ==, "application/pdf");
  g_assert_cmpint (attachment->size, ==, sizeof bytes);
  test_verify (book);
}

static void
test_refusals (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 voucher = test_post (book, "2025-01-05", "156", "331", 500, NULL, "NCC1");
  g_autoptr (SheafAttachmentFile) good = file_of ("a.txt", "abc", 3);
  g_autoptr (SheafAttachmentFile) empty = file_of ("a.txt", "", 0);
  g_autoptr (SheafAttachmentFile) nameless = file_of (" ", "abc", 3);
  g_autoptr (SheafAttachmentFile) path = file_of ("../a.txt", "abc", 3);
  g_autoptr (SheafAttachmentFile) torn = file_of ("a\nb.txt", "abc", 3);
  g_autoptr (SheafAttachmentFile) large = NULL;
  g_autofree char *bytes = g_malloc0 (1000001);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sheaf_attachment_limit (book), ==, 20000000);
  g_assert_true (sheaf_setting_write (book, "attachment-limit", "1", &error));
  large = file_of ("a.txt", bytes, 1000001);
  refused (sheaf_attachment_insert (book, voucher, empty, NULL, &error), &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  refused (sheaf_attachment_insert (book, voucher, nameless, NULL, &error), &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  refused (sheaf_attachment_insert (book, voucher, path, NULL, &error), &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  refused (sheaf_attachment_insert (book, voucher, torn, NULL, &error), &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  refused (sheaf_attachment_insert (book, voucher, large, NULL, &error), &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  refused (sheaf_attachment_insert (book, 999, good, NULL, &error), &error,
           SHEAF_LEDGER_ERROR_NOT_FOUND);
  g_assert_true (sheaf_attachment_insert (book, voucher, good, NULL, &error));
  refused (sheaf_attachment_insert (book, voucher, good, NULL, &error), &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  refused (sheaf_attachment_load (book, 99, &error) != NULL, &error, SHEAF_LEDGER_ERROR_NOT_FOUND);
}

static void
test_file_of_just_the_limit_is_taken (void)
{
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "scan.jpg", NULL);
  g_autofree char *bytes = g_malloc0 (1000001);
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafAttachmentFile) file = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_setting_write (book, "attachment-limit", "1", &error));
  g_assert_true (sheaf_file_write (path, bytes, 1000000, &error));
  file = sheaf_attachment_file_read (book, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (file->name, ==, "scan.jpg");
  g_assert_cmpuint (g_bytes_get_size (file->bytes), ==, 1000000);
  g_assert_true (sheaf_file_write (path, bytes, 1000001, &error));
  refused (sheaf_attachment_file_read (book, path, &error) != NULL, &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  /* An empty one is told when it is chosen, not first when its voucher is posted. */
  g_assert_true (sheaf_file_write (path, bytes, 0, &error));
  refused (sheaf_attachment_file_read (book, path, &error) != NULL, &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  test_folder_remove (folder);
}

static void
test_withdrawn_is_shown_no_more (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 voucher = test_post (book, "2025-01-05", "156", "331", 500, NULL, "NCC1");
  g_autoptr (SheafAttachmentFile) file = file_of ("a.txt", "abc", 3);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (sheaf_period_lock (book, test_day ("2025-01-31"), &error));
  g_assert_true (
      sheaf_attachment_insert (book, voucher, file, &id, &error)); /* locked all the same */
  refused (sheaf_attachment_withdraw (book, id, "", &error), &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  g_assert_true (sheaf_attachment_withdraw (book, id, "Nhầm phiếu", &error));
  refused (sheaf_attachment_withdraw (book, id, "Nữa", &error), &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  shown = sheaf_attachment_list (book, voucher, FALSE, &error);
  all = sheaf_attachment_list (book, 0, TRUE, &error);
  g_assert_cmpuint (shown->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpstr (((SheafAttachment *) all->pdata[0])->withdrawn, ==, "Nhầm phiếu");
  bytes = sheaf_attachment_open (book, id, &error);
  g_assert_nonnull (bytes);                                                    /* kept */
  g_assert_true (sheaf_attachment_insert (book, voucher, file, NULL, &error)); /* and again */
  test_verify (book);
}

static void
expect_finding (SheafBook  *book,
                const char *script)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_store_script (sheaf_book_store (book), script, &error));
  g_assert_no_error (error);
  g_assert_true (sheaf_attachment_check (book, problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->errors, >, 0);
}

static SheafBook *
book_with_file (void)
{
  SheafBook *book = test_ledger_new ();
  gint64     voucher = test_post (book, "2025-01-05", "156", "331", 500, NULL, "NCC1");
  g_autoptr (SheafAttachmentFile) file = file_of ("a.txt", "abc", 3);

  g_assert_true (sheaf_attachment_insert (book, voucher, file, NULL, NULL));
  return book;
}

static void
test_tampering_is_found (void)
{
  static const char *const scripts[] = {
    "DROP TRIGGER attachment_data_unchanged; UPDATE attachment_data SET bytes = x'616264'",
    "DROP TRIGGER attachment_data_unchanged; UPDATE attachment_data SET bytes = x'61626364'",
    "DROP TRIGGER attachment_data_kept; DELETE FROM attachment_data",
    "INSERT INTO attachment_data VALUES ('0', x'00')",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autoptr (SheafBook) book = book_with_file ();

      expect_finding (book, scripts[i]);
    }
}

static void
test_changed_content_is_not_opened (void)
{
  g_autoptr (SheafBook) book = book_with_file ();
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_store_script (sheaf_book_store (book),
                                      "UPDATE attachment_data SET bytes = x'616264'", NULL));
  g_assert_false (
      sheaf_store_script (sheaf_book_store (book), "DELETE FROM attachment_data", NULL));
  g_assert_true (sheaf_store_script (sheaf_book_store (book),
                                     "DROP TRIGGER attachment_data_unchanged;"
                                     "UPDATE attachment_data SET bytes = x'616264'",
                                     NULL));
  refused (sheaf_attachment_open (book, 1, &error) != NULL, &error, SHEAF_LEDGER_ERROR_ATTACHMENT);
}

/* Voucher, invoices and files are posted together or not at all. */
static void
test_posted_with_a_voucher_or_not_at_all (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher)
      voucher = test_voucher (book, "2025-01-05", "156", "331", 500, NULL, "NCC1");
  SheafInvoice invoice = { .direction = SHEAF_INVOICE_IN,
                           .number = (char *) "1",
                           .date = test_day ("2025-01-05"),
                           .tax_code = (char *) "0100109106",
                           .base = SHEAF_MONEY (500),
                           .rate = 10,
                           .vat = SHEAF_MONEY (50) };
  g_autoptr (SheafAttachmentFile) file = file_of ("a.txt", "abc", 3);
  g_autoptr (SheafAttachmentFile) empty = file_of ("a.txt", "", 0);
  g_autoptr (GPtrArray) invoices = g_ptr_array_new ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_ptr_array_add (invoices, &invoice);
  g_ptr_array_add (files, empty);
  refused (sheaf_voucher_post_with (book, voucher, invoices, files, &id, &error), &error,
           SHEAF_LEDGER_ERROR_ATTACHMENT);
  g_assert_cmpint (test_balance (book, "156", "2025-12-31"), ==, 0);
  files->pdata[0] = file;
  g_assert_true (sheaf_voucher_post_with (book, voucher, invoices, files, &id, &error));
  g_assert_no_error (error);
  listed = sheaf_invoice_list_of (book, id, &error);
  g_assert_cmpuint (listed->len, ==, 1);
  refused (sheaf_voucher_post_with (book, voucher, invoices, NULL, &id, &error), &error,
           SHEAF_LEDGER_ERROR_NUMBER);
  g_assert_cmpint (test_balance (book, "156", "2025-12-31"), ==, 500);
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attachment/bytes-come-out-equal", test_bytes_come_out_equal);
  g_test_add_func ("/attachment/refusals", test_refusals);
  g_test_add_func ("/attachment/file-of-just-the-limit-is-taken",
                   test_file_of_just_the_limit_is_taken);
  g_test_add_func ("/attachment/withdrawn-is-shown-no-more", test_withdrawn_is_shown_no_more);
  g_test_add_func ("/attachment/tampering-is-found", test_tampering_is_found);
  g_test_add_func ("/attachment/changed-content-is-not-opened",
                   test_changed_content_is_not_opened);
  g_test_add_func ("/attachment/posted-with-a-voucher-or-not-at-all",
                   test_posted_with_a_voucher_or_not_at_all);
  return g_test_run ();
}

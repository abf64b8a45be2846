/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files go into the book with the voucher, or later; what is withdrawn is shown no more. */
#include "voucher-fixture.h"

#include "app/ledger/attachments-dialog.h"
#include "ledger/attachment.h"

#include <glib/gstdio.h>

static char *
write_file (const char *name,
            const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("sheaf-attach-XXXXXX", NULL);
  char            *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
remove_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static gboolean
lists_one (gpointer dialog)
{
  GtkListBox *list = book_fixture_part (dialog, "list");

  return gtk_list_box_get_row_at_index (list, 0) != NULL &&
         gtk_list_box_get_row_at_index (list, 1) == NULL;
}

static gboolean
lists_two (gpointer dialog)
{
  return gtk_list_box_get_row_at_index (book_fixture_part (dialog, "list"), 1) != NULL;
}

static guint
count_attachments (BookFixture *fixture,
                   gboolean     with_withdrawn)
{
  g_autoptr (SheafBook) book = voucher_fixture_read_book (fixture);
  g_autoptr (GPtrArray) list = sheaf_attachment_list (book, 0, with_withdrawn, NULL);

  g_assert_nonnull (list);
  return list->len;
}

static gint64
post_with_file (BookFixture *fixture,
                const char  *path)
{
  GtkWidget *dialog;

  voucher_fixture_begin (fixture, "Mua văn phòng phẩm", "642", "1111", "2tr");
  dialog = voucher_fixture_open (fixture, "voucher.attachments");
  g_assert_true (SHEAF_IS_ATTACHMENTS_DIALOG (dialog));
  sheaf_attachments_dialog_add (SHEAF_ATTACHMENTS_DIALOG (dialog), path);
  window_fixture_wait (lists_one, dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  window_fixture_settle ();
  g_assert_nonnull (
      strstr (gtk_label_get_text (voucher_fixture_part (fixture, "extras_label")), "to-khai.txt"));
  return voucher_fixture_post (fixture);
}

static void
test_a_file_is_posted_with_its_voucher (BookFixture  *fixture,
                                        gconstpointer data)
{
  g_autofree char *path = write_file ("to-khai.txt", "Tờ khai thử");
  gint64           id = post_with_file (fixture, path);
  g_autoptr (SheafBook) book = voucher_fixture_read_book (fixture);
  g_autoptr (GPtrArray) list = sheaf_attachment_list (book, id, FALSE, NULL);
  g_autoptr (GBytes) bytes = NULL;

  (void) data;
  g_assert_cmpuint (list->len, ==, 1);
  bytes = sheaf_attachment_open (book, ((SheafAttachment *) g_ptr_array_index (list, 0))->id,
                                 NULL);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), "Tờ khai thử",
                   (int) strlen ("Tờ khai thử"));
  remove_file (path);
}

/* Later files join the posted voucher at once; the same content is refused; what is withdrawn needs
 * a reason and stays for the auditor. */
static void
test_a_posted_voucher_takes_files_and_lets_them_be_withdrawn (BookFixture  *fixture,
                                                              gconstpointer data)
{
  g_autofree char *first = write_file ("to-khai.txt", "Tờ khai thử");
  g_autofree char *second = write_file ("hop-dong.txt", "Hợp đồng thử");
  gint64           id = post_with_file (fixture, first);
  g_autofree char *detail = g_strdup_printf ("2025-12-31 %" G_GINT64_FORMAT, id);
  GtkWidget       *dialog;
  GtkWidget       *question;

  (void) data;
  (void) book_fixture_go (fixture, "vouchers", detail);
  window_fixture_wait (voucher_fixture_shows_posted, fixture);
  dialog = voucher_fixture_open (fixture, "voucher.attachments");
  window_fixture_wait (lists_one, dialog);
  g_assert_true (gtk_widget_is_sensitive (book_fixture_part (dialog, "open_button")));
  sheaf_attachments_dialog_add (SHEAF_ATTACHMENTS_DIALOG (dialog), first);
  window_fixture_wait (book_fixture_has_problem, dialog);
  sheaf_attachments_dialog_add (SHEAF_ATTACHMENTS_DIALOG (dialog), second);
  window_fixture_wait (lists_two, dialog);
  g_assert_cmpuint (count_attachments (fixture, FALSE), ==, 2);
  g_assert_true (gtk_widget_activate_action (dialog, "files.remove", NULL));
  window_fixture_wait (voucher_fixture_has_message, fixture);
  question = voucher_fixture_find_message (fixture);
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (question), "accept"));
  book_fixture_type (question, "text_entry", "Đính nhầm");
  book_fixture_answer (question, "accept");
  window_fixture_wait (lists_one, dialog);
  window_fixture_settle ();
  g_assert_cmpuint (count_attachments (fixture, FALSE), ==, 1);
  g_assert_cmpuint (count_attachments (fixture, TRUE), ==, 2);
  gtk_window_close (GTK_WINDOW (dialog));
  remove_file (first);
  remove_file (second);
}

static void
test_an_empty_file_is_refused_with_the_reason (BookFixture  *fixture,
                                               gconstpointer data)
{
  g_autofree char *path = write_file ("rong.txt", "");
  GtkWidget       *dialog;

  (void) data;
  voucher_fixture_begin (fixture, "Mua văn phòng phẩm", "642", "1111", "2tr");
  dialog = voucher_fixture_open (fixture, "voucher.attachments");
  sheaf_attachments_dialog_add (SHEAF_ATTACHMENTS_DIALOG (dialog), path);
  window_fixture_wait (book_fixture_has_problem, dialog);
  g_assert_null (gtk_list_box_get_row_at_index (book_fixture_part (dialog, "list"), 0));
  gtk_window_close (GTK_WINDOW (dialog));
  remove_file (path);
}

static gboolean
names_the_file (gpointer fixture)
{
  return strstr (gtk_label_get_text (voucher_fixture_part (fixture, "extras_label")),
                 "to-khai.txt") != NULL;
}

static gboolean
shows_first_amount (gpointer fixture)
{
  return g_strcmp0 (voucher_fixture_text (fixture, 1, SHEAF_DRAFT_AMOUNT), "2,000,000") == 0;
}

/* Put aside and taken up, stepped back, posted: the file stays with what was typed. */
static void
test_a_file_waits_with_its_draft (BookFixture  *fixture,
                                  gconstpointer data)
{
  g_autofree char *path = write_file ("to-khai.txt", "Tờ khai thử");
  GtkWidget       *dialog;
  GtkWidget       *view;

  (void) data;
  voucher_fixture_begin (fixture, "Mua văn phòng phẩm", "642", "1111", "2tr");
  dialog = voucher_fixture_open (fixture, "voucher.attachments");
  sheaf_attachments_dialog_add (SHEAF_ATTACHMENTS_DIALOG (dialog), path);
  window_fixture_wait (lists_one, dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  remove_file (path);
  voucher_fixture_act (fixture, "voucher.put-aside");
  g_assert_false (names_the_file (fixture));
  view = book_fixture_part (book_fixture_go (fixture, "vouchers", "drafts"), "view");
  window_fixture_settle ();
  g_signal_emit_by_name (view, "activate", 0);
  window_fixture_wait (names_the_file, fixture);
  voucher_fixture_type (fixture, 1, SHEAF_DRAFT_AMOUNT, "3tr");
  voucher_fixture_act (fixture, "voucher.undo");
  window_fixture_wait (shows_first_amount, fixture);
  window_fixture_wait (names_the_file, fixture);
  g_assert_cmpint (voucher_fixture_post (fixture), !=, 0);
  g_assert_cmpuint (count_attachments (fixture, FALSE), ==, 1);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/attachments-dialog/a-file-is-posted-with-its-voucher",
                    test_a_file_is_posted_with_its_voucher);
  BOOK_FIXTURE_ADD (
      "/attachments-dialog/a-posted-voucher-takes-files-and-lets-them-be-withdrawn",
      test_a_posted_voucher_takes_files_and_lets_them_be_withdrawn);
  BOOK_FIXTURE_ADD ("/attachments-dialog/a-file-waits-with-its-draft",
                    test_a_file_waits_with_its_draft);
  BOOK_FIXTURE_ADD ("/attachments-dialog/an-empty-file-is-refused-with-the-reason",
                    test_an_empty_file_is_refused_with_the_reason);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

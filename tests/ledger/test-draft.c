/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts hold what was typed, whatever it is; only posting makes books of them. */
#include "ledger/draft.h"

#include "base/error.h"
#include "book/error.h"
#include "helpers/ledger.h"
#include "ledger/draft-file.h"
#include "ledger/item.h"

#include <string.h>

static SheafDraft *
typed (const char *day,
       const char *debit,
       const char *credit,
       const char *amount)
{
  SheafDraft    *draft = sheaf_draft_new ("payment");
  SheafDraftRow *row = sheaf_draft_add_row (draft);

  sheaf_draft_set (&draft->date, day);
  sheaf_draft_set (&draft->description, "Mua văn phòng phẩm");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT], debit);
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT], credit);
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_AMOUNT], amount);
  return draft;
}

static void
save (SheafBook  *book,
      SheafDraft *draft)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_draft_save (book, draft, NULL, &error));
  g_assert_no_error (error);
}

static const char *
amount_of (const SheafDraft *draft)
{
  return ((SheafDraftRow *) draft->rows->pdata[0])->cells[SHEAF_DRAFT_AMOUNT];
}

static void
expect_amount (SheafBook  *book,
               gint64      id,
               const char *amount)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafDraft) draft = sheaf_draft_load (book, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (amount_of (draft), ==, amount);
}

static void
refused (gboolean done,
         GError **error,
         int      code)
{
  g_assert_false (done);
  g_assert_error (*error, SHEAF_LEDGER_ERROR, code);
  g_clear_error (error);
}

static void
test_text_holds_every_cell (void)
{
  g_autoptr (SheafDraft) draft = typed ("5/1", "642", "1111", "1,5tr");
  SheafDraftInvoice *invoice = sheaf_draft_add_invoice (draft);
  g_autofree char   *text = NULL;
  g_autofree char   *again = NULL;
  g_autoptr (SheafDraft) read = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < SHEAF_DRAFT_CELLS; i++)
    {
      g_autofree char *value = g_strdup_printf ("ô %u, \"row\",\n%s", i,
                                                sheaf_draft_cell_name ((SheafDraftCell) i));

      sheaf_draft_set (&((SheafDraftRow *) draft->rows->pdata[0])->cells[i], value);
    }
  for (guint i = 0; i < SHEAF_DRAFT_INVOICE_CELLS; i++)
    sheaf_draft_set (&invoice->cells[i],
                     sheaf_draft_invoice_cell_name ((SheafDraftInvoiceCell) i));
  sheaf_draft_set (&draft->number, "PC,00001");
  text = sheaf_draft_to_text (draft);
  read = sheaf_draft_from_text (text, &error);
  g_assert_no_error (error);
  again = sheaf_draft_to_text (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (read->date, ==, "5/1");
}

static void
test_unreadable_text_is_refused (void)
{
  static const char *const bad[] = { "", "sheaf-draft,2\nkind,payment\n", "something else",
                                     "sheaf-draft,1\nrow,1,2\n", "sheaf-draft,1\ncolumns,colour\n",
                                     "sheaf-draft,1\nunknown,1\n", "sheaf-draft,1\nkind,\"a\n" };
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    refused (sheaf_draft_from_text (bad[i], &error) != NULL, &error, SHEAF_LEDGER_ERROR_DRAFT);
}

static void
test_each_save_is_a_version (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "642", "1111", "1");
  g_autoptr (GPtrArray) heads = NULL;
  g_autoptr (GError) error = NULL;
  SheafDraftHead *head;

  save (book, draft);
  g_assert_cmpint (draft->id, >, 0);
  for (int i = 2; i <= 3; i++)
    {
      g_autofree char *amount = g_strdup_printf ("=%d*100", i);

      sheaf_draft_set (&((SheafDraftRow *) draft->rows->pdata[0])->cells[SHEAF_DRAFT_AMOUNT],
                       amount);
      save (book, draft);
      save (book, draft); /* changes nothing, so makes no version */
    }
  expect_amount (book, draft->id, "=3*100");
  g_assert_true (sheaf_draft_undo (book, draft->id, &error));
  expect_amount (book, draft->id, "=2*100");
  g_assert_true (sheaf_draft_undo (book, draft->id, &error));
  expect_amount (book, draft->id, "1");
  refused (sheaf_draft_undo (book, draft->id, &error), &error, SHEAF_LEDGER_ERROR_DRAFT);
  g_assert_true (sheaf_draft_redo (book, draft->id, &error));
  expect_amount (book, draft->id, "=2*100");
  heads = sheaf_draft_list (book, &error);
  g_assert_cmpuint (heads->len, ==, 1);
  head = heads->pdata[0];
  g_assert_cmpint (head->amount.units, ==, 200);
  g_assert_cmpuint (head->undos, ==, 1);
  g_assert_cmpuint (head->redos, ==, 1);
  g_assert_cmpint (head->kind, ==, SHEAF_VOUCHER_PAYMENT);
  /* What was undone goes with the next save. */
  sheaf_draft_set (&((SheafDraftRow *) draft->rows->pdata[0])->cells[SHEAF_DRAFT_AMOUNT], "7");
  save (book, draft);
  refused (sheaf_draft_redo (book, draft->id, &error), &error, SHEAF_LEDGER_ERROR_DRAFT);
  g_assert_true (sheaf_draft_undo (book, draft->id, &error));
  expect_amount (book, draft->id, "=2*100");
}

static void
test_fifty_versions_are_kept (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "642", "1111", "0");
  guint undone = 0;

  for (int i = 1; i <= 70; i++)
    {
      g_autofree char *amount = g_strdup_printf ("%d", i);

      sheaf_draft_set (&((SheafDraftRow *) draft->rows->pdata[0])->cells[SHEAF_DRAFT_AMOUNT],
                       amount);
      save (book, draft);
    }
  while (sheaf_draft_undo (book, draft->id, NULL))
    undone++;
  g_assert_cmpuint (undone, ==, SHEAF_DRAFT_VERSIONS - 1);
  expect_amount (book, draft->id, "21");
}

static void
test_absent_draft_is_refused (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("", "", "", "");
  g_autoptr (GError) error = NULL;

  refused (sheaf_draft_load (book, 7, &error) != NULL, &error, SHEAF_LEDGER_ERROR_NOT_FOUND);
  refused (sheaf_draft_delete (book, 7, &error), &error, SHEAF_LEDGER_ERROR_NOT_FOUND);
  refused (sheaf_draft_undo (book, 7, &error), &error, SHEAF_LEDGER_ERROR_NOT_FOUND);
  draft->id = 7;
  refused (sheaf_draft_save (book, draft, NULL, &error), &error, SHEAF_LEDGER_ERROR_NOT_FOUND);
  draft->id = 0;
  save (book, draft);
  g_assert_true (sheaf_draft_delete (book, draft->id, &error));
  refused (sheaf_draft_load (book, draft->id, &error) != NULL, &error,
           SHEAF_LEDGER_ERROR_NOT_FOUND);
}

/* Any interleaving of saves, undos, redos and deletions leaves no trace in the books. */
static void
test_random_drafts_never_touch_the_books (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 balance;

  test_post (book, "2025-01-05", "156", "331", 500, NULL, "NCC1");
  balance = test_balance (book, "156", "2025-12-31");
  for (int i = 0; i < 800; i++)
    {
      gint64           id = 1 + g_test_rand_int_range (0, 12);
      g_autofree char *amount = g_strdup_printf ("=%d*3", g_test_rand_int_range (0, 5));
      g_autoptr (SheafDraft) draft = sheaf_draft_load (book, id, NULL);

      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
        case 1:
          if (draft == NULL)
            draft = typed ("2025-02-01", "642", "1111", "");
          sheaf_draft_set (&((SheafDraftRow *) draft->rows->pdata[0])->cells[SHEAF_DRAFT_AMOUNT],
                           amount);
          save (book, draft);
          break;
        case 2:
          (void) sheaf_draft_undo (book, id, NULL);
          break;
        case 3:
          (void) sheaf_draft_redo (book, id, NULL);
          break;
        default:
          if (g_test_rand_int_range (0, 8) == 0)
            (void) sheaf_draft_delete (book, id, NULL);
        }
    }
  g_assert_cmpint (test_balance (book, "156", "2025-12-31"), ==, balance);
  g_assert_cmpint (test_balance (book, "642", "2025-12-31"), ==, 0);
  test_verify (book);
}

static void
test_reading_book_takes_no_draft (void)
{
  g_autofree char    *folder = test_folder_new ();
  g_autofree char    *path = g_build_filename (folder, "book.sheaf", NULL);
  const SheafBookSpec spec = {
    .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt71", .law = "vn-2023"
  };
  SheafActor actor = test_actor (sheaf_date_new (2025, 12, 31));
  g_autoptr (SheafDraft) draft = typed ("2025-01-05", "642", "1111", "1");
  SheafBook *book = sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (book);
  save (book, draft);
  sheaf_book_free (book);
  book = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, &error);
  g_assert_no_error (error);
  expect_amount (book, draft->id, "1");
  g_assert_false (sheaf_draft_save (book, draft, NULL, &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_READ_ONLY);
  sheaf_book_free (book);
  test_folder_remove (folder);
}

static GPtrArray *
files_of (const char *first,
          const char *second)
{
  const char *const texts[] = { first, second };
  GPtrArray        *files = g_ptr_array_new_with_free_func (
             (GDestroyNotify) sheaf_attachment_file_free);

  for (guint i = 0; i < 2 && texts[i] != NULL; i++)
    {
      SheafAttachmentFile *file = g_new0 (SheafAttachmentFile, 1);

      file->name = g_strdup_printf ("%s.txt", texts[i]);
      file->bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_ptr_array_add (files, file);
    }
  return files;
}

static char *
kept_files (SheafBook *book,
            gint64     id)
{
  g_autoptr (GPtrArray) files = sheaf_draft_files_list (book, id, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const SheafAttachmentFile *file = files->pdata[i];

      g_string_append_printf (text, "%s %zu;", file->name, g_bytes_get_size (file->bytes));
    }
  return g_string_free (text, FALSE);
}

/* They wait with the draft, go with it, and become attachments when it is posted. */
static void
test_files_wait_with_their_draft (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = typed ("2025-03-05", "642", "1111", "5");
  g_autoptr (SheafDraft) dropped = typed ("2025-03-05", "642", "1111", "5");
  g_autoptr (GPtrArray) two = files_of ("mot", "hai");
  g_autoptr (GPtrArray) one = files_of ("mot", NULL);
  g_autoptr (GPtrArray) attached = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *gone = NULL;
  gint64           id = 0;

  (void) test_post (book, "2025-03-01", "1111", "558", 100, NULL, NULL);
  save (book, draft);
  g_assert_true (sheaf_draft_files_set (book, draft->id, two, NULL));
  before = kept_files (book, draft->id);
  g_assert_cmpstr (before, ==, "mot.txt 3;hai.txt 3;");
  g_assert_true (sheaf_draft_files_set (book, draft->id, one, NULL));
  after = kept_files (book, draft->id);
  g_assert_cmpstr (after, ==, "mot.txt 3;");
  g_assert_true (sheaf_draft_post (book, draft, NULL, NULL, NULL, &id, NULL));
  attached = sheaf_attachment_list (book, id, FALSE, NULL);
  g_assert_cmpuint (attached->len, ==, 1);
  g_assert_cmpstr (((SheafAttachment *) attached->pdata[0])->name, ==, "mot.txt");
  save (book, dropped);
  g_assert_true (sheaf_draft_files_set (book, dropped->id, two, NULL));
  g_assert_true (sheaf_draft_delete (book, dropped->id, NULL));
  gone = kept_files (book, dropped->id);
  g_assert_cmpstr (gone, ==, "");
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/text-holds-every-cell", test_text_holds_every_cell);
  g_test_add_func ("/draft/unreadable-text-is-refused", test_unreadable_text_is_refused);
  g_test_add_func ("/draft/each-save-is-a-version", test_each_save_is_a_version);
  g_test_add_func ("/draft/fifty-versions-are-kept", test_fifty_versions_are_kept);
  g_test_add_func ("/draft/files-wait-with-their-draft", test_files_wait_with_their_draft);
  g_test_add_func ("/draft/absent-one-is-refused", test_absent_draft_is_refused);
  g_test_add_func ("/draft/random-ones-never-touch-the-books",
                   test_random_drafts_never_touch_the_books);
  g_test_add_func ("/draft/book-open-for-reading-takes-none", test_reading_book_takes_no_draft);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The machine stops while an act is written: whatever part of it reached the disk, the book holds
 * all of it or nothing, verifies, and takes the act again. What a stop leaves is the book's file as
 * it was and the beginning of its log, which is written from front to back. */
#include "paying.h"

#include "book/backup.h"
#include "distribution/posting.h"
#include "helpers/book.h"
#include "ledger/voucher.h"
#include "members/member.h"
#include "payouts/result.h"
#include "payouts/return.h"
#include "store/store.h"

#include <glib/gstdio.h>
#include <string.h>

#define WAL_HEADER 32
#define WAL_FRAME (24 + 4096)

typedef struct
{
  const char *name;
  void (*prepare) (SheafBook *book); /* NULL: nothing */
  void (*act) (SheafBook *book);
} Case;

static void
pay_cash (SheafBook *book)
{
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_CASH, 4, 10);
  g_autoptr (SheafPayoutBatch) batch = NULL;

  spec.net_debts = TRUE;
  batch = paying_list (book, &spec, NULL);
  g_assert_cmpint (paying_line (batch, "A", 2025)->set_off.units, ==, 500000);
}

static void
pay_bank (SheafBook *book)
{
  SheafPayoutSpec spec = paying_spec (SHEAF_PAYOUT_BANK, 4, 10);
  g_autoptr (SheafPayoutBatch) batch = paying_list (book, &spec, NULL);

  g_assert_cmpuint (batch->lines->len, ==, 1);
}

static void
refuse (SheafBook *book)
{
  SheafPayoutAnswer row = { .account = "0123456789", .reason = "Sai tên", .line = 2 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_load (book, 1, &error);

  g_assert_no_error (error);
  row.amount = paying_line (batch, "B", 2025)->net;
  g_ptr_array_add (rows, &row);
  (void) sheaf_payout_result_apply (book, 1, rows, sheaf_date_new (2026, 4, 12), problems, NULL,
                                    &error);
  g_assert_no_error (error);
}

static void
pay_and_refuse (SheafBook *book)
{
  pay_bank (book);
  refuse (book);
}

static void
take_return_back (SheafBook *book)
{
  g_autoptr (GError) error = NULL;

  (void) sheaf_payout_return_take_back (book, 1, sheaf_member_find (book, "B"),
                                        sheaf_date_new (2026, 4, 13), "Nhầm", &error);
  g_assert_no_error (error);
}

static void
take_back (SheafBook *book)
{
  g_autoptr (GError) error = NULL;

  (void) sheaf_payout_take_back (book, 1, sheaf_member_find (book, "A"),
                                 sheaf_date_new (2026, 4, 13), "Nhầm", &error);
  g_assert_no_error (error);
}

static void
unpost (SheafBook *book)
{
  g_autoptr (GError) error = NULL;

  (void) sheaf_plan_unpost (book, 2025, sheaf_date_new (2026, 4, 13), "Sai", &error);
  g_assert_no_error (error);
}

static const Case cases[] = {
  { "a-list-with-set-offs", NULL, pay_cash },
  { "the-banks-answer", pay_bank, refuse },
  { "a-return-taken-back", pay_and_refuse, take_return_back },
  { "a-payment-taken-back", pay_cash, take_back },
  { "a-posting-taken-back", NULL, unpost },
};

static SheafBook *
open_book (const char *path)
{
  SheafActor actor = test_actor (sheaf_date_new (2026, 12, 31));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_open (path, SHEAF_BOOK_WRITE, &actor, &error);

  g_assert_no_error (error);
  return book;
}

/* All that is counted of the members, and how much is written. */
static char *
tell (SheafBook *book)
{
  g_autoptr (GPtrArray) list = paying_standings (book);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new ("");
  gint64 vouchers = 0, acts = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const SheafPayoutStanding *standing = list->pdata[i];

      g_string_append_printf (text,
                              "%s: %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                              " %" G_GINT64_FORMAT " %u\n",
                              standing->code, standing->share.units, standing->gross.units,
                              standing->returned.units, standing->open.units, standing->state);
    }
  (void) sheaf_store_get_int (sheaf_book_store (book), "SELECT count(*) FROM voucher",
                              SHEAF_NO_ARGS, &vouchers, &error);
  g_assert_no_error (error);
  (void) sheaf_store_get_int (sheaf_book_store (book), "SELECT count(*) FROM audit",
                              SHEAF_NO_ARGS, &acts, &error);
  g_assert_no_error (error);
  g_string_append_printf (text, "%" G_GINT64_FORMAT " vouchers, %" G_GINT64_FORMAT " acts",
                          vouchers, acts);
  return g_strdup (text->str);
}

/* A file read whole. */
typedef struct
{
  char *bytes;
  gsize length;
} File;

static File
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  File file = { NULL, 0 };

  (void) g_file_get_contents (path, &file.bytes, &file.length, &error);
  g_assert_no_error (error);
  return file;
}

/* The book as it was, with so much of the log as had reached the disk. */
static SheafBook *
stopped_at (const char *folder,
            const File *before,
            const File *log,
            gsize       length)
{
  g_autofree char *path = g_build_filename (folder, "stopped.sheaf", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *shm = g_strconcat (path, "-shm", NULL);

  (void) g_unlink (shm);
  g_assert_true (g_file_set_contents (path, before->bytes, (gssize) before->length, NULL));
  g_assert_true (g_file_set_contents (wal, log->bytes, (gssize) length, NULL));
  return open_book (path);
}

/* A file of the book with the log empty; A owes 500,000. */
static char *
make_book (const char *folder,
           const Case *one)
{
  g_autoptr (SheafBook) memory = paying_coop (8000000);
  char *path = g_build_filename (folder, "book.sheaf", NULL);
  g_autoptr (GError) error = NULL;

  paying_lend (memory, "A", "141", 500000, sheaf_date_new (2026, 4, 2));
  if (one->prepare != NULL)
    one->prepare (memory);
  (void) sheaf_backup_make (memory, path, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_case (gconstpointer data)
{
  const Case      *one = data;
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = make_book (folder, one);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *start = NULL, *end = NULL;
  File             before = read_file (path), log;
  guint            frames, again;

  {
    g_autoptr (SheafBook) book = open_book (path);

    start = tell (book);
    one->act (book);
    end = tell (book);
    log = read_file (wal);
  }
  g_assert_cmpstr (start, !=, end);
  g_assert_cmpuint (log.length, >, WAL_HEADER + WAL_FRAME);
  frames = (guint) ((log.length - WAL_HEADER) / WAL_FRAME);
  again = (guint) g_test_rand_int_range (0, (gint32) frames);
  g_test_message ("%u frames, the act again after %u", frames, again);
  for (guint n = 0; n <= frames; n++)
    {
      gsize torn = n == frames ? 0 : (gsize) g_test_rand_int_range (0, WAL_FRAME);
      g_autoptr (SheafBook) book = stopped_at (folder, &before, &log,
                                               WAL_HEADER + n * WAL_FRAME + torn);
      g_autofree char *found = tell (book);

      g_assert_cmpstr (found, ==, n == frames ? end : start);
      if (n % 16 == 0 || n == frames)
        g_assert_cmpuint (paying_verify (book), ==, 0);
      if (n == again)
        {
          g_autofree char *done = NULL;

          one->act (book);
          done = tell (book);
          g_assert_cmpstr (done, ==, end);
          g_assert_cmpuint (paying_verify (book), ==, 0);
        }
    }
  g_free (before.bytes);
  g_free (log.bytes);
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/crash/all-or-nothing-of-", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}

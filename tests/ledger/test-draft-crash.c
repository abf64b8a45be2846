/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program killed while it saves a draft leaves the book whole and the draft readable. */
#include "helpers/ledger.h"
#include "ledger/draft.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static SheafActor
actor (void)
{
  return test_actor (sheaf_date_new (2025, 12, 31));
}

/* Saves versions without end. */
static void G_GNUC_NORETURN
save_for_ever (const char *path)
{
  SheafActor who = actor ();
  SheafBook *book = sheaf_book_open (path, SHEAF_BOOK_WRITE, &who, NULL);
  g_autoptr (SheafDraft) draft = book != NULL ? sheaf_draft_load (book, 1, NULL) : NULL;

  for (guint i = 0; draft != NULL; i++)
    {
      g_autofree char *amount = g_strdup_printf ("=%u*2", i);

      sheaf_draft_set (&((SheafDraftRow *) draft->rows->pdata[0])->cells[SHEAF_DRAFT_AMOUNT],
                       amount);
      (void) sheaf_draft_save (book, draft, NULL, NULL);
    }
  _exit (1);
}

static void
kill_one (const char *path)
{
  pid_t child = fork ();
  int   status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    save_for_ever (path);
  g_usleep ((gulong) g_test_rand_int_range (5000, 60000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
}

static void
test_killed_while_saving (void)
{
  const SheafBookSpec spec = {
    .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt71", .law = "vn-2023"
  };
  g_autofree char *folder = test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "book.sheaf", NULL);
  SheafActor       who = actor ();
  SheafBook       *book = sheaf_book_create (path, &spec, &who, sheaf_ledger_set_up, NULL);
  g_autoptr (SheafDraft) draft = sheaf_draft_new ("journal");
  g_autoptr (GError) error = NULL;
  guint saved = 0;

  (void) sheaf_draft_add_row (draft);
  g_assert_true (sheaf_draft_save (book, draft, NULL, &error));
  g_clear_pointer (&book, sheaf_book_free);
  for (guint i = 0; i < 15; i++)
    {
      g_autoptr (SheafDraft) left = NULL;
      g_autoptr (GPtrArray) heads = NULL;

      kill_one (path);
      book = sheaf_book_open (path, SHEAF_BOOK_WRITE, &who, &error);
      g_assert_no_error (error);
      left = sheaf_draft_load (book, 1, &error);
      g_assert_no_error (error);
      heads = sheaf_draft_list (book, &error);
      g_assert_cmpuint (heads->len, ==, 1);
      saved += ((SheafDraftHead *) heads->pdata[0])->undos;
      test_verify (book);
      g_clear_pointer (&book, sheaf_book_free);
    }
  g_assert_cmpuint (saved, >, 0); /* at least one was killed while it saved */
  test_folder_remove (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draft/killed-while-saving-leaves-book-and-draft", test_killed_while_saving);
  return g_test_run ();
}

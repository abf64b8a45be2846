/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the sample book and takes it through a whole year to the papers. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/demo.h"
#include "cli/error.h"
#include "documents/paper.h"
#include "exchange/sample-book.h"
#include "statements/checks.h"

static void
file_read_cb (const char *name,
              guint       rows,
              gpointer    data)
{
  (void) data;
  sheaf_command_say ("  %-20s %5u", name, rows);
}

/* The sample's acts and papers carry the day its story ends on, whenever it is made. */
static void
set_day (const SheafCommandLine *line,
         GKeyFile               *facts,
         SheafActor             *actor)
{
  g_autofree char *day = g_key_file_get_string (facts, "book", "day_of_payout", NULL);

  if (sheaf_command_option (line, "today") == NULL && day != NULL)
    (void) sheaf_date_parse (day, &actor->today, NULL); /* an odd day leaves the clock's */
}

static SheafBook *
make_book (const SheafCommandLine *line,
           const char             *folder,
           GKeyFile               *facts,
           GError                **error)
{
  g_autofree char *path = g_build_filename (folder, "demo.sheaf", NULL);
  g_autofree char *name = g_key_file_get_string (facts, "book", "name", NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  SheafActor actor;
  SheafBook *book;

  if (!sheaf_command_actor (line, &actor, error) || !sheaf_demo_clear (folder, &actor, error))
    return NULL;
  set_day (line, facts, &actor);
  sheaf_command_say (_ ("%s: the books are in %s. Rows read:"), name, path);
  book = sheaf_sample_book_create (path, &actor, file_read_cb, NULL, problems, error);
  sheaf_command_print_problems (problems);
  return book;
}

static gboolean
write_papers (SheafBook  *book,
              const char *folder,
              GError    **error)
{
  g_autofree char *papers = g_build_filename (folder, "papers", NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GPtrArray) paths =
      sheaf_paper_write (book, sheaf_date_year (sheaf_book_first_day (book)), papers, NULL,
                         problems, error);

  sheaf_command_print_problems (problems);
  if (paths == NULL)
    return FALSE;
  sheaf_command_say (_ ("\nThe papers:"));
  for (guint i = 0; i < paths->len; i++)
    sheaf_command_say ("  %s", (const char *) g_ptr_array_index (paths, i));
  return TRUE;
}

static gboolean
check (SheafBook *book,
       GError   **error)
{
  guint failed;

  if (!sheaf_checks_run (book, sheaf_command_say_check, NULL, &failed, error))
    return FALSE;
  if (failed == 0)
    {
      sheaf_command_say (_ ("\nAll checks hold."));
      return TRUE;
    }
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("the sample does not pass every check: the program is not as it should be"));
  return FALSE;
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *folder = sheaf_command_argument (line, 0);
  g_autoptr (GKeyFile) facts = sheaf_sample_facts (error);
  g_autoptr (SheafBook) book = facts != NULL ? make_book (line, folder, facts, error) : NULL;

  return book != NULL && sheaf_demo_keep_books (line, book, facts, error) &&
         write_papers (book, folder, error) && check (book, error);
}

const SheafCommand sheaf_command_demo = {
  .name = "demo",
  .arguments = "DIR",
  .n_arguments = 1,
  .summary = N_ ("makes the sample book and takes it through a whole year to the papers"),
  .run = run,
};

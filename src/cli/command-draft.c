/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One draft: added, shown, stepped back, posted, dropped. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/draft-output.h"
#include "cli/error.h"
#include "cli/voucher-argument.h"
#include "exchange/draft-csv.h"
#include "ledger/attachment.h"
#include "ledger/draft-file.h"
#include "ledger/draft.h"

#include <inttypes.h>

static const SheafCommandOption options[] = {
  { "add", "FILE", N_ ("keeps the vouchers of a CSV file as drafts, any cell as typed; foreign "
                       "amounts with decimals") },
  { "copy", "KIND/NUMBER", N_ ("keeps a copy of a posted voucher as a draft, without its day") },
  SHEAF_COMMAND_VOUCHER_YEAR,
  { "show", "N", N_ ("shows the rows of draft N, and on standard error what is wrong with it") },
  { "undo", "N", N_ ("steps draft N back to the version before") },
  { "redo", "N", N_ ("steps draft N to the version after") },
  { "post", "N", N_ ("posts draft N") },
  { "date", "DAY", N_ ("with --post or --copy: the day") },
  { "attach", "FILE", N_ ("with --post: keeps the file behind the voucher, in the same act") },
  { "drop", "N", N_ ("removes draft N") },
  { NULL, NULL, NULL },
};

static gboolean
keep (SheafBook  *book,
      SheafDraft *draft,
      GError    **error)
{
  if (!sheaf_draft_save (book, draft, NULL, error))
    return FALSE;
  sheaf_command_say (_ ("Draft %" PRId64 " is kept."), draft->id);
  return TRUE;
}

static gboolean
add (SheafCommandLine *line,
     SheafBook        *book,
     const char       *path,
     GError          **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GPtrArray) drafts = sheaf_draft_csv_read (path, problems, error);

  (void) line;
  sheaf_command_print_problems (problems);
  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    if (!keep (book, drafts->pdata[i], error))
      return FALSE;
  return drafts != NULL;
}

/* --date in place of the draft's own day. */
static void
take_date (SheafCommandLine *line,
           SheafDraft       *draft)
{
  if (sheaf_command_option (line, "date") != NULL)
    sheaf_draft_set (&draft->date, sheaf_command_option (line, "date"));
}

static gboolean
copy (SheafCommandLine *line,
      SheafBook        *book,
      const char       *name,
      GError          **error)
{
  g_autoptr (SheafDraft) draft = NULL;
  gint64 id;

  if (!sheaf_command_find_named_voucher (line, book, name, &id, error))
    return FALSE;
  draft = sheaf_voucher_copy (book, id, error);
  if (draft == NULL)
    return FALSE;
  take_date (line, draft);
  return keep (book, draft, error);
}

static gboolean
show (SheafCommandLine *line,
      SheafBook        *book,
      gint64            id,
      GError          **error)
{
  g_autoptr (SheafDraft) draft = sheaf_draft_load (book, id, error);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  if (draft == NULL || !sheaf_draft_check (book, draft, NULL, problems, error) ||
      !sheaf_draft_output (line, draft, error))
    return FALSE;
  sheaf_command_print_warnings (problems);
  return TRUE;
}

/* The files that wait with the draft, and the one of --attach. */
static GPtrArray *
read_files (SheafCommandLine *line,
            SheafBook        *book,
            gint64            id,
            GError          **error)
{
  const char *path = sheaf_command_option (line, "attach");
  g_autoptr (GPtrArray) files = sheaf_draft_files_list (book, id, error);
  SheafAttachmentFile *file = NULL;

  if (files == NULL || path == NULL)
    return g_steal_pointer (&files);
  file = sheaf_attachment_file_read (book, path, error);
  if (file == NULL)
    return NULL;
  g_ptr_array_add (files, file);
  return g_steal_pointer (&files);
}

static gboolean
post (SheafCommandLine *line,
      SheafBook        *book,
      gint64            id,
      GError          **error)
{
  g_autoptr (SheafDraft) draft = sheaf_draft_load (book, id, error);
  g_autoptr (GPtrArray) files = draft != NULL ? read_files (line, book, id, error) : NULL;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) voucher = NULL;
  gint64   voucher_id;
  gboolean done;

  if (files == NULL)
    return FALSE;
  take_date (line, draft);
  done = sheaf_draft_post (book, draft, NULL, files, problems, &voucher_id, error);
  sheaf_command_print_problems (problems);
  voucher = done ? sheaf_voucher_load (book, voucher_id, error) : NULL;
  if (voucher != NULL)
    sheaf_command_say (_ ("Voucher %s is posted."), voucher->number);
  return voucher != NULL;
}

static gboolean
drop (SheafCommandLine *line,
      SheafBook        *book,
      gint64            id,
      GError          **error)
{
  (void) line;
  return sheaf_draft_delete (book, id, error);
}

static gboolean
undo (SheafCommandLine *line,
      SheafBook        *book,
      gint64            id,
      GError          **error)
{
  (void) line;
  return sheaf_draft_undo (book, id, error);
}

static gboolean
redo (SheafCommandLine *line,
      SheafBook        *book,
      gint64            id,
      GError          **error)
{
  (void) line;
  return sheaf_draft_redo (book, id, error);
}

/* What is done with a text, and with a draft's number. */
static const struct
{
  const char *option;
  gboolean (*with_text) (SheafCommandLine *line, SheafBook *book, const char *text, GError **error);
  gboolean (*with_id) (SheafCommandLine *line, SheafBook *book, gint64 id, GError **error);
} acts[] = {
  { "add", add, NULL },
  { "copy", copy, NULL },
  { "show", NULL, show },
  { "undo", NULL, undo },
  { "redo", NULL, redo },
  { "post", NULL, post },
  { "drop", NULL, drop },
};

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  int       chosen = -1;
  guint     number = 0;
  SheafDate day = SHEAF_DATE_NONE;
  g_autoptr (SheafBook) book = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (sheaf_command_option (line, acts[i].option) != NULL)
      chosen = chosen == -1 ? (int) i : -2;
  if (chosen < 0)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“draft” does one thing: give one of --add, --copy, --show, --undo, --redo, "
                      "--post, --drop"));
      return FALSE;
    }
  if (!sheaf_command_day (line, "date", &day, error) ||
      (acts[chosen].with_id != NULL &&
       !sheaf_command_number (line, acts[chosen].option, 1, G_MAXINT, &number, error)))
    return FALSE;
  book = sheaf_command_open (
      line, acts[chosen].with_id == show ? SHEAF_BOOK_READ : SHEAF_BOOK_WRITE, error);
  if (book == NULL)
    return FALSE;
  return acts[chosen].with_id != NULL
             ? acts[chosen].with_id (line, book, number, error)
             : acts[chosen].with_text (line, book,
                                       sheaf_command_option (line, acts[chosen].option), error);
}

const SheafCommand sheaf_command_draft = {
  .name = "draft",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("keeps, shows, steps back, posts or removes a draft"),
  .options = options,
  .reports = TRUE,
  .run = run,
};

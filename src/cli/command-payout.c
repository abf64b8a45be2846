/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pays the members what a posted distribution owes them. */
#include "cli/commands.h"

#include "base/file.h"
#include "base/i18n.h"
#include "cli/error.h"
#include "documents/paper.h"
#include "payouts/batch.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

static const SheafCommandOption options[] = {
  { "year", "YYYY", N_ ("the year whose income was shared") },
  { "method", "cash|bank", N_ ("how members are paid") },
  { "date", "DAY", N_ ("the day of the payments") },
  { "min", "AMOUNT", N_ ("less than this stays open; the plan's when not given") },
  { "net-debts", NULL, N_ ("sets off what members owe") },
  { "o", "DIR", N_ ("the folder for lists, slips and the bank file") },
  { NULL, NULL, NULL },
};

static gboolean
fail_usage (GError    **error,
            const char *option,
            const char *value,
            const char *remedy)
{
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE, _ ("--%s %s cannot be taken: %s"),
               option, value, remedy);
  return FALSE;
}

static gboolean
read_spec (const SheafCommandLine *line,
           SheafPayoutSpec        *spec,
           GError                **error)
{
  const char *method = sheaf_command_need (line, "method", error);
  const char *minimum = sheaf_command_option (line, "min");

  if (method == NULL || sheaf_command_need (line, "o", error) == NULL ||
      !sheaf_command_need_year (line, &spec->year, error) ||
      !sheaf_command_need_day (line, "date", &spec->date, error))
    return FALSE;
  if (!sheaf_payout_method_from_word (method, &spec->method))
    return fail_usage (error, "method", method, _ ("take cash or bank"));
  spec->minimum = SHEAF_MONEY (-1);
  if (minimum != NULL && !sheaf_money_parse (minimum, &spec->minimum, NULL))
    return fail_usage (error, "min", minimum, _ ("write a whole number, digits only"));
  spec->net_debts = sheaf_command_flag (line, "net-debts");
  return TRUE;
}

/* The folder is made first, so that nobody is paid without papers for want of one. */
static gboolean
make_folder (const char *folder,
             GError    **error)
{
  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
               _ ("the folder %s cannot be made (%s): name another one"), folder,
               g_strerror (errno));
  return FALSE;
}

static gboolean
write_bank_file (SheafBook             *book,
                 const SheafPayoutSpec *spec,
                 gint64                 id,
                 const char            *folder,
                 GError               **error)
{
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autofree char *name = g_strdup_printf ("bank-order-%d-%" G_GINT64_FORMAT ".csv", spec->year,
                                           id);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  if (spec->method != SHEAF_PAYOUT_BANK)
    return TRUE;
  batch = sheaf_payout_load (book, id, error);
  if (batch == NULL)
    return FALSE;
  text = sheaf_payout_batch_to_csv (book, batch, error);
  if (text == NULL || !sheaf_file_write (path, text, strlen (text), error))
    return FALSE;
  sheaf_command_say ("%s", path);
  return TRUE;
}

static gboolean
write_papers (SheafBook             *book,
              const SheafPayoutSpec *spec,
              gint64                 id,
              const char            *folder,
              GError               **error)
{
  g_autoptr (GPtrArray) paths =
      sheaf_paper_write_batch (book, spec->year, id, folder, error);

  for (guint i = 0; paths != NULL && i < paths->len; i++)
    sheaf_command_say ("%s", (const char *) g_ptr_array_index (paths, i));
  return paths != NULL && write_bank_file (book, spec, id, folder, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char     *folder = sheaf_command_option (line, "o");
  SheafPayoutSpec spec = { 0 };
  gint64          id;
  gboolean        done;
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook) book = NULL;

  if (!read_spec (line, &spec, error))
    return FALSE;
  book = sheaf_command_open (line, SHEAF_BOOK_WRITE, error);
  if (book == NULL || !make_folder (folder, error))
    return FALSE;
  done = sheaf_payout_make (book, &spec, problems, &id, error);
  sheaf_command_print_problems (problems);
  return done && write_papers (book, &spec, id, folder, error);
}

const SheafCommand sheaf_command_payout = {
  .name = "payout",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("pays members their shares: entries, list, slips or bank file"),
  .options = options,
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries that come again: what is due, and what is done about it. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "cli/error.h"
#include "cli/output.h"
#include "ledger/recurrence.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("what is due until this day; today when not given") },
  { "all", NULL, N_ ("lists the recurring entries themselves") },
  { "add", "TEMPLATE", N_ ("lets a template come again, with --months and --first") },
  { "months", "N", N_ ("with --add: every so many months") },
  { "first", "DAY", N_ ("with --add: the first due day") },
  { "replace", NULL, N_ ("with --add: in place of how it came again before") },
  { "last", "DAY", N_ ("with --add: the last day; no end when not given") },
  { "post", "TEMPLATE", N_ ("posts what is due on --due") },
  { "skip", "TEMPLATE", N_ ("leaves out what is due on --due, with --reason") },
  { "due", "DAY", N_ ("with --post or --skip: the due day") },
  { "date", "DAY", N_ ("with --post: the voucher's day; the due day when not given") },
  { "reason", "TEXT", N_ ("with --skip: why") },
  { "end", "TEMPLATE", N_ ("lets it come no more") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn due_columns[] = {
  { "due", N_ ("Due"), SHEAF_OUTPUT_DAY },
  { "template", N_ ("Template"), SHEAF_OUTPUT_TEXT },
  { "kind", N_ ("Kind"), SHEAF_OUTPUT_TEXT },
  { "description", N_ ("Description"), SHEAF_OUTPUT_TEXT },
  { "earlier", N_ ("Open before it"), SHEAF_OUTPUT_NUMBER },
};

static const SheafOutputColumn all_columns[] = {
  { "template", N_ ("Template"), SHEAF_OUTPUT_TEXT },
  { "months", N_ ("Months"), SHEAF_OUTPUT_NUMBER },
  { "first", N_ ("First day"), SHEAF_OUTPUT_DAY },
  { "last", N_ ("Last day"), SHEAF_OUTPUT_DAY },
};

static void
add_count (SheafOutput *output,
           guint        count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  sheaf_output_text (output, text);
}

static gboolean
list_due (SheafCommandLine *line,
          SheafBook        *book,
          GError          **error)
{
  SheafDate on = sheaf_book_today (book);
  g_autoptr (SheafOutput)
      output = sheaf_output_new (line, due_columns, G_N_ELEMENTS (due_columns));
  g_autoptr (GPtrArray) list = NULL;

  if (!sheaf_command_day (line, "on", &on, error))
    return FALSE;
  list = sheaf_recurrence_due (book, on, error);
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SheafRecurrenceDue *due = list->pdata[i];

      sheaf_output_day (output, due->due);
      sheaf_output_text (output, due->template_name);
      sheaf_output_text (output, sheaf_voucher_kind_to_word (due->kind));
      sheaf_output_text (output, due->description);
      add_count (output, due->earlier);
    }
  return list != NULL && sheaf_output_write (output, line, error);
}

static gboolean
list_all (SheafCommandLine *line,
          SheafBook        *book,
          GError          **error)
{
  g_autoptr (SheafOutput)
      output = sheaf_output_new (line, all_columns, G_N_ELEMENTS (all_columns));
  g_autoptr (GPtrArray) list = sheaf_recurrence_list (book, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const SheafRecurrence *recurrence = list->pdata[i];

      sheaf_output_text (output, recurrence->template_name);
      add_count (output, recurrence->months);
      sheaf_output_day (output, recurrence->first);
      sheaf_output_day (output, recurrence->last);
    }
  return list != NULL && sheaf_output_write (output, line, error);
}

/* How often a template comes again is not replaced by mistake. */
static gboolean
check_new (SheafCommandLine *line,
           SheafBook        *book,
           const char       *name,
           GError          **error)
{
  g_autoptr (GPtrArray) list = sheaf_recurrence_list (book, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    if (g_str_equal (((const SheafRecurrence *) list->pdata[i])->template_name, name) &&
        !sheaf_command_flag (line, "replace"))
      {
        g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                     _ ("“%s” comes again already: give --replace to change how, or --end to end "
                        "it"),
                     name);
        return FALSE;
      }
  return list != NULL;
}

static gboolean
add (SheafCommandLine *line,
     SheafBook        *book,
     const char       *name,
     GError          **error)
{
  SheafRecurrence recurrence = { .template_name = (char *) name, .last = SHEAF_DATE_NONE };

  return sheaf_command_need (line, "months", error) != NULL &&
         sheaf_command_number (line, "months", 1, 120, &recurrence.months, error) &&
         sheaf_command_need_day (line, "first", &recurrence.first, error) &&
         sheaf_command_day (line, "last", &recurrence.last, error) &&
         check_new (line, book, name, error) &&
         sheaf_recurrence_set (book, &recurrence, error);
}

static gboolean
post (SheafCommandLine *line,
      SheafBook        *book,
      const char       *name,
      GError          **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafVoucher) voucher = NULL;
  SheafDate due, date;
  gint64    id;
  gboolean  done;

  if (!sheaf_command_need_day (line, "due", &due, error))
    return FALSE;
  date = due;
  if (!sheaf_command_day (line, "date", &date, error))
    return FALSE;
  done = sheaf_recurrence_post (book, name, due, date, problems, &id, error);
  sheaf_command_print_problems (problems);
  voucher = done ? sheaf_voucher_load (book, id, error) : NULL;
  if (voucher != NULL)
    sheaf_command_say (_ ("Voucher %s is posted."), voucher->number);
  return voucher != NULL;
}

static gboolean
skip (SheafCommandLine *line,
      SheafBook        *book,
      const char       *name,
      GError          **error)
{
  SheafDate due;

  return sheaf_command_need_day (line, "due", &due, error) &&
         sheaf_command_need (line, "reason", error) != NULL &&
         sheaf_recurrence_skip (book, name, due, sheaf_command_option (line, "reason"), error);
}

static gboolean
end (SheafCommandLine *line,
     SheafBook        *book,
     const char       *name,
     GError          **error)
{
  (void) line;
  return sheaf_recurrence_end (book, name, error);
}

static const struct
{
  const char *option;
  gboolean (*run) (SheafCommandLine *line, SheafBook *book, const char *name, GError **error);
} acts[] = { { "add", add }, { "post", post }, { "skip", skip }, { "end", end } };

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  int chosen = -1;
  g_autoptr (SheafBook) book = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (sheaf_command_option (line, acts[i].option) != NULL)
      chosen = chosen == -1 ? (int) i : -2;
  if (chosen == -2)
    {
      g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
                   _ ("“recurring” does one thing: give one of --add, --post, --skip, --end"));
      return FALSE;
    }
  book = sheaf_command_open (line, chosen >= 0 ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ, error);
  if (book == NULL)
    return FALSE;
  if (chosen >= 0)
    return acts[chosen].run (line, book, sheaf_command_option (line, acts[chosen].option), error);
  return sheaf_command_flag (line, "all") ? list_all (line, book, error)
                                          : list_due (line, book, error);
}

const SheafCommand sheaf_command_recurring = {
  .name = "recurring",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("entries that come again: what is due; adds, posts, leaves out, ends"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of cash and stock. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "book/act.h"
#include "cli/book-argument.h"
#include "cli/error.h"
#include "cli/output.h"
#include "cli/report-output.h"
#include "ledger/count.h"
#include "reports/list-count.h"

#include <string.h>

static const SheafCommandOption options[] = {
  { "account", "CODE", N_ ("the account of cash or stock") },
  { "date", "DAY", N_ ("the day of the count") },
  { "file", "FILE",
    N_ ("what was found: name,quantity,amount,note,poor,spoilt; keeps a sheet of it") },
  { "time", "HH:MM", N_ ("with --file: the time of the count") },
  { "people", "TEXT", N_ ("who counted, parted by commas, each as name; office; for whom") },
  { "note", "TEXT", N_ ("a remark on the sheet") },
  { "post", NULL, N_ ("puts the difference on the books") },
  { "other", "CODE", N_ ("with --post: the account that takes it, if the usual one is divided") },
  { "number", "NUMBER", N_ ("an earlier sheet, by its number; with --file: counted again") },
  { "withdraw", "REASON", N_ ("with --number: sets the sheet aside; it counts no more") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn columns[] = {
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "quantity", N_ ("Quantity"), SHEAF_OUTPUT_NUMBER },
  { "amount", N_ ("Amount"), SHEAF_OUTPUT_NUMBER },
  { "note", N_ ("Note"), SHEAF_OUTPUT_TEXT },
  { "booked_quantity", N_ ("Booked quantity"), SHEAF_OUTPUT_NUMBER },
  { "booked_amount", N_ ("Booked amount"), SHEAF_OUTPUT_AMOUNT },
  { "poor", N_ ("Poor"), SHEAF_OUTPUT_NUMBER },
  { "spoilt", N_ ("Spoilt"), SHEAF_OUTPUT_NUMBER },
};

/* The sheet to be filled in, as the CSV that is read back. */
static gboolean
write_sheet (const SheafCommandLine *line,
             const SheafCount       *count,
             GError                **error)
{
  g_autoptr (SheafOutput) output = sheaf_output_new (line, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < count->lines->len; i++)
    {
      const SheafCountLine *one = count->lines->pdata[i];
      g_autofree char      *quantity = sheaf_quantity_to_text (one->booked_quantity);

      if (count->kind == SHEAF_COUNT_CASH && *one->name == '\0')
        continue;
      sheaf_output_text (output, one->name);
      for (guint empty = 0; empty < 3; empty++)
        sheaf_output_text (output, NULL);
      sheaf_output_text (output, quantity);
      sheaf_output_amount (output, one->booked_amount);
      sheaf_output_text (output, NULL);
      sheaf_output_text (output, NULL);
    }
  return sheaf_output_write (output, line, error);
}

typedef struct
{
  SheafBook        *book;
  const SheafCount *count;
  const char       *language;
} Blank;

static gboolean
fill_blank (SheafReportSink *sink,
            gpointer         data,
            GError         **error)
{
  const Blank *blank = data;

  return sheaf_list_count_write_blank (blank->book, blank->count, blank->language, sink, error);
}

/* As a file for a program to be read back, or as the form for a pen. */
static gboolean
write_to_fill_in (const SheafCommandLine *line,
                  SheafBook              *book,
                  const SheafCount       *count,
                  GError                **error)
{
  const char *format = sheaf_command_format (line);
  Blank       blank = { book, count, sheaf_report_output_language (line) };

  if (strcmp (format, "pdf") != 0 && strcmp (format, "xlsx") != 0)
    return write_sheet (line, count, error);
  return sheaf_report_output_filled (line, book, blank.language, fill_blank, &blank, error);
}

/* The one of the number, else the last of kind, account and day. */
static gboolean
find_kept (const SheafCommandLine *line,
           SheafBook              *book,
           const SheafCount       *asked,
           gint64                 *ret_id,
           GError                **error)
{
  const char *number = sheaf_command_option (line, "number");
  g_autoptr (GPtrArray) all = sheaf_count_list (book, error);

  *ret_id = 0;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const SheafCount *count = all->pdata[i];

      if (count->kind == asked->kind && count->account_id == asked->account_id &&
          (number != NULL ? strcmp (count->number, number) == 0
                          : count->withdrawn == NULL &&
                                sheaf_date_cmp (count->date, asked->date) == 0))
        *ret_id = count->id;
    }
  if (all != NULL && *ret_id == 0)
    g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_FAILED,
                 _ ("there is no such count: keep one with --file"));
  return *ret_id != 0;
}

static gboolean
keep (const SheafCommandLine *line,
      SheafBook              *book,
      SheafCount             *count,
      gint64                 *ret_id,
      GError                **error)
{
  const char *people = sheaf_command_option (line, "people");
  gint64      old_id;

  if (!sheaf_count_read (count, sheaf_command_option (line, "file"), error))
    {
      g_prefix_error (error, "%s: ", sheaf_command_option (line, "file"));
      return FALSE;
    }
  if (people != NULL)
    {
      g_auto (GStrv) names = g_strsplit (people, ",", -1);

      count->people = g_strjoinv ("\n", names);
    }
  count->note = g_strdup (sheaf_command_option (line, "note"));
  count->time = g_strdup (sheaf_command_option (line, "time"));
  if (sheaf_command_option (line, "number") == NULL)
    return sheaf_count_insert (book, count, ret_id, error);
  return find_kept (line, book, count, &old_id, error) &&
         sheaf_count_replace (book, old_id, count, ret_id, error);
}

static gboolean
print_kept (const SheafCommandLine *line,
            SheafBook              *book,
            gint64                  id,
            GError                **error)
{
  g_autoptr (SheafCount) count = sheaf_count_load (book, id, error);
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE };

  if (count == NULL)
    return FALSE;
  question.to = count->date;
  question.detail = count->number;
  return sheaf_report_output (line, book,
                              count->kind == SHEAF_COUNT_CASH ? "count-cash" : "count-stock",
                              &question, error);
}

static gboolean
read_kind (const char     *word,
           SheafCountKind *ret_kind,
           GError        **error)
{
  *ret_kind = strcmp (word, "cash") == 0 ? SHEAF_COUNT_CASH : SHEAF_COUNT_STOCK;
  if (*ret_kind == SHEAF_COUNT_CASH || strcmp (word, "stock") == 0)
    return TRUE;
  g_set_error (error, SHEAF_CLI_ERROR, SHEAF_CLI_ERROR_USAGE,
               _ ("“%s” is nothing to be counted: say cash or stock"), word);
  return FALSE;
}

/* The sheet and its voucher are one act: when the voucher is refused, no sheet was kept. */
static gboolean
act_on (const SheafCommandLine *line,
        SheafBook              *book,
        SheafCount             *sheet,
        gint64                  other_id,
        gint64                 *ret_id,
        GError                **error)
{
  g_autofree char *day = sheaf_date_to_text (sheet->date);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "count", day, error);
  gboolean fresh = sheaf_command_option (line, "file") != NULL;

  return act != NULL &&
         (fresh ? keep (line, book, sheet, ret_id, error)
                : find_kept (line, book, sheet, ret_id, error)) &&
         (!sheaf_command_flag (line, "post") ||
          sheaf_count_post (book, *ret_id, other_id, error)) &&
         sheaf_act_commit (act, error);
}

static gboolean
set_aside (const SheafCommandLine *line,
           SheafBook              *book,
           const SheafCount       *asked,
           GError                **error)
{
  const char *reason = sheaf_command_option (line, "withdraw");
  gint64      id;

  return sheaf_command_need (line, "number", error) != NULL &&
         find_kept (line, book, asked, &id, error) &&
         sheaf_count_withdraw (book, id, reason, error);
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  const char *account = sheaf_command_need (line, "account", error);
  gboolean    post = sheaf_command_flag (line, "post");
  gboolean    fresh = sheaf_command_option (line, "file") != NULL;
  gboolean    aside = sheaf_command_option (line, "withdraw") != NULL;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafCount) sheet = NULL;
  SheafCountKind kind;
  SheafDate      date;
  gint64         account_id = 0, other_id = 0, id;

  if (account == NULL || !read_kind (sheaf_command_argument (line, 1), &kind, error) ||
      !sheaf_command_need_day (line, "date", &date, error))
    return FALSE;
  book = sheaf_command_open (line, fresh || post || aside ? SHEAF_BOOK_WRITE : SHEAF_BOOK_READ,
                             error);
  if (book == NULL || !sheaf_command_find_account (book, account, &account_id, error) ||
      !sheaf_command_find_account (book, sheaf_command_option (line, "other"), &other_id, error))
    return FALSE;
  sheet = sheaf_count_prepare (book, kind, account_id, date, error);
  if (sheet == NULL)
    return FALSE;
  if (aside)
    return set_aside (line, book, sheet, error);
  if (!fresh && !post && sheaf_command_option (line, "number") == NULL)
    return write_to_fill_in (line, book, sheet, error);
  if (fresh || post ? !act_on (line, book, sheet, other_id, &id, error)
                    : !find_kept (line, book, sheet, &id, error))
    return FALSE;
  return print_kept (line, book, id, error);
}

const SheafCommand sheaf_command_count = {
  .name = "count",
  .arguments = "BOOK cash|stock",
  .n_arguments = 2,
  .summary = N_ ("counts cash (08a-TT) or stock (05-VT) beside the books; without a file the "
                 "sheet to fill in, as PDF the form itself"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

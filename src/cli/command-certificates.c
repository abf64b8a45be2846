/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates of contribution: in force, due, or all that happened. */
#include "cli/commands.h"

#include "base/i18n.h"
#include "capital/certificate-due.h"
#include "capital/register.h"
#include "cli/book-argument.h"
#include "cli/output.h"
#include "cli/report-output.h"

static const SheafCommandOption options[] = {
  { "on", "DAY", N_ ("the day; today when not given") },
  { "due", NULL, N_ ("those to issue, exchange or withdraw") },
  { "history", NULL, N_ ("all that happened, the latest last") },
  { "member", "CODE", N_ ("with --history: of this member only") },
  { NULL, NULL, NULL },
};

static const SheafOutputColumn force_columns[] = {
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "date", N_ ("Day"), SHEAF_OUTPUT_DAY },
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Contribution"), SHEAF_OUTPUT_AMOUNT },
  { "charter", N_ ("Charter capital"), SHEAF_OUTPUT_AMOUNT },
  { "percent", N_ ("Share of charter capital (%)"), SHEAF_OUTPUT_NUMBER },
  { "event", N_ ("Event"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn due_columns[] = {
  { "event", N_ ("To do"), SHEAF_OUTPUT_TEXT },
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "name", N_ ("Name"), SHEAF_OUTPUT_TEXT },
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Contribution"), SHEAF_OUTPUT_AMOUNT },
  { "paid", N_ ("Paid in"), SHEAF_OUTPUT_AMOUNT },
  { "since", N_ ("Since"), SHEAF_OUTPUT_DAY },
  { "changes", N_ ("Changes"), SHEAF_OUTPUT_TEXT },
};

static const SheafOutputColumn history_columns[] = {
  { "date", N_ ("Day"), SHEAF_OUTPUT_DAY },
  { "member", N_ ("Member"), SHEAF_OUTPUT_TEXT },
  { "event", N_ ("Event"), SHEAF_OUTPUT_TEXT },
  { "number", N_ ("Number"), SHEAF_OUTPUT_TEXT },
  { "amount", N_ ("Contribution"), SHEAF_OUTPUT_AMOUNT },
  { "ended", N_ ("Ended"), SHEAF_OUTPUT_DAY },
  { "reason", N_ ("Reason"), SHEAF_OUTPUT_TEXT },
};

static void
add_event (SheafOutput         *output,
           SheafCertificateKind event)
{
  sheaf_output_text (output, sheaf_output_is_text (output)
                                 ? sheaf_certificate_kind_title (event)
                                 : sheaf_certificate_kind_to_word (event));
}

static gboolean
write_in_force (const SheafCommandLine *line,
                SheafBook              *book,
                SheafDate               on,
                GError                **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, force_columns, G_N_ELEMENTS (force_columns));
  g_autoptr (GPtrArray) standing = sheaf_certificates_on (book, on, error);

  for (guint i = 0; standing != NULL && i < standing->len; i++)
    {
      const SheafCertificate *one = standing->pdata[i];
      g_autofree char        *percent =
          sheaf_register_percent_to_text (sheaf_certificate_percent (one));

      sheaf_output_text (output, one->number);
      sheaf_output_day (output, one->date);
      sheaf_output_text (output, one->code);
      sheaf_output_text (output, one->texts[SHEAF_CERTIFICATE_NAME]);
      sheaf_output_amount (output, one->amount);
      sheaf_output_amount (output, one->charter);
      sheaf_output_text (output, percent);
      add_event (output, one->event);
    }
  return standing != NULL && sheaf_output_write (output, line, error);
}

static gboolean
write_due (const SheafCommandLine *line,
           SheafBook              *book,
           SheafDate               on,
           GError                **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, due_columns, G_N_ELEMENTS (due_columns));
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (book, on, error);

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const SheafCertificateDue *due = dues->pdata[i];
      g_autofree char           *changes = sheaf_output_is_text (output)
                                               ? sheaf_certificate_changes_text (due->changes)
                                               : sheaf_certificate_changes_to_words (due->changes);

      sheaf_output_text (output, sheaf_certificate_kind_to_word (due->event));
      sheaf_output_text (output, due->code);
      sheaf_output_text (output, due->name);
      sheaf_output_text (output, due->standing == NULL ? NULL : due->standing->number);
      if (due->standing == NULL)
        sheaf_output_text (output, NULL);
      else
        sheaf_output_amount (output, due->standing->amount);
      sheaf_output_amount (output, due->paid);
      sheaf_output_day (output, due->since);
      sheaf_output_text (output, changes);
    }
  return dues != NULL && sheaf_output_write (output, line, error);
}

static gboolean
write_history (const SheafCommandLine *line,
               SheafBook              *book,
               GError                **error)
{
  g_autoptr (SheafOutput) output =
      sheaf_output_new (line, history_columns, G_N_ELEMENTS (history_columns));
  g_autoptr (GPtrArray) events = NULL;
  gint64 party_id = 0;

  if (!sheaf_command_find_party (book, sheaf_command_option (line, "member"), &party_id, error))
    return FALSE;
  events = sheaf_certificate_list (book, party_id, error);
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCertificate *one = events->pdata[i];

      sheaf_output_day (output, one->date);
      sheaf_output_text (output, one->code);
      add_event (output, one->event);
      sheaf_output_text (output, one->number);
      if (one->event == SHEAF_CERTIFICATE_WITHDRAW)
        sheaf_output_text (output, NULL);
      else
        sheaf_output_amount (output, one->amount);
      sheaf_output_day (output, one->ended);
      sheaf_output_text (output, one->reason);
    }
  return events != NULL && sheaf_output_write (output, line, error);
}

/* Sheets and papers are the whole list, in its three parts. */
static gboolean
is_printed (const SheafCommandLine *line)
{
  const char *format = sheaf_command_format (line);

  return g_str_equal (format, "pdf") || g_str_equal (format, "xlsx");
}

static gboolean
run (SheafCommandLine *line,
     GError          **error)
{
  SheafReportQuestion question = { .from = SHEAF_DATE_NONE };
  g_autoptr (SheafBook) book = sheaf_command_open (line, SHEAF_BOOK_READ, error);

  if (book == NULL || !sheaf_command_on (line, book, &question.to, error))
    return FALSE;
  if (sheaf_command_flag (line, "due"))
    return write_due (line, book, question.to, error);
  if (sheaf_command_flag (line, "history"))
    return write_history (line, book, error);
  return is_printed (line) ? sheaf_report_output (line, book, "certificates", &question, error)
                           : write_in_force (line, book, question.to, error);
}

const SheafCommand sheaf_command_certificates = {
  .name = "certificates",
  .arguments = "BOOK",
  .n_arguments = 1,
  .summary = N_ ("certificates of contribution: in force on a day, due, or their history"),
  .options = options,
  .reports = TRUE,
  .prints = TRUE,
  .run = run,
};

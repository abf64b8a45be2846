/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports on the reading thread. */
#include "app/statements/report-jobs.h"

#include "app/format.h"
#include "app/widgets/report-view.h"
#include "base/language.h"
#include "ledger/voucher.h"

static void
copy_texts (SheafReportQuestion *question)
{
  question->account = g_strdup (question->account);
  question->party = g_strdup (question->party);
  question->item = g_strdup (question->item);
  question->product = g_strdup (question->product);
  question->currency = g_strdup (question->currency);
  question->detail = g_strdup (question->detail);
  question->buckets = g_strdup (question->buckets);
}

SheafReportWish *
sheaf_report_wish_new (const char                *code,
                       const SheafReportQuestion *question)
{
  SheafReportWish *wish = g_new0 (SheafReportWish, 1);

  wish->code = g_strdup (code);
  wish->question = *question;
  wish->question.language = sheaf_language_current ();
  wish->question.today = sheaf_format_today ();
  copy_texts (&wish->question);
  return wish;
}

SheafReportWish *
sheaf_report_wish_copy (const SheafReportWish *wish)
{
  SheafReportWish *copy = g_memdup2 (wish, sizeof *wish);

  copy->code = g_strdup (wish->code);
  copy_texts (&copy->question);
  return copy;
}

void
sheaf_report_wish_free (SheafReportWish *wish)
{
  if (wish == NULL)
    return;
  g_free (wish->code);
  g_free ((char *) wish->question.account);
  g_free ((char *) wish->question.party);
  g_free ((char *) wish->question.item);
  g_free ((char *) wish->question.product);
  g_free ((char *) wish->question.currency);
  g_free ((char *) wish->question.detail);
  g_free ((char *) wish->question.buckets);
  g_free (wish);
}

void
sheaf_report_answer_free (SheafReportAnswer *answer)
{
  if (answer == NULL)
    return;
  sheaf_report_wish_free (answer->wish);
  sheaf_collected_free (answer->collected);
  g_free (answer);
}

gpointer
sheaf_report_list_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  (void) data;
  return sheaf_reports_list (connection, sheaf_language_current (), error);
}

gpointer
sheaf_report_read_job (gpointer connection,
                       gpointer data,
                       GError **error)
{
  const SheafReportWish *wish = data;
  SheafReportSink       *sink = sheaf_collected_sink_new (SHEAF_REPORT_VIEW_ROWS);
  SheafReportAnswer     *answer = NULL;

  if (sheaf_reports_write (connection, wish->code, &wish->question, sink, error))
    {
      answer = g_new0 (SheafReportAnswer, 1);
      answer->wish = sheaf_report_wish_copy (wish);
      answer->collected = sheaf_collected_sink_take (sink);
    }
  sheaf_collected_sink_free (sink);
  return answer;
}

gpointer
sheaf_report_voucher_job (gpointer connection,
                          gpointer data,
                          GError **error)
{
  gint64 id = *(const gint64 *) data;
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (connection, id, error);
  g_autofree char *day = voucher != NULL ? sheaf_date_to_text (voucher->date) : NULL;

  return voucher != NULL ? g_strdup_printf ("%s %" G_GINT64_FORMAT, day, id) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of certificates: what is in force, what ended, what is due, in each language. */
#include "capital/certificate.h"
#include "capital/event.h"
#include "helpers/members.h"
#include "reports/cell.h"
#include "reports/collected.h"
#include "reports/error.h"
#include "reports/reports.h"

#include <string.h>

static void
pay_up (SheafBook  *book,
        gint64      party_id,
        const char *day,
        gint64      amount)
{
  SheafCapitalEvent *commit = sheaf_capital_event_new ();
  SheafCapitalEvent *pay = sheaf_capital_event_new ();
  g_autoptr (GPtrArray)
      events = test_list ((GDestroyNotify) sheaf_capital_event_free, commit, pay, NULL);
  g_autoptr (GError) error = NULL;

  commit->party_id = pay->party_id = party_id;
  commit->date = pay->date = test_day (day);
  commit->amount = pay->amount = SHEAF_MONEY (amount);
  commit->event = SHEAF_CAPITAL_COMMIT;
  pay->event = SHEAF_CAPITAL_PAY;
  g_assert_true (sheaf_capital_post (book, events, TRUE, &error));
  g_assert_no_error (error);
}

/* TV1's paper was lost and its content changed since, TV2 left and gave the paper back, TV3 waits
 * for one. */
static SheafBook *
new_book (void)
{
  SheafBook *book = test_members_new ();
  gint64     one = test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  gint64     two = test_member (book, "TV2", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  gint64     three = test_member (book, "TV3", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  g_autoptr (GError) error = NULL;

  pay_up (book, one, "2025-02-01", 100);
  pay_up (book, two, "2025-02-01", 300);
  pay_up (book, three, "2025-03-01", 400);
  g_assert_true (
      sheaf_certificate_issue (book, one, test_day ("2025-02-02"), NULL, NULL, &error) &&
      sheaf_certificate_issue (book, two, test_day ("2025-02-02"), NULL, NULL, &error) &&
      sheaf_certificate_reissue (book, one, test_day ("2025-04-01"), NULL, "Mất", NULL, &error));
  g_assert_no_error (error);
  pay_up (book, one, "2025-05-01", 50);
  test_membership_insert (book, "TV2", "2025-06-01", SHEAF_MEMBERSHIP_LEAVE, NULL);
  g_assert_true (
      sheaf_certificate_withdraw (book, two, test_day ("2025-06-02"), "Ra khỏi", &error));
  g_assert_no_error (error);
  return book;
}

static SheafCollected *
collect (SheafBook  *book,
         SheafDate   on,
         const char *language)
{
  const SheafReportQuestion question = { .from = SHEAF_DATE_NONE, .to = on, .language = language };
  SheafReportSink          *sink = sheaf_collected_sink_new (0);
  g_autoptr (GError) error = NULL;
  SheafCollected *collected;

  sheaf_reports_write (book, "certificates", &question, sink, &error);
  g_assert_no_error (error);
  collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

/* The row of a section as people see it, cells parted by |. */
static char *
read_row (const SheafCollected *report,
          guint                 section,
          guint                 row,
          const char           *language)
{
  const SheafCollectedSection *part = report->sections->pdata[section];
  const SheafReportRow        *cells = part->rows->pdata[row];
  GPtrArray                   *columns = sheaf_report_columns (report->head, part->section);
  GString                     *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      const SheafReportColumn *column = columns->pdata[i];
      g_autofree char         *cell =
          sheaf_cell_format (&cells->cells[i], column->kind, NULL, language);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell);
    }
  return g_string_free (text, FALSE);
}

static void
expect_row (const SheafCollected *report,
            guint                 section,
            guint                 row,
            const char           *text)
{
  g_autofree char *read = read_row (report, section, row, "vi");

  g_assert_cmpstr (read, ==, text);
}

static void
test_parts (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCollected) report = collect (book, test_day ("2025-06-30"), "vi");

  g_assert_cmpuint (report->sections->len, ==, 3);
  expect_row (report, 0, 0, "GCN-0003|01/04/2025|TV1|TV1||100|800|12,50%|Cấp lại|GCN-0001|Mất");
  expect_row (report, 0, 1, "|||Cộng||100|||||");
  expect_row (report, 1, 0, "GCN-0001|02/02/2025|TV1|TV1|100|01/04/2025|Cấp lại|Mất");
  expect_row (report, 1, 1, "GCN-0002|02/02/2025|TV2|TV2|300|02/06/2025|Thu hồi|Ra khỏi");
  expect_row (report, 2, 0, "Cấp đổi|TV1|TV1|GCN-0003|100|150|01/05/2025|vốn góp");
  expect_row (report, 2, 1, "Cấp giấy|TV3|TV3|||400|01/03/2025|");
}

static void
test_of_a_past_day (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafCollected) report = collect (book, test_day ("2025-02-28"), "vi");

  g_assert_cmpuint (report->sections->len, ==, 1);
  expect_row (report, 0, 0, "GCN-0001|02/02/2025|TV1|TV1||100|400|25%|Cấp lần đầu||");
  expect_row (report, 0, 1, "GCN-0002|02/02/2025|TV2|TV2||300|400|75%|Cấp lần đầu||");
}

static void
test_words_in_each_language (void)
{
  static const char *const languages[] = { "vi", "en", "fr" };
  g_autoptr (SheafBook) book = new_book ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (SheafCollected)
          report = collect (book, test_day ("2025-06-30"), languages[i]);

      for (guint section = 0; section < report->sections->len; section++)
        for (guint row = 0;
             row < ((SheafCollectedSection *) report->sections->pdata[section])->rows->len; row++)
          {
            g_autofree char *text = read_row (report, section, row, languages[i]);

            g_assert_null (strchr (text, '_'));
            g_assert_null (strchr (text, '{'));
          }
    }
}

static void
test_withheld_without_members (void)
{
  const SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                         .to = sheaf_date_new (2025, 6, 30) };
  g_autoptr (SheafBook) book = test_members_new ();
  SheafReportSink *sink = sheaf_collected_sink_new (0);
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_reports_write (book, "certificates", &question, sink, &error));
  g_assert_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_WITHHELD);
  sheaf_collected_sink_free (sink);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-certificates/in-force-ended-due", test_parts);
  g_test_add_func ("/list-certificates/of-a-past-day", test_of_a_past_day);
  g_test_add_func ("/list-certificates/words-in-each-language", test_words_in_each_language);
  g_test_add_func ("/list-certificates/withheld-without-members", test_withheld_without_members);
  return g_test_run ();
}

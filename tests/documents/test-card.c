/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The member's card of the co-op in distribution/coop.c, whose figures were worked out by hand: in
 * the report and on paper. */
#include "documents/reader.h"

#include "distribution/coop.h"
#include "documents/report-paper.h"
#include "members/member.h"
#include "members/membership.h"
#include "payouts/batch.h"
#include "reports/collected.h"
#include "reports/error.h"
#include "reports/reports.h"

#include <string.h>

#define SHARE_A 5447379

/* Shared, posted on 2026-03-31 and paid in cash on 2026-04-10. */
static SheafBook *
paid_coop (void)
{
  SheafBook      *book = coop_new ();
  SheafPayoutSpec spec = { .year = 2025,
                           .method = SHEAF_PAYOUT_CASH,
                           .date = sheaf_date_new (2026, 4, 10),
                           .minimum = SHEAF_MONEY (-1) };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  coop_close (book);
  coop_approve (book, coop_plan);
  (void) coop_post (book);
  (void) sheaf_payout_make (book, &spec, problems, NULL, &error);
  g_assert_no_error (error);
  return book;
}

static SheafReportQuestion
question_of (const char *code,
             SheafDate   on,
             int         year)
{
  return (SheafReportQuestion){ .year = year,
                                .from = SHEAF_DATE_NONE,
                                .to = on,
                                .party = code,
                                .language = "vi",
                                .today = sheaf_date_new (2026, 12, 31) };
}

static SheafCollected *
collect (SheafBook  *book,
         const char *code,
         SheafDate   on,
         int         year)
{
  SheafReportQuestion question = question_of (code, on, year);
  SheafReportSink    *sink = sheaf_collected_sink_new (0);
  g_autoptr (GError) error = NULL;
  SheafCollected *collected;

  (void) sheaf_reports_write (book, "member-card", &question, sink, &error);
  g_assert_no_error (error);
  collected = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  return collected;
}

static const SheafCollectedSection *
find_section (const SheafCollected *collected,
              const char           *name)
{
  for (guint i = 0; i < collected->sections->len; i++)
    {
      const SheafCollectedSection *section = collected->sections->pdata[i];

      if (g_strcmp0 (section->section->name, name) == 0)
        return section;
    }
  return NULL;
}

/* The number in a row (from 0; from the end: -1 is the last) and column of a section. */
static gint64
number (const SheafCollected *collected,
        const char           *name,
        int                   row,
        guint                 column)
{
  const SheafCollectedSection *section = find_section (collected, name);
  const SheafReportRow        *line;

  g_assert_nonnull (section);
  line = section->rows->pdata[row < 0 ? (int) section->rows->len + row : row];
  return line->cells[column].number;
}

static const char *
text (const SheafCollected *collected,
      const char           *name,
      guint                 row,
      guint                 column)
{
  const SheafCollectedSection *section = find_section (collected, name);

  g_assert_nonnull (section);
  return ((const SheafReportRow *) section->rows->pdata[row])->cells[column].text;
}

/* A: 10,000,000 paid in, 6,000,000 delivered, 1,000,000 worked, 5,447,379 shared and paid. */
static void
test_worked_example (void)
{
  g_autoptr (SheafBook) book = paid_coop ();
  g_autoptr (SheafCollected) card = collect (book, "A", sheaf_date_new (2026, 6, 30), 2025);

  g_assert_cmpint (number (card, "summary", 0, 1), ==, 10000000);
  g_assert_cmpint (number (card, "summary", 1, 1), ==, 10000000);
  g_assert_cmpstr (text (card, "years", 0, 0), ==, "2025");
  g_assert_cmpint (number (card, "years", 0, 1), ==, 6000000);
  g_assert_cmpint (number (card, "years", 0, 2), ==, 0);
  g_assert_cmpint (number (card, "years", 0, 3), ==, 1000000);
  g_assert_cmpint (number (card, "years", 0, 4), ==, SHARE_A);
  g_assert_cmpint (number (card, "years", 0, 5), ==, SHARE_A);
  g_assert_cmpint (number (card, "years", 0, 6), ==, 10000000);
  g_assert_cmpint (number (card, "shares", -1, 6), ==, SHARE_A);
  g_assert_cmpint (number (card, "payments", -1, 4), ==, SHARE_A);
  g_assert_cmpint (number (card, "deliveries", -1, 6), ==, 6000000);
  g_assert_cmpint (number (card, "labour", -1, 4), ==, 1000000);
  g_assert_cmpint (number (card, "capital", -1, 5), ==, 10000000);
  g_assert_cmpint (number (card, "capital", -1, 6), ==, 10000000);
  /* The tax kept back of the member is no debt to the member. */
  g_assert_cmpint (number (card, "debts", -1, 5), ==, 0);
}

/* Posted and not yet paid: the co-op owes the share; before the approval there is none. */
static void
test_past_day (void)
{
  g_autoptr (SheafBook) book = paid_coop ();
  g_autoptr (SheafCollected) owed = collect (book, "A", sheaf_date_new (2026, 4, 9), 2025);
  g_autoptr (SheafCollected) before = collect (book, "A", sheaf_date_new (2025, 6, 14), 0);

  g_assert_cmpint (number (owed, "debts", -1, 5), ==, SHARE_A);
  g_assert_null (find_section (owed, "payments"));
  g_assert_null (find_section (before, "shares"));
  g_assert_null (find_section (before, "deliveries"));
  g_assert_cmpint (number (before, "years", 0, 1), ==, 0);
  g_assert_cmpint (number (before, "labour", -1, 4), ==, 1000000);
}

static void
test_who_left (void)
{
  g_autoptr (SheafBook) book = paid_coop ();
  g_autoptr (SheafCollected) card = collect (book, "L", sheaf_date_new (2026, 6, 30), 2025);
  gboolean left = FALSE;

  for (guint i = 0; i < find_section (card, "facts")->rows->len; i++)
    left = left || g_str_has_prefix (text (card, "facts", i, 1), "01/07/2025");
  g_assert_true (left);
  g_assert_cmpint (number (card, "deliveries", -1, 6), ==, 1000000);
  g_assert_cmpint (number (card, "shares", -1, 6), ==, 1003534);
}

static gboolean
is_unfinished (const SheafCollected *card,
               guint                 row)
{
  return ((const SheafReportRow *) find_section (card, "years")->rows->pdata[row])->unfinished;
}

/* The bars of a year that was not over on the card's day are hatched; on its last day it is. */
static void
test_unfinished_year (void)
{
  g_autoptr (SheafBook) book = paid_coop ();
  g_autoptr (SheafCollected) during = collect (book, "A", sheaf_date_new (2026, 12, 30), 0);
  g_autoptr (SheafCollected) over = collect (book, "A", sheaf_date_new (2026, 12, 31), 0);

  g_assert_false (is_unfinished (during, 0));
  g_assert_true (is_unfinished (during, 1));
  g_assert_false (is_unfinished (over, 1));
}

/* An event that was taken back stays, marked, and is not in force. */
static void
test_taken_back (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_membership_event_free);
  SheafMembershipEvent *event = sheaf_membership_event_new ();
  g_autoptr (GPtrArray) known = NULL;
  g_autoptr (SheafCollected) card = NULL;
  g_autoptr (GError) error = NULL;

  event->party_id = sheaf_member_find (book, "A");
  event->date = sheaf_date_new (2025, 9, 1);
  event->event = SHEAF_MEMBERSHIP_KIND;
  event->value = g_strdup ("associate-contributing");
  g_ptr_array_add (events, event);
  (void) sheaf_membership_insert (book, events, &error);
  g_assert_no_error (error);
  known = sheaf_membership_list (book, event->party_id, &error);
  (void) sheaf_membership_reverse (
      book, ((SheafMembershipEvent *) known->pdata[known->len - 1])->id, "Nhầm người", &error);
  g_assert_no_error (error);
  card = collect (book, "A", sheaf_date_new (2025, 12, 31), 0);
  g_assert_cmpstr (text (card, "facts", 2, 1), ==, "Thành viên chính thức");
  g_assert_cmpstr (text (card, "membership", find_section (card, "membership")->rows->len - 1, 2),
                   ==, "Thành viên liên kết góp vốn; đã thu hồi: Nhầm người");
}

/* Nothing but the membership: the card is short, and says that nothing is owed. */
static void
test_empty_member (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  g_autoptr (SheafCollected) card = collect (book, "C", sheaf_date_new (2024, 12, 31), 0);

  g_assert_null (find_section (card, "capital"));
  g_assert_null (find_section (card, "delivered"));
  g_assert_cmpint (number (card, "summary", 0, 1), ==, 0);
  g_assert_cmpuint (find_section (card, "debts")->rows->len, ==, 1);
}

static void
test_refusals (void)
{
  g_autoptr (SheafBook) book = coop_new ();
  static const char *const codes[] = { NULL, "XX" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      SheafReportQuestion question = question_of (codes[i], sheaf_date_new (2025, 12, 31), 0);
      SheafReportSink    *sink = sheaf_collected_sink_new (0);
      g_autoptr (GError) error = NULL;

      g_assert_false (sheaf_reports_write (book, "member-card", &question, sink, &error));
      g_assert_error (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_QUESTION);
      sheaf_collected_sink_free (sink);
    }
}

static gboolean
append (const char    *bytes,
        gsize          length,
        gpointer       data,
        GError **error G_GNUC_UNUSED)
{
  g_string_append_len (data, bytes, (gssize) length);
  return TRUE;
}

static void
test_paper (void)
{
  static const char *const parts[] = { "THẺ THÀNH VIÊN", "Nguyễn Văn A – mã số A",
                                       "Thành viên chính thức", "5.447.379", "5,4 tr",
                                       "Vốn góp cuối năm", "Trang 1/" };
  g_autoptr (SheafBook) book = paid_coop ();
  SheafReportQuestion question = question_of ("A", sheaf_date_new (2026, 6, 30), 2025);
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  SheafReportSink *sink = sheaf_report_paper_new (book, "vi", sheaf_date_new (2026, 7, 1), append,
                                                  bytes, &error);
  g_autofree char *folder = reader_folder ();
  g_autofree char *path = g_build_filename (folder, "card.pdf", NULL);
  g_autofree char *paper = NULL;

  (void) sheaf_reports_write (book, "member-card", &question, sink, &error);
  g_assert_no_error (error);
  sheaf_report_paper_free (sink);
  g_assert_true (g_file_set_contents (path, bytes->str, (gssize) bytes->len, NULL));
  paper = reader_text ("pdftotext -layout", path);
  reader_drop (path, folder);
  for (guint i = 0; paper != NULL && i < G_N_ELEMENTS (parts); i++)
    if (strstr (paper, parts[i]) == NULL)
      g_error ("“%s” is not in:\n%s", parts[i], paper);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/card/figures-are-those-worked-by-hand", test_worked_example);
  g_test_add_func ("/card/a-past-day-knows-nothing-later", test_past_day);
  g_test_add_func ("/card/who-left-keeps-what-was-earned", test_who_left);
  g_test_add_func ("/card/a-year-that-is-not-over-is-told", test_unfinished_year);
  g_test_add_func ("/card/what-was-taken-back-is-marked", test_taken_back);
  g_test_add_func ("/card/an-empty-member-owes-nothing", test_empty_member);
  g_test_add_func ("/card/refusals", test_refusals);
  g_test_add_func ("/card/paper", test_paper);
  return g_test_run ();
}

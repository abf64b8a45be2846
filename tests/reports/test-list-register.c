/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register as the law asks for it: by given name, as of a day, with what was put in. */
#include "capital/event.h"
#include "helpers/members.h"
#include "ledger/chart.h"
#include "members/member.h"
#include "reports/cell.h"
#include "reports/collected.h"
#include "reports/reports.h"

static gint64
enter (SheafBook      *book,
       const char     *code,
       const char     *name,
       SheafMemberKind kind,
       const char     *joined)
{
  SheafMember *member = sheaf_member_new ();
  g_autoptr (GPtrArray) members = test_list ((GDestroyNotify) sheaf_member_free, member, NULL);
  g_autoptr (GError) error = NULL;

  member->code = g_strdup (code);
  member->name = g_strdup (name);
  member->kind = kind;
  member->joined = test_day (joined);
  g_assert_true (sheaf_member_insert (book, members, &error));
  g_assert_no_error (error);
  return sheaf_member_find (book, code);
}

static SheafCapitalEvent *
new_event (gint64           party_id,
           SheafCapitalKind kind,
           const char      *day,
           gint64           amount)
{
  SheafCapitalEvent *event = sheaf_capital_event_new ();

  event->party_id = party_id;
  event->event = kind;
  event->date = test_day (day);
  event->amount = SHEAF_MONEY (amount);
  return event;
}

/* Hà promises 300 and pays 100 in money, Hạ brings a machine of 100; Bích contributes nothing. */
static SheafBook *
new_book (void)
{
  SheafBook         *book = test_members_new ();
  gint64             ha = enter (book, "TV1", "Vũ Văn Hà", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  gint64             low = enter (book, "TV2", "An Thị Hạ", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  SheafCapitalEvent *machine = new_event (low, SHEAF_CAPITAL_PAY_IN_KIND, "2025-03-01", 100);
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  enter (book, "TV3", "Lê Thị Bích", SHEAF_MEMBER_NON_CONTRIBUTING, "2025-06-01");
  machine->account_id = sheaf_chart_by_code (sheaf_chart_get (book, NULL), "211")->id;
  machine->asset = g_strdup ("Máy xay");
  machine->quantity = SHEAF_QUANTITY (1000);
  machine->unit = g_strdup ("chiếc");
  machine->document = g_strdup ("BB 01");
  events = test_list ((GDestroyNotify) sheaf_capital_event_free,
                      new_event (ha, SHEAF_CAPITAL_COMMIT, "2025-02-01", 300),
                      new_event (ha, SHEAF_CAPITAL_PAY, "2025-02-01", 100),
                      new_event (low, SHEAF_CAPITAL_COMMIT, "2025-03-01", 100), machine, NULL);
  g_assert_true (sheaf_capital_post (book, events, FALSE, &error));
  g_assert_no_error (error);
  return book;
}

static void
expect_rows (const char        *code,
             const char        *day,
             guint              section,
             const char *const *rows)
{
  g_autoptr (SheafBook) book = new_book ();
  const SheafReportQuestion question = { .from = SHEAF_DATE_NONE,
                                         .to = test_day (day),
                                         .language = "vi" };
  SheafReportSink          *sink = sheaf_collected_sink_new (0);
  g_autoptr (SheafCollected) report = NULL;
  g_autoptr (GError) error = NULL;
  const SheafCollectedSection *part;
  GPtrArray                   *columns;

  sheaf_reports_write (book, code, &question, sink, &error);
  g_assert_no_error (error);
  report = sheaf_collected_sink_take (sink);
  sheaf_collected_sink_free (sink);
  part = report->sections->pdata[section];
  columns = sheaf_report_columns (report->head, part->section);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      const SheafReportRow *row = part->rows->pdata[i];
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < columns->len; j++)
        {
          const SheafReportColumn *column = columns->pdata[j];
          g_autofree char         *cell = NULL;

          cell = sheaf_cell_format (&row->cells[j], column->kind, NULL, "vi");

          g_string_append_printf (text, "%s%s", j > 0 ? "|" : "", cell);
        }
      g_assert_cmpstr (text->str, ==, rows[i]);
    }
  g_assert_cmpuint (part->rows->len, ==, g_strv_length ((char **) rows));
}

static void
test_members_by_given_name (void)
{
  static const char *const rows[] = {
    "1|TV3|Lê Thị Bích|||Liên kết không góp vốn|01/06/2025||–|0%|–||",
    "2|TV1|Vũ Văn Hà|||Chính thức|01/01/2025||300|75%|100||",
    "3|TV2|An Thị Hạ|||Chính thức|01/01/2025||100|25%|100||",
    "||Cộng||||||400||200||",
    NULL,
  };

  expect_rows ("member-register", "2025-12-31", 0, rows);
}

static void
test_what_was_put_in (void)
{
  static const char *const rows[] = {
    "01/02/2025|TV1|Vũ Văn Hà|Góp vốn|Tiền|||100|",
    "01/03/2025|TV2|An Thị Hạ|Góp bằng tài sản|Máy xay|1|chiếc|100|BB 01",
    NULL,
  };

  expect_rows ("member-register", "2025-12-31", 1, rows);
}

static void
test_of_a_past_day (void)
{
  static const char *const rows[] = {
    "1|TV1|Vũ Văn Hà|||Chính thức|01/01/2025||300|100%|100||",
    "2|TV2|An Thị Hạ|||Chính thức|01/01/2025||–|0%|–||",
    "||Cộng||||||300||100||",
    NULL,
  };

  expect_rows ("member-register", "2025-02-28", 0, rows);
}

static void
test_only_those_who_contribute_are_published (void)
{
  static const char *const rows[] = {
    "1|TV1|Vũ Văn Hà|Chính thức|300|75%|100",
    "2|TV2|An Thị Hạ|Chính thức|100|25%|100",
    "||Cộng||400||200",
    NULL,
  };

  expect_rows ("contributions", "2025-12-31", 0, rows);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-register/members-by-given-name", test_members_by_given_name);
  g_test_add_func ("/list-register/what-was-put-in", test_what_was_put_in);
  g_test_add_func ("/list-register/of-a-past-day", test_of_a_past_day);
  g_test_add_func ("/list-register/only-those-who-contribute-are-published",
                   test_only_those_who_contribute_are_published);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window "Why this amount?" of a member with shares of two years: its lines are those that the
 * core tells, year by year. */
#include "payouts-fixture.h"

#include "app/members/explain-window.h"
#include "app/members/members-page.h"
#include "payouts/explain.h"

#define MEMBER "TV001"
#define TODAY sheaf_date_new (2027, 5, 4)

static GPtrArray *
explain (BookFixture *fixture,
         int          year)
{
  const SheafActor actor = { .user = "x", .today = TODAY };
  g_autoptr (SheafBook) book = sheaf_book_open (fixture->path, SHEAF_BOOK_READ, &actor, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  GPtrArray *lines = sheaf_payout_explain (book, year, MEMBER, TODAY, problems, &error);

  g_assert_no_error (error);
  return lines;
}

/* All texts of the labels below, a line each. */
static void
collect (GtkWidget *below,
         GString   *texts)
{
  if (GTK_IS_LABEL (below))
    g_string_append_printf (texts, "%s\n", gtk_label_get_text (GTK_LABEL (below)));
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, texts);
}

/* What the window is to say of the year: heading by heading, words, figure and note of a line. */
static char *
expect (BookFixture *fixture,
        int          year)
{
  g_autoptr (GPtrArray) lines = explain (fixture, year);
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const SheafExplainLine *line = lines->pdata[i];

      g_string_append_printf (texts, "%s\n", line->label);
      if (line->kind != SHEAF_EXPLAIN_HEADING)
        g_string_append_printf (texts, "%s\n", line->figure != NULL ? line->figure : "");
      if (line->kind != SHEAF_EXPLAIN_HEADING && line->note != NULL)
        g_string_append_printf (texts, "%s\n", line->note);
    }
  return g_string_free (texts, FALSE);
}

/* What a wait looks at: the window says this. */
typedef struct
{
  BookFixture *fixture;
  const char  *texts;
} Said;

static gboolean
says (gpointer data)
{
  const Said *said = data;
  GtkWidget  *window = book_fixture_find_dialog (said->fixture);
  g_autoptr (GString) texts = g_string_new (NULL);

  if (window == NULL || !SHEAF_IS_EXPLAIN_WINDOW (window))
    return FALSE;
  collect (book_fixture_part (window, "lines"), texts);
  return g_str_equal (texts->str, said->texts);
}

static void
test_lines_of_each_year (BookFixture  *fixture,
                         gconstpointer data)
{
  GtkWidget       *page = book_fixture_go (fixture, "members", MEMBER);
  g_autofree char *latest = expect (fixture, 2026);
  g_autofree char *earlier = expect (fixture, 2025);
  Said             said = { fixture, latest };
  GtkWidget       *window;
  GtkDropDown     *years;

  (void) data;
  g_assert_cmpstr (latest, !=, earlier);
  book_fixture_act (page, "members.explain");
  window_fixture_wait (says, &said);
  window = book_fixture_find_dialog (fixture);
  g_assert_true (book_fixture_says (window, MEMBER));
  g_assert_false (gtk_widget_get_visible (book_fixture_part (window, "nothing")));
  years = book_fixture_part (window, "year_choice");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (years)));
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (years)), ==, 2);
  g_assert_cmpuint (gtk_drop_down_get_selected (years), ==, 0);
  said.texts = earlier;
  gtk_drop_down_set_selected (years, 1);
  window_fixture_wait (says, &said);
  gtk_window_close (GTK_WINDOW (window));
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/explain-window/says-the-lines-of-each-year", test_lines_of_each_year);
}

int
main (int    argc,
      char **argv)
{
  return payouts_fixture_run_two_years (argc, argv, add_tests);
}

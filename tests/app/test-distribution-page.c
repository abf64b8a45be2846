/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The workbench of the distribution: what is told beside choices, and what each member gets. */
#include "distribution-fixture.h"

#include "app/distribution/distribution-page.h"
#include "app/distribution/member-pane.h"
#include "app/models/list-row.h"
#include "app/page.h"
#include "app/widgets/entry-mark.h"
#include "distribution/draft.h"

#include <string.h>

/* As while the first reading goes on, or after one that failed: there is nothing to act on. */
static void
test_an_unread_page_does_nothing (BookFixture *fixture G_GNUC_UNUSED,
                                  gconstpointer data   G_GNUC_UNUSED)
{
  const char *const acts[] = { "next", "save", "reopen", "unpost",
                               "change", "new-version", "add-fund", "add-earmark",
                               "add-weight", "take-version", "forget-version" };
  GtkWidget        *page = g_object_new (SHEAF_TYPE_DISTRIBUTION_PAGE, NULL);
  GtkWidget        *window = gtk_window_new ();

  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_present (GTK_WINDOW (window));
  window_fixture_settle ();
  g_assert_false (distribution_fixture_can (page, "save_button"));
  g_assert_false (distribution_fixture_can (page, "act_button"));
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *name = g_strconcat ("distribution.", acts[i], NULL);

      g_assert_true (gtk_widget_activate_action (page, name, NULL));
      /* Also where the action is reached while it is off. */
      gtk_widget_action_set_enabled (page, name, TRUE);
      g_assert_true (gtk_widget_activate_action (page, name, NULL));
    }
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (book_fixture_find_dialog (fixture));
}

static void
test_a_broken_floor_is_told_beside_the_choice (BookFixture       *fixture,
                                               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget       *page = distribution_fixture_go_to_closed (fixture);
  GtkWidget       *entry = sheaf_plan_form_find (distribution_fixture_form (page), "common-fund",
                                                 "external-rate");
  DistributionSaid broken = { page, "Below the law’s floor: Art. 84 asks for at least 5%" };

  distribution_fixture_wait_for (page, "Art. 84: at least 5%");
  distribution_fixture_choose (page, "common-fund", "external-rate", "4");
  window_fixture_wait (distribution_fixture_is_marked, entry);
  g_assert_true (distribution_fixture_says (&broken));
  g_assert_nonnull (strstr (distribution_fixture_text (page, "reason"), "breaks the law"));
  g_assert_false (distribution_fixture_can (page, "act_button"));
  g_assert_false (distribution_fixture_can (page, "save_button"));
  distribution_fixture_choose (page, "common-fund", "external-rate", "5");
  window_fixture_wait (distribution_fixture_says_no_more, &broken);
  g_assert_false (sheaf_entry_is_marked (entry));
  g_assert_true (distribution_fixture_can (page, "save_button"));
  g_assert_false (distribution_fixture_can (page, "act_button"));
  g_assert_nonnull (strstr (distribution_fixture_text (page, "reason"), "Save the plan first"));
}

static void
test_parts_that_do_not_add_up_are_told (BookFixture       *fixture,
                                        gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);

  distribution_fixture_choose (page, "internal", "use", "60");
  distribution_fixture_wait_for (page, "add up to 109%");
  distribution_fixture_choose (page, "internal", "use", "40");
  distribution_fixture_wait_for (page, "By use + By labour: Below the law’s floor: Art. 86");
  g_assert_false (distribution_fixture_can (page, "act_button"));
}

static void
test_what_cannot_be_read_is_told (BookFixture       *fixture,
                                  gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);

  distribution_fixture_save (page);
  distribution_fixture_choose (page, "external", "use", "viele");
  window_fixture_wait (distribution_fixture_cannot_act, page);
  distribution_fixture_wait_for (page, "cannot be read");
  g_assert_true (sheaf_entry_is_marked (
      sheaf_plan_form_find (distribution_fixture_form (page), "external", "use")));
}

static gboolean
set_true (gpointer flag)
{
  *(gboolean *) flag = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer flag)
{
  return *(gboolean *) flag;
}

/* A timer of the page's own pause comes after the page's, which was set before it. */
static void
wait_until_asked (void)
{
  gboolean asked = FALSE;

  (void) g_timeout_add (250, set_true, &asked);
  window_fixture_wait (is_true, &asked);
}

static const char *
typed_text (GtkWidget  *page,
            const char *group,
            const char *key)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (sheaf_plan_form_find (distribution_fixture_form (page), group, key)));
}

/* The figures that come after it are of before it, and do not wipe its mark. */
static void
test_a_late_result_keeps_the_mark (BookFixture       *fixture,
                                   gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);
  GtkWidget *entry = sheaf_plan_form_find (distribution_fixture_form (page), "common-fund",
                                           "external-rate");

  distribution_fixture_hold (page);
  distribution_fixture_choose (page, "common-fund", "external-rate", "6");
  wait_until_asked ();
  distribution_fixture_choose (page, "common-fund", "external-rate", "viel");
  window_fixture_wait (distribution_fixture_is_marked, entry);
  distribution_fixture_go_on (page);
  g_assert_true (sheaf_entry_is_marked (entry));
  g_assert_nonnull (strstr (distribution_fixture_text (page, "reason"), "cannot be read"));
}

/* What is typed while the plan is being saved is not in what was saved, and stays in the form. */
static void
test_what_is_typed_after_saving_stays (BookFixture       *fixture,
                                       gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);

  window_fixture_wait (distribution_fixture_can_save, page);
  g_assert_true (gtk_widget_activate_action (page, "distribution.save", NULL));
  g_assert_false (distribution_fixture_can (page, "save_button"));
  g_assert_false (distribution_fixture_can (page, "act_button"));
  distribution_fixture_choose (page, "common-fund", "external-rate", "7");
  distribution_fixture_wait_for (GTK_WIDGET (gtk_widget_get_root (page)), "The plan is saved");
  window_fixture_wait (distribution_fixture_can_save, page);
  g_assert_cmpstr (typed_text (page, "common-fund", "external-rate"), ==, "7");
  g_assert_false (distribution_fixture_can (page, "act_button"));
}

static gboolean
is_left (gpointer page)
{
  return !gtk_widget_is_sensitive (book_fixture_part (page, "content"));
}

static gboolean
is_shown (gpointer page)
{
  return !is_left (page);
}

/* A plan that is being changed, and what was typed of it, is of its year alone. */
static void
test_another_year_begins_anew (BookFixture       *fixture,
                               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget    *page = distribution_fixture_go_to_closed (fixture);
  SheafSession *session = sheaf_page_get_session (SHEAF_PAGE (page));

  distribution_fixture_save (page);
  distribution_fixture_approve (fixture, page);
  book_fixture_act (page, "distribution.change");
  distribution_fixture_choose (page, "internal", "use", "77");
  sheaf_session_set_year (session, YEAR + 1);
  window_fixture_wait (is_left, page);
  g_assert_false (distribution_fixture_can (page, "save_button"));
  g_assert_false (distribution_fixture_can (page, "act_button"));
  distribution_fixture_choose (page, "internal", "use", "78"); /* no longer asked for */
  window_fixture_wait (is_shown, page);
  wait_until_asked ();
  g_assert_cmpstr (typed_text (page, "internal", "use"), ==, "51");
  sheaf_session_set_year (session, YEAR);
  window_fixture_wait (is_left, page);
  window_fixture_wait (is_shown, page);
  g_assert_true (distribution_fixture_is_to_post (page));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (
      sheaf_plan_form_find (distribution_fixture_form (page), "internal", "use"))));
  g_assert_cmpstr (typed_text (page, "internal", "use"), ==, "51");
}

/* Through every tab that can be seen and back to the first. */
static void
test_every_tab_is_reached (BookFixture       *fixture,
                           gconstpointer data G_GNUC_UNUSED)
{
  const char *const tabs[] = { "proof", "members", "versions", "steps" };
  GtkWidget        *page = distribution_fixture_go_to_closed (fixture);
  GtkStack         *views = GTK_STACK (book_fixture_part (page, "views"));

  for (guint i = 1; i < G_N_ELEMENTS (tabs); i++)
    {
      book_fixture_act (page, "distribution.next-view");
      g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, tabs[i]);
    }
  distribution_fixture_save (page);
  distribution_fixture_approve (fixture, page);
  book_fixture_answer (distribution_fixture_ask (fixture, page, "distribution.next"), "accept");
  window_fixture_wait (distribution_fixture_is_to_pay, page);
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      book_fixture_act (page, "distribution.next-view");
      g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, tabs[i]);
    }
}

static guint
count_treatments (GtkWidget  *page,
                  SheafLaw   *law,
                  SheafPlan  *plan,
                  const char *sector)
{
  GtkWidget *entry;

  sheaf_plan_form_show (distribution_fixture_form (page), plan, law, sector, TRUE);
  entry = sheaf_plan_form_find (distribution_fixture_form (page), "tax", "use");
  return g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (entry)));
}

/* What is for farmers' co-ops is offered to them, and shown where a plan has it. */
static void
test_treatments_fit_the_sector (BookFixture       *fixture,
                                gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);
  g_autoptr (SheafBook) book = distribution_fixture_read_book (fixture);
  g_autoptr (SheafLaw) law = sheaf_law_of_book (book, NULL);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafPlan) plan = sheaf_plan_parse ("[tax]\nuse=none\n", -1, NULL, law, problems);
  guint all = count_treatments (page, law, plan, "agriculture");

  g_assert_cmpuint (count_treatments (page, law, plan, "trade"), ==, all - 1);
  g_assert_cmpuint (count_treatments (page, law, plan, NULL), ==, all - 1);
  g_free (plan->treatments[SHEAF_POOL_USE]);
  plan->treatments[SHEAF_POOL_USE] = g_strdup ("exempt-agricultural");
  g_assert_cmpuint (count_treatments (page, law, plan, "trade"), ==, all);
}

static gboolean
has_fund (gpointer page)
{
  return sheaf_plan_form_find (distribution_fixture_form (page), "fund fund-1", "rate") != NULL;
}

static gboolean
has_no_fund (gpointer page)
{
  return !has_fund (page);
}

static GtkWidget *
find_button (GtkWidget  *below,
             const char *tooltip)
{
  if (GTK_IS_BUTTON (below) && g_strcmp0 (gtk_widget_get_tooltip_text (below), tooltip) == 0)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_a_fund_comes_and_goes (BookFixture       *fixture,
                            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);
  GtkWidget *dialog = distribution_fixture_ask (fixture, page, "distribution.add-fund");

  book_fixture_type (dialog, "text_entry", "Quỹ khuyến học");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (has_fund, page);
  distribution_fixture_choose (page, "fund fund-1", "rate", "10");
  distribution_fixture_wait_for (page, "Fund: Quỹ khuyến học");
  distribution_fixture_save (page);
  g_signal_emit_by_name (find_button (page, "Remove the fund"), "clicked");
  window_fixture_wait (has_no_fund, page);
}

/* A rarer choice reaches the plan that is saved. */
static void
test_rarer_choices_are_saved (BookFixture       *fixture,
                              gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);
  GtkWidget *basis = sheaf_plan_form_find (distribution_fixture_form (page), "plan",
                                           "capital-basis");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafLaw) law = NULL;
  g_autoptr (SheafPlan) plan = NULL;

  g_assert_nonnull (sheaf_plan_form_find (distribution_fixture_form (page), "tax", "use"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (basis), 1);
  distribution_fixture_choose (page, "plan", "minimum-payout", "50000");
  distribution_fixture_choose (page, "weights", "supplies", "2");
  distribution_fixture_save (page);
  book = distribution_fixture_read_book (fixture);
  law = sheaf_law_of_book (book, NULL);
  plan = sheaf_plan_load (book, law, YEAR, NULL, NULL);
  g_assert_true (plan->capital_year_end);
  g_assert_cmpint (plan->minimum_payout.units, ==, 50000);
  g_assert_cmpint (plan->supplies_weight, ==, 2);
}

static const char *
shown_member (SheafMemberPane *pane,
              guint            position)
{
  GtkColumnView *view = book_fixture_part (GTK_WIDGET (pane), "view");
  g_autoptr (SheafListRow) row = g_list_model_get_item (
      G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  return ((const SheafMemberShare *) sheaf_list_row_get_record (row))->code;
}

static guint
count_members (SheafMemberPane *pane)
{
  GtkColumnView *view = book_fixture_part (GTK_WIDGET (pane), "view");

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

/* The head of the column is pressed so many times. */
static void
sort_by (SheafMemberPane *pane,
         guint            column,
         GtkSortType      direction)
{
  GtkColumnView *view = book_fixture_part (GTK_WIDGET (pane), "view");
  g_autoptr (GtkColumnViewColumn) chosen = g_list_model_get_item (
      gtk_column_view_get_columns (view), column);

  gtk_column_view_sort_by_column (view, chosen, direction);
}

static gboolean
has_one (gpointer pane)
{
  return count_members (pane) == 1;
}

static void
test_members_are_searched_sorted_and_explained (BookFixture       *fixture,
                                                gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget       *page = distribution_fixture_go_to_closed (fixture);
  SheafMemberPane *pane = book_fixture_part (page, "members");
  GtkWidget       *search = book_fixture_part (GTK_WIDGET (pane), "search_entry");
  guint            all = count_members (pane);

  gtk_stack_set_visible_child_name (GTK_STACK (book_fixture_part (page, "views")), "members");
  g_assert_cmpuint (all, >, 5);
  g_assert_cmpstr (sheaf_member_pane_get_selected (pane), ==, "TV001");
  distribution_fixture_wait_for (GTK_WIDGET (pane), "How the amounts of TV001 come about");
  sort_by (pane, 0, GTK_SORT_DESCENDING);
  g_assert_cmpstr (shown_member (pane, 0), >, shown_member (pane, 1));
  g_assert_cmpuint (count_members (pane), ==, all);
  g_assert_cmpstr (sheaf_member_pane_get_selected (pane), ==, "TV001");
  sort_by (pane, 0, GTK_SORT_ASCENDING);
  g_assert_cmpstr (shown_member (pane, 0), ==, "TV001");
  gtk_editable_set_text (GTK_EDITABLE (search), "le van ngai");
  window_fixture_wait (has_one, pane);
  g_assert_cmpstr (sheaf_member_pane_get_selected (pane), ==, "TV003");
  distribution_fixture_wait_for (GTK_WIDGET (pane), "How the amounts of TV003 come about");
  g_assert_true (book_fixture_says (GTK_WIDGET (pane), "Shown: 1."));
}

static void
note_text (GtkLabel         *label,
           GParamSpec *pspec G_GNUC_UNUSED,
           GPtrArray        *texts)
{
  g_ptr_array_add (texts, g_strdup (gtk_label_get_text (label)));
}

/* The explanation below its heading. */
static char *
read_lines (GtkWidget *pane)
{
  GString *text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (book_fixture_part (pane, "lines"));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (child)));
  return g_string_free (text, FALSE);
}

/* Rows that are passed over are not waited for, and nobody's figures stand below another's name:
 * every text that the heading takes is of the member selected, whatever comes in between. */
static void
test_the_explanation_is_of_the_member_selected (BookFixture       *fixture,
                                                gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget          *page = distribution_fixture_go_to_closed (fixture);
  GtkWidget          *pane = book_fixture_part (page, "members");
  GtkColumnView      *view = book_fixture_part (pane, "view");
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (view));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *first = NULL;
  g_autofree char *passed = NULL;
  g_autofree char *last = NULL;

  gtk_stack_set_visible_child_name (GTK_STACK (book_fixture_part (page, "views")), "members");
  distribution_fixture_wait_for (pane, "How the amounts of TV001 come about");
  first = read_lines (pane);
  g_signal_connect (book_fixture_part (pane, "explained"), "notify::label", G_CALLBACK (note_text),
                    texts);
  distribution_fixture_hold (page);
  gtk_single_selection_set_selected (selection, 1);
  gtk_single_selection_set_selected (selection, 2);
  distribution_fixture_go_on (page);
  passed = read_lines (pane); /* the answer for TV002 has come */
  distribution_fixture_wait_for (pane, "How the amounts of TV003 come about");
  distribution_fixture_hold (page);
  distribution_fixture_go_on (page);
  last = read_lines (pane);
  g_assert_cmpstr (first, !=, last);
  g_assert_true (g_str_equal (passed, first) || g_str_equal (passed, last));
  g_assert_cmpuint (texts->len, ==, 1);
  g_assert_cmpstr (texts->pdata[0], ==, "How the amounts of TV003 come about");
  g_signal_handlers_disconnect_by_data (book_fixture_part (pane, "explained"), texts);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/distribution-page/late-result-keeps-the-mark",
                    test_a_late_result_keeps_the_mark);
  BOOK_FIXTURE_ADD ("/distribution-page/what-is-typed-after-saving-stays",
                    test_what_is_typed_after_saving_stays);
  BOOK_FIXTURE_ADD ("/distribution-page/another-year-begins-anew", test_another_year_begins_anew);
  BOOK_FIXTURE_ADD ("/distribution-page/every-tab-is-reached", test_every_tab_is_reached);
  BOOK_FIXTURE_ADD ("/distribution-page/treatments-fit-the-sector",
                    test_treatments_fit_the_sector);
  BOOK_FIXTURE_ADD ("/distribution-page/explanation-is-of-the-member-selected",
                    test_the_explanation_is_of_the_member_selected);
  BOOK_FIXTURE_ADD ("/distribution-page/unread-page-does-nothing",
                    test_an_unread_page_does_nothing);
  BOOK_FIXTURE_ADD ("/distribution-page/broken-floor-is-told-beside-the-choice",
                    test_a_broken_floor_is_told_beside_the_choice);
  BOOK_FIXTURE_ADD ("/distribution-page/parts-add-up", test_parts_that_do_not_add_up_are_told);
  BOOK_FIXTURE_ADD ("/distribution-page/what-cannot-be-read-is-told",
                    test_what_cannot_be_read_is_told);
  BOOK_FIXTURE_ADD ("/distribution-page/fund-comes-and-goes", test_a_fund_comes_and_goes);
  BOOK_FIXTURE_ADD ("/distribution-page/rarer-choices-are-saved", test_rarer_choices_are_saved);
  BOOK_FIXTURE_ADD ("/distribution-page/members-are-searched-sorted-and-explained",
                    test_members_are_searched_sorted_and_explained);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

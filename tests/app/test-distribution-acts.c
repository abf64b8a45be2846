/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The acts of the distribution: versions, the meeting, posting and taking back. */
#include "distribution-fixture.h"

#include "app/distribution/proof-list.h"
#include "app/distribution/version-board.h"
#include "app/format.h"
#include "app/page.h"
#include "distribution/posting.h"
#include "distribution/step-words.h"

#include <string.h>

static gboolean
has_version (gpointer board)
{
  return sheaf_version_board_get_selected (board) != NULL;
}

static gboolean
has_no_version (gpointer board)
{
  return !has_version (board);
}

static void
keep_version (BookFixture *fixture,
              GtkWidget   *page,
              const char  *name)
{
  GtkWidget *dialog = distribution_fixture_ask (fixture, page, "distribution.new-version");

  book_fixture_type (dialog, "text_entry", name);
  book_fixture_answer (dialog, "accept");
}

static gint64
use_of_plan (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = distribution_fixture_read_book (fixture);
  g_autoptr (SheafLaw) law = sheaf_law_of_book (book, NULL);
  g_autoptr (SheafPlan) plan = sheaf_plan_load (book, law, YEAR, NULL, NULL);

  return plan->pools[SHEAF_SIDE_INTERNAL][SHEAF_POOL_USE].millionths;
}

/* Kept, seen beside the plan with the difference, taken over, forgotten. */
static void
test_versions_stand_side_by_side (BookFixture       *fixture,
                                  gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);
  gpointer   board = book_fixture_part (page, "board");

  distribution_fixture_save (page);
  distribution_fixture_choose (page, "internal", "use", "70");
  distribution_fixture_choose (page, "internal", "capital", "30");
  window_fixture_wait (distribution_fixture_can_save, page);
  keep_version (fixture, page, "PA2");
  window_fixture_wait (has_version, board);
  g_assert_cmpstr (sheaf_version_board_get_selected (board), ==, "PA2");
  g_assert_cmpint (use_of_plan (fixture), ==, 510000);
  gtk_stack_set_visible_child_name (GTK_STACK (book_fixture_part (page, "views")), "versions");
  distribution_fixture_wait_for (GTK_WIDGET (board), "All members together");
  /* 53,967,000 by use instead of 39,318,815. */
  g_assert_true (distribution_fixture_cell_says (GTK_WIDGET (board), "+14,648,185"));
  g_assert_true (book_fixture_says (GTK_WIDGET (board), "PA2"));
  /* What is typed is still there. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (
                       sheaf_plan_form_find (distribution_fixture_form (page), "internal", "use"))),
                   ==, "70");
  book_fixture_act (page, "distribution.take-version");
  distribution_fixture_wait_for (GTK_WIDGET (fixture->window), "is the year’s plan now");
  g_assert_cmpint (use_of_plan (fixture), ==, 700000);
  book_fixture_act (page, "distribution.forget-version");
  window_fixture_wait (has_no_version, board);
}

/* A version that is kept anew is compared anew; nothing of it stands beside a year without any. */
static void
test_versions_are_read_again (BookFixture       *fixture,
                              gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget       *page = distribution_fixture_go_to_closed (fixture);
  GtkWidget       *board = book_fixture_part (page, "board");
  DistributionSaid before = { board, "+14,648,185" };
  DistributionSaid sum = { board, "All members together" };

  distribution_fixture_save (page);
  distribution_fixture_choose (page, "internal", "use", "70");
  distribution_fixture_choose (page, "internal", "capital", "30");
  window_fixture_wait (distribution_fixture_can_save, page);
  keep_version (fixture, page, "PA2");
  window_fixture_wait (has_version, board);
  gtk_stack_set_visible_child_name (GTK_STACK (book_fixture_part (page, "views")), "versions");
  distribution_fixture_wait_for (board, before.text);
  distribution_fixture_choose (page, "internal", "use", "60");
  distribution_fixture_choose (page, "internal", "capital", "40");
  distribution_fixture_wait_for (page, "46,257,4");
  keep_version (fixture, page, "PA2");
  window_fixture_wait (distribution_fixture_says_no_more, &before);
  sheaf_session_set_year (sheaf_page_get_session (SHEAF_PAGE (page)), YEAR + 1);
  distribution_fixture_wait_for (board, "Save the plan first; then");
  g_assert_false (distribution_fixture_says (&sum));
}

static void
test_a_bad_name_of_a_version_is_refused (BookFixture       *fixture,
                                         gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);
  GtkWidget *refusal;

  distribution_fixture_save (page);
  keep_version (fixture, page, "phương án hai");
  window_fixture_wait (distribution_fixture_has_dialog, fixture);
  refusal = book_fixture_find_dialog (fixture);
  g_assert_true (book_fixture_says (refusal, "cannot name a version"));
  g_assert_true (has_no_version (book_fixture_part (page, "board")));
}

static gboolean
can_accept (GtkWidget *dialog)
{
  return adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept");
}

static void
set_heads (GtkWidget  *dialog,
           const char *part,
           int         heads)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (book_fixture_part (dialog, part)), heads);
}

/* Each refusal stands in the dialog while it is typed. */
static void
test_the_meeting_is_judged_at_once (BookFixture       *fixture,
                                    gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);
  GtkWidget *dialog;

  distribution_fixture_save (page);
  dialog = distribution_fixture_ask (fixture, page, "distribution.next");
  g_assert_false (can_accept (dialog));
  g_assert_true (book_fixture_says (dialog, "Give the number of the resolution"));
  book_fixture_type (dialog, "resolution_entry", "NQ 01/2026");
  set_heads (dialog, "members_entry", 40);
  g_assert_false (can_accept (dialog));
  g_assert_true (book_fixture_says (dialog, "Say how many were present"));
  set_heads (dialog, "present_entry", 19);
  set_heads (dialog, "favour_entry", 19);
  g_assert_false (can_accept (dialog));
  g_assert_true (book_fixture_says (dialog, "Art. 59.7"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (book_fixture_part (dialog, "call_list")), 1);
  g_assert_true (gtk_widget_get_visible (book_fixture_part (dialog, "before_entry")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (book_fixture_part (dialog, "call_list")), 0);
  set_heads (dialog, "present_entry", 20);
  set_heads (dialog, "favour_entry", 10);
  g_assert_false (can_accept (dialog));
  g_assert_true (book_fixture_says (dialog, "Art. 61"));
  set_heads (dialog, "favour_entry", 11);
  g_assert_true (can_accept (dialog));
  g_assert_true (book_fixture_says (dialog, "Votes: 11 of 20 present, 55%"));
  set_heads (dialog, "favour_entry", 21);
  g_assert_false (can_accept (dialog));
  set_heads (dialog, "members_entry", 0);
  set_heads (dialog, "present_entry", 0);
  set_heads (dialog, "favour_entry", 0);
  g_assert_true (can_accept (dialog));
  g_assert_true (book_fixture_says (dialog, "are not judged"));
  book_fixture_answer (dialog, "cancel");
}

static SheafPlanState
state_of (BookFixture *fixture)
{
  g_autoptr (SheafBook) book = distribution_fixture_read_book (fixture);
  SheafPlanState state;

  g_assert_true (sheaf_plan_state (book, YEAR, &state, NULL));
  return state;
}

/* Each voucher that posting will write, with its sum. */
static gboolean
tells_what_is_posted (BookFixture *fixture,
                      GtkWidget   *dialog)
{
  g_autoptr (SheafBook) book = distribution_fixture_read_book (fixture);
  g_autoptr (GPtrArray) sums = sheaf_plan_post_preview (book, YEAR, NULL);
  gboolean all = sums != NULL && sums->len > 0;

  for (guint i = 0; all && i < sums->len; i++)
    {
      const SheafPlanStepSum *sum = sums->pdata[i];
      g_autofree char        *title = sheaf_distribution_step_title (sum->step, sum->title);
      g_autofree char        *money = sheaf_format_money_unit (sum->sum);

      all = book_fixture_says (dialog, title) && book_fixture_says (dialog, money);
    }
  return all;
}

/* From the approval to the posting and back; what is written is told before. */
static void
test_a_plan_is_approved_posted_and_taken_back (BookFixture       *fixture,
                                               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);
  GtkWidget *dialog;

  distribution_fixture_save (page);
  distribution_fixture_approve (fixture, page);
  g_assert_cmpint (state_of (fixture), ==, SHEAF_PLAN_APPROVED);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (
      sheaf_plan_form_find (distribution_fixture_form (page), "internal", "use"))));
  dialog = distribution_fixture_ask (fixture, page, "distribution.next");
  g_assert_true (book_fixture_says (dialog, "Common fund, not shared"));
  g_assert_true (book_fixture_says (dialog, "Shares of the internal profit"));
  g_assert_true (tells_what_is_posted (fixture, dialog));
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (distribution_fixture_is_to_pay, page);
  g_assert_cmpint (state_of (fixture), ==, SHEAF_PLAN_POSTED);
  dialog = distribution_fixture_ask (fixture, page, "distribution.unpost");
  g_assert_true (gtk_widget_get_visible (book_fixture_part (dialog, "details")));
  book_fixture_type (dialog, "text_entry", "Sai ngày");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (distribution_fixture_is_to_post, page);
  g_assert_cmpint (state_of (fixture), ==, SHEAF_PLAN_APPROVED);
}

/* What is told before a question is read first: a key that is pressed again meanwhile does not ask
 * again, and the act can be taken anew whether the question was asked or not. */
static void
press_twice (BookFixture *fixture,
             GtkWidget   *page)
{
  distribution_fixture_hold (page);
  book_fixture_act (page, "distribution.next");
  g_assert_false (distribution_fixture_can (page, "act_button"));
  book_fixture_act (page, "distribution.next");
  /* Figures that come meanwhile enable it again. */
  gtk_widget_action_set_enabled (page, "distribution.next", TRUE);
  book_fixture_act (page, "distribution.next");
  distribution_fixture_go_on (page);
  g_assert_true (distribution_fixture_can (page, "act_button"));
  book_fixture_answer (book_fixture_find_dialog (fixture), "cancel");
  g_assert_null (book_fixture_find_dialog (fixture));
}

static void
test_a_question_is_asked_once (BookFixture       *fixture,
                               gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = book_fixture_go (fixture, "distribution", "");

  window_fixture_wait (distribution_fixture_can_act, page);
  press_twice (fixture, page);
  book_fixture_answer (distribution_fixture_ask (fixture, page, "distribution.next"), "accept");
  window_fixture_wait (distribution_fixture_is_to_approve, page);
  distribution_fixture_save (page);
  distribution_fixture_approve (fixture, page);
  press_twice (fixture, page);
  /* Nothing is asked on a page that was left, and nothing stays off. */
  distribution_fixture_hold (page);
  book_fixture_act (page, "distribution.next");
  (void) book_fixture_go (fixture, "members", "");
  distribution_fixture_go_on (page);
  g_assert_null (book_fixture_find_dialog (fixture));
  g_assert_true (page == book_fixture_go (fixture, "distribution", ""));
  window_fixture_wait (distribution_fixture_can_act, page);
}

static gboolean
has_proof (gpointer page)
{
  return gtk_stack_page_get_visible (GTK_STACK_PAGE (
      gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), "proof_page")));
}

static gboolean
has_no_proof (gpointer page)
{
  return !has_proof (page);
}

/* There once the ledger has it, with the balances before and after; gone with the posting. */
static void
test_the_posting_is_proved (BookFixture       *fixture,
                            gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);
  GtkStack  *views = GTK_STACK (book_fixture_part (page, "views"));
  GtkWidget *view = book_fixture_part (page, "proof_view");
  GtkWidget *dialog;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafProof) proof = NULL;
  g_autofree char *before = NULL;

  distribution_fixture_save (page);
  distribution_fixture_approve (fixture, page);
  g_assert_false (has_proof (page));
  book_fixture_answer (distribution_fixture_ask (fixture, page, "distribution.next"), "accept");
  window_fixture_wait (has_proof, page);
  gtk_stack_set_visible_child_name (views, "proof");
  book = distribution_fixture_read_book (fixture);
  proof = sheaf_distribution_proof (book, YEAR, NULL);
  g_assert_nonnull (proof);
  before = sheaf_format_money (((SheafProofAccount *) proof->accounts->pdata[0])->before);
  distribution_fixture_wait_for (view, "Sum of the members");
  distribution_fixture_wait_for (view, before);
  distribution_fixture_wait_for (view, "Given by the ledger");
  distribution_fixture_wait_for (view, "Control account");
  g_assert_nonnull (strstr (distribution_fixture_text (page, "verdict"), "Everything agrees"));
  dialog = distribution_fixture_ask (fixture, page, "distribution.unpost");
  book_fixture_type (dialog, "text_entry", "Sai ngày");
  book_fixture_answer (dialog, "accept");
  window_fixture_wait (has_no_proof, page);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (views), ==, "steps");
}

static void
test_a_difference_is_told (BookFixture *fixture G_GNUC_UNUSED,
                           gconstpointer data   G_GNUC_UNUSED)
{
  SheafProof      *proof = g_new0 (SheafProof, 1);
  g_autofree char *agrees = NULL;
  g_autofree char *differs = NULL;

  proof->accounts = g_ptr_array_new ();
  proof->rule = g_strdup ("largest first");
  proof->posted = sheaf_date_new (2026, 4, 17);
  agrees = sheaf_proof_list_verdict (proof);
  g_assert_nonnull (strstr (agrees, "Everything agrees"));
  proof->given_difference.units = -1;
  differs = sheaf_proof_list_verdict (proof);
  g_assert_nonnull (strstr (differs, "do not agree"));
  g_assert_nonnull (strstr (differs, "restore a backup"));
  sheaf_proof_free (proof);
}

/* A plan that is saved after the approval is told with what changed in it. */
static void
test_what_changed_since_the_approval_is_told (BookFixture       *fixture,
                                              gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *page = distribution_fixture_go_to_closed (fixture);

  distribution_fixture_save (page);
  distribution_fixture_approve (fixture, page);
  book_fixture_act (page, "distribution.change");
  distribution_fixture_choose (page, "internal", "use", "60");
  distribution_fixture_choose (page, "internal", "capital", "40");
  distribution_fixture_save (page);
  distribution_fixture_wait_for (page, "was changed after its approval");
  g_assert_true (distribution_fixture_is_to_approve (page));
  g_assert_cmpint (state_of (fixture), ==, SHEAF_PLAN_DRAFT);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/distribution-acts/versions-stand-side-by-side",
                    test_versions_stand_side_by_side);
  BOOK_FIXTURE_ADD ("/distribution-acts/versions-are-read-again", test_versions_are_read_again);
  BOOK_FIXTURE_ADD ("/distribution-acts/bad-name-of-a-version-is-refused",
                    test_a_bad_name_of_a_version_is_refused);
  BOOK_FIXTURE_ADD ("/distribution-acts/meeting-is-judged-at-once",
                    test_the_meeting_is_judged_at_once);
  BOOK_FIXTURE_ADD ("/distribution-acts/approved-posted-and-taken-back",
                    test_a_plan_is_approved_posted_and_taken_back);
  BOOK_FIXTURE_ADD ("/distribution-acts/question-is-asked-once", test_a_question_is_asked_once);
  BOOK_FIXTURE_ADD ("/distribution-acts/posting-is-proved", test_the_posting_is_proved);
  BOOK_FIXTURE_ADD ("/distribution-acts/difference-is-told", test_a_difference_is_told);
  BOOK_FIXTURE_ADD ("/distribution-acts/what-changed-since-the-approval-is-told",
                    test_what_changed_since_the_approval_is_told);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that is entered through the dialogs of the register. */
#include "members-fixture.h"

#include "app/act-dialog.h"
#include "app/members/member-dialog.h"
#include "app/members/membership-dialog.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/entry-mark.h"

static SheafMemberState
state_on (BookFixture *fixture,
          const char  *code,
          SheafDate    day)
{
  g_autoptr (SheafBook) book = members_fixture_open_book (fixture);
  SheafMemberState state;

  g_assert_true (sheaf_member_on (book, sheaf_member_find (book, code), day, &state, NULL));
  return state;
}

/* The question over the dialog. */
static GtkWidget *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data) && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

static gboolean
is_asked (gpointer fixture)
{
  (void) fixture;
  return find_question () != NULL;
}

static GtkWidget *
type_member (BookFixture *fixture,
             const char  *code,
             const char  *name)
{
  GtkWidget *dialog = members_fixture_ask (fixture, members_fixture_go (fixture), "members.new");

  g_assert_true (SHEAF_IS_MEMBER_DIALOG (dialog));
  book_fixture_type (dialog, "code_row", code);
  book_fixture_type (dialog, "name_row", name);
  return dialog;
}

static void
test_a_member_is_entered_with_all_facts (BookFixture  *fixture,
                                         gconstpointer data)
{
  GtkWidget *dialog = type_member (fixture, "TV777", "Hộ bà Lò Thị Én");
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafMember) member = NULL;
  SheafMemberState state;

  (void) data;
  adw_combo_row_set_selected (book_fixture_part (dialog, "represents_row"), 1);
  g_assert_true (gtk_widget_get_visible (book_fixture_part (dialog, "representative_row")));
  book_fixture_type (dialog, "representative_row", "Lò Thị Én");
  book_fixture_type (dialog, "id_number_row", "040180077777");
  book_fixture_type (dialog, "birth_row", "5/6/1980");
  book_fixture_type (dialog, "joined_row", "1/7/2025");
  book_fixture_type (dialog, "document_row", "NQ 07/2025");
  book_fixture_type (dialog, "agreement_number_row", "HĐ 77/2025");
  book_fixture_type (dialog, "agreement_until_row", "30/6/2026");
  book_fixture_type (dialog, "hamlet_row", "Bản Mới");
  sheaf_code_picker_set (book_fixture_part (dialog, "bank_picker"), "970405");
  book_fixture_act (dialog, "member.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  book = members_fixture_open_book (fixture);
  member = sheaf_member_load (book, sheaf_member_find (book, "TV777"), NULL);
  g_assert_cmpstr (member->represents, ==, "household");
  g_assert_cmpstr (member->representative, ==, "Lò Thị Én");
  g_assert_cmpstr (member->hamlet, ==, "Bản Mới");
  g_assert_cmpstr (member->bank_bin, ==, "970405");
  g_assert_cmpstr (member->document, ==, "NQ 07/2025");
  g_assert_cmpint (sheaf_date_year (member->birth), ==, 1980);
  state = state_on (fixture, "TV777", sheaf_date_new (2025, 7, 1));
  g_assert_cmpint (state.kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_true (state.agreement);
  g_assert_cmpint (sheaf_date_cmp (state.agreement_until, sheaf_date_new (2026, 6, 30)), ==, 0);
}

static void
test_errors_are_told_at_their_rows (BookFixture  *fixture,
                                    gconstpointer data)
{
  GtkWidget *dialog = type_member (fixture, "TV001", "");

  (void) data;
  book_fixture_type (dialog, "joined_row", "31/13/2025");
  book_fixture_act (dialog, "member.save");
  g_assert_true (sheaf_entry_is_marked (book_fixture_part (dialog, "joined_row")));
  book_fixture_type (dialog, "joined_row", "1/7/2025");
  book_fixture_act (dialog, "member.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  g_assert_true (sheaf_entry_is_marked (book_fixture_part (dialog, "code_row")));
  g_assert_true (sheaf_entry_is_marked (book_fixture_part (dialog, "name_row")));
  g_assert_false (sheaf_entry_is_marked (book_fixture_part (dialog, "joined_row")));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
tells_likeness (gpointer dialog)
{
  return gtk_widget_get_visible (book_fixture_part (dialog, "likeness"));
}

/* The same name without accents, and the same number: told while typing, asked on saving. */
static void
test_who_is_there_already_is_told_while_typing (BookFixture  *fixture,
                                                gconstpointer data)
{
  GtkWidget *dialog = type_member (fixture, "TV778", "Nguyen Van Mau");
  g_autoptr (SheafBook) book = NULL;

  (void) data;
  book_fixture_type (dialog, "id_number_row", "000000000001");
  window_fixture_wait (tells_likeness, dialog);
  g_assert_nonnull (
      strstr (gtk_label_get_text (book_fixture_part (dialog, "likeness")), "TV001"));
  sheaf_code_picker_set (book_fixture_part (dialog, "bank_picker"), "970000");
  book_fixture_act (dialog, "member.save");
  window_fixture_wait (is_asked, fixture);
  g_assert_nonnull (
      strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_question ())), "970000"));
  book_fixture_answer (find_question (), "accept");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  book = members_fixture_open_book (fixture);
  g_assert_cmpint (sheaf_member_find (book, "TV778"), >, 0);
}

static void
test_facts_are_corrected_and_the_history_shown (BookFixture  *fixture,
                                                gconstpointer data)
{
  SheafMembersPage *page = members_fixture_go (fixture);
  GtkWidget        *dialog;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (SheafMember) member = NULL;

  (void) data;
  members_fixture_choose (page, "TV002");
  dialog = members_fixture_ask (fixture, page, "members.edit");
  g_assert_false (gtk_widget_is_sensitive (book_fixture_part (dialog, "code_row")));
  g_assert_false (gtk_widget_get_visible (book_fixture_part (dialog, "history_group")));
  book_fixture_type (dialog, "address_row", "Bản Khác");
  book_fixture_type (dialog, "reason_row", "Chuyển nhà");
  book_fixture_act (dialog, "member.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
  dialog = members_fixture_ask (fixture, page, "members.edit");
  g_assert_true (gtk_widget_get_visible (book_fixture_part (dialog, "history_group")));
  g_assert_true (book_fixture_says (book_fixture_part (dialog, "history_group"), "Chuyển nhà"));
  gtk_window_close (GTK_WINDOW (dialog));
  book = members_fixture_open_book (fixture);
  member = sheaf_member_load (book, sheaf_member_find (book, "TV002"), NULL);
  g_assert_cmpstr (member->address, ==, "Bản Khác");
  g_assert_cmpstr (member->gender, ==, "female"); /* what was not touched stays */
}

/* The place in the dialog's list. */
enum
{
  KIND,
  SIGNED,
  ENDED,
  LEAVES,
  DIED,
  HEIR,
  JOINS,
};

static GtkWidget *
type_event (BookFixture *fixture,
            const char  *code,
            guint        event,
            const char  *day)
{
  GtkWidget *dialog;

  members_fixture_choose (members_fixture_go (fixture), code);
  dialog = members_fixture_ask (fixture, members_fixture_go (fixture), "members.event");
  g_assert_true (SHEAF_IS_MEMBERSHIP_DIALOG (dialog));
  adw_combo_row_set_selected (book_fixture_part (dialog, "event_row"), event);
  book_fixture_type (dialog, "date_row", day);
  return dialog;
}

static void
save_event (BookFixture *fixture,
            GtkWidget   *dialog)
{
  book_fixture_act (dialog, "membership.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
}

/* A new member without capital, deliveries and supplies. */
static void
enter_plain (BookFixture *fixture)
{
  GtkWidget *dialog = type_member (fixture, "TV777", "Người Thử Nghiệm");

  book_fixture_type (dialog, "joined_row", "1/7/2025");
  book_fixture_act (dialog, "member.save");
  window_fixture_wait (book_fixture_is_dialog_closed, fixture);
  window_fixture_settle ();
}

static void
test_kind_agreement_leaving_and_joining_again (BookFixture  *fixture,
                                               gconstpointer data)
{
  GtkWidget       *dialog;
  SheafMemberState state;

  (void) data;
  enter_plain (fixture);
  save_event (fixture, type_event (fixture, "TV777", ENDED, "1/8/2025"));
  g_assert_false (state_on (fixture, "TV777", sheaf_date_new (2025, 8, 1)).agreement);
  dialog = type_event (fixture, "TV777", SIGNED, "1/9/2025");
  book_fixture_type (dialog, "until_row", "31/12/2025");
  save_event (fixture, dialog);
  g_assert_true (state_on (fixture, "TV777", sheaf_date_new (2025, 9, 1)).agreement);
  dialog = type_event (fixture, "TV777", KIND, "1/10/2025");
  adw_combo_row_set_selected (book_fixture_part (dialog, "kind_row"), 1);
  save_event (fixture, dialog);
  state = state_on (fixture, "TV777", sheaf_date_new (2025, 10, 1));
  g_assert_cmpint (state.kind, ==, SHEAF_MEMBER_CONTRIBUTING);
  dialog = type_event (fixture, "TV777", LEAVES, "1/11/2025");
  g_assert_true (gtk_widget_get_visible (book_fixture_part (dialog, "settle_group")));
  save_event (fixture, dialog);
  state = state_on (fixture, "TV777", sheaf_date_new (2025, 11, 1));
  g_assert_cmpint (state.kind, ==, SHEAF_MEMBER_NONE);
  dialog = type_event (fixture, "TV777", JOINS, "1/12/2025");
  adw_combo_row_set_selected (book_fixture_part (dialog, "kind_row"), 0);
  save_event (fixture, dialog);
  state = state_on (fixture, "TV777", sheaf_date_new (2025, 12, 1));
  g_assert_cmpint (state.kind, ==, SHEAF_MEMBER_OFFICIAL);
  g_assert_true (state.agreement);
}

/* What leaving leaves behind is shown, and a day in the midst of deliveries is refused. */
static void
test_leaving_shows_what_is_to_be_settled (BookFixture  *fixture,
                                          gconstpointer data)
{
  GtkWidget *dialog = type_event (fixture, "TV001", LEAVES, "1/2/2025");

  (void) data;
  g_assert_true (book_fixture_says (book_fixture_part (dialog, "settle_group"), "Contribution"));
  book_fixture_act (dialog, "membership.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  g_assert_true (gtk_widget_is_sensitive (dialog));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_a_death_names_the_heir (BookFixture  *fixture,
                             gconstpointer data)
{
  GtkWidget *dialog;
  g_autoptr (SheafBook) book = NULL;
  g_autoptr (GPtrArray) events = NULL;
  const SheafMembershipEvent *last;

  (void) data;
  enter_plain (fixture);
  dialog = type_event (fixture, "TV777", DIED, "1/12/2025");
  sheaf_code_picker_set (book_fixture_part (dialog, "heir_picker"), "QQQQ");
  book_fixture_act (dialog, "membership.save");
  g_assert_true (book_fixture_has_problem (dialog));
  g_assert_true (sheaf_entry_is_marked (book_fixture_part (dialog, "heir_picker")));
  sheaf_code_picker_set (book_fixture_part (dialog, "heir_picker"), "TV002");
  save_event (fixture, dialog);
  book = members_fixture_open_book (fixture);
  events = sheaf_membership_list (book, sheaf_member_find (book, "TV777"), NULL);
  last = events->pdata[events->len - 1];
  g_assert_cmpint (last->event, ==, SHEAF_MEMBERSHIP_HEIR);
  g_assert_cmpstr (last->value, ==, "TV002");
}

static void
test_what_cannot_be_is_told_in_the_dialog (BookFixture  *fixture,
                                           gconstpointer data)
{
  GtkWidget *dialog = type_event (fixture, "TV001", JOINS, "1/2/2025");

  (void) data;
  book_fixture_act (dialog, "membership.save");
  window_fixture_wait (book_fixture_has_problem, dialog);
  adw_combo_row_set_selected (book_fixture_part (dialog, "event_row"), KIND);
  book_fixture_type (dialog, "date_row", "");
  book_fixture_act (dialog, "membership.save");
  g_assert_true (sheaf_entry_is_marked (book_fixture_part (dialog, "date_row")));
  gtk_window_close (GTK_WINDOW (dialog));
}

static gboolean
is_official_again (gpointer fixture)
{
  g_autoptr (SheafBook) book = members_fixture_open_book (fixture);
  SheafMemberState state;

  return sheaf_member_on (book, sheaf_member_find (book, "TV777"), sheaf_date_new (2025, 12, 1),
                          &state, NULL) &&
         state.kind == SHEAF_MEMBER_OFFICIAL;
}

static void
test_an_event_is_taken_back_with_a_reason (BookFixture  *fixture,
                                           gconstpointer data)
{
  SheafMembersPage *page = members_fixture_go (fixture);
  GtkWidget        *dialog;

  (void) data;
  enter_plain (fixture);
  save_event (fixture, type_event (fixture, "TV777", LEAVES, "1/11/2025"));
  members_fixture_choose (page, "TV777");
  dialog = members_fixture_ask (fixture, page, "members.take-back");
  g_assert_true (SHEAF_IS_ACT_DIALOG (dialog));
  book_fixture_type (dialog, "text_entry", "Nhập nhầm người");
  book_fixture_answer (dialog, "accept"); /* the latest is proposed */
  window_fixture_settle ();
  window_fixture_wait (is_official_again, fixture);
}

static void
add_tests (void)
{
  BOOK_FIXTURE_ADD ("/members/a-member-is-entered-with-all-facts",
                    test_a_member_is_entered_with_all_facts);
  BOOK_FIXTURE_ADD ("/members/errors-are-told-at-their-rows", test_errors_are_told_at_their_rows);
  BOOK_FIXTURE_ADD ("/members/who-is-there-already-is-told-while-typing",
                    test_who_is_there_already_is_told_while_typing);
  BOOK_FIXTURE_ADD ("/members/facts-are-corrected-and-the-history-shown",
                    test_facts_are_corrected_and_the_history_shown);
  BOOK_FIXTURE_ADD ("/members/kind-agreement-leaving-and-joining-again",
                    test_kind_agreement_leaving_and_joining_again);
  BOOK_FIXTURE_ADD ("/members/leaving-shows-what-is-to-be-settled",
                    test_leaving_shows_what_is_to_be_settled);
  BOOK_FIXTURE_ADD ("/members/a-death-names-the-heir", test_a_death_names_the_heir);
  BOOK_FIXTURE_ADD ("/members/what-cannot-be-is-told-in-the-dialog",
                    test_what_cannot_be_is_told_in_the_dialog);
  BOOK_FIXTURE_ADD ("/members/an-event-is-taken-back-with-a-reason",
                    test_an_event_is_taken_back_with_a_reason);
}

int
main (int    argc,
      char **argv)
{
  return book_fixture_run (argc, argv, add_tests);
}

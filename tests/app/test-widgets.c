/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries people type into all day. */
#include "window-fixture.h"

#include "app/ledger/account-traits.h"
#include "app/ledger/entry-grid.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/entry-mark.h"
#include "app/widgets/problem-list.h"
#include "app/widgets/step-keys.h"

static SheafChoices *
make_choices (void)
{
  SheafChoices *choices = sheaf_choices_new ();

  sheaf_choices_add (choices, 1, "1111", "Tiền Việt Nam");
  sheaf_choices_set_traits (choices, SHEAF_TRAIT_MONEY | SHEAF_TRAIT_CASH);
  sheaf_choices_add (choices, 2, "5112", "Doanh thu bán sản phẩm");
  sheaf_choices_add (choices, 3, "131", "Phải thu của khách hàng");
  sheaf_choices_set_traits (choices, SHEAF_TRAIT_NEEDS_PARTY | SHEAF_TRAIT_TAKES_FOREIGN);
  sheaf_choices_add (choices, 4, "1122", "Ngoại tệ");
  sheaf_choices_set_traits (choices,
                            SHEAF_TRAIT_MONEY | SHEAF_TRAIT_BANK | SHEAF_TRAIT_NEEDS_FOREIGN);
  sheaf_choices_add (choices, 5, "002", "Tài sản nhận giữ hộ");
  sheaf_choices_set_traits (choices, SHEAF_TRAIT_OFF_BALANCE);
  return choices;
}

static void
settle_entry (GtkWidget *entry)
{
  g_signal_emit_by_name (entry, "activate");
}

static void
test_amount_is_read_and_shown (void)
{
  g_autoptr (GtkWidget) entry = g_object_ref_sink (sheaf_amount_entry_new ());
  SheafMoney amount;

  gtk_editable_set_text (GTK_EDITABLE (entry), "1,5tr");
  settle_entry (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1,500,000");
  g_assert_true (sheaf_amount_entry_get (SHEAF_AMOUNT_ENTRY (entry), &amount, NULL));
  g_assert_cmpint (amount.units, ==, 1500000);
  g_assert_false (sheaf_entry_is_marked (entry));
}

static void
test_what_cannot_be_read_stays_and_is_marked (void)
{
  g_autoptr (GtkWidget) entry = g_object_ref_sink (sheaf_amount_entry_new ());

  gtk_editable_set_text (GTK_EDITABLE (entry), "abc");
  settle_entry (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "abc");
  g_assert_true (sheaf_entry_is_marked (entry));
  g_assert_nonnull (gtk_widget_get_tooltip_text (entry));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "5");
  settle_entry (entry);
  g_assert_false (sheaf_entry_is_marked (entry));
}

static void
test_day_counts_from_the_day_shown (void)
{
  g_autoptr (GtkWidget) entry = g_object_ref_sink (sheaf_date_entry_new ());
  SheafDate date;

  sheaf_date_entry_set (SHEAF_DATE_ENTRY (entry), sheaf_date_new (2025, 12, 30));
  gtk_editable_set_text (GTK_EDITABLE (entry), "+1");
  settle_entry (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "31 Dec 2025");
  g_assert_true (sheaf_date_entry_get (SHEAF_DATE_ENTRY (entry), &date, NULL));
  g_assert_cmpint (sheaf_date_cmp (date, sheaf_date_new (2025, 12, 31)), ==, 0);
}

static void
test_an_unknown_code_is_marked (void)
{
  g_autoptr (SheafChoices) choices = make_choices ();
  g_autoptr (GtkWidget) picker = g_object_ref_sink (sheaf_code_picker_new (choices, "no %s here"));
  g_autoptr (GError) error = NULL;
  const char *code;

  gtk_editable_set_text (GTK_EDITABLE (picker), "9999");
  g_assert_false (sheaf_code_picker_get (SHEAF_CODE_PICKER (picker), &code, &error));
  g_assert_cmpstr (error->message, ==, "no 9999 here");
  settle_entry (picker);
  g_assert_true (sheaf_entry_is_marked (picker));
}

static void
test_an_item_follows_the_colon (void)
{
  g_autoptr (SheafChoices) choices = make_choices ();
  g_autoptr (GtkWidget) picker = g_object_ref_sink (sheaf_code_picker_new (choices, "no %s here"));
  g_autofree char *item = NULL;
  const char      *code;

  sheaf_code_picker_set_takes_item (SHEAF_CODE_PICKER (picker), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (picker), "1111:HD-7");
  g_assert_true (sheaf_code_picker_get (SHEAF_CODE_PICKER (picker), &code, NULL));
  g_assert_cmpstr (code, ==, "1111");
  item = sheaf_code_picker_get_item (SHEAF_CODE_PICKER (picker));
  g_assert_cmpstr (item, ==, "HD-7");
}

static GtkWidget *
find_cell (GtkWidget     *grid,
           guint          row,
           SheafDraftCell cell)
{
  return sheaf_entry_grid_get_cell (SHEAF_ENTRY_GRID (grid), row, cell);
}

static void
type (GtkWidget     *grid,
      guint          row,
      SheafDraftCell cell,
      const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_cell (grid, row, cell)), text);
}

static GtkWidget *
make_grid (void)
{
  g_autoptr (SheafChoices) choices = make_choices ();
  GtkWidget *grid = g_object_ref_sink (g_object_new (SHEAF_TYPE_ENTRY_GRID, NULL));

  sheaf_entry_grid_set_choices (SHEAF_ENTRY_GRID (grid), choices, choices, NULL);
  sheaf_entry_grid_begin (SHEAF_ENTRY_GRID (grid));
  return grid;
}

static const char *
get_written (const SheafDraft *draft,
             guint             row,
             SheafDraftCell    cell)
{
  return ((const SheafDraftRow *) g_ptr_array_index (draft->rows, row - 1))->cells[cell];
}

static void
test_grid_writes_rows_and_leaves_out_empty_ones (void)
{
  g_autoptr (GtkWidget) grid = make_grid ();
  g_autoptr (SheafDraft) draft = sheaf_draft_new (NULL);

  type (grid, 1, SHEAF_DRAFT_DEBIT, "1111");
  type (grid, 1, SHEAF_DRAFT_CREDIT, "5112");
  type (grid, 1, SHEAF_DRAFT_AMOUNT, "2tr");
  sheaf_entry_grid_add_row (SHEAF_ENTRY_GRID (grid));
  /* A new row opens with the accounts of the row before, and is empty all the same. */
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_cell (grid, 2, SHEAF_DRAFT_CREDIT))),
                   ==, "5112");
  type (grid, 2, SHEAF_DRAFT_AMOUNT, "=250*2000");
  sheaf_entry_grid_add_row (SHEAF_ENTRY_GRID (grid));
  g_assert_cmpint (sheaf_entry_grid_total (SHEAF_ENTRY_GRID (grid)).units, ==, 2500000);
  g_assert_true (sheaf_entry_grid_check (SHEAF_ENTRY_GRID (grid)));
  sheaf_entry_grid_write (SHEAF_ENTRY_GRID (grid), draft);
  g_assert_cmpuint (draft->rows->len, ==, 2);
  g_assert_cmpstr (get_written (draft, 1, SHEAF_DRAFT_DEBIT), ==, "1111");
  g_assert_cmpstr (get_written (draft, 1, SHEAF_DRAFT_AMOUNT), ==, "2000000");
  g_assert_cmpstr (get_written (draft, 2, SHEAF_DRAFT_CREDIT), ==, "5112");
  g_assert_cmpstr (get_written (draft, 2, SHEAF_DRAFT_AMOUNT), ==, "500000");
}

static void
test_grid_marks_what_it_cannot_read (void)
{
  g_autoptr (GtkWidget) grid = make_grid ();

  type (grid, 1, SHEAF_DRAFT_DEBIT, "711");
  type (grid, 1, SHEAF_DRAFT_AMOUNT, "x");
  type (grid, 1, SHEAF_DRAFT_RATE, "many");
  g_assert_false (sheaf_entry_grid_check (SHEAF_ENTRY_GRID (grid)));
  g_assert_true (sheaf_entry_is_marked (find_cell (grid, 1, SHEAF_DRAFT_DEBIT)));
  g_assert_true (sheaf_entry_is_marked (find_cell (grid, 1, SHEAF_DRAFT_AMOUNT)));
  g_assert_true (sheaf_entry_is_marked (find_cell (grid, 1, SHEAF_DRAFT_RATE)));
  g_assert_true (sheaf_entry_grid_mark (SHEAF_ENTRY_GRID (grid), 1, "credit", "missing"));
  g_assert_true (sheaf_entry_is_marked (find_cell (grid, 1, SHEAF_DRAFT_CREDIT)));
  g_assert_false (sheaf_entry_grid_mark (SHEAF_ENTRY_GRID (grid), 4, "credit", "missing"));
}

static gboolean
is_shown (GtkWidget     *grid,
          SheafDraftCell cell)
{
  GtkWidget *pair = gtk_widget_get_parent (find_cell (grid, 1, cell));

  return gtk_widget_get_visible (pair) && gtk_widget_get_visible (gtk_widget_get_parent (pair));
}

static gboolean
is_said_to_be_needed (GtkWidget     *grid,
                      SheafDraftCell cell)
{
  return g_strcmp0 (gtk_entry_get_placeholder_text (GTK_ENTRY (find_cell (grid, 1, cell))),
                    "needed") == 0;
}

/* Rare cells stay away until an account asks for them, and then say so. */
static void
test_cells_follow_what_the_accounts_need (void)
{
  g_autoptr (GtkWidget) grid = make_grid ();

  type (grid, 1, SHEAF_DRAFT_DEBIT, "1111");
  g_assert_false (is_shown (grid, SHEAF_DRAFT_CURRENCY));
  g_assert_false (is_said_to_be_needed (grid, SHEAF_DRAFT_DEBIT_PARTY));
  type (grid, 1, SHEAF_DRAFT_DEBIT, "1122");
  g_assert_true (is_shown (grid, SHEAF_DRAFT_CURRENCY));
  g_assert_true (is_shown (grid, SHEAF_DRAFT_DEBIT_FOREIGN));
  g_assert_false (is_shown (grid, SHEAF_DRAFT_DUE));
  g_assert_true (is_said_to_be_needed (grid, SHEAF_DRAFT_DEBIT_FOREIGN));
  type (grid, 1, SHEAF_DRAFT_CREDIT, "131");
  g_assert_true (is_said_to_be_needed (grid, SHEAF_DRAFT_CREDIT_PARTY));
  gtk_test_accessible_assert_property (find_cell (grid, 1, SHEAF_DRAFT_CREDIT_PARTY),
                                       GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE);
  type (grid, 1, SHEAF_DRAFT_DEBIT, "1111");
  g_assert_false (is_shown (grid, SHEAF_DRAFT_CURRENCY));
  g_assert_false (is_shown (grid, SHEAF_DRAFT_SCOPE_REASON));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find_cell (grid, 1, SHEAF_DRAFT_SCOPE)),
                              SHEAF_SCOPE_INTERNAL);
  g_assert_true (is_shown (grid, SHEAF_DRAFT_SCOPE_REASON));
  sheaf_entry_grid_toggle_details (SHEAF_ENTRY_GRID (grid));
  g_assert_true (is_shown (grid, SHEAF_DRAFT_MEMO));
}

/* What was typed comes back as it was, also what cannot be read. */
static void
test_rows_come_back_as_typed (void)
{
  g_autoptr (GtkWidget) grid = make_grid ();
  g_autoptr (SheafDraft) first = sheaf_draft_new (NULL);
  g_autoptr (SheafDraft) second = sheaf_draft_new (NULL);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  type (grid, 1, SHEAF_DRAFT_DESCRIPTION, "Bán chè");
  type (grid, 1, SHEAF_DRAFT_DEBIT, "1122");
  type (grid, 1, SHEAF_DRAFT_CREDIT, "9999");
  type (grid, 1, SHEAF_DRAFT_AMOUNT, "mười");
  type (grid, 1, SHEAF_DRAFT_DEBIT_FOREIGN, "1,250.5");
  type (grid, 1, SHEAF_DRAFT_DEBIT_ITEM, "HD-1");
  sheaf_entry_grid_write (SHEAF_ENTRY_GRID (grid), first);
  g_assert_cmpstr (get_written (first, 1, SHEAF_DRAFT_DEBIT_FOREIGN), ==, "1250.5");
  sheaf_entry_grid_show (SHEAF_ENTRY_GRID (grid), first->rows, TRUE);
  sheaf_entry_grid_write (SHEAF_ENTRY_GRID (grid), second);
  one = sheaf_draft_to_text (first);
  other = sheaf_draft_to_text (second);
  g_assert_cmpstr (one, ==, other);
  g_assert_cmpstr (get_written (second, 1, SHEAF_DRAFT_AMOUNT), ==, "mười");
}

/* Enter goes on to what is asked for, and no further. */
static void
test_enter_goes_to_what_is_needed (void)
{
  g_autoptr (GtkWidget) grid = make_grid ();
  SheafEntryRow          *row;
  const SheafEntryChoices choices = { .accounts = make_choices () };

  row = sheaf_entry_row_new (&choices, TRUE);
  for (guint i = 0; i < SHEAF_ENTRY_COLUMNS; i++)
    g_object_ref_sink (row->cells[sheaf_entry_row_column (i)]);
  g_object_ref_sink (row->details);
  gtk_editable_set_text (GTK_EDITABLE (row->cells[SHEAF_DRAFT_DEBIT]), "1111");
  g_assert_true (sheaf_entry_row_next_needed (row, row->cells[SHEAF_DRAFT_DEBIT]) ==
                 row->cells[SHEAF_DRAFT_CREDIT]);
  gtk_editable_set_text (GTK_EDITABLE (row->cells[SHEAF_DRAFT_CREDIT]), "131");
  g_assert_true (sheaf_entry_row_next_needed (row, row->cells[SHEAF_DRAFT_CREDIT]) ==
                 row->cells[SHEAF_DRAFT_AMOUNT]);
  gtk_editable_set_text (GTK_EDITABLE (row->cells[SHEAF_DRAFT_AMOUNT]), "5");
  g_assert_true (sheaf_entry_row_next_needed (row, row->cells[SHEAF_DRAFT_AMOUNT]) ==
                 row->cells[SHEAF_DRAFT_CREDIT_PARTY]);
  gtk_editable_set_text (GTK_EDITABLE (row->cells[SHEAF_DRAFT_CREDIT]), "5112");
  g_assert_null (sheaf_entry_row_next_needed (row, row->cells[SHEAF_DRAFT_AMOUNT]));
  /* An off-balance account stands alone. */
  gtk_editable_set_text (GTK_EDITABLE (row->cells[SHEAF_DRAFT_CREDIT]), "");
  gtk_editable_set_text (GTK_EDITABLE (row->cells[SHEAF_DRAFT_DEBIT]), "002");
  g_assert_null (sheaf_entry_row_next_needed (row, row->cells[SHEAF_DRAFT_AMOUNT]));
  for (guint i = 0; i < SHEAF_ENTRY_COLUMNS; i++)
    g_object_unref (row->cells[sheaf_entry_row_column (i)]);
  g_object_unref (row->details);
  sheaf_entry_row_free (row);
  sheaf_choices_unref (choices.accounts);
}

/* Long sentences wrap; the list must ask for the height of all its lines. */
static void
test_problems_take_the_height_they_need (void)
{
  g_autoptr (GtkWidget) list = g_object_ref_sink (sheaf_problem_list_new ());
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  int wide;
  int narrow;

  g_assert_false (gtk_widget_get_visible (list));
  for (guint i = 0; i < 3; i++)
    sheaf_problems_add (
        problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
        "A sentence that is long enough to need more than one line in a narrow window");
  sheaf_problem_list_show (SHEAF_PROBLEM_LIST (list), problems);
  g_assert_true (gtk_widget_get_visible (list));
  gtk_widget_measure (list, GTK_ORIENTATION_VERTICAL, 1200, &wide, NULL, NULL, NULL);
  gtk_widget_measure (list, GTK_ORIENTATION_VERTICAL, 300, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, >=, 2 * wide - 40);
  sheaf_problem_list_show (SHEAF_PROBLEM_LIST (list), NULL);
  g_assert_false (gtk_widget_get_visible (list));
}

/* A code of another chart is answered with the account that takes its content, which nobody takes
 * unasked; a code with another meaning has its note. */
static void
test_a_code_of_another_chart_is_answered (void)
{
  g_autoptr (SheafChoices) choices = sheaf_choices_new ();
  char *codes[] = { (char *) "558", NULL };
  g_autoptr (GtkWidget) picker = NULL;
  g_autoptr (GError) error = NULL;
  const char *code = NULL;

  sheaf_choices_add (choices, 1, "558", "Thu nhập khác");
  sheaf_choices_add (choices, 2, "212", "Tài sản chung không chia");
  sheaf_choices_add_elsewhere (choices, "711", codes);
  sheaf_choices_add_note (choices, "212", "Là tài sản thuê tài chính ở doanh nghiệp");
  g_assert_cmpstr (sheaf_choices_find_elsewhere (choices, "7111")[0], ==, "558");
  g_assert_null (sheaf_choices_find_elsewhere (choices, "558"));
  g_assert_null (sheaf_choices_find_elsewhere (choices, "9"));
  g_assert_cmpstr (sheaf_choices_find_note (choices, " 212"), ==,
                   "Là tài sản thuê tài chính ở doanh nghiệp");
  picker = g_object_ref_sink (sheaf_code_picker_new (choices, "no %s here"));
  gtk_editable_set_text (GTK_EDITABLE (picker), "711");
  g_assert_false (sheaf_code_picker_get (SHEAF_CODE_PICKER (picker), &code, &error));
  g_assert_cmpstr (error->message, ==,
                   "account 711 is not in this chart, its content goes to 558");
  settle_entry (picker);
  g_assert_true (sheaf_entry_is_marked (picker));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (picker)), ==, "711");
}

static gboolean
press_key (GtkWidget *widget,
           guint      keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }
  return handled;
}

static void
test_arrow_keys_step_through_choices (void)
{
  const char *const words[] = { "a", "b", "c", NULL };
  GtkWidget        *list = g_object_ref_sink (gtk_drop_down_new_from_strings (words));
  GtkWidget        *button = gtk_widget_get_first_child (list);

  sheaf_step_keys_add (GTK_DROP_DOWN (list));
  g_assert_true (press_key (button, GDK_KEY_Down));
  g_assert_true (press_key (button, GDK_KEY_Down));
  g_assert_true (press_key (button, GDK_KEY_Down)); /* the last stays, and the focus with it */
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (list)), ==, 2);
  g_assert_true (press_key (button, GDK_KEY_Up));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (list)), ==, 1);
  g_assert_false (press_key (button, GDK_KEY_Return));
  g_object_unref (list);
}

static GtkWidget *
icon_of (GtkWidget *entry)
{
  GtkWidget *icon = gtk_widget_get_last_child (entry);

  return GTK_IS_IMAGE (icon) ? icon : NULL;
}

/* GTK 4.8 keeps the room: figures of a column would stand in two lines. */
static void
test_a_mark_that_goes_leaves_no_room (void)
{
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());

  sheaf_entry_mark (entry, "too much");
  g_assert_nonnull (icon_of (entry));
  g_assert_true (gtk_widget_get_visible (icon_of (entry)));
  sheaf_entry_mark (entry, NULL);
  g_assert_false (gtk_widget_get_visible (icon_of (entry)));
  sheaf_entry_mark (entry, "too much");
  g_assert_true (gtk_widget_get_visible (icon_of (entry)));
  g_object_unref (entry);
}

int
main (int    argc,
      char **argv)
{
  (void) window_fixture_init (&argc, &argv, NULL);
  g_test_add_func ("/widgets/amount-is-read-and-shown", test_amount_is_read_and_shown);
  g_test_add_func ("/widgets/what-cannot-be-read-stays-and-is-marked",
                   test_what_cannot_be_read_stays_and_is_marked);
  g_test_add_func ("/widgets/day-counts-from-the-day-shown", test_day_counts_from_the_day_shown);
  g_test_add_func ("/widgets/an-unknown-code-is-marked", test_an_unknown_code_is_marked);
  g_test_add_func ("/widgets/an-item-follows-the-colon", test_an_item_follows_the_colon);
  g_test_add_func ("/widgets/grid-writes-rows-and-leaves-out-empty-ones",
                   test_grid_writes_rows_and_leaves_out_empty_ones);
  g_test_add_func ("/widgets/cells-follow-what-the-accounts-need",
                   test_cells_follow_what_the_accounts_need);
  g_test_add_func ("/widgets/rows-come-back-as-typed", test_rows_come_back_as_typed);
  g_test_add_func ("/widgets/enter-goes-to-what-is-needed", test_enter_goes_to_what_is_needed);
  g_test_add_func ("/widgets/grid-marks-what-it-cannot-read", test_grid_marks_what_it_cannot_read);
  g_test_add_func ("/widgets/problems-take-the-height-they-need",
                   test_problems_take_the_height_they_need);
  g_test_add_func ("/widgets/a-code-of-another-chart-is-answered",
                   test_a_code_of_another_chart_is_answered);
  g_test_add_func ("/widgets/a-mark-that-goes-leaves-no-room",
                   test_a_mark_that_goes_leaves_no_room);
  g_test_add_func ("/step-keys/arrow-keys-step-through-choices",
                   test_arrow_keys_step_through_choices);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each line of the year's checklist says what is left, and no more once it is done. */
#include "yearend/checklist.h"

#include "helpers/ledger.h"
#include "ledger/draft.h"
#include "ledger/period.h"
#include "ledger/reconciliation.h"
#include "statements/note-text.h"
#include "statements/notes.h"
#include "statements/tax-sheet.h"
#include "yearend/error.h"

#include <string.h>

typedef struct
{
  SheafBook *book;
} Fixture;

static void
set_up (Fixture           *fixture,
        gconstpointer data G_GNUC_UNUSED)
{
  fixture->book = test_ledger_new ();
  (void) test_post (fixture->book, "2025-01-10", "1111", "131", 900000000, NULL, "KH1");
}

static void
tear_down (Fixture           *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  g_clear_pointer (&fixture->book, sheaf_book_free);
}

static const SheafChecklistLine *
find_line (const char *name)
{
  for (guint i = 0; i < sheaf_checklist_count (); i++)
    if (g_str_equal (sheaf_checklist_at (i)->name, name))
      return sheaf_checklist_at (i);
  g_assert_not_reached ();
  return NULL;
}

/* What the line says has the words in it. */
static void
expect (Fixture            *fixture,
        const char         *name,
        SheafChecklistState state,
        const char         *words)
{
  g_auto (SheafChecklistFinding) finding = { 0 };
  g_autoptr (GError) error = NULL;

  (void) sheaf_checklist_look (fixture->book, 2025, find_line (name), &finding, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sheaf_checklist_state_to_word (finding.state), ==,
                   sheaf_checklist_state_to_word (state));
  g_assert_nonnull (finding.found);
  if (strstr (finding.found, words) == NULL)
    g_error ("%s says “%s”, not “%s”", name, finding.found, words);
}

static void
test_every_line_says_something_of_an_empty_year (Fixture           *fixture,
                                                 gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < sheaf_checklist_count (); i++)
    {
      g_auto (SheafChecklistFinding) finding = { 0 };
      g_autoptr (GError) error = NULL;

      (void) sheaf_checklist_look (fixture->book, 2025, sheaf_checklist_at (i), &finding, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (finding.found, !=, "");
      g_test_message ("%s: %s", sheaf_checklist_at (i)->name, finding.found);
      g_assert_cmpint (finding.state, !=, SHEAF_CHECKLIST_WRONG);
    }
}

static void
test_a_year_before_the_book_is_refused (Fixture           *fixture,
                                        gconstpointer data G_GNUC_UNUSED)
{
  g_auto (SheafChecklistFinding) finding = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (
      sheaf_checklist_look (fixture->book, 2024, find_line ("drafts"), &finding, &error));
  g_assert_error (error, SHEAF_YEAREND_ERROR, SHEAF_YEAREND_ERROR_YEAR);
  g_assert_null (finding.found);
}

static void
test_months_are_locked_up_to_the_last (Fixture           *fixture,
                                       gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  expect (fixture, "months", SHEAF_CHECKLIST_OPEN, "No month");
  (void) sheaf_period_lock (fixture->book, test_day ("2025-06-30"), &error);
  expect (fixture, "months", SHEAF_CHECKLIST_OPEN, "30 Jun 2025");
  (void) sheaf_period_lock (fixture->book, test_day ("2025-11-30"), &error);
  expect (fixture, "months", SHEAF_CHECKLIST_DONE, "30 Nov 2025");
  (void) sheaf_period_unlock (fixture->book, test_day ("2025-10-31"), "Hóa đơn đến muộn", &error);
  (void) test_post (fixture->book, "2025-11-10", "1111", "5111", 1000000, NULL, NULL);
  g_assert_no_error (error);
  expect (fixture, "months", SHEAF_CHECKLIST_OPEN, "Revision 2");
  expect (fixture, "months", SHEAF_CHECKLIST_OPEN, "Hóa đơn đến muộn");
}

static void
test_a_draft_is_left (Fixture           *fixture,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (SheafDraft) draft = sheaf_draft_new (NULL);
  g_autoptr (GError) error = NULL;

  expect (fixture, "drafts", SHEAF_CHECKLIST_DONE, "No draft");
  (void) sheaf_draft_save (fixture->book, draft, NULL, &error);
  g_assert_no_error (error);
  expect (fixture, "drafts", SHEAF_CHECKLIST_OPEN, "1");
}

static void
test_assets_wear_off_to_the_last_month (Fixture           *fixture,
                                        gconstpointer data G_GNUC_UNUSED)
{
  expect (fixture, "depreciation", SHEAF_CHECKLIST_IDLE, "No fixed asset");
  (void) test_post (fixture->book, "2025-02-01", "2111", "1111", 60000000, NULL, NULL);
  expect (fixture, "depreciation", SHEAF_CHECKLIST_OPEN, "no depreciation");
  (void) test_post (fixture->book, "2025-11-30", "642", "2141", 1000000, NULL, NULL);
  expect (fixture, "depreciation", SHEAF_CHECKLIST_OPEN, "none in its last month");
  (void) test_post (fixture->book, "2025-12-31", "642", "2141", 1000000, NULL, NULL);
  expect (fixture, "depreciation", SHEAF_CHECKLIST_DONE, "2,000,000");
}

static void
test_prepaid_costs_are_allocated (Fixture           *fixture,
                                  gconstpointer data G_GNUC_UNUSED)
{
  expect (fixture, "allocation", SHEAF_CHECKLIST_IDLE, "in advance");
  (void) test_post (fixture->book, "2025-02-01", "2421", "1111", 12000000, NULL, NULL);
  expect (fixture, "allocation", SHEAF_CHECKLIST_OPEN, "nothing of them");
  (void) test_post (fixture->book, "2025-03-31", "642", "2421", 11000000, NULL, NULL);
  expect (fixture, "allocation", SHEAF_CHECKLIST_OPEN, "nothing in its last month");
  (void) test_post (fixture->book, "2025-04-30", "642", "2421", 1000000, NULL, NULL);
  expect (fixture, "allocation", SHEAF_CHECKLIST_DONE, "12,000,000");
}

static void
test_the_bank_agrees_on_the_last_day (Fixture           *fixture,
                                      gconstpointer data G_GNUC_UNUSED)
{
  SheafReconciliation start = { .account_id = test_account (fixture->book, "1121"),
                                .date = test_day ("2025-12-31") };
  g_autoptr (GPtrArray) sides = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  expect (fixture, "bank", SHEAF_CHECKLIST_IDLE, "no money at a bank");
  (void) test_post (fixture->book, "2025-03-01", "1121", "1111", 5000000, NULL, NULL);
  expect (fixture, "bank", SHEAF_CHECKLIST_OPEN, "1121");
  start.balance = 5000000;
  (void) sheaf_reconciliation_start (fixture->book, &start, &id, &error);
  expect (fixture, "bank", SHEAF_CHECKLIST_OPEN, "not ticked through: 1");
  sides = sheaf_reconciliation_rows (fixture->book, id, &error);
  (void) sheaf_reconciliation_tick (fixture->book, id, sides, TRUE, &error);
  (void) sheaf_reconciliation_finish (fixture->book, id, NULL, &error);
  g_assert_no_error (error);
  expect (fixture, "bank", SHEAF_CHECKLIST_DONE, "agrees");
}

static void
test_tax_is_entered_as_the_sheet_says (Fixture           *fixture,
                                       gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  (void) test_post (fixture->book, "2025-06-10", "1111", "5111", 500000000, NULL, NULL);
  expect (fixture, "tax-sheet", SHEAF_CHECKLIST_OPEN, "2024");
  expect (fixture, "tax", SHEAF_CHECKLIST_OPEN, "left to enter: 100,000,000");
  (void) sheaf_tax_sheet_post (fixture->book, 2025, 0, test_day ("2025-12-31"), &id, &error);
  g_assert_no_error (error);
  expect (fixture, "tax", SHEAF_CHECKLIST_DONE, "100,000,000");
  (void) test_post (fixture->book, "2025-07-10", "1111", "5111", 10000000, NULL, NULL);
  expect (fixture, "tax", SHEAF_CHECKLIST_WRONG, "2,000,000");
}

static void
test_shared_overhead_asks_for_a_key (Fixture           *fixture,
                                     gconstpointer data G_GNUC_UNUSED)
{
  expect (fixture, "shared", SHEAF_CHECKLIST_IDLE, "No overhead");
  (void) test_post (fixture->book, "2025-06-10", "642", "1111", 3000000, NULL, NULL);
  expect (fixture, "shared", SHEAF_CHECKLIST_OPEN, "3,000,000");
}

static void
test_texts_of_the_notes_are_written (Fixture           *fixture,
                                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafNoteForm)
      form = sheaf_note_form_load (fixture->book, SHEAF_NOTES_CODE, 0, &error);

  g_assert_no_error (error);
  expect (fixture, "notes", SHEAF_CHECKLIST_OPEN, "0 of");
  for (guint i = 0; i < form->lines->len; i++)
    {
      const SheafNoteLine *line = form->lines->pdata[i];

      if (line->key != NULL && g_strcmp0 (line->kind, "text") == 0)
        (void) sheaf_note_text_write (fixture->book, 2025, SHEAF_NOTES_CODE, line->key, "Không.",
                                      &error);
    }
  g_assert_no_error (error);
  expect (fixture, "notes", SHEAF_CHECKLIST_DONE, "Every text");
}

static void
test_findings_of_the_checks_are_summed_up (void)
{
  g_auto (SheafChecklistFinding) finding = { 0 };

  sheaf_checklist_sum_checks (0, 0, &finding);
  g_assert_cmpint (finding.state, ==, SHEAF_CHECKLIST_DONE);
  sheaf_checklist_sum_checks (0, 2, &finding);
  g_assert_cmpint (finding.state, ==, SHEAF_CHECKLIST_OPEN);
  sheaf_checklist_sum_checks (1, 2, &finding);
  g_assert_cmpint (finding.state, ==, SHEAF_CHECKLIST_WRONG);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/checklist/every-line-says-something-of-an-empty-year",
       test_every_line_says_something_of_an_empty_year);
  ADD ("/checklist/a-year-before-the-book-is-refused", test_a_year_before_the_book_is_refused);
  ADD ("/checklist/months-are-locked-up-to-the-last", test_months_are_locked_up_to_the_last);
  ADD ("/checklist/a-draft-is-left", test_a_draft_is_left);
  ADD ("/checklist/assets-wear-off-to-the-last-month", test_assets_wear_off_to_the_last_month);
  ADD ("/checklist/prepaid-costs-are-allocated", test_prepaid_costs_are_allocated);
  ADD ("/checklist/the-bank-agrees-on-the-last-day", test_the_bank_agrees_on_the_last_day);
  ADD ("/checklist/tax-is-entered-as-the-sheet-says", test_tax_is_entered_as_the_sheet_says);
  ADD ("/checklist/shared-overhead-asks-for-a-key", test_shared_overhead_asks_for_a_key);
  ADD ("/checklist/texts-of-the-notes-are-written", test_texts_of_the_notes_are_written);
  g_test_add_func ("/checklist/findings-of-the-checks-are-summed-up",
                   test_findings_of_the_checks_are_summed_up);
  return g_test_run ();
}

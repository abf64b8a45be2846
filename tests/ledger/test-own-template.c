/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The co-op's own templates and the entries that come again. */
#include "ledger/own-template.h"

#include "helpers/ledger.h"
#include "ledger/recurrence.h"

static void
refused (gboolean done,
         GError **error,
         int      code)
{
  g_assert_false (done);
  g_assert_error (*error, SHEAF_LEDGER_ERROR, code);
  g_clear_error (error);
}

static SheafDraft *
rent (const char *amount)
{
  SheafDraft    *draft = sheaf_draft_new ("journal");
  SheafDraftRow *row = sheaf_draft_add_row (draft);

  sheaf_draft_set (&draft->date, "2025-01-31");
  sheaf_draft_set (&draft->number, "PK1");
  sheaf_draft_set (&draft->description, "Tiền thuê kho");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT], "642");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT], "331");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT_PARTY], "NCC1");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_AMOUNT], amount);
  return draft;
}

static SheafBook *
book_with_rent (const char *amount)
{
  SheafBook *book = test_ledger_new ();
  g_autoptr (SheafDraft) draft = rent (amount);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_own_template_save (book, "Thuê kho", draft, &error));
  g_assert_no_error (error);
  return book;
}

static void
test_use_gives_a_draft (void)
{
  g_autoptr (SheafBook) book = book_with_rent ("=12*100000");
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafDraft) draft = sheaf_own_template_use (book, "Thuê kho", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (draft->date, ==, "");
  g_assert_cmpstr (draft->number, ==, "");
  g_assert_cmpstr (draft->description, ==, "Tiền thuê kho");
  sheaf_draft_set (&draft->date, "2025-02-28");
  g_assert_true (sheaf_draft_post (book, draft, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "642", "2025-12-31"), ==, 1200000);
  test_verify (book);
}

static void
test_list_finds_without_accents (void)
{
  g_autoptr (SheafBook) book = book_with_rent ("1");
  g_autoptr (SheafDraft) other = rent ("2");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_own_template_save (book, "Điện tháng", other, &error));
  g_assert_true (sheaf_own_template_save (book, "Thuê kho", other, &error)); /* replaces */
  all = sheaf_own_template_list (book, NULL, &error);
  g_assert_cmpuint (all->len, ==, 2);
  found = sheaf_own_template_list (book, "kho thue", &error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((SheafOwnTemplate *) found->pdata[0])->name, ==, "Thuê kho");
  g_assert_cmpint (((SheafOwnTemplate *) found->pdata[0])->kind, ==, SHEAF_VOUCHER_JOURNAL);
  g_assert_cmpuint (((SheafOwnTemplate *) found->pdata[0])->rows, ==, 1);
}

static void
test_refusals (void)
{
  g_autoptr (SheafBook) book = book_with_rent ("1");
  g_autoptr (SheafDraft) draft = rent ("1");
  g_autoptr (SheafDraft) empty = sheaf_draft_new (NULL);
  g_autofree char *long_name = g_strnfill (61, 'a');
  g_autoptr (GError) error = NULL;

  refused (sheaf_own_template_save (book, " ", draft, &error), &error,
           SHEAF_LEDGER_ERROR_TEMPLATE);
  refused (sheaf_own_template_save (book, long_name, draft, &error), &error,
           SHEAF_LEDGER_ERROR_TEMPLATE);
  refused (sheaf_own_template_save (book, "Rỗng", empty, &error), &error,
           SHEAF_LEDGER_ERROR_TEMPLATE);
  refused (sheaf_own_template_use (book, "Không có", &error) != NULL, &error,
           SHEAF_LEDGER_ERROR_NOT_FOUND);
  g_assert_true (sheaf_own_template_drop (book, "Thuê kho", &error));
  refused (sheaf_own_template_use (book, "Thuê kho", &error) != NULL, &error,
           SHEAF_LEDGER_ERROR_NOT_FOUND);
  refused (sheaf_own_template_drop (book, "Thuê kho", &error), &error,
           SHEAF_LEDGER_ERROR_NOT_FOUND);
  test_verify (book);
}

static void
every (SheafBook  *book,
       guint       months,
       const char *first,
       const char *last)
{
  const SheafRecurrence recurrence = { (char *) "Thuê kho", months, test_day (first),
                                       last != NULL ? test_day (last) : SHEAF_DATE_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_recurrence_set (book, &recurrence, &error));
  g_assert_no_error (error);
}

/* The due days until a day, joined by blanks. */
static void
expect_due (SheafBook  *book,
            const char *on,
            const char *days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) due = sheaf_recurrence_due (book, test_day (on), &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    {
      g_autofree char *day = sheaf_date_to_text (((SheafRecurrenceDue *) due->pdata[i])->due);

      g_assert_cmpuint (((SheafRecurrenceDue *) due->pdata[i])->earlier, ==, i);
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", day);
    }
  g_assert_cmpstr (text->str, ==, days);
}

static void
test_month_ends (void)
{
  g_autoptr (SheafBook) book = book_with_rent ("1");

  every (book, 1, "2025-01-31", "2025-05-30");
  expect_due (book, "2025-12-31", "2025-01-31 2025-02-28 2025-03-31 2025-04-30");
  expect_due (book, "2025-01-30", "");
  every (book, 3, "2024-11-30", NULL);
  expect_due (book, "2025-06-01", "2024-11-30 2025-02-28 2025-05-30");
  every (book, 12, "2024-02-29", NULL);
  expect_due (book, "2028-12-31", "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29");
}

static void
test_posted_is_done_until_reversed (void)
{
  g_autoptr (SheafBook) book = book_with_rent ("500");
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  every (book, 1, "2025-01-31", NULL);
  g_assert_true (sheaf_recurrence_post (book, "Thuê kho", test_day ("2025-02-28"),
                                        test_day ("2025-03-01"), NULL, &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_balance (book, "642", "2025-02-28"), ==, 0);
  g_assert_cmpint (test_balance (book, "642", "2025-03-01"), ==, 500);
  expect_due (book, "2025-03-31", "2025-01-31 2025-03-31");
  refused (sheaf_recurrence_post (book, "Thuê kho", test_day ("2025-02-28"),
                                  test_day ("2025-03-02"), NULL, NULL, &error),
           &error, SHEAF_LEDGER_ERROR_RECURRENCE);
  g_assert_true (sheaf_voucher_reverse (book, id, test_day ("2025-03-05"), "Sai", NULL, &error));
  expect_due (book, "2025-03-31", "2025-01-31 2025-02-28 2025-03-31");
  g_assert_true (sheaf_recurrence_skip (book, "Thuê kho", test_day ("2025-01-31"), "Được miễn",
                                        &error));
  expect_due (book, "2025-03-31", "2025-02-28 2025-03-31");
  g_assert_true (sheaf_recurrence_end (book, "Thuê kho", &error));
  expect_due (book, "2025-12-31", "");
  g_assert_true (sheaf_own_template_drop (book, "Thuê kho", &error));
  test_verify (book);
}

/* A template with an empty amount is used, typed on, posted, and told done. */
static void
test_typed_entry_is_told_done (void)
{
  g_autoptr (SheafBook) book = book_with_rent ("");
  g_autoptr (GError) error = NULL;
  gint64 id;

  every (book, 1, "2025-01-31", NULL);
  refused (sheaf_recurrence_post (book, "Thuê kho", test_day ("2025-01-31"),
                                  test_day ("2025-01-31"), NULL, NULL, &error),
           &error, SHEAF_LEDGER_ERROR_DRAFT);
  expect_due (book, "2025-01-31", "2025-01-31");
  id = test_post (book, "2025-01-31", "642", "331", 77, NULL, "NCC1");
  g_assert_true (sheaf_recurrence_done (book, "Thuê kho", test_day ("2025-01-31"), id, &error));
  expect_due (book, "2025-01-31", "");
  refused (sheaf_recurrence_done (book, "Thuê kho", test_day ("2025-02-28"), 999, &error), &error,
           SHEAF_LEDGER_ERROR_NOT_FOUND);
}

static void
test_recurrence_refusals (void)
{
  g_autoptr (SheafBook) book = book_with_rent ("1");
  g_autoptr (GError) error = NULL;
  SheafRecurrence recurrence = { (char *) "Thuê kho", 0, test_day ("2025-01-31"),
                                 SHEAF_DATE_NONE };

  refused (sheaf_recurrence_set (book, &recurrence, &error), &error,
           SHEAF_LEDGER_ERROR_RECURRENCE);
  recurrence.months = 121;
  refused (sheaf_recurrence_set (book, &recurrence, &error), &error,
           SHEAF_LEDGER_ERROR_RECURRENCE);
  recurrence.months = 1;
  recurrence.last = test_day ("2025-01-30");
  refused (sheaf_recurrence_set (book, &recurrence, &error), &error,
           SHEAF_LEDGER_ERROR_RECURRENCE);
  recurrence.last = SHEAF_DATE_NONE;
  recurrence.template_name = (char *) "Không có";
  refused (sheaf_recurrence_set (book, &recurrence, &error), &error, SHEAF_LEDGER_ERROR_NOT_FOUND);
  refused (sheaf_recurrence_end (book, "Thuê kho", &error), &error, SHEAF_LEDGER_ERROR_RECURRENCE);
  every (book, 1, "2025-01-31", NULL);
  refused (sheaf_recurrence_skip (book, "Thuê kho", test_day ("2025-01-30"), "Vì", &error), &error,
           SHEAF_LEDGER_ERROR_RECURRENCE);
  refused (sheaf_recurrence_skip (book, "Thuê kho", test_day ("2025-01-31"), "", &error), &error,
           SHEAF_LEDGER_ERROR_RECURRENCE);
  refused (sheaf_own_template_drop (book, "Thuê kho", &error), &error,
           SHEAF_LEDGER_ERROR_TEMPLATE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/own-template/use-gives-a-draft", test_use_gives_a_draft);
  g_test_add_func ("/own-template/list-finds-without-accents", test_list_finds_without_accents);
  g_test_add_func ("/own-template/refusals", test_refusals);
  g_test_add_func ("/recurrence/days-are-held-to-month-ends", test_month_ends);
  g_test_add_func ("/recurrence/posted-is-done-until-reversed", test_posted_is_done_until_reversed);
  g_test_add_func ("/recurrence/typed-entry-is-told-done", test_typed_entry_is_told_done);
  g_test_add_func ("/recurrence/refusals", test_recurrence_refusals);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the page of payouts and the dialog for a new list ask of a book with two years shared,
 * without a window. */
#include "app/payouts/list-jobs.h"
#include "app/payouts/payouts-jobs.h"
#include "app/payouts/payouts-table.h"

#include "book/setting.h"
#include "distribution/coop.h"
#include "distribution/draft.h"
#include "distribution/posting.h"
#include "ledger/closing.h"
#include "payouts/bank-order-form.h"
#include "payouts/error.h"
#include "payouts/paying.h"

#include <glib/gstdio.h>
#include <string.h>

/* Of the members of distribution/coop.c only B has a bank account. */
#define WITH_ACCOUNT "B"
#define DAY sheaf_date_new (2027, 5, 10)

/* 2025 is open, then 2026 is shared as well. */
static SheafBook *
two_years (void)
{
  SheafBook             *book = paying_coop (15000000);
  const SheafMeeting     meeting = { .resolution = "NQ 02/2027",
                                     .date = sheaf_date_new (2027, 3, 20) };
  const SheafClosingKeys keys = { .key = SHEAF_CLOSING_BY_REVENUE };
  SheafDate              day = sheaf_date_new (2026, 6, 15);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;

  coop_deliver (book, day, "A", 6000000);
  coop_deliver (book, day, "B", 3000000);
  coop_voucher (book, day, "1111", "5121", 10000000, NULL);
  coop_voucher (book, day, "1111", "5111", 20000000, NULL);
  coop_voucher (book, day, "6111", "1111", 8000000, NULL);
  (void) (sheaf_closing_post (book, 2026, &keys, NULL, &error) &&
          sheaf_plan_store (book, 2026, coop_plan, -1, "plan.ini", problems, &error) &&
          sheaf_plan_approve (book, 2026, &meeting, problems, &error) &&
          sheaf_plan_post (book, 2026, sheaf_date_new (2027, 3, 31), NULL, &error));
  g_assert_no_error (error);
  return book;
}

static SheafListLook *
look (SheafBook   *book,
      SheafListWay way,
      gboolean     earlier)
{
  SheafListWish wish = { .year = 2026,
                         .way = way,
                         .date = DAY,
                         .minimum = SHEAF_MONEY_ZERO,
                         .earlier = earlier };
  g_autoptr (GError) error = NULL;
  SheafListLook *seen = sheaf_list_look_job (book, &wish, &error);

  g_assert_no_error (error);
  return seen;
}

static SheafListMade *
make (SheafBook   *book,
      SheafListWay way,
      gboolean     earlier)
{
  SheafListWish wish = { .year = 2026,
                         .way = way,
                         .date = DAY,
                         .minimum = SHEAF_MONEY_ZERO,
                         .earlier = earlier };
  g_autoptr (GError) error = NULL;
  SheafListMade *made = sheaf_list_make_job (book, &wish, &error);

  g_assert_no_error (error);
  return made;
}

static SheafPayoutsTable *
read_table (SheafBook *book)
{
  SheafPayoutsWish wish = {
    .year = 2026, .first_choice = 2026, .first_year = 2025, .last_year = 2027, .on = DAY
  };
  g_autoptr (GError) error = NULL;
  SheafPayoutsTable *table = sheaf_payouts_table_job (book, &wish, &error);

  g_assert_no_error (error);
  return table;
}

static guint
count_year (const SheafListLook *seen,
            int                  year)
{
  guint found = 0;

  for (guint i = 0; i < seen->batch->lines->len; i++)
    found += ((SheafPayoutLine *) seen->batch->lines->pdata[i])->year == year;
  return found;
}

/* A member is one on the list, with a line for each year. */
static void
test_earlier_years_are_paid_along (void)
{
  g_autoptr (SheafBook) book = two_years ();
  g_autoptr (SheafListLook) alone = look (book, SHEAF_LIST_CASH, FALSE);
  g_autoptr (SheafListLook) both = look (book, SHEAF_LIST_CASH, TRUE);

  g_assert_no_error (both->refusal);
  g_assert_cmpuint (count_year (alone, 2025), ==, 0);
  g_assert_cmpuint (count_year (both, 2025), >, 0);
  g_assert_cmpuint (count_year (both, 2026), ==, count_year (alone, 2026));
  g_assert_cmpuint (both->members, <, both->batch->lines->len);
  g_assert_cmpint (sheaf_money_cmp (both->gross, alone->gross), >, 0);
}

/* Whoever has no account and something open of any year that is paid. */
static void
test_who_has_no_account_is_found_by_all_years (void)
{
  g_autoptr (SheafBook) book = two_years ();
  g_autoptr (SheafListMade) made = NULL;
  g_autoptr (SheafListLook) alone = NULL;
  g_autoptr (SheafListLook) both = NULL;

  made = make (book, SHEAF_LIST_CASH, FALSE);
  /* Of 2026 nobody has anything open now, of 2025 everyone has. */
  alone = look (book, SHEAF_LIST_CASH_WITHOUT, FALSE);
  g_assert_error (alone->refusal, SHEAF_PAYOUTS_ERROR, SHEAF_PAYOUTS_ERROR_NOTHING);
  g_assert_cmpint (alone->there.units, >, 0); /* told beside the refusal too */
  both = look (book, SHEAF_LIST_CASH_WITHOUT, TRUE);
  g_assert_no_error (both->refusal);
  g_assert_cmpuint (count_year (both, 2025), >, 0);
  for (guint i = 0; i < both->batch->lines->len; i++)
    g_assert_cmpstr (((SheafPayoutLine *) both->batch->lines->pdata[i])->code, !=, WITH_ACCOUNT);
}

/* A transfer of two years is one: code, question and return name the sum of both lines. */
static void
test_a_payment_of_two_years_is_one_sum (void)
{
  g_autoptr (SheafBook) book = two_years ();
  g_autoptr (SheafListMade) made = make (book, SHEAF_LIST_BANK, TRUE);
  g_autoptr (SheafPayoutsTable) table = read_table (book);
  const SheafPaymentList    *list = sheaf_payouts_table_find_list (table, made->id);
  const SheafPayoutStanding *standing = NULL;

  for (guint i = 0; i < table->payees->len; i++)
    if (strcmp (((SheafPayeeRow *) table->payees->pdata[i])->standing->code, WITH_ACCOUNT) == 0)
      standing = ((SheafPayeeRow *) table->payees->pdata[i])->standing;
  g_assert_nonnull (standing);
  g_assert_cmpint (standing->state_list, ==, made->id);
  g_assert_cmpint (standing->ordered.units, <,
                   sheaf_payment_list_payment (list, standing->party_id).units);
  g_assert_cmpint (table->sum[SHEAF_PAYOUT_ORDERED].units, ==, standing->ordered.units);
  g_assert_cmpint (list->net.units, ==,
                   sheaf_payment_list_payment (list, standing->party_id).units);
  g_assert_cmpint (sheaf_payment_list_payment (list, -1).units, ==, 0);
}

/* Saves the order of the list made last and gives what is in it. Free with g_free. */
static char *
save_order (SheafBook  *book,
            gint64      batch_id,
            const char *form,
            const char *ending)
{
  g_autofree char  *folder = g_dir_make_tmp ("sheaf-order-XXXXXX", NULL);
  g_autofree char  *name = g_strdup_printf ("order.%s", ending);
  g_autofree char  *path = g_build_filename (folder, name, NULL);
  SheafBankFileWish wish = { .batch_id = batch_id, .form = (char *) form, .path = path };
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafProblems) problems = sheaf_bank_file_job (book, &wish, &error);
  char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  (void) g_remove (path);
  (void) g_rmdir (folder);
  return text;
}

static void
test_an_order_is_saved_by_its_ending (void)
{
  g_autoptr (SheafBook) book = two_years ();
  g_autoptr (SheafListMade) made = make (book, SHEAF_LIST_BANK, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) forms = sheaf_bank_forms_job (book, NULL, &error);
  guint pains = 0, sheets = 0;

  g_assert_no_error (error);
  (void) (sheaf_setting_write (book, "bank-account", "00", &error) &&
          sheaf_setting_write (book, "bank-bin", "970436", &error));
  g_assert_no_error (error);
  for (guint i = 0; i < forms->len; i++)
    {
      const SheafBankOrderForm *form = forms->pdata[i];
      gboolean                  pain = form->type == SHEAF_BANK_ORDER_PAIN;
      g_autofree char          *text = NULL;
      g_autofree char          *workbook = NULL;

      text = save_order (book, made->id, form->id, pain ? "xml" : "csv");
      if (!pain)
        workbook = save_order (book, made->id, form->id, "xlsx");
      g_assert_nonnull (strstr (text, "2026 " WITH_ACCOUNT));
      pains += pain;
      if (pain)
        continue;
      sheets++;
      g_assert_true (g_str_has_prefix (workbook, "PK"));
    }
  g_assert_cmpuint (pains, >, 0);
  g_assert_cmpuint (sheets, >, 0);
}

static void
test_an_order_that_cannot_be_saved_is_told (void)
{
  g_autoptr (SheafBook) book = two_years ();
  g_autoptr (SheafListMade) made = make (book, SHEAF_LIST_BANK, FALSE);
  SheafBankFileWish wish = { .batch_id = made->id,
                             .form = (char *) "no-such-form",
                             .path = (char *) "/nowhere/order.csv" };
  g_autoptr (GError) error = NULL;

  g_assert_null (sheaf_bank_file_job (book, &wish, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  wish.form = (char *) "neutral";
  g_assert_null (sheaf_bank_file_job (book, &wish, &error));
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/payouts-jobs/earlier-years-are-paid-along", test_earlier_years_are_paid_along);
  g_test_add_func ("/payouts-jobs/who-has-no-account-is-found-by-all-years",
                   test_who_has_no_account_is_found_by_all_years);
  g_test_add_func ("/payouts-jobs/a-payment-of-two-years-is-one-sum",
                   test_a_payment_of_two_years_is_one_sum);
  g_test_add_func ("/payouts-jobs/an-order-is-saved-by-its-ending",
                   test_an_order_is_saved_by_its_ending);
  g_test_add_func ("/payouts-jobs/an-order-that-cannot-be-saved-is-told",
                   test_an_order_that_cannot_be_saved_is_told);
  return g_test_run ();
}

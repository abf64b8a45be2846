/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thousands of random acts, most of them wrong: each is refused with a reason or done whole, and
 * the book verifies all along. */
#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/closing.h"
#include "ledger/draft.h"
#include "ledger/opening.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/totals.h"

#include <string.h>

static gint64
any (gint64 below)
{
  return g_test_rand_int_range (0, (gint32) below);
}

/* Mostly accounts that are there, hidden ones and groups among them. */
static gint64
any_account (void)
{
  return any (20) == 0 ? any (3) * 5000 : 1 + any (114);
}

static SheafDate
any_day (void)
{
  return sheaf_date_add_days (sheaf_date_new (2024, 12, 1), (int) any (900));
}

static SheafMoney
any_amount (void)
{
  static const gint64 odd[] = { 0, -1, -500, G_GINT64_CONSTANT (99999999999999),
                                G_GINT64_CONSTANT (1000000000000000000) };

  return SHEAF_MONEY (any (8) == 0 ? odd[any (G_N_ELEMENTS (odd))] : 1 + any (1000000));
}

static SheafVoucher *
any_voucher (void)
{
  SheafVoucher *voucher = sheaf_voucher_new ((SheafVoucherKind) (any (4) == 0 ? 1 + any (8) : 5),
                                             any_day (), any (30) == 0 ? "" : "Bất kỳ");

  if (any (20) == 0)
    voucher->layer = (SheafLayer) any (2);
  if (any (10) == 0)
    voucher->number = g_strdup_printf ("PK%05d", (int) any (500));
  for (gint64 rows = any (12) == 0 ? 0 : 1 + any (2); rows > 0; rows--)
    {
      SheafVoucherRow *row = sheaf_voucher_add_row (voucher, any_account (), any_account (),
                                                    any_amount ());

      row->debit_party_id = any (6);
      row->credit_party_id = any (6);
      row->scope = (SheafScope) (any (4) == 0 ? any (3) : 0);
    }
  return voucher;
}

static gboolean
post (SheafBook *book,
      GError   **error)
{
  g_autoptr (SheafVoucher) voucher = any_voucher ();

  /* A program that forgets to check is stopped by the database. */
  if (any (4) == 0 && voucher->rows->len > 0)
    for (guint i = 0; i < voucher->rows->len; i++)
      {
        SheafVoucherRow *row = voucher->rows->pdata[i];

        row->debit_id = 1 + row->debit_id % 114;
        row->credit_id = 1 + row->credit_id % 114;
      }
  else
    return sheaf_voucher_post (book, voucher, NULL, error);
  return sheaf_voucher_post_checked (book, voucher, NULL, error);
}

static gboolean
reverse (SheafBook *book,
         GError   **error)
{
  return sheaf_voucher_reverse (book, 1 + any (400), any_day (), "Bất kỳ", NULL, error);
}

static gboolean
lock (SheafBook *book,
      GError   **error)
{
  if (any (3) == 0)
    return sheaf_period_lock (book, any_day (), error);
  return sheaf_period_unlock (book, any (2) == 0 ? SHEAF_DATE_NONE : any_day (), "Bất kỳ", error);
}

static gboolean
close_or_reopen (SheafBook *book,
                 GError   **error)
{
  int              year = 2024 + (int) any (4);
  SheafClosingKeys keys;

  if (any (2) == 0)
    return sheaf_closing_reopen (book, year, "Bất kỳ", error);
  g_assert_true (sheaf_closing_keys_parse (any (2) == 0 ? "revenue" : "0.333333",
                                           any (2) == 0 ? "profit" : NULL, &keys, NULL));
  return sheaf_closing_post (book, year, &keys, NULL, error);
}

static gboolean
open_balances (SheafBook *book,
               GError   **error)
{
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));

  for (guint i = 0; i < 2; i++)
    {
      SheafOpeningBalance balance = { .account_id = any_account (),
                                      .debit = SHEAF_MONEY (i == 0 ? 500 : 0),
                                      .credit = SHEAF_MONEY (i == 0 ? 0 : 500 + any (2)),
                                      .party_id = any (4),
                                      .due = SHEAF_DATE_NONE };

      g_array_append_val (balances, balance);
    }
  return sheaf_opening_post (book, balances, error);
}

static gboolean
add_account (SheafBook *book,
             GError   **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, NULL);
  const SheafAccount *parent = sheaf_chart_at (chart, (guint) any (sheaf_chart_count (chart)));
  g_autofree char    *code = g_strdup_printf ("%s%d", parent->code, (int) any (10));
  SheafAccount        detail = { .code = code, .name = code, .needs = (SheafNeeds) any (6) };

  return sheaf_account_insert (book, &detail, parent->code, NULL, error);
}

/* A draft that was perhaps copied from a voucher, perhaps saved, perhaps stepped back, is
 * posted. */
static gboolean
draft (SheafBook *book,
       GError   **error)
{
  g_autoptr (SheafDraft) draft = any (3) == 0 ? sheaf_draft_new (NULL)
                                              : sheaf_voucher_copy (book, 1 + any (400), error);
  g_autofree char *day = sheaf_date_to_text (any_day ());

  if (draft == NULL)
    return FALSE;
  sheaf_draft_set (&draft->date, any (10) == 0 ? "x" : day);
  if (any (2) == 0 && sheaf_book_act_id (book) == 0)
    {
      g_autofree char *other = g_strconcat (draft->description, "+", NULL);

      g_assert_true (sheaf_draft_save (book, draft, NULL, NULL));
      sheaf_draft_set (&draft->description, other); /* else the second saving is no version */
      g_assert_true (sheaf_draft_save (book, draft, NULL, NULL));
      if (any (2) == 0)
        g_assert_true (sheaf_draft_undo (book, draft->id, NULL));
    }
  return sheaf_draft_post (book, draft, NULL, NULL, NULL, NULL, error);
}

typedef gboolean (*ActFunc) (SheafBook *book,
                             GError   **error);

static gboolean
any_act (SheafBook *book,
         GError   **error)
{
  static const ActFunc rare[] = {
    lock, close_or_reopen, open_balances, add_account, reverse, draft
  };

  return any (6) == 0 ? rare[any (G_N_ELEMENTS (rare))](book, error) : post (book, error);
}

/* Several acts in one, kept or undone; whatever fails inside fails alone. */
static void
nested_acts (SheafBook *book)
{
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "Bất kỳ", NULL);
  gboolean bulk = any (2) == 0;

  g_assert_nonnull (act);
  if (bulk)
    g_assert_true (sheaf_ledger_bulk_begin (book, NULL));
  for (gint64 i = any (6); i > 0; i--)
    (void) (bulk ? post (book, NULL) : any_act (book, NULL));
  if (any (3) == 0)
    return;
  if (!bulk || sheaf_ledger_bulk_end (book, NULL))
    (void) sheaf_act_commit (act, NULL);
}

/* Everything that people see adds up to nothing, off-balance accounts apart. */
static void
expect_balance (SheafBook *book)
{
  const SheafChart *chart = sheaf_chart_get (book, NULL);
  g_autoptr (SheafTotals)
      totals = sheaf_totals_load (book, test_day ("2025-01-01"), test_day ("2027-12-31"), NULL);
  gint64 sum = 0;

  for (guint i = 0; i < sheaf_chart_count (chart); i++)
    {
      const SheafAccount *account = sheaf_chart_at (chart, i);

      if (account->type != SHEAF_ACCOUNT_OFF_BALANCE)
        sum += sheaf_totals_balance (totals, account->id).units;
    }
  g_assert_cmpint (sum, ==, 0);
}

static void
test_random_acts (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  guint done = 0, refused = 0;

  for (guint i = 0; i < 4000; i++)
    {
      g_autoptr (GError) error = NULL;

      if (any (10) == 0)
        nested_acts (book);
      else if (any_act (book, &error))
        done++;
      else
        {
          g_assert_nonnull (error);
          g_assert_cmpstr (g_quark_to_string (error->domain), ==,
                           g_quark_to_string (SHEAF_LEDGER_ERROR));
          refused++;
        }
      if (i % 500 == 0)
        test_verify (book);
    }
  g_test_message ("%u acts done, %u refused", done, refused);
  g_assert_cmpuint (done, >, 50);
  g_assert_cmpuint (refused, >, 50);
  expect_balance (book);
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/acts-are-refused-or-done-and-the-book-stays-right", test_random_acts);
  return g_test_run ();
}

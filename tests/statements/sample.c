/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book whose figures were worked out by hand, and short ways to post. */
#include "statements/sample.h"

#include "book/setting.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/opening.h"
#include "ledger/party.h"
#include "ledger/voucher.h"
#include "statements/statement.h"

#include <string.h>

#define K(thousands) G_GINT64_CONSTANT (thousands##000)
#define M(millions) G_GINT64_CONSTANT (millions##000000)

SheafDate
sample_day (const char *text)
{
  SheafDate day;

  g_assert_true (sheaf_date_parse (text, &day, NULL));
  return day;
}

gint64
sample_account (SheafBook  *book,
                const char *code)
{
  const SheafAccount *account = sheaf_chart_by_code (sheaf_chart_get (book, NULL), code);

  g_assert_nonnull (account);
  return account->id;
}

static void
split_side (SheafBook  *book,
            const char *side,
            gint64     *ret_account,
            gint64     *ret_party)
{
  g_auto (GStrv) parts = g_strsplit (side, ":", 2);

  *ret_account = sample_account (book, parts[0]);
  *ret_party = parts[1] == NULL ? 0 : sheaf_party_find (book, parts[1]);
  g_assert_true (parts[1] == NULL || *ret_party != 0);
}

gint64
sample_post (SheafBook  *book,
             const char *date,
             const char *debit,
             const char *credit,
             gint64      amount,
             SheafScope  scope)
{
  g_autoptr (SheafVoucher) voucher =
      sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sample_day (date), "Test");
  g_autoptr (GError) error = NULL;
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, 0, 0, SHEAF_MONEY (amount));
  gint64           id = 0;

  if (debit != NULL)
    split_side (book, debit, &row->debit_id, &row->debit_party_id);
  if (credit != NULL)
    split_side (book, credit, &row->credit_id, &row->credit_party_id);
  g_test_message ("%s %s %s", date, debit, credit == NULL ? "" : credit);
  row->scope = scope;
  sheaf_voucher_post (book, voucher, &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
add_party (SheafBook     *book,
           const char    *code,
           SheafPartyKind kind)
{
  SheafParty party = { .code = (char *) code, .name = (char *) code, .kind = kind };
  g_autoptr (GError) error = NULL;

  sheaf_party_insert (book, &party, NULL, &error);
  g_assert_no_error (error);
}

SheafBook *
sample_new (void)
{
  SheafBookSpec spec = { .name = "HTX Thử", .year = 2025, .chart = "vn-tt71", .law = "vn-2023" };
  SheafActor    actor = { .user = "test", .today = sample_day ("2026-01-15"), .now = 1768435200 };
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  /* The samples post what a statement is about and no more. */
  g_assert_true (sheaf_setting_write (book, "money-below-zero", "allow", NULL));
  add_party (book, "KH1", SHEAF_PARTY_CUSTOMER);
  add_party (book, "KH2", SHEAF_PARTY_CUSTOMER);
  add_party (book, "NCC1", SHEAF_PARTY_SUPPLIER);
  add_party (book, "NCC2", SHEAF_PARTY_SUPPLIER);
  add_party (book, "NH", SHEAF_PARTY_LENDER);
  add_party (book, "DV1", SHEAF_PARTY_OTHER);
  add_party (book, "TV1", SHEAF_PARTY_MEMBER);
  add_party (book, "TV2", SHEAF_PARTY_MEMBER);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *code = g_strdup_printf ("TV%u", i);

      sheaf_party_set_standing (book, sheaf_party_find (book, code), sample_day ("2025-01-01"),
                                TRUE, &error);
      g_assert_no_error (error);
    }
  return book;
}

/* Assets 700 million less 70 of depreciation; debts 135, equity 495. */
static void
post_opening (SheafBook *book)
{
  static const struct
  {
    const char *side;
    gint64      debit;
    gint64      credit;
  } BALANCES[] = {
    { "1111", M (50), 0 },
    { "1121", M (200), 0 },
    { "131:KH1", M (30), 0 },
    { "131:TV1", 0, M (4) },
    { "152", M (20), 0 },
    { "2111", M (300), 0 },
    { "2141", 0, M (60) },
    { "212", M (100), 0 },
    { "2142", 0, M (10) },
    { "331:NCC1", 0, M (25) },
    { "334:TV1", 0, M (6) },
    { "341:NH", 0, M (100) },
    { "4111:TV1", 0, M (280) },
    { "4111:TV2", 0, M (120) },
    { "4211", 0, M (5) },
    { "4422", 0, M (90) },
    { "002", M (15), 0 },
  };
  g_autoptr (GArray) balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (BALANCES); i++)
    {
      SheafOpeningBalance balance = { .debit = { BALANCES[i].debit },
                                      .credit = { BALANCES[i].credit },
                                      .due = SHEAF_DATE_NONE };

      split_side (book, BALANCES[i].side, &balance.account_id, &balance.party_id);
      g_array_append_val (balances, balance);
    }
  sheaf_opening_post (book, balances, &error);
  g_assert_no_error (error);
}

SheafBook *
sample_worked (void)
{
  static const struct
  {
    const char *date;
    const char *debit;
    const char *credit;
    gint64      amount;
    SheafScope  scope;
  } ROWS[] = {
    { "2025-01-20", "154", "152", M (15), SHEAF_SCOPE_NONE },
    { "2025-01-31", "154", "334:TV1", M (20), SHEAF_SCOPE_NONE },
    { "2025-02-05", "156", "154", M (35), SHEAF_SCOPE_NONE },
    { "2025-02-10", "131:KH1", "5112", M (80), SHEAF_SCOPE_NONE },
    { "2025-02-10", "131:KH1", "3331", M (4), SHEAF_SCOPE_NONE },
    { "2025-02-10", "6112", "156", M (30), SHEAF_SCOPE_NONE },
    { "2025-03-15", "131:TV1", "5121", M (12), SHEAF_SCOPE_NONE },
    { "2025-03-15", "6121", "152", M (3), SHEAF_SCOPE_NONE },
    { "2025-04-01", "521", "131:KH1", M (5), SHEAF_SCOPE_EXTERNAL },
    { "2025-04-01", "521", "131:TV1", M (1), SHEAF_SCOPE_INTERNAL },
    { "2025-05-10", "642", "1111", M (10), SHEAF_SCOPE_NONE },
    { "2025-05-11", "642", "1111", M (2), SHEAF_SCOPE_INTERNAL },
    { "2025-06-30", "658", "1121", M (6), SHEAF_SCOPE_NONE },
    { "2025-06-30", "1121", "558", K (1500), SHEAF_SCOPE_NONE },
    { "2025-09-01", "1121", "131:KH2", M (7), SHEAF_SCOPE_NONE },
    { "2025-09-02", "1111", "131:TV2", K (800), SHEAF_SCOPE_NONE },
    { "2025-10-05", "331:NCC2", "1121", M (9), SHEAF_SCOPE_NONE },
    { "2025-10-05", "331:NCC1", "1121", M (20), SHEAF_SCOPE_NONE },
    { "2025-12-20", "659", "3334", M (2), SHEAF_SCOPE_NONE },
    { "2025-12-21", "3334", "1121", K (2500), SHEAF_SCOPE_NONE },
    { "2025-12-25", "141:TV2", "1111", K (1200), SHEAF_SCOPE_NONE },
    { "2025-12-25", "1111", "141:TV1", K (100), SHEAF_SCOPE_NONE },
    { "2025-12-26", "1111", "338:TV1", K (600), SHEAF_SCOPE_NONE },
    { "2025-12-28", "335", "1121", K (300), SHEAF_SCOPE_NONE },
    { "2025-12-28", "3532", "1111", K (400), SHEAF_SCOPE_NONE },
    { "2025-12-29", "1121", "341:NH", M (40), SHEAF_SCOPE_NONE },
    { "2025-12-30", "1368:DV1", "1121", M (2), SHEAF_SCOPE_NONE },
    { "2025-12-30", "152", "3368:DV1", K (500), SHEAF_SCOPE_NONE },
    { "2025-12-31", "642", "2141", M (8), SHEAF_SCOPE_NONE },
    { "2025-12-31", "642", "2142", M (1), SHEAF_SCOPE_NONE },
    { "2025-12-31", "642", "229", M (1), SHEAF_SCOPE_NONE },
    { "2025-12-31", "003", NULL, M (5), SHEAF_SCOPE_NONE },
  };
  SheafBook *book = sample_new ();
  g_autoptr (GError) error = NULL;
  gint64 mistake;

  post_opening (book);
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    sample_post (book, ROWS[i].date, ROWS[i].debit, ROWS[i].credit, ROWS[i].amount, ROWS[i].scope);
  mistake = sample_post (book, "2025-11-10", "131:KH1", "5112", M (3), SHEAF_SCOPE_NONE);
  sheaf_voucher_reverse (book, mistake, sample_day ("2025-11-12"), "wrong customer", NULL, &error);
  g_assert_no_error (error);
  return book;
}

/* Any entry between these, in three years, some taken back, some years closed. */
void
sample_post_at_random (SheafBook *book)
{
  static const char *const SIDES[] = {
    "1111",
    "1121",
    "131:KH1",
    "131:KH2",
    "131:TV1",
    "331:NCC1",
    "331:NCC2",
    "334:TV1",
    "338:TV2",
    "141:TV1",
    "152",
    "154",
    "156",
    "2111",
    "2141",
    "212",
    "2142",
    "1368:DV1",
    "3368:DV1",
    "341:NH",
    "4111:TV1",
    "4111:TV2",
    "4118",
    "418",
    "4421",
    "4422",
    "3531",
    "5112",
    "5121",
    "6112",
    "6121",
    "642",
    "558",
    "658",
    "659",
    "3334",
    "3331",
    "1331",
  };

  for (guint i = 0; i < 120; i++)
    {
      const char      *debit = SIDES[g_test_rand_int_range (0, G_N_ELEMENTS (SIDES))];
      const char      *credit = SIDES[g_test_rand_int_range (0, G_N_ELEMENTS (SIDES))];
      g_autofree char *day =
          g_strdup_printf ("%d-%02d-%02d", g_test_rand_int_range (2025, 2028),
                           g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
      gboolean   shared = strcmp (debit, "642") == 0 && i % 3 == 0;
      gboolean   sided = strchr ("56", *debit) != NULL && strchr ("56", *credit) != NULL;
      SheafScope scope = shared ? SHEAF_SCOPE_INTERNAL : SHEAF_SCOPE_NONE;
      gint64     id;
      g_autoptr (GError) error = NULL;

      if (strcmp (debit, credit) == 0 || sided || (shared && *credit == '5'))
        continue;
      id = sample_post (book, day, debit, credit, g_test_rand_int_range (1, 5000000), scope);
      if (i % 7 == 0)
        sheaf_voucher_reverse (book, id, sample_day (i % 2 == 0 ? day : "2027-12-30"), "mistake",
                               NULL, &error);
      g_assert_no_error (error);
    }
}

void
sample_close (SheafBook *book,
              int        year)
{
  SheafClosingKeys keys = { .key = SHEAF_CLOSING_BY_REVENUE };
  g_autoptr (GError) error = NULL;

  sheaf_closing_post (book, year, &keys, NULL, &error);
  g_assert_no_error (error);
}

static void
print_row (GString          *text,
           const char       *code,
           const SheafMoney *amounts,
           guint             n)
{
  g_string_append (text, code);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " %" G_GINT64_FORMAT, amounts[i].units);
  g_string_append_c (text, '\n');
}

char *
sample_print (SheafBook  *book,
              const char *form,
              int         year,
              const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafStatement) statement = sheaf_statement_compute (
      book, form, year, to == NULL ? SHEAF_DATE_NONE : sample_day (to), &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < statement->lines->len; i++)
    {
      const SheafStatementLine *line = &g_array_index (statement->lines, SheafStatementLine, i);
      SheafMoney                amounts[] = { line->current, line->previous,
                                              line->increase, line->decrease };
      gboolean                  movement = statement->form->kind == SHEAF_FORM_MOVEMENT;

      if (line->form->line != NULL && (movement || amounts[0].units != 0 || amounts[1].units != 0))
        print_row (text, line->form->line, amounts, movement ? 4 : 2);
    }
  for (guint i = 0; statement->balance != NULL && i < statement->balance->rows->len; i++)
    {
      const SheafBalanceRow *row = statement->balance->rows->pdata[i];

      print_row (text, row->code, row->amounts, SHEAF_BALANCE_AMOUNTS);
    }
  for (guint i = 0; i < statement->problems->items->len; i++)
    {
      const SheafProblem *problem = statement->problems->items->pdata[i];

      g_string_append_printf (text, "! %s\n", problem->text);
    }
  return g_string_free (text, FALSE);
}

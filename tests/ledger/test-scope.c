/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Internal or external: what follows from account and party, what overrides it, what looks
 * wrong. */
#include "helpers/ledger.h"
#include "book/setting.h"
#include "ledger/party.h"
#include "ledger/scope-report.h"
#include "ledger/verify.h"
#include "store/error.h"

#include <string.h>

/* debit, credit, debit party, credit party, the scope given, a reason; what comes of it. */
typedef struct
{
  const char *debit;
  const char *credit;
  const char *debit_party;
  const char *credit_party;
  SheafScope  given;
  gboolean    reason;
  gboolean    refused;
  SheafScope  settled;
} Case;

#define NONE SHEAF_SCOPE_NONE
#define INTERNAL SHEAF_SCOPE_INTERNAL
#define EXTERNAL SHEAF_SCOPE_EXTERNAL

static const Case cases[] = {
  /* from the party; a given one that agrees needs no reason, another does */
  { "154", "331", "", "TV1", NONE, FALSE, FALSE, INTERNAL },
  { "154", "331", "", "TV1", INTERNAL, FALSE, FALSE, INTERNAL },
  { "154", "331", "", "TV1", EXTERNAL, FALSE, TRUE, NONE },
  { "154", "331", "", "TV1", EXTERNAL, TRUE, FALSE, EXTERNAL },
  { "154", "331", "", "NCC1", INTERNAL, FALSE, TRUE, NONE },
  { "154", "331", "", "NCC1", INTERNAL, TRUE, FALSE, INTERNAL },
  { "154", "331", "", "NCC1", EXTERNAL, FALSE, FALSE, EXTERNAL },
  /* from the account: against it no reason helps, agreeing is no override */
  { "131", "5122", "KH1", "", INTERNAL, FALSE, FALSE, INTERNAL },
  { "131", "5122", "TV1", "", EXTERNAL, TRUE, TRUE, NONE },
  { "131", "5112", "TV1", "", EXTERNAL, FALSE, FALSE, EXTERNAL },
  /* shared costs go where the row says, with or without a party */
  { "642", "1111", "", "", INTERNAL, FALSE, FALSE, INTERNAL },
  { "642", "331", "", "NCC1", INTERNAL, FALSE, FALSE, INTERNAL },
  { "642", "331", "", "NCC1", NONE, FALSE, FALSE, NONE },
  /* deductions must name a side where no party does */
  { "521", "1111", "", "", NONE, FALSE, TRUE, NONE },
  { "521", "1111", "", "", INTERNAL, FALSE, FALSE, INTERNAL },
  { "521", "131", "", "TV1", NONE, FALSE, FALSE, INTERNAL },
  { "521", "131", "", "TV1", EXTERNAL, FALSE, TRUE, NONE },
  { "521", "131", "", "TV1", EXTERNAL, TRUE, FALSE, EXTERNAL },
  /* without a party nothing is overridden */
  { "1111", "558", "", "", INTERNAL, FALSE, FALSE, INTERNAL },
  { "1121", "1111", "", "", NONE, FALSE, FALSE, NONE },
};

static SheafVoucher *
make (SheafBook  *book,
      const Case *c,
      gboolean    in_memo)
{
  SheafVoucher    *voucher;
  SheafVoucherRow *row;

  voucher = test_voucher (book, "2025-03-01", c->debit, c->credit, 5, c->debit_party,
                          c->credit_party);
  row = voucher->rows->pdata[0];
  row->scope = c->given;
  if (c->reason && in_memo)
    row->memo = g_strdup ("Theo hợp đồng 03-BH số 7");
  else if (c->reason)
    row->scope_reason = g_strdup ("Theo hợp đồng 03-BH số 7");
  return voucher;
}

static void
expect_case (SheafBook  *book,
             const Case *c,
             gboolean    in_memo)
{
  g_autoptr (SheafVoucher) voucher = make (book, c, in_memo);
  g_autoptr (SheafVoucher) posted = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_test_message ("%s %s / %s %s: %s", c->debit, c->debit_party, c->credit, c->credit_party,
                  sheaf_scope_to_word (c->given));
  if (c->refused)
    {
      g_assert_false (sheaf_voucher_post (book, voucher, NULL, &error));
      g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SCOPE);
      return;
    }
  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_no_error (error);
  posted = sheaf_voucher_load (book, id, NULL);
  g_assert_cmpint (((SheafVoucherRow *) posted->rows->pdata[0])->scope, ==, c->settled);
}

static void
test_settling (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      expect_case (book, &cases[i], FALSE);
      expect_case (book, &cases[i], TRUE);
    }
  test_verify (book);
}

/* The database refuses what a program forgot to check. */
static void
test_database (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SheafVoucher) voucher = make (book, &cases[i], FALSE);
      g_autoptr (GError) error = NULL;
      gboolean done = sheaf_voucher_post_checked (book, voucher, NULL, &error);

      g_test_message ("%s / %s %s", cases[i].debit, cases[i].credit,
                      sheaf_scope_to_word (cases[i].given));
      g_assert_cmpint (done, ==, !cases[i].refused);
      if (!done)
        g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_SCOPE);
    }
}

/* A reversal keeps what was decided, with its reason, whatever the register says today. */
static void
test_reversal (void)
{
  const Case overridden = { "154", "331", "", "NCC1", INTERNAL, TRUE, FALSE, INTERNAL };
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = make (book, &overridden, FALSE);
  g_autoptr (SheafVoucher) mirror = NULL;
  gint64 id = 0, derived;

  g_assert_true (sheaf_voucher_post (book, voucher, &id, NULL));
  derived = test_post (book, "2025-03-01", "154", "331", 5, "", "TV1");
  g_assert_true (sheaf_voucher_reverse (book, id, test_day ("2025-04-01"), "Nhầm", &id, NULL));
  mirror = sheaf_voucher_load (book, id, NULL);
  g_assert_cmpstr (((SheafVoucherRow *) mirror->rows->pdata[0])->scope_reason, ==,
                   "Theo hợp đồng 03-BH số 7");
  g_assert_true (sheaf_party_set_standing (book, sheaf_party_find (book, "TV1"),
                                           test_day ("2025-01-01"), FALSE, NULL));
  g_assert_true (
      sheaf_voucher_reverse (book, derived, test_day ("2025-04-01"), "Nhầm", NULL, NULL));
}

/* Kept without separation, everything is external (Law 17/2023, Art. 85), deductions too. */
static void
test_without_separation (void)
{
  const SheafBookSpec spec = {
    .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt24", .law = "vn-2023"
  };
  SheafActor actor = test_actor (sheaf_date_new (2025, 12, 31));
  g_autoptr (SheafBook)
      book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, NULL);
  g_autoptr (SheafVoucher) posted = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 id;

  g_assert_false (sheaf_book_separates (book));
  g_assert_true (test_allow_money_below_zero (book));
  id = test_post (book, "2025-03-01", "521", "1111", 5, "", "");
  posted = sheaf_voucher_load (book, id, NULL);
  g_assert_cmpint (((SheafVoucherRow *) posted->rows->pdata[0])->scope, ==, EXTERNAL);
  rows = sheaf_scope_report (book, SHEAF_DATE_NONE, SHEAF_DATE_NONE, NULL);
  g_assert_cmpuint (rows->len, ==, 0);
}

static char *
report (SheafBook  *book,
        const char *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = sheaf_scope_report (
      book, from == NULL ? SHEAF_DATE_NONE : test_day (from), SHEAF_DATE_NONE, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      const SheafScopeReportRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (text, "%s %s/%s %s %s\n", sheaf_scope_report_to_word (row->what),
                              row->debit, row->credit, *row->party != '\0' ? row->party : "-",
                              *row->reason != '\0' ? row->reason : "-");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_report (void)
{
  const Case overridden = { "154", "331", "", "NCC1", INTERNAL, TRUE, FALSE, INTERNAL };
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher) voucher = make (book, &overridden, FALSE);
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autofree char *all = NULL;
  g_autofree char *late = NULL;
  gint64           wrong;

  test_post (book, "2025-02-01", "131", "5122", 5, "TV1", ""); /* as it should be */
  test_post (book, "2025-02-01", "131", "5112", 5, "KH1", "");
  test_post (book, "2025-02-01", "1111", "5122", 5, "", ""); /* nobody named */
  test_post (book, "2025-02-02", "131", "5122", 5, "KH1", "");
  test_post (book, "2025-02-03", "131", "5112", 5, "TV1", "");
  test_post_unguarded (book, test_voucher (book, "2025-02-04", "521", "1111", 5, "", ""));
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  wrong = test_post (book, "2025-03-05", "131", "5122", 5, "KH1", "");
  g_assert_true (sheaf_voucher_reverse (book, wrong, test_day ("2025-03-05"), "Nhầm", NULL, NULL));
  all = report (book, NULL);
  late = report (book, "2025-02-04");
  g_assert_cmpstr (all, ==,
                   "internal-with-outsider 131/5122 KH1 -\n"
                   "external-with-member 131/5112 TV1 -\n"
                   "no-scope 521/1111 - -\n"
                   "override 154/331 NCC1 Theo hợp đồng 03-BH số 7\n");
  g_assert_cmpstr (late, ==,
                   "no-scope 521/1111 - -\n"
                   "override 154/331 NCC1 Theo hợp đồng 03-BH số 7\n");
  for (const SheafCheck *check = sheaf_ledger_checks; check->name != NULL; check++)
    g_assert_true (check->run (book, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, 0);
  g_assert_cmpuint (problems->warnings, ==, 1); /* one for all three; a reason given is none */
  g_assert_nonnull (strstr (((SheafProblem *) problems->items->pdata[0])->text, "3"));
}

/* At entry both are asked about, not refused. */
static void
test_warnings (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafVoucher)
      outsider = test_voucher (book, "2025-03-01", "131", "5122", 1, "KH1", "");
  g_autoptr (SheafVoucher) insider = test_voucher (book, "2025-03-01", "131", "5112", 1, "TV1", "");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_voucher_check (book, outsider, NULL, problems, NULL));
  g_assert_cmpuint (problems->warnings, ==, 1);
  g_assert_true (sheaf_voucher_check (book, insider, NULL, problems, NULL));
  g_assert_cmpuint (problems->warnings, ==, 2);
  g_assert_cmpuint (problems->errors, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scope/follows-from-account-then-party", test_settling);
  g_test_add_func ("/scope/the-database-asks-for-reasons-too", test_database);
  g_test_add_func ("/scope/reversals-keep-what-was-decided", test_reversal);
  g_test_add_func ("/scope/without-separation-all-is-external", test_without_separation);
  g_test_add_func ("/scope/report-names-what-looks-wrong", test_report);
  g_test_add_func ("/scope/misfits-are-warnings", test_warnings);
  return g_test_run ();
}

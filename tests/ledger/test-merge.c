/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties entered twice: found, merged as an event, and counted together from then on. */
#include "ledger/merge.h"

#include "book/act.h"
#include "helpers/ledger.h"
#include "ledger/duplicate.h"
#include "ledger/journal.h"
#include "ledger/totals.h"
#include "store/error.h"

static gint64
add (SheafBook     *book,
     const char    *code,
     const char    *name,
     SheafPartyKind kind,
     const char    *tax_code,
     const char    *id_number)
{
  SheafParty party = { .code = (char *) code,
                       .name = (char *) name,
                       .kind = kind,
                       .tax_code = (char *) tax_code,
                       .id_number = (char *) id_number };
  gint64     id;

  g_assert_true (sheaf_party_insert (book, &party, &id, NULL));
  return id;
}

static gint64
find (SheafBook  *book,
      const char *code)
{
  gint64 id = sheaf_party_find (book, code);

  g_assert_cmpint (id, >, 0);
  return id;
}

static void
merge (SheafBook  *book,
       const char *code,
       const char *into)
{
  g_autoptr (GError) error = NULL;

  sheaf_party_merge (book, find (book, code), find (book, into), "Cùng mã số thuế", &error);
  g_assert_no_error (error);
}

static void
expect_refused (SheafBook  *book,
                const char *code,
                const char *into,
                const char *reason,
                const char *said)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_party_merge (book, find (book, code), find (book, into), reason, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, said));
}

static SheafMoney
detail (SheafBook  *book,
        const char *account,
        const char *party)
{
  g_autoptr (SheafTotals)
      totals = sheaf_totals_load (book, test_day ("2025-01-01"), test_day ("2025-12-31"), NULL);
  SheafMoney sum = SHEAF_MONEY_ZERO;
  guint      lines = 0;

  for (guint i = 0; i < totals->details->len; i++)
    {
      const SheafDetailTotal *line = &g_array_index (totals->details, SheafDetailTotal, i);

      if (line->account_id != test_account (book, account) || line->party_id != find (book, party))
        continue;
      sum = sheaf_money_add (sum, sheaf_money_add (line->before,
                                                   sheaf_money_sub (line->debit, line->credit)));
      lines++;
    }
  g_assert_cmpuint (lines, <=, 1);
  return sum;
}

static SheafMoney
balance (SheafBook  *book,
         const char *account,
         const char *party,
         const char *day)
{
  SheafMoney sum;

  g_assert_true (sheaf_totals_party_balance (book, test_account (book, account), find (book, party),
                                             test_day (day), &sum, NULL));
  return sum;
}

static guint
count_rows (SheafBook  *book,
            const char *party)
{
  const SheafJournalFilter filter = { .from = SHEAF_DATE_NONE,
                                      .to = SHEAF_DATE_NONE,
                                      .party_id = find (book, party) };
  g_autoptr (SheafJournal) journal = sheaf_journal_open (book, &filter, NULL);
  SheafJournalRow row;
  guint           n = 0;

  while (sheaf_journal_next (journal, &row, NULL))
    n++;
  return n;
}

static SheafBook *
new_book (void)
{
  SheafBook *book = test_ledger_new ();

  add (book, "KH2", "Khách Hàng 2", SHEAF_PARTY_CUSTOMER, NULL, NULL);
  add (book, "KH3", "Khách Hàng 3", SHEAF_PARTY_CUSTOMER, NULL, NULL);
  test_post (book, "2025-01-10", "131", "5111", 100, "KH1", "");
  test_post (book, "2025-02-10", "131", "5111", 20, "KH2", "");
  test_post (book, "2025-03-10", "131", "5111", 3, "KH3", "");
  return book;
}

static void
test_together (void)
{
  g_autoptr (SheafBook) book = new_book ();

  g_assert_cmpint (detail (book, "131", "KH1").units, ==, 100);
  merge (book, "KH2", "KH1");
  g_assert_cmpint (detail (book, "131", "KH1").units, ==, 120);
  g_assert_cmpint (detail (book, "131", "KH2").units, ==, 0);
  g_assert_cmpint (balance (book, "131", "KH1", "2025-12-31").units, ==, 120);
  g_assert_cmpint (balance (book, "131", "KH2", "2025-12-31").units, ==, 120);
  g_assert_cmpint (balance (book, "131", "KH1", "2025-02-09").units, ==, 100);
  g_assert_cmpint (test_balance (book, "131", "2025-12-31"), ==, 123);
  g_assert_cmpuint (count_rows (book, "KH1"), ==, 2);
  g_assert_cmpuint (count_rows (book, "KH2"), ==, 2);
  g_assert_cmpuint (count_rows (book, "KH3"), ==, 1);
  test_verify (book);
}

/* A into B, then B into C: C stands for all three, until B stands for itself again. */
static void
test_chain (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) all = NULL;

  merge (book, "KH3", "KH2");
  merge (book, "KH2", "KH1");
  g_assert_cmpint (sheaf_party_survivor (book, find (book, "KH3")), ==, find (book, "KH1"));
  g_assert_cmpint (detail (book, "131", "KH1").units, ==, 123);
  g_assert_cmpuint (count_rows (book, "KH1"), ==, 3);
  all = sheaf_party_together (book, find (book, "KH3"), &error);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpint (g_array_index (all, gint64, 0), ==, find (book, "KH1"));
  test_verify (book);
  g_assert_true (sheaf_party_unmerge (book, find (book, "KH2"), "Nhầm", &error));
  g_assert_cmpint (sheaf_party_survivor (book, find (book, "KH3")), ==, find (book, "KH2"));
  g_assert_cmpint (detail (book, "131", "KH1").units, ==, 100);
  g_assert_cmpint (detail (book, "131", "KH2").units, ==, 23);
  test_verify (book);
}

static void
test_refusals (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GError) error = NULL;

  add (book, "TV2", "Thành viên hai", SHEAF_PARTY_MEMBER, NULL, NULL);
  expect_refused (book, "KH1", "KH1", "x", "itself");
  expect_refused (book, "KH2", "KH1", "", "reason");
  expect_refused (book, "TV1", "KH1", "x", "merge KH1 into TV1");
  expect_refused (book, "TV1", "TV2", "x", "transfer the capital");
  merge (book, "KH2", "KH1");
  expect_refused (book, "KH2", "KH3", "x", "KH1");
  expect_refused (book, "KH3", "KH2", "x", "KH1");
  g_assert_false (sheaf_party_unmerge (book, find (book, "KH3"), "x", &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE);
  g_clear_error (&error);
  g_assert_false (sheaf_party_unmerge (book, find (book, "KH2"), NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_MERGE);
  merge (book, "KH1", "TV1"); /* a member may stay for others */
  g_assert_cmpint (sheaf_party_survivor (book, find (book, "KH2")), ==, find (book, "TV1"));
  test_verify (book);
}

static void
test_no_new_rows (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (SheafVoucher) voucher =
      test_voucher (book, "2025-04-01", "131", "5111", 5, "KH2", "");
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = test_post (book, "2025-03-01", "131", "5111", 7, "KH2", "");

  merge (book, "KH2", "KH1");
  g_assert_false (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY);
  g_clear_error (&error);
  g_assert_true (sheaf_voucher_check (book, voucher, NULL, problems, &error));
  g_assert_cmpuint (problems->errors, ==, 1);
  g_assert_cmpstr (((SheafProblem *) problems->items->pdata[0])->text, ==,
                   "KH2 was merged into KH1 (KH1): name KH1");
  /* the database stops a second program */
  g_assert_false (sheaf_voucher_post_checked (book, voucher, NULL, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY);
  g_clear_error (&error);
  g_assert_true (sheaf_voucher_reverse (book, id, test_day ("2025-05-01"), "Sai", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (detail (book, "131", "KH1").units, ==, 120);
  g_assert_true (sheaf_party_unmerge (book, find (book, "KH2"), "Nhầm", &error));
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
  g_assert_no_error (error);
  test_verify (book);
}

/* The words of one who was merged lead to who stands for it, and lists leave it out. */
static void
test_lists (void)
{
  g_autoptr (SheafBook) book = new_book ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) every = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) merges = NULL;

  merge (book, "KH2", "KH1");
  all = sheaf_party_list (book, NULL, 0, NULL);
  every = sheaf_party_list_all (book, NULL);
  g_assert_cmpuint (all->len + 1, ==, every->len);
  found = sheaf_party_list (book, "KH2", 0, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((SheafParty *) found->pdata[0])->code, ==, "KH1");
  merges = sheaf_merge_list (book, NULL);
  g_assert_cmpuint (merges->len, ==, 1);
  g_assert_cmpstr (((SheafMerge *) merges->pdata[0])->reason, ==, "Cùng mã số thuế");
  g_assert_cmpstr (((SheafMerge *) merges->pdata[0])->user, !=, "");
}

static void
test_undone (void)
{
  g_autoptr (SheafBook) book = new_book ();

  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "x", NULL);

    merge (book, "KH2", "KH1");
    g_assert_cmpint (sheaf_party_survivor (book, find (book, "KH2")), ==, find (book, "KH1"));
  }
  g_assert_cmpint (sheaf_party_survivor (book, find (book, "KH2")), ==, find (book, "KH2"));
  g_assert_cmpint (detail (book, "131", "KH1").units, ==, 100);
}

static void
expect_rule (SheafBook  *book,
             const char *sql,
             const char *rule)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_store_script (sheaf_book_store (book), sql, &error));
  g_assert_error (error, SHEAF_STORE_ERROR, SHEAF_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, rule);
  (void) sheaf_store_script (sheaf_book_store (book), "ROLLBACK", NULL);
}

#define MERGE(from, into)                                                                  \
  "BEGIN; INSERT INTO audit (id, at, user, kind, summary) VALUES (99, '', 'x', 'x', 'x');" \
  "INSERT INTO party_merge (party_id, into_id, reason, act_id) "                           \
  "SELECT (SELECT id FROM party WHERE code = '" from "'), (SELECT id FROM party WHERE "    \
  "code = '" into "'), 'x', 99"

static void
test_database (void)
{
  g_autoptr (SheafBook) book = new_book ();

  expect_rule (book, MERGE ("TV1", "KH1"), "merge-of-member");
  merge (book, "KH2", "KH1");
  expect_rule (book, MERGE ("KH2", "KH3"), "merge-of-merged");
  expect_rule (book, MERGE ("KH3", "KH2"), "merge-of-merged");
  expect_rule (book, MERGE ("KH3", "nobody"), "merge-of-merged");
}

static void
expect_group (const GPtrArray *groups,
              guint            index,
              const char      *reasons,
              const char      *codes,
              const char      *stays)
{
  const SheafDuplicate *group = groups->pdata[index];
  g_autofree char      *why = sheaf_duplicate_reasons_to_text (group->reasons);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < group->parties->len; i++)
    {
      const SheafParty *party = group->parties->pdata[i];

      g_string_append_printf (list, "%s%s", i > 0 ? " " : "", party->code);
      if (party->id == group->stay_id)
        g_assert_cmpstr (party->code, ==, stays);
    }
  g_assert_cmpstr (why, ==, reasons);
  g_assert_cmpstr (list->str, ==, codes);
}

static void
test_duplicates (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GPtrArray) groups = NULL;
  SheafParty phoned = {
    .code = "P1", .name = "Ông Tư", .kind = SHEAF_PARTY_OTHER, .phone = "+84 912 345 678"
  };

  add (book, "D2", "Công ty Đất Lành", SHEAF_PARTY_SUPPLIER, "0101-234-567", NULL);
  add (book, "D1", "CONG TY DAT LANH", SHEAF_PARTY_CUSTOMER, "0101 234567", NULL);
  add (book, "D3", "Công ty khác", SHEAF_PARTY_CUSTOMER, "0101234567-001", NULL); /* a branch */
  add (book, "I1", "Trần Văn A", SHEAF_PARTY_WORKER, NULL, "001085012345");
  add (book, "I2", "Trần Văn A", SHEAF_PARTY_MEMBER, NULL, "001085012345");
  add (book, "I3", "Trần Văn A", SHEAF_PARTY_WORKER, NULL, "001085099999"); /* somebody else */
  add (book, "N1", "Lê Thị Bé", SHEAF_PARTY_WORKER, NULL, NULL);
  add (book, "N2", "lê  thị bé.", SHEAF_PARTY_CUSTOMER, NULL, "001085077777");
  add (book, "S1", "A", SHEAF_PARTY_OTHER, "0", NULL);
  add (book, "S2", "B", SHEAF_PARTY_OTHER, "0", NULL); /* no tax code at all */
  g_assert_true (sheaf_party_insert (book, &phoned, NULL, NULL));
  phoned.code = "P2";
  phoned.name = "Bà Năm";
  phoned.phone = "0912345678";
  g_assert_true (sheaf_party_insert (book, &phoned, NULL, NULL));

  groups = sheaf_party_duplicates (book, NULL);
  g_assert_cmpuint (groups->len, ==, 4);
  expect_group (groups, 0, "tax-code name", "D1 D2", "D2");
  expect_group (groups, 1, "id-number name", "I1 I2", "I2");
  expect_group (groups, 2, "name", "N1 N2", "N1");
  expect_group (groups, 3, "phone", "P1 P2", "P1");
  merge (book, "D1", "D2");
  g_ptr_array_unref (g_steal_pointer (&groups));
  groups = sheaf_party_duplicates (book, NULL);
  g_assert_cmpuint (groups->len, ==, 3);
}

static void
expect_likeness (const GPtrArray *found,
                 guint            index,
                 const char      *reasons,
                 const char      *code)
{
  const SheafLikeness *likeness = found->pdata[index];
  g_autofree char     *why = sheaf_duplicate_reasons_to_text (likeness->reasons);

  g_assert_cmpstr (why, ==, reasons);
  g_assert_cmpstr (likeness->party->code, ==, code);
}

/* While a new one is typed: the same number first, then the same name of nobody else. */
static void
test_likenesses (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafParty typed = { .name = "le thi be", .id_number = "001085077777", .phone = "0912345678" };
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) others = NULL;

  add (book, "N1", "Lê Thị Bé", SHEAF_PARTY_WORKER, NULL, NULL);
  add (book, "N2", "Lê Thị Bé", SHEAF_PARTY_WORKER, NULL, "001085099999"); /* somebody else */
  add (book, "N3", "Bé", SHEAF_PARTY_MEMBER, NULL, "001 085 077 777");
  found = sheaf_party_likenesses (book, &typed, SHEAF_DATE_NONE, NULL);
  g_assert_cmpuint (found->len, ==, 2);
  expect_likeness (found, 0, "id-number", "N3");
  expect_likeness (found, 1, "name", "N1");
  g_assert_true (((SheafLikeness *) found->pdata[0])->is_member);
  g_assert_false (((SheafLikeness *) found->pdata[1])->is_member);
  typed.id = sheaf_party_find (book, "N3"); /* who is corrected is not like himself */
  others = sheaf_party_likenesses (book, &typed, SHEAF_DATE_NONE, NULL);
  g_assert_cmpuint (others->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/both-count-together", test_together);
  g_test_add_func ("/merge/merges-follow-on-each-other", test_chain);
  g_test_add_func ("/merge/what-cannot-be-merged-is-told-why", test_refusals);
  g_test_add_func ("/merge/merged-takes-no-new-rows-but-reversals", test_no_new_rows);
  g_test_add_func ("/merge/lists-show-who-stays", test_lists);
  g_test_add_func ("/merge/undone-is-forgotten", test_undone);
  g_test_add_func ("/merge/database-refuses-what-the-program-would", test_database);
  g_test_add_func ("/merge/duplicates-are-found-by-what-they-say", test_duplicates);
  g_test_add_func ("/merge/who-is-like-the-one-typed-is-told", test_likenesses);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What search finds, however it is typed; that it finds all is in test-search-random.c. */
#include "ledger/search.h"

#include "book/act.h"
#include "book/error.h"
#include "helpers/ledger.h"
#include "ledger/item.h"
#include "ledger/journal.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "ledger/search-index.h"

static gint64
post (SheafBook       *book,
      const char      *day,
      SheafVoucherKind kind,
      const char      *text,
      gint64           amount,
      const char      *party)
{
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (kind, test_day (day), text);
  gboolean         in = kind == SHEAF_VOUCHER_RECEIPT;
  SheafVoucherRow *row = sheaf_voucher_add_row (voucher, test_account (book, in ? "1111" : "331"),
                                                test_account (book, in ? "131" : "1111"),
                                                SHEAF_MONEY (amount));
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  *(in ? &row->credit_party_id : &row->debit_party_id) = sheaf_party_find (book, party);
  g_assert_true (sheaf_voucher_post (book, voucher, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
add_party (SheafBook  *book,
           const char *code,
           const char *name)
{
  SheafParty party = { .code = (char *) code, .name = (char *) name, .kind = SHEAF_PARTY_CUSTOMER };

  g_assert_true (sheaf_party_insert (book, &party, NULL, NULL));
}

/* "kind title; …" of what is found. Words of the chart are many: accounts are listed on demand. */
static char *
find (SheafBook  *book,
      const char *text,
      guint       limit,
      gboolean    accounts)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = sheaf_search (book, text, limit, &error);
  g_autoptr (GString) list = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const SheafSearchHit *hit = hits->pdata[i];

      if (hit->kind == SHEAF_SEARCH_ACCOUNT && !accounts)
        continue;
      g_string_append_printf (list, "%s%s %s", list->len > 0 ? "; " : "",
                              sheaf_search_kind_to_word (hit->kind), hit->title);
    }
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static void
expect (SheafBook  *book,
        const char *text,
        const char *found)
{
  g_autofree char *list = find (book, text, 50, FALSE);

  g_assert_cmpstr (list, ==, found);
}

static SheafBook *
book_with_some (void)
{
  SheafBook *book = test_ledger_new ();

  add_party (book, "K01", "Nguyễn Thị Đào");
  add_party (book, "K02", "Trần Văn Đông");
  post (book, "2025-01-05", SHEAF_VOUCHER_RECEIPT, "Thu tiền bán lúa", 1500000, "K01");
  post (book, "2025-03-01", SHEAF_VOUCHER_RECEIPT, "Thu nợ cũ", 250000, "K02");
  post (book, "2025-02-01", SHEAF_VOUCHER_PAYMENT, "Chi mua phân bón", 1500000, "NCC1");
  return book;
}

static void
test_words (void)
{
  g_autoptr (SheafBook) book = book_with_some ();

  expect (book, "lua thu", "voucher PT00001");
  expect (book, "THU", "voucher PT00002; voucher PT00001");
  expect (book, "phan bon", "voucher PC00001");
  expect (book, "bán phân", "");
  expect (book, "ứa", "");
}

static void
test_accents (void)
{
  static const char *const typed[] = { "đào", "dao", "ĐÀO", "Đa\u0300o", "nguyễn đào",
                                       "dao nguyen" };
  g_autoptr (SheafBook) book = book_with_some ();

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    expect (book, typed[i], "party K01; voucher PT00001");
}

static void
test_amounts (void)
{
  static const char *const typed[] = { "1500000", "1.500.000", "1,500,000", "1'500'000",
                                       "1\u00A0500\u00A0000", "1\u202F500\u202F000",
                                       "1.500.000đ", "1.500.000 ₫", "(1.500.000)", "15000" };
  g_autoptr (SheafBook) book = book_with_some ();

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    expect (book, typed[i], "voucher PC00001; voucher PT00001");
  expect (book, "1.500.000 lúa", "voucher PT00001");
  expect (book, "1.500.00", "");
}

static void
test_sum (void)
{
  g_autoptr (SheafBook) book = book_with_some ();
  g_autoptr (SheafVoucher)
      voucher = test_voucher (book, "2025-04-01", "642", "1111", 700000, "", "");

  (void) sheaf_voucher_add_row (voucher, test_account (book, "1331"), test_account (book, "1111"),
                                SHEAF_MONEY (70000));
  g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
  expect (book, "770.000", "voucher PK00001");
  expect (book, "70.000 700.000", "voucher PK00001");
}

static void
test_numbers (void)
{
  g_autoptr (SheafBook) book = book_with_some ();

  expect (book, "PT00002", "voucher PT00002");
  expect (book, "pt2", "voucher PT00002");
  expect (book, "PT 2", "voucher PT00002");
  expect (book, "pt", "voucher PT00002; voucher PT00001");
  post (book, "2025-06-01", SHEAF_VOUCHER_RECEIPT, "Thu", 2000, "K01");
  expect (book, "pt 2", "voucher PT00002; voucher PT00003");
}

static void
test_days (void)
{
  g_autoptr (SheafBook) book = book_with_some ();

  expect (book, "1/3/2025", "voucher PT00002");
  expect (book, "01-03-2025", "voucher PT00002");
  expect (book, "2025-03-01", "voucher PT00002");
  expect (book, "2025-03-01 nợ", "voucher PT00002");
  expect (book, "lúa 1.3.2025", "");
  expect (book, "1/2/2025 1/3/2025", "voucher PT00002; voucher PC00001");
  expect (book, "1/3/2025 1/2/2025 thu", "voucher PT00002");
  expect (book, "31/02/2025", "");
}

static void
test_syntax (void)
{
  static const char *const typed[] = { "", " ", NULL, "\"", "*", "---", "'", "()", "AND", "NOT",
                                       "NEAR(a b, 2)", "text:x", "^q", "\"x\" OR y", "a*b", "\\",
                                       "%_", "\xff\xfe", "+", "{x}", ";--", "🙂", "\U0001E922x" };
  g_autoptr (SheafBook) book = book_with_some ();

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    expect (book, typed[i], "");
  expect (book, "\"lúa\"*", "voucher PT00001");
}

static void
test_kinds (void)
{
  g_autoptr (SheafBook) book = book_with_some ();
  g_autofree char *code = find (book, "1111", 50, TRUE);
  g_autofree char *name = find (book, "tiền gửi có kỳ", 50, TRUE);
  g_autofree char *french = find (book, "avances au personnel", 50, TRUE);
  gint64           id;

  g_assert_true (sheaf_item_ensure (book, "HD-7", &id, NULL));
  g_assert_cmpstr (code, ==, "account 1111");
  g_assert_cmpstr (name, ==, "account 1211");
  g_assert_cmpstr (french, ==, "account 141");
  expect (book, "hd 7", "item HD-7");
  expect (book, "k02", "party K02; voucher PT00002");
  expect (book, "tv1", "member TV1");
}

/* What a party was called before finds it as well, and who was merged is found as the one that
 * stays. */
static void
test_changes (void)
{
  g_autoptr (SheafBook) book = book_with_some ();
  g_autoptr (SheafParty) party = sheaf_party_load (book, sheaf_party_find (book, "K01"), NULL);
  g_autoptr (SheafItem) item = NULL;
  gint64 id;

  g_free (party->name);
  party->name = g_strdup ("Nguyễn Thị Mận");
  g_assert_true (sheaf_party_change (book, party, NULL));
  expect (book, "mận", "party K01; voucher PT00001");
  expect (book, "mận lúa", "voucher PT00001");
  expect (book, "đào", "party K01; voucher PT00001");
  g_assert_true (sheaf_party_merge (book, party->id, sheaf_party_find (book, "K02"), "Một", NULL));
  expect (book, "mận", "party K02; voucher PT00001");
  expect (book, "đông", "party K02; voucher PT00002");
  g_assert_true (sheaf_item_ensure (book, "HD-7", &id, NULL));
  item = sheaf_item_load (book, id, NULL);
  g_free (item->name);
  item->name = g_strdup ("Hợp đồng xây kho");
  g_assert_true (sheaf_item_change (book, item, NULL));
  expect (book, "xay kho", "item HD-7");
  g_assert_true (sheaf_search_rebuild (book, NULL));
  expect (book, "xay kho", "item HD-7");
  expect (book, "mận", "party K02; voucher PT00001");
  expect (book, "đào", "party K02; voucher PT00001");
}

static void
test_limit (void)
{
  g_autoptr (SheafBook) book = book_with_some ();
  g_autofree char *one = find (book, "thu", 1, TRUE);
  g_autofree char *day = NULL;

  g_assert_cmpstr (one, ==, "account 131; voucher PT00002");
  post (book, "2025-03-01", SHEAF_VOUCHER_PAYMENT, "Chi", 5, "NCC1");
  day = find (book, "1/3/2025", 1, TRUE);
  g_assert_cmpstr (day, ==, "voucher PC00002");
}

/* More hits than are sorted: the newest days are found though posted first. */
static void
test_many (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "many", NULL);
  g_autofree char *found = NULL;

  post (book, "2025-12-30", SHEAF_VOUCHER_RECEIPT, "Nhiều", 1, "KH1");
  post (book, "2025-12-31", SHEAF_VOUCHER_RECEIPT, "Nhiều", 1, "KH1");
  for (int i = 0; i < 2100; i++)
    post (book, "2025-01-01", SHEAF_VOUCHER_PAYMENT, i % 3 == 0 ? "Khác" : "Nhiều", 1, "NCC1");
  for (int i = 0; i < 900; i++)
    post (book, "2025-01-01", SHEAF_VOUCHER_PAYMENT, "Nhiều", 1, "NCC1");
  g_assert_true (sheaf_act_commit (act, NULL));
  g_clear_pointer (&act, sheaf_act_free);
  found = find (book, "nhieu", 3, FALSE);
  g_assert_cmpstr (found, ==, "voucher PT00002; voucher PT00001; voucher PC03000");
}

static void
test_journal (void)
{
  g_autoptr (SheafBook) book = book_with_some ();
  static const char *const typed[] = { "lúa", "dao", "1.500.000", "1/3/2025", "thu", "…" };
  static const guint       rows[] = { 1, 1, 2, 1, 2, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      SheafJournalFilter filter = { .from = SHEAF_DATE_NONE,
                                    .to = SHEAF_DATE_NONE,
                                    .search = typed[i] };
      guint              n = 0;
      g_autoptr (SheafJournal) journal = sheaf_journal_open (book, &filter, NULL);
      SheafJournalRow row;

      while (sheaf_journal_next (journal, &row, NULL))
        n++;
      g_assert_cmpuint (n, ==, rows[i]);
    }
}

static void
expect_findings (SheafBook *book,
                 guint      n)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  g_assert_true (sheaf_search_check (book, problems, NULL));
  g_assert_cmpuint (problems->errors, ==, n);
}

static void
test_rebuild (void)
{
  g_autoptr (SheafBook) book = book_with_some ();
  g_autoptr (GError) error = NULL;

  expect_findings (book, 0);
  g_assert_true (sheaf_store_script (
      sheaf_book_store (book),
      "INSERT INTO voucher_search (voucher_search) VALUES ('delete-all'); DELETE FROM party_search",
      NULL));
  expect (book, "dao", "");
  expect_findings (book, 1);
  g_assert_true (sheaf_search_rebuild (book, &error));
  g_assert_no_error (error);
  expect_findings (book, 0);
  expect (book, "dao", "party K01; voucher PT00001");
}

/* What a second program wrote is told, and taken in with the next act. */
static void
test_second_program (void)
{
  g_autoptr (SheafBook) book = book_with_some ();
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "second", NULL);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO voucher (kind, year, number, date, layer, description, fold, act_id) VALUES "
      "(5, 2025, 'X9', '2025-05-05', 1, 'Từ nơi khác', '', %" G_GINT64_FORMAT ");"
      "INSERT INTO party (code, name, fold, kind, act_id) VALUES ('Z1', 'Người lạ', '', 1, "
      "%" G_GINT64_FORMAT ")",
      sheaf_act_id (act), sheaf_act_id (act));

  g_assert_true (sheaf_store_script (sheaf_book_store (book), sql, NULL));
  g_assert_true (sheaf_act_commit (act, NULL));
  g_clear_pointer (&act, sheaf_act_free);
  expect (book, "noi khac", "");
  expect_findings (book, 2);
  post (book, "2025-06-01", SHEAF_VOUCHER_RECEIPT, "Thu", 2000, "K01");
  expect (book, "noi khac", "voucher X9");
  expect (book, "lạ", "party Z1");
  expect_findings (book, 0);
}

static void
test_reader (void)
{
  g_autofree char    *folder = test_folder_new ();
  g_autofree char    *path = g_build_filename (folder, "b.sheaf", NULL);
  const SheafBookSpec spec = {
    .name = "HTX Mẫu", .year = 2025, .chart = "vn-tt71", .law = "vn-2023"
  };
  SheafActor actor = test_actor (sheaf_date_new (2025, 12, 31));
  SheafBook *book = sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, NULL);
  g_autoptr (GError) error = NULL;

  sheaf_book_free (book);
  book = sheaf_book_open (path, SHEAF_BOOK_READ, &actor, NULL);
  g_assert_false (sheaf_search_rebuild (book, &error));
  g_assert_error (error, SHEAF_BOOK_ERROR, SHEAF_BOOK_ERROR_READ_ONLY);
  expect (book, "lua", "");
  sheaf_book_free (book);
  test_folder_remove (folder);
}

/* One posting is one more piece of the index: they are put together a little at a time, as all at
 * once would stop somebody for a second. */
static void
test_index_stays_in_few_pieces (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 pieces = 0;

  for (int i = 0; i < 300; i++)
    test_post (book, "2025-03-03", "642", "1111", 1000 + i, "", "");
  g_assert_true (
      sheaf_store_get_int (sheaf_book_store (book),
                           "SELECT count (DISTINCT segid) FROM voucher_search_idx", SHEAF_NO_ARGS,
                           &pieces, NULL));
  g_assert_cmpint (pieces, >, 0);
  g_assert_cmpint (pieces, <, 16);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/words-begin-words-in-any-order", test_words);
  g_test_add_func ("/search/accents-and-đ-make-no-difference", test_accents);
  g_test_add_func ("/search/amounts-grouped-in-any-way", test_amounts);
  g_test_add_func ("/search/the-sum-of-a-voucher", test_sum);
  g_test_add_func ("/search/numbers-by-kind-and-counter", test_numbers);
  g_test_add_func ("/search/days-narrow", test_days);
  g_test_add_func ("/search/nothing-typed-is-syntax", test_syntax);
  g_test_add_func ("/search/accounts-parties-and-items", test_kinds);
  g_test_add_func ("/search/changes-and-merges", test_changes);
  g_test_add_func ("/search/limit-of-each-kind", test_limit);
  g_test_add_func ("/search/newest-of-many", test_many);
  g_test_add_func ("/search/journal-goes-by-the-index", test_journal);
  g_test_add_func ("/search/index-is-rebuilt", test_rebuild);
  g_test_add_func ("/search/second-program-is-taken-in", test_second_program);
  g_test_add_func ("/search/reader-finds-and-does-not-rebuild", test_reader);
  g_test_add_func ("/search/index-stays-in-few-pieces", test_index_stays_in_few_pieces);
  return g_test_run ();
}

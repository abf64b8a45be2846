/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties, items, and on which side of the co-op a party stands on a day. */
#include "ledger/party.h"

#include "book/act.h"
#include "helpers/ledger.h"
#include "store/query.h"

static gboolean
insert (SheafBook  *book,
        const char *code,
        const char *name,
        GError    **error)
{
  SheafParty party = { .code = (char *) code, .name = (char *) name, .kind = SHEAF_PARTY_CUSTOMER };

  return sheaf_party_insert (book, &party, NULL, error);
}

static void
expect_refused (SheafBook  *book,
                const char *code,
                const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (insert (book, code, name, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY);
}

static void
test_codes (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafParty) loaded = NULL;

  expect_refused (book, "KH1", "Trùng mã");
  expect_refused (book, "có dấu cách", "Tên");
  expect_refused (book, "", "Tên");
  expect_refused (book, "KH2", "");
  g_assert_true (insert (book, "KH2", "Trần Văn Đức", &error));
  g_assert_no_error (error);
  loaded = sheaf_party_load (book, sheaf_party_find (book, "KH2"), &error);
  g_assert_cmpstr (loaded->name, ==, "Trần Văn Đức");
  g_assert_cmpint (sheaf_party_find (book, "kh2"), ==, 0);
  g_assert_null (sheaf_party_load (book, 4711, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND);
}

/* The codes found, in order. */
static void
expect_found (SheafBook  *book,
              const char *text,
              guint       limit,
              const char *codes)
{
  g_autoptr (GPtrArray) found = sheaf_party_list (book, text, limit, NULL);
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? " " : "", ((SheafParty *) found->pdata[i])->code);
  g_test_message ("%s", text);
  g_assert_cmpstr (list->str, ==, codes);
}

static void
test_search (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  g_assert_true (insert (book, "A_1", "Trần Văn Đức", NULL));
  g_assert_true (insert (book, "AX1", "Lê Thị Ước", NULL));
  expect_found (book, NULL, 0, "AX1 A_1 KH1 NCC1 TV1");
  expect_found (book, NULL, 2, "AX1 A_1");
  expect_found (book, "duc", 0, "A_1");
  expect_found (book, "ĐỨC", 0, "A_1");
  expect_found (book, "đức trần", 0, "A_1");
  expect_found (book, "uoc", 0, "AX1");
  expect_found (book, "kh", 0, "KH1");
  expect_found (book, "a_", 1, "A_1");
  expect_found (book, "rần", 0, "");
  expect_found (book, "%", 0, "");
  expect_found (book, "\" OR *", 0, "");
  expect_found (book, "   ", 0, "");
}

/* Who begins with what was typed comes before who has it further on. */
static void
test_search_order (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  g_assert_true (insert (book, "X1", "Đỗ An", NULL));
  g_assert_true (insert (book, "X2", "An Bình", NULL));
  g_assert_true (insert (book, "AN-7", "Cửa hàng số bảy", NULL));
  expect_found (book, "an", 0, "AN-7 X2 X1");
  expect_found (book, "an", 2, "AN-7 X2");
  expect_found (book, "an", 1, "AN-7");
  expect_found (book, "do a", 0, "X1");
}

static void
test_search_numbers (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  SheafParty party = { .code = "X1",
                       .name = "Công ty Hạt giống",
                       .kind = SHEAF_PARTY_SUPPLIER,
                       .tax_code = "0101234567-001",
                       .phone = "0912.345.678",
                       .id_number = "001085012345" };

  g_assert_true (sheaf_party_insert (book, &party, NULL, NULL));
  expect_found (book, "0101234567", 0, "X1");
  expect_found (book, "010123", 0, "X1");
  expect_found (book, "0912345", 0, "X1");
  expect_found (book, "0912 345 678", 0, "X1");
  expect_found (book, "0912-345", 0, "X1");
  expect_found (book, "001085012345", 0, "X1");
  expect_found (book, "giong 0912", 0, "X1");
}

/* A corrected name counts from then on, in lists and in search; the former one still leads
 * there. */
static void
test_change (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafParty) party = NULL;
  g_autoptr (GPtrArray) former = NULL;

  g_assert_true (insert (book, "X1", "Cty Phân Bón", NULL));
  party = sheaf_party_load (book, sheaf_party_find (book, "X1"), &error);
  g_free (party->name);
  party->name = g_strdup ("Công ty Đạm Xanh");
  party->phone = (g_free (party->phone), g_strdup ("0987654321"));
  g_assert_true (sheaf_party_change (book, party, &error));
  g_assert_no_error (error);
  g_clear_pointer (&party, sheaf_party_free);
  party = sheaf_party_load (book, sheaf_party_find (book, "X1"), &error);
  g_assert_cmpstr (party->name, ==, "Công ty Đạm Xanh");
  g_assert_cmpstr (party->phone, ==, "0987654321");
  expect_found (book, "dam", 0, "X1");
  expect_found (book, "công ty đạm", 0, "X1");
  expect_found (book, "0987", 0, "X1");
  expect_found (book, "phan bon", 0, "X1");
  party->phone = (g_free (party->phone), NULL);
  g_assert_true (sheaf_party_change (book, party, &error));
  former = sheaf_party_former_names (book, party->id, &error);
  g_assert_cmpuint (former->len, ==, 1);
  g_assert_cmpstr (former->pdata[0], ==, "Cty Phân Bón");
  g_clear_pointer (&party, sheaf_party_free);
  party = sheaf_party_load (book, sheaf_party_find (book, "X1"), &error);
  g_assert_cmpstr (party->phone, ==, "");
  test_verify (book);
}

static gint64
count_acts (SheafBook *book)
{
  gint64 n;

  g_assert_true (sheaf_store_get_int (sheaf_book_store (book), "SELECT count (*) FROM audit",
                                      SHEAF_NO_ARGS, &n, NULL));
  return n;
}

static void
test_change_refused (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (SheafParty) party = sheaf_party_load (book, sheaf_party_find (book, "KH1"), NULL);
  g_autoptr (SheafParty) member = sheaf_party_load (book, sheaf_party_find (book, "TV1"), NULL);
  g_autoptr (GError) error = NULL;
  gint64 acts = count_acts (book);

  g_assert_true (sheaf_party_change (book, party, &error));
  g_assert_cmpint (count_acts (book), ==, acts); /* nothing differs, nothing is written */
  party->kind = SHEAF_PARTY_MEMBER;
  g_assert_false (sheaf_party_change (book, party, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY);
  g_clear_error (&error);
  member->kind = SHEAF_PARTY_CUSTOMER;
  g_assert_false (sheaf_party_change (book, member, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY);
  g_clear_error (&error);
  member->kind = SHEAF_PARTY_MEMBER;
  *member->name = '\0';
  g_assert_false (sheaf_party_change (book, member, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY);
  g_clear_error (&error);
  party->id = 4711;
  g_assert_false (sheaf_party_change (book, party, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_NOT_FOUND);
}

/* A party of an act that is undone is not remembered. */
static void
test_names (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GHashTable) names = NULL;

  g_assert_true (insert (book, "KH2", "Trần Văn Đức", NULL));
  names = sheaf_party_names (book, NULL);
  g_assert_cmpstr (g_hash_table_lookup (names, "KH2"), ==, "Trần Văn Đức");
  g_assert_true (g_hash_table_contains (names, "KH1"));
  g_assert_null (g_hash_table_lookup (names, "KH3"));
}

static void
test_undone (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  {
    g_autoptr (SheafAct) act = sheaf_act_begin (book, "test", "x", NULL);

    g_assert_nonnull (act);
    g_assert_true (insert (book, "KH9", "Chưa chắc", NULL));
    g_assert_cmpint (sheaf_party_find (book, "KH9"), >, 0);
  }
  g_assert_cmpint (sheaf_party_find (book, "KH9"), ==, 0);
  g_assert_cmpint (sheaf_party_find (book, "KH1"), >, 0);
  g_assert_true (insert (book, "KH9", "Thật", NULL));
  test_verify (book);
}

static void
expect_standing (SheafBook  *book,
                 const char *code,
                 const char *day,
                 gboolean    expected)
{
  gboolean internal = !expected;

  g_assert_true (sheaf_party_is_internal (book, sheaf_party_find (book, code), test_day (day),
                                          &internal, NULL));
  g_assert_cmpint (internal, ==, expected);
}

static void
test_standing (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  gint64 id = sheaf_party_find (book, "KH1");

  expect_standing (book, "KH1", "2025-06-01", FALSE);
  g_assert_true (sheaf_party_set_standing (book, id, test_day ("2025-06-02"), TRUE, NULL));
  g_assert_true (sheaf_party_set_standing (book, id, test_day ("2025-09-01"), FALSE, NULL));
  expect_standing (book, "KH1", "2025-06-01", FALSE);
  expect_standing (book, "KH1", "2025-06-02", TRUE);
  expect_standing (book, "KH1", "2025-08-31", TRUE);
  expect_standing (book, "KH1", "2025-09-01", FALSE);
  /* what is written later about the same day counts */
  g_assert_true (sheaf_party_set_standing (book, id, test_day ("2025-09-01"), TRUE, NULL));
  expect_standing (book, "KH1", "2025-12-31", TRUE);
  test_verify (book);
}

static void
test_items (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *code = NULL;
  gint64           first = 0, again = 0;

  g_assert_true (sheaf_item_ensure (book, "HD-01", &first, &error));
  g_assert_true (sheaf_item_ensure (book, "HD-01", &again, &error));
  g_assert_no_error (error);
  g_assert_cmpint (first, ==, again);
  code = sheaf_item_code (book, first);
  g_assert_cmpstr (code, ==, "HD-01");
  g_assert_null (sheaf_item_code (book, 0));
  g_assert_false (sheaf_item_ensure (book, "hai từ", &again, &error));
  g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_PARTY);
  test_verify (book);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/party/codes-are-codes-and-taken-once", test_codes);
  g_test_add_func ("/party/search-ignores-accents-and-takes-no-wildcards", test_search);
  g_test_add_func ("/party/search-puts-beginnings-first", test_search_order);
  g_test_add_func ("/party/search-finds-numbers-as-people-group-them", test_search_numbers);
  g_test_add_func ("/party/corrected-facts-count-and-former-names-are-kept", test_change);
  g_test_add_func ("/party/nobody-becomes-a-member-by-a-correction", test_change_refused);
  g_test_add_func ("/party/names-by-code", test_names);
  g_test_add_func ("/party/undone-is-forgotten", test_undone);
  g_test_add_func ("/party/standing-of-a-day-is-the-latest-up-to-it", test_standing);
  g_test_add_func ("/party/items-come-into-being-once", test_items);
  return g_test_run ();
}

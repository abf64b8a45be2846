/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties, members and items from files: what is new, what is corrected, what is refused. */
#include "exchange/csv-import.h"
#include "exchange/error.h"
#include "helpers/ledger.h"
#include "ledger/merge.h"
#include "members/member.h"

#include <string.h>

typedef struct
{
  char          *folder;
  SheafBook     *book;
  SheafProblems *problems;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->folder = test_folder_new ();
  fixture->book = test_ledger_new ();
  fixture->problems = sheaf_problems_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  sheaf_problems_free (fixture->problems);
  sheaf_book_free (fixture->book);
  test_folder_remove (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
import (Fixture                  *fixture,
        const char               *kind,
        const char               *text,
        const SheafImportOptions *options)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in.csv", NULL);
  g_autoptr (GError) error = NULL;
  gboolean done;

  sheaf_problems_free (fixture->problems); /* those of the import before */
  fixture->problems = sheaf_problems_new ();
  g_assert_true (g_file_set_contents (path, text, -1, &error));
  done = sheaf_import_file (fixture->book, kind, path, options, fixture->problems, NULL, &error);
  if (done)
    g_assert_no_error (error);
  else
    g_assert_error (error, SHEAF_EXCHANGE_ERROR, SHEAF_EXCHANGE_ERROR_REFUSED);
  return done;
}

static void
expect_done (Fixture    *fixture,
             const char *kind,
             const char *text)
{
  gboolean done = import (fixture, kind, text, NULL);

  for (guint i = 0; i < fixture->problems->items->len; i++)
    {
      g_autofree char *line = sheaf_problem_to_text (
          g_ptr_array_index (fixture->problems->items, i));

      g_test_message ("%s", line);
    }
  g_assert_true (done);
}

/* The column and line of the problem at a position. */
static void
expect_problem (const Fixture *fixture,
                guint          position,
                guint          line,
                const char    *column)
{
  const SheafProblem *problem;

  g_assert_cmpuint (fixture->problems->items->len, >, position);
  problem = g_ptr_array_index (fixture->problems->items, position);
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpstr (problem->column, ==, column);
}

static const SheafImportOptions update = { .update = TRUE };

static SheafParty *
load (Fixture    *fixture,
      const char *code)
{
  SheafParty *party = sheaf_party_load (fixture->book, sheaf_party_find (fixture->book, code),
                                        NULL);

  g_assert_nonnull (party);
  return party;
}

static void
expect_said (const Fixture *fixture,
             guint          position,
             const char    *part)
{
  const SheafProblem *problem = g_ptr_array_index (fixture->problems->items, position);

  g_test_message ("%s", problem->text);
  g_assert_nonnull (strstr (problem->text, part));
}

static void
test_update (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (SheafParty) party = NULL;

  (void) data;
  expect_done (fixture, "parties",
               "code,name,kind,tax_code,phone\nKH2,Cty Mẫu,customer,0101234567,0912345678\n");
  g_assert_false (import (fixture, "parties", "code,name,kind\nKH2,Công ty Mẫu,customer\n", NULL));
  expect_problem (fixture, 0, 2, "code");
  expect_said (fixture, 0, "--update");
  g_assert_true (import (fixture, "parties",
                         "code,name,kind,phone\nKH2,Công ty Mẫu,supplier,\nKH3,Người mới,other,\n",
                         &update));
  party = load (fixture, "KH2");
  g_assert_cmpstr (party->name, ==, "Công ty Mẫu");
  g_assert_cmpint (party->kind, ==, SHEAF_PARTY_SUPPLIER);
  g_assert_cmpstr (party->tax_code, ==, "0101234567"); /* not in the file */
  g_assert_cmpstr (party->phone, ==, "");              /* in the file, and empty */
  g_assert_cmpint (sheaf_party_find (fixture->book, "KH3"), >, 0);
}

/* A bank that nobody knows is a warning: new, corrected, party or member. */
static void
test_unknown_bank (Fixture      *fixture,
                   gconstpointer data)
{
  (void) data;
  g_assert_true (
      import (fixture, "parties",
              "code,name,kind,bank_bin\nKH2,Hai,customer,970405\nKH3,Ba,customer,970000\n", NULL));
  g_assert_cmpuint (fixture->problems->warnings, ==, 1);
  expect_problem (fixture, 0, 3, "bank_bin");
  expect_said (fixture, 0, "970000");
  g_assert_true (import (fixture, "members",
                         "code,name,kind,joined,bank_bin\nTV9,Chín,official,2020-01-01,970000\n",
                         NULL));
  expect_problem (fixture, 0, 2, "bank_bin");
  g_assert_true (import (fixture, "members",
                         "code,name,kind,joined,bank_bin\nTV9,Chín,official,2020-01-01,970001\n",
                         &update));
  expect_problem (fixture, 0, 2, "bank_bin");
  g_assert_cmpuint (fixture->problems->errors, ==, 0);
}

/* A member's name and numbers are corrected as members; the register stays. */
static void
test_update_member (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (SheafMember) member = NULL;

  (void) data;
  expect_done (fixture, "members",
               "code,name,kind,joined,birth\nTV9,Nguyễn Văn Sai,official,2020-01-01,1980-02-03\n");
  g_assert_true (import (fixture, "members",
                         "code,name,kind,joined,bank_account\n"
                         "TV9,Nguyễn Văn Đúng,official,2020-01-01,123456789\n"
                         "TV10,Người Mới,official,2021-01-01,\n",
                         &update));
  member = sheaf_member_load (fixture->book, sheaf_member_find (fixture->book, "TV9"), NULL);
  g_assert_cmpstr (member->name, ==, "Nguyễn Văn Đúng");
  g_assert_cmpstr (member->bank_account, ==, "123456789");
  g_assert_cmpint (sheaf_date_year (member->birth), ==, 1980);
  g_assert_cmpint (sheaf_member_find (fixture->book, "TV10"), >, 0);
  g_assert_false (import (fixture, "members",
                          "code,name,kind,joined,birth\nTV9,x,official,2020-01-02,1980-02-04\n",
                          &update));
  expect_problem (fixture, 0, 2, "joined");
  g_assert_true (import (fixture, "members",
                         "code,name,kind,joined,birth,team\n"
                         "TV9,Nguyễn Văn Đúng,official,2020-01-01,1980-02-04,Tổ 2\n",
                         &update));
  g_clear_pointer (&member, sheaf_member_free);
  member = sheaf_member_load (fixture->book, sheaf_member_find (fixture->book, "TV9"), NULL);
  g_assert_cmpint (sheaf_date_day (member->birth), ==, 4);
  g_assert_cmpstr (member->team, ==, "Tổ 2");
  g_assert_cmpstr (member->bank_account, ==, "123456789");
  g_assert_false (import (fixture, "parties", "code,name,kind\nTV9,x,customer\n", &update));
  expect_problem (fixture, 0, 2, "code");
}

static void
test_items (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (SheafItem) item = NULL;

  (void) data;
  expect_done (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,debit_item\n"
               "PK1,2025-01-05,journal,Bán chịu,131,5111,900,KH1,HD1\n");
  expect_done (fixture, "items",
               "code,name,kind,party,due,document,closed\n"
               "HD1,Hợp đồng 1,contract,KH1,2025-06-30,01/2025/HĐ,\n"
               "NH1,Agribank,bank-account,,,,\n");
  item = sheaf_item_load (fixture->book, sheaf_item_find (fixture->book, "HD1"), NULL);
  g_assert_cmpstr (item->name, ==, "Hợp đồng 1");
  g_assert_cmpstr (item->document, ==, "01/2025/HĐ");
  /* the same again is no correction */
  expect_done (fixture, "items", "code,name,kind\nHD1,Hợp đồng 1,contract\n");
  g_assert_false (import (fixture, "items", "code,name,kind\nHD1,Khác,contract\n", NULL));
  expect_said (fixture, 0, "--update");
  g_assert_true (import (fixture, "items", "code,name,kind\nHD1,Khác,invoice\n", &update));
  g_clear_pointer (&item, sheaf_item_free);
  item = sheaf_item_load (fixture->book, sheaf_item_find (fixture->book, "HD1"), NULL);
  g_assert_cmpstr (item->kind, ==, "invoice");
  g_assert_cmpstr (item->document, ==, "01/2025/HĐ");
  g_assert_cmpint (item->party_id, ==, sheaf_party_find (fixture->book, "KH1"));
}

static void
test_items_refused (Fixture      *fixture,
                    gconstpointer data)
{
  (void) data;
  g_assert_false (import (fixture, "items",
                          "code,name,kind,party,due,closed\n"
                          "X 1,Tên,contract,,,\n"
                          "X1,Tên,treaty,,,\n"
                          "X2,Tên,contract,KH77,,\n"
                          "X3,Tên,contract,,30/06/2025,\n"
                          "X4,,contract,,,\n",
                          NULL));

  expect_problem (fixture, 0, 2, "code");
  expect_problem (fixture, 1, 3, "kind");
  expect_problem (fixture, 2, 4, "party");
  expect_problem (fixture, 3, 5, "due");
  expect_problem (fixture, 4, 6, "name");
  g_assert_cmpint (sheaf_item_find (fixture->book, "X1"), ==, 0);
}

/* Rate, days and place: what cannot be read, and what cannot be. */
static void
test_item_terms_refused (Fixture      *fixture,
                         gconstpointer data)
{
  (void) data;
  g_assert_false (import (fixture, "items",
                          "code,name,kind,due,rate,since,frozen,place\n"
                          "Y1,Tên,contract,,8.5%,,,\n"
                          "Y2,Tên,contract,,,31/01/2025,,\n"
                          "Y3,Tên,contract,,,,2025-13-01,\n"
                          "Y4,Tên,contract,2025-01-01,0.085,2025-02-01,,\n"
                          "Y5,Tên,asset,,0.1,2025-02-01,,Tổ 1\n",
                          NULL));
  expect_problem (fixture, 0, 2, "rate");
  expect_problem (fixture, 1, 3, "since");
  expect_problem (fixture, 2, 4, "frozen");
  expect_problem (fixture, 3, 5, "code");
  g_assert_cmpint (sheaf_item_find (fixture->book, "Y5"), ==, 0);
}

/* A row with another party than the item's, or after its closing, is told by line and column. */
static void
test_rows_against_items (Fixture      *fixture,
                         gconstpointer data)
{
  (void) data;
  expect_done (fixture, "items",
               "code,name,kind,party,closed\nHD1,Một,contract,KH1,2025-01-31\n");
  g_assert_false (
      import (fixture, "vouchers",
              "number,date,kind,description,debit,credit,amount,debit_party,debit_item\n"
              "PK1,2025-01-05,journal,Của người khác,131,5111,900,NCC1,HD1\n"
              "PK2,2025-02-01,journal,Đã đóng,131,5111,900,KH1,HD1\n",
              NULL));
  expect_problem (fixture, 0, 2, "debit_item");
  expect_said (fixture, 0, "belongs to KH1");
  expect_problem (fixture, 1, 3, "debit_item");
  expect_said (fixture, 1, "2025-01-31");
}

static void
test_merged_codes (Fixture      *fixture,
                   gconstpointer data)
{
  (void) data;
  expect_done (fixture, "parties", "code,name,kind\nKH2,Cty Mẫu,customer\n");
  expect_done (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party\n"
               "PK1,2025-01-05,journal,Bán chịu,131,5111,900,KH2\n");
  expect_done (fixture, "merges", "party,into,reason\nKH2,KH1,Nhập hai lần\n");
  g_assert_false (import (fixture, "vouchers",
                          "number,date,kind,description,debit,credit,amount,debit_party\n"
                          "PK2,2025-01-05,journal,Bán chịu,131,5111,900,KH2\n",
                          NULL));
  expect_problem (fixture, 0, 2, "debit_party");
  expect_said (fixture, 0, "name KH1");
  g_assert_false (import (fixture, "items", "code,name,kind,party\nHD,x,contract,KH2\n", NULL));
  expect_problem (fixture, 0, 2, "party");
  expect_said (fixture, 0, "name KH1");
  g_assert_false (import (fixture, "parties", "code,name,kind\nKH2,x,customer\n", &update));
  expect_said (fixture, 0, "name KH1");
  g_assert_false (import (fixture, "merges", "party,into,reason\nKH2,NCC1,x\nKH7,KH1,x\n", NULL));
  expect_problem (fixture, 0, 2, "party");
  expect_problem (fixture, 1, 3, "party");
  /* a reversal goes back to who was named */
  expect_done (fixture, "vouchers",
               "number,date,kind,description,debit,credit,amount,debit_party,scope,reverses\n"
               "PK3,2025-02-05,journal,Đảo,131,5111,-900,KH2,external,journal/PK1\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/import-parties/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("known-codes-take-the-file-when-asked", test_update);
  ADD ("members-are-corrected-but-not-their-register", test_update_member);
  ADD ("items-take-their-facts-once", test_items);
  ADD ("items-are-refused-with-line-and-column", test_items_refused);
  ADD ("terms-of-items-are-refused-with-line-and-column", test_item_terms_refused);
  ADD ("rows-go-with-their-items", test_rows_against_items);
  ADD ("merged-codes-name-who-stays", test_merged_codes);
  ADD ("an-unknown-bank-is-warned-of", test_unknown_bank);
  return g_test_run ();
}

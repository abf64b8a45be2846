/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes: each table agrees with its line, texts stay with their year. */
#include "statements/notes.h"

#include "ledger/chart.h"
#include "ledger/item.h"
#include "ledger/party.h"
#include "statements/error.h"
#include "statements/note-text.h"
#include "statements/sample.h"
#include "statements/verify.h"

#include <string.h>

static SheafNotes *
compute (SheafBook  *book,
         int         year,
         const char *to)
{
  g_autoptr (GError) error = NULL;
  SheafNotes *notes = sheaf_notes_compute (
      book, year, to == NULL ? SHEAF_DATE_NONE : sample_day (to), "vi", &error);

  g_assert_no_error (error);
  return notes;
}

static void
expect_agreement (SheafBook  *book,
                  int         year,
                  const char *to)
{
  g_autoptr (SheafNotes) notes = compute (book, year, to);

  for (guint i = 0; i < notes->problems->items->len; i++)
    g_test_message ("%s", ((const SheafProblem *) notes->problems->items->pdata[i])->text);
  g_assert_cmpuint (notes->problems->items->len, ==, 0);
}

static const SheafNote *
find_note (const SheafNotes *notes,
           const char       *key)
{
  for (guint i = 0; i < notes->notes->len; i++)
    if (strcmp (((const SheafNote *) notes->notes->pdata[i])->key, key) == 0)
      return notes->notes->pdata[i];
  return NULL;
}

static const SheafNoteRow *
find_row (const SheafNote *note,
          const char      *label)
{
  g_assert_nonnull (note);
  for (guint i = 0; i < note->rows->len; i++)
    {
      const SheafNoteRow *row = note->rows->pdata[i];

      if (strstr (row->label, label) != NULL)
        return row;
    }
  return NULL;
}

static void
expect_row (const SheafNotes *notes,
            const char       *key,
            const char       *label,
            guint             n,
            const gint64     *amounts)
{
  const SheafNoteRow *row = find_row (find_note (notes, key), label);

  g_test_message ("%s %s", key, label);
  g_assert_nonnull (row);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (row->amounts[i].units, ==, amounts[i]);
}

#define EXPECT_ROW(key, label, ...)                                          \
  expect_row (notes, key, label, G_N_ELEMENTS (((gint64[]){ __VA_ARGS__ })), \
              (gint64[]){ __VA_ARGS__ })

/* Posts a row with items on its sides; NULL: none. */
static void
post_items (SheafBook  *book,
            const char *date,
            const char *debit,
            const char *debit_item,
            const char *credit,
            const char *credit_item,
            const char *party,
            gint64      amount,
            SheafScope  scope)
{
  g_autoptr (SheafVoucher)
      voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sample_day (date), "Test");
  g_autoptr (GError) error = NULL;
  SheafVoucherRow *row =
      sheaf_voucher_add_row (voucher, sample_account (book, debit), sample_account (book, credit),
                             SHEAF_MONEY (amount));

  row->scope = scope;
  row->debit_item_id = debit_item == NULL ? 0 : sheaf_item_find (book, debit_item);
  row->credit_item_id = credit_item == NULL ? 0 : sheaf_item_find (book, credit_item);
  if (party != NULL && g_str_has_prefix (debit, "13"))
    row->debit_party_id = sheaf_party_find (book, party);
  else if (party != NULL)
    row->credit_party_id = sheaf_party_find (book, party);
  sheaf_voucher_post (book, voucher, NULL, &error);
  g_assert_no_error (error);
}

static void
add_item (SheafBook  *book,
          const char *code,
          const char *name,
          const char *kind,
          const char *due,
          const char *frozen)
{
  g_autoptr (SheafItem) item = sheaf_item_new ();
  g_autoptr (GError) error = NULL;

  item->code = g_strdup (code);
  item->name = g_strdup (name);
  g_free (item->kind);
  item->kind = g_strdup (kind);
  item->due = due == NULL ? SHEAF_DATE_NONE : sample_day (due);
  item->frozen = frozen == NULL ? SHEAF_DATE_NONE : sample_day (frozen);
  sheaf_item_insert (book, item, NULL, &error);
  g_assert_no_error (error);
}

/* TRUE when the check of the notes has a finding. */
static gboolean
finds_in_verify (SheafBook *book)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  for (const SheafCheck *check = sheaf_statements_checks; check->name != NULL; check++)
    if (strcmp (check->name, "notes-agree") == 0)
      g_assert_true (check->run (book, problems, NULL));
  return problems->items->len > 0;
}

static void
test_worked (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafNotes) notes = compute (book, 2025, NULL);

  EXPECT_ROW ("IV.1", "Tiền mặt", 37900000, 50000000);
  EXPECT_ROW ("IV.1", "Cộng", 246600000, 250000000);
  EXPECT_ROW ("IV.3", "131", 116000000, 30000000);
  EXPECT_ROW ("IV.3", "136", 1500000, 0);
  EXPECT_ROW ("IV.3", "Cộng", 127700000, 30000000);
  EXPECT_ROW ("IV.7", "Giá trị còn lại", 89000000, 90000000);
  EXPECT_ROW ("IV.9", "3334", 0, 2000000, 2500000, -500000);
  EXPECT_ROW ("IV.9", "Cộng", 0, 6000000, 2500000, 3500000); /* 330: 4.0 less 0.5 in 170 */
  EXPECT_ROW ("IV.11", "4422", 90000000, 0, 0, 90000000);
  EXPECT_ROW ("V.1", "giao dịch nội bộ", 12000000);
  EXPECT_ROW ("V.3", "Chưa phân theo loại", 6000000);
  EXPECT_ROW ("V.4", "Cộng", 22000000);
  expect_agreement (book, 2025, NULL);
  expect_agreement (book, 2025, "2025-06-15");
  expect_agreement (book, 2026, NULL);
  g_assert_false (finds_in_verify (book));
  sample_close (book, 2025);
  expect_agreement (book, 2025, NULL);
  expect_agreement (book, 2026, NULL);
}

/* Free rows by item: kinds of deduction by their names, cost by content, the fund by its source. */
static void
test_items (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafNotes) notes = NULL;

  add_item (book, "TRALAI", "Hàng bán bị trả lại", "other", NULL, NULL);
  add_item (book, "LUONG", "Tiền lương", "cost-kind", NULL, NULL);
  add_item (book, "DIEN", "Điện nước", "cost-kind", NULL, NULL);
  add_item (book, "NSNN", "Hỗ trợ của Nhà nước", "fund-source", NULL, NULL);
  add_item (book, "GOP", "Góp cổ phần công ty X", "contract", NULL, NULL);
  sample_post (book, "2025-05-01", "1121", "131:KH1", 1000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-05-02", "521", "TRALAI", "131", NULL, "KH1", 700000,
              SHEAF_SCOPE_EXTERNAL);
  post_items (book, "2025-05-03", "642", "LUONG", "1111", NULL, NULL, 3000000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-05-04", "642", "DIEN", "1111", NULL, NULL, 400000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-05-05", "1121", NULL, "4421", "NSNN", NULL, 8000000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-05-06", "4421", "NSNN", "1121", NULL, NULL, 2000000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-05-07", "1218", "GOP", "1121", NULL, NULL, 5000000, SHEAF_SCOPE_NONE);
  notes = compute (book, 2025, NULL);
  EXPECT_ROW ("V.3", "Hàng bán bị trả lại", 700000);
  EXPECT_ROW ("V.3", "Chưa phân theo loại", 6000000);
  EXPECT_ROW ("V.4", "Tiền lương", 3000000);
  EXPECT_ROW ("V.4", "Điện nước", 400000);
  EXPECT_ROW ("V.4", "Không theo dõi chi tiết", 22000000);
  EXPECT_ROW ("IV.11", "Hỗ trợ của Nhà nước", 0, 2000000, 8000000, 6000000);
  EXPECT_ROW ("IV.2", "Góp cổ phần công ty X", 5000000, 0);
  expect_agreement (book, 2025, NULL);
}

/* Loans to members by the state of their contracts; notes that only some co-ops have. */
static void
test_loans (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafNotes) notes = compute (book, 2025, NULL);

  g_assert_null (find_note (notes, "IV.8"));
  g_assert_false (notes->reserve);
  g_assert_null (find_row (find_note (notes, "IV.10"), "(**)"));
  add_item (book, "V1", "Khế ước 1", "contract", "2026-06-30", NULL);
  add_item (book, "V2", "Khế ước 2", "contract", "2025-09-30", NULL);
  add_item (book, "V3", "Khế ước 3", "contract", "2025-08-31", "2025-11-01");
  add_item (book, "DU-PHONG-RRTD", "Quỹ dự phòng rủi ro tín dụng", "other", NULL, NULL);
  post_items (book, "2025-02-01", "13211", "V1", "1121", NULL, "TV1", 10000000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-02-01", "13211", "V2", "1121", NULL, "TV2", 6000000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-02-01", "13211", "V3", "1121", NULL, "TV2", 3000000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-02-01", "1121", NULL, "338", "DU-PHONG-RRTD", NULL, 900000,
              SHEAF_SCOPE_NONE);
  sample_post (book, "2025-02-02", "1121", "33211:TV1", 4000000, SHEAF_SCOPE_NONE);
  sheaf_notes_free (notes);
  notes = compute (book, 2025, NULL);
  EXPECT_ROW ("IV.4", "Phải thu về gốc", 19000000, 0);
  EXPECT_ROW ("IV.4", "Cho vay trong hạn", 10000000, 0);
  EXPECT_ROW ("IV.4", "Quá hạn", 6000000, 0);
  EXPECT_ROW ("IV.4", "Khoanh nợ", 3000000, 0);
  EXPECT_ROW ("IV.8", "đi vay của thành viên", 4000000, 0);
  EXPECT_ROW ("IV.10", "(**)", 900000, 0);
  g_assert_true (notes->reserve);
  expect_agreement (book, 2025, NULL);
  expect_agreement (book, 2026, NULL);
}

/* The reserve is the item's own: of its account's rows, no other's, and not what it has
 * elsewhere. */
static void
test_item (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafNotes) notes = NULL;

  add_item (book, "DU-PHONG-RRTD", "Quỹ dự phòng rủi ro tín dụng", "other", NULL, NULL);
  add_item (book, "KHAC", "Khoản khác", "other", NULL, NULL);
  post_items (book, "2025-02-01", "1121", NULL, "338", "DU-PHONG-RRTD", NULL, 900000,
              SHEAF_SCOPE_NONE);
  post_items (book, "2025-02-02", "1121", NULL, "338", "KHAC", NULL, 70000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-02-03", "1121", NULL, "338", NULL, "TV1", 5000, SHEAF_SCOPE_NONE);
  post_items (book, "2025-02-04", "1121", "DU-PHONG-RRTD", "338", NULL, "TV1", 300,
              SHEAF_SCOPE_NONE);
  post_items (book, "2025-03-01", "338", "DU-PHONG-RRTD", "1121", NULL, NULL, 200000,
              SHEAF_SCOPE_NONE);
  post_items (book, "2026-02-01", "1121", NULL, "338", "DU-PHONG-RRTD", NULL, 40000,
              SHEAF_SCOPE_NONE);
  notes = compute (book, 2025, NULL);
  EXPECT_ROW ("IV.10", "(**)", 700000, 0);
  sheaf_notes_free (notes);
  notes = compute (book, 2026, NULL);
  EXPECT_ROW ("IV.10", "(**)", 740000, 700000);
}

/* A table that does not come to its line says so, and verify does. */
static void
test_disagreement (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (SheafNotes) notes = NULL;

  sample_post (book, "2025-05-02", "1218", "1211", 3000000, SHEAF_SCOPE_NONE);
  sample_post (book, "2025-05-02", "1218", "1121", 1000000, SHEAF_SCOPE_NONE);
  notes = compute (book, 2025, NULL);
  g_assert_cmpuint (notes->problems->errors, ==, 1);
  g_assert_nonnull (
      strstr (((const SheafProblem *) notes->problems->items->pdata[0])->text, "IV.2"));
  g_assert_true (finds_in_verify (book));
}

static char *
text_of (SheafBook  *book,
         int         year,
         const char *key)
{
  g_autoptr (SheafNotes) notes = compute (book, year, NULL);

  return g_strdup (find_note (notes, key)->text);
}

static void
test_texts (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autoptr (GError) error = NULL;
  g_autofree char *first = text_of (book, 2025, "I.1");
  g_autofree char *regime = text_of (book, 2025, "III");
  g_autofree char *period = text_of (book, 2025, "II.1");
  g_autofree char *kept = NULL;
  g_autofree char *next = NULL;
  g_autofree char *proposed = NULL;
  int              year;

  g_assert_null (first);
  g_assert_nonnull (strstr (regime, "71/2024/TT-BTC"));
  g_assert_nonnull (strstr (period, "31/12/2025"));
  g_assert_true (sheaf_note_text_write (book, 2025, "B09-HTX", "I.1", "Trồng lúa", &error));
  g_assert_true (sheaf_note_text_write (book, 2025, "B09-HTX", "I.1", "Trồng lúa, cá", &error));
  kept = text_of (book, 2025, "I.1");
  next = text_of (book, 2026, "I.1");
  g_assert_cmpstr (kept, ==, "Trồng lúa, cá");
  g_assert_null (next); /* another year's text is only proposed */
  proposed = sheaf_note_text_propose (book, 2026, "B09-HTX", "I.1", &year, &error);
  g_assert_cmpstr (proposed, ==, "Trồng lúa, cá");
  g_assert_cmpint (year, ==, 2025);
  g_assert_no_error (error);
}

static void
test_refused_texts (void)
{
  g_autoptr (SheafBook) book = sample_worked ();
  g_autofree char *endless = g_strnfill (20001, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_false (sheaf_note_text_write (book, 2024, "B09-HTX", "I.1", "x", &error));
  g_assert_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_PERIOD);
  g_clear_error (&error);
  g_assert_false (sheaf_note_text_write (book, 2025, "B09-HTX", "I.1", endless, &error));
  g_assert_error (error, SHEAF_STATEMENTS_ERROR, SHEAF_STATEMENTS_ERROR_FORM);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notes/tables-agree-with-the-statements", test_worked);
  g_test_add_func ("/notes/free-rows-by-item", test_items);
  g_test_add_func ("/notes/one-item-of-an-account-by-its-own-rows", test_item);
  g_test_add_func ("/notes/loans-by-state-and-notes-only-where-needed", test_loans);
  g_test_add_func ("/notes/a-table-that-differs-is-told", test_disagreement);
  g_test_add_func ("/notes/texts-belong-to-their-year", test_texts);
  g_test_add_func ("/notes/endless-texts-and-strange-years-are-refused", test_refused_texts);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Books at random. */
#include "exchange/random-book.h"

#include "exchange/random-members.h"
#include "helpers/ledger.h"
#include "ledger/closing.h"
#include "ledger/confirmation.h"
#include "ledger/count.h"
#include "ledger/item.h"
#include "ledger/merge.h"
#include "ledger/party.h"
#include "ledger/period.h"
#include "ledger/preference.h"
#include "ledger/reconciliation.h"
#include "ledger/recurrence.h"
#include "ledger/revaluation.h"
#include "ledger/tax-entry.h"
#include "ledger/tax-mark.h"
#include "ledger/vat-share.h"
#include "ledger/verify.h"
#include "statements/ratio.h"

#include <string.h>

#define VOUCHERS 60

static guint
any (guint n)
{
  return (guint) g_test_rand_int_range (0, (gint32) n);
}

static SheafDate
any_day (void)
{
  return sheaf_date_add_days (sheaf_date_new (2025, 1, 1), (int) any (300));
}

SheafBook *
test_new_book (void)
{
  const SheafBookSpec spec = { .name = "HTX", .year = 2025, .chart = "vn-tt71", .law = "vn-2023" };
  const SheafActor    who = test_actor (sheaf_date_new (2026, 5, 1));
  g_autoptr (GError) error = NULL;
  SheafBook *book = sheaf_book_create (":memory:", &spec, &who, sheaf_ledger_set_up, &error);

  g_assert_no_error (error);
  return book;
}

/* Names with all that CSV must keep: commas, quotes, accents. */
static char *
any_name (void)
{
  static const char *const words[] = {
    "Chè", "“Xanh”", "\"Ngọc\"", "Công ty, TNHH", "Đông", "=1+1"
  };

  return g_strdup_printf ("%s %s %u", words[any (G_N_ELEMENTS (words))],
                          words[any (G_N_ELEMENTS (words))], any (1000));
}

static void
set (SheafBook  *book,
     const char *key,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_preference_set (book, key, value, &error));
  g_assert_no_error (error);
}

static void
say_settings (SheafBook *book)
{
  g_auto (GStrv) ratios = sheaf_ratio_wish_settings (book);
  g_autofree char *name = any_name ();
  g_autoptr (GError) error = NULL;

  set (book, "money-below-zero", "allow");
  set (book, "amount-limit", "900000000");
  set (book, "director", name);
  g_assert_nonnull (ratios[0]);
  g_assert_true (sheaf_ratio_set_wish (book, ratios[0] + strlen (SHEAF_RATIO_SETTING), "1.75",
                                       &error));
  g_assert_no_error (error);
}

/* A party with up to four records of facts, told one after the other; some twice. */
static void
add_party (SheafBook     *book,
           const char    *code,
           SheafPartyKind kind)
{
  SheafParty party = { .code = (char *) code, .name = any_name (), .kind = kind };
  guint      changes = any (4);
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_party_insert (book, &party, &party.id, &error));
  for (guint i = 0; i < changes; i++)
    {
      g_autofree char *before = party.name;

      party.name = any (3) == 0 ? g_strdup (before) : any_name ();
      party.phone = any (2) == 0 ? (char *) "0912" : NULL;
      g_assert_true (sheaf_party_change (book, &party, &error));
      g_assert_no_error (error);
    }
  g_free (party.name);
}

static void
add_item (SheafBook  *book,
          const char *code,
          const char *kind)
{
  g_autoptr (SheafItem) item = sheaf_item_new ();
  guint changes = 1 + any (3);
  g_autoptr (GError) error = NULL;

  item->code = g_strdup (code);
  item->name = any_name ();
  g_free (item->kind);
  item->kind = g_strdup (kind);
  g_assert_true (sheaf_item_insert (book, item, &item->id, &error));
  for (guint i = 0; i < changes; i++)
    {
      g_free (item->name);
      item->name = any_name ();
      item->rate = any (2) == 0 ? -1 : (gint64) any (200000);
      item->since = any (2) == 0 ? SHEAF_DATE_NONE : sheaf_date_new (2024, 1, 1 + (int) any (28));
      g_assert_true (sheaf_item_change (book, item, &error));
      g_assert_no_error (error);
    }
}

static SheafVoucherRow *
add_row (SheafBook    *book,
         SheafVoucher *voucher,
         const char   *debit,
         const char   *credit,
         gint64        amount)
{
  return sheaf_voucher_add_row (voucher, test_account (book, debit), test_account (book, credit),
                                SHEAF_MONEY (amount));
}

static gint64
post (SheafBook          *book,
      const SheafVoucher *voucher)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  (void) sheaf_voucher_post (book, voucher, &id, &error);
  g_assert_no_error (error);
  return id;
}

static const struct
{
  const char *debit, *credit, *debit_party, *credit_party, *debit_item, *credit_item;
} entries[] = {
  { "1111", "131", NULL, "KH1", NULL, NULL },
  { "1121", "131", NULL, "KH2", "NH1", NULL },
  { "131", "5112", "KH1", NULL, NULL, NULL },
  { "131", "5111", "KH2", NULL, "HD1", NULL },
  { "152", "331", NULL, "NCC1", NULL, NULL },
  { "331", "1121", "NCC1", NULL, NULL, "NH1" },
  { "642", "1111", NULL, NULL, NULL, NULL },
  { "338", "1121", NULL, NULL, "HD1", "NH1" },
};

static void
post_any (SheafBook *book)
{
  guint            kind = any (G_N_ELEMENTS (entries));
  SheafDate        day = any_day ();
  g_autofree char *text = any_name ();
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, day, text);
  SheafVoucherRow *row = add_row (book, voucher, entries[kind].debit, entries[kind].credit,
                                  1 + any (1000000));
  g_autoptr (GError) error = NULL;
  gint64 id;

  row->debit_party_id = sheaf_party_find (book, entries[kind].debit_party == NULL
                                                    ? ""
                                                    : entries[kind].debit_party);
  row->credit_party_id = sheaf_party_find (book, entries[kind].credit_party == NULL
                                                     ? ""
                                                     : entries[kind].credit_party);
  row->debit_item_id =
      entries[kind].debit_item == NULL ? 0 : sheaf_item_find (book, entries[kind].debit_item);
  row->credit_item_id =
      entries[kind].credit_item == NULL ? 0 : sheaf_item_find (book, entries[kind].credit_item);
  id = post (book, voucher);
  if (any (10) != 0)
    return;
  (void) sheaf_voucher_reverse (book, id, sheaf_date_add_days (day, (int) any (30)), "Ghi nhầm",
                                NULL, &error);
  g_assert_no_error (error);
}

/* Buying dollars and what they are worth later; and again, taken back. */
static void
revalue (SheafBook *book)
{
  const SheafGivenRate rates[] = { { "USD", G_GINT64_CONSTANT (25400000000) },
                                   { "USD", G_GINT64_CONSTANT (25900000000) } };
  g_autoptr (SheafVoucher) voucher =
      sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sheaf_date_new (2025, 2, 3), "Mua USD");
  SheafVoucherRow *row = add_row (book, voucher, "1112", "1111", 25000000);
  g_autoptr (GError) error = NULL;
  gint64 id;

  row->debit_currency = g_strdup ("USD");
  row->debit_foreign = 100000;
  row->rate = G_GINT64_CONSTANT (25000000000);
  (void) post (book, voucher);
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      SheafDate day = sheaf_date_month_end (sheaf_date_new (2025, 3 + (int) i, 1));

      g_assert_true (sheaf_revaluation_post (book, day, &rates[i], 1, &id, &error));
      g_assert_cmpint (id, !=, 0);
      if (i == 1 && any (2) == 0)
        g_assert_true (sheaf_voucher_reverse (book, id, day, "Sai tỷ giá", NULL, &error));
      g_assert_no_error (error);
    }
}

/* A sale taxed and one not, input VAT of both; the quarter's part goes to cost. */
static void
share_vat (SheafBook *book)
{
  static const struct
  {
    const char *account, *number;
    int         rate;
  } sales[] = { { "5112", "00000001", -1 }, { "5111", "00000002", 8 } };
  g_autoptr (SheafVoucher) cost =
      sheaf_voucher_new (SHEAF_VOUCHER_PAYMENT, sheaf_date_new (2025, 3, 5), "Tiền điện");
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (guint i = 0; i < G_N_ELEMENTS (sales); i++)
    {
      g_autoptr (SheafVoucher) sale =
          sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sheaf_date_new (2025, 2, 10), "Bán hàng");
      SheafVoucherRow *row = add_row (book, sale, "131", sales[i].account, 1000000 + any (900000));
      SheafInvoice     invoice = { .direction = SHEAF_INVOICE_OUT,
                                   .number = (char *) sales[i].number,
                                   .serial = (char *) "C25THX",
                                   .date = sale->date,
                                   .rate = sales[i].rate,
                                   .base = row->amount };

      row->debit_party_id = invoice.party_id = sheaf_party_find (book, "KH1");
      invoice.voucher_id = post (book, sale);
      invoice.vat = sheaf_invoice_tax (&invoice);
      g_assert_true (sheaf_invoice_insert (book, &invoice, &error));
    }
  (void) add_row (book, cost, "642", "1111", 5000000);
  (void) add_row (book, cost, "1331", "1111", 100001 + any (400000));
  id = post (book, cost);
  g_assert_true (sheaf_tax_mark_set (book, id, 2, SHEAF_TAX_MARK_VAT_SHARED, "Dùng chung", NULL,
                                     &error));
  g_assert_true (sheaf_tax_mark_set (book, id, 1, SHEAF_TAX_MARK_NOT_DEDUCTIBLE, "Không, \"có\"",
                                     NULL, &error));
  g_assert_true (sheaf_vat_share_post (book, 2025, SHEAF_VAT_SHARE_QUARTER (1),
                                       sheaf_date_new (2025, 3, 31), &id, &error));
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, 0);
}

static void
enter_tax (SheafBook *book)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  for (guint quarter = 1; quarter <= 1 + any (3); quarter++)
    {
      g_assert_true (sheaf_tax_entry_post (book, 2025, quarter, SHEAF_MONEY (1 + any (90000)),
                                           sheaf_tax_quarter_end (book, 2025, quarter), &id,
                                           &error));
      if (any (2) == 0)
        g_assert_true (sheaf_voucher_reverse (book, id, sheaf_date_new (2025, 12, 31), "Tính lại",
                                              NULL, &error));
    }
  g_assert_true (sheaf_tax_entry_post (book, 2025, SHEAF_TAX_FINAL, SHEAF_MONEY (-7),
                                       sheaf_date_new (2025, 12, 31), &id, &error));
  g_assert_no_error (error);
}

/* Templates of what was posted; one comes again and was done, left out, or waits. */
static void
keep_templates (SheafBook *book)
{
  g_autoptr (GPtrArray) due = NULL;
  g_autoptr (SheafDraft) draft = sheaf_draft_new ("payment");
  SheafRecurrence rent = { .template_name = (char *) "Tiền thuê, hàng tháng",
                           .months = 1,
                           .first = sheaf_date_new (2025, 1, 31),
                           .last = SHEAF_DATE_NONE };
  SheafDraftRow  *row = sheaf_draft_add_row (draft);
  g_autoptr (GError) error = NULL;

  sheaf_draft_set (&draft->description, "Tiền thuê kho");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT], "642");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT], "1111");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_AMOUNT], "=250*6000");
  row = sheaf_draft_add_row (draft);
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DESCRIPTION], "Tiền điện");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_DEBIT], "642");
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_CREDIT], "1111");
  g_assert_true (sheaf_own_template_save (book, "Mẫu trống", draft, &error));
  sheaf_draft_set (&row->cells[SHEAF_DRAFT_AMOUNT], "12000");
  g_assert_true (sheaf_own_template_save (book, rent.template_name, draft, &error));
  g_assert_true (sheaf_recurrence_set (book, &rent, &error));
  due = sheaf_recurrence_due (book, sheaf_date_new (2025, 6, 30), &error);
  for (guint i = 0; i < due->len; i++)
    {
      SheafDate day = ((const SheafRecurrenceDue *) due->pdata[i])->due;
      gint64    id = 0;

      if (i == 0 || any (3) == 0)
        g_assert_true (
            sheaf_recurrence_post (book, rent.template_name, day, day, NULL, &id, &error));
      else if (i == 1 || any (2) == 0)
        g_assert_true (sheaf_recurrence_skip (book, rent.template_name, day, "Kho nghỉ", &error));
      if (id != 0 && any (2) == 0)
        g_assert_true (sheaf_voucher_reverse (book, id, day, "Nhầm", NULL, &error));
      g_assert_no_error (error);
    }
}

/* A statement: some rows stand in it; it is even, kept open with a note, or opened again. */
static void
reconcile (SheafBook *book,
           SheafDate  day,
           guint      way)
{
  SheafReconciliation start = { .account_id = test_account (book, "1121"),
                                .item_id = sheaf_item_find (book, "NH1"),
                                .date = day,
                                .note = (char *) "Sổ phụ, \"tháng\"" };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gint64 id, last;

  g_assert_true (sheaf_reconciliation_find (book, start.account_id, start.item_id, NULL,
                                            sheaf_date_new (2025, 6, 30), &last, &error));
  if (last != 0)
    {
      g_autoptr (SheafReconciliation) one = sheaf_reconciliation_load (book, last, &error);

      start.balance = one->ticked;
    }
  g_assert_true (sheaf_reconciliation_start (book, &start, &id, &error));
  rows = sheaf_reconciliation_rows (book, id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    if (way > 0 && any (2) == 0)
      g_ptr_array_add (chosen, rows->pdata[i]);
  g_assert_true (sheaf_reconciliation_tick (book, id, chosen, TRUE, &error));
  if (way == 0)
    g_assert_true (sheaf_reconciliation_finish (book, id, NULL, &error)); /* nothing stands in it */
  else if (way == 1)
    g_assert_true (sheaf_reconciliation_finish (book, id, "Chờ ngân hàng", &error));
  g_assert_no_error (error);
  if (way == 0 && any (2) == 0)
    g_assert_true (sheaf_reconciliation_reopen (book, id, "Xem lại", &error));
  g_assert_no_error (error);
}

static void
count_cash (SheafBook *book,
            guint      notes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SheafCount) count =
      sheaf_count_prepare (book, SHEAF_COUNT_CASH, test_account (book, "1111"),
                           sheaf_date_new (2025, 11, 30 - (int) notes), &error);
  gint64 id;

  g_assert_no_error (error);
  count->people = g_strdup ("Đinh Thị Lụa; thủ quỹ\nVi Văn Thắng; kế toán");
  g_assert_true (sheaf_count_fill (count, "100000", SHEAF_QUANTITY (1000 * notes), NULL,
                                   "Cũ, rách", &error));
  g_assert_true (sheaf_count_insert (book, count, &id, &error));
  if (notes < 3)
    g_assert_true (sheaf_count_post (book, id, 0, &error));
  else
    g_assert_true (sheaf_count_withdraw (book, id, "Đếm sót, \"két\"", &error));
  g_assert_no_error (error);
}

static void
confirm (SheafBook *book)
{
  SheafDate day = sheaf_date_new (2025, 10, 31);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  guint asked;

  g_assert_true (sheaf_confirmation_ask (book, 0, 0, day, &asked, &error));
  g_assert_cmpuint (asked, >, 0);
  g_assert_true (sheaf_confirmation_send (book, 0, 0, day, sheaf_date_new (2025, 11, 2), &asked,
                                          &error));
  g_assert_true (sheaf_confirmation_ask (book, 0, 0, sheaf_date_new (2025, 11, 30), &asked,
                                         &error));
  list = sheaf_confirmation_list (book, day, 0, 0, &error);
  for (guint i = 0; i < list->len; i++)
    {
      const SheafConfirmation *one = list->pdata[i];
      SheafMoney               answer = sheaf_money_add (one->booked, SHEAF_MONEY (any (3)));

      if (i > 0 && any (3) == 0)
        continue;
      if (i == 0)
        answer = sheaf_money_add (one->booked, SHEAF_MONEY (5));
      g_assert_true (sheaf_confirmation_answer (book, one->account_id, one->party_id, day, answer,
                                                sheaf_date_new (2025, 11, 7), "Theo thư, \"2\"",
                                                &error));
      if (i == 0)
        g_assert_true (sheaf_confirmation_post (book, one->account_id, one->party_id, day,
                                                sheaf_date_new (2025, 11, 8), 0, &error));
      g_assert_no_error (error);
    }
}

static void
lock (SheafBook *book)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_period_lock (book, sheaf_date_new (2025, 3, 31), &error));
  g_assert_true (sheaf_period_lock (book, sheaf_date_new (2025, 6, 30), &error));
  g_assert_true (sheaf_period_unlock (book,
                                      any (2) == 0 ? SHEAF_DATE_NONE : sheaf_date_new (2025, 4, 30),
                                      "Sót hóa đơn, \"tháng 5\"", &error));
  if (any (2) == 0)
    g_assert_true (sheaf_period_lock (book, sheaf_date_new (2025, 12, 31), &error));
  g_assert_no_error (error);
}

static void
close_year (SheafBook *book)
{
  SheafClosingKeys keys;
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_closing_keys_parse ("revenue", NULL, &keys, &error));
  (void) sheaf_closing_post (book, 2025, &keys, NULL, &error);
  g_assert_no_error (error);
}

SheafBook *
test_random_book (void)
{
  SheafBook *book = test_new_book ();
  g_autoptr (GError) error = NULL;

  say_settings (book);
  add_party (book, "KH1", SHEAF_PARTY_CUSTOMER);
  add_party (book, "KH2", SHEAF_PARTY_CUSTOMER);
  add_party (book, "KH3", SHEAF_PARTY_CUSTOMER);
  add_party (book, "NCC1", SHEAF_PARTY_SUPPLIER);
  add_item (book, "NH1", "bank-account");
  add_item (book, "HD1", "contract");
  test_random_members (book);
  for (guint i = 0; i < VOUCHERS; i++)
    post_any (book);
  share_vat (book);
  revalue (book);
  enter_tax (book);
  keep_templates (book);
  for (guint i = 0; i < 3; i++)
    reconcile (book, sheaf_date_month_end (sheaf_date_new (2025, 4 + 2 * (int) i, 1)), i);
  count_cash (book, 1);
  count_cash (book, 2);
  count_cash (book, 3);
  confirm (book);
  if (any (2) == 0)
    g_assert_true (sheaf_party_merge (book, sheaf_party_find (book, "KH2"),
                                      sheaf_party_find (book, "KH1"), "Ghi hai lần", &error));
  g_assert_no_error (error);
  if (any (2) == 0)
    close_year (book);
  lock (book);
  return book;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of vouchers: which accounts each is about, and how each is numbered. */
#include "helpers/ledger.h"
#include "ledger/party.h"

/* What Circular 71/2024/TT-BTC, Appendix II, has for money and stock, and the journal for all else:
 * the form, the kind, the prefix of its numbers. */
static const struct
{
  const char      *form;
  SheafVoucherKind kind;
  const char      *word;
  const char      *number;
} forms[] = {
  { "01-TT", SHEAF_VOUCHER_RECEIPT, "receipt", "PT00001" },
  { "02-TT", SHEAF_VOUCHER_PAYMENT, "payment", "PC00001" },
  { "04-TT", SHEAF_VOUCHER_ADVANCE, "advance", "TTTU00001" },
  { "bank credit note", SHEAF_VOUCHER_BANK_IN, "bank-in", "BC00001" },
  { "bank debit note", SHEAF_VOUCHER_BANK_OUT, "bank-out", "BN00001" },
  { "01-VT", SHEAF_VOUCHER_STOCK_IN, "stock-in", "PN00001" },
  { "02-VT", SHEAF_VOUCHER_STOCK_OUT, "stock-out", "PX00001" },
  { "06-VT", SHEAF_VOUCHER_PURCHASE_LIST, "purchase-list", "BKMH00001" },
  { "07-VT", SHEAF_VOUCHER_ALLOCATION, "allocation", "PB00001" },
  { "journal", SHEAF_VOUCHER_JOURNAL, "journal", "PK00001" },
};

typedef struct
{
  SheafVoucherKind kind;
  const char      *debit;
  const char      *credit;
  gboolean         fits;
} Case;

static const Case cases[] = {
  { SHEAF_VOUCHER_RECEIPT, "1111", "131", TRUE },
  { SHEAF_VOUCHER_RECEIPT, "131", "1111", FALSE },
  { SHEAF_VOUCHER_RECEIPT, "1121", "131", FALSE },
  { SHEAF_VOUCHER_PAYMENT, "331", "1111", TRUE },
  { SHEAF_VOUCHER_PAYMENT, "1111", "331", FALSE },
  { SHEAF_VOUCHER_BANK_IN, "1121", "131", TRUE },
  { SHEAF_VOUCHER_BANK_IN, "1111", "131", FALSE },
  { SHEAF_VOUCHER_BANK_OUT, "331", "1121", TRUE },
  { SHEAF_VOUCHER_BANK_OUT, "331", "1111", FALSE },
  { SHEAF_VOUCHER_STOCK_IN, "152", "331", TRUE },
  { SHEAF_VOUCHER_STOCK_IN, "642", "331", FALSE },
  { SHEAF_VOUCHER_STOCK_OUT, "642", "152", TRUE },
  { SHEAF_VOUCHER_STOCK_OUT, "642", "331", FALSE },
  /* spent on what was bought, or the rest handed back */
  { SHEAF_VOUCHER_ADVANCE, "642", "141", TRUE },
  { SHEAF_VOUCHER_ADVANCE, "152", "141", TRUE },
  { SHEAF_VOUCHER_ADVANCE, "1111", "141", TRUE },
  { SHEAF_VOUCHER_ADVANCE, "141", "1111", FALSE },
  { SHEAF_VOUCHER_ADVANCE, "642", "331", FALSE },
  { SHEAF_VOUCHER_PURCHASE_LIST, "152", "331", TRUE },
  { SHEAF_VOUCHER_PURCHASE_LIST, "156", "1111", TRUE },
  { SHEAF_VOUCHER_PURCHASE_LIST, "642", "1111", TRUE },
  { SHEAF_VOUCHER_PURCHASE_LIST, "331", "1111", FALSE },
  { SHEAF_VOUCHER_PURCHASE_LIST, "331", "152", FALSE },
  { SHEAF_VOUCHER_ALLOCATION, "642", "2421", TRUE },
  { SHEAF_VOUCHER_ALLOCATION, "154", "152", TRUE },
  { SHEAF_VOUCHER_ALLOCATION, "6112", "152", TRUE },
  { SHEAF_VOUCHER_ALLOCATION, "2421", "152", TRUE },
  { SHEAF_VOUCHER_ALLOCATION, "642", "1111", FALSE },
  { SHEAF_VOUCHER_ALLOCATION, "642", "2422", FALSE },
  { SHEAF_VOUCHER_ALLOCATION, "331", "152", FALSE },
  { SHEAF_VOUCHER_JOURNAL, "642", "331", TRUE },
  { SHEAF_VOUCHER_JOURNAL, "1111", "141", TRUE },
};

static SheafVoucher *
make (SheafBook  *book,
      const Case *c)
{
  SheafVoucher *voucher = test_voucher (book, "2025-03-01", c->debit, c->credit, 5, "KH1", "KH1");

  voucher->kind = c->kind;
  return voucher;
}

static void
test_accounts (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SheafVoucher) voucher = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s %s / %s", sheaf_voucher_kind_to_word (cases[i].kind), cases[i].debit,
                      cases[i].credit);
      voucher = make (book, &cases[i]);
      if (cases[i].fits)
        {
          g_assert_true (sheaf_voucher_post (book, voucher, NULL, &error));
          g_assert_no_error (error);
        }
      else
        {
          g_assert_false (sheaf_voucher_post (book, voucher, NULL, &error));
          g_assert_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_KIND);
        }
    }
  test_verify (book);
}

/* A row of VAT goes along; one proper row is enough. */
static void
test_further_rows (void)
{
  static const Case cases_with_vat[] = {
    { SHEAF_VOUCHER_ADVANCE, "642", "141", TRUE },
    { SHEAF_VOUCHER_PURCHASE_LIST, "152", "331", TRUE },
  };
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases_with_vat); i++)
    {
      g_autoptr (SheafVoucher) voucher = make (book, &cases_with_vat[i]);

      sheaf_voucher_add_row (voucher, test_account (book, "1331"),
                             test_account (book, cases_with_vat[i].credit), SHEAF_MONEY (1))
          ->credit_party_id = sheaf_party_find (book, "KH1");
      g_assert_true (sheaf_voucher_post (book, voucher, NULL, NULL));
    }
}

static void
test_forms (void)
{
  g_autoptr (SheafBook) book = test_ledger_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *number = sheaf_voucher_next_number (book, forms[i].kind, 2025, NULL);
      SheafVoucherKind kind;

      g_test_message ("%s", forms[i].form);
      g_assert_cmpstr (sheaf_voucher_kind_to_word (forms[i].kind), ==, forms[i].word);
      g_assert_true (sheaf_voucher_kind_from_word (forms[i].word, &kind));
      g_assert_cmpint (kind, ==, forms[i].kind);
      g_assert_cmpstr (number, ==, forms[i].number);
    }
}

/* Every kind that can be posted has a prefix of its own in every chart. */
static void
test_prefixes (void)
{
  static const char *const charts[] = { "vn-tt71", "vn-tt24", "intl" };

  for (gsize c = 0; c < G_N_ELEMENTS (charts); c++)
    {
      const SheafBookSpec spec = {
        .name = "HTX Mẫu", .year = 2025, .chart = charts[c], .law = "vn-2023"
      };
      SheafActor actor = test_actor (sheaf_date_new (2025, 12, 31));
      g_autoptr (SheafBook)
          book = sheaf_book_create (":memory:", &spec, &actor, sheaf_ledger_set_up, NULL);
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
        {
          char *number = sheaf_voucher_next_number (book, forms[i].kind, 2025, NULL);

          g_test_message ("%s %s", charts[c], number);
          g_assert_false (g_str_has_prefix (number, forms[i].word));
          g_assert_true (g_hash_table_add (seen, number));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/each-has-its-accounts-on-their-sides", test_accounts);
  g_test_add_func ("/kind/rows-of-vat-go-along", test_further_rows);
  g_test_add_func ("/kind/every-form-for-money-and-stock-is-there", test_forms);
  g_test_add_func ("/kind/numbers-have-a-prefix-in-every-chart", test_prefixes);
  return g_test_run ();
}

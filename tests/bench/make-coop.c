/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-coop BOOK MEMBERS: a book of 2025 whose year is closed and planned, for time-sharing. Rows
 * of members, capital, deliveries and work are written by a few statements, so that a hundred
 * thousand members take seconds. Always the same book. */
#include "book/act.h"
#include "distribution/draft.h"
#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/verify.h"
#include "ledger/voucher.h"
#include "trade/product.h"

#include <stdio.h>

#define ACT "(SELECT max (id) FROM audit)"
/* One of ten words of so many signs, another one for each member. */
#define FAMILIES "'Nguyen Tran  Le    Pham  Hoang Phan  Vu    Dang  Bui   Do    '"
#define MIDDLES "'Van  Thi  Huu  Duc  Minh Ngoc Xuan Thu  Kim  Dinh '"
#define GIVEN "'An   Binh Chau Dung Gam  Ha   Lan  Mai  Nam  Yen  '"
#define WORD(words, signs, step) \
  "trim (substr (" words ", 1 + " #signs " * (i / " #step " %% 10), " #signs "))"
#define EACH "FROM party WHERE kind = 8"

/* Codes TV000000 on; one in ten left during the year, one in twenty is an associate member who
 * contributes; capital paid in two parts, four deliveries a head, every fifth one works. */
static const char people[] =
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %u)\n"
    "INSERT INTO party (code, name, fold, kind, bank_bin, bank_account, act_id)\n"
    "SELECT printf ('TV%%06d', i), " WORD (FAMILIES, 6, 1) " || ' ' || " WORD (
        MIDDLES,
        5,
        7) " || ' ' || " WORD (GIVEN, 5, 3) ",\n"
                                            "  lower (" WORD (FAMILIES, 6, 1) " || ' ' || " WORD (
                                                MIDDLES,
                                                5,
                                                7) "), 8,\n"
                                                   "  CASE WHEN i %% 3 > 0 THEN '970436' END, CASE "
                                                   "WHEN i %% 3 > 0 THEN (10000000 + i) || '' "
                                                   "END, " ACT " FROM n;\n";
static const char register_rows[] =
    "INSERT INTO member (party_id, act_id) SELECT id, " ACT " " EACH ";\n"
    "INSERT INTO membership_event (party_id, date, event, value, act_id) SELECT id,\n"
    "  date ('2016-01-01', (id % 3000) || ' days'), 1,\n"
    "  CASE WHEN id % 20 = 3 THEN 'associate-contributing' ELSE 'official' END, " ACT " " EACH
    ";\n"
    "INSERT INTO membership_event (party_id, date, event, act_id) SELECT id,\n"
    "  date ('2016-01-01', (id % 3000) || ' days'), 3, " ACT " " EACH " AND id % 20 <> 3;\n"
    "INSERT INTO membership_event (party_id, date, event, act_id) SELECT id,\n"
    "  date ('2025-02-01', (id % 300) || ' days'), 5, " ACT " " EACH " AND id % 10 = 7;\n"
    "INSERT INTO capital_event (party_id, date, event, amount, form, act_id) SELECT id,\n"
    "  date ('2025-01-01', (id % 31) || ' days'), 1, (id % 19 + 1) * 200000, 0, " ACT " " EACH ";\n"
    "INSERT INTO capital_event (party_id, date, event, amount, form, act_id) SELECT id,\n"
    "  date ('2025-01-01', (id % 31) || ' days'), 3, (id % 19 + 1) * 100000, 0, " ACT " " EACH ";\n"
    "INSERT INTO capital_event (party_id, date, event, amount, form, act_id) SELECT id,\n"
    "  date ('2025-04-01', (id % 31) || ' days'), 3, (id % 19 + 1) * 100000, 0, " ACT " " EACH ";\n"
    "WITH k (day) AS (VALUES ('2025-01-20'), ('2025-05-11'), ('2025-08-02'), ('2025-12-01'))\n"
    "INSERT INTO delivery (party_id, product_id, date, quantity, amount, scope, act_id)\n"
    "SELECT p.id, 1, day, (p.id * 7 % 890 + 10) * 1000, (p.id * 7 % 890 + 10) * 9000, 1, " ACT
    " FROM party p, k WHERE kind = 8;\n"
    "INSERT INTO labour (party_id, date, amount, account_id, act_id) SELECT id, '2025-06-30',\n"
    "  (id % 13 + 1) * 250000, (SELECT min (id) FROM account), " ACT " " EACH
    " AND id % 5 = 2;\n";

static gboolean
add_product (SheafBook *book,
             GError   **error)
{
  g_autoptr (GPtrArray)
      products = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_product_free);
  SheafProduct *product = sheaf_product_new ();

  product->code = g_strdup ("LUA");
  product->name = g_strdup ("Lúa");
  product->unit = g_strdup ("kg");
  product->kind = SHEAF_PRODUCT_PRODUCE;
  g_ptr_array_add (products, product);
  return sheaf_product_insert (book, products, error);
}

static gboolean
add_people (SheafBook *book,
            guint      members,
            GError   **error)
{
  g_autoptr (GString) script = g_string_new (NULL);
  g_autoptr (SheafAct) act = sheaf_act_begin (book, "bench", "bench", error);

  g_string_printf (script, people, members);
  g_string_append (script, register_rows);
  return act != NULL && sheaf_store_script (sheaf_book_store (book), script->str, error) &&
         sheaf_act_commit (act, error);
}

static gboolean
add_income (SheafBook  *book,
            const char *revenue,
            gint64      amount,
            GError    **error)
{
  const SheafChart *chart = sheaf_chart_get (book, error);
  g_autoptr (SheafVoucher) voucher = NULL;

  if (chart == NULL)
    return FALSE;
  voucher = sheaf_voucher_new (SHEAF_VOUCHER_JOURNAL, sheaf_date_new (2025, 6, 30), "Bán hàng");
  (void) sheaf_voucher_add_row (voucher, sheaf_chart_by_code (chart, "1121")->id,
                                sheaf_chart_by_code (chart, revenue)->id, SHEAF_MONEY (amount));
  return sheaf_voucher_post (book, voucher, NULL, error);
}

static gboolean
make (const char *path,
      guint       members,
      GError    **error)
{
  SheafBookSpec    spec = { .name = "HTX Đo", .year = 2025, .chart = "vn-tt71", .law = "vn-2023" };
  SheafActor       actor = { .user = "bench", .today = sheaf_date_new (2026, 12, 31) };
  SheafClosingKeys keys = { .key = SHEAF_CLOSING_BY_REVENUE };
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();
  g_autoptr (SheafBook)
      book = sheaf_book_create (path, &spec, &actor, sheaf_ledger_set_up, error);

  return book != NULL && add_product (book, error) && add_people (book, members, error) &&
         add_income (book, "5111", 9000000 * (gint64) members, error) &&
         add_income (book, "5121", 7000000 * (gint64) members, error) &&
         sheaf_closing_post (book, 2025, &keys, NULL, error) &&
         sheaf_plan_store (book, 2025,
                           "[internal]\nuse=0.4\nlabour=0.2\ncapital=0.4\n[external]\ncapital=1\n",
                           -1, NULL, problems, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  guint members = argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;

  if (members == 0)
    {
      (void) fprintf (stderr, "usage: make-coop BOOK MEMBERS\n");
      return 2;
    }
  if (make (argv[1], members, &error))
    return 0;
  (void) fprintf (stderr, "%s\n", error->message);
  return 1;
}

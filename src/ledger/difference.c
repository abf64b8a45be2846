/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences as vouchers. */
#include "ledger/difference.h"

#include "base/i18n.h"
#include "book/act.h"
#include "book/data.h"
#include "book/setting.h"
#include "ledger/chart.h"
#include "ledger/difference-sql.h"
#include "ledger/error.h"
#include "ledger/item.h"
#include "ledger/party.h"
#include "ledger/voucher.h"

#include <string.h>

static GKeyFile *
load_data (SheafBook *book,
           GError   **error)
{
  g_autofree char *chart = sheaf_setting_find (book, "chart");
  g_autofree char *name = g_strdup_printf ("postings/%s.differences.ini", chart);
  g_autofree char *text = sheaf_data_load (book, name, error);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (text == NULL)
    return NULL;
  if (g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL))
    return g_steal_pointer (&file);
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
               _ ("the data file %s cannot be understood: install the program again"), name);
  return NULL;
}

static char *
read_word (GKeyFile   *data,
           const char *key,
           GError    **error)
{
  char *word = g_key_file_get_string (data, "differences", key, NULL);

  if (word == NULL)
    g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_CHART,
                 _ ("the data on differences lack “%s”: install the program again"), key);
  return word;
}

static const SheafAccount *
find_other (SheafBook             *book,
            GKeyFile              *data,
            const SheafDifference *difference,
            gboolean               surplus,
            GError               **error)
{
  const SheafChart   *chart = sheaf_chart_get (book, error);
  g_autofree char    *code = read_word (data, surplus ? "surplus" : "shortage", error);
  const SheafAccount *other;

  if (chart == NULL || code == NULL)
    return NULL;
  other = difference->other_id != 0 ? sheaf_chart_by_id (chart, difference->other_id)
                                    : sheaf_chart_by_code (chart, code);
  if (other != NULL && other->postable)
    return other;
  g_set_error (error, SHEAF_LEDGER_ERROR, SHEAF_LEDGER_ERROR_ACCOUNT,
               _ ("account %s has details: name the one that takes the difference"),
               other == NULL ? code : other->code);
  return NULL;
}

/* What the other side names: the party of a debt, else the item of the data; make: also one that is
 * not there yet. */
static gboolean
find_detail (SheafBook             *book,
             GKeyFile              *data,
             const SheafDifference *difference,
             const SheafAccount    *other,
             gboolean               make,
             gint64                *ret_item,
             GError               **error)
{
  g_autofree char *code = NULL;
  g_autofree char *name = NULL;
  SheafItem        item = { .due = SHEAF_DATE_NONE,
                            .closed = SHEAF_DATE_NONE,
                            .since = SHEAF_DATE_NONE,
                            .frozen = SHEAF_DATE_NONE };

  *ret_item = 0;
  if (difference->party_id != 0 || other->needs == SHEAF_NEEDS_NOTHING)
    return TRUE;
  code = read_word (data, "item", error);
  name = code == NULL ? NULL : read_word (data, "item_name", error);
  if (name == NULL)
    return FALSE;
  *ret_item = sheaf_item_find (book, code);
  item.code = code;
  item.name = name;
  item.kind = (char *) "other";
  return *ret_item != 0 || !make || sheaf_item_insert (book, &item, ret_item, error);
}

static char *
describe (SheafBook             *book,
          GKeyFile              *data,
          const SheafDifference *difference,
          gboolean               surplus,
          GError               **error)
{
  g_autofree char *key =
      g_strdup_printf ("%s_%s", difference->event, surplus ? "surplus" : "shortage");
  g_autofree char *text = read_word (data, key, error);
  g_autoptr (SheafParty) party =
      difference->party_id == 0 ? NULL : sheaf_party_load (book, difference->party_id, NULL);
  g_autoptr (GString) filled = g_string_new (text);

  if (text == NULL)
    return NULL;
  g_string_replace (filled, "{number}", difference->number == NULL ? "" : difference->number, 0);
  g_string_replace (filled, "{party}", party == NULL ? "" : party->name, 0);
  return g_string_free (g_steal_pointer (&filled), FALSE);
}

/* Cash and stock come in and go out by vouchers of their own kinds. */
static SheafVoucherKind
kind_of (const SheafDifference *difference,
         gboolean               surplus)
{
  if (strcmp (difference->event, "cash") == 0)
    return surplus ? SHEAF_VOUCHER_RECEIPT : SHEAF_VOUCHER_PAYMENT;
  if (strcmp (difference->event, "stock") == 0)
    return surplus ? SHEAF_VOUCHER_STOCK_IN : SHEAF_VOUCHER_STOCK_OUT;
  return SHEAF_VOUCHER_JOURNAL;
}

static void
add_line (SheafVoucher              *voucher,
          const SheafDifference     *difference,
          const SheafDifferenceLine *line,
          const SheafAccount        *other,
          gint64                     item,
          gboolean                   surplus)
{
  SheafVoucherRow *row = sheaf_voucher_add_row (
      voucher, surplus ? difference->account_id : other->id,
      surplus ? other->id : difference->account_id,
      surplus ? line->amount : sheaf_money_neg (line->amount));
  gboolean named = other->needs != SHEAF_NEEDS_NOTHING;

  *(surplus ? &row->debit_party_id : &row->credit_party_id) = difference->party_id;
  *(surplus ? &row->credit_party_id : &row->debit_party_id) = named ? difference->party_id : 0;
  *(surplus ? &row->credit_item_id : &row->debit_item_id) = item;
  row->product = g_strdup (line->product);
  row->quantity = line->quantity;
}

static SheafVoucher *
make_voucher (SheafBook             *book,
              GKeyFile              *data,
              const SheafDifference *difference,
              const GArray          *lines,
              gboolean               surplus,
              gboolean               make,
              GError               **error)
{
  const SheafAccount *other = find_other (book, data, difference, surplus, error);
  g_autofree char    *text = NULL;
  SheafVoucher       *voucher;
  gint64              item;

  if (other != NULL)
    text = describe (book, data, difference, surplus, error);
  if (text == NULL || !find_detail (book, data, difference, other, make, &item, error))
    return NULL;
  voucher = sheaf_voucher_new (kind_of (difference, surplus), difference->date, text);
  for (guint i = 0; i < lines->len; i++)
    {
      const SheafDifferenceLine *line = &g_array_index (lines, SheafDifferenceLine, i);

      if ((line->amount.units > 0) == surplus)
        add_line (voucher, difference, line, other, item, surplus);
    }
  return voucher;
}

SheafVoucher *
sheaf_difference_voucher (SheafBook             *book,
                          const SheafDifference *difference,
                          const GArray          *lines,
                          gboolean               surplus,
                          GError               **error)
{
  g_autoptr (GKeyFile) data = load_data (book, error);

  return data == NULL ? NULL
                      : make_voucher (book, data, difference, lines, surplus, FALSE, error);
}

static gboolean
post_side (SheafBook             *book,
           GKeyFile              *data,
           const SheafDifference *difference,
           const GArray          *lines,
           gboolean               surplus,
           gint64                 act_id,
           guint                 *vouchers,
           GError               **error)
{
  g_autoptr (SheafVoucher) voucher =
      make_voucher (book, data, difference, lines, surplus, TRUE, error);
  gint64 id;

  (*vouchers)++;
  return voucher != NULL && sheaf_voucher_post (book, voucher, &id, error) &&
         sheaf_store_run (sheaf_book_store (book), DIFFERENCE_INSERT,
                          SHEAF_ARGS (SHEAF_ID (difference->count_id),
                                      SHEAF_ID (difference->confirmation_id), SHEAF_INT (id),
                                      SHEAF_INT (act_id)),
                          error);
}

gboolean
sheaf_difference_post (SheafBook             *book,
                       const SheafDifference *difference,
                       const GArray          *lines,
                       guint                 *ret_vouchers,
                       GError               **error)
{
  g_autoptr (GKeyFile) data = load_data (book, error);
  g_autoptr (SheafAct) act = NULL;
  guint    vouchers = 0;
  gboolean over = FALSE, under = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      gint64 units = g_array_index (lines, SheafDifferenceLine, i).amount.units;

      g_return_val_if_fail (units != 0, FALSE);
      over = over || units > 0;
      under = under || units < 0;
    }
  act = data == NULL ? NULL : sheaf_act_begin (book, "difference-post", difference->event, error);
  if (act == NULL ||
      (over && !post_side (book, data, difference, lines, TRUE, sheaf_act_id (act), &vouchers,
                           error)) ||
      (under && !post_side (book, data, difference, lines, FALSE, sheaf_act_id (act), &vouchers,
                            error)) ||
      !sheaf_act_commit (act, error))
    return FALSE;
  *ret_vouchers = vouchers;
  return TRUE;
}

GPtrArray *
sheaf_difference_details (SheafBook *book,
                          GError   **error)
{
  static const char *const keys[] = { "shortage", "surplus" };
  const SheafChart        *chart = sheaf_chart_get (book, error);
  g_autoptr (GKeyFile) data = chart != NULL ? load_data (book, error) : NULL;
  g_autoptr (GPtrArray) details = g_ptr_array_new ();

  for (guint k = 0; data != NULL && k < G_N_ELEMENTS (keys); k++)
    {
      g_autofree char    *code = read_word (data, keys[k], error);
      const SheafAccount *group = code != NULL ? sheaf_chart_by_code (chart, code) : NULL;

      if (code == NULL)
        return NULL;
      for (guint i = 0; group != NULL && !group->postable && i < sheaf_chart_count (chart); i++)
        {
          const SheafAccount *account = sheaf_chart_at (chart, i);

          if (account->postable && sheaf_chart_is_under (chart, account, group))
            g_ptr_array_add (details, (gpointer) account);
        }
    }
  return data != NULL ? g_steal_pointer (&details) : NULL;
}

gboolean
sheaf_difference_posted (SheafBook *book,
                         gint64     count_id,
                         gint64     confirmation_id,
                         guint     *ret_vouchers,
                         GError   **error)
{
  gint64 count;

  if (!sheaf_store_get_int (sheaf_book_store (book), DIFFERENCE_POSTED,
                            SHEAF_ARGS (SHEAF_ID (count_id), SHEAF_ID (confirmation_id)), &count,
                            error))
    return FALSE;
  *ret_vouchers = (guint) count;
  return TRUE;
}

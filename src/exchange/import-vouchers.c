/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vouchers: rows are gathered into vouchers as they come, each is judged, and posted while the file
 * has no error, so that memory does not grow with the file. */
#include "base/i18n.h"
#include "exchange/import-foreign.h"
#include "exchange/kinds-private.h"
#include "ledger/chart.h"
#include "ledger/currency.h"
#include "ledger/voucher.h"
#include "payouts/reversal.h"

#include <string.h>

enum
{
  NUMBER,
  DATE,
  KIND,
  DESCRIPTION,
  DEBIT,
  CREDIT,
  AMOUNT,
  DEBIT_PARTY,
  CREDIT_PARTY,
  DEBIT_ITEM,
  CREDIT_ITEM,
  SCOPE,
  DUE,
  MEMO,
  DOCUMENT,
  DOCUMENT_DATE,
  PRODUCT,
  QUANTITY,
  SEASON,
  PLAN,
  CURRENCY,
  DEBIT_FOREIGN,
  CREDIT_FOREIGN,
  RATE,
  REVERSES,
  DEBIT_CURRENCY,
  CREDIT_CURRENCY,
  SCOPE_REASON,
};

static const SheafImportColumn columns[] = {
  [NUMBER] = { "number", SHEAF_IMPORT_REQUIRED },
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [KIND] = { "kind", SHEAF_IMPORT_REQUIRED },
  [DESCRIPTION] = { "description", SHEAF_IMPORT_REQUIRED },
  [DEBIT] = { "debit", SHEAF_IMPORT_IN_HEADER },
  [CREDIT] = { "credit", SHEAF_IMPORT_IN_HEADER },
  [AMOUNT] = { "amount", SHEAF_IMPORT_IN_HEADER },
  [DEBIT_PARTY] = { "debit_party", SHEAF_IMPORT_OPTIONAL },
  [CREDIT_PARTY] = { "credit_party", SHEAF_IMPORT_OPTIONAL },
  [DEBIT_ITEM] = { "debit_item", SHEAF_IMPORT_OPTIONAL },
  [CREDIT_ITEM] = { "credit_item", SHEAF_IMPORT_OPTIONAL },
  [SCOPE] = { "scope", SHEAF_IMPORT_OPTIONAL },
  [DUE] = { "due", SHEAF_IMPORT_OPTIONAL },
  [MEMO] = { "memo", SHEAF_IMPORT_OPTIONAL },
  [DOCUMENT] = { "document", SHEAF_IMPORT_OPTIONAL },
  [DOCUMENT_DATE] = { "document_date", SHEAF_IMPORT_OPTIONAL },
  [PRODUCT] = { "product", SHEAF_IMPORT_OPTIONAL },
  [QUANTITY] = { "quantity", SHEAF_IMPORT_OPTIONAL },
  [SEASON] = { "season", SHEAF_IMPORT_OPTIONAL },
  [PLAN] = { "plan", SHEAF_IMPORT_OPTIONAL },
  [CURRENCY] = { "currency", SHEAF_IMPORT_OPTIONAL },
  [DEBIT_FOREIGN] = { "debit_foreign", SHEAF_IMPORT_OPTIONAL },
  [CREDIT_FOREIGN] = { "credit_foreign", SHEAF_IMPORT_OPTIONAL },
  [RATE] = { "rate", SHEAF_IMPORT_OPTIONAL },
  [REVERSES] = { "reverses", SHEAF_IMPORT_OPTIONAL },
  [DEBIT_CURRENCY] = { "debit_currency", SHEAF_IMPORT_OPTIONAL },
  [CREDIT_CURRENCY] = { "credit_currency", SHEAF_IMPORT_OPTIONAL },
  [SCOPE_REASON] = { "scope_reason", SHEAF_IMPORT_OPTIONAL },
};

/* From so many vouchers on, refilling the totals once is quicker than following each row. */
#define BULK_FROM 2000

typedef struct
{
  SheafVoucher *voucher; /* under way; NULL between vouchers */
  char         *kind;    /* as written */
  char         *date;
  char         *reverses;
  gboolean      unreadable; /* a field of the voucher under way has a problem */
  gboolean      undatable;  /* its kind or day is unknown, so it cannot be judged */
  gboolean      bulk;
  guint         posted;
  GHashTable   *products; /* codes looked for */
  GHashTable   *refused;  /* "kind/number" of vouchers that were not posted, for repeats */
} State;

static gboolean
begin (SheafImport *import,
       GError     **error)
{
  State *state = import->state;

  (void) error;
  state->products = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  state->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return TRUE;
}

static void
drop_voucher (State *state)
{
  g_clear_pointer (&state->voucher, sheaf_voucher_free);
  g_clear_pointer (&state->kind, g_free);
  g_clear_pointer (&state->date, g_free);
  g_clear_pointer (&state->reverses, g_free);
}

static gboolean
post (SheafImport *import,
      GError     **error)
{
  State   *state = import->state;
  GError  *problem = NULL;
  guint    line = import->line;
  gboolean row_is_bad = import->row_is_bad;
  gboolean done;

  if (++state->posted == BULK_FROM)
    {
      if (!sheaf_ledger_bulk_begin (import->book, error))
        return FALSE;
      state->bulk = TRUE;
    }
  if (sheaf_voucher_post_checked (import->book, state->voucher, NULL, &problem))
    return TRUE;
  import->line = state->voucher->line;
  done = sheaf_import_take_error (import, AMOUNT, problem, error);
  import->line = line;
  import->row_is_bad = row_is_bad;
  return done;
}

/* Judges the voucher under way and posts it when nothing is wrong with it. A voucher after one with
 * an error is still posted, as the act is undone in the end, so that repeated numbers and totals
 * are judged as they would be. */
static gboolean
end_voucher (SheafImport *import,
             GError     **error)
{
  State   *state = import->state;
  guint    before = import->problems->errors;
  gboolean done = TRUE;

  if (state->voucher == NULL)
    return TRUE;
  if (import->options->bundle &&
      !sheaf_voucher_keep_scopes (import->book, state->voucher, _ ("as in the book it came from"),
                                  error))
    return FALSE;
  if (!state->undatable && state->voucher->rows->len > 0)
    done = sheaf_voucher_check (import->book, state->voucher, import->file, import->problems,
                                error);
  if (done && !state->unreadable && import->problems->errors == before)
    done = post (import, error);
  else if (done)
    g_hash_table_add (state->refused,
                      g_strdup_printf ("%s/%s", state->kind, state->voucher->number));
  drop_voucher (state);
  return done;
}

static SheafVoucherKind
read_kind (SheafImport *import)
{
  SheafVoucherKind kind = SHEAF_VOUCHER_JOURNAL;

  if (sheaf_voucher_kind_from_word (sheaf_import_text (import, KIND), &kind) &&
      kind != SHEAF_VOUCHER_OPENING)
    return kind;
  if (sheaf_import_has (import, KIND))
    sheaf_import_problem (import, KIND,
                          _ ("“%s” is no kind of voucher, take one of receipt, payment, bank-in, "
                             "bank-out, journal, stock-in, stock-out, advance, purchase-list, "
                             "allocation"),
                          sheaf_import_text (import, KIND));
  return SHEAF_VOUCHER_JOURNAL;
}

/* The voucher that "kind/number", or a number of the same kind, names: of its year or an earlier
 * one. */
static gint64
find_reversed (SheafImport        *import,
               const SheafVoucher *voucher)
{
  const char      *text = sheaf_import_text (import, REVERSES);
  const char      *slash = strchr (text, '/');
  SheafVoucherKind kind = voucher->kind;
  int              first_year = sheaf_date_year (sheaf_book_first_day (import->book));
  gint64           id = 0;

  if (slash != NULL)
    {
      g_autofree char *word = g_strndup (text, (gsize) (slash - text));

      if (sheaf_voucher_kind_from_word (word, &kind))
        text = slash + 1;
    }
  for (int year = sheaf_date_year (voucher->date); id == 0 && year >= first_year; year--)
    id = sheaf_voucher_find (import->book, kind, year, text);
  if (id == 0)
    sheaf_import_problem (import, REVERSES,
                          _ ("there is no voucher %s to reverse, write kind/number of a voucher "
                             "that is posted"),
                          sheaf_import_text (import, REVERSES));
  return id;
}

/* What more a voucher stands for is taken back with it, which a file cannot say. */
static gboolean
check_reversed (SheafImport *import,
                gint64       id,
                GError     **error)
{
  gboolean more = FALSE;

  if (id != 0 && sheaf_voucher_reversed_by (import->book, id) == 0 &&
      !sheaf_journal_stands_for_more (import->book, id, &more, error))
    return FALSE;
  if (more)
    sheaf_import_problem (import, REVERSES,
                          _ ("%s stands for capital, shares, payments or a redemption, which stay: "
                             "reverse it by “sheaf-cli reverse” and leave it out here"),
                          sheaf_import_text (import, REVERSES));
  return TRUE;
}

static gboolean
begin_voucher (SheafImport *import,
               GError     **error)
{
  State           *state = import->state;
  SheafVoucherKind kind = read_kind (import);
  SheafDate        date = sheaf_book_first_day (import->book);

  state->undatable = import->row_is_bad;
  state->undatable |= !sheaf_import_date (import, DATE, &date);
  state->unreadable = state->undatable;
  state->voucher = sheaf_voucher_new (kind, date, sheaf_import_text (import, DESCRIPTION));
  state->voucher->number = g_strdup (sheaf_import_text (import, NUMBER));
  state->voucher->line = import->line;
  state->kind = g_strdup (sheaf_import_text (import, KIND));
  state->date = g_strdup (sheaf_import_text (import, DATE));
  state->reverses = g_strdup (sheaf_import_text (import, REVERSES));
  if (sheaf_import_has (import, REVERSES) && !state->undatable)
    {
      state->voucher->reverses_id = find_reversed (import, state->voucher);
      state->voucher->reason = g_strdup (state->voucher->description);
      if (!check_reversed (import, state->voucher->reverses_id, error))
        return FALSE;
    }
  if (g_hash_table_size (state->refused) > 0)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", state->kind, state->voucher->number);

      if (g_hash_table_contains (state->refused, name))
        sheaf_import_problem (import, NUMBER,
                              _ ("voucher %s is further up already, put its rows one after the "
                                 "other or give another number"),
                              state->voucher->number);
    }
  return TRUE;
}

static void
check_same_voucher (SheafImport *import)
{
  State *state = import->state;

  if (strcmp (state->date, sheaf_import_text (import, DATE)) != 0)
    sheaf_import_problem (import, DATE,
                          _ ("voucher %s has the date %s in its first row, a voucher has one date "
                             "only"),
                          state->voucher->number, state->date);
  if (strcmp (state->reverses, sheaf_import_text (import, REVERSES)) != 0)
    sheaf_import_problem (import, REVERSES,
                          _ ("voucher %s reverses “%s” in its first row, give the same in every "
                             "row"),
                          state->voucher->number, state->reverses);
}

/* Off-balance accounts are single-sided: their other side stays empty. */
static gboolean
read_accounts (SheafImport *import,
               gint64      *ret_debit,
               gint64      *ret_credit)
{
  gboolean has_debit = sheaf_import_has (import, DEBIT);
  gboolean has_credit = sheaf_import_has (import, CREDIT);
  gboolean debit = sheaf_import_account (import, DEBIT, ret_debit);
  gboolean credit = sheaf_import_account (import, CREDIT, ret_credit);
  gint64   single = debit ? *ret_debit : *ret_credit;

  if (has_debit && has_credit)
    return debit && credit;
  if (debit || credit)
    {
      const SheafChart *chart = sheaf_chart_get (import->book, NULL);

      if (sheaf_chart_by_id (chart, single)->type == SHEAF_ACCOUNT_OFF_BALANCE)
        return TRUE;
    }
  if (!has_debit && (credit || !has_credit))
    sheaf_import_problem (import, DEBIT, _ ("nothing is given here, fill in the debit account"));
  if (!has_credit && (debit || !has_debit))
    sheaf_import_problem (import, CREDIT, _ ("nothing is given here, fill in the credit account"));
  return FALSE;
}

/* An amount that cannot be read counts as 1 so that the rest of the row is judged. */
static SheafMoney
read_amount (SheafImport *import)
{
  const char *text = sheaf_import_text (import, AMOUNT);
  SheafMoney  amount = SHEAF_MONEY (1);

  if (*text == '\0')
    amount = SHEAF_MONEY_ZERO; /* see value_row */
  else if (*text != '-')
    (void) sheaf_import_amount (import, AMOUNT, &amount); /* its problem is added */
  else if (!sheaf_import_has (import, REVERSES))
    sheaf_import_problem (import, AMOUNT,
                          _ ("“%s” is negative, write it without sign; only a row that names in "
                             "“reverses” what it reverses is negative"),
                          text);
  else if (sheaf_money_parse (text + 1, &amount, NULL))
    amount = sheaf_money_neg (amount);
  else
    sheaf_import_problem (import, AMOUNT, _ ("“%s” is not a whole number, write digits only"),
                          text);
  return amount;
}

/* Each product is looked for once. */
static void
check_product (SheafImport *import)
{
  State      *state = import->state;
  const char *code = sheaf_import_text (import, PRODUCT);

  if (*code != '\0' && g_hash_table_add (state->products, g_strdup (code)))
    sheaf_import_product_hint (import, PRODUCT);
}

static void
read_details (SheafImport     *import,
              SheafVoucherRow *row)
{
  if (!sheaf_scope_from_word (sheaf_import_text (import, SCOPE), &row->scope))
    sheaf_import_problem (import, SCOPE, _ ("“%s” is no scope, write internal or external"),
                          sheaf_import_text (import, SCOPE));
  /* A field that cannot be read has its problem added, one that is empty stays unset. */
  (void) sheaf_import_date (import, DUE, &row->due);
  (void) sheaf_import_date (import, DOCUMENT_DATE, &row->document_date);
  (void) sheaf_import_quantity (import, QUANTITY, &row->quantity);
  (void) sheaf_import_item (import, DEBIT_ITEM, &row->debit_item_id);
  (void) sheaf_import_item (import, CREDIT_ITEM, &row->credit_item_id);
  row->scope_reason = g_strdup (sheaf_import_text (import, SCOPE_REASON));
  row->memo = g_strdup (sheaf_import_text (import, MEMO));
  row->document = g_strdup (sheaf_import_text (import, DOCUMENT));
  check_product (import);
  row->product = g_strdup (sheaf_import_text (import, PRODUCT));
  row->season = g_strdup (sheaf_import_text (import, SEASON));
  row->plan = g_strdup (sheaf_import_text (import, PLAN));
}

static const SheafImportForeign foreign_columns = {
  .currency = CURRENCY,
  .debit_foreign = DEBIT_FOREIGN,
  .credit_foreign = CREDIT_FOREIGN,
  .rate = RATE,
  .debit_currency = DEBIT_CURRENCY,
  .credit_currency = CREDIT_CURRENCY,
  .reverses = REVERSES,
};

/* A row in foreign money may leave its amount to the program, which values it by rates and adds the
 * difference of exchange. */
static gboolean
value_row (SheafImport *import,
           gboolean     complete,
           GError     **error)
{
  State           *state = import->state;
  SheafVoucherRow *row = state->voucher->rows->pdata[state->voucher->rows->len - 1];
  GError          *problem = NULL;

  if (sheaf_import_has (import, AMOUNT) || row->amount.units != 0)
    return TRUE;
  row->amount = SHEAF_MONEY (1); /* should it have no value, the rest of the row is judged */
  if (row->debit_currency == NULL && row->credit_currency == NULL)
    sheaf_import_problem (import, AMOUNT, _ ("nothing is given here, fill it in"));
  if (!complete || import->row_is_bad || state->undatable)
    return TRUE;
  if (sheaf_import_has (import, REVERSES))
    sheaf_import_problem (import, AMOUNT, _ ("nothing is given here, fill it in"));
  else if (!sheaf_currency_settle (import->book, state->voucher, &problem))
    return sheaf_import_take_error (import, AMOUNT, problem, error);
  return TRUE;
}

static gboolean
has_unknown (SheafImport *import,
             guint        column,
             gint64      *ret_id)
{
  return sheaf_import_has (import, column) && !sheaf_import_any_party (import, column, ret_id);
}

/* Adds the row to the voucher under way, unless its accounts or parties are unknown: it could only
 * be judged wrongly. */
static gboolean
read_row (SheafImport *import,
          GError     **error)
{
  State           *state = import->state;
  gint64           debit = 0, credit = 0, debit_party = 0, credit_party = 0;
  gboolean         accounts = read_accounts (import, &debit, &credit);
  SheafMoney       amount = read_amount (import);
  gboolean         unknown = has_unknown (import, DEBIT_PARTY, &debit_party);
  SheafVoucherRow *row;

  unknown |= has_unknown (import, CREDIT_PARTY, &credit_party);
  row = sheaf_voucher_add_row (state->voucher, debit, credit, amount);
  row->debit_party_id = debit_party;
  row->credit_party_id = credit_party;
  row->line = import->line;
  row->description = g_strdup (sheaf_import_text (import, DESCRIPTION));
  read_details (import, row);
  if (!sheaf_import_foreign (import, &foreign_columns, row, error) ||
      !value_row (import, accounts && !unknown, error))
    return FALSE;
  if (!accounts || unknown)
    g_ptr_array_remove_index (state->voucher->rows, state->voucher->rows->len - 1);
  return TRUE;
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  State *state = import->state;

  if (state->voucher != NULL &&
      strcmp (state->kind, sheaf_import_text (import, KIND)) == 0 &&
      strcmp (state->voucher->number, sheaf_import_text (import, NUMBER)) == 0)
    check_same_voucher (import);
  else
    {
      if (!end_voucher (import, error) || !begin_voucher (import, error))
        return FALSE;
    }
  if (!read_row (import, error))
    return FALSE;
  state->unreadable |= import->row_is_bad;
  return TRUE;
}

static gboolean
finish (SheafImport *import,
        GError     **error)
{
  State  *state = import->state;
  GError *problem = NULL;

  if (!end_voucher (import, error))
    return FALSE;
  if (!state->bulk || import->problems->errors > 0 ||
      sheaf_ledger_bulk_end (import->book, &problem))
    return TRUE;
  import->line = 1; /* the whole file is too much */
  return sheaf_import_take_error (import, AMOUNT, problem, error);
}

static void
clear (gpointer data)
{
  State *state = data;

  drop_voucher (state);
  g_clear_pointer (&state->products, g_hash_table_unref);
  g_clear_pointer (&state->refused, g_hash_table_unref);
}

const SheafImportKind sheaf_import_vouchers = {
  .name = "vouchers",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (State),
  .begin = begin,
  .row = read_record,
  .finish = finish,
  .clear = clear,
};

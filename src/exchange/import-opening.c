/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening balances: the whole file is one voucher, judged as a whole. */
#include "base/i18n.h"
#include "exchange/import-foreign.h"
#include "exchange/kinds-private.h"
#include "ledger/opening.h"
#include "ledger/party.h"

enum
{
  ACCOUNT,
  DEBIT,
  CREDIT,
  PARTY,
  ITEM,
  SCOPE,
  CURRENCY,
  FOREIGN_AMOUNT,
  DUE,
  PRODUCT,
  QUANTITY,
  DOCUMENT,
};

static const SheafImportColumn columns[] = {
  [ACCOUNT] = { "account", SHEAF_IMPORT_REQUIRED },
  [DEBIT] = { "debit", SHEAF_IMPORT_OPTIONAL },
  [CREDIT] = { "credit", SHEAF_IMPORT_OPTIONAL },
  [PARTY] = { "party", SHEAF_IMPORT_OPTIONAL },
  [ITEM] = { "item", SHEAF_IMPORT_OPTIONAL },
  [SCOPE] = { "scope", SHEAF_IMPORT_OPTIONAL },
  [CURRENCY] = { "currency", SHEAF_IMPORT_OPTIONAL },
  [FOREIGN_AMOUNT] = { "foreign_amount", SHEAF_IMPORT_OPTIONAL },
  [DUE] = { "due", SHEAF_IMPORT_OPTIONAL },
  [PRODUCT] = { "product", SHEAF_IMPORT_OPTIONAL },
  [QUANTITY] = { "quantity", SHEAF_IMPORT_OPTIONAL },
  [DOCUMENT] = { "document", SHEAF_IMPORT_OPTIONAL },
};

typedef struct
{
  GArray  *balances; /* of SheafOpeningBalance */
  gboolean unreadable;
} State;

static void
clear_balance (gpointer data)
{
  SheafOpeningBalance *balance = data;

  g_free (balance->product);
  g_free (balance->document);
  g_free (balance->currency);
}

static gboolean
begin (SheafImport *import,
       GError     **error)
{
  State *state = import->state;

  (void) error;
  state->balances = g_array_new (FALSE, TRUE, sizeof (SheafOpeningBalance));
  g_array_set_clear_func (state->balances, clear_balance);
  return TRUE;
}

static void
read_sides (SheafImport         *import,
            SheafOpeningBalance *balance)
{
  /* Unreadable fields have their problem added; empty ones stay 0. */
  (void) sheaf_import_amount (import, DEBIT, &balance->debit);
  (void) sheaf_import_amount (import, CREDIT, &balance->credit);
  if (import->row_is_bad)
    return;
  if (balance->debit.units > 0 && balance->credit.units > 0)
    sheaf_import_problem (import, CREDIT,
                          _ ("a balance is debit or credit, leave one of them empty"));
  else if (balance->debit.units == 0 && balance->credit.units == 0)
    sheaf_import_problem (import, DEBIT,
                          _ ("the balance is 0, give its amount or remove the row"));
}

static void
read_foreign (SheafImport         *import,
              SheafOpeningBalance *balance)
{
  const char *code = sheaf_import_currency (import, CURRENCY);
  gboolean    counts = sheaf_import_counts_units (import, balance->account_id);
  SheafMoney  units = SHEAF_MONEY_ZERO;
  gboolean    given = sheaf_import_amount (import, FOREIGN_AMOUNT, &units);

  if (counts && *code == '\0') /* on 007 the item is the currency and the balance its units */
    code = sheaf_import_text (import, ITEM);
  if (counts && !given)
    units = SHEAF_MONEY (MAX (balance->debit.units, balance->credit.units));
  if (*code == '\0' && given)
    sheaf_import_problem (import, CURRENCY,
                          _ ("a foreign amount stands without its currency: name the currency"));
  else if (*code != '\0' && !given && !counts)
    sheaf_import_problem (import, FOREIGN_AMOUNT,
                          _ ("the amount in %s is missing, give it in the smallest unit, as cents"),
                          code);
  balance->currency = g_strdup (code);
  balance->foreign = units.units;
}

static gboolean
read_item (SheafImport         *import,
           SheafOpeningBalance *balance,
           GError             **error)
{
  GError *problem = NULL;

  if (sheaf_import_item (import, ITEM, &balance->item_id) || sheaf_import_has (import, ITEM) ||
      !sheaf_import_counts_units (import, balance->account_id) || *balance->currency == '\0')
    return TRUE;
  return sheaf_item_ensure (import->book, balance->currency, &balance->item_id, &problem) ||
         sheaf_import_take_error (import, ITEM, problem, error);
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  State              *state = import->state;
  SheafOpeningBalance balance = { .due = SHEAF_DATE_NONE, .line = import->line };

  (void) sheaf_import_account (import, ACCOUNT, &balance.account_id); /* as in read_sides */
  read_sides (import, &balance);
  (void) sheaf_import_party (import, PARTY, &balance.party_id);
  read_foreign (import, &balance);
  if (!read_item (import, &balance, error))
    return FALSE;
  (void) sheaf_import_date (import, DUE, &balance.due);
  (void) sheaf_import_quantity (import, QUANTITY, &balance.quantity);
  if (!sheaf_scope_from_word (sheaf_import_text (import, SCOPE), &balance.scope))
    sheaf_import_problem (import, SCOPE, _ ("“%s” is no scope, write internal or external"),
                          sheaf_import_text (import, SCOPE));
  sheaf_import_product_hint (import, PRODUCT);
  balance.product = g_strdup (sheaf_import_text (import, PRODUCT));
  balance.document = g_strdup (sheaf_import_text (import, DOCUMENT));
  if (import->row_is_bad)
    {
      state->unreadable = TRUE;
      clear_balance (&balance);
    }
  else
    g_array_append_val (state->balances, balance);
  return TRUE;
}

/* With a row missing the sums would only seem to differ: they are judged once all rows are
 * readable. */
static gboolean
finish (SheafImport *import,
        GError     **error)
{
  State  *state = import->state;
  GError *problem = NULL;

  if (state->unreadable || state->balances->len == 0)
    return TRUE;
  if (!sheaf_opening_check (import->book, state->balances, import->file, import->problems, error))
    return FALSE;
  if (import->problems->errors > 0 ||
      sheaf_opening_post (import->book, state->balances, &problem))
    return TRUE;
  import->line = 1; /* the whole file is refused */
  return sheaf_import_take_error (import, -1, problem, error);
}

static void
clear (gpointer data)
{
  State *state = data;

  g_clear_pointer (&state->balances, g_array_unref);
}

const SheafImportKind sheaf_import_opening = {
  .name = "opening",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (State),
  .begin = begin,
  .row = read_record,
  .finish = finish,
  .clear = clear,
};

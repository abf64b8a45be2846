/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items: contracts, invoices, advances, bank accounts, taxes, fund sources, with whose they are and
 * when they fall due. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/item.h"

enum
{
  CODE,
  NAME,
  KIND,
  PARTY,
  DUE,
  DOCUMENT,
  CLOSED,
  RATE,
  SINCE,
  FROZEN,
  PLACE,
};

static const SheafImportColumn columns[] = {
  [CODE] = { "code", SHEAF_IMPORT_REQUIRED },
  [NAME] = { "name", SHEAF_IMPORT_REQUIRED },
  [KIND] = { "kind", SHEAF_IMPORT_REQUIRED },
  [PARTY] = { "party", SHEAF_IMPORT_OPTIONAL },
  [DUE] = { "due", SHEAF_IMPORT_OPTIONAL },
  [DOCUMENT] = { "document", SHEAF_IMPORT_OPTIONAL },
  [CLOSED] = { "closed", SHEAF_IMPORT_OPTIONAL },
  [RATE] = { "rate", SHEAF_IMPORT_OPTIONAL },
  [SINCE] = { "since", SHEAF_IMPORT_OPTIONAL },
  [FROZEN] = { "frozen", SHEAF_IMPORT_OPTIONAL },
  [PLACE] = { "place", SHEAF_IMPORT_OPTIONAL },
};

static void
read_kind (SheafImport *import,
           SheafItem   *item)
{
  const char *word = sheaf_import_text (import, KIND);

  if (*word == '\0')
    return;
  sheaf_import_replace (import, KIND, &item->kind);
  if (!g_strv_contains (sheaf_item_kinds (), word))
    sheaf_import_problem (import, KIND,
                          _ ("“%s” is no kind of item, take one of contract, invoice, advance, "
                             "bank-account, tax, fund-source, asset, cost-kind, project, other"),
                          word);
}

static void
read_day (SheafImport *import,
          guint        column,
          SheafDate   *day)
{
  if (!sheaf_import_in_header (import, column))
    return;
  *day = SHEAF_DATE_NONE;
  (void) sheaf_import_date (import, column, day); /* its problem is added; empty is none */
}

static void
read_rate (SheafImport *import,
           SheafItem   *item)
{
  SheafRate rate;

  if (!sheaf_import_in_header (import, RATE))
    return;
  item->rate = -1;
  if (*sheaf_import_text (import, RATE) != '\0' && sheaf_import_rate (import, RATE, &rate))
    item->rate = rate.millionths;
}

/* Facts of the columns that the file has; others stay. */
static void
read_facts (SheafImport *import,
            SheafItem   *item)
{
  sheaf_import_replace (import, NAME, &item->name);
  read_kind (import, item);
  if (sheaf_import_in_header (import, PARTY))
    {
      item->party_id = 0;
      (void) sheaf_import_party (import, PARTY, &item->party_id); /* likewise */
    }
  read_day (import, DUE, &item->due);
  sheaf_import_replace (import, DOCUMENT, &item->document);
  read_day (import, CLOSED, &item->closed);
  read_rate (import, item);
  read_day (import, SINCE, &item->since);
  read_day (import, FROZEN, &item->frozen);
  sheaf_import_replace (import, PLACE, &item->place);
}

/* An item that rows named before anything was said of it takes its first facts; one of which
 * something is known is corrected only where that is asked for. */
static gboolean
take_known (SheafImport *import,
            gint64       id,
            GError     **error)
{
  g_autoptr (SheafItem) before = sheaf_item_load (import->book, id, error);
  g_autoptr (SheafItem) item = before == NULL ? NULL : sheaf_item_load (import->book, id, error);
  GError *problem = NULL;

  if (item == NULL)
    return FALSE;
  read_facts (import, item);
  if (import->row_is_bad)
    return TRUE;
  if (!before->plain && !import->options->update && !sheaf_item_same_facts (before, item))
    {
      sheaf_import_problem (import, CODE,
                            _ ("there is an item %s already (%s): choose another code, or import "
                               "with --update to correct that item"),
                            before->code, before->name);
      return TRUE;
    }
  return sheaf_item_change (import->book, item, &problem) ||
         sheaf_import_take_error (import, CODE, problem, error);
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  g_autoptr (SheafItem) item = sheaf_item_new ();
  const char *code;
  gint64      id;
  GError     *problem = NULL;

  if (!sheaf_import_code (import, CODE, &code))
    return TRUE;
  id = sheaf_item_find (import->book, code);
  if (id != 0)
    return take_known (import, id, error);
  item->code = g_strdup (code);
  read_facts (import, item);
  return import->row_is_bad || sheaf_item_insert (import->book, item, NULL, &problem) ||
         sheaf_import_take_error (import, CODE, problem, error);
}

const SheafImportKind sheaf_import_items = {
  .name = "items",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_record,
};

/* What was said of an item before, in the same columns. */
static gboolean
read_former (SheafImport *import,
             GError     **error)
{
  g_autoptr (SheafItem) former = sheaf_item_new ();
  const char *code;
  GError     *problem = NULL;

  if (!sheaf_import_code (import, CODE, &code))
    return TRUE;
  former->id = sheaf_item_find (import->book, code);
  former->code = g_strdup (code);
  if (former->id == 0)
    sheaf_import_problem (import, CODE,
                          _ ("there is no item %s, correct the code or import the item first"),
                          code);
  read_facts (import, former);
  return import->row_is_bad || sheaf_item_add_former (import->book, former, &problem) ||
         sheaf_import_take_error (import, NAME, problem, error);
}

const SheafImportKind sheaf_import_former_items = {
  .name = "former-items",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_former,
};

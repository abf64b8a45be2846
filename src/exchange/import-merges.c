/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merges of parties entered twice. In a bundle they come after the vouchers, whose rows still name
 * who they were written with. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/merge.h"

enum
{
  PARTY,
  INTO,
  REASON,
};

static const SheafImportColumn columns[] = {
  [PARTY] = { "party", SHEAF_IMPORT_REQUIRED },
  [INTO] = { "into", SHEAF_IMPORT_REQUIRED },
  [REASON] = { "reason", SHEAF_IMPORT_REQUIRED },
};

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  gint64   party_id, into_id;
  gboolean known = sheaf_import_any_party (import, PARTY, &party_id);
  GError  *problem = NULL;

  if (!sheaf_import_any_party (import, INTO, &into_id) || !known || import->row_is_bad)
    return TRUE;
  return sheaf_party_merge (import->book, party_id, into_id, sheaf_import_text (import, REASON),
                            &problem) ||
         sheaf_import_take_error (import, PARTY, problem, error);
}

const SheafImportKind sheaf_import_merges = {
  .name = "merges",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_record,
};

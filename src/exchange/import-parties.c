/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parties: customers, suppliers, workers, lenders. Members come as members. */
#include "base/i18n.h"
#include "exchange/kinds-private.h"
#include "ledger/bank.h"
#include "ledger/party.h"

enum
{
  CODE,
  NAME,
  KIND,
  TAX_CODE,
  ID_NUMBER,
  ADDRESS,
  PHONE,
  BANK_BIN,
  BANK_ACCOUNT,
};

static const SheafImportColumn columns[] = {
  [CODE] = { "code", SHEAF_IMPORT_REQUIRED },
  [NAME] = { "name", SHEAF_IMPORT_REQUIRED },
  [KIND] = { "kind", SHEAF_IMPORT_REQUIRED },
  [TAX_CODE] = { "tax_code", SHEAF_IMPORT_OPTIONAL },
  [ID_NUMBER] = { "id_number", SHEAF_IMPORT_OPTIONAL },
  [ADDRESS] = { "address", SHEAF_IMPORT_OPTIONAL },
  [PHONE] = { "phone", SHEAF_IMPORT_OPTIONAL },
  [BANK_BIN] = { "bank_bin", SHEAF_IMPORT_OPTIONAL },
  [BANK_ACCOUNT] = { "bank_account", SHEAF_IMPORT_OPTIONAL },
};

/* A number that no bank has may be a slip of the pen; the party is taken all the same. */
static void
doubt_bank (SheafImport *import)
{
  g_autofree char *doubt = sheaf_bank_doubt (import->book, sheaf_import_text (import, BANK_BIN));

  if (doubt != NULL)
    sheaf_import_warning (import, BANK_BIN, "%s", doubt);
}

static void
read_kind (SheafImport *import,
           SheafParty  *party)
{
  const char *word = sheaf_import_text (import, KIND);

  if (*word == '\0')
    return;
  if (!sheaf_party_kind_from_word (word, &party->kind))
    sheaf_import_problem (import, KIND,
                          _ ("“%s” is no kind of party, take one of customer, supplier, worker, "
                             "lender, state, group, other"),
                          word);
  else if (party->kind == SHEAF_PARTY_MEMBER && import->kind == &sheaf_import_parties)
    sheaf_import_problem (import, KIND,
                          _ ("a member is not a party of its own, import it as members"));
}

/* Facts of the columns that the file has, in place of those that stand in the book. */
static gboolean
update_party (SheafImport *import,
              gint64       id,
              GError     **error)
{
  g_autoptr (SheafParty) party = NULL;
  GError *problem = NULL;

  if (!sheaf_import_party (import, CODE, &id))
    return TRUE;
  party = sheaf_party_load (import->book, id, error);
  if (party == NULL)
    return FALSE;
  read_kind (import, party);
  sheaf_import_replace (import, NAME, &party->name);
  sheaf_import_replace (import, TAX_CODE, &party->tax_code);
  sheaf_import_replace (import, ID_NUMBER, &party->id_number);
  sheaf_import_replace (import, ADDRESS, &party->address);
  sheaf_import_replace (import, PHONE, &party->phone);
  sheaf_import_replace (import, BANK_BIN, &party->bank_bin);
  sheaf_import_replace (import, BANK_ACCOUNT, &party->bank_account);
  return import->row_is_bad || sheaf_party_change (import->book, party, &problem) ||
         sheaf_import_take_error (import, CODE, problem, error);
}

/* Without leave to update, a code that is there is told with what it says there. */
static gboolean
refuse_known (SheafImport *import,
              gint64       id,
              GError     **error)
{
  g_autoptr (SheafParty) party = sheaf_party_load (import->book, id, error);

  if (party != NULL)
    sheaf_import_problem (import, CODE,
                          _ ("the code %s is taken already by %s: choose another one, or import "
                             "with --update to correct that party"),
                          party->code, party->name);
  return party != NULL;
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafParty  party = { 0 };
  const char *code;
  gint64      id;
  GError     *problem = NULL;

  (void) sheaf_import_code (import, CODE, &code); /* its problem is added */
  doubt_bank (import);
  id = import->row_is_bad ? 0 : sheaf_party_find (import->book, code);
  if (id != 0)
    return import->options->update ? update_party (import, id, error)
                                   : refuse_known (import, id, error);
  read_kind (import, &party);
  if (import->row_is_bad)
    return TRUE;
  party.code = (char *) code;
  party.name = (char *) sheaf_import_text (import, NAME);
  party.tax_code = (char *) sheaf_import_text (import, TAX_CODE);
  party.id_number = (char *) sheaf_import_text (import, ID_NUMBER);
  party.address = (char *) sheaf_import_text (import, ADDRESS);
  party.phone = (char *) sheaf_import_text (import, PHONE);
  party.bank_bin = (char *) sheaf_import_text (import, BANK_BIN);
  party.bank_account = (char *) sheaf_import_text (import, BANK_ACCOUNT);
  return sheaf_party_insert (import->book, &party, NULL, &problem) ||
         sheaf_import_take_error (import, CODE, problem, error);
}

const SheafImportKind sheaf_import_parties = {
  .name = "parties",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_record,
};

/* What was said of a party or member before, in the same columns. */
static gboolean
read_former (SheafImport *import,
             GError     **error)
{
  SheafParty former = { .name = (char *) sheaf_import_text (import, NAME),
                        .tax_code = (char *) sheaf_import_text (import, TAX_CODE),
                        .id_number = (char *) sheaf_import_text (import, ID_NUMBER),
                        .address = (char *) sheaf_import_text (import, ADDRESS),
                        .phone = (char *) sheaf_import_text (import, PHONE),
                        .bank_bin = (char *) sheaf_import_text (import, BANK_BIN),
                        .bank_account = (char *) sheaf_import_text (import, BANK_ACCOUNT) };
  GError    *problem = NULL;

  (void) sheaf_import_any_party (import, CODE, &former.id); /* its problem is added */
  read_kind (import, &former);
  return import->row_is_bad || sheaf_party_add_former (import->book, &former, &problem) ||
         sheaf_import_take_error (import, NAME, problem, error);
}

const SheafImportKind sheaf_import_former_parties = {
  .name = "former-parties",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .row = read_former,
};

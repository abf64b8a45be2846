/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates of contribution: issued, reissued, exchanged, withdrawn. */
#include "base/i18n.h"
#include "capital/certificate.h"
#include "exchange/kinds-private.h"

/* The texts follow on the others in the order of SheafCertificateText. */
enum
{
  DATE,
  MEMBER,
  EVENT,
  NUMBER,
  REASON,
  AMOUNT,
  CHARTER,
  UNTIL,
  TEXTS,
  N_COLUMNS = TEXTS + SHEAF_CERTIFICATE_N_TEXTS,
};

static const SheafImportColumn columns[N_COLUMNS] = {
  [DATE] = { "date", SHEAF_IMPORT_REQUIRED },
  [MEMBER] = { "member", SHEAF_IMPORT_REQUIRED },
  [EVENT] = { "event", SHEAF_IMPORT_REQUIRED },
  [NUMBER] = { "number", SHEAF_IMPORT_OPTIONAL },
  [REASON] = { "reason", SHEAF_IMPORT_OPTIONAL },
  [AMOUNT] = { "amount", SHEAF_IMPORT_OPTIONAL },
  [CHARTER] = { "charter", SHEAF_IMPORT_OPTIONAL },
  [UNTIL] = { "until", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_NAME] = { "name", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_ADDRESS] = { "address", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_NATIONALITY] = { "nationality", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_ID_NUMBER] = { "id_number", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_REPRESENTS] = { "represents", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_REPRESENTATIVE] = { "representative", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_ASSET] = { "asset", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_COOP] = { "coop", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_COOP_CODE] = { "coop_code", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_COOP_ADDRESS] = { "coop_address", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_PLACE] = { "place", SHEAF_IMPORT_OPTIONAL },
  [TEXTS +
      SHEAF_CERTIFICATE_SIGNER] = { "signer", SHEAF_IMPORT_OPTIONAL },
};

static char *
read_text (const SheafImport *import,
           guint              column)
{
  return sheaf_import_has (import, column) ? g_strdup (sheaf_import_text (import, column)) : NULL;
}

/* With the co-op's name the whole content of the paper is given: what is empty was empty. */
static void
read_content (SheafImport      *import,
              SheafCertificate *event)
{
  gboolean whole = sheaf_import_has (import, TEXTS + SHEAF_CERTIFICATE_COOP);

  (void) sheaf_import_amount (import, AMOUNT, &event->amount); /* its problem is added; likewise */
  (void) sheaf_import_amount (import, CHARTER, &event->charter);
  (void) sheaf_import_date (import, UNTIL, &event->until);
  for (guint i = 0; i < SHEAF_CERTIFICATE_N_TEXTS; i++)
    {
      event->texts[i] = read_text (import, TEXTS + i);
      if (whole && event->texts[i] == NULL)
        event->texts[i] = g_strdup ("");
    }
}

static gboolean
read_record (SheafImport *import,
             GError     **error)
{
  SheafCertificate *event = sheaf_certificate_new ();
  const char       *word = sheaf_import_text (import, EVENT);

  (void) error;
  event->line = import->line;
  (void) sheaf_import_date (import, DATE, &event->date); /* its problem is added; likewise */
  (void) sheaf_import_party (import, MEMBER, &event->party_id);
  if (*word != '\0' && !sheaf_certificate_kind_from_word (word, &event->event))
    sheaf_import_problem (import, EVENT,
                          _ ("“%s” is no event, take one of issue, reissue, exchange, withdraw"),
                          word);
  event->number = read_text (import, NUMBER);
  event->reason = read_text (import, REASON);
  read_content (import, event);
  sheaf_import_list_take (import, event, (GDestroyNotify) sheaf_certificate_free);
  return TRUE;
}

static gboolean
finish (SheafImport *import,
        GError     **error)
{
  SheafImportList *list = import->state;
  guint            before = import->problems->errors;

  if (list->items == NULL || list->incomplete)
    return TRUE;
  if (!sheaf_certificate_check (import->book, list->items, import->file, import->problems, error))
    return FALSE;
  return list->incomplete || import->problems->errors > before ||
         sheaf_certificate_enter (import->book, list->items, NULL, error);
}

const SheafImportKind sheaf_import_certificates = {
  .name = "certificates",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .state_size = sizeof (SheafImportList),
  .names_vouchers = TRUE, /* judged by the capital events, which do */
  .row = read_record,
  .finish = finish,
  .clear = sheaf_import_list_clear,
};

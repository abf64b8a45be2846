/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Certificates of contribution: their words, and reading them. */
#include "capital/certificate.h"

#include "base/i18n.h"
#include "capital/certificate-sql.h"
#include "capital/error.h"
#include "store/query.h"

#include <string.h>

static const char *const words[] = { "", "issue", "reissue", "exchange", "withdraw" };

static const char *const titles[] = {
  "",
  N_ ("issued the first time"),
  N_ ("issued anew"),
  N_ ("exchanged"),
  N_ ("withdrawn"),
};

static const char *const text_names[SHEAF_CERTIFICATE_N_TEXTS] = {
  "name",
  "address",
  "nationality",
  "id_number",
  "represents",
  "representative",
  "asset",
  "coop",
  "coop_code",
  "coop_address",
  "place",
  "signer",
};

const char *
sheaf_certificate_text_name (SheafCertificateText text)
{
  g_return_val_if_fail (text < SHEAF_CERTIFICATE_N_TEXTS, "");
  return text_names[text];
}

const char *
sheaf_certificate_kind_to_word (SheafCertificateKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (words), "");
  return words[kind];
}

gboolean
sheaf_certificate_kind_from_word (const char           *word,
                                  SheafCertificateKind *ret_kind)
{
  for (guint i = 1; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i], word) == 0)
      {
        *ret_kind = (SheafCertificateKind) i;
        return TRUE;
      }
  return FALSE;
}

const char *
sheaf_certificate_kind_title (SheafCertificateKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (titles), "");
  return *titles[kind] == '\0' ? "" : _ (titles[kind]);
}

SheafCertificate *
sheaf_certificate_new (void)
{
  SheafCertificate *certificate = g_new0 (SheafCertificate, 1);

  certificate->date = SHEAF_DATE_NONE;
  certificate->until = SHEAF_DATE_NONE;
  certificate->ended = SHEAF_DATE_NONE;
  return certificate;
}

SheafCertificate *
sheaf_certificate_copy (const SheafCertificate *certificate)
{
  SheafCertificate *copy;

  g_return_val_if_fail (certificate != NULL, NULL);
  copy = g_memdup2 (certificate, sizeof *certificate);
  copy->number = g_strdup (certificate->number);
  copy->reason = g_strdup (certificate->reason);
  copy->code = g_strdup (certificate->code);
  for (guint i = 0; i < SHEAF_CERTIFICATE_N_TEXTS; i++)
    copy->texts[i] = g_strdup (certificate->texts[i]);
  return copy;
}

void
sheaf_certificate_free (SheafCertificate *certificate)
{
  if (certificate == NULL)
    return;
  g_free (certificate->number);
  g_free (certificate->reason);
  g_free (certificate->code);
  for (guint i = 0; i < SHEAF_CERTIFICATE_N_TEXTS; i++)
    g_free (certificate->texts[i]);
  g_free (certificate);
}

gint64
sheaf_certificate_percent (const SheafCertificate *certificate)
{
  g_return_val_if_fail (certificate != NULL, 0);
  return certificate->charter.units <= 0
             ? 0
             : sheaf_money_mul_div (certificate->amount, 10000, certificate->charter.units,
                                    SHEAF_ROUND_HALF_UP)
                   .units;
}

static char *
read_text (const SheafQuery *query,
           guint             column)
{
  return sheaf_query_is_null (query, column) ? NULL : g_strdup (sheaf_query_text (query, column));
}

static SheafCertificate *
read_event (const SheafQuery *query)
{
  SheafCertificate *event = sheaf_certificate_new ();

  event->id = sheaf_query_int (query, 0);
  event->party_id = sheaf_query_int (query, 1);
  event->date = sheaf_query_date (query, 2);
  event->event = (SheafCertificateKind) sheaf_query_int (query, 3);
  event->number = read_text (query, 4);
  event->replaces_id = sheaf_query_int (query, 5);
  event->amount = sheaf_query_money (query, 6);
  event->charter = sheaf_query_money (query, 7);
  event->until = sheaf_query_date (query, 8);
  event->reason = read_text (query, 9);
  event->ended = sheaf_query_date (query, 10);
  event->ended_by = (SheafCertificateKind) sheaf_query_int (query, 11);
  event->code = read_text (query, 12);
  for (guint i = 0; i < SHEAF_CERTIFICATE_N_TEXTS; i++)
    event->texts[i] = read_text (query, 13 + i);
  return event;
}

/* Takes the query over; NULL gives NULL. */
static GPtrArray *
read_events (SheafQuery *rows,
             GError    **error)
{
  g_autoptr (SheafQuery) query = rows;
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_certificate_free);

  if (query == NULL)
    return NULL;
  while (sheaf_query_next (query, NULL))
    g_ptr_array_add (events, read_event (query));
  return sheaf_query_finish (query, error) ? g_steal_pointer (&events) : NULL;
}

GPtrArray *
sheaf_certificate_list (SheafBook *book,
                        gint64     party_id,
                        GError   **error)
{
  g_return_val_if_fail (book != NULL, NULL);
  return read_events (
      party_id == 0
          ? sheaf_query_new (sheaf_book_store (book), CERTIFICATE_ALL, SHEAF_NO_ARGS, error)
          : sheaf_query_new (sheaf_book_store (book), CERTIFICATE_OF_PARTY,
                             SHEAF_ARGS (SHEAF_INT (party_id)), error),
      error);
}

GPtrArray *
sheaf_certificates_on (SheafBook *book,
                       SheafDate  on,
                       GError   **error)
{
  g_return_val_if_fail (book != NULL && !sheaf_date_is_none (on), NULL);
  return read_events (sheaf_query_new (sheaf_book_store (book), CERTIFICATE_ON,
                                       SHEAF_ARGS (SHEAF_DAY (on)), error),
                      error);
}

SheafCertificate *
sheaf_certificate_load (SheafBook  *book,
                        const char *number,
                        GError    **error)
{
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (book != NULL && number != NULL, NULL);
  found = read_events (sheaf_query_new (sheaf_book_store (book), CERTIFICATE_BY_NUMBER,
                                        SHEAF_ARGS (SHEAF_TEXT (number)), error),
                       error);
  if (found != NULL && found->len > 0)
    return g_ptr_array_steal_index (found, 0);
  if (found != NULL)
    g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_NOT_FOUND,
                 _ ("there is no certificate %s: take a number from the list of certificates"),
                 number);
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds certificates in force against the register of a day. */
#include "capital/certificate-due.h"

#include "base/i18n.h"
#include "capital/certificate-private.h"
#include "capital/error.h"

void
sheaf_certificate_due_free (SheafCertificateDue *due)
{
  if (due == NULL)
    return;
  g_free (due->code);
  g_free (due->name);
  sheaf_certificate_free (due->standing);
  g_free (due);
}

static const char *const change_words[] = {
  [SHEAF_CERTIFICATE_NAME] = N_ ("name"),
  [SHEAF_CERTIFICATE_ADDRESS] = N_ ("address"),
  [SHEAF_CERTIFICATE_NATIONALITY] = N_ ("nationality"),
  [SHEAF_CERTIFICATE_ID_NUMBER] = N_ ("identity number"),
  [SHEAF_CERTIFICATE_REPRESENTS] = N_ ("person or organisation"),
  [SHEAF_CERTIFICATE_REPRESENTATIVE] = N_ ("representative"),
  [SHEAF_CERTIFICATE_ASSET] = N_ ("right of use"),
  [SHEAF_CERTIFICATE_COOP] = N_ ("the co-op’s name"),
  [SHEAF_CERTIFICATE_COOP_CODE] = N_ ("the co-op’s code"),
  [SHEAF_CERTIFICATE_COOP_ADDRESS] = N_ ("the co-op’s address"),
  [SHEAF_CERTIFICATE_N_TEXTS] = N_ ("contribution"),
  [SHEAF_CERTIFICATE_N_TEXTS + 1] = N_ ("term of the right of use"),
};

char *
sheaf_certificate_changes_text (guint changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (change_words); i++)
    if ((changes & (1u << i)) != 0 && change_words[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _ (change_words[i]));
  return g_strdup (text->str);
}

char *
sheaf_certificate_changes_to_words (guint changes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SHEAF_CERTIFICATE_N_TEXTS; i++)
    if ((changes & (1u << i)) != 0)
      g_string_append_printf (text, "%s ", sheaf_certificate_text_name (i));
  if ((changes & SHEAF_CERTIFICATE_CHANGED_AMOUNT) != 0)
    g_string_append (text, "amount ");
  if ((changes & SHEAF_CERTIFICATE_CHANGED_UNTIL) != 0)
    g_string_append (text, "until ");
  return g_strdup (g_strchomp (text->str));
}

/* What is to be done; FALSE: nothing. */
static gboolean
judge (SheafCertificateFacts          *facts,
       const SheafCertificate         *certificate,
       const SheafCertificateStanding *standing,
       SheafDate                       on,
       SheafCertificateDue            *due)
{
  gboolean entitled = standing->contributes && standing->capital.paid.units > 0;

  due->since = standing->changed;
  if (certificate == NULL)
    {
      due->event = SHEAF_CERTIFICATE_ISSUE;
      return entitled && standing->fully_paid;
    }
  if (!entitled)
    {
      due->event = SHEAF_CERTIFICATE_WITHDRAW;
      if (!standing->contributes && !sheaf_date_is_none (standing->ended))
        due->since = standing->ended;
      return TRUE;
    }
  due->event = SHEAF_CERTIFICATE_EXCHANGE;
  due->changes = sheaf_certificate_facts_compare (facts, certificate, on);
  if ((due->changes & SHEAF_CERTIFICATE_CHANGED_AMOUNT) == 0)
    due->since = SHEAF_DATE_NONE; /* a corrected fact has no day of its own */
  return sheaf_certificate_is_due_for_exchange (certificate, standing, due->changes);
}

static void
add_due (GPtrArray              *dues,
         SheafCertificateFacts  *facts,
         gint64                  party_id,
         const SheafCertificate *certificate,
         SheafDate               on)
{
  g_autoptr (SheafCertificateDue) due = g_new0 (SheafCertificateDue, 1);
  SheafCertificateStanding standing = sheaf_certificate_facts_on (facts, party_id, on);

  if (!judge (facts, certificate, &standing, on, due))
    return;
  due->party_id = party_id;
  due->code = g_strdup (sheaf_certificate_facts_code (facts, party_id));
  due->name = g_strdup (sheaf_certificate_facts_name (facts, party_id));
  due->standing = certificate == NULL ? NULL : sheaf_certificate_copy (certificate);
  due->paid = standing.capital.paid;
  g_ptr_array_add (dues, g_steal_pointer (&due));
}

GPtrArray *
sheaf_certificates_due (SheafBook *book,
                        SheafDate  on,
                        GError   **error)
{
  g_autoptr (GPtrArray)
      dues = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_certificate_due_free);
  g_autoptr (GPtrArray) standing = NULL;
  g_autoptr (GHashTable) holders = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (SheafCertificateFacts) facts = NULL;
  const GArray *people;

  g_return_val_if_fail (book != NULL && !sheaf_date_is_none (on), NULL);
  standing = sheaf_certificates_on (book, on, error);
  facts = standing == NULL ? NULL : sheaf_certificate_facts_load (book, error);
  if (facts == NULL)
    return NULL;
  for (guint i = 0; i < standing->len; i++)
    g_hash_table_insert (holders, &((SheafCertificate *) standing->pdata[i])->party_id,
                         standing->pdata[i]);
  people = sheaf_certificate_facts_people (facts);
  for (guint i = 0; i < people->len; i++)
    {
      gint64 party_id = g_array_index (people, gint64, i);

      add_due (dues, facts, party_id, g_hash_table_lookup (holders, &party_id), on);
    }
  return g_steal_pointer (&dues);
}

gboolean
sheaf_certificates_enter_due (SheafBook           *book,
                              SheafCertificateKind event,
                              SheafDate            day,
                              const char          *reason,
                              GArray             **ret_ids,
                              GError             **error)
{
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (book, day, error);
  g_autoptr (GPtrArray)
      events = g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_certificate_free);

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const SheafCertificateDue *due = dues->pdata[i];
      SheafCertificate          *certificate;

      if (due->event != event)
        continue;
      certificate = sheaf_certificate_new ();
      certificate->party_id = due->party_id;
      certificate->date = day;
      certificate->event = event;
      certificate->reason = g_strdup (reason);
      g_ptr_array_add (events, certificate);
    }
  if (dues == NULL)
    return FALSE;
  if (events->len > 0)
    return sheaf_certificate_enter (book, events, ret_ids, error);
  g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED,
               _ ("no certificate is due in this way on that day: look at the list of those due"));
  return FALSE;
}

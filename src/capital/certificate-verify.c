/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks of certificates of contribution. */
#include "capital/certificate-private.h"

#include "base/i18n.h"

/* Each member's events follow on one another: one certificate at a time, each but the first
 * replacing the one before. */
gboolean
sheaf_certificate_verify_order (SheafBook     *book,
                                SheafProblems *problems,
                                GError       **error)
{
  g_autoptr (GPtrArray) events = sheaf_certificate_list (book, 0, error);
  g_autoptr (GHashTable) standing = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      SheafCertificate       *event = events->pdata[i];
      const SheafCertificate *before = g_hash_table_lookup (standing, &event->party_id);
      g_autofree char        *day = sheaf_date_to_text (event->date);

      if (event->replaces_id != (before == NULL ? 0 : before->id) ||
          (event->event == SHEAF_CERTIFICATE_ISSUE) != (before == NULL))
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                            _ ("the certificates of %s do not follow on one another on %s: put a "
                               "backup back, or enter them anew in another book"),
                            event->code, day);
      g_hash_table_replace (standing, &event->party_id,
                            event->event == SHEAF_CERTIFICATE_WITHDRAW ? NULL : event);
    }
  return events != NULL;
}

gboolean
sheaf_certificate_verify_numbers (SheafBook     *book,
                                  SheafProblems *problems,
                                  GError       **error)
{
  g_autoptr (GPtrArray) events = sheaf_certificate_list (book, 0, error);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const SheafCertificate *event = events->pdata[i];

      if (event->number != NULL &&
          !g_hash_table_add (numbers, g_utf8_strdown (event->number, -1)))
        sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, NULL,
                            _ ("the number %s is on two certificates: exchange one of them"),
                            event->number);
    }
  return events != NULL;
}

/* Papers that say what is no more true stay to be mended; they are no error in the books. */
gboolean
sheaf_certificate_verify_content (SheafBook     *book,
                                  SheafProblems *problems,
                                  GError       **error)
{
  g_autoptr (GPtrArray) dues = sheaf_certificates_due (book, sheaf_book_today (book), error);

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const SheafCertificateDue *due = dues->pdata[i];

      if (due->event == SHEAF_CERTIFICATE_WITHDRAW)
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                            _ ("%s holds certificate %s but is no contributing member any more: "
                               "withdraw it (Law 17/2023/QH15 Art. 75)"),
                            due->code, due->standing->number);
      else if (due->event == SHEAF_CERTIFICATE_EXCHANGE &&
               (due->changes & SHEAF_CERTIFICATE_CHANGED_AMOUNT) != 0)
        sheaf_problems_add (problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                            _ ("certificate %s of %s says another contribution than the register: "
                               "exchange it"),
                            due->standing->number, due->code);
    }
  return dues != NULL;
}

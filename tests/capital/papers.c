/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A book with contributions, and short ways to handle its certificates. */
#include "papers.h"

#include "capital/error.h"
#include "ledger/party.h"
#include "ledger/preference.h"
#include "sample.h"

#include <string.h>

SheafBook *
papers_book (void)
{
  SheafBook *book = test_members_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (sheaf_preference_set (book, "director", "Nguyễn Thị Hoa", &error));
  g_assert_true (sheaf_preference_set (book, "tax-code", "1400000000", &error));
  g_assert_no_error (error);
  test_member (book, "TV1", SHEAF_MEMBER_OFFICIAL, "2025-01-01");
  test_member (book, "TV2", SHEAF_MEMBER_CONTRIBUTING, "2025-01-01");
  test_member (book, "TV3", SHEAF_MEMBER_NON_CONTRIBUTING, "2025-01-01");
  sample_pay_up (book, "TV1", "2025-02-01", 100);
  sample_enter (book, "TV2", "2025-02-01", SHEAF_CAPITAL_COMMIT, 300);
  sample_enter (book, "TV2", "2025-02-10", SHEAF_CAPITAL_PAY, 200);
  return book;
}

gint64
papers_id (SheafBook  *book,
           const char *code)
{
  gint64 id = sheaf_party_find (book, code);

  g_assert_cmpint (id, !=, 0);
  return id;
}

void
papers_issue (SheafBook  *book,
              const char *code,
              const char *day,
              const char *number)
{
  g_autofree char *given = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      sheaf_certificate_issue (book, papers_id (book, code), test_day (day), NULL, &given, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (given, ==, number);
}

SheafCertificate *
papers_in_force (SheafBook  *book,
                 const char *code,
                 const char *day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) standing = sheaf_certificates_on (book, test_day (day), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < standing->len; i++)
    if (strcmp (((SheafCertificate *) standing->pdata[i])->code, code) == 0)
      return sheaf_certificate_copy (standing->pdata[i]);
  return NULL;
}

void
papers_assert_refused (GError    **error,
                       const char *text)
{
  g_assert_error (*error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_REFUSED);
  if (strstr ((*error)->message, text) == NULL)
    g_error ("“%s” is not in “%s”", text, (*error)->message);
  g_clear_error (error);
}

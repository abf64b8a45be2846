/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state says in words and a sign what is to be done. */
#include "app/capital/certificate-columns.h"

#include "app/format.h"
#include "base/i18n.h"

static char *
format_code (gconstpointer record)
{
  return g_strdup (((const SheafCertificateRow *) record)->code);
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const SheafCertificateRow *) record)->name);
}

static char *
format_number (gconstpointer record)
{
  const SheafCertificate *paper = ((const SheafCertificateRow *) record)->paper;

  return g_strdup (paper != NULL ? paper->number : "");
}

static char *
format_day (gconstpointer record)
{
  const SheafCertificate *paper = ((const SheafCertificateRow *) record)->paper;

  return paper != NULL ? sheaf_format_date (paper->date) : g_strdup ("");
}

static char *
format_says (gconstpointer record)
{
  const SheafCertificate *paper = ((const SheafCertificateRow *) record)->paper;

  return paper != NULL ? sheaf_format_money (paper->amount) : g_strdup ("");
}

static char *
format_percent (gconstpointer record)
{
  const SheafCertificate *paper = ((const SheafCertificateRow *) record)->paper;

  return paper != NULL ? sheaf_format_percent (sheaf_certificate_percent (paper)) : g_strdup ("");
}

/* What is paid in now, where that is why something is to be done. */
static char *
format_paid (gconstpointer record)
{
  const SheafCertificateDue *due = ((const SheafCertificateRow *) record)->due;

  return due != NULL ? sheaf_format_money (due->paid) : g_strdup ("");
}

static char *
format_due (const SheafCertificateDue *due)
{
  g_autofree char *since = sheaf_format_date (due->since);
  g_autofree char *changes = NULL;

  switch (due->event)
    {
    case SHEAF_CERTIFICATE_ISSUE:
      return g_strdup_printf (_ ("⚠ to issue: paid up since %s"), since);
    case SHEAF_CERTIFICATE_EXCHANGE:
      changes = sheaf_certificate_changes_text (due->changes);
      return g_strdup_printf (_ ("⚠ to exchange: %s"), changes);
    default:
      return g_strdup_printf (_ ("⚠ to withdraw: contributes no more since %s"), since);
    }
}

static char *
format_state (gconstpointer record)
{
  const SheafCertificateRow *row = record;
  g_autofree char           *day = NULL;

  if (row->due != NULL)
    return format_due (row->due);
  if (sheaf_date_is_none (row->paper->ended) || row->paper->ended_by == 0)
    return g_strdup (_ ("✓ in force"));
  day = sheaf_format_date (row->paper->ended);
  return g_strdup_printf ("%s %s", day, sheaf_certificate_kind_title (row->paper->ended_by));
}

/* The state stands early, so that large text does not push it out of sight. */
static const SheafColumn columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 76, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -150, format_name },
  { N_ ("State"), SHEAF_COLUMN_TEXT, -244, format_state },
  { N_ ("Certificate"), SHEAF_COLUMN_DAY, 112, format_number },
  { N_ ("Day"), SHEAF_COLUMN_DAY, 100, format_day },
  { N_ ("It says"), SHEAF_COLUMN_FIGURE, 124, format_says },
  { N_ ("Part (%)"), SHEAF_COLUMN_FIGURE, 76, format_percent },
  { N_ ("Paid in"), SHEAF_COLUMN_FIGURE, 124, format_paid },
};

const SheafColumn *
sheaf_certificate_columns (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (columns);
  return columns;
}

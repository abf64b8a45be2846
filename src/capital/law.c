/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads limits and terms of capital. */
#include "capital/law.h"

#include "base/country.h"
#include "base/i18n.h"
#include "book/data.h"
#include "book/setting.h"
#include "capital/error.h"
#include "ledger/dated.h"

/* Where the limits stand in the law pack; NULL: not there. */
static const char *const groups[SHEAF_CAPITAL_LIMITS] = {
  [SHEAF_CAPITAL_LIMIT_MEMBER] = "ceiling capital-member",
  [SHEAF_CAPITAL_LIMIT_ASSOCIATES] = "ceiling capital-associates",
  [SHEAF_CAPITAL_LIMIT_FOREIGN] = "ceiling capital-foreign",
  [SHEAF_CAPITAL_LIMIT_FOREIGN_HEADS] = "ceiling capital-foreign-heads",
};

static gboolean
read_ceilings (GKeyFile        *file,
               SheafDate        on,
               SheafCapitalLaw *law,
               GError         **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char     *group = groups[i] == NULL ? NULL
                                                     : sheaf_dated_find (file, groups[i], on);
      g_autofree char     *rate = NULL;
      SheafCapitalCeiling *ceiling = &law->ceilings[i];

      if (group == NULL)
        continue;
      rate = g_key_file_get_string (file, group, "rate", error);
      if (rate == NULL || !sheaf_rate_parse (rate, &ceiling->rate, error))
        return FALSE;
      ceiling->article = g_key_file_get_string (file, group, "article", error);
      if (ceiling->article == NULL)
        return FALSE;
      ceiling->known = TRUE;
    }
  law->country = g_key_file_get_string (file, "law", "country", error);
  return law->country != NULL;
}

/* A whole number of a group that holds on the day; 0 where there is none. */
static gboolean
read_term (GKeyFile   *file,
           const char *name,
           const char *key,
           SheafDate   on,
           guint      *ret_number,
           GError    **error)
{
  g_autofree char *group = sheaf_dated_find (file, name, on);
  g_autoptr (GError) local = NULL;
  int number;

  *ret_number = 0;
  if (group == NULL)
    return TRUE;
  number = g_key_file_get_integer (file, group, key, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  *ret_number = (guint) CLAMP (number, 0, 1200);
  return TRUE;
}

/* What the charter chose; both settings are checked when they are set. */
static void
read_charter (SheafBook       *book,
              SheafCapitalLaw *law)
{
  g_autofree char *minimum = sheaf_setting_find (book, "capital-minimum");
  g_autofree char *months = sheaf_setting_find (book, "capital-deadline-months");
  guint64          number;

  if (minimum != NULL && !sheaf_money_parse (minimum, &law->minimum, NULL))
    law->minimum = SHEAF_MONEY_ZERO;
  if (months != NULL && g_ascii_string_to_unsigned (months, 10, 1, 120, &number, NULL) &&
      (law->months == 0 || number < law->months))
    law->months = (guint) number;
}

SheafCapitalLaw *
sheaf_capital_law_load (SheafBook *book,
                        SheafDate  on,
                        GError   **error)
{
  g_autoptr (SheafCapitalLaw) law = g_new0 (SheafCapitalLaw, 1);
  g_autofree char *id = sheaf_setting_find (book, "law");
  g_autofree char *name = sheaf_data_law_file (id != NULL ? id : "", sheaf_book_is_union (book));
  g_autoptr (GError) cause = NULL;
  GKeyFile *file = sheaf_dated_load (book, name, error);

  if (file == NULL)
    return NULL;
  if (read_ceilings (file, on, law, &cause) &&
      read_term (file, "term capital-payment", "months", on, &law->months, &cause) &&
      read_term (file, "term capital-register", "days", on, &law->register_days, &cause))
    {
      read_charter (book, law);
      return g_steal_pointer (&law);
    }
  g_set_error (error, SHEAF_CAPITAL_ERROR, SHEAF_CAPITAL_ERROR_NOT_FOUND,
               _ ("%s lacks a limit on capital (%s): install the program anew"), name,
               cause->message);
  return NULL;
}

void
sheaf_capital_law_free (SheafCapitalLaw *law)
{
  if (law == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (law->ceilings); i++)
    g_free (law->ceilings[i].article);
  g_free (law->country);
  g_free (law);
}

gboolean
sheaf_capital_is_foreign (const SheafCapitalLaw *law,
                          const SheafMember     *member)
{
  return member->nationality != NULL && *member->nationality != '\0' &&
         !sheaf_country_is (member->nationality, law->country);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taxes on what members are paid, and what a plan may take shares for. */
#include "distribution/law.h"

#include "ledger/dated.h"

#include <string.h>

void
sheaf_law_treatment_free (gpointer treatment)
{
  SheafLawTreatment *freed = treatment;

  g_free (freed->name);
  g_free (freed->title);
  g_strfreev (freed->sectors);
  sheaf_law_rate_clear (&freed->rule);
  g_free (freed);
}

gboolean
sheaf_law_treatment_read (SheafLawRules *rules,
                          GKeyFile      *file,
                          const char    *group,
                          GError       **error)
{
  SheafLawTreatment *treatment = g_new0 (SheafLawTreatment, 1);

  g_ptr_array_add (rules->treatments, treatment);
  treatment->name = g_strdup (strchr (group, ' ') + 1);
  treatment->title = sheaf_dated_title (file, group, error);
  if (treatment->title == NULL)
    return FALSE;
  treatment->sectors = g_key_file_get_string_list (file, group, "sectors", NULL, NULL);
  return sheaf_law_words_read (file, group, "pools", sheaf_pool_words, treatment->pools,
                               error) &&
         sheaf_law_rate_read (file, group, "rate", SHEAF_RATE (0), &treatment->rule, error);
}

void
sheaf_law_tax_free (gpointer tax)
{
  SheafLawTax *freed = tax;

  g_free (freed->name);
  g_free (freed->title);
  g_strfreev (freed->treatments);
  g_strfreev (freed->sectors);
  sheaf_law_rate_clear (&freed->rate);
  g_free (freed);
}

gboolean
sheaf_law_tax_read (SheafLawRules *rules,
                    GKeyFile      *file,
                    const char    *group,
                    GError       **error)
{
  static const char *const payees[] = { "person", "organisation", NULL };
  SheafLawTax             *tax = g_new0 (SheafLawTax, 1);
  gboolean                 named[G_N_ELEMENTS (payees)];
  g_autofree char         *until = g_key_file_get_string (file, group, "valid-until", NULL);
  g_autofree char         *threshold = g_key_file_get_string (file, group, "threshold", NULL);

  g_ptr_array_add (rules->taxes, tax);
  tax->name = g_strdup (strchr (group, ' ') + 1);
  tax->title = g_key_file_get_string (file, group, "title", error);
  if (tax->title == NULL ||
      !sheaf_law_words_read (file, group, "payees", payees, named, error) ||
      !sheaf_law_words_read (file, group, "pools", sheaf_pool_words, tax->pools, error))
    return FALSE;
  tax->person = named[0];
  tax->organisation = named[1];
  tax->treatments = g_key_file_get_string_list (file, group, "treatment", NULL, NULL);
  tax->sectors = g_key_file_get_string_list (file, group, "sectors", NULL, NULL);
  tax->valid_until = SHEAF_DATE_NONE;
  return (until == NULL || sheaf_date_parse (until, &tax->valid_until, error)) &&
         (threshold == NULL || sheaf_money_parse (threshold, &tax->threshold, error)) &&
         sheaf_law_rate_read (file, group, "rate", SHEAF_RATE (0), &tax->rate, error);
}

gboolean
sheaf_law_taxes_check (const SheafLawRules *rules,
                       GError             **error)
{
  for (guint i = 0; i < rules->taxes->len; i++)
    {
      const SheafLawTax *tax = rules->taxes->pdata[i];

      for (guint t = 0; tax->treatments != NULL && tax->treatments[t] != NULL; t++)
        if (sheaf_law_rules_treatment (rules, tax->treatments[t]) == NULL)
          {
            g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
                         "[tax %s] treatment=%s", tax->name, tax->treatments[t]);
            return FALSE;
          }
    }
  return TRUE;
}

GPtrArray *
sheaf_law_rules_treatments (const SheafLawRules *rules,
                            SheafPool            pool)
{
  GPtrArray *fitting = g_ptr_array_new ();

  for (guint i = 0; i < rules->treatments->len; i++)
    {
      SheafLawTreatment *treatment = rules->treatments->pdata[i];

      if (treatment->pools[pool])
        g_ptr_array_add (fitting, treatment);
    }
  return fitting;
}

const SheafLawTreatment *
sheaf_law_rules_treatment (const SheafLawRules *rules,
                           const char          *name)
{
  for (guint i = 0; i < rules->treatments->len; i++)
    {
      const SheafLawTreatment *treatment = rules->treatments->pdata[i];

      if (g_strcmp0 (treatment->name, name) == 0)
        return treatment;
    }
  return NULL;
}

/* A list that is absent names all. */
static gboolean
names (char *const *list,
       const char  *word)
{
  return list == NULL || (word != NULL && g_strv_contains ((const char *const *) list, word));
}

gboolean
sheaf_law_treatment_fits (const SheafLawTreatment *treatment,
                          const char              *sector)
{
  return names (treatment->sectors, sector);
}

static gboolean
is_in_force (const SheafLawTax *tax,
             SheafDate          day)
{
  return sheaf_date_cmp (tax->rate.valid_from, day) <= 0 &&
         (sheaf_date_is_none (tax->valid_until) || sheaf_date_cmp (day, tax->valid_until) <= 0);
}

const SheafLawTax *
sheaf_law_rules_tax (const SheafLawRules *rules,
                     const char          *treatment,
                     SheafPool            pool,
                     SheafPayee           payee,
                     const char          *sector,
                     SheafDate            day)
{
  const SheafLawTax *found = NULL;

  for (guint i = 0; i < rules->taxes->len; i++)
    {
      const SheafLawTax *tax = rules->taxes->pdata[i];

      if (tax->pools[pool] && (payee == SHEAF_PAYEE_PERSON ? tax->person : tax->organisation) &&
          names (tax->treatments, treatment) && names (tax->sectors, sector) &&
          is_in_force (tax, day))
        found = tax;
    }
  return found;
}

const SheafLawTax *
sheaf_law_rules_tax_named (const SheafLawRules *rules,
                           const char          *name)
{
  for (guint i = 0; i < rules->taxes->len; i++)
    {
      const SheafLawTax *tax = rules->taxes->pdata[i];

      if (g_str_equal (tax->name, name))
        return tax;
    }
  return NULL;
}

static void
swap (GPtrArray **a,
      GPtrArray **b)
{
  GPtrArray *first = *a;

  *a = *b;
  *b = first;
}

void
sheaf_law_take_taxes (SheafLaw *law,
                      SheafLaw *now)
{
  static const char *const group = "default tax";
  g_auto (GStrv) keys = g_key_file_get_keys (now->defaults, group, NULL, NULL);

  swap (&law->rules->treatments, &now->rules->treatments);
  swap (&law->rules->taxes, &now->rules->taxes);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (now->defaults, group, keys[i], NULL);

      g_key_file_set_value (law->defaults, group, keys[i], value);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads law packs; a pack with anything missing is refused whole. */
#include "distribution/law.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/paths.h"
#include "base/text.h"
#include "book/data.h"
#include "distribution/error.h"
#include "distribution/law-deadline.h"
#include "ledger/dated.h"

/* What every rule of a pack carries. */
static gboolean
read_rule (GKeyFile   *file,
           const char *group,
           char      **ret_article,
           char      **ret_source,
           SheafDate  *ret_valid_from,
           GError    **error)
{
  g_autofree char *day = g_key_file_get_string (file, group, "valid-from", error);

  if (day == NULL || !sheaf_date_parse (day, ret_valid_from, error))
    return FALSE;
  *ret_source = g_key_file_get_string (file, group, "source", error);
  if (*ret_source == NULL)
    return FALSE;
  *ret_article = g_key_file_get_string (file, group, "article", error);
  return *ret_article != NULL;
}

static gboolean
read_pool (GKeyFile     *file,
           SheafPool     pool,
           SheafLawPool *ret_pool,
           GError      **error)
{
  g_autofree char *group = g_strconcat ("entitled ", sheaf_pool_to_text (pool), NULL);
  g_auto (GStrv) kinds = g_key_file_get_string_list (file, group, "kinds", NULL, error);
  g_autofree char *agreement = NULL;

  if (kinds == NULL)
    return FALSE;
  agreement = g_key_file_get_string (file, group, "agreement", error);
  if (agreement == NULL)
    return FALSE;
  ret_pool->official = g_strv_contains ((const char *const *) kinds, "official");
  ret_pool->associate_contributing = g_strv_contains ((const char *const *) kinds,
                                                      "associate-contributing");
  ret_pool->associate_non_contributing = g_strv_contains ((const char *const *) kinds,
                                                          "associate-non-contributing");
  ret_pool->agreement = g_str_equal (agreement, "yes");
  return read_rule (file, group, &ret_pool->article, &ret_pool->source, &ret_pool->valid_from,
                    error);
}

static gboolean
read_head (GKeyFile *file,
           SheafLaw *law,
           GError  **error)
{
  g_autofree char *from = g_key_file_get_string (file, "law", "valid-from", error);
  g_autofree char *until = g_key_file_get_string (file, "law", "valid-until", NULL);
  g_autofree char *profits = g_key_file_get_string (file, "law", "profits", NULL);
  g_autofree char *months = NULL;
  gint64           number;

  law->one_profit = g_strcmp0 (profits, "one") == 0;
  law->valid_until = SHEAF_DATE_NONE;
  if (from == NULL || !sheaf_date_parse (from, &law->valid_from, error) ||
      (until != NULL && !sheaf_date_parse (until, &law->valid_until, error)))
    return FALSE;
  law->id = g_key_file_get_string (file, "law", "id", error);
  if (law->id == NULL)
    return FALSE;
  law->title = sheaf_dated_title (file, "law", error);
  if (law->title == NULL)
    return FALSE;
  law->source = g_key_file_get_string (file, "law", "source", error);
  if (law->source == NULL)
    return FALSE;
  months = g_key_file_get_string (file, "term capital-payment", "months", NULL);
  if (!sheaf_number_parse (months != NULL ? months : "0", 0, &number, error))
    return FALSE;
  law->payment_months = (guint) CLAMP (number, 0, 1200);
  return TRUE;
}

static gboolean
read_pack (GKeyFile *file,
           SheafLaw *law,
           GError  **error)
{
  if (!read_head (file, law, error) ||
      !sheaf_law_rate_read (file, "floor common-fund-internal", "rate", SHEAF_RATE (0),
                            &law->common_fund_floor[SHEAF_SIDE_INTERNAL], error) ||
      !sheaf_law_rate_read (file, "floor common-fund-external", "rate", SHEAF_RATE (0),
                            &law->common_fund_floor[SHEAF_SIDE_EXTERNAL], error) ||
      !sheaf_law_rate_read (file, "floor internal-use-labour", "rate", SHEAF_RATE (0),
                            &law->use_labour_floor, error) ||
      !sheaf_law_rate_read (file, "ceiling internal-equal", "rate", SHEAF_RATE (1000000),
                            &law->internal_equal_ceiling, error))
    return FALSE;
  law->rules = sheaf_law_rules_read (file, error);
  if (law->rules == NULL || !sheaf_law_deadline_read (file, &law->payment_deadline, error))
    return FALSE;
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    if (!read_pool (file, pool, &law->pools[pool], error))
      return FALSE;
  law->defaults = g_key_file_ref (file);
  return TRUE;
}

SheafLaw *
sheaf_law_parse (const char *text,
                 const char *id,
                 GError    **error)
{
  g_autoptr (SheafLaw) law = g_new0 (SheafLaw, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (text != NULL && id != NULL, NULL);
  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, &local) ||
      !read_pack (file, law, &local))
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_LAW,
                   _ ("the law pack “%s” cannot be read (%s): install the program anew"), id,
                   local->message);
      return NULL;
    }
  law->text = g_strdup (text);
  return g_steal_pointer (&law);
}

SheafLaw *
sheaf_law_load (const char *id,
                gboolean    is_union,
                GError    **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  name = sheaf_data_law_file (id, is_union);
  if (sheaf_text_is_code (id) && strchr (id, '/') == NULL)
    path = sheaf_paths_data (name);
  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_set_error (error, SHEAF_DISTRIBUTION_ERROR, SHEAF_DISTRIBUTION_ERROR_LAW,
                   _ ("there is no law pack “%s”: use one of those in the program's data, for "
                      "example vn-2023"),
                   id);
      return NULL;
    }
  return sheaf_law_parse (text, id, error);
}

void
sheaf_law_free (SheafLaw *law)
{
  if (law == NULL)
    return;
  for (guint side = 0; side < SHEAF_SIDES; side++)
    sheaf_law_rate_clear (&law->common_fund_floor[side]);
  sheaf_law_rate_clear (&law->use_labour_floor);
  sheaf_law_rate_clear (&law->internal_equal_ceiling);
  sheaf_law_rate_clear (&law->payment_deadline.rule);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      g_free (law->pools[pool].article);
      g_free (law->pools[pool].source);
    }
  sheaf_law_rules_free (law->rules);
  g_clear_pointer (&law->defaults, g_key_file_unref);
  g_free (law->text);
  g_free (law->id);
  g_free (law->title);
  g_free (law->source);
  g_free (law);
}

gboolean
sheaf_law_is_valid_on (const SheafLaw *law,
                       SheafDate       day)
{
  return sheaf_date_cmp (law->valid_from, day) <= 0 &&
         (sheaf_date_is_none (law->valid_until) || sheaf_date_cmp (day, law->valid_until) <= 0);
}

char *
sheaf_law_text (const SheafLaw *law,
                const char     *key,
                ...)
{
  g_autofree char *words = g_key_file_get_string (law->defaults, "texts", key, NULL);
  GString         *text = g_string_new (words != NULL ? words : key);
  const char      *name;
  va_list          args;

  va_start (args, key);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      g_autofree char *place = g_strdup_printf ("{%s}", name);

      g_string_replace (text, place, va_arg (args, const char *), 0);
    }
  va_end (args);
  return g_string_free (text, FALSE);
}

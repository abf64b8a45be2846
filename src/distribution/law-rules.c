/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the lists of rules of a law pack; what a pack may say is in README.md. */
#include "distribution/law-rules.h"

#include "base/i18n.h"
#include "base/number.h"
#include "ledger/dated.h"

#include <string.h>

#define WHOLE 1000000

static const char *const form_names[SHEAF_PAY_FORMS + 1] = { "money", "capital", "qualified",
                                                             "nonqualified", NULL };

const char *
sheaf_pay_form_to_text (SheafPayForm form)
{
  return form_names[form];
}

gboolean
sheaf_law_word_read (GKeyFile          *file,
                     const char        *group,
                     const char        *key,
                     const char *const *words,
                     guint             *ret_index,
                     GError           **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  *ret_index = 0;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (text, words[i]))
      {
        *ret_index = i;
        return TRUE;
      }
  g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "[%s] %s=%s", group, key,
               text);
  return FALSE;
}

gboolean
sheaf_law_words_read (GKeyFile          *file,
                      const char        *group,
                      const char        *key,
                      const char *const *words,
                      gboolean          *ret_named,
                      GError           **error)
{
  g_auto (GStrv) list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    ret_named[i] = list == NULL || g_strv_contains ((const char *const *) list, words[i]);
  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    if (!g_strv_contains (words, list[i]))
      {
        g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "[%s] %s=%s", group,
                     key, list[i]);
        return FALSE;
      }
  return TRUE;
}

static const char *const side_words[] = { "internal", "external", NULL };
static const char *const base_words[] = { "surplus", "rest", "shares", NULL };

gboolean
sheaf_law_rate_read (GKeyFile     *file,
                     const char   *group,
                     const char   *key,
                     SheafRate     without,
                     SheafLawRate *rate,
                     GError      **error)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);
  g_autofree char *day = NULL;

  rate->rate = without;
  rate->valid_from = SHEAF_DATE_NONE;
  if (!g_key_file_has_group (file, group))
    {
      rate->article = g_strdup ("–");
      rate->source = g_strdup ("");
      return TRUE;
    }
  if (text != NULL && !sheaf_rate_parse (text, &rate->rate, error))
    return FALSE;
  day = g_key_file_get_string (file, group, "valid-from", error);
  if (day == NULL || !sheaf_date_parse (day, &rate->valid_from, error))
    return FALSE;
  rate->source = g_key_file_get_string (file, group, "source", error);
  if (rate->source == NULL)
    return FALSE;
  rate->article = g_key_file_get_string (file, group, "article", error);
  return rate->article != NULL;
}

void
sheaf_law_rate_clear (SheafLawRate *rate)
{
  g_clear_pointer (&rate->article, g_free);
  g_clear_pointer (&rate->source, g_free);
}

static void
reserve_free (gpointer data)
{
  SheafLawReserve *reserve = data;

  g_free (reserve->name);
  g_free (reserve->title);
  g_free (reserve->role);
  sheaf_law_rate_clear (&reserve->floor);
  g_free (reserve);
}

static gboolean
read_reserve (SheafLawRules *rules,
              GKeyFile      *file,
              const char    *group,
              GError       **error)
{
  static const char *const untils[] = { "never", "capital", "highest-capital", "assets", NULL };
  SheafLawReserve         *reserve = g_new0 (SheafLawReserve, 1);
  SheafLawRate             chosen = { 0 }, target = { 0 };
  guint                    base, until;
  gboolean                 read;

  g_ptr_array_add (rules->reserves, reserve);
  reserve->name = g_strdup (strchr (group, ' ') + 1);
  reserve->title = g_key_file_get_string (file, group, "title", error);
  if (reserve->title == NULL)
    return FALSE;
  reserve->role = g_key_file_get_string (file, group, "role", NULL);
  if (!sheaf_law_words_read (file, group, "side", side_words, reserve->sides, error) ||
      !sheaf_law_word_read (file, group, "base", base_words, &base, error) ||
      !sheaf_law_word_read (file, group, "until", untils, &until, error) ||
      !sheaf_law_rate_read (file, group, "floor", SHEAF_RATE (0), &reserve->floor, error))
    return FALSE;
  read = sheaf_law_rate_read (file, group, "rate", reserve->floor.rate, &chosen, error) &&
         sheaf_law_rate_read (file, group, "until-rate", SHEAF_RATE (WHOLE), &target, error);
  reserve->base = (SheafLawBase) base;
  reserve->until = (SheafLawUntil) until;
  reserve->rate = chosen.rate;
  reserve->until_rate = target.rate;
  sheaf_law_rate_clear (&chosen);
  sheaf_law_rate_clear (&target);
  return read;
}

static void
pool_rule_free (gpointer data)
{
  SheafLawPoolRule *rule = data;

  g_free (rule->name);
  sheaf_law_rate_clear (&rule->rate);
  g_free (rule);
}

/* The two rules that packs knew before rules could name their pools. */
static void
set_known_pools (SheafLawPoolRule *rule)
{
  rule->sides[SHEAF_SIDE_INTERNAL] = TRUE;
  rule->pools[SHEAF_POOL_USE] = rule->pools[SHEAF_POOL_LABOUR] = rule->is_floor;
  rule->pools[SHEAF_POOL_EQUAL] = !rule->is_floor;
}

/* "[floor NAME]" and "[ceiling NAME]" that name no pools are rules of something else. */
static gboolean
read_pool_rule (SheafLawRules *rules,
                GKeyFile      *file,
                const char    *group,
                GError       **error)
{
  gboolean known = g_str_equal (group, "floor internal-use-labour") ||
                   g_str_equal (group, "ceiling internal-equal");
  gboolean          named = g_key_file_has_key (file, group, "pools", NULL);
  SheafLawPoolRule *rule;
  guint             base = SHEAF_LAW_OF_SHARES;

  if (!known && !named)
    return TRUE;
  rule = g_new0 (SheafLawPoolRule, 1);
  g_ptr_array_add (rules->pools, rule);
  rule->name = g_strdup (strchr (group, ' ') + 1);
  rule->is_floor = g_str_has_prefix (group, "floor ");
  if (!named)
    set_known_pools (rule);
  else if (!sheaf_law_words_read (file, group, "side", side_words, rule->sides, error) ||
           !sheaf_law_words_read (file, group, "pools", sheaf_pool_words, rule->pools, error))
    return FALSE;
  if (g_key_file_has_key (file, group, "base", NULL) &&
      !sheaf_law_word_read (file, group, "base", base_words, &base, error))
    return FALSE;
  rule->base = (SheafLawBase) base;
  return sheaf_law_rate_read (file, group, "rate", SHEAF_RATE (0), &rule->rate, error);
}

static void
cap_free (gpointer data)
{
  SheafLawCap *cap = data;

  g_free (cap->name);
  g_free (cap->index);
  g_free (cap->excess_reserve);
  sheaf_law_rate_clear (&cap->rate);
  g_free (cap);
}

static gboolean
read_excess (SheafLawCap *cap,
             GKeyFile    *file,
             const char  *group,
             GError     **error)
{
  static const char *const words[] = { "stays", "use", "labour", "capital", "equal", NULL };
  g_autofree char         *text = g_key_file_get_string (file, group, "excess", NULL);
  guint                    word;

  if (text != NULL && g_str_has_prefix (text, "reserve "))
    {
      cap->excess = SHEAF_LAW_EXCESS_RESERVE;
      cap->excess_reserve = g_strdup (text + strlen ("reserve "));
      return TRUE;
    }
  if (!sheaf_law_word_read (file, group, "excess", words, &word, error))
    return FALSE;
  cap->excess = word == 0 ? SHEAF_LAW_EXCESS_STAYS : SHEAF_LAW_EXCESS_POOL;
  cap->excess_pool = word == 0 ? SHEAF_POOL_USE : (SheafPool) (word - 1);
  return TRUE;
}

static gboolean
read_cap (SheafLawRules *rules,
          GKeyFile      *file,
          const char    *group,
          GError       **error)
{
  SheafLawCap *cap = g_new0 (SheafLawCap, 1);

  g_ptr_array_add (rules->caps, cap);
  cap->name = g_strdup (strchr (group, ' ') + 1);
  cap->by_rate = g_key_file_has_key (file, group, "rate", NULL);
  cap->index = g_key_file_get_string (file, group, "index", NULL);
  cap->has_at_most = g_key_file_has_key (file, group, "at-most", NULL);
  if (cap->has_at_most &&
      !sheaf_law_words_read (file, group, "at-most", sheaf_pool_words, cap->at_most, error))
    return FALSE;
  return sheaf_law_rate_read (file, group, "rate", SHEAF_RATE (0), &cap->rate, error) &&
         read_excess (cap, file, group, error);
}

static void
index_free (gpointer data)
{
  SheafLawIndex *index = data;

  g_free (index->name);
  g_free (index->title);
  g_free (index->source);
  g_hash_table_unref (index->values);
  g_free (index);
}

static gboolean
read_index (SheafLawRules *rules,
            GKeyFile      *file,
            const char    *group,
            GError       **error)
{
  SheafLawIndex *index = g_new0 (SheafLawIndex, 1);
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  g_ptr_array_add (rules->indices, index);
  index->name = g_strdup (strchr (group, ' ') + 1);
  index->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  index->title = sheaf_dated_title (file, group, error);
  if (index->title == NULL)
    return FALSE;
  index->source = g_key_file_get_string (file, group, "source", error);
  if (index->source == NULL)
    return FALSE;
  index->years = (guint) MAX (g_key_file_get_integer (file, group, "years", NULL), 1);
  index->periods = (guint) MAX (g_key_file_get_integer (file, group, "periods", NULL), 1);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autofree char *text = NULL;
      gint64          *value;

      if (!g_ascii_isdigit (keys[i][0]))
        continue;
      text = g_key_file_get_string (file, group, keys[i], NULL);
      value = g_new0 (gint64, 1);
      g_hash_table_insert (index->values, g_strdup (keys[i]), value);
      /* Rates below 0 were published in 2020: they are written with their sign. */
      if (!sheaf_number_parse (text[0] == '-' ? text + 1 : text, 6, value, error))
        return FALSE;
      *value = text[0] == '-' ? -*value : *value;
    }
  return TRUE;
}

static gboolean
read_payment (SheafLawRules *rules,
              GKeyFile      *file,
              SheafPool      pool,
              GError       **error)
{
  SheafLawPayment *payment = &rules->payments[pool];
  g_autofree char *group = g_strconcat ("payment ", sheaf_pool_words[pool], NULL);

  payment->forms[SHEAF_PAY_FORM_MONEY] = TRUE;
  if (g_key_file_has_group (file, group) &&
      !sheaf_law_words_read (file, group, "forms", form_names, payment->forms, error))
    return FALSE;
  return sheaf_law_rate_read (file, group, "money-floor", SHEAF_RATE (0), &payment->money_floor,
                              error);
}

static gboolean
read_group (SheafLawRules *rules,
            GKeyFile      *file,
            const char    *group,
            GError       **error)
{
  static const struct
  {
    const char *prefix;
    gboolean (*read) (SheafLawRules *, GKeyFile *, const char *, GError **);
  } kinds[] = {
    { "reserve ", read_reserve },
    { "floor ", read_pool_rule },
    { "ceiling ", read_pool_rule },
    { "cap ", read_cap },
    { "index ", read_index },
    { "treatment ", sheaf_law_treatment_read },
    { "tax ", sheaf_law_tax_read },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (group, kinds[i].prefix))
      return kinds[i].read (rules, file, group, error);
  return TRUE;
}

/* A cap names an index and a reserve that the pack has. */
static gboolean
check_names (const SheafLawRules *rules,
             GError             **error)
{
  for (guint i = 0; i < rules->caps->len; i++)
    {
      const SheafLawCap *cap = rules->caps->pdata[i];

      if ((cap->index == NULL || sheaf_law_rules_index (rules, cap->index) != NULL) &&
          (cap->excess_reserve == NULL ||
           sheaf_law_rules_reserve (rules, cap->excess_reserve) != NULL))
        continue;
      g_set_error (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "[cap %s]", cap->name);
      return FALSE;
    }
  return TRUE;
}

SheafLawRules *
sheaf_law_rules_read (GKeyFile *file,
                      GError  **error)
{
  g_autoptr (SheafLawRules) rules = g_new0 (SheafLawRules, 1);
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  rules->reserves = g_ptr_array_new_with_free_func (reserve_free);
  rules->pools = g_ptr_array_new_with_free_func (pool_rule_free);
  rules->caps = g_ptr_array_new_with_free_func (cap_free);
  rules->indices = g_ptr_array_new_with_free_func (index_free);
  rules->treatments = g_ptr_array_new_with_free_func (sheaf_law_treatment_free);
  rules->taxes = g_ptr_array_new_with_free_func (sheaf_law_tax_free);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!read_group (rules, file, groups[i], error))
      return NULL;
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    if (!read_payment (rules, file, pool, error))
      return NULL;
  return check_names (rules, error) && sheaf_law_taxes_check (rules, error)
             ? g_steal_pointer (&rules)
             : NULL;
}

void
sheaf_law_rules_free (SheafLawRules *rules)
{
  if (rules == NULL)
    return;
  g_clear_pointer (&rules->reserves, g_ptr_array_unref);
  g_clear_pointer (&rules->pools, g_ptr_array_unref);
  g_clear_pointer (&rules->caps, g_ptr_array_unref);
  g_clear_pointer (&rules->indices, g_ptr_array_unref);
  g_clear_pointer (&rules->treatments, g_ptr_array_unref);
  g_clear_pointer (&rules->taxes, g_ptr_array_unref);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    sheaf_law_rate_clear (&rules->payments[pool].money_floor);
  g_free (rules);
}

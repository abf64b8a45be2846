/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of per-unit retains in a plan: [retain NAME]. */
#include "base/i18n.h"
#include "base/text.h"
#include "distribution/plan-private.h"
#include "notices/retain.h"

static void
read_rate (const SheafPlanReading *reading,
           SheafRetainRule        *rule)
{
  g_autofree char *text = sheaf_reading_text (reading, "rate");
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    sheaf_reading_complain (reading, NULL,
                            _ ("a retain needs rate=, the amount kept back of one unit: add it"));
  else if (!sheaf_rate_parse (text, &rule->rate, &error))
    sheaf_reading_complain (reading, "rate", "%s", error->message);
}

gboolean
sheaf_plan_retains_read (const SheafPlanReading *reading)
{
  static const char *const known[] = { "account", "title", "products", "rate", "kind", NULL };
  const char *const       *kinds = &sheaf_notice_kind_words[SHEAF_NOTICE_RETAIN - 1];
  const char              *name = strchr (reading->group, ' ');
  SheafRetainRule         *rule;
  int                      kind = 0;

  if (!g_str_has_prefix (reading->group, "retain ") || !sheaf_text_is_code (name + 1))
    return FALSE;
  rule = g_new0 (SheafRetainRule, 1);
  rule->name = g_strdup (name + 1);
  g_ptr_array_add (reading->plan->retains, rule);
  sheaf_reading_keys (reading, known);
  sheaf_reading_account (reading, &rule->account);
  rule->title = sheaf_reading_title (reading);
  rule->products = g_key_file_get_string_list (reading->file, reading->place, "products", NULL,
                                               NULL);
  read_rate (reading, rule);
  sheaf_reading_word (reading, "kind", kinds, &kind);
  rule->kind = (SheafNoticeKind) (SHEAF_NOTICE_RETAIN + kind);
  return TRUE;
}

void
sheaf_plan_retains_write (const SheafPlan *plan,
                          GString         *text)
{
  for (guint i = 0; i < plan->retains->len; i++)
    {
      const SheafRetainRule *rule = plan->retains->pdata[i];
      g_autofree char       *rate = sheaf_rate_to_text (rule->rate);
      g_autofree char       *products = rule->products == NULL ? NULL
                                                               : g_strjoinv (";", rule->products);

      g_string_append_printf (text, "\n[retain %s]\naccount=%s\n", rule->name, rule->account);
      if (rule->title != NULL)
        g_string_append_printf (text, "title=%s\n", rule->title);
      if (products != NULL)
        g_string_append_printf (text, "products=%s\n", products);
      g_string_append_printf (text, "rate=%s\nkind=%s\n", rate,
                              sheaf_notice_kind_to_word (rule->kind));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a distribution plan: the law pack's defaults first, then what the file says. */
#include "distribution/plan-private.h"

#include "base/i18n.h"
#include "base/number.h"
#include "base/text.h"

/* One reading of one key file: the file itself or the defaults of the law pack. */
typedef struct
{
  SheafPlan     *plan;
  GKeyFile      *file;
  const char    *group; /* as the plan names it */
  const char    *place; /* as the key file names it: "default internal" in a law pack */
  SheafProblems *problems;
} Reading;

static void complain (const Reading *reading, const char *key, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static void
complain (const Reading *reading,
          const char    *key,
          const char    *format,
          ...)
{
  g_autofree char *text = NULL;
  g_autofree char *field = g_strdup_printf (key != NULL ? "[%s] %s" : "[%s]", reading->group, key);
  va_list          args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  sheaf_problems_add (reading->problems, SHEAF_PROBLEM_ERROR, reading->plan->file,
                      sheaf_plan_line (reading->plan, reading->group, key), field, "%s", text);
}

/* NULL when the key is not there. */
static char *
get_text (const Reading *reading,
          const char    *key)
{
  char *text = g_key_file_get_value (reading->file, reading->place, key, NULL);

  return text != NULL ? g_strstrip (text) : NULL;
}

/* NULL where there is none, or an empty one. */
static char *
get_title (const Reading *reading)
{
  g_autofree char *title = get_text (reading, "title");

  return title != NULL && *title != '\0' ? g_steal_pointer (&title) : NULL;
}

static void
read_money (const Reading *reading,
            const char    *key,
            SheafMoney    *money)
{
  g_autofree char *text = get_text (reading, key);
  g_autoptr (GError) error = NULL;

  if (text != NULL && !sheaf_money_parse (text, money, &error))
    complain (reading, key, "%s", error->message);
}

static void
read_whole (const Reading *reading,
            const char    *key,
            gint64         least,
            gint64         most,
            gint64        *number)
{
  g_autofree char *text = get_text (reading, key);
  g_autoptr (GError) error = NULL;

  if (text == NULL)
    return;
  if (!sheaf_number_parse (text, 0, number, &error))
    complain (reading, key, "%s", error->message);
  else if (*number < least || *number > most)
    {
      g_autofree char *from = sheaf_number_to_text (least, 0);
      g_autofree char *to = sheaf_number_to_text (most, 0);

      complain (reading, key, _ ("%s is not between %s and %s: choose a number in between"), text,
                from, to);
    }
}

static void
read_rate (const Reading *reading,
           const char    *key,
           SheafRate     *rate)
{
  g_autofree char *text = get_text (reading, key);
  g_autoptr (GError) error = NULL;
  SheafRate value;

  if (text == NULL)
    return;
  if (!sheaf_rate_parse (text, &value, &error))
    complain (reading, key, "%s", error->message);
  else if (value.millionths > 1000000)
    complain (reading, key,
              _ ("%s is more than 1: give a fraction of 1, for example 0.05 for 5 %%"), text);
  else
    *rate = value;
}

/* Sets *ret_index to the place of the value in the NULL-terminated list of words. */
static void
read_word (const Reading     *reading,
           const char        *key,
           const char *const *words,
           int               *ret_index)
{
  g_autofree char *text = get_text (reading, key);
  g_autofree char *all = NULL;

  if (text == NULL)
    return;
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (text, words[i]))
      {
        *ret_index = i;
        return;
      }
  all = g_strjoinv (", ", (char **) words);
  complain (reading, key, _ ("“%s” is not known here: choose one of: %s"), text, all);
}

static void
read_account (const Reading *reading,
              char         **account)
{
  *account = get_text (reading, "account");
  if (*account == NULL || !sheaf_text_is_code (*account))
    complain (reading, *account != NULL ? "account" : NULL,
              _ ("an account to credit is needed: give its code as account=CODE"));
}

/* Keys a group may hold; a law pack's groups also carry their validity and source. */
static void
check_keys (const Reading     *reading,
            const char *const *known)
{
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, reading->place, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      gboolean is_product = g_str_equal (reading->group, "weights") &&
                            g_str_has_prefix (keys[i], "product.");
      gboolean is_note = reading->place != reading->group &&
                         (g_str_equal (keys[i], "source") || g_str_equal (keys[i], "valid-from"));
      g_autofree char *all = NULL;

      if (g_strv_contains (known, keys[i]) || is_product || is_note)
        continue;
      all = g_strjoinv (", ", (char **) known);
      complain (reading, keys[i], _ ("this key is not known here: use one of: %s"), all);
    }
}

static const char *const yes_no[] = { "no", "yes", NULL };

static void
read_plan_group (const Reading *reading)
{
  static const char *const known[] = {
    "law", "rounding-unit", "carry-forward", "brought-forward",
    "leavers", "capital-basis", "capital-weight", "minimum-payout",
    NULL
  };
  static const char *const bases[] = { "days", "year-end", NULL };
  static const char *const capitals[] = { "paid", "committed", NULL };
  SheafPlan               *plan = reading->plan;
  char                    *law = get_text (reading, "law");

  check_keys (reading, known);
  if (law != NULL)
    {
      g_free (plan->law);
      plan->law = law;
    }
  /* Above a billion đồng a step of payment makes no sense and products would leave 64 bits. */
  read_whole (reading, "rounding-unit", 1, 1000000000, &plan->rounding_unit);
  read_money (reading, "carry-forward", &plan->carry_forward);
  read_word (reading, "brought-forward", yes_no, &plan->brought_forward);
  read_word (reading, "leavers", yes_no, &plan->leavers);
  read_word (reading, "capital-basis", bases, &plan->capital_year_end);
  read_word (reading, "capital-weight", capitals, &plan->capital_committed);
  read_money (reading, "minimum-payout", &plan->minimum_payout);
}

static void
read_common_fund (const Reading *reading)
{
  static const char *const known[] = { "internal-rate", "external-rate", "base", NULL };
  static const char *const bases[] = { "profit", "income", NULL };
  int                      base = reading->plan->common_fund_base;

  check_keys (reading, known);
  read_rate (reading, "internal-rate", &reading->plan->common_fund[SHEAF_SIDE_INTERNAL]);
  read_rate (reading, "external-rate", &reading->plan->common_fund[SHEAF_SIDE_EXTERNAL]);
  read_word (reading, "base", bases, &base);
  reading->plan->common_fund_base = (SheafCommonFundBase) base;
}

/* Once a side is named, what it does not say is 0, not the law pack's proposal. */
static void
read_pools (const Reading *reading)
{
  static const char *const known[] = { "use", "labour", "capital", "equal", NULL };
  SheafSide                side = g_str_equal (reading->group, "internal") ? SHEAF_SIDE_INTERNAL
                                                                           : SHEAF_SIDE_EXTERNAL;

  check_keys (reading, known);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      reading->plan->pools[side][pool] = SHEAF_RATE (0);
      read_rate (reading, known[pool], &reading->plan->pools[side][pool]);
    }
}

static void
read_weights (const Reading *reading)
{
  static const char *const known[] = { "deliveries", "supplies", "loan-interest", NULL };
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, reading->place, NULL, NULL);
  gint64 interest = 0;

  check_keys (reading, known);
  /* A million keeps (amount × weight × members) well inside 126 bits. */
  read_whole (reading, "deliveries", 0, 1000000, &reading->plan->deliveries_weight);
  read_whole (reading, "supplies", 0, 1000000, &reading->plan->supplies_weight);
  read_whole (reading, "loan-interest", 0, 1000000, &interest);
  if (interest != 0)
    complain (reading, "loan-interest",
              _ ("loans to members are not kept in this version: set loan-interest=0"));
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      SheafPlanProductWeight *item;

      if (!g_str_has_prefix (keys[i], "product."))
        continue;
      item = g_new0 (SheafPlanProductWeight, 1);
      item->product = g_strdup (keys[i] + strlen ("product."));
      g_ptr_array_add (reading->plan->product_weights, item);
      read_whole (reading, keys[i], 0, 1000000, &item->weight);
      if (!sheaf_text_is_code (item->product))
        complain (reading, keys[i],
                  _ ("a product's code must follow “product.”: write product.CODE=1"));
    }
}

static void
read_fund (const Reading *reading,
           const char    *name)
{
  static const char *const known[] = { "account", "title", "rate", "amount", NULL };
  SheafPlanFund           *fund = g_new0 (SheafPlanFund, 1);
  GKeyFile                *file = reading->file;
  gboolean                 by_rate = g_key_file_has_key (file, reading->place, "rate", NULL);

  fund->name = g_strdup (name);
  fund->by_amount = g_key_file_has_key (reading->file, reading->place, "amount", NULL);
  g_ptr_array_add (reading->plan->funds, fund);
  check_keys (reading, known);
  read_account (reading, &fund->account);
  fund->title = get_title (reading);
  read_rate (reading, "rate", &fund->rate);
  read_money (reading, "amount", &fund->amount);
  if (fund->by_amount == by_rate)
    complain (reading, NULL, _ ("a fund needs either rate= or amount=: give exactly one of them"));
}

static void
read_earmark (const Reading *reading,
              const char    *name)
{
  static const char *const known[] = { "account", "title", "side", "amount", NULL };
  static const char *const sides[] = { "internal", "external", NULL };
  SheafPlanEarmark        *earmark = g_new0 (SheafPlanEarmark, 1);
  int                      side = SHEAF_SIDE_EXTERNAL;

  earmark->name = g_strdup (name);
  g_ptr_array_add (reading->plan->earmarks, earmark);
  check_keys (reading, known);
  read_account (reading, &earmark->account);
  earmark->title = get_title (reading);
  read_word (reading, "side", sides, &side);
  earmark->side = (SheafSide) side;
  read_money (reading, "amount", &earmark->amount);
  if (!g_key_file_has_key (reading->file, reading->place, "side", NULL) ||
      !g_key_file_has_key (reading->file, reading->place, "amount", NULL))
    complain (
        reading, NULL,
        _ ("an earmark needs side= (internal or external) and amount=: add what is missing"));
}

static void
read_group (const Reading *reading)
{
  const char *group = reading->group;
  const char *name = strchr (group, ' ');

  if (g_str_equal (group, "plan"))
    read_plan_group (reading);
  else if (g_str_equal (group, "common-fund"))
    read_common_fund (reading);
  else if (g_str_equal (group, "internal") || g_str_equal (group, "external"))
    read_pools (reading);
  else if (g_str_equal (group, "weights"))
    read_weights (reading);
  else if (g_str_has_prefix (group, "fund ") && sheaf_text_is_code (name + 1))
    read_fund (reading, name + 1);
  else if (g_str_has_prefix (group, "earmark ") && sheaf_text_is_code (name + 1))
    read_earmark (reading, name + 1);
  else
    complain (reading, NULL,
              _ ("this group is not known: use plan, common-fund, fund NAME, earmark NAME, "
                 "internal, external or weights"));
}

static void
read_defaults (SheafPlan      *plan,
               const SheafLaw *law,
               SheafProblems  *problems)
{
  static const char *const groups[] = { "plan", "common-fund", "internal", "external", "weights" };

  plan->law = g_strdup (law->id);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      g_autofree char *place = g_strconcat ("default ", groups[i], NULL);
      Reading          reading = { plan, law->defaults, groups[i], place, problems };

      if (g_key_file_has_group (law->defaults, place))
        read_group (&reading);
    }
}

SheafPlan *
sheaf_plan_parse (const char     *text,
                  gssize          length,
                  const char     *file,
                  const SheafLaw *law,
                  SheafProblems  *problems)
{
  g_autoptr (SheafPlan) plan = NULL;
  g_autoptr (GKeyFile) key_file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) groups = NULL;
  gsize size;

  g_return_val_if_fail (text != NULL && law != NULL && problems != NULL, NULL);
  size = length < 0 ? strlen (text) : (gsize) length;
  if (size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    {
      text += 3;
      size -= 3;
    }
  plan = sheaf_plan_new ();
  plan->file = g_strdup (file);
  if (!sheaf_plan_scan (text, size, file, plan->lines, problems))
    return NULL;
  if (size > 0 && !g_key_file_load_from_data (key_file, text, size, G_KEY_FILE_NONE, &error))
    {
      sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, file, 1, NULL,
                          _ ("the plan cannot be read (%s): write it as groups of key=value"),
                          error->message);
      return NULL;
    }
  read_defaults (plan, law, problems);
  groups = g_key_file_get_groups (key_file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      Reading reading = { plan, key_file, groups[i], groups[i], problems };

      read_group (&reading);
    }
  sheaf_plan_check (plan, law, problems);
  return g_steal_pointer (&plan);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only presentation: every figure is the calculation's own. */
#include "app/distribution/share-lists.h"

#include "app/format.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"

#include <string.h>

typedef struct
{
  char      *title;
  gboolean   is_total;
  SheafMoney amounts[SHEAF_SIDES];
} Step;

typedef struct
{
  char      *code;
  char      *name;
  SheafMoney pools[SHEAF_POOLS];
  SheafMoney total;
} Share;

static void
free_step (Step *step)
{
  g_free (step->title);
  g_free (step);
}

static void
free_share (Share *share)
{
  g_free (share->code);
  g_free (share->name);
  g_free (share);
}

/* Steps whose amounts are taken off what is there. */
static const struct
{
  const char *name; /* or its beginning, up to the colon */
  const char *title;
  gboolean    taken;
  gboolean    is_total;
} step_words[] = {
  { "result", N_ ("Result of the year"), FALSE, TRUE },
  { "loss-cover", N_ ("Losses met from elsewhere"), FALSE, FALSE },
  { "earmark:", N_ ("Set apart: %s"), TRUE, FALSE },
  { "common-fund", N_ ("Common fund, not shared"), TRUE, FALSE },
  { "fund:", N_ ("Fund: %s"), TRUE, FALSE },
  { "brought-forward", N_ ("Brought forward"), FALSE, FALSE },
  { "carry-forward", N_ ("Left undistributed by the plan"), TRUE, FALSE },
  { "to-share", N_ ("To be shared"), FALSE, TRUE },
  { "pool:use", N_ ("    by use"), FALSE, FALSE },
  { "pool:labour", N_ ("    by labour"), FALSE, FALSE },
  { "pool:capital", N_ ("    by capital"), FALSE, FALSE },
  { "pool:equal", N_ ("    equally"), FALSE, FALSE },
  { "undistributed", N_ ("Left over by rounding"), FALSE, FALSE },
};

static char *
fill_title (const char *title,
            const char *name)
{
  g_auto (GStrv) parts = g_strsplit (title, "%s", 2);

  return parts[1] != NULL ? g_strconcat (parts[0], name, parts[1], NULL) : g_strdup (title);
}

/* A fund or earmark as the plan calls it; its name where it has no title. */
static const char *
find_fund_title (const SheafPlan *plan,
                 const char      *name)
{
  for (guint i = 0; i < plan->funds->len; i++)
    {
      const SheafPlanFund *fund = g_ptr_array_index (plan->funds, i);

      if (strcmp (fund->name, name) == 0 && fund->title != NULL)
        return fund->title;
    }
  for (guint i = 0; i < plan->earmarks->len; i++)
    {
      const SheafPlanEarmark *earmark = g_ptr_array_index (plan->earmarks, i);

      if (strcmp (earmark->name, name) == 0 && earmark->title != NULL)
        return earmark->title;
    }
  return name;
}

static Step *
make_step (const SheafPlan             *plan,
           const SheafDistributionStep *data)
{
  Step *step = g_new0 (Step, 1);

  for (guint i = 0; i < G_N_ELEMENTS (step_words); i++)
    {
      const char *word = step_words[i].name;
      gboolean    has_name = g_str_has_suffix (word, ":");

      if (has_name ? !g_str_has_prefix (data->name, word) : strcmp (data->name, word) != 0)
        continue;
      step->title = fill_title (_ (step_words[i].title),
                                has_name ? find_fund_title (plan, data->name + strlen (word)) : "");
      step->is_total = step_words[i].is_total;
      for (guint side = 0; side < SHEAF_SIDES; side++)
        step->amounts[side] =
            step_words[i].taken ? sheaf_money_neg (data->amounts[side]) : data->amounts[side];
      return step;
    }
  step->title = g_strdup (data->name);
  memcpy (step->amounts, data->amounts, sizeof step->amounts);
  return step;
}

static char *
format_title (gconstpointer record)
{
  return g_strdup (((const Step *) record)->title);
}

static char *
format_internal (gconstpointer record)
{
  return sheaf_format_money (((const Step *) record)->amounts[SHEAF_SIDE_INTERNAL]);
}

static char *
format_external (gconstpointer record)
{
  return sheaf_format_money (((const Step *) record)->amounts[SHEAF_SIDE_EXTERNAL]);
}

static char *
format_both (gconstpointer record)
{
  const Step *step = record;

  return sheaf_format_money (
      sheaf_money_add (step->amounts[SHEAF_SIDE_INTERNAL], step->amounts[SHEAF_SIDE_EXTERNAL]));
}

static const char *
style_step (gconstpointer record)
{
  return ((const Step *) record)->is_total ? "total-row" : NULL;
}

static const SheafColumn step_columns[] = {
  { N_ ("Step"), SHEAF_COLUMN_TEXT, 0, format_title },
  { N_ ("Internal (₫)"), SHEAF_COLUMN_FIGURE, 130, format_internal },
  { N_ ("External (₫)"), SHEAF_COLUMN_FIGURE, 130, format_external },
  { N_ ("Both (₫)"), SHEAF_COLUMN_FIGURE, 130, format_both },
};

static char *
format_code (gconstpointer record)
{
  return g_strdup (((const Share *) record)->code);
}

static char *
format_name (gconstpointer record)
{
  return g_strdup (((const Share *) record)->name);
}

static char *
format_use (gconstpointer record)
{
  return sheaf_format_money (((const Share *) record)->pools[SHEAF_POOL_USE]);
}

static char *
format_labour (gconstpointer record)
{
  return sheaf_format_money (((const Share *) record)->pools[SHEAF_POOL_LABOUR]);
}

static char *
format_capital (gconstpointer record)
{
  return sheaf_format_money (((const Share *) record)->pools[SHEAF_POOL_CAPITAL]);
}

static char *
format_total (gconstpointer record)
{
  return sheaf_format_money (((const Share *) record)->total);
}

static const SheafColumn share_columns[] = {
  { N_ ("Code"), SHEAF_COLUMN_DAY, 64, format_code },
  { N_ ("Name"), SHEAF_COLUMN_TEXT, -134, format_name },
  { N_ ("Use"), SHEAF_COLUMN_FIGURE, 110, format_use },
  { N_ ("Labour"), SHEAF_COLUMN_FIGURE, 114, format_labour },
  { N_ ("Capital"), SHEAF_COLUMN_FIGURE, 108, format_capital },
  { N_ ("Total (₫)"), SHEAF_COLUMN_FIGURE, 118, format_total },
};

static void
set_up (GtkColumnView     *view,
        const SheafColumn *columns,
        guint              n_columns)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  sheaf_columns_add (view, columns, n_columns);
}

static void
show_records (GtkColumnView *view,
              GPtrArray     *records)
{
  g_autoptr (SheafRecordList) list = sheaf_record_list_new (records);

  gtk_single_selection_set_model (GTK_SINGLE_SELECTION (gtk_column_view_get_model (view)),
                                  G_LIST_MODEL (list));
}

void
sheaf_share_lists_set_up_steps (GtkColumnView *view)
{
  set_up (view, step_columns, G_N_ELEMENTS (step_columns));
  sheaf_columns_set_row_style (view, style_step);
}

void
sheaf_share_lists_set_up_shares (GtkColumnView *view)
{
  set_up (view, share_columns, G_N_ELEMENTS (share_columns));
}

/* Steps where nothing happened are left out, but for the totals. */
void
sheaf_share_lists_show_steps (GtkColumnView       *view,
                              const SheafYearPlan *year_plan)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);

  for (guint i = 0; year_plan->result != NULL && i < year_plan->result->steps->len; i++)
    {
      Step *step = make_step (year_plan->plan, g_ptr_array_index (year_plan->result->steps, i));

      if (step->is_total || step->amounts[0].units != 0 || step->amounts[1].units != 0)
        g_ptr_array_add (steps, step);
      else
        free_step (step);
    }
  show_records (view, steps);
}

void
sheaf_share_lists_show_shares (GtkColumnView       *view,
                               const SheafYearPlan *year_plan)
{
  GPtrArray *members = g_ptr_array_new_with_free_func ((GDestroyNotify) free_share);
  Share     *member = NULL;

  /* The shares are in order of codes. */
  for (guint i = 0; year_plan->result != NULL && i < year_plan->result->shares->len; i++)
    {
      const SheafShare *share = &g_array_index (year_plan->result->shares, SheafShare, i);

      if (member == NULL || strcmp (member->code, share->code) != 0)
        {
          member = g_new0 (Share, 1);
          member->code = g_strdup (share->code);
          member->name = g_strdup (g_hash_table_lookup (year_plan->names, share->code));
          g_ptr_array_add (members, member);
        }
      member->pools[share->pool] = sheaf_money_add (member->pools[share->pool], share->amount);
      member->total = sheaf_money_add (member->total, share->amount);
    }
  show_records (view, members);
}

char *
sheaf_share_lists_proof (const SheafYearPlan *year_plan)
{
  SheafMoney       to_share = SHEAF_MONEY_ZERO;
  SheafMoney       left = SHEAF_MONEY_ZERO;
  SheafMoney       shared = SHEAF_MONEY_ZERO;
  g_autofree char *to_share_text = NULL;
  g_autofree char *shared_text = NULL;
  g_autofree char *left_text = NULL;
  g_autofree char *rest_text = NULL;

  if (year_plan->result == NULL)
    return g_strdup ("");
  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      {
        to_share = sheaf_money_add (to_share, year_plan->result->pools[side][pool].amount);
        left = sheaf_money_add (left, year_plan->result->pools[side][pool].undistributed);
      }
  for (guint i = 0; i < year_plan->result->shares->len; i++)
    shared = sheaf_money_add (shared,
                              g_array_index (year_plan->result->shares, SheafShare, i).amount);
  to_share_text = sheaf_format_figure (to_share);
  shared_text = sheaf_format_figure (shared);
  left_text = sheaf_format_figure (left);
  rest_text = sheaf_format_figure (sheaf_money_sub (sheaf_money_sub (to_share, shared), left));
  return g_strdup_printf (_ ("To be shared %s = shares %s + left over %s, difference %s (₫)"),
                          to_share_text, shared_text, left_text, rest_text);
}

const char *
sheaf_share_lists_selected (GtkColumnView *shares_view)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (shares_view));
  SheafListRow       *row = gtk_single_selection_get_selected_item (selection);

  return row != NULL ? ((const Share *) sheaf_list_row_get_record (row))->code : NULL;
}

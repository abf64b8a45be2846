/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only presentation: every figure is the calculation's own. */
#include "app/distribution/step-list.h"

#include "app/act-dialog.h"
#include "app/format.h"
#include "app/models/list-row.h"
#include "app/models/record-list.h"
#include "app/widgets/column-fit.h"
#include "app/widgets/columns.h"
#include "base/i18n.h"
#include "distribution/step-words.h"

#include <string.h>

typedef struct
{
  char      *title;
  gboolean   is_total;
  SheafMoney amounts[SHEAF_SIDES];
} Step;

static void
free_step (Step *step)
{
  g_free (step->title);
  g_free (step);
}

/* Steps whose amounts are taken off what is there. */
static gboolean
is_taken (const char *name)
{
  return g_str_has_prefix (name, "earmark:") || g_str_has_prefix (name, "reserve:") ||
         g_str_has_prefix (name, "fund:") || g_str_has_prefix (name, "cap:") ||
         g_str_equal (name, "common-fund") || g_str_equal (name, "carry-forward");
}

static Step *
make_step (const SheafPlan             *plan,
           const SheafDistributionStep *data)
{
  Step *step = g_new0 (Step, 1);

  step->title = sheaf_distribution_step_title (data->name,
                                               sheaf_plan_step_title (plan, data->name));
  step->is_total = g_str_equal (data->name, "result") || g_str_equal (data->name, "to-share");
  for (guint side = 0; side < SHEAF_SIDES; side++)
    step->amounts[side] = is_taken (data->name) ? sheaf_money_neg (data->amounts[side])
                                                : data->amounts[side];
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

static const SheafColumn columns[] = {
  { N_ ("Step"), SHEAF_COLUMN_WORDS, 0, format_title },
  { N_ ("Internal (₫)"), SHEAF_COLUMN_FIGURE, 130, format_internal },
  { N_ ("External (₫)"), SHEAF_COLUMN_FIGURE, 130, format_external },
  { N_ ("Both (₫)"), SHEAF_COLUMN_FIGURE, 130, format_both },
};

void
sheaf_step_list_set_up (GtkColumnView *view)
{
  g_autoptr (GtkSingleSelection) selection = gtk_single_selection_new (NULL);

  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  sheaf_columns_add (view, columns, G_N_ELEMENTS (columns));
  sheaf_columns_set_row_style (view, style_step);
}

/* Steps where nothing happened are left out, but for the totals. */
void
sheaf_step_list_show (GtkColumnView       *view,
                      const SheafYearPlan *year_plan)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
  g_autoptr (SheafRecordList) list = NULL;
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (view));
  guint               position = gtk_single_selection_get_selected (selection);

  for (guint i = 0; year_plan->result != NULL && i < year_plan->result->steps->len; i++)
    {
      Step *step = make_step (year_plan->plan, year_plan->result->steps->pdata[i]);

      if (step->is_total || step->amounts[0].units != 0 || step->amounts[1].units != 0)
        g_ptr_array_add (steps, step);
      else
        free_step (step);
    }
  if (position >= steps->len)
    position = 0;
  sheaf_column_fit (view, steps);
  list = sheaf_record_list_new (steps);
  sheaf_columns_refill (view, G_LIST_MODEL (list), position);
}

/* The whole result in sums. */
typedef struct
{
  SheafMoney to_share;
  SheafMoney left;
  SheafMoney shared;
} Sums;

static Sums
sum_up (const SheafDistribution *result)
{
  Sums sums = { { 0 }, { 0 }, { 0 } };

  for (guint side = 0; side < SHEAF_SIDES; side++)
    for (guint pool = 0; pool < SHEAF_POOLS; pool++)
      {
        const SheafPoolResult *pools = &result->pools[side][pool];

        sums.to_share = sheaf_money_add (sums.to_share, pools->amount);
        sums.left = sheaf_money_add (sums.left, pools->undistributed);
      }
  for (guint i = 0; i < result->shares->len; i++)
    sums.shared = sheaf_money_add (sums.shared,
                                   g_array_index (result->shares, SheafShare, i).amount);
  return sums;
}

char *
sheaf_step_list_proof (const SheafYearPlan *year_plan)
{
  Sums             sums;
  g_autofree char *to_share = NULL;
  g_autofree char *shared = NULL;
  g_autofree char *left = NULL;
  g_autofree char *rest = NULL;

  if (year_plan->result == NULL)
    return g_strdup (_ ("Nobody gets anything while the plan cannot be computed."));
  sums = sum_up (year_plan->result);
  to_share = sheaf_format_figure (sums.to_share);
  shared = sheaf_format_figure (sums.shared);
  left = sheaf_format_figure (sums.left);
  rest = sheaf_format_figure (
      sheaf_money_sub (sheaf_money_sub (sums.to_share, sums.shared), sums.left));
  return g_strdup_printf (_ ("To be shared %s = shares %s + left over %s, difference %s (₫). "
                             "Remainders: the largest first, equal ones by code."),
                          to_share, shared, left, rest);
}

static GPtrArray *
new_details (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) sheaf_act_detail_free);
}

GPtrArray *
sheaf_step_list_vouchers (const GPtrArray *sums)
{
  GPtrArray *details = new_details ();

  for (guint i = 0; i < sums->len; i++)
    {
      const SheafPlanStepSum *sum = sums->pdata[i];

      g_ptr_array_add (details,
                       sheaf_act_detail_new (sheaf_distribution_step_title (sum->step, sum->title),
                                             sheaf_format_money_unit (sum->sum)));
    }
  return details;
}

GPtrArray *
sheaf_step_list_posted (const SheafYearPlan *year_plan)
{
  GPtrArray *details = new_details ();

  for (guint i = 0; year_plan->vouchers != NULL && i < year_plan->vouchers->len; i++)
    {
      const SheafPlanVoucher *voucher = year_plan->vouchers->pdata[i];

      g_ptr_array_add (details, sheaf_act_detail_new (g_strdup (voucher->number),
                                                      sheaf_format_date (voucher->date)));
    }
  return details;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The law's floors stand beside the chosen values, so that every member can judge the plan. */
#include "documents/year-shares.h"

#include "base/percent.h"
#include "documents/heading.h"
#include "documents/table.h"

#include <string.h>

#define PAPER "year-shares"
#define SIZE 9.0f

char *
sheaf_year_shares_basis (const SheafYearShares *shares,
                         SheafPaperTexts       *texts)
{
  g_autofree char *day = NULL;

  if (shares->resolution == NULL)
    return g_strdup (sheaf_paper_texts_get (texts, PAPER, "no-resolution"));
  day = sheaf_date_format (shares->resolution_day, "vi");
  return sheaf_paper_texts_fill (texts, PAPER, "resolution", "resolution", shares->resolution,
                                 "date", day, NULL);
}

static gboolean
is_shared (const SheafYearShares *shares,
           SheafPool              pool)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (shares->result->pools[side][pool].amount.units != 0)
      return TRUE;
  return FALSE;
}

char *
sheaf_year_shares_taxes (const SheafYearShares *shares,
                         SheafPaperTexts       *texts)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      const SheafLawTreatment *treatment =
          sheaf_law_rules_treatment (shares->law->rules, shares->plan->treatments[pool]);
      g_autofree char *one = NULL;
      const char      *words;

      if (treatment == NULL || !is_shared (shares, pool))
        continue;
      words = sheaf_paper_texts_find (texts, "treatments", treatment->name);
      one = sheaf_paper_texts_fill (
          texts, PAPER, "tax", "pool",
          sheaf_paper_texts_get (texts, "pools", sheaf_pool_to_text (pool)), "treatment",
          words != NULL ? words : treatment->title, "article", treatment->rule.article, NULL);
      g_string_append_printf (list, "%s%s", list->len > 0 ? "; " : "", one);
    }
  return list->len > 0 ? sheaf_paper_texts_fill (texts, PAPER, "taxes", "list", list->str, NULL)
                       : NULL;
}

static void
add_floor (SheafTable         *table,
           SheafPaperTexts    *texts,
           const char         *label,
           SheafRate           chosen,
           const SheafLawRate *floor)
{
  g_autofree char *percent = sheaf_percent_format (chosen, "vi");
  g_autofree char *least = sheaf_percent_format (floor->rate, "vi");
  g_autofree char *rule = NULL;
  g_autofree char *article = sheaf_paper_texts_fill (
      texts, PAPER, "floor-article", "article", floor->article, NULL);

  if (floor->rate.millionths > 0)
    rule = sheaf_paper_texts_fill (texts, PAPER, "floor-least", "rate", least, NULL);
  else
    rule = g_strdup (sheaf_paper_texts_get (texts, PAPER, "floor-none"));
  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0,
                       (const char *const[]){ label, percent, rule, article });
}

static SheafTable *
open_floors (SheafPaperTexts *texts,
             SheafDocument   *document)
{
  g_auto (GStrv) headings = sheaf_paper_texts_list (texts, PAPER, "floors-columns");
  SheafTableColumn columns[] = {
    { .weight = 1 },
    { .width = SHEAF_MM (20), .align = SHEAF_ALIGN_RIGHT },
    { .width = SHEAF_MM (32) },
    { .width = SHEAF_MM (22) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].heading = i < g_strv_length (headings) ? headings[i] : "";
  return sheaf_table_new (document, columns, G_N_ELEMENTS (columns), SIZE, 0);
}

void
sheaf_year_shares_draw_floors (const SheafYearShares *shares,
                               SheafPaperTexts       *texts,
                               SheafDocument         *document)
{
  const SheafRate *internal = shares->plan->pools[SHEAF_SIDE_INTERNAL];
  SheafRate        members = SHEAF_RATE (internal[SHEAF_POOL_USE].millionths +
                                         internal[SHEAF_POOL_LABOUR].millionths);
  SheafTable      *table = open_floors (texts, document);

  for (guint side = 0; side < SHEAF_SIDES; side++)
    {
      const char *key = side == SHEAF_SIDE_INTERNAL ? "floor-common-fund-internal"
                                                    : "floor-common-fund-external";

      add_floor (table, texts, sheaf_paper_texts_get (texts, PAPER, key),
                 shares->plan->common_fund[side], &shares->law->common_fund_floor[side]);
    }
  add_floor (table, texts, sheaf_paper_texts_get (texts, PAPER, "floor-use-labour"),
             members, &shares->law->use_labour_floor);
  sheaf_table_finish (table, sheaf_signers_height ()); /* who signs never stands alone */
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A farmer should be able to check every figure with a pencil; so each step is on the page. */
#include "documents/member-statement.h"

#include "base/number.h"
#include "base/percent.h"
#include "distribution/quota.h"
#include "documents/table.h"

#define PAPER "member-statement"
#define SIZE 9.0f
#define COLUMNS_MAX 8
#define SHARE_COLUMNS 7
#define SIGN_SIZE 10.0f
#define GAP SHEAF_MM (0.8)

static const SheafTextStyle TEXT = { SHEAF_FACE_REGULAR, 9.5f, SHEAF_ALIGN_LEFT };
static const SheafTextStyle BOLD = { SHEAF_FACE_BOLD, 9.5f, SHEAF_ALIGN_LEFT };
static const SheafTextStyle NOTE = { SHEAF_FACE_ITALIC, 8, SHEAF_ALIGN_LEFT };

static void
skip (SheafDocument *document)
{
  sheaf_document_set_y (document, sheaf_document_y (document) + GAP);
}

static void
draw_section (SheafDocument *document,
              const char    *title)
{
  skip (document);
  (void) sheaf_document_reserve (document, SHEAF_MM (25));
  sheaf_document_text_flow (document, BOLD, title);
  sheaf_document_set_y (document, sheaf_document_y (document) + GAP / 2);
}

/* A table whose headings are one list of the texts (and marks another, or NULL): the first columns
 * have the given widths in millimetres (0: a share), all others share; right is the first column of
 * figures. */
static SheafTable *
open_table (SheafDocument   *document,
            SheafPaperTexts *texts,
            const char      *headings_key,
            const char      *marks_key,
            const float      widths[COLUMNS_MAX],
            guint            right)
{
  g_auto (GStrv) headings = sheaf_paper_texts_list (texts, PAPER, headings_key);
  g_auto (GStrv) marks = marks_key != NULL ? sheaf_paper_texts_list (texts, PAPER, marks_key)
                                           : NULL;
  SheafTableColumn columns[COLUMNS_MAX] = { 0 };
  guint            n = MIN (g_strv_length (headings), COLUMNS_MAX);

  for (guint i = 0; i < n; i++)
    {
      columns[i].heading = headings[i];
      columns[i].mark = marks != NULL && i < g_strv_length (marks) ? marks[i] : NULL;
      columns[i].width = widths != NULL ? SHEAF_MM (widths[i]) : 0;
      columns[i].weight = 1;
      columns[i].align = i >= right ? SHEAF_ALIGN_RIGHT : SHEAF_ALIGN_LEFT;
    }
  return sheaf_table_new (document, columns, n, SIZE, 0);
}

static void
draw_member (SheafDocument            *document,
             SheafPaperTexts          *texts,
             const SheafYearShares    *shares,
             const SheafMemberFigures *member)
{
  g_autofree char *joined = sheaf_date_format (member->joined, "vi");
  g_autofree char *name = sheaf_paper_texts_fill (texts, PAPER, "member", "name", member->name,
                                                  "code", member->code, NULL);
  g_autofree char *kind = sheaf_paper_texts_fill (
      texts, PAPER, "member-kind", "kind", sheaf_paper_texts_get (texts, "kinds", member->kind),
      "joined", *joined != '\0' ? joined : "…", NULL);
  g_autofree char *place = sheaf_paper_texts_fill (
      texts, PAPER, "place", "address", *member->place != '\0' ? member->place : "…", NULL);
  g_autofree char *who = g_strjoin (*member->identity != '\0' ? ". " : "", kind, member->identity,
                                    NULL);
  g_autofree char *basis = sheaf_year_shares_basis (shares, texts);

  sheaf_document_text_flow (document, BOLD, name);
  sheaf_document_text_flow (document, TEXT, who);
  sheaf_document_text_flow (document, TEXT, place);
  if (*member->changes != '\0')
    {
      g_autofree char *changes = sheaf_paper_texts_fill (texts, PAPER, "changes", "changes",
                                                         member->changes, NULL);

      sheaf_document_text_flow (document, TEXT, changes);
    }
  sheaf_document_text_flow (document, TEXT, basis);
}

/* One row of amounts, as many as the table has columns. */
static void
add_amounts (SheafTable       *table,
             SheafPaperTexts  *texts,
             const SheafMoney *amounts,
             guint             n)
{
  g_auto (GStrv) cells = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    cells[i] = sheaf_paper_texts_money (texts, amounts[i], "vi");
  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 0, (const char *const *) cells);
}

static void
draw_year (SheafDocument            *document,
           SheafPaperTexts          *texts,
           const SheafMemberFigures *member)
{
  SheafMoney  amounts[] = { member->capital_before, member->capital_added, member->capital_taken,
                            member->capital_after, member->deliveries, member->supplies,
                            member->wages };
  SheafTable *table;

  draw_section (document, sheaf_paper_texts_get (texts, PAPER, "year-title"));
  table = open_table (document, texts, "year-columns", NULL, NULL, 0);
  add_amounts (table, texts, amounts, G_N_ELEMENTS (amounts));
  sheaf_table_finish (table, 0);
}

/* "40 %": which part of what is left the step's amount is. */
static char *
format_part (const SheafYearShares       *shares,
             const SheafDistributionStep *step,
             SheafSide                    side)
{
  const SheafDistributionStep *all = sheaf_distribution_step (shares->result, "to-share");
  SheafMoney                   part = SHEAF_MONEY_ZERO;
  g_autofree char             *number = NULL;

  if (all != NULL && all->amounts[side].units > 0)
    part = sheaf_money_mul_div (SHEAF_MONEY (10000), step->amounts[side].units,
                                all->amounts[side].units, SHEAF_ROUND_HALF_UP);
  number = sheaf_number_format (part.units, 2, "vi");
  return sheaf_percent_sign (number, "vi");
}

/* "– theo vốn góp (nội bộ 40 %, bên ngoài 80 %)" */
static char *
pool_label (SheafPaperTexts             *texts,
            const SheafYearShares       *shares,
            const SheafDistributionStep *step)
{
  g_autofree char *key = g_strdelimit (g_strdup (step->name), ":", '-');
  g_autofree char *internal = format_part (shares, step, SHEAF_SIDE_INTERNAL);
  g_autofree char *external = format_part (shares, step, SHEAF_SIDE_EXTERNAL);

  return sheaf_paper_texts_fill (texts, "steps", key, "internal", internal, "external", external,
                                 NULL);
}

/* The step's words: "fund:welfare" is "Trích lập: " with the fund's title. */
static char *
step_label (SheafPaperTexts             *texts,
            const SheafYearShares       *shares,
            const SheafDistributionStep *step)
{
  g_auto (GStrv) parts = g_strsplit (step->name, ":", 2);
  const char *name = parts[1] != NULL ? parts[1] : "";

  if (g_strcmp0 (parts[0], "pool") == 0)
    return pool_label (texts, shares, step);
  if (sheaf_plan_step_title (shares->plan, step->name) != NULL)
    name = sheaf_plan_step_title (shares->plan, step->name);
  else if (shares->fund_names != NULL && g_hash_table_lookup (shares->fund_names, name) != NULL)
    name = g_hash_table_lookup (shares->fund_names, name);
  return sheaf_paper_texts_fill (texts, "steps", parts[0], "name", name, NULL);
}

static gboolean
is_shown (const SheafDistributionStep *step)
{
  for (guint side = 0; side < SHEAF_SIDES; side++)
    if (step->amounts[side].units != 0)
      return TRUE;
  return g_strcmp0 (step->name, "result") == 0 || g_strcmp0 (step->name, "to-share") == 0;
}

/* What was taken stands in parentheses, as it lowers what is left. */
static gboolean
is_taken (const char *step)
{
  return g_str_has_prefix (step, "earmark:") || g_str_has_prefix (step, "fund:") ||
         g_str_has_prefix (step, "reserve:") || g_str_has_prefix (step, "cap:") ||
         g_strcmp0 (step, "common-fund") == 0 || g_strcmp0 (step, "carry-forward") == 0;
}

static char *
format_step (SheafPaperTexts             *texts,
             const SheafDistributionStep *step,
             SheafSide                    side)
{
  SheafMoney amount = step->amounts[side];

  return sheaf_paper_texts_money (
      texts, is_taken (step->name) ? sheaf_money_neg (amount) : amount, "vi");
}

static void
draw_steps (SheafDocument         *document,
            SheafPaperTexts       *texts,
            const SheafYearShares *shares)
{
  static const float widths[COLUMNS_MAX] = { 0, 38, 38 };
  SheafTable        *table;

  draw_section (document, sheaf_paper_texts_get (texts, PAPER, "steps-title"));
  table = open_table (document, texts, "steps-columns", NULL, widths, 1);
  for (guint i = 0; i < shares->result->steps->len; i++)
    {
      const SheafDistributionStep *step = g_ptr_array_index (shares->result->steps, i);
      g_autofree char             *label = step_label (texts, shares, step);
      g_autofree char             *internal = format_step (texts, step, SHEAF_SIDE_INTERNAL);
      g_autofree char             *external = format_step (texts, step, SHEAF_SIDE_EXTERNAL);
      const char                  *cells[] = { label, internal, external };
      gboolean                     last = g_strcmp0 (step->name, "to-share") == 0;

      if (is_shown (step))
        sheaf_table_add_row (table, last ? SHEAF_ROW_BOLD : SHEAF_ROW_PLAIN,
                             g_str_has_prefix (step->name, "pool:") ? 1 : 0, cells);
    }
  sheaf_table_finish (table, 0);
}

/* "+464,74 (3/17)": rounded up, as the third largest of the seventeen remainders that got one of
 * the spare units; "(369,65)": rounded down. */
static char *
rounding_text (SheafPaperTexts       *texts,
               const SheafShare      *share,
               const SheafPoolResult *pool,
               gint64                 unit)
{
  g_autofree char *difference =
      sheaf_quota_rounding (share->whole, share->remainder, pool->weight, unit, share->amount,
                            sheaf_paper_texts_decimals (texts), "vi");

  if (!share->extra)
    return g_steal_pointer (&difference);
  return g_strdup_printf ("%s (%u/%" G_GINT64_FORMAT ")", difference, share->rank,
                          pool->spare_units);
}

static void
add_share (SheafTable            *table,
           SheafPaperTexts       *texts,
           const SheafYearShares *shares,
           const SheafShare      *share)
{
  const SheafPoolResult *pool = &shares->result->pools[share->side][share->pool];
  gint64                 unit = shares->result->rounding_unit;
  SheafMoney             shared = sheaf_money_sub (pool->amount, pool->undistributed);
  g_autofree char       *amount = sheaf_paper_texts_money (texts, shared, "vi");
  g_autofree char       *mine = sheaf_quota_weight (share->weight, "vi");
  g_autofree char       *all = sheaf_quota_weight (pool->weight, "vi");
  g_autofree char       *quota = sheaf_quota_format (share->whole, share->remainder,
                                                     pool->weight, unit,
                                                     sheaf_paper_texts_decimals (texts), "vi");
  g_autofree char       *rounding = rounding_text (texts, share, pool, unit);
  g_autofree char       *given = sheaf_paper_texts_money (texts, share->amount, "vi");
  const char            *name = sheaf_pool_to_text (share->pool);
  const char            *label = sheaf_paper_texts_get (texts, "pools", name);
  const char            *cells[] = { label, amount, mine, all, quota, rounding, given };

  sheaf_table_add_row (table, SHEAF_ROW_PLAIN, 1, cells);
}

/* The rows of one member, under a row for each side. */
static void
add_shares (SheafTable            *table,
            SheafPaperTexts       *texts,
            const SheafYearShares *shares,
            const char            *code)
{
  GArray *all = shares->result->shares;
  int     side = -1;

  for (guint i = sheaf_distribution_first_share (shares->result, code); i < all->len; i++)
    {
      const SheafShare *share = &g_array_index (all, SheafShare, i);
      const char       *cells[SHARE_COLUMNS] = { sheaf_paper_texts_get (
                texts, "pools", sheaf_side_to_text (share->side)) };

      if (g_strcmp0 (share->code, code) != 0)
        break;
      if (side != (int) share->side)
        sheaf_table_add_row (table, SHEAF_ROW_ITALIC, 0, cells);
      side = (int) share->side;
      add_share (table, texts, shares, share);
    }
}

static void
draw_shares (SheafDocument            *document,
             SheafPaperTexts          *texts,
             const SheafYearShares    *shares,
             const SheafMemberFigures *member)
{
  static const float widths[COLUMNS_MAX] = { 0, 21, 25, 27, 22, 25, 20 };
  SheafMoney         total = sheaf_distribution_member_total (shares->result, member->code);
  g_autofree char   *total_text = sheaf_paper_texts_money (texts, total, "vi");
  g_autofree char   *unit = sheaf_paper_texts_money (
        texts, SHEAF_MONEY (shares->result->rounding_unit), "vi");
  g_autofree char *rule = sheaf_paper_texts_fill (texts, PAPER, "rounding", "unit", unit, NULL);
  g_autofree char *taxes = sheaf_year_shares_taxes (shares, texts);
  gboolean         days = !shares->plan->capital_year_end;
  const char      *cells[SHARE_COLUMNS] = {
         sheaf_paper_texts_get (texts, PAPER, "total"), NULL, NULL, NULL, NULL, NULL, total_text
  };
  SheafTable *table;

  draw_section (document, sheaf_paper_texts_get (texts, PAPER, "shares-title"));
  table = open_table (document, texts, "shares-columns", "shares-marks", widths, 1);
  add_shares (table, texts, shares, member->code);
  sheaf_table_add_row (table, SHEAF_ROW_BOLD, 0, cells);
  sheaf_table_finish (table, 0);
  sheaf_document_text_flow (document, NOTE, rule);
  sheaf_document_text_flow (document, NOTE,
                            sheaf_paper_texts_get (texts, PAPER,
                                                   days ? "weights-days" : "weights-year-end"));
  if (taxes != NULL)
    sheaf_document_text_flow (document, NOTE, taxes);
}

/* "Đã trả 1.520.000 đồng ngày 10/04/2026."; nothing for 0. */
static void
add_part (GString         *parts,
          SheafPaperTexts *texts,
          const char      *key,
          SheafMoney       amount,
          SheafDate        day)
{
  g_autofree char *figure = sheaf_paper_texts_money (texts, amount, "vi");
  g_autofree char *date = sheaf_date_format (day, "vi");
  g_autofree char *line = NULL;

  if (amount.units == 0)
    return;
  line = sheaf_paper_texts_fill (texts, PAPER, key, "amount", figure, "date", date, NULL);
  g_string_append_printf (parts, "%s%s", parts->len > 0 ? " " : "", line);
}

/* What became of the total: in which form it is not money, what was kept back and paid, what is
 * open. The amounts add up to the total. In one paragraph: the statement shall stay on one page. */
static void
draw_parts (SheafDocument            *document,
            SheafPaperTexts          *texts,
            const SheafYearShares    *shares,
            const SheafMemberFigures *member)
{
  static const char *const keys[SHEAF_PAY_FORMS] = {
    [SHEAF_PAY_FORM_CAPITAL] = "payment-capital",
    [SHEAF_PAY_FORM_QUALIFIED] = "payment-qualified",
    [SHEAF_PAY_FORM_NONQUALIFIED] = "payment-nonqualified",
  };
  g_autoptr (GString) parts = g_string_new (NULL);
  SheafMoney forms[SHEAF_PAY_FORMS];
  SheafMoney open;

  sheaf_distribution_member_forms (shares->result, member->code, forms);
  open = sheaf_money_sub (forms[SHEAF_PAY_FORM_MONEY], member->paid);
  open = sheaf_money_sub (open, sheaf_money_add (member->tax, member->set_off));
  for (guint form = SHEAF_PAY_FORM_CAPITAL; form < SHEAF_PAY_FORMS; form++)
    add_part (parts, texts, keys[form], forms[form], shares->year_end);
  add_part (parts, texts, "payment-tax", member->tax, member->paid_on);
  add_part (parts, texts, "payment-set-off", member->set_off, member->paid_on);
  add_part (parts, texts, "payment-paid", member->paid, member->paid_on);
  if (open.units > 0 && shares->resolution != NULL)
    add_part (parts, texts, "payment-open", open, shares->year_end);
  if (parts->len > 0)
    sheaf_document_text_flow (document, TEXT, parts->str);
}

/* The total in words, and what became of it. */
static gboolean
draw_total (SheafDocument            *document,
            SheafPaperTexts          *texts,
            const SheafYearShares    *shares,
            const SheafMemberFigures *member,
            GError                  **error)
{
  SheafMoney       total = sheaf_distribution_member_total (shares->result, member->code);
  g_autofree char *words = sheaf_words_amount (shares->words, total, error);
  g_autofree char *line = NULL;

  if (words == NULL)
    return FALSE;
  line = sheaf_paper_texts_fill (texts, PAPER, "words", "words", words, NULL);
  skip (document);
  sheaf_document_text_flow (document, BOLD, line);
  draw_parts (document, texts, shares, member);
  return TRUE;
}

gboolean
sheaf_member_statement_draw (SheafDocument            *document,
                             SheafPaperTexts          *texts,
                             const SheafFrame         *frame,
                             const SheafYearShares    *shares,
                             const SheafMemberFigures *member,
                             GError                  **error)
{
  const char      *names[] = { "", frame->chief_accountant, frame->director, NULL };
  g_autofree char *floors = sheaf_paper_texts_fill (texts, PAPER, "floors-title", "law",
                                                    shares->law->title, NULL);

  g_return_val_if_fail (document != NULL && shares != NULL && member != NULL, FALSE);
  sheaf_frame_head (frame, texts, PAPER, shares->year_end, NULL, document);
  sheaf_document_add_outline (document, member->name);
  draw_member (document, texts, shares, member);
  draw_year (document, texts, member);
  draw_steps (document, texts, shares);
  draw_shares (document, texts, shares, member);
  if (!draw_total (document, texts, shares, member, error))
    return FALSE;
  draw_section (document, floors);
  sheaf_year_shares_draw_floors (shares, texts, document);
  sheaf_frame_sign (frame, texts, PAPER, names, SIGN_SIZE, document);
  return sheaf_paper_texts_check (texts, error);
}

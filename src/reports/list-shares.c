/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line a member: what was put in, each pool's share, what is kept back, what is left to pay. */
#include "reports/list-shares.h"

#include "base/i18n.h"
#include "distribution/approval.h"
#include "distribution/quota.h"
#include "payouts/share-list.h"
#include "reports/error.h"
#include "reports/list-writer.h"
#include "reports/statement-report.h"

static const SheafListColumn columns[] = {
  { "no", SHEAF_CELL_COUNT, 5 },
  { "member", SHEAF_CELL_TEXT, 8 },
  { "name", SHEAF_CELL_TEXT, 20 },
  { "kind", SHEAF_CELL_TEXT, 12 },
  { "capital", SHEAF_CELL_MONEY, 13 },
  { "capital_part", SHEAF_CELL_RATE, 8 },
  { "use", SHEAF_CELL_MONEY, 13 },
  { "use_part", SHEAF_CELL_RATE, 8 },
  { "labour", SHEAF_CELL_MONEY, 12 },
  { "labour_part", SHEAF_CELL_RATE, 8 },
  { "internal_use", SHEAF_CELL_MONEY, 12 },
  { "internal_labour", SHEAF_CELL_MONEY, 12 },
  { "internal_capital", SHEAF_CELL_MONEY, 12 },
  { "internal_equal", SHEAF_CELL_MONEY, 12 },
  { "external_use", SHEAF_CELL_MONEY, 12 },
  { "external_labour", SHEAF_CELL_MONEY, 12 },
  { "external_capital", SHEAF_CELL_MONEY, 12 },
  { "external_equal", SHEAF_CELL_MONEY, 12 },
  { "share", SHEAF_CELL_MONEY, 13 },
  { "kept_capital", SHEAF_CELL_MONEY, 12 },
  { "notice", SHEAF_CELL_MONEY, 12 },
  { "tax", SHEAF_CELL_MONEY, 11 },
  { "set_off", SHEAF_CELL_MONEY, 11 },
  { "net", SHEAF_CELL_MONEY, 13 },
  { "form", SHEAF_CELL_TEXT, 8 },
  { NULL, SHEAF_CELL_TEXT, 0 },
};

#define N_COLUMNS (G_N_ELEMENTS (columns) - 1)
#define NAME 2
#define CAPITAL 4
#define USE 6
#define LABOUR 8
#define AMOUNTS 10 /* in the order of SheafShareAmount */
#define FORM (N_COLUMNS - 1)

G_STATIC_ASSERT (AMOUNTS + SHEAF_SHARE_AMOUNTS == FORM);

/* The column of what weighs in a pool; its part stands behind it. In equal parts nothing does. */
static const guint WEIGHED[SHEAF_POOLS] = { [SHEAF_POOL_USE] = USE,
                                            [SHEAF_POOL_LABOUR] = LABOUR,
                                            [SHEAF_POOL_CAPITAL] = CAPITAL };

/* The year's distribution under way. */
typedef struct
{
  SheafListWriter    writer;
  int                year;
  SheafDate          year_end;
  SheafLaw          *law;
  SheafPlan         *plan;
  SheafDistribution *result;
  GHashTable        *paid;
  GPtrArray         *strings;
  GArray            *rows; /* of SheafPayoutRow */
} Shares;

static void
shares_clear (Shares *shares)
{
  sheaf_list_writer_clear (&shares->writer);
  sheaf_law_free (shares->law);
  sheaf_plan_free (shares->plan);
  sheaf_distribution_free (shares->result);
  g_clear_pointer (&shares->paid, g_hash_table_unref);
  g_clear_pointer (&shares->rows, g_array_unref);
  g_clear_pointer (&shares->strings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shares, shares_clear)

static gboolean
load (Shares    *shares,
      SheafBook *book,
      GError   **error)
{
  g_autoptr (SheafProblems) problems = sheaf_problems_new ();

  shares->year_end = sheaf_book_year_end (book, shares->year);
  shares->strings = g_ptr_array_new_with_free_func (g_free);
  shares->law = sheaf_law_of_year (book, shares->year, error);
  if (shares->law == NULL)
    return FALSE;
  shares->plan = sheaf_plan_load (book, shares->law, shares->year, NULL, error);
  if (shares->plan == NULL)
    return FALSE;
  shares->result = sheaf_distribution_load (book, shares->year, problems, error);
  if (shares->result == NULL)
    return FALSE;
  shares->paid = sheaf_year_paid_load (book, shares->year, error);
  if (shares->paid == NULL)
    return FALSE;
  shares->rows = sheaf_payout_rows (book, shares->year, shares->result, shares->paid,
                                    shares->strings, error);
  return shares->rows != NULL;
}

/* Resolution and day; of a plan that stands for nothing yet a warning. */
static gboolean
tell_basis (Shares  *shares,
            GError **error)
{
  SheafListWriter *writer = &shares->writer;
  SheafPlanState   state = SHEAF_PLAN_NONE;
  g_autoptr (SheafApproval) approval = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *day = NULL;
  g_autofree char *line = NULL;

  if (!sheaf_plan_state (writer->book, shares->year, &state, error))
    return FALSE;
  if (state != SHEAF_PLAN_APPROVED && state != SHEAF_PLAN_POSTED)
    {
      line = sheaf_list_text (writer, "draft", NULL);
      sheaf_list_warn (writer, line);
      return TRUE;
    }
  approval = sheaf_approval_find (writer->book, shares->year, &cause);
  if (cause != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  g_return_val_if_fail (approval != NULL, FALSE); /* the state says that there is one */
  day = sheaf_date_format (approval->date, writer->language);
  line = sheaf_list_text (writer, "resolution", "resolution", approval->resolution, "date", day,
                          NULL);
  writer->head->subtitles = sheaf_statement_report_append (writer->head->subtitles, line);
  return TRUE;
}

/* So that the sum can be held against what the plan shares. */
static void
tell_left_over (Shares *shares)
{
  SheafMoney       left = sheaf_share_left_over (shares->result);
  SheafReportHead *head = shares->writer.head;
  g_autofree char *amount = sheaf_money_format (left, shares->writer.language);
  g_autofree char *line = sheaf_list_text (&shares->writer, "left_over", "amount", amount, NULL);

  if (left.units != 0)
    head->foot = sheaf_statement_report_append (head->foot, line);
}

/* "Chính thức"; NULL where it is not told. Free with g_free. */
static char *
word_kind (const SheafListWriter *writer,
           const char            *kind)
{
  g_autofree char *key = g_strconcat ("kind_", kind, NULL);

  return kind != NULL ? sheaf_list_text (writer, key, NULL) : NULL;
}

/* How it was paid so far, in cash and through the bank. Free with g_free. */
static char *
word_form (const SheafListWriter *writer,
           const SheafPayoutRow  *row)
{
  g_autofree char *cash = row->cash ? sheaf_list_text (writer, "form_cash", NULL) : NULL;
  g_autofree char *bank = row->bank ? sheaf_list_text (writer, "form_bank", NULL) : NULL;

  return g_strjoin (row->cash && row->bank ? ", " : "", cash != NULL ? cash : "",
                    bank != NULL ? bank : "", NULL);
}

static void
set_weights (const SheafShareLine *line,
             SheafCell            *cells)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      if (WEIGHED[pool] == 0 || line->weights[pool] == 0)
        continue;
      /* weights by factors of a plan may pass what a cell holds: their part tells enough */
      if (line->worths[pool] <= (SheafWeight) SHEAF_MONEY_MAX)
        sheaf_cell_set_number (&cells[WEIGHED[pool]], (gint64) line->worths[pool]);
      sheaf_cell_set_number (&cells[WEIGHED[pool] + 1],
                             sheaf_quota_rate (line->weights[pool], line->totals[pool]).millionths);
    }
}

static void
set_amounts (const SheafShareLine *line,
             SheafCell            *cells)
{
  for (guint i = 0; i < SHEAF_SHARE_AMOUNTS; i++)
    sheaf_cell_set_number (&cells[AMOUNTS + i], line->amounts[i].units);
}

static gboolean
write_row (Shares               *shares,
           const SheafPayoutRow *member,
           const SheafShareLine *line,
           guint                 number,
           GError              **error)
{
  g_autofree char *kind = word_kind (&shares->writer, member->kind);
  g_autofree char *form = word_form (&shares->writer, member);
  SheafCell        cells[N_COLUMNS] = { { 0 } };
  SheafReportRow   row = { .cells = cells, .party_id = member->party_id };

  sheaf_cell_set_number (&cells[0], number);
  sheaf_cell_set_text (&cells[1], member->code);
  sheaf_cell_set_text (&cells[NAME], member->name);
  sheaf_cell_set_text (&cells[NAME + 1], kind);
  set_weights (line, cells);
  set_amounts (line, cells);
  sheaf_cell_set_text (&cells[FORM], form);
  return sheaf_report_sink_row (shares->writer.sink, &row, error);
}

static gboolean
write_total (Shares               *shares,
             const SheafShareLine *sum,
             GError              **error)
{
  g_autofree char *total = sheaf_list_text (&shares->writer, "total", NULL);
  SheafCell        cells[N_COLUMNS] = { { 0 } };
  SheafReportRow   row = { .kind = SHEAF_ROW_KIND_TOTAL, .bold = TRUE, .cells = cells };

  sheaf_cell_set_text (&cells[NAME], total);
  set_weights (sum, cells);
  set_amounts (sum, cells);
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    if (WEIGHED[pool] != 0 && sum->weights[pool] != 0)
      cells[WEIGHED[pool]].sum = sum->worths[pool] <= (SheafWeight) SHEAF_MONEY_MAX;
  for (guint i = AMOUNTS; i < FORM; i++)
    cells[i].sum = TRUE;
  return sheaf_report_sink_row (shares->writer.sink, &row, error);
}

static gboolean
write_rows (Shares  *shares,
            GError **error)
{
  g_autoptr (SheafReportSection) section = sheaf_report_section_new (NULL);
  SheafShareLine sum = { { 0 }, { 0 }, { 0 }, { { 0 } } };

  if (!sheaf_report_sink_section (shares->writer.sink, section, error))
    return FALSE;
  for (guint i = 0; i < shares->rows->len; i++)
    {
      const SheafPayoutRow *member = &g_array_index (shares->rows, SheafPayoutRow, i);
      SheafShareLine        line;

      if (!sheaf_share_line_fill (shares->result, shares->plan, shares->year_end, member, &line))
        continue;
      sheaf_share_line_add (&sum, &line);
      if (!write_row (shares, member, &line, i + 1, error))
        return FALSE;
    }
  return write_total (shares, &sum, error);
}

/* Those of the pools stand under the profit that they share. */
static void
make_columns (Shares *shares)
{
  GPtrArray *made = sheaf_list_columns (&shares->writer, "shares", columns);

  for (guint i = 0; i < SHEAF_SIDES * SHEAF_POOLS; i++)
    {
      SheafReportColumn *column = made->pdata[AMOUNTS + i];

      column->group = sheaf_list_text (
          &shares->writer, i < SHEAF_POOLS ? "group_internal" : "group_external", NULL);
    }
  g_ptr_array_unref (shares->writer.head->columns);
  shares->writer.head->columns = made;
}

gboolean
sheaf_list_shares_write (const SheafReport         *report,
                         SheafBook                 *book,
                         const SheafReportQuestion *question,
                         SheafReportSink           *sink,
                         GError                   **error)
{
  g_auto (Shares) shares = { .year = 0 };

  if (!sheaf_list_year (book, question, &shares.year, error) || !load (&shares, book, error))
    return FALSE;
  if (shares.rows->len == 0)
    {
      g_set_error_literal (error, SHEAF_REPORTS_ERROR, SHEAF_REPORTS_ERROR_WITHHELD,
                           _ ("Nobody has a share in this year, so there is no list to sign: "
                              "distribute the income first"));
      return FALSE;
    }
  if (!sheaf_list_writer_init (&shares.writer, book, report->code, question, sink,
                               sheaf_book_year_start (book, shares.year), shares.year_end, error))
    return FALSE;
  make_columns (&shares);
  tell_left_over (&shares);
  return tell_basis (&shares, error) &&
         sheaf_report_sink_head (sink, shares.writer.head, error) && write_rows (&shares, error) &&
         sheaf_report_sink_finish (sink, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* There is no official form for members' shares; this follows the pay lists of Circular
 * 71/2024/TT-BTC (02-LĐTL): ordinal number, name, parts, total, signature, sum in words. */
#include "documents/payout-list.h"

#include "base/i18n.h"
#include "distribution/quota.h"
#include "documents/error.h"
#include "documents/table.h"

#define PAPER "payout-list"
#define ROW_HEIGHT SHEAF_MM (9) /* room to sign */
#define NAME_WIDTH SHEAF_MM (34)
#define SIGN_WIDTH SHEAF_MM (21)
#define PADDING SHEAF_MM (2.8)
#define SIZE_MOST 10.0f
#define SIZE_LEAST 6.0f

static const SheafTextStyle TEXT = { SHEAF_FACE_REGULAR, 11, SHEAF_ALIGN_LEFT };
static const SheafTextStyle BOLD = { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_LEFT };
static const SheafTextStyle NOTE = { SHEAF_FACE_ITALIC, 8.5f, SHEAF_ALIGN_LEFT };

/* Columns of the list, as they stand; those of money, from POOL on, in the order of
 * SheafShareAmount. */
typedef enum
{
  NUMBER,
  CODE,
  NAME,
  CAPITAL,
  CAPITAL_PART, /* of what all put in */
  USE,
  USE_PART,
  LABOUR,
  LABOUR_PART,
  POOL,
  TOTAL = POOL + SHEAF_SHARE_TOTAL,
  KEPT_CAPITAL = POOL + SHEAF_SHARE_CAPITAL,
  NOTICE = POOL + SHEAF_SHARE_NOTICE,
  TAX = POOL + SHEAF_SHARE_TAX,
  SET_OFF = POOL + SHEAF_SHARE_SET_OFF,
  NET = POOL + SHEAF_SHARE_NET,
  FORM,
  SIGN,
  N_COLUMNS,
} Column;

/* Words of the headings in the texts; the pools have their own. */
static const char *const HEADINGS[N_COLUMNS] = {
  [NUMBER] = "column-number",
  [CODE] = "column-code",
  [NAME] = "column-name",
  [CAPITAL] = "column-capital",
  [CAPITAL_PART] = "column-capital-part",
  [USE] = "column-use",
  [USE_PART] = "column-use-part",
  [LABOUR] = "column-labour",
  [LABOUR_PART] = "column-labour-part",
  [TOTAL] = "column-share",
  [KEPT_CAPITAL] = "column-kept-capital",
  [NOTICE] = "column-notice",
  [TAX] = "column-tax",
  [SET_OFF] = "column-set-off",
  [NET] = "column-net",
  [FORM] = "column-form",
  [SIGN] = "column-sign",
};

/* The column of what a member put in that weighs in a pool; the part of all stands behind it. */
static const Column WEIGHED[SHEAF_POOLS] = { [SHEAF_POOL_USE] = USE,
                                             [SHEAF_POOL_LABOUR] = LABOUR,
                                             [SHEAF_POOL_CAPITAL] = CAPITAL };

/* A list under way. */
typedef struct
{
  SheafDocument         *document;
  SheafPaperTexts       *texts;
  const SheafYearShares *shares;
  GPtrArray             *rows; /* of char ** with N_COLUMNS texts; the last is the total */
  SheafShareLine         sum;
  gboolean               used[N_COLUMNS];
  gboolean               associates; /* a kind stands there in short */
} List;

/* Cells without a text are NULL, so that no list of strings frees them. */
static void
free_cells (gpointer data)
{
  char **cells = data;

  for (guint column = 0; column < N_COLUMNS; column++)
    g_free (cells[column]);
  g_free (cells);
}

/* Money, but for sums that no amount of money holds. */
static char *
word_worth (const List *list,
            SheafWeight worth)
{
  return worth <= (SheafWeight) SHEAF_MONEY_MAX
             ? sheaf_paper_texts_money (list->texts, SHEAF_MONEY ((gint64) worth), "vi")
             : sheaf_quota_weight (worth, "vi");
}

/* What was put in, and the part that is of all. */
static void
put_weights (List                 *list,
             const SheafShareLine *line,
             char                **cells)
{
  for (guint pool = 0; pool < SHEAF_POOLS; pool++)
    {
      Column column = WEIGHED[pool];

      if (column == NUMBER || line->weights[pool] == 0)
        continue;
      cells[column] = word_worth (list, line->worths[pool]);
      cells[column + 1] = sheaf_quota_percent (line->weights[pool], line->totals[pool], "vi",
                                               NULL);
      list->used[column] = list->used[column + 1] = TRUE;
    }
}

static void
put_amounts (List                 *list,
             const SheafShareLine *line,
             char                **cells)
{
  for (guint i = 0; i < SHEAF_SHARE_AMOUNTS; i++)
    {
      SheafMoney amount = line->amounts[i];

      cells[POOL + i] = amount.units != 0 ? sheaf_paper_texts_money (list->texts, amount, "vi")
                                          : g_strdup ("–");
      list->used[POOL + i] = list->used[POOL + i] || amount.units != 0;
    }
  sheaf_share_line_add (&list->sum, line);
}

static char *
name_form (const List           *list,
           const SheafPayoutRow *row)
{
  const char *cash = sheaf_paper_texts_get (list->texts, PAPER, "form-cash");
  const char *bank = sheaf_paper_texts_get (list->texts, PAPER, "form-bank");

  return g_strjoin (row->cash && row->bank ? ", " : "", row->cash ? cash : "",
                    row->bank ? bank : "", NULL);
}

static void
put_member (List                 *list,
            const SheafPayoutRow *row,
            guint                 number,
            char                **cells)
{
  cells[NUMBER] = g_strdup_printf ("%u", number);
  cells[CODE] = row->kind == NULL
                    ? g_strdup (row->code)
                    : g_strjoin ("\n", row->code,
                                 sheaf_paper_texts_get (list->texts, "kinds-short", row->kind),
                                 NULL);
  cells[NAME] = g_strdup (row->name);
  cells[FORM] = name_form (list, row);
  list->used[FORM] = list->used[FORM] || *cells[FORM] != '\0';
  list->associates = list->associates || row->kind != NULL;
}

static void
gather_rows (List                 *list,
             const SheafPayoutRow *rows,
             guint                 n_rows)
{
  char **total;

  for (guint i = 0; i < n_rows; i++)
    {
      g_auto (GStrv) cells = g_new0 (char *, N_COLUMNS + 1);
      SheafShareLine line;

      if (sheaf_share_line_fill (list->shares->result, list->shares->plan, list->shares->year_end,
                                 &rows[i], &line))
        {
          put_member (list, &rows[i], list->rows->len + 1, cells);
          put_weights (list, &line, cells);
          put_amounts (list, &line, cells);
          g_ptr_array_add (list->rows, g_steal_pointer (&cells));
        }
    }
  total = g_new0 (char *, N_COLUMNS + 1);
  total[NAME] = g_strdup (sheaf_paper_texts_get (list->texts, PAPER, "total"));
  put_weights (list, &list->sum, total);
  for (guint column = POOL; column <= NET; column++)
    total[column] = sheaf_paper_texts_money (list->texts, list->sum.amounts[column - POOL], "vi");
  g_ptr_array_add (list->rows, total);
  list->used[NUMBER] = list->used[CODE] = list->used[NAME] = list->used[SIGN] = TRUE;
  list->used[NET] = FALSE; /* without these it is the total again */
  for (guint column = KEPT_CAPITAL; column < NET; column++)
    list->used[NET] = list->used[NET] || list->used[column];
}

static const char *
name_column (const List *list,
             Column      column)
{
  if (column < POOL || column >= TOTAL)
    return sheaf_paper_texts_get (list->texts, PAPER, HEADINGS[column]);
  return sheaf_paper_texts_get (list->texts, "pools",
                                sheaf_pool_to_text ((SheafPool) ((column - POOL) % SHEAF_POOLS)));
}

/* The widest word, as headings break between words only. */
static float
measure_words (const List    *list,
               SheafTextStyle style,
               const char    *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  float width = 0;

  for (char **word = words; *word != NULL; word++)
    width = MAX (width, sheaf_document_text_width (list->document, style, *word));
  return width;
}

/* The widest text of a column, in bold as heading and total are. */
static float
measure (const List *list,
         Column      column,
         float       size)
{
  SheafTextStyle style = { SHEAF_FACE_BOLD, size, SHEAF_ALIGN_LEFT };
  float          width = PADDING + measure_words (list, style, name_column (list, column));

  for (guint i = 0; i < list->rows->len; i++)
    {
      char **cells = list->rows->pdata[i];
      g_auto (GStrv) lines = g_strsplit (cells[column] != NULL ? cells[column] : "", "\n", -1);

      for (char **line = lines; *line != NULL; line++)
        width = MAX (width,
                     sheaf_document_text_width (list->document, style, *line) + PADDING);
    }
  return width;
}

/* Fills the widths of the columns that are used for letters of this size; gives what is left for
 * names. */
static float
fit_columns (const List *list,
             float       size,
             float       widths[N_COLUMNS])
{
  float left = sheaf_document_right (list->document) - sheaf_document_left (list->document);

  for (Column column = NUMBER; column < N_COLUMNS; column++)
    {
      if (!list->used[column] || column == NAME)
        continue;
      widths[column] = column == SIGN ? SIGN_WIDTH : measure (list, column, size);
      left -= widths[column];
    }
  return left;
}

static void
describe_column (List             *list,
                 Column            column,
                 SheafTableColumn *described)
{
  SheafSide side = (SheafSide) ((column - POOL) / SHEAF_POOLS);

  described->heading = name_column (list, column);
  described->align = column >= CAPITAL && column <= NET ? SHEAF_ALIGN_RIGHT : SHEAF_ALIGN_LEFT;
  if (column == NUMBER || column == FORM)
    described->align = SHEAF_ALIGN_CENTRE;
  if (column >= POOL && column < TOTAL)
    described->group = sheaf_paper_texts_get (list->texts, "pools", sheaf_side_to_text (side));
}

static void
draw_rows (List *list)
{
  SheafTableColumn columns[N_COLUMNS] = { 0 };
  float            widths[N_COLUMNS] = { 0 };
  float            size = SIZE_MOST;
  guint            n = 0;
  SheafTable      *table;

  while (fit_columns (list, size, widths) < NAME_WIDTH && size > SIZE_LEAST)
    size -= 0.5f;
  for (Column column = NUMBER; column < N_COLUMNS; column++)
    {
      if (!list->used[column])
        continue;
      columns[n].width = widths[column];
      columns[n].weight = column == NAME ? 1 : 0;
      describe_column (list, column, &columns[n++]);
    }
  table = sheaf_table_new (list->document, columns, n, size, ROW_HEIGHT);
  for (guint i = 0; i < list->rows->len; i++)
    {
      char      **cells = list->rows->pdata[i];
      const char *shown[N_COLUMNS] = { 0 };
      gboolean    last = i + 1 == list->rows->len;

      n = 0;
      for (Column column = NUMBER; column < N_COLUMNS; column++)
        if (list->used[column])
          shown[n++] = cells[column];
      sheaf_table_add_row (table, last ? SHEAF_ROW_BOLD | SHEAF_ROW_SHADED : SHEAF_ROW_PLAIN, 0,
                           shown);
    }
  sheaf_table_finish (table, sheaf_signers_height () + SHEAF_MM (15));
}

static gboolean
draw_words (List    *list,
            GError **error)
{
  Column           column = list->used[NET] ? NET : TOTAL;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  words = sheaf_words_amount (list->shares->words, list->sum.amounts[column - POOL], error);
  if (words == NULL)
    return FALSE;
  line = sheaf_paper_texts_fill (list->texts, PAPER, "words", "words", words, NULL);
  sheaf_document_set_y (list->document, sheaf_document_y (list->document) + SHEAF_MM (2));
  if (list->associates)
    sheaf_document_text_flow (list->document, NOTE,
                              sheaf_paper_texts_get (list->texts, PAPER, "kinds"));
  sheaf_document_text_flow (list->document, BOLD, line);
  return TRUE;
}

/* What is shared and what was left over, of every pool, so that the list can be held against the
 * plan. */
static void
draw_left_over (List *list)
{
  SheafMoney       left = sheaf_share_left_over (list->shares->result);
  g_autofree char *amount = NULL;
  g_autofree char *line = NULL;

  if (left.units == 0)
    return;
  amount = sheaf_paper_texts_money (list->texts, left, "vi");
  line = sheaf_paper_texts_fill (list->texts, PAPER, "left-over", "amount", amount, NULL);
  sheaf_document_text_flow (list->document, TEXT, line);
}

static void
draw_taxes (List *list)
{
  g_autofree char *line = sheaf_year_shares_taxes (list->shares, list->texts);

  if (line != NULL)
    sheaf_document_text_flow (list->document, TEXT, line);
}

gboolean
sheaf_payout_list_draw (SheafDocument         *document,
                        SheafPaperTexts       *texts,
                        const SheafFrame      *frame,
                        const SheafYearShares *shares,
                        const SheafPayoutRow  *rows,
                        guint                  n_rows,
                        GError               **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (free_cells);
  List             list = { .document = document, .texts = texts, .shares = shares, .rows = all };
  g_autofree char *basis = sheaf_year_shares_basis (shares, texts);
  const char      *names[] = { frame->accountant, frame->chief_accountant, "", frame->director,
                               NULL };

  gather_rows (&list, rows, n_rows);
  if (list.sum.amounts[SHEAF_SHARE_TOTAL].units == 0)
    {
      g_set_error_literal (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                           _ ("Nobody has a share in this year, so there is no list to sign: "
                              "distribute the income first"));
      return FALSE;
    }
  sheaf_frame_head (frame, texts, PAPER, shares->year_end, basis, document);
  draw_rows (&list);
  if (!draw_words (&list, error))
    return FALSE;
  draw_left_over (&list);
  draw_taxes (&list);
  sheaf_frame_sign (frame, texts, PAPER, names, 0, document);
  return sheaf_paper_texts_check (texts, error);
}

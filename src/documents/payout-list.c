/* SPDX-License-Identifier: GPL-3.0-or-later */
/* There is no official form for members' shares; this follows the pay lists of Circular
 * 71/2024/TT-BTC (02-LĐTL): ordinal number, name, parts, total, signature, sum in words. */
#include "documents/payout-list.h"

#include "base/i18n.h"
#include "documents/error.h"
#include "documents/table.h"
#include "documents/words.h"

#define PAPER "payout-list"
#define SIZE 10.0f
#define ROW_HEIGHT SHEAF_MM (9) /* room to sign */
#define POOL_WIDTH SHEAF_MM (25)
#define POOLS_WIDTH SHEAF_MM (130)
#define FIXED_BEFORE 3 /* number, code, name */
#define FIXED_AFTER 2  /* total, signature */
#define N_COLUMNS (FIXED_BEFORE + SHEAF_SIDES * SHEAF_POOLS + FIXED_AFTER)

static const SheafTextStyle TEXT = { SHEAF_FACE_REGULAR, 11, SHEAF_ALIGN_LEFT };
static const SheafTextStyle BOLD = { SHEAF_FACE_BOLD, 11, SHEAF_ALIGN_LEFT };

/* A list under way: which pools have a column, and the sums of the columns. */
typedef struct
{
  SheafDocument         *document;
  SheafPaperTexts       *texts;
  const SheafYearShares *shares;
  SheafTable            *table;
  guint                  pools[SHEAF_SIDES * SHEAF_POOLS]; /* side × SHEAF_POOLS + pool */
  guint                  n_pools;
  SheafMoney             sums[SHEAF_SIDES * SHEAF_POOLS];
} List;

static void
choose_pools (List *list)
{
  for (guint i = 0; i < SHEAF_SIDES * SHEAF_POOLS; i++)
    {
      const SheafPoolResult *pool = &list->shares->result->pools[i / SHEAF_POOLS][i % SHEAF_POOLS];

      if (pool->amount.units != 0 && pool->sharers > 0)
        list->pools[list->n_pools++] = i;
    }
}

static void
open_table (List *list)
{
  g_auto (GStrv) headings = sheaf_paper_texts_list (list->texts, PAPER, "columns");
  SheafTableColumn  columns[N_COLUMNS] = { { .width = SHEAF_MM (11), .align = SHEAF_ALIGN_CENTRE },
                                           { .width = SHEAF_MM (19) },
                                           { .weight = 1 } };
  SheafTableColumn *column = columns;

  for (guint i = 0; i < FIXED_BEFORE && headings[i] != NULL; i++)
    (column++)->heading = headings[i];
  for (guint i = 0; i < list->n_pools; i++)
    {
      SheafSide side = (SheafSide) (list->pools[i] / SHEAF_POOLS);
      SheafPool pool = (SheafPool) (list->pools[i] % SHEAF_POOLS);

      column->group = sheaf_paper_texts_get (list->texts, "pools", sheaf_side_to_text (side));
      column->heading = sheaf_paper_texts_get (list->texts, "pools", sheaf_pool_to_text (pool));
      column->width = MIN (POOL_WIDTH, POOLS_WIDTH / (float) list->n_pools);
      (column++)->align = SHEAF_ALIGN_RIGHT;
    }
  for (guint i = 0; i < FIXED_AFTER; i++, column++)
    {
      column->heading = FIXED_BEFORE + i < g_strv_length (headings) ? headings[FIXED_BEFORE + i]
                                                                    : "";
      column->width = SHEAF_MM (30);
      column->align = SHEAF_ALIGN_RIGHT;
    }
  list->table = sheaf_table_new (list->document, columns,
                                 FIXED_BEFORE + list->n_pools + FIXED_AFTER, SIZE, ROW_HEIGHT);
}

/* What one member gets of each column; FALSE for a member without any share. */
static gboolean
find_amounts (const List *list,
              const char *code,
              SheafMoney  amounts[SHEAF_SIDES * SHEAF_POOLS])
{
  gboolean found = FALSE;

  GArray *all = list->shares->result->shares;

  for (guint i = sheaf_year_shares_first (list->shares, code); i < all->len; i++)
    {
      const SheafShare *share = &g_array_index (all, SheafShare, i);
      guint             place = (guint) share->side * SHEAF_POOLS + (guint) share->pool;

      if (g_strcmp0 (share->code, code) != 0)
        break;
      found = TRUE;
      for (guint k = 0; k < list->n_pools; k++)
        if (list->pools[k] == place)
          amounts[k] = share->amount;
    }
  return found;
}

static void
add_row (List             *list,
         SheafRowStyle     style,
         const char       *number,
         const char       *code,
         const char       *name,
         const SheafMoney *amounts)
{
  SheafMoney total = SHEAF_MONEY_ZERO;
  g_auto (GStrv) cells = g_new0 (char *, N_COLUMNS + 1);

  cells[0] = g_strdup (number);
  cells[1] = g_strdup (code);
  cells[2] = g_strdup (name);
  for (guint i = 0; i < list->n_pools; i++)
    {
      cells[FIXED_BEFORE + i] = amounts[i].units != 0 ? sheaf_money_format (amounts[i], "vi")
                                                      : g_strdup ("–");
      total = sheaf_money_add (total, amounts[i]);
    }
  cells[FIXED_BEFORE + list->n_pools] = sheaf_money_format (total, "vi");
  cells[FIXED_BEFORE + list->n_pools + 1] = g_strdup ("");
  sheaf_table_add_row (list->table, style, 0, (const char *const *) cells);
}

static void
add_members (List                 *list,
             const SheafPayoutRow *rows,
             guint                 n_rows)
{
  guint number = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      SheafMoney       amounts[SHEAF_SIDES * SHEAF_POOLS] = { 0 };
      g_autofree char *number_text = NULL;

      if (!find_amounts (list, rows[i].code, amounts))
        continue;
      number_text = g_strdup_printf ("%u", ++number);
      add_row (list, SHEAF_ROW_PLAIN, number_text, rows[i].code, rows[i].name, amounts);
      for (guint k = 0; k < list->n_pools; k++)
        list->sums[k] = sheaf_money_add (list->sums[k], amounts[k]);
    }
}

static gboolean
draw_words (List    *list,
            GError **error)
{
  SheafMoney       total = SHEAF_MONEY_ZERO;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < list->n_pools; i++)
    total = sheaf_money_add (total, list->sums[i]);
  words = sheaf_words_amount (total, "vi", list->shares->word_options, error);
  if (words == NULL)
    return FALSE;
  line = sheaf_paper_texts_fill (list->texts, PAPER, "words", "words", words, NULL);
  sheaf_document_set_y (list->document, sheaf_document_y (list->document) + SHEAF_MM (2));
  sheaf_document_text_flow (list->document, BOLD, line);
  return TRUE;
}

/* What is shared and what was left over, of every pool, so that the list can be held against the
 * plan. */
static void
draw_left_over (List *list)
{
  SheafMoney       left = SHEAF_MONEY_ZERO;
  g_autofree char *amount = NULL;
  g_autofree char *line = NULL;

  for (guint i = 0; i < SHEAF_SIDES * SHEAF_POOLS; i++)
    left = sheaf_money_add (
        left, list->shares->result->pools[i / SHEAF_POOLS][i % SHEAF_POOLS].undistributed);
  if (left.units == 0)
    return;
  amount = sheaf_money_format (left, "vi");
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
  List             list = { .document = document, .texts = texts, .shares = shares };
  g_autofree char *basis = sheaf_year_shares_basis (shares, texts);
  const char      *names[] = { frame->accountant, frame->chief_accountant, "", frame->director,
                               NULL };

  choose_pools (&list);
  if (list.n_pools == 0)
    {
      g_set_error_literal (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                           _ ("Nobody has a share in this year, so there is no list to sign: "
                              "distribute the income first"));
      return FALSE;
    }
  sheaf_frame_head (frame, texts, PAPER, shares->year_end, basis, document);
  open_table (&list);
  add_members (&list, rows, n_rows);
  add_row (&list, SHEAF_ROW_BOLD | SHEAF_ROW_SHADED, "", "",
           sheaf_paper_texts_get (texts, PAPER, "total"), list.sums);
  sheaf_table_finish (list.table, sheaf_signers_height () + SHEAF_MM (15));
  if (!draw_words (&list, error))
    return FALSE;
  draw_left_over (&list);
  draw_taxes (&list);
  sheaf_frame_sign (frame, texts, PAPER, names, 0, document);
  return sheaf_paper_texts_check (texts, error);
}

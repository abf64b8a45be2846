/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures on the left, the code or the place to sign on the right. */
#include "documents/share-slip.h"

#define PAPER "share-slip"
#define EDGE SHEAF_MM (4) /* above and below what is printed */
#define RIGHT_WIDTH SHEAF_MM (50)
#define GAP SHEAF_MM (6)
#define QR_SIDE SHEAF_MM (38)
#define SIGN_ROOM SHEAF_MM (13)

static const SheafTextStyle UNIT = { SHEAF_FACE_BOLD, 9, SHEAF_ALIGN_LEFT };
static const SheafTextStyle SMALL = { SHEAF_FACE_REGULAR, 8, SHEAF_ALIGN_LEFT };
static const SheafTextStyle TITLE = { SHEAF_FACE_BOLD, 12, SHEAF_ALIGN_LEFT };
static const SheafTextStyle NOTE = { SHEAF_FACE_ITALIC, 8.5f, SHEAF_ALIGN_LEFT };
static const SheafTextStyle TEXT = { SHEAF_FACE_REGULAR, 9.5f, SHEAF_ALIGN_LEFT };
static const SheafTextStyle BOLD = { SHEAF_FACE_BOLD, 9.5f, SHEAF_ALIGN_LEFT };
static const SheafTextStyle CENTRE = { SHEAF_FACE_REGULAR, 8, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle CENTRE_BOLD = { SHEAF_FACE_BOLD, 8, SHEAF_ALIGN_CENTRE };
static const SheafTextStyle CENTRE_NOTE = { SHEAF_FACE_ITALIC, 8, SHEAF_ALIGN_CENTRE };

/* A slip under way: y moves down the left column. It is gone through twice: measured, then drawn
 * where there is room for it. */
typedef struct
{
  SheafDocument         *document;
  SheafPaperTexts       *texts;
  const SheafFrame      *frame;
  const SheafYearShares *shares;
  const SheafShareSlip  *slip;
  gboolean               measuring;
  float                  x;
  float                  width;
  float                  y;
} Slip;

static gboolean
is_bank (const Slip *slip)
{
  return slip->slip->batch->method == SHEAF_PAYOUT_BANK;
}

/* Text in a box as the document draws it, or only its height. */
static float
put_box (const Slip    *slip,
         SheafTextStyle style,
         float          x,
         float          y,
         float          width,
         const char    *text)
{
  g_auto (GStrv) lines = sheaf_document_text_wrap (slip->document, style, text, width);

  if (slip->measuring)
    return (float) g_strv_length (lines) * sheaf_document_text_line_height (style);
  return sheaf_document_text_lines (slip->document, style, x, y, width, lines);
}

static void
put (Slip          *slip,
     SheafTextStyle style,
     const char    *text)
{
  slip->y += put_box (slip, style, slip->x, slip->y, slip->width, text);
}

/* A label and, at the right end of the column, its amount. */
static void
put_amount (Slip          *slip,
            SheafTextStyle style,
            const char    *label,
            SheafMoney     amount)
{
  g_autofree char *figure = sheaf_paper_texts_money (slip->texts, amount, "vi");
  SheafTextStyle   right = style;

  right.align = SHEAF_ALIGN_RIGHT;
  (void) put_box (slip, right, slip->x, slip->y, slip->width, figure);
  slip->y += put_box (slip, style, slip->x, slip->y,
                      slip->width - SHEAF_MM (28), label);
}

static void
put_head (Slip *slip)
{
  const SheafPayoutBatch *batch = slip->slip->batch;
  const SheafPayoutLine  *line = slip->slip->lines[0];
  g_autofree char        *year = g_strdup_printf ("%d", batch->year);
  g_autofree char        *day = sheaf_date_format (batch->date, "vi");
  g_autofree char        *basis = sheaf_year_shares_basis (slip->shares, slip->texts);
  g_autofree char        *title = sheaf_paper_texts_fill (slip->texts, PAPER, "title", "year", year,
                                                          NULL);
  const char             *way = is_bank (slip) ? "payment-bank" : "payment-cash";
  const char             *number = *line->voucher_number != '\0' ? line->voucher_number : "…";
  g_autofree char        *payment = sheaf_paper_texts_fill (slip->texts, PAPER, way, "date", day,
                                                            "number", number, NULL);
  g_autofree char        *member = sheaf_paper_texts_fill (slip->texts, PAPER, "member", "name",
                                                           line->name, "code", line->code, NULL);

  put (slip, UNIT, slip->frame->name);
  put (slip, TITLE, title);
  put (slip, NOTE, basis);
  put (slip, SMALL, payment);
  slip->y += SHEAF_MM (1);
  put (slip, BOLD, member);
  slip->y += SHEAF_MM (1);
}

/* The member's share of the list's year, by pool; gives the sum. */
static SheafMoney
put_shares (Slip *slip)
{
  const GArray *all = slip->shares->result->shares;
  const char   *code = slip->slip->lines[0]->code;
  SheafMoney    sum = SHEAF_MONEY_ZERO;

  for (guint i = sheaf_distribution_first_share (slip->shares->result, code); i < all->len; i++)
    {
      const SheafShare *share = &g_array_index (all, SheafShare, i);
      g_autofree char  *label = NULL;

      if (g_strcmp0 (share->code, code) != 0)
        break;
      if (share->amount.units == 0)
        continue;
      label = sheaf_paper_texts_fill (
          slip->texts, PAPER, "pool", "side",
          sheaf_paper_texts_get (slip->texts, "pools", sheaf_side_to_text (share->side)), "pool",
          sheaf_paper_texts_get (slip->texts, "pools", sheaf_pool_to_text (share->pool)), NULL);
      put_amount (slip, TEXT, label, share->amount);
      sum = sheaf_money_add (sum, share->amount);
    }
  if (sum.units != 0)
    put_amount (slip, BOLD, sheaf_paper_texts_get (slip->texts, PAPER, "share"), sum);
  return sum;
}

/* What is paid of it now, where that is not the whole share: an instalment, or an earlier year. */
static void
put_gross (Slip      *slip,
           SheafMoney share)
{
  for (guint i = 0; i < slip->slip->n_lines; i++)
    {
      const SheafPayoutLine *line = slip->slip->lines[i];
      g_autofree char       *year = g_strdup_printf ("%d", line->year);
      g_autofree char       *label = NULL;

      if (slip->slip->n_lines == 1 && sheaf_money_cmp (line->gross, share) == 0)
        continue;
      label = sheaf_paper_texts_fill (slip->texts, PAPER, "gross", "year", year, NULL);
      put_amount (slip, TEXT, label, line->gross);
    }
}

static gboolean
put_sums (Slip    *slip,
          GError **error)
{
  SheafMoney       tax = SHEAF_MONEY_ZERO, set_off = SHEAF_MONEY_ZERO, net = SHEAF_MONEY_ZERO;
  g_autofree char *words = NULL;
  g_autofree char *line_words = NULL;

  put_gross (slip, put_shares (slip));
  for (guint i = 0; i < slip->slip->n_lines; i++)
    {
      const SheafPayoutLine *line = slip->slip->lines[i];

      tax = sheaf_money_add (tax, line->tax);
      set_off = sheaf_money_add (set_off, line->set_off);
      net = sheaf_money_add (net, line->net);
    }
  if (tax.units != 0)
    put_amount (slip, TEXT, sheaf_paper_texts_get (slip->texts, PAPER, "tax"), tax);
  if (set_off.units != 0)
    put_amount (slip, TEXT, sheaf_paper_texts_get (slip->texts, PAPER, "set-off"), set_off);
  slip->y += SHEAF_MM (0.5);
  if (!slip->measuring)
    sheaf_document_line (slip->document, slip->x, slip->y, slip->x + slip->width, slip->y, 0.4f);
  slip->y += SHEAF_MM (0.5);
  put_amount (slip, BOLD, sheaf_paper_texts_get (slip->texts, PAPER, "net"), net);
  words = sheaf_words_amount (slip->shares->words, net, error);
  if (words == NULL)
    return FALSE;
  line_words = sheaf_paper_texts_fill (slip->texts, PAPER, "words", "words", words, NULL);
  put (slip, NOTE, line_words);
  return TRUE;
}

/* Who signs: title, what to write, and the name under the room for the signature. */
static float
put_signer (Slip       *slip,
            float       x,
            float       y,
            const char *key,
            const char *name)
{
  y += put_box (slip, CENTRE_BOLD, x, y, RIGHT_WIDTH,
                sheaf_paper_texts_get (slip->texts, PAPER, key));
  y += put_box (slip, CENTRE_NOTE, x, y, RIGHT_WIDTH,
                sheaf_paper_texts_get (slip->texts, PAPER, "sign"));
  y += SIGN_ROOM;
  return y + put_box (slip, CENTRE, x, y, RIGHT_WIDTH, name);
}

/* The code with what it holds in letters, so that one may type it too; gives where it ends. */
static float
put_transfer (Slip *slip,
              float x,
              float y)
{
  const SheafPayoutLine *line = slip->slip->lines[0];
  const char            *account = line->bank_account != NULL ? line->bank_account : "";

  if (slip->slip->qr != NULL)
    {
      if (!slip->measuring)
        sheaf_qr_draw (slip->slip->qr, slip->document, x + (RIGHT_WIDTH - QR_SIDE) / 2, y, QR_SIDE);
      y += QR_SIDE;
    }
  else
    y += SHEAF_MM (6) + put_box (slip, CENTRE_NOTE, x, y + SHEAF_MM (6),
                                 RIGHT_WIDTH,
                                 sheaf_paper_texts_get (slip->texts, PAPER,
                                                        "no-code"));
  y += put_box (slip, CENTRE, x, y, RIGHT_WIDTH, slip->slip->bank);
  y += put_box (slip, CENTRE_BOLD, x, y, RIGHT_WIDTH, account);
  y += put_box (slip, CENTRE, x, y, RIGHT_WIDTH, slip->slip->purpose);
  return put_signer (slip, x, y + SHEAF_MM (3), "payer", slip->frame->accountant);
}

static float
put_right (Slip *slip,
           float y)
{
  float x = slip->x + slip->width + GAP;

  if (is_bank (slip))
    return put_transfer (slip, x, y);
  y = put_signer (slip, x, y + SHEAF_MM (4), "payer", slip->frame->cashier);
  return put_signer (slip, x, y + SHEAF_MM (6), "payee", slip->slip->lines[0]->name);
}

/* Both columns from y on; y is where the longer one ends. */
static gboolean
put_all (Slip    *slip,
         float    y,
         GError **error)
{
  float right;

  slip->y = y;
  put_head (slip);
  if (!put_sums (slip, error))
    return FALSE;
  right = put_right (slip, y); /* MAX would draw it twice */
  slip->y = MAX (slip->y, right);
  return TRUE;
}

/* Goes to where the slip has room, a part of the page or, with many years, more; the line to cut
 * along is above all but the first of a page. */
static float
start (SheafDocument *document,
       float          height)
{
  float y = sheaf_document_y (document);
  float room;

  if (sheaf_document_pages (document) == 0 ||
      y + height > sheaf_document_bottom (document) + EDGE / 2)
    {
      sheaf_document_add_page (document);
      y = sheaf_document_top (document);
    }
  else
    sheaf_document_line (document, sheaf_document_left (document), y,
                         sheaf_document_right (document), y, 0.2f);
  room = sheaf_document_bottom (document) - sheaf_document_top (document);
  sheaf_document_set_y (document, y + MAX (height, room / SHEAF_SHARE_SLIPS));
  return y + EDGE;
}

gboolean
sheaf_share_slip_draw (SheafDocument         *document,
                       SheafPaperTexts       *texts,
                       const SheafFrame      *frame,
                       const SheafYearShares *shares,
                       const SheafShareSlip  *slip,
                       GError               **error)
{
  Slip own = { .document = document,
               .texts = texts,
               .frame = frame,
               .shares = shares,
               .slip = slip,
               .measuring = TRUE };

  g_return_val_if_fail (document != NULL && slip != NULL && slip->n_lines > 0, FALSE);
  own.x = sheaf_document_left (document);
  own.width = sheaf_document_right (document) - own.x - RIGHT_WIDTH - GAP;
  if (!put_all (&own, 0, error))
    return FALSE;
  own.measuring = FALSE;
  if (!put_all (&own, start (document, own.y + 2 * EDGE), error))
    return FALSE;
  return sheaf_paper_texts_check (texts, error);
}

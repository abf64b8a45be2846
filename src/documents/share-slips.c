/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A slip for each payment; which of them have a code to transfer by is decided in payouts. */
#include "documents/share-slips.h"

#include "base/i18n.h"
#include "documents/error.h"
#include "documents/share-slip.h"
#include "documents/source.h"
#include "ledger/bank.h"
#include "payouts/transfer-code.h"
#include "payouts/transfer-text.h"

/* Slips under way. */
typedef struct
{
  SheafBook              *book;
  SheafSource            *source;
  const SheafYearShares  *shares;
  const SheafPayoutBatch *batch;
  SheafDocument          *document;
  SheafProblems          *problems;
  guint                   drawn;
} Slips;

/* A warning takes the error's place: the slip is drawn without its code. */
static SheafQr *
make_code (Slips                 *slips,
           const SheafPayoutLine *line,
           SheafMoney             net,
           const char            *purpose)
{
  SheafVietqr transfer = { .bin = line->bank_bin,
                           .account = line->bank_account,
                           .amount = net,
                           .purpose = purpose };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SheafQr         *qr = NULL;

  if (sheaf_transfer_code (slips->book, slips->shares->law, line->state, &transfer, &text,
                           &error) &&
      text != NULL)
    qr = sheaf_qr_new (text, &error);
  if (error != NULL)
    sheaf_problems_add (slips->problems, SHEAF_PROBLEM_WARNING, NULL, 0, NULL,
                        _ ("%s, %s: the slip has no code to transfer by (%s)"), line->code,
                        line->name, error->message);
  return qr;
}

static gboolean
draw_slip (Slips           *slips,
           const GPtrArray *lines,
           SheafMoney       net,
           GError         **error)
{
  const SheafPayoutLine *line = lines->pdata[0];
  const SheafBank       *bank = sheaf_bank_find (slips->book, line->bank_bin);
  g_autofree char       *purpose = sheaf_transfer_text (slips->shares->law, slips->batch->year,
                                                        line->code, SHEAF_TRANSFER_MAX);
  g_autoptr (SheafQr) qr = make_code (slips, line, net, purpose);
  SheafShareSlip slip = { .batch = slips->batch,
                          .lines = (const SheafPayoutLine *const *) lines->pdata,
                          .n_lines = lines->len,
                          .bank = bank != NULL ? bank->name : "",
                          .purpose = purpose,
                          .qr = qr };

  slips->drawn++;
  return sheaf_share_slip_draw (slips->document, sheaf_source_texts (slips->source),
                                sheaf_source_frame (slips->source), slips->shares, &slip,
                                error);
}

/* Fills in the lines of a payment's member that stand, with those that were all set off. The
 * members come in the list's order: at is where the last one's lines ended. */
static void
gather (const SheafPayoutBatch *batch,
        gint64                  party_id,
        guint                  *at,
        GPtrArray              *lines)
{
  const SheafPayoutLine *line = batch->lines->pdata[*at];

  g_ptr_array_set_size (lines, 0);
  while (line->party_id != party_id)
    line = batch->lines->pdata[++*at];
  for (; *at < batch->lines->len; (*at)++)
    {
      line = batch->lines->pdata[*at];
      if (line->party_id != party_id)
        return;
      if (line->paid)
        g_ptr_array_add (lines, (gpointer) line);
    }
}

/* A slip for each payment. */
static gboolean
draw_all (Slips   *slips,
          GError **error)
{
  g_autoptr (GArray) payments = sheaf_payout_batch_payments (slips->batch);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  guint at = 0;

  for (guint i = 0; i < payments->len; i++)
    {
      const SheafPayoutPayment *payment = &g_array_index (payments, SheafPayoutPayment, i);

      gather (slips->batch, payment->line->party_id, &at, lines);
      if (!draw_slip (slips, lines, payment->net, error))
        return FALSE;
    }
  if (slips->drawn > 0)
    return TRUE;
  g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
               _ ("No payment of the list stands, so there are no slips: make a new list"));
  return FALSE;
}

static SheafDocument *
open_document (Slips   *slips,
               GError **error)
{
  g_autofree char *title = g_strdup_printf ("slips %d-%" G_GINT64_FORMAT, slips->batch->year,
                                            slips->batch->id);

  return sheaf_frame_open (sheaf_source_frame (slips->source), sheaf_source_texts (slips->source),
                           NULL, title, slips->batch->date, SHEAF_PAGE_PORTRAIT, error);
}

GBytes *
sheaf_share_slips_make (SheafBook     *book,
                        gint64         batch_id,
                        SheafProblems *problems,
                        GError       **error)
{
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (SheafSource) source = NULL;
  g_autoptr (SheafDocument) document = NULL;
  Slips slips = { .book = book, .problems = problems };

  g_return_val_if_fail (book != NULL && problems != NULL, NULL);
  batch = sheaf_payout_load (book, batch_id, error);
  source = batch != NULL ? sheaf_source_new (book, batch->year, error) : NULL;
  slips.shares = source != NULL ? sheaf_source_shares (source, error) : NULL;
  if (slips.shares == NULL)
    return NULL;
  slips.batch = batch;
  slips.source = source;
  slips.document = document = open_document (&slips, error);
  if (document == NULL || !draw_all (&slips, error))
    return NULL;
  return sheaf_document_finish (document, error);
}

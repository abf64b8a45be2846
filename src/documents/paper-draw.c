/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each paper: what it reads from the source, and the document it becomes. */
#include "documents/paper-private.h"

#include "base/i18n.h"
#include "documents/cash-slip.h"
#include "documents/error.h"
#include "documents/payment-list.h"
#include "documents/statement-paper.h"
#include "ledger/chart.h"
#include "ledger/voucher.h"
#include "reports/revision.h"

static SheafDocument *
open_document (SheafSource  *source,
               const char   *name,
               SheafPageTurn turn,
               GError      **error)
{
  int              year = sheaf_source_year (source);
  g_autofree char *title = g_strdup_printf ("%s %d", name, year);
  SheafDate        day = sheaf_book_year_end (sheaf_source_book (source), year);

  return sheaf_frame_open (sheaf_source_frame (source), sheaf_source_texts (source), NULL, title,
                           day, turn, error);
}

SheafDocument *
sheaf_paper_draw_statement_to (SheafSource *source,
                               const char  *form,
                               SheafDate    to,
                               GError     **error)
{
  g_autoptr (SheafStatement) statement = NULL;
  g_autoptr (SheafDocument) document = NULL;
  g_autofree char *revision = NULL;
  SheafFrame       frame = *sheaf_source_frame (source);

  statement = sheaf_statement_compute (sheaf_source_book (source), form, sheaf_source_year (source),
                                       to, error);
  if (statement == NULL)
    return NULL;
  document = open_document (source, form, sheaf_statement_paper_turn (statement), error);
  if (document == NULL)
    return NULL;
  if (!sheaf_report_revision (sheaf_source_book (source), statement->from, statement->to, "vi",
                              NULL, &revision, error))
    return NULL;
  frame.revision = revision;
  if (!sheaf_statement_paper_draw (document, sheaf_source_texts (source), &frame, statement, error))
    return NULL;
  return g_steal_pointer (&document);
}

SheafDocument *
sheaf_paper_draw_statement (SheafSource              *source,
                            const char               *name,
                            G_GNUC_UNUSED const char *member,
                            GError                  **error)
{
  return sheaf_paper_draw_statement_to (source, name, SHEAF_DATE_NONE, error);
}

static gboolean
draw_member (SheafSource           *source,
             SheafDocument         *document,
             const SheafYearShares *shares,
             const char            *code,
             GError               **error)
{
  SheafMemberFigures figures;

  if (!sheaf_source_member (source, code, &figures, error))
    return FALSE;
  sheaf_document_restart (document);
  return sheaf_member_statement_draw (document, sheaf_source_texts (source),
                                      sheaf_source_frame (source), shares, &figures, error);
}

SheafDocument *
sheaf_paper_draw_members (SheafSource *source,
                          const char  *name,
                          const char  *member,
                          GError     **error)
{
  const SheafYearShares *shares = sheaf_source_shares (source, error);
  g_autoptr (SheafDocument) document = NULL;
  g_autoptr (GArray) rows = NULL;
  guint drawn = 0;

  if (shares == NULL)
    return NULL;
  rows = sheaf_source_rows (source, error);
  document = rows != NULL ? open_document (source, name, SHEAF_PAGE_PORTRAIT, error) : NULL;
  if (document == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      const char *code = g_array_index (rows, SheafPayoutRow, i).code;

      if (member != NULL && g_strcmp0 (member, code) != 0)
        continue;
      if (!draw_member (source, document, shares, code, error))
        return NULL;
      drawn++;
    }
  if (drawn > 0)
    return g_steal_pointer (&document);
  if (member != NULL)
    g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                 _ ("Member %s has no share in the income of %d: choose another member or year"),
                 member, sheaf_source_year (source));
  else
    g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                 _ ("Nobody has a share in the income of %d: correct the distribution plan"),
                 sheaf_source_year (source));
  return NULL;
}

SheafDocument *
sheaf_paper_draw_payout_list (SheafSource              *source,
                              const char               *name,
                              G_GNUC_UNUSED const char *member,
                              GError                  **error)
{
  const SheafYearShares *shares = sheaf_source_shares (source, error);
  g_autoptr (SheafDocument) document = NULL;
  g_autoptr (GArray) rows = NULL;

  if (shares == NULL)
    return NULL;
  rows = sheaf_source_rows (source, error);
  document = rows != NULL ? open_document (source, name, SHEAF_PAGE_LANDSCAPE, error) : NULL;
  if (document == NULL)
    return NULL;
  if (!sheaf_payout_list_draw (document, sheaf_source_texts (source), sheaf_source_frame (source),
                               shares, (const SheafPayoutRow *) (gpointer) rows->data, rows->len,
                               error))
    return NULL;
  return g_steal_pointer (&document);
}

static gboolean
draw_batch (SheafSource   *source,
            SheafDocument *document,
            gint64         id,
            GError       **error)
{
  SheafWords *words = sheaf_source_words (source, error);
  g_autoptr (SheafPayoutBatch) batch = NULL;
  g_autoptr (SheafCashDraw) notes = NULL;

  if (words != NULL)
    batch = sheaf_payout_load (sheaf_source_book (source), id, error);
  if (batch == NULL)
    return FALSE;
  /* a list whose payments were all taken back, or whose currency is unknown, needs no notes */
  if (batch->method == SHEAF_PAYOUT_CASH)
    notes = sheaf_cash_draw_count (sheaf_source_book (source), batch, SHEAF_MONEY_ZERO, NULL);
  sheaf_document_restart (document);
  return sheaf_payment_list_draw (document, sheaf_source_texts (source),
                                  sheaf_source_frame (source), batch, notes, words,
                                  error);
}

SheafDocument *
sheaf_paper_draw_payments (SheafSource              *source,
                           const char               *name,
                           G_GNUC_UNUSED const char *member,
                           GError                  **error)
{
  int year = sheaf_source_year (source);
  g_autoptr (GArray) ids = sheaf_payout_list (sheaf_source_book (source), year, error);
  g_autoptr (SheafDocument) document = NULL;

  if (ids == NULL)
    return NULL;
  if (ids->len == 0)
    {
      g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
                   _ ("Nothing was paid of the income of %d yet: pay members first"), year);
      return NULL;
    }
  document = open_document (source, name, SHEAF_PAGE_PORTRAIT, error);
  for (guint i = 0; document != NULL && i < ids->len; i++)
    if (!draw_batch (source, document, g_array_index (ids, gint64, i), error))
      return NULL;
  return g_steal_pointer (&document);
}

/* The accounts of a payment's voucher and the payee's address, for the slip. */
static gboolean
draw_slip (SheafSource              *source,
           SheafDocument            *document,
           const SheafPayoutBatch   *batch,
           const SheafPayoutPayment *payment,
           GError                  **error)
{
  SheafBook             *book = sheaf_source_book (source);
  const SheafChart      *chart = sheaf_chart_get (book, error);
  const SheafPayoutLine *line = payment->line;
  g_autoptr (SheafVoucher) voucher = sheaf_voucher_load (book, line->voucher_id, error);
  SheafWords            *words = sheaf_source_words (source, error);
  SheafMemberFigures     figures;
  SheafCashSlip          slip = { .form = "02-TT",
                                  .papers = "",
                                  .number = line->voucher_number,
                                  .date = batch->date,
                                  .amount = payment->net };
  const SheafVoucherRow *row;
  g_autofree char       *year = g_strdup_printf ("%d", batch->year);
  g_autofree char       *reason = sheaf_paper_texts_fill (sheaf_source_texts (source), "02-TT",
                                                          "reason-share", "year", year, "code",
                                                          line->code, NULL);

  if (chart == NULL || voucher == NULL || words == NULL ||
      !sheaf_source_member (source, line->code, &figures, error))
    return FALSE;
  row = g_ptr_array_index (voucher->rows, 0);
  slip.debit = sheaf_chart_by_id (chart, row->debit_id)->code;
  slip.credit = sheaf_chart_by_id (chart, row->credit_id)->code;
  slip.person = line->name;
  slip.place = figures.place;
  slip.reason = reason;
  return sheaf_cash_slip_draw (document, sheaf_source_texts (source),
                               sheaf_source_frame (source), &slip, words, error);
}

/* Slips of the payments in cash that stand; FALSE on an error. */
static gboolean
draw_batch_slips (SheafSource   *source,
                  SheafDocument *document,
                  gint64         id,
                  GError       **error)
{
  g_autoptr (SheafPayoutBatch) batch = sheaf_payout_load (sheaf_source_book (source), id, error);
  g_autoptr (GArray) payments = NULL;

  if (batch == NULL)
    return FALSE;
  payments = sheaf_payout_batch_payments (batch);
  for (guint i = 0; batch->method == SHEAF_PAYOUT_CASH && i < payments->len; i++)
    if (!draw_slip (source, document, batch, &g_array_index (payments, SheafPayoutPayment, i),
                    error))
      return FALSE;
  return TRUE;
}

SheafDocument *
sheaf_paper_draw_slips (SheafSource              *source,
                        const char               *name,
                        G_GNUC_UNUSED const char *member,
                        GError                  **error)
{
  int year = sheaf_source_year (source);
  g_autoptr (GArray) ids = sheaf_payout_list (sheaf_source_book (source), year, error);
  g_autoptr (SheafDocument) document = NULL;

  document = ids != NULL ? open_document (source, name, SHEAF_PAGE_PORTRAIT, error) : NULL;
  if (document == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    if (!draw_batch_slips (source, document, g_array_index (ids, gint64, i), error))
      return NULL;
  if (sheaf_document_pages (document) > 0)
    return g_steal_pointer (&document);
  g_set_error (error, SHEAF_DOCUMENTS_ERROR, SHEAF_DOCUMENTS_ERROR_EMPTY,
               _ ("Nothing was paid in cash of the income of %d yet: pay members first"), year);
  return NULL;
}

SheafDocument *
sheaf_paper_draw_batch_slips (SheafSource *source,
                              gint64       batch_id,
                              GError     **error)
{
  g_autoptr (SheafDocument) document = NULL;

  document = open_document (source, "slips", SHEAF_PAGE_PORTRAIT, error);
  if (document == NULL || !draw_batch_slips (source, document, batch_id, error))
    return NULL;
  return g_steal_pointer (&document);
}

SheafDocument *
sheaf_paper_draw_batch (SheafSource *source,
                        gint64       batch_id,
                        GError     **error)
{
  g_autoptr (SheafDocument) document = NULL;

  document = open_document (source, "payment", SHEAF_PAGE_PORTRAIT, error);
  if (document == NULL || !draw_batch (source, document, batch_id, error))
    return NULL;
  return g_steal_pointer (&document);
}

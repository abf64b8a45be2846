/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: vouchers as typed, cells that cannot be read among them. They are no part of the books:
 * no act, no number, no balance; each save is a version that can be stepped back to. */
#pragma once

#include "ledger/invoice.h"
#include "ledger/voucher.h"

/* The cells of a row; their names are the columns of the CSV kind vouchers. */
typedef enum
{
  SHEAF_DRAFT_DESCRIPTION,
  SHEAF_DRAFT_DEBIT,
  SHEAF_DRAFT_CREDIT,
  SHEAF_DRAFT_AMOUNT,
  SHEAF_DRAFT_DEBIT_PARTY,
  SHEAF_DRAFT_CREDIT_PARTY,
  SHEAF_DRAFT_DEBIT_ITEM,
  SHEAF_DRAFT_CREDIT_ITEM,
  SHEAF_DRAFT_SCOPE,
  SHEAF_DRAFT_SCOPE_REASON,
  SHEAF_DRAFT_DUE,
  SHEAF_DRAFT_MEMO,
  SHEAF_DRAFT_DOCUMENT,
  SHEAF_DRAFT_DOCUMENT_DATE,
  SHEAF_DRAFT_PRODUCT,
  SHEAF_DRAFT_QUANTITY,
  SHEAF_DRAFT_SEASON,
  SHEAF_DRAFT_PLAN,
  SHEAF_DRAFT_CURRENCY,      /* of the sides that have a foreign amount */
  SHEAF_DRAFT_DEBIT_FOREIGN, /* as people write it: 100.50; so not in the smallest unit */
  SHEAF_DRAFT_CREDIT_FOREIGN,
  SHEAF_DRAFT_RATE,
  SHEAF_DRAFT_DEBIT_CURRENCY, /* where the two sides differ */
  SHEAF_DRAFT_CREDIT_CURRENCY,
  SHEAF_DRAFT_CELLS,
} SheafDraftCell;

/* The cells of an invoice typed with the voucher; their names are the columns of the CSV kind
 * invoices. */
typedef enum
{
  SHEAF_DRAFT_INVOICE_DIRECTION,
  SHEAF_DRAFT_INVOICE_NUMBER,
  SHEAF_DRAFT_INVOICE_DATE,
  SHEAF_DRAFT_INVOICE_FORM,
  SHEAF_DRAFT_INVOICE_SERIAL,
  SHEAF_DRAFT_INVOICE_PARTY,
  SHEAF_DRAFT_INVOICE_SELLER_NAME,
  SHEAF_DRAFT_INVOICE_TAX_CODE,
  SHEAF_DRAFT_INVOICE_BASE,
  SHEAF_DRAFT_INVOICE_RATE,
  SHEAF_DRAFT_INVOICE_VAT,
  SHEAF_DRAFT_INVOICE_DEDUCTIBLE,
  SHEAF_DRAFT_INVOICE_CELLS,
} SheafDraftInvoiceCell;

/* Cells are never NULL. They are kept without outer blanks, else as typed. */
typedef struct
{
  char *cells[SHEAF_DRAFT_CELLS];
} SheafDraftRow;

typedef struct
{
  char *cells[SHEAF_DRAFT_INVOICE_CELLS];
} SheafDraftInvoice;

typedef struct
{
  gint64     id;   /* 0 until saved */
  char      *kind; /* a word: "payment"; this and what follows is never NULL */
  char      *number;
  char      *date;
  char      *description;
  GPtrArray *rows;     /* of SheafDraftRow */
  GPtrArray *invoices; /* of SheafDraftInvoice */
} SheafDraft;

/* A draft in a list. */
typedef struct
{
  gint64           id;
  char            *user;     /* who saved it last */
  char            *saved_at; /* instant, UTC: 2025-12-31T08:00:00Z */
  SheafVoucherKind kind;     /* 0: the typed one is no kind */
  char            *date;     /* as typed */
  char            *description;
  SheafMoney       amount; /* the sum of the amounts that can be read */
  guint            undos;  /* versions before the one shown */
  guint            redos;  /* and after it */
} SheafDraftHead;

/* How cells are read where people type otherwise than files hold it (1,5tr; 5/3); NULL for either:
 * digits or a sum after "=", and YYYY-MM-DD. data goes to both. */
typedef struct
{
  gboolean (*amount) (const char *text, gpointer data, SheafMoney *ret_amount, GError **error);
  gboolean (*date) (const char *text, gpointer data, SheafDate *ret_date, GError **error);
  gpointer data;
} SheafDraftReading;

/* Versions that are kept of a draft; older ones go. */
#define SHEAF_DRAFT_VERSIONS 50

/* kind may be NULL: a journal voucher. */
SheafDraft *sheaf_draft_new (const char *kind);
void        sheaf_draft_free (SheafDraft *draft);
void        sheaf_draft_head_free (SheafDraftHead *head);

/* Puts a text (NULL: "") into one of the fields or cells, cleaned. */
void sheaf_draft_set (char      **field,
                      const char *text);

/* Appends a row or an invoice with empty cells and gives it back to be filled. */
SheafDraftRow     *sheaf_draft_add_row (SheafDraft *draft);
SheafDraftInvoice *sheaf_draft_add_invoice (SheafDraft *draft);

/* The name of a cell, as in files: "debit_party". */
const char *sheaf_draft_cell_name (SheafDraftCell cell);
const char *sheaf_draft_invoice_cell_name (SheafDraftInvoiceCell cell);

/* The draft in a fixed text form, the same on every machine (CSV, versioned), and back. Free the
 * text with g_free. An error (SHEAF_LEDGER_ERROR_DRAFT) for text that is none. */
char       *sheaf_draft_to_text (const SheafDraft *draft);
SheafDraft *sheaf_draft_from_text (const char *text,
                                   GError    **error);

/* Saves it as a new draft, or as a new version of the one it is; versions that were undone go. A
 * save that changes nothing makes no version. Not within an act. reading (may be NULL) is for the
 * sum that lists show. */
gboolean sheaf_draft_save (SheafBook               *book,
                           SheafDraft              *draft,
                           const SheafDraftReading *reading,
                           GError                 **error);

/* SHEAF_LEDGER_ERROR_NOT_FOUND for one that is not there. */
SheafDraft *sheaf_draft_load (SheafBook *book,
                              gint64     id,
                              GError   **error);

/* All drafts, the one saved last first; of SheafDraftHead. */
GPtrArray *sheaf_draft_list (SheafBook *book,
                             GError   **error);

/* Steps to the version before or after; SHEAF_LEDGER_ERROR_DRAFT when there is none. Load it again
 * to see it. */
gboolean sheaf_draft_undo (SheafBook *book,
                           gint64     id,
                           GError   **error);
gboolean sheaf_draft_redo (SheafBook *book,
                           gint64     id,
                           GError   **error);
gboolean sheaf_draft_delete (SheafBook *book,
                             gint64     id,
                             GError   **error);

/* The voucher that the cells say, with a problem for each cell that cannot be read (line: the row,
 * counted from 1, 0 for the voucher itself; column: the cell's name). Empty rows are left out. A
 * row with foreign money and no amount is valued by sheaf_currency_settle. NULL when there is such
 * a problem, without an error; with an error only when the store failed. Items not there yet are
 * made inside an act; outside one they are a warning, and the voucher is good for
 * sheaf_voucher_check alone. reading and file may be NULL. Judging it further is
 * sheaf_voucher_check. */
SheafVoucher *sheaf_draft_to_voucher (SheafBook               *book,
                                      const SheafDraft        *draft,
                                      const SheafDraftReading *reading,
                                      const char              *file,
                                      SheafProblems           *problems,
                                      GError                 **error);

/* The invoices that the cells say, likewise; line: the invoice, counted from 1, columns are called
 * "invoice number" and so on. An empty vat is base × rate; an empty direction is "in"; an empty
 * base is a problem. */
GPtrArray *sheaf_draft_to_invoices (SheafBook               *book,
                                    const SheafDraft        *draft,
                                    const SheafDraftReading *reading,
                                    const char              *file,
                                    SheafProblems           *problems,
                                    GError                 **error);

/* Both of the above and sheaf_voucher_check: everything that is wrong with the draft. FALSE only on
 * a store error. */
gboolean sheaf_draft_check (SheafBook               *book,
                            const SheafDraft        *draft,
                            const SheafDraftReading *reading,
                            SheafProblems           *problems,
                            GError                 **error);

/* A draft (not saved) with the rows of a posted voucher: day and number empty, what a reversal made
 * negative positive again. Invoices are not copied, as each is a paper of its own. */
SheafDraft *sheaf_voucher_copy (SheafBook *book,
                                gint64     voucher_id,
                                GError   **error);

/* Posts the draft as given, with its invoices and attachments (of SheafAttachmentFile; NULL: those
 * that the saved one keeps), and removes the saved one (draft->id, unless 0), all in one act. When
 * anything is wrong nothing is done, and every finding is in problems (may be NULL); the first one
 * is the error. */
gboolean sheaf_draft_post (SheafBook               *book,
                           const SheafDraft        *draft,
                           const SheafDraftReading *reading,
                           const GPtrArray         *attachments,
                           SheafProblems           *problems,
                           gint64                  *ret_voucher_id,
                           GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafDraft, sheaf_draft_free)

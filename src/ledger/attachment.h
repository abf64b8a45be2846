/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files behind vouchers, kept in the book: scans, contracts, electronic invoices. Each content is
 * kept once, under its SHA-256, which the audit trail covers. Nothing is ever deleted. */
#pragma once

#include "ledger/voucher.h"

/* A file to be attached. */
typedef struct
{
  char   *name; /* without folders */
  GBytes *bytes;
} SheafAttachmentFile;

typedef struct
{
  gint64           id;
  gint64           voucher_id;
  SheafVoucherKind voucher_kind;
  char            *voucher_number;
  SheafDate        voucher_date;
  char            *name;
  char            *type; /* media type: "application/pdf" */
  gint64           size; /* bytes */
  char            *sha256;
  char            *at; /* instant, UTC */
  char            *user;
  char            *withdrawn; /* the reason; NULL: it stands */
} SheafAttachment;

void sheaf_attachment_free (SheafAttachment *attachment);
void sheaf_attachment_file_free (SheafAttachmentFile *file);

/* The largest file in bytes: setting attachment-limit, a whole number of megabytes from 1 to 500;
 * 20 when it says nothing else. */
gint64 sheaf_attachment_limit (SheafBook *book);

/* Reads a file to be attached. Refused when it is empty, above the limit or unreadable, or when its
 * name is too long or has a line end. */
SheafAttachmentFile *sheaf_attachment_file_read (SheafBook  *book,
                                                 const char *path,
                                                 GError    **error);

/* The media type by a file's name; "application/octet-stream" when nothing is known. */
const char *sheaf_attachment_guess_type (const char *name);

/* Attaches a file to a posted voucher, inside the act under way or as one of its own; also in a
 * locked period, as no figure changes. Refused (SHEAF_LEDGER_ERROR_ATTACHMENT): an empty file, one
 * above the limit, one without a name, the same content on the same voucher. */
gboolean sheaf_attachment_insert (SheafBook                 *book,
                                  gint64                     voucher_id,
                                  const SheafAttachmentFile *file,
                                  gint64                    *ret_id,
                                  GError                   **error);

/* Of a voucher (0: of all), by voucher, then as attached; withdrawn ones only when asked for. Of
 * SheafAttachment. */
GPtrArray       *sheaf_attachment_list (SheafBook *book,
                                        gint64     voucher_id,
                                        gboolean   with_withdrawn,
                                        GError   **error);
SheafAttachment *sheaf_attachment_load (SheafBook *book,
                                        gint64     id,
                                        GError   **error);

/* The bytes, checked against their hash. */
GBytes *sheaf_attachment_open (SheafBook *book,
                               gint64     id,
                               GError   **error);

/* Shows it no more, with a reason; the content stays. */
gboolean sheaf_attachment_withdraw (SheafBook  *book,
                                    gint64      id,
                                    const char *reason,
                                    GError    **error);

/* A check of verify: each content's hash and size, none without an attachment, none missing. */
gboolean sheaf_attachment_check (SheafBook     *book,
                                 SheafProblems *problems,
                                 GError       **error);

/* Posts a voucher with its invoices (of SheafInvoice; voucher_id is filled in) and attachments (of
 * SheafAttachmentFile) in one act: all of it or nothing. Either list may be NULL. */
gboolean sheaf_voucher_post_with (SheafBook          *book,
                                  const SheafVoucher *voucher,
                                  const GPtrArray    *invoices,
                                  const GPtrArray    *attachments,
                                  gint64             *ret_id,
                                  GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafAttachment, sheaf_attachment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafAttachmentFile, sheaf_attachment_file_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate of contribution (giấy chứng nhận phần vốn góp, Law 17/2023 Art. 75): a page in
 * landscape for each. */
#pragma once

#include "capital/certificate.h"

typedef struct
{
  const char *language; /* "vi", "en", "fr"; NULL: vi */
  gboolean    original; /* never marked as a reprint */
} SheafCertificatePrint;

/* The papers as PDF in this order; of SheafCertificate, issued or drafts (without a number, marked
 * as such). Each says what was printed then. One dated before the book's day is marked as a
 * reprint; one whose number has ended by then is crossed out and tells when. Errors:
 * SHEAF_DOCUMENTS_ERROR_EMPTY for an empty list and withdrawals, which have no paper; _DATA, _FONT,
 * _PDF. */
GBytes *sheaf_certificate_paper_make (SheafBook                   *book,
                                      const GPtrArray             *certificates,
                                      const SheafCertificatePrint *print,
                                      GError                     **error);

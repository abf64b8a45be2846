/* SPDX-License-Identifier: GPL-3.0-or-later */
/* QR codes (ISO/IEC 18004): the matrix of a text, and the code drawn on a paper. */
#pragma once

#include "documents/document.h"

typedef struct _SheafQr SheafQr;

/* Light modules that must surround a code on every side; without them readers do not find it. */
#define SHEAF_QR_QUIET 4

/* The smallest code that holds the text, with error correction M (a code may lose 15 % of its area,
 * to a stamp or a crease, and still be read: what VietQR asks for). text is ASCII, not empty:
 * readers guess what other letters are meant, and guess wrong. Error: SHEAF_DOCUMENTS_ERROR_DATA
 * for a text that no code holds (above 2,331 small letters). */
SheafQr *sheaf_qr_new (const char *text,
                       GError    **error);
void     sheaf_qr_free (SheafQr *qr);

/* Modules on a side, without the quiet zone. */
guint sheaf_qr_size (const SheafQr *qr);

/* Whether a module is dark: x from the left, y from the top, from 0. Outside the code all is light,
 * so the quiet zone may be asked for too. */
gboolean sheaf_qr_is_dark (const SheafQr *qr,
                           int            x,
                           int            y);

/* Draws the code with its quiet zone into a square of this side, the upper left corner at x, y. The
 * dark modules are one filled shape: no viewer or printer shows seams between them. The ground is
 * the paper's, which must be white. */
void sheaf_qr_draw (const SheafQr *qr,
                    SheafDocument *document,
                    float          x,
                    float          y,
                    float          side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SheafQr, sheaf_qr_free)

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* VietQR: a transfer to an account or card as text for a QR code (NAPAS, "Quy định về định dạng
 * VietQR" 1.0 of 2021-09; an EMVCo merchant-presented code). */
#pragma once

#include "base/money.h"

typedef struct
{
  const char *bin;       /* the bank's number, six digits */
  const char *account;   /* account or card number, up to 19 letters and digits */
  gboolean    card;      /* number of a card, not of an account */
  SheafMoney  amount;    /* whole đồng; 0: the payer types it, the code can be used again */
  const char *reference; /* bill number; NULL: none. Unaccented, at most 25, as is the purpose */
  const char *purpose;   /* what the bank tells the receiver; NULL: none */
} SheafVietqr;

/* The text to be drawn as a QR code. Reference and purpose lose accents;
 * what is neither letter nor digit becomes a blank. Errors: SHEAF_PAYOUTS_ERROR_BANK for a number,
 * account or amount (below 0, above 13 digits) or a text (above 25 characters) that does not fit
 * the format. Free with g_free. */
char *sheaf_vietqr_to_text (const SheafVietqr *qr,
                            GError           **error);

/* The check sum of the format: CRC-16 of polynomial 0x1021, start 0xFFFF, nothing reflected. */
guint16 sheaf_vietqr_crc (const char *text);

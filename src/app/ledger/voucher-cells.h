/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A voucher as cells: what the form shows of it. */
#pragma once

#include "ledger/draft.h"

/* The cells of a voucher, posted or not; amounts below zero stay so. Runs on a thread. NULL only
 * when the book cannot be read. */
SheafDraft *sheaf_voucher_cells (SheafBook          *book,
                                 const SheafVoucher *voucher,
                                 GError            **error);

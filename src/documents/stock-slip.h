/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goods taken into and given out of store: Phiếu nhập kho and Phiếu xuất kho, forms 01-VT and 02-VT
 * of Circular 71/2024/TT-BTC. */
#pragma once

#include "documents/voucher-facts.h"

/* Draws the slip of a stock voucher. Error:
 * SHEAF_DOCUMENTS_ERROR_DATA. */
gboolean sheaf_stock_slip_draw (SheafDocument           *document,
                                SheafPaperTexts         *texts,
                                const SheafFrame        *frame,
                                const SheafVoucherFacts *facts,
                                SheafWords              *amounts,
                                GError                 **error);

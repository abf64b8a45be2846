/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers and files of a list of payments. */
#pragma once

#include "app/page.h"

typedef enum
{
  SHEAF_PAYOUT_PAPER_LIST,     /* to be signed, or as the bank gets it */
  SHEAF_PAYOUT_PAPER_SLIPS,    /* what each member gets, with a code for transfers */
  SHEAF_PAYOUT_PAPER_VOUCHERS, /* payment vouchers of a cash list */
  SHEAF_PAYOUT_PAPER_ORDER,    /* the order to the bank, as a file */
} SheafPayoutPaper;

/* Shows the paper of the list, or asks for the form and the place of the file. */
void sheaf_payout_papers_open (SheafPage       *page,
                               SheafPayoutPaper paper,
                               int              year,
                               gint64           batch_id);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The proof of a posted distribution as a list, and what it comes to. */
#pragma once

#include "distribution/proof.h"

#include <gtk/gtk.h>

/* Sets up the columns of a view; once. */
void sheaf_proof_list_set_up (GtkColumnView *view);

/* Fills the view: the sums, then each account the posting touched, then the control account beside
 * its parties; NULL empties it. */
void sheaf_proof_list_show (GtkColumnView    *view,
                            const SheafProof *proof);

/* Whether everything agrees and, where not, what to do; how remainders go; how balances are
 * signed. Free with g_free. */
char *sheaf_proof_list_verdict (const SheafProof *proof);

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page's tab of the proof. */
#include "app/distribution/distribution-page-private.h"

#include "app/distribution/proof-list.h"

void
sheaf_distribution_page_show_proof (SheafDistributionPage *page)
{
  const SheafProof *proof = page->year_plan->proof;
  g_autofree char  *verdict = proof != NULL ? sheaf_proof_list_verdict (proof) : NULL;
  gboolean          was_shown = gtk_stack_page_get_visible (page->proof_page);

  if (proof == NULL && was_shown &&
      g_strcmp0 (gtk_stack_get_visible_child_name (page->views), "proof") == 0)
    gtk_stack_set_visible_child_name (page->views, "steps");
  gtk_stack_page_set_visible (page->proof_page, proof != NULL);
  gtk_label_set_text (page->verdict, verdict != NULL ? verdict : "");
  sheaf_proof_list_show (page->proof_view, proof);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The member's card beside the register and in its window, and the desk of certificates. */
#include "shots.h"

#include "window-fixture.h"

/* Scrolled down, so that the chart is in sight, and the window, whose list is as long. */
static void
take_whole (SheafWindow     *window,
            gboolean         dark,
            const ShotsSize *size)
{
  GtkWidget *card;
  GType      type;

  shots_go (window, "members", "TV001");
  type = g_type_from_name ("SheafMembersPage");
  card = window_fixture_find (shots_get_page (window), g_type_from_name ("SheafMemberCard"));
  shots_take (GTK_WIDGET (window), "card", dark, size);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
                                window_fixture_find (card, GTK_TYPE_SCROLLED_WINDOW))),
                            400);
  shots_wait ();
  shots_take (GTK_WIDGET (window), "card-years", dark, size);
  shots_take_page_dialog (window, "members", "members.card", type, "card-whole", dark, size);
  shots_take_page_dialog (window, "members", "members.explain", type, "card-explain", dark, size);
  shots_take_page_dialog (window, "members", "members.print-card", type, "card-paper", dark, size);
  shots_go (window, "members", " ");
}

/* The paper of a certificate, and what is asked before one is issued anew. */
static void
take_certificates (SheafWindow     *window,
                   gboolean         dark,
                   const ShotsSize *size)
{
  GType type;

  shots_go (window, "certificates", "");
  type = g_type_from_name ("SheafCertificateDesk");
  shots_take (GTK_WIDGET (window), "certificates", dark, size);
  shots_take_page_dialog (window, "certificates", "certificates.print", type, "certificate-paper",
                          dark, size);
  shots_take_page_dialog (window, "certificates", "certificates.reissue", type,
                          "certificate-reissue", dark, size);
  shots_take_page_dialog (window, "certificates", "certificates.issue-due", type,
                          "certificate-issue-due", dark, size);
}

void
shots_take_card (SheafWindow     *window,
                 gboolean         dark,
                 const ShotsSize *size)
{
  take_whole (window, dark, size);
  take_certificates (window, dark, size);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of payouts on the demo, whose members were paid in cash: members, lists, what is asked,
 * one who did not come and is to be paid again. */
#include "shots.h"

#include "window-fixture.h"

static GtkWidget *
part (GtkWidget  *widget,
      const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name));
}

/* Says that the member did not come. */
static void
take_return (SheafWindow     *window,
             GtkWidget       *page,
             gboolean         dark,
             const ShotsSize *size)
{
  GtkWidget *dialog;

  shots_go (window, "payouts", "TV002");
  shots_act (page, "payouts.return");
  dialog = shots_find_dialog (GTK_WIDGET (window));
  gtk_editable_set_text (GTK_EDITABLE (part (dialog, "text_entry")), "Đi vắng");
  shots_take (dialog, "payouts-return", dark, size);
  g_object_ref (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
  shots_wait ();
  shots_take (GTK_WIDGET (window), "payouts-unclaimed", dark, size);
}

/* Who did not come is paid through the bank: what the list would be, its papers, the answer. */
static void
take_again (SheafWindow     *window,
            GtkWidget       *page,
            gboolean         dark,
            const ShotsSize *size)
{
  GtkWidget *dialog;

  shots_go (window, "payouts", "TV002");
  shots_act (page, "payouts.pay-one");
  dialog = shots_find_dialog (GTK_WIDGET (window));
  shots_wait ();
  shots_take (dialog, "payouts-again", dark, size);
  shots_act (dialog, "list.pay");
  shots_take_dialog (GTK_WIDGET (window), "payouts-made", dark, size);
  shots_take (GTK_WIDGET (window), "payouts-ordered", dark, size);
  shots_take_page_dialog (window, "payouts", "payouts.result", G_OBJECT_TYPE (page),
                          "payouts-result", dark, size);
}

void
shots_take_payouts (SheafWindow     *window,
                    gboolean         dark,
                    const ShotsSize *size)
{
  GtkWidget *page;

  shots_go (window, "payouts", "members");
  page = shots_get_page (window);
  shots_take (GTK_WIDGET (window), "payouts", dark, size);
  take_return (window, page, dark, size);
  shots_take_page_dialog (window, "payouts", "payouts.card", G_OBJECT_TYPE (page),
                          "payouts-card", dark, size);
  shots_act (page, "payouts.new");
  shots_wait ();
  shots_take_dialog (GTK_WIDGET (window), "payouts-new", dark, size);
  shots_go (window, "payouts", "lists");
  shots_take (GTK_WIDGET (window), "payouts-lists", dark, size);
  shots_act (page, "payouts.print-list");
  shots_take_dialog (GTK_WIDGET (window), "payouts-paper", dark, size);
  shots_take_page_dialog (window, "payouts", "payouts.withheld", G_OBJECT_TYPE (page),
                          "payouts-withheld", dark, size);
  shots_act (page, "payouts.print-slips");
  shots_take_dialog (GTK_WIDGET (window), "payouts-slips", dark, size);
  shots_take_page_dialog (window, "payouts", "payouts.notes", G_OBJECT_TYPE (page),
                          "payouts-notes", dark, size);
  take_again (window, page, dark, size);
  shots_go (window, "payouts", "members");
}

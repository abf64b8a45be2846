/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The papers open over the page's window; the dialog stays until it is closed. */
#include "app/payouts/made-dialog.h"

#include "app/payouts/cash-draw-dialog.h"
#include "app/payouts/payout-papers.h"
#include "app/widgets/problem-list.h"
#include "base/i18n.h"

struct _SheafMadeDialog
{
  AdwWindow  parent_instance;
  SheafPage *page;
  int        year;
  gint64     batch_id;

  GtkLabel         *what;
  GtkWidget        *left_open;
  SheafProblemList *problems;
  GtkWidget        *list_button;
  GtkWidget        *notes_button;
  GtkWidget        *order_button;
};

G_DEFINE_FINAL_TYPE (SheafMadeDialog, sheaf_made_dialog, ADW_TYPE_WINDOW)

static void
paper_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafMadeDialog *dialog = SHEAF_MADE_DIALOG (widget);
  SheafPayoutPaper paper = SHEAF_PAYOUT_PAPER_LIST;

  (void) parameter;
  if (g_str_equal (action, "made.slips"))
    paper = SHEAF_PAYOUT_PAPER_SLIPS;
  else if (g_str_equal (action, "made.order"))
    paper = SHEAF_PAYOUT_PAPER_ORDER;
  if (sheaf_page_get_session (dialog->page) != NULL)
    sheaf_payout_papers_open (dialog->page, paper, dialog->year, dialog->batch_id);
}

static void
notes_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  SheafMadeDialog *dialog = SHEAF_MADE_DIALOG (widget);

  (void) action;
  (void) parameter;
  if (sheaf_page_get_session (dialog->page) != NULL)
    gtk_window_present (GTK_WINDOW (sheaf_cash_draw_dialog_new (dialog->page, dialog->batch_id)));
}

static void
sheaf_made_dialog_dispose (GObject *object)
{
  g_clear_object (&SHEAF_MADE_DIALOG (object)->page);
  G_OBJECT_CLASS (sheaf_made_dialog_parent_class)->dispose (object);
}

static void
sheaf_made_dialog_class_init (SheafMadeDialogClass *klass)
{
  static const char *const papers[] = { "made.list", "made.slips", "made.order" };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_made_dialog_dispose;
  g_type_ensure (SHEAF_TYPE_PROBLEM_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/payouts/made-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafMadeDialog, what);
  gtk_widget_class_bind_template_child (widget_class, SheafMadeDialog, left_open);
  gtk_widget_class_bind_template_child (widget_class, SheafMadeDialog, problems);
  gtk_widget_class_bind_template_child (widget_class, SheafMadeDialog, list_button);
  gtk_widget_class_bind_template_child (widget_class, SheafMadeDialog, notes_button);
  gtk_widget_class_bind_template_child (widget_class, SheafMadeDialog, order_button);
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    gtk_widget_class_install_action (widget_class, papers[i], NULL, paper_action);
  gtk_widget_class_install_action (widget_class, "made.notes", NULL, notes_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sheaf_made_dialog_init (SheafMadeDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

GtkWidget *
sheaf_made_dialog_new (SheafPage           *page,
                       const SheafListWish *wish,
                       const SheafListMade *made)
{
  SheafMadeDialog *dialog = g_object_new (
      SHEAF_TYPE_MADE_DIALOG, "transient-for",
      GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW)), NULL);
  gboolean         bank = wish->way == SHEAF_LIST_BANK;
  g_autofree char *title = g_strdup_printf (_ ("List %d is posted"), (int) made->id);
  g_autoptr (SheafProblems) told = NULL;

  dialog->page = g_object_ref (page);
  dialog->year = wish->year;
  dialog->batch_id = made->id;
  gtk_window_set_title (GTK_WINDOW (dialog), title);
  gtk_label_set_text (dialog->what,
                      bank ? _ ("Save the order for the bank’s program. When the bank has "
                                "answered, read its file back, so that each payment is known to be "
                                "paid or returned.")
                           : _ ("Print the list on which the members sign. Who does not come is "
                                "entered as not collected; a later list pays them."));
  told = sheaf_list_problems_cut (made->problems);
  sheaf_problem_list_show (dialog->problems, told);
  gtk_widget_set_visible (dialog->left_open, told->items->len > 0);
  gtk_widget_set_visible (dialog->notes_button, !bank);
  gtk_widget_set_visible (dialog->order_button, bank);
  (void) gtk_widget_grab_focus (bank ? dialog->order_button : dialog->list_button);
  return GTK_WIDGET (dialog);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures are the core's; nothing is computed here. */
#include "app/capital/event-look.h"

#include "app/format.h"
#include "base/i18n.h"

struct _SheafEventLook
{
  AdwBin     parent_instance;
  GtkWidget *balances;
  GtkLabel  *committed_before;
  GtkLabel  *committed_after;
  GtkLabel  *paid_before;
  GtkLabel  *paid_after;
  GtkWidget *to_head;
  GtkWidget *to_committed;
  GtkLabel  *to_committed_before;
  GtkLabel  *to_committed_after;
  GtkWidget *to_paid;
  GtkLabel  *to_paid_before;
  GtkLabel  *to_paid_after;
  GtkLabel  *entry;
  GtkLabel  *untaxed;
  GtkLabel  *debts;
  GtkLabel  *solvency;
};

G_DEFINE_FINAL_TYPE (SheafEventLook, sheaf_event_look, ADW_TYPE_BIN)

static void
show_figure (GtkLabel  *label,
             SheafMoney money)
{
  g_autofree char *text = sheaf_format_figure (money);

  gtk_label_set_text (label, text);
}

static void
show_text (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_balances (SheafEventLook            *view,
               const SheafCapitalPreview *preview,
               gboolean                   has_receiver)
{
  show_figure (view->committed_before, preview->before.committed);
  show_figure (view->committed_after, preview->after.committed);
  show_figure (view->paid_before, preview->before.paid);
  show_figure (view->paid_after, preview->after.paid);
  gtk_widget_set_visible (view->to_head, has_receiver);
  gtk_widget_set_visible (view->to_committed, has_receiver);
  gtk_widget_set_visible (GTK_WIDGET (view->to_committed_before), has_receiver);
  gtk_widget_set_visible (GTK_WIDGET (view->to_committed_after), has_receiver);
  gtk_widget_set_visible (view->to_paid, has_receiver);
  gtk_widget_set_visible (GTK_WIDGET (view->to_paid_before), has_receiver);
  gtk_widget_set_visible (GTK_WIDGET (view->to_paid_after), has_receiver);
  if (!has_receiver)
    return;
  show_figure (view->to_committed_before, preview->to_before.committed);
  show_figure (view->to_committed_after, preview->to_after.committed);
  show_figure (view->to_paid_before, preview->to_before.paid);
  show_figure (view->to_paid_after, preview->to_after.paid);
}

static void
show_untaxed (SheafEventLook            *view,
              const SheafCapitalPreview *preview)
{
  g_autofree char *amount = sheaf_format_money_unit (preview->untaxed);
  g_autofree char *tax = sheaf_format_money_unit (preview->tax);
  g_autofree char *text = g_strdup_printf (
      _ ("%s of it is income that became capital and was not taxed yet: %s of tax on it are kept "
         "back with this, or claimed of the giver (Decree 253/2026/NĐ-CP Art. 52.5)."),
      amount, tax);

  show_text (view->untaxed, preview->untaxed.units > 0 ? text : NULL);
}

void
sheaf_event_look_show (SheafEventLook          *view,
                       const SheafCapitalLook  *look,
                       const SheafCapitalEvent *event)
{
  const SheafCapitalPreview *preview;
  const char                *entry;

  g_return_if_fail (SHEAF_IS_EVENT_LOOK (view));

  preview = look->preview;
  gtk_widget_set_visible (view->balances, preview != NULL);
  if (preview != NULL)
    {
      show_balances (view, preview,
                     event->event == SHEAF_CAPITAL_TRANSFER_OUT && event->to_party_id != 0 &&
                         event->to_party_id != event->party_id);
      show_untaxed (view, preview);
    }
  else
    show_text (view->untaxed, NULL);
  if (look->entry != NULL)
    entry = look->entry;
  else if (event->event == SHEAF_CAPITAL_COMMIT || event->event == SHEAF_CAPITAL_REDUCE)
    entry = _ ("None: a promise moves no money, only what is paid in is booked.");
  else
    entry = _ ("It stands here once member, day and amount are typed.");
  show_text (view->entry, entry);
  show_text (view->debts, look->debts);
  show_text (view->solvency, look->solvency);
}

static void
sheaf_event_look_class_init (SheafEventLookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/capital/event-look.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, balances);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, committed_before);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, committed_after);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, paid_before);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, paid_after);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, to_head);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, to_committed);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, to_committed_before);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, to_committed_after);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, to_paid);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, to_paid_before);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, to_paid_after);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, entry);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, untaxed);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, debts);
  gtk_widget_class_bind_template_child (widget_class, SheafEventLook, solvency);
}

static void
sheaf_event_look_init (SheafEventLook *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
}

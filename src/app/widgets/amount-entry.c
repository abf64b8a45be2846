/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed is read when the entry is left; what cannot be read stays, marked and
 * explained. */
#include "app/widgets/amount-entry.h"

#include "app/amount-text.h"
#include "app/format.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"
#include "base/language.h"

struct _SheafAmountEntry
{
  GtkEntry parent_instance;
};

G_DEFINE_FINAL_TYPE (SheafAmountEntry, sheaf_amount_entry, GTK_TYPE_ENTRY)

static void
settle_text (SheafAmountEntry *entry)
{
  g_autoptr (GError) error = NULL;
  SheafMoney amount;

  if (!gtk_editable_get_editable (GTK_EDITABLE (entry)))
    return;
  if (!sheaf_amount_entry_get (entry, &amount, &error))
    {
      sheaf_entry_mark (GTK_WIDGET (entry), error->message);
      return;
    }
  sheaf_entry_mark (GTK_WIDGET (entry), NULL);
  sheaf_amount_entry_set (entry, amount);
}

static void
left_cb (GtkEventControllerFocus *controller,
         SheafAmountEntry        *entry)
{
  (void) controller;
  settle_text (entry);
}

static void
sheaf_amount_entry_class_init (SheafAmountEntryClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "entry");
}

static void
sheaf_amount_entry_init (SheafAmountEntry *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), entry);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  g_signal_connect (entry, "activate", G_CALLBACK (settle_text), NULL);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1.0f);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 12);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_FREE_FORM);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Amount"), -1);
}

GtkWidget *
sheaf_amount_entry_new (void)
{
  return g_object_new (SHEAF_TYPE_AMOUNT_ENTRY, NULL);
}

gboolean
sheaf_amount_entry_get (SheafAmountEntry *entry,
                        SheafMoney       *ret_amount,
                        GError          **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (SHEAF_IS_AMOUNT_ENTRY (entry), FALSE);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  if (*text == '\0')
    {
      *ret_amount = SHEAF_MONEY_ZERO;
      return TRUE;
    }
  return sheaf_amount_text_parse (text, sheaf_language_current (), ret_amount, error);
}

void
sheaf_amount_entry_set (SheafAmountEntry *entry,
                        SheafMoney        amount)
{
  g_autofree char *text = amount.units == 0 ? g_strdup ("") : sheaf_format_figure (amount);

  g_return_if_fail (SHEAF_IS_AMOUNT_ENTRY (entry));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

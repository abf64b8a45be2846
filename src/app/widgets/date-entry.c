/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last good day is the context of the next short form. */
#include "app/widgets/date-entry.h"

#include "app/date-text.h"
#include "app/format.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"

struct _SheafDateEntry
{
  GtkEntry  parent_instance;
  SheafDate context;
  gboolean  optional;
};

G_DEFINE_FINAL_TYPE (SheafDateEntry, sheaf_date_entry, GTK_TYPE_ENTRY)

static guint changed_date_signal;

static void
settle_text (SheafDateEntry *entry)
{
  g_autoptr (GError) error = NULL;
  SheafDate before = entry->context;
  SheafDate date;

  if (!gtk_editable_get_editable (GTK_EDITABLE (entry)))
    return;
  if (!sheaf_date_entry_get (entry, &date, &error))
    {
      sheaf_entry_mark (GTK_WIDGET (entry), error->message);
      return;
    }
  if (sheaf_date_is_none (date))
    {
      sheaf_entry_mark (GTK_WIDGET (entry), NULL);
      return;
    }
  sheaf_date_entry_set (entry, date);
  if (sheaf_date_cmp (before, date) != 0)
    g_signal_emit (entry, changed_date_signal, 0);
}

static void
left_cb (GtkEventControllerFocus *controller,
         SheafDateEntry          *entry)
{
  (void) controller;
  settle_text (entry);
}

static void
sheaf_date_entry_class_init (SheafDateEntryClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "entry");
  changed_date_signal = g_signal_new ("changed-date", SHEAF_TYPE_DATE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_date_entry_init (SheafDateEntry *entry)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  entry->context = sheaf_format_today ();
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), entry);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
  g_signal_connect (entry, "activate", G_CALLBACK (settle_text), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 11);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 11);
  gtk_widget_add_css_class (GTK_WIDGET (entry), "numeric");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Day"),
                                  -1);
}

GtkWidget *
sheaf_date_entry_new (void)
{
  return g_object_new (SHEAF_TYPE_DATE_ENTRY, NULL);
}

gboolean
sheaf_date_entry_get (SheafDateEntry *entry,
                      SheafDate      *ret_date,
                      GError        **error)
{
  g_return_val_if_fail (SHEAF_IS_DATE_ENTRY (entry), FALSE);

  if (entry->optional && *gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
    {
      *ret_date = SHEAF_DATE_NONE;
      return TRUE;
    }
  return sheaf_date_text_parse (gtk_editable_get_text (GTK_EDITABLE (entry)), entry->context,
                                sheaf_format_today (), ret_date, error);
}

void
sheaf_date_entry_set (SheafDateEntry *entry,
                      SheafDate       date)
{
  g_autofree char *text = sheaf_format_date (date);

  g_return_if_fail (SHEAF_IS_DATE_ENTRY (entry));

  entry->context = date;
  sheaf_entry_mark (GTK_WIDGET (entry), NULL);
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

void
sheaf_date_entry_set_optional (SheafDateEntry *entry,
                               gboolean        optional)
{
  g_return_if_fail (SHEAF_IS_DATE_ENTRY (entry));

  entry->optional = optional;
}

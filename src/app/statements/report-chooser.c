/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles are long: the button cuts them off, the list and the tooltip show them whole. */
#include "app/statements/report-chooser.h"

#include "base/i18n.h"

struct _SheafReportChooser
{
  AdwBin       parent_instance;
  GPtrArray   *entries;
  GtkDropDown *list;
  gboolean     quiet;
};

G_DEFINE_FINAL_TYPE (SheafReportChooser, sheaf_report_chooser, ADW_TYPE_BIN)

static guint chosen_signal;

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            is_list)
{
  GtkWidget *label = gtk_label_new (NULL);

  (void) factory;
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  if (is_list == NULL)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 22);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  (void) factory;
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (text));
}

static GtkListItemFactory *
make_factory (gboolean is_list)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (is_list));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

const SheafReportEntry *
sheaf_report_chooser_get (SheafReportChooser *chooser)
{
  guint selected;

  g_return_val_if_fail (SHEAF_IS_REPORT_CHOOSER (chooser), NULL);

  selected = gtk_drop_down_get_selected (chooser->list);
  return chooser->entries != NULL && selected < chooser->entries->len
             ? chooser->entries->pdata[selected]
             : NULL;
}

static void
selected_cb (SheafReportChooser *chooser)
{
  const SheafReportEntry *entry = sheaf_report_chooser_get (chooser);

  if (chooser->quiet || entry == NULL)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (chooser->list), entry->title);
  g_signal_emit (chooser, chosen_signal, 0);
}

/* Codes made of words ("ageing") are for programs; those of the regulation are what people say. */
static char *
name_entry (const SheafReportEntry *entry)
{
  return g_ascii_isupper (entry->report->code[0])
             ? g_strdup_printf ("%s  %s", entry->report->code, entry->title)
             : g_strdup (entry->title);
}

void
sheaf_report_chooser_set (SheafReportChooser *chooser,
                          GPtrArray          *entries)
{
  const SheafReportEntry *before;
  g_autofree char        *code = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_if_fail (SHEAF_IS_REPORT_CHOOSER (chooser));

  before = sheaf_report_chooser_get (chooser);
  code = g_strdup (before != NULL ? before->report->code : NULL);
  chooser->quiet = TRUE;
  g_clear_pointer (&chooser->entries, g_ptr_array_unref);
  chooser->entries = g_ptr_array_ref (entries);
  for (guint i = 0; i < entries->len; i++)
    gtk_string_list_take (names, name_entry (entries->pdata[i]));
  gtk_drop_down_set_model (chooser->list, G_LIST_MODEL (names));
  if (code != NULL)
    (void) sheaf_report_chooser_choose (chooser, code);
  chooser->quiet = FALSE;
}

gboolean
sheaf_report_chooser_choose (SheafReportChooser *chooser,
                             const char         *code)
{
  g_return_val_if_fail (SHEAF_IS_REPORT_CHOOSER (chooser), FALSE);

  for (guint i = 0; chooser->entries != NULL && i < chooser->entries->len; i++)
    {
      const SheafReportEntry *entry = chooser->entries->pdata[i];

      if (g_ascii_strcasecmp (entry->report->code, code) != 0)
        continue;
      gtk_drop_down_set_selected (chooser->list, i);
      return TRUE;
    }
  return FALSE;
}

static void
sheaf_report_chooser_dispose (GObject *object)
{
  g_clear_pointer (&SHEAF_REPORT_CHOOSER (object)->entries, g_ptr_array_unref);
  G_OBJECT_CLASS (sheaf_report_chooser_parent_class)->dispose (object);
}

static void
sheaf_report_chooser_class_init (SheafReportChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sheaf_report_chooser_dispose;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_report_chooser_init (SheafReportChooser *chooser)
{
  g_autoptr (GtkListItemFactory) button = make_factory (FALSE);
  g_autoptr (GtkListItemFactory) list = make_factory (TRUE);

  chooser->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_factory (chooser->list, button);
  gtk_drop_down_set_list_factory (chooser->list, list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Report"), -1);
  adw_bin_set_child (ADW_BIN (chooser), GTK_WIDGET (chooser->list));
  g_signal_connect_swapped (chooser->list, "notify::selected", G_CALLBACK (selected_cb), chooser);
}

GtkWidget *
sheaf_report_chooser_new (void)
{
  return g_object_new (SHEAF_TYPE_REPORT_CHOOSER, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The usual stretches by one choice; the person's own are typed as "15 45 90". */
#include "app/statements/ageing-choice.h"

#include "app/widgets/entry-mark.h"
#include "reports/ageing-stretches.h"

/* As the drop-down lists them; the last is the person's own. */
static const char *const presets[] = { "30,60,90", "90,180,365", SHEAF_AGEING_LIMITS };

struct _SheafAgeingChoice
{
  AdwBin parent_instance;
  char  *own;

  GtkDropDown *preset_list;
  GtkEditable *own_entry;
  GtkDropDown *detail_list;
};

G_DEFINE_FINAL_TYPE (SheafAgeingChoice, sheaf_ageing_choice, ADW_TYPE_BIN)

static guint changed_signal;

static gboolean
is_own (SheafAgeingChoice *choice)
{
  return gtk_drop_down_get_selected (choice->preset_list) >= G_N_ELEMENTS (presets);
}

/* "15 45; 90" is "15,45,90". */
static char *
join_numbers (const char *typed)
{
  g_auto (GStrv) parts = g_strsplit_set (typed, " ,;/-", -1);
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (numbers, parts[i]);
  all = g_strv_builder_end (numbers);
  return g_strjoinv (",", all);
}

gboolean
sheaf_ageing_choice_get_buckets (SheafAgeingChoice *choice,
                                 const char       **ret_buckets)
{
  g_autoptr (GError) error = NULL;
  SheafAgeingStretches stretches;

  g_return_val_if_fail (SHEAF_IS_AGEING_CHOICE (choice), FALSE);

  if (!is_own (choice))
    {
      *ret_buckets = presets[gtk_drop_down_get_selected (choice->preset_list)];
      return TRUE;
    }
  g_free (choice->own);
  choice->own = join_numbers (gtk_editable_get_text (choice->own_entry));
  if (*choice->own == '\0') /* not typed yet: nothing is wrong */
    return FALSE;
  if (!sheaf_ageing_stretches_parse (choice->own, SHEAF_DATE_NONE, &stretches, &error))
    {
      sheaf_entry_mark (GTK_WIDGET (choice->own_entry), error->message);
      return FALSE;
    }
  sheaf_entry_mark (GTK_WIDGET (choice->own_entry), NULL);
  *ret_buckets = choice->own;
  return TRUE;
}

const char *
sheaf_ageing_choice_get_detail (SheafAgeingChoice *choice)
{
  g_return_val_if_fail (SHEAF_IS_AGEING_CHOICE (choice), "party");

  return gtk_drop_down_get_selected (choice->detail_list) == 1 ? "item" : "party";
}

static void
tell (SheafAgeingChoice *choice)
{
  g_signal_emit (choice, changed_signal, 0);
}

static void
preset_cb (SheafAgeingChoice *choice)
{
  gtk_widget_set_visible (GTK_WIDGET (choice->own_entry), is_own (choice));
  if (is_own (choice))
    (void) gtk_widget_grab_focus (GTK_WIDGET (choice->own_entry));
  tell (choice);
}

static void
sheaf_ageing_choice_finalize (GObject *object)
{
  g_free (SHEAF_AGEING_CHOICE (object)->own);
  G_OBJECT_CLASS (sheaf_ageing_choice_parent_class)->finalize (object);
}

static void
sheaf_ageing_choice_class_init (SheafAgeingChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sheaf_ageing_choice_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/statements/ageing-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafAgeingChoice, preset_list);
  gtk_widget_class_bind_template_child (widget_class, SheafAgeingChoice, own_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafAgeingChoice, detail_list);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_ageing_choice_init (SheafAgeingChoice *choice)
{
  gtk_widget_init_template (GTK_WIDGET (choice));
  g_signal_connect_swapped (choice->preset_list, "notify::selected", G_CALLBACK (preset_cb),
                            choice);
  g_signal_connect_swapped (choice->own_entry, "activate", G_CALLBACK (tell), choice);
  g_signal_connect_swapped (choice->detail_list, "notify::selected", G_CALLBACK (tell), choice);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list hangs under the entry and never takes the focus: the keys stay with the text. */
#include "app/widgets/code-picker.h"

#include "app/widgets/entry-mark.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/hint.h"

#include <string.h>

#define OFFERED_MAX 8

struct _SheafCodePicker
{
  GtkEntry      parent_instance;
  SheafChoices *choices;
  const char   *what_is_missing;
  GtkWidget    *popover;
  GtkWidget    *list;
  gboolean      takes_item;
  gboolean      takes_new; /* a code that is not there is no mistake */
  gboolean      moved;     /* the selection in the list was moved by the person */
  gboolean      setting;   /* the text is changed by the program, not by typing */
};

G_DEFINE_FINAL_TYPE (SheafCodePicker, sheaf_code_picker, GTK_TYPE_ENTRY)

static guint picked_signal;

/* What was typed before the colon. */
static char *
read_code (SheafCodePicker *picker)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (picker));
  const char *colon = picker->takes_item ? strchr (typed, ':') : NULL;

  return colon != NULL ? g_strndup (typed, (gsize) (colon - typed)) : g_strdup (typed);
}

static const SheafChoice *
find_choice (SheafCodePicker *picker)
{
  g_autofree char *code = read_code (picker);

  return picker->choices != NULL && *code != '\0' ? sheaf_choices_find_code (picker->choices, code)
                                                  : NULL;
}

static const SheafChoice *
get_offered (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "choice") : NULL;
}

static void
take_choice (SheafCodePicker   *picker,
             const SheafChoice *choice)
{
  gtk_popover_popdown (GTK_POPOVER (picker->popover));
  if (choice == NULL)
    return;
  sheaf_code_picker_set (picker, choice->code);
  g_signal_emit (picker, picked_signal, 0);
}

static char *
word_elsewhere (const char        *typed,
                const char *const *codes)
{
  const SheafChartHint hint = { .goes_to = (char **) codes };

  return sheaf_chart_hint_text (&hint, typed);
}

static GtkWidget *
make_row (const SheafChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *code = gtk_label_new (choice->code);
  GtkWidget *name = gtk_label_new (choice->name);

  gtk_label_set_width_chars (GTK_LABEL (code), 7);
  gtk_label_set_xalign (GTK_LABEL (code), 0.0f);
  gtk_widget_add_css_class (code, "numeric");
  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (name), 48);
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), name);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "choice", (gpointer) choice);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->name,
                                  -1);
  return row;
}

/* A row that is only read. */
static void
add_note (SheafCodePicker *picker,
          const char      *text)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 56);
  gtk_widget_add_css_class (label, "caption");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (GTK_LIST_BOX (picker->list), row);
}

/* "Use 558 Thu nhập khác" for each account that takes what the code typed holds elsewhere. */
static void
add_remedies (SheafCodePicker   *picker,
              const char *const *codes)
{
  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) found = sheaf_choices_search (picker->choices, codes[i], OFFERED_MAX);

      for (guint n = 0; n < found->len; n++)
        {
          const SheafChoice *choice = g_ptr_array_index (found, n);
          g_autofree char   *text = g_strdup_printf (_ ("Use %s %s"), choice->code, choice->name);
          GtkWidget         *row, *label;

          if (!g_str_has_prefix (choice->code, codes[i]))
            continue;
          row = make_row (choice);
          label = gtk_label_new (text);
          gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
          gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
          gtk_list_box_append (GTK_LIST_BOX (picker->list), row);
        }
    }
}

/* What there is to say of the code typed to people who know it from elsewhere. TRUE when the list
 * has rows. */
static gboolean
add_advice (SheafCodePicker *picker,
            const char      *typed,
            gboolean         nothing_found)
{
  const char        *note = sheaf_choices_find_note (picker->choices, typed);
  const char *const *codes = nothing_found ? sheaf_choices_find_elsewhere (picker->choices, typed)
                                           : NULL;

  if (codes != NULL)
    {
      g_autofree char *text = word_elsewhere (typed, codes);

      add_remedies (picker, codes);
      add_note (picker, text);
    }
  if (note != NULL)
    add_note (picker, note);
  return !nothing_found || codes != NULL || note != NULL;
}

/* all: whatever is typed, as when the arrow key asks what there is. */
static void
offer_choices (SheafCodePicker *picker,
               gboolean         all)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (picker));
  g_autoptr (GPtrArray) found = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (picker->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (picker->list), child);
  if (picker->choices == NULL || (*typed == '\0' && !all) ||
      (picker->takes_item && strchr (typed, ':') != NULL))
    {
      gtk_popover_popdown (GTK_POPOVER (picker->popover));
      return;
    }
  found = sheaf_choices_search (picker->choices, all ? "" : typed, OFFERED_MAX);
  for (guint i = 0; i < found->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (picker->list), make_row (g_ptr_array_index (found, i)));
  if (!add_advice (picker, typed, found->len == 0))
    {
      gtk_popover_popdown (GTK_POPOVER (picker->popover));
      return;
    }
  /* What stands for a code of elsewhere is taken only when a person chooses it. */
  if (found->len > 0)
    gtk_list_box_select_row (GTK_LIST_BOX (picker->list),
                             gtk_list_box_get_row_at_index (GTK_LIST_BOX (picker->list), 0));
  gtk_popover_popup (GTK_POPOVER (picker->popover));
}

static void
typed_cb (SheafCodePicker *picker)
{
  if (picker->setting)
    return;
  picker->moved = FALSE;
  sheaf_entry_mark (GTK_WIDGET (picker), NULL);
  if (gtk_widget_get_mapped (GTK_WIDGET (picker)))
    offer_choices (picker, FALSE);
}

/* Settles what was typed: the code itself, else the choice selected in the list. */
static void
settle_text (SheafCodePicker *picker)
{
  g_autoptr (GError) error = NULL;
  const char        *typed = gtk_editable_get_text (GTK_EDITABLE (picker));
  gboolean           has_item = picker->takes_item && strchr (typed, ':') != NULL;
  const SheafChoice *choice = find_choice (picker);

  if (!gtk_editable_get_editable (GTK_EDITABLE (picker)))
    return;
  if (choice == NULL && !has_item && (!picker->takes_new || picker->moved) &&
      gtk_widget_get_visible (picker->popover))
    choice = get_offered (gtk_list_box_get_selected_row (GTK_LIST_BOX (picker->list)));
  if (choice != NULL && !has_item && g_strcmp0 (choice->code, typed) != 0)
    take_choice (picker, choice);
  else
    gtk_popover_popdown (GTK_POPOVER (picker->popover));
  if (!sheaf_code_picker_get (picker, &typed, &error))
    sheaf_entry_mark (GTK_WIDGET (picker), error->message);
}

static void
left_cb (GtkEventControllerFocus *controller,
         SheafCodePicker         *picker)
{
  (void) controller;
  settle_text (picker);
}

static void
move_selection (SheafCodePicker *picker,
                int              step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (picker->list));
  int            index = row != NULL ? gtk_list_box_row_get_index (row) + step : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (picker->list), MAX (index, 0));

  picker->moved = TRUE;
  if (next != NULL)
    gtk_list_box_select_row (GTK_LIST_BOX (picker->list), next);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        SheafCodePicker       *picker)
{
  gboolean open = gtk_widget_get_visible (picker->popover);

  (void) controller;
  (void) keycode;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!open && keyval == GDK_KEY_Down && gtk_editable_get_editable (GTK_EDITABLE (picker)))
    {
      offer_choices (picker, TRUE);
      return GDK_EVENT_STOP;
    }
  if (!open)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Down:
      move_selection (picker, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
      move_selection (picker, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      gtk_popover_popdown (GTK_POPOVER (picker->popover));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
row_activated_cb (GtkListBox      *list,
                  GtkListBoxRow   *row,
                  SheafCodePicker *picker)
{
  (void) list;
  take_choice (picker, get_offered (row));
}

static void
sheaf_code_picker_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  GTK_WIDGET_CLASS (sheaf_code_picker_parent_class)
      ->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (SHEAF_CODE_PICKER (widget)->popover));
}

static void
sheaf_code_picker_dispose (GObject *object)
{
  SheafCodePicker *picker = SHEAF_CODE_PICKER (object);

  g_clear_pointer (&picker->popover, gtk_widget_unparent);
  g_clear_pointer (&picker->choices, sheaf_choices_unref);
  G_OBJECT_CLASS (sheaf_code_picker_parent_class)->dispose (object);
}

static void
sheaf_code_picker_class_init (SheafCodePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sheaf_code_picker_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = sheaf_code_picker_size_allocate;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "entry");
  picked_signal = g_signal_new ("picked", SHEAF_TYPE_CODE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
make_popover (SheafCodePicker *picker)
{
  picker->popover = gtk_popover_new ();
  picker->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (picker->list), GTK_SELECTION_BROWSE);
  gtk_widget_set_can_focus (picker->list, FALSE);
  g_signal_connect (picker->list, "row-activated", G_CALLBACK (row_activated_cb), picker);
  gtk_popover_set_child (GTK_POPOVER (picker->popover), picker->list);
  gtk_popover_set_autohide (GTK_POPOVER (picker->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (picker->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (picker->popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (picker->popover, GTK_ALIGN_START);
  gtk_widget_add_css_class (picker->popover, "picker");
  gtk_widget_set_parent (picker->popover, GTK_WIDGET (picker));
}

static void
sheaf_code_picker_init (SheafCodePicker *picker)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  picker->what_is_missing = N_ ("There is nothing with the code “%s”.");
  make_popover (picker);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), picker);
  gtk_widget_add_controller (GTK_WIDGET (picker), focus);
  /* Before the text inside sees them. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), picker);
  gtk_widget_add_controller (GTK_WIDGET (picker), keys);
  g_signal_connect (picker, "changed", G_CALLBACK (typed_cb), NULL);
  g_signal_connect (picker, "activate", G_CALLBACK (settle_text), NULL);
}

GtkWidget *
sheaf_code_picker_new (SheafChoices *choices,
                       const char   *what_is_missing)
{
  SheafCodePicker *picker = g_object_new (SHEAF_TYPE_CODE_PICKER, NULL);

  picker->what_is_missing = what_is_missing;
  sheaf_code_picker_set_choices (picker, choices);
  return GTK_WIDGET (picker);
}

void
sheaf_code_picker_set_choices (SheafCodePicker *picker,
                               SheafChoices    *choices)
{
  g_return_if_fail (SHEAF_IS_CODE_PICKER (picker));

  if (picker->choices == choices)
    return;
  g_clear_pointer (&picker->choices, sheaf_choices_unref);
  picker->choices = choices != NULL ? sheaf_choices_ref (choices) : NULL;
}

gboolean
sheaf_code_picker_get (SheafCodePicker *picker,
                       const char     **ret_code,
                       GError         **error)
{
  g_autofree char   *typed = NULL;
  const SheafChoice *choice;
  const char *const *elsewhere;

  g_return_val_if_fail (SHEAF_IS_CODE_PICKER (picker), FALSE);

  typed = read_code (picker);
  if (*typed == '\0' || picker->takes_new)
    {
      *ret_code = picker->takes_new ? gtk_editable_get_text (GTK_EDITABLE (picker)) : "";
      return TRUE;
    }
  choice = find_choice (picker);
  if (choice == NULL && picker->choices != NULL &&
      (elsewhere = sheaf_choices_find_elsewhere (picker->choices, typed)) != NULL)
    {
      g_autofree char *text = word_elsewhere (typed, elsewhere);

      g_set_error_literal (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID, text);
      return FALSE;
    }
  if (choice == NULL)
    {
      g_autofree char *text = g_strdup (_ (picker->what_is_missing));
      char            *place = strstr (text, "%s");

      /* The sentence is the program's own, but it comes through a pointer: no printf form. */
      if (place != NULL)
        *place = '\0';
      g_set_error (error, SHEAF_BASE_ERROR, SHEAF_BASE_ERROR_INVALID, "%s%s%s", text,
                   place != NULL ? typed : "", place != NULL ? place + 2 : "");
      return FALSE;
    }
  *ret_code = choice->code;
  return TRUE;
}

void
sheaf_code_picker_set (SheafCodePicker *picker,
                       const char      *code)
{
  g_return_if_fail (SHEAF_IS_CODE_PICKER (picker));

  picker->setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (picker), code != NULL ? code : "");
  gtk_editable_set_position (GTK_EDITABLE (picker), -1);
  picker->setting = FALSE;
  sheaf_entry_mark (GTK_WIDGET (picker), NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (picker), sheaf_code_picker_get_name (picker));
}

void
sheaf_code_picker_set_missing (SheafCodePicker *picker,
                               const char      *what_is_missing)
{
  g_return_if_fail (SHEAF_IS_CODE_PICKER (picker));

  picker->what_is_missing = what_is_missing;
}

void
sheaf_code_picker_set_takes_item (SheafCodePicker *picker,
                                  gboolean         takes_item)
{
  g_return_if_fail (SHEAF_IS_CODE_PICKER (picker));

  picker->takes_item = takes_item;
}

void
sheaf_code_picker_set_takes_new (SheafCodePicker *picker,
                                 gboolean         takes_new)
{
  g_return_if_fail (SHEAF_IS_CODE_PICKER (picker));

  picker->takes_new = takes_new;
}

guint
sheaf_code_picker_get_traits (SheafCodePicker *picker)
{
  const SheafChoice *choice;

  g_return_val_if_fail (SHEAF_IS_CODE_PICKER (picker), 0);

  choice = find_choice (picker);
  return choice != NULL ? choice->traits : 0;
}

char *
sheaf_code_picker_get_item (SheafCodePicker *picker)
{
  const char *colon;

  g_return_val_if_fail (SHEAF_IS_CODE_PICKER (picker), NULL);

  colon = picker->takes_item ? strchr (gtk_editable_get_text (GTK_EDITABLE (picker)), ':') : NULL;
  return colon != NULL && colon[1] != '\0' ? g_strstrip (g_strdup (colon + 1)) : NULL;
}

const char *
sheaf_code_picker_get_name (SheafCodePicker *picker)
{
  const SheafChoice *choice;

  g_return_val_if_fail (SHEAF_IS_CODE_PICKER (picker), NULL);

  choice = find_choice (picker);
  return choice != NULL ? choice->name : NULL;
}

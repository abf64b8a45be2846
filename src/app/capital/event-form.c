/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table says which fields a kind has; files and forms call them by the same names. */
#include "app/capital/event-form.h"

#include "app/capital/event-kinds.h"
#include "app/members/member-words.h"
#include "app/quantity-text.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "app/widgets/entry-mark.h"
#include "base/i18n.h"
#include "base/text.h"

struct _SheafEventForm
{
  AdwBin        parent_instance;
  SheafSession *session;
  gboolean      filling;

  AdwComboRow      *kind_row;
  AdwActionRow     *member_row;
  SheafCodePicker  *member_picker;
  AdwActionRow     *to_row;
  SheafCodePicker  *to_picker;
  GtkWidget        *day_row;
  SheafDateEntry   *day_entry;
  GtkWidget        *amount_row;
  SheafAmountEntry *amount_entry;
  AdwComboRow      *form_row;
  GtkWidget        *asset_row;
  GtkWidget        *quantity_row;
  GtkWidget        *unit_row;
  AdwActionRow     *account_row;
  SheafCodePicker  *account_picker;
  GtkWidget        *until_row;
  SheafDateEntry   *until_entry;
  AdwComboRow      *cause_row;
  GtkWidget        *price_row;
  SheafAmountEntry *price_entry;
  GtkWidget        *document_row;
  GtkWidget        *text_row;
};

G_DEFINE_FINAL_TYPE (SheafEventForm, sheaf_event_form, ADW_TYPE_BIN)

static guint changed_signal;

#define BIT(kind) (1u << (kind))
#define ALL 0xffffu
#define IN_KIND BIT (SHEAF_CAPITAL_PAY_IN_KIND)

typedef struct
{
  const char *column;
  gsize       row;   /* offset of what is shown and hidden */
  gsize       entry; /* offset of what is typed in */
  guint       kinds;
} Field;

#define FIELD(column, row, entry, kinds)                                                          \
  {                                                                                               \
    column, G_STRUCT_OFFSET (SheafEventForm, row), G_STRUCT_OFFSET (SheafEventForm, entry), kinds \
  }

static const Field fields[] = {
  FIELD ("member", member_row, member_picker, ALL),
  FIELD ("to_member", to_row, to_picker, BIT (SHEAF_CAPITAL_TRANSFER_OUT)),
  FIELD ("date", day_row, day_entry, ALL),
  FIELD ("amount", amount_row, amount_entry, ALL),
  FIELD ("asset", asset_row, asset_row, IN_KIND),
  FIELD ("quantity", quantity_row, quantity_row, IN_KIND),
  FIELD ("unit", unit_row, unit_row, IN_KIND),
  FIELD ("form", account_row, account_picker, IN_KIND),
  FIELD ("until", until_row, until_entry, IN_KIND),
  FIELD ("price", price_row, price_entry, BIT (SHEAF_CAPITAL_TRANSFER_OUT)),
  FIELD ("document", document_row, document_row, ALL),
  FIELD ("description", text_row, text_row, ALL),
};

static GtkWidget *
part_at (SheafEventForm *form,
         gsize           offset)
{
  return G_STRUCT_MEMBER (GtkWidget *, form, offset);
}

static SheafCapitalKind
get_kind (SheafEventForm *form)
{
  return sheaf_event_kind_at (adw_combo_row_get_selected (form->kind_row));
}

static void
tell_changed (SheafEventForm *form)
{
  if (!form->filling && form->session != NULL)
    g_signal_emit (form, changed_signal, 0);
}

/* The first says nothing. */
static void
fill_causes (SheafEventForm *form)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  const char *const *words = sheaf_event_kind_causes (get_kind (form));

  gtk_string_list_append (titles, _ ("not said"));
  for (guint i = 0; words[i] != NULL; i++)
    gtk_string_list_append (titles, sheaf_capital_cause_title (words[i]));
  adw_combo_row_set_model (form->cause_row, G_LIST_MODEL (titles));
  gtk_widget_set_visible (GTK_WIDGET (form->cause_row), words[0] != NULL);
}

static void
show_fields (SheafEventForm *form)
{
  SheafCapitalKind kind = get_kind (form);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_widget_set_visible (part_at (form, fields[i].row), (fields[i].kinds & BIT (kind)) != 0);
  gtk_widget_set_visible (GTK_WIDGET (form->form_row),
                          kind == SHEAF_CAPITAL_PAY || kind == SHEAF_CAPITAL_REFUND);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->member_row),
                                 kind == SHEAF_CAPITAL_TRANSFER_OUT ? _ ("From member")
                                                                    : _ ("The member"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (form->amount_row),
                                 kind == SHEAF_CAPITAL_PAY_IN_KIND ? _ ("Agreed value")
                                                                   : _ ("Amount"));
}

static void
kind_cb (SheafEventForm *form)
{
  gboolean before = form->filling;

  form->filling = TRUE;
  fill_causes (form);
  show_fields (form);
  sheaf_event_form_mark (form, NULL);
  form->filling = before;
  tell_changed (form);
}

/* The code says little: the name stands below. */
static void
show_name (AdwActionRow    *row,
           SheafCodePicker *picker)
{
  const char      *name = sheaf_code_picker_get_name (picker);
  g_autofree char *escaped = g_markup_escape_text (name != NULL ? name : "", -1);

  adw_action_row_set_subtitle (row, escaped);
}

static void
changed_cb (SheafEventForm *form)
{
  show_name (form->member_row, form->member_picker);
  show_name (form->to_row, form->to_picker);
  show_name (form->account_row, form->account_picker);
  tell_changed (form);
}

/* An entry that loses the focus while the form goes still tells of its text. */
static void
sheaf_event_form_dispose (GObject *object)
{
  SHEAF_EVENT_FORM (object)->filling = TRUE;
  g_clear_object (&SHEAF_EVENT_FORM (object)->session);
  G_OBJECT_CLASS (sheaf_event_form_parent_class)->dispose (object);
}

static void
bind_parts (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, kind_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, member_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, member_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, to_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, to_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, day_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, day_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, amount_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, amount_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, form_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, asset_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, quantity_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, unit_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, account_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, account_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, until_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, until_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, cause_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, price_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, price_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, document_row);
  gtk_widget_class_bind_template_child (widget_class, SheafEventForm, text_row);
}

static void
sheaf_event_form_class_init (SheafEventFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_event_form_dispose;
  changed_signal = g_signal_new ("changed", SHEAF_TYPE_EVENT_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (SHEAF_TYPE_AMOUNT_ENTRY);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/capital/event-form.ui");
  bind_parts (widget_class);
}

static void
watch (SheafEventForm *form)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GtkWidget *entry = part_at (form, fields[i].entry);

      g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), form, G_CONNECT_SWAPPED);
      if (SHEAF_IS_CODE_PICKER (entry))
        g_signal_connect_object (entry, "picked", G_CALLBACK (changed_cb), form,
                                 G_CONNECT_SWAPPED);
      if (SHEAF_IS_DATE_ENTRY (entry))
        g_signal_connect_object (entry, "changed-date", G_CALLBACK (changed_cb), form,
                                 G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (form->kind_row, "notify::selected", G_CALLBACK (kind_cb), form,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form->form_row, "notify::selected", G_CALLBACK (changed_cb), form,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form->cause_row, "notify::selected", G_CALLBACK (changed_cb), form,
                           G_CONNECT_SWAPPED);
}

static void
sheaf_event_form_init (SheafEventForm *form)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (form));
  for (guint i = 0; i < sheaf_event_kinds (); i++)
    gtk_string_list_append (titles, sheaf_member_words_capital (sheaf_event_kind_at (i)));
  adw_combo_row_set_model (form->kind_row, G_LIST_MODEL (titles));
  sheaf_date_entry_set_optional (form->until_entry, TRUE);
  sheaf_code_picker_set_missing (
      form->member_picker, N_ ("There is no member “%s”: type part of the name to find one."));
  sheaf_code_picker_set_missing (
      form->to_picker, N_ ("There is no member “%s”: type part of the name to find one."));
  sheaf_code_picker_set_missing (
      form->account_picker, N_ ("There is no account “%s”: type part of its name to find it."));
  watch (form);
}

static const char *
find_code (const SheafChoices *choices,
           gint64              id)
{
  const SheafChoice *choice = id != 0 ? sheaf_choices_find_id (choices, id) : NULL;

  return choice != NULL ? choice->code : NULL;
}

static void
select_kind (SheafEventForm  *form,
             const char      *cause,
             SheafCapitalKind kind)
{
  const char *const *words = sheaf_event_kind_causes (kind);

  adw_combo_row_set_selected (form->kind_row, sheaf_event_kind_index (kind));
  fill_causes (form);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_strcmp0 (words[i], cause) == 0)
      adw_combo_row_set_selected (form->cause_row, i + 1);
}

void
sheaf_event_form_begin (SheafEventForm          *form,
                        SheafSession            *session,
                        const SheafCapitalEvent *proposal)
{
  SheafChoices *parties = sheaf_session_get_parties (session);

  form->filling = TRUE;
  g_set_object (&form->session, session);
  sheaf_code_picker_set_choices (form->member_picker, parties);
  sheaf_code_picker_set_choices (form->to_picker, parties);
  sheaf_code_picker_set_choices (form->account_picker, sheaf_session_get_accounts (session));
  select_kind (form, proposal->cause, proposal->event);
  sheaf_code_picker_set (form->member_picker, find_code (parties, proposal->party_id));
  sheaf_date_entry_set (form->day_entry, proposal->date);
  sheaf_amount_entry_set (form->amount_entry, proposal->amount);
  show_fields (form);
  changed_cb (form);
  form->filling = FALSE;
  tell_changed (form);
}

static void
add_problem (SheafProblems *problems,
             const char    *column,
             const GError  *error)
{
  sheaf_problems_add (problems, SHEAF_PROBLEM_ERROR, NULL, 0, column, "%s", error->message);
}

/* The id of the code typed; 0 for none. */
static gint64
read_id (SheafCodePicker    *picker,
         const SheafChoices *choices,
         const char         *column,
         SheafProblems      *problems)
{
  g_autoptr (GError) error = NULL;
  const SheafChoice *choice;
  const char        *code = "";

  if (!sheaf_code_picker_get (picker, &code, &error))
    {
      add_problem (problems, column, error);
      return 0;
    }
  choice = *code != '\0' ? sheaf_choices_find_code (choices, code) : NULL;
  return choice != NULL ? choice->id : 0;
}

static SheafMoney
read_amount (SheafAmountEntry *entry,
             const char       *column,
             SheafProblems    *problems)
{
  g_autoptr (GError) error = NULL;
  SheafMoney amount = SHEAF_MONEY_ZERO;

  if (!sheaf_amount_entry_get (entry, &amount, &error))
    add_problem (problems, column, error);
  return amount;
}

static SheafDate
read_day (SheafDateEntry *entry,
          const char     *column,
          SheafProblems  *problems)
{
  g_autoptr (GError) error = NULL;
  SheafDate day = SHEAF_DATE_NONE;

  if (!sheaf_date_entry_get (entry, &day, &error))
    add_problem (problems, column, error);
  return day;
}

/* NULL for nothing. */
static char *
read_text (GtkWidget *row)
{
  g_autofree char *text = sheaf_text_clean (gtk_editable_get_text (GTK_EDITABLE (row)), -1);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static void
read_in_kind (SheafEventForm    *form,
              SheafCapitalEvent *event,
              SheafProblems     *problems)
{
  g_autoptr (GError) error = NULL;

  event->account_id = read_id (form->account_picker, sheaf_session_get_accounts (form->session),
                               "form", problems);
  event->asset = read_text (form->asset_row);
  event->unit = read_text (form->unit_row);
  event->until = read_day (form->until_entry, "until", problems);
  if (!sheaf_quantity_text_parse (gtk_editable_get_text (GTK_EDITABLE (form->quantity_row)),
                                  &event->quantity, &error))
    add_problem (problems, "quantity", error);
}

static char *
read_cause (SheafEventForm *form)
{
  const char *const *words = sheaf_event_kind_causes (get_kind (form));
  guint              selected = adw_combo_row_get_selected (form->cause_row);

  return selected == 0 || selected > g_strv_length ((char **) words)
             ? NULL
             : g_strdup (words[selected - 1]);
}

SheafCapitalEvent *
sheaf_event_form_read (SheafEventForm *form,
                       SheafProblems  *problems)
{
  SheafCapitalEvent  *event = sheaf_capital_event_new ();
  const SheafChoices *parties = sheaf_session_get_parties (form->session);

  event->event = get_kind (form);
  event->party_id = read_id (form->member_picker, parties, "member", problems);
  event->date = read_day (form->day_entry, "date", problems);
  event->amount = read_amount (form->amount_entry, "amount", problems);
  event->cause = read_cause (form);
  event->document = read_text (form->document_row);
  event->description = read_text (form->text_row);
  if (gtk_widget_get_visible (GTK_WIDGET (form->form_row)) &&
      adw_combo_row_get_selected (form->form_row) == 1)
    event->form = SHEAF_CAPITAL_BANK;
  if (event->event == SHEAF_CAPITAL_PAY_IN_KIND)
    read_in_kind (form, event, problems);
  if (event->event == SHEAF_CAPITAL_TRANSFER_OUT)
    {
      event->to_party_id = read_id (form->to_picker, parties, "to_member", problems);
      event->price = read_amount (form->price_entry, "price", problems);
    }
  return event;
}

/* The first error of the field; NULL: none. */
static const char *
find_error (const SheafProblems *problems,
            const char          *column)
{
  for (guint i = 0; problems != NULL && i < problems->items->len; i++)
    {
      const SheafProblem *problem = g_ptr_array_index (problems->items, i);

      if (problem->kind == SHEAF_PROBLEM_ERROR && g_strcmp0 (problem->column, column) == 0)
        return problem->text;
    }
  return NULL;
}

void
sheaf_event_form_mark (SheafEventForm      *form,
                       const SheafProblems *problems)
{
  g_return_if_fail (SHEAF_IS_EVENT_FORM (form));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    sheaf_entry_mark (part_at (form, fields[i].entry), find_error (problems, fields[i].column));
}

void
sheaf_event_form_go_to (SheafEventForm      *form,
                        const SheafProblems *problems)
{
  g_return_if_fail (SHEAF_IS_EVENT_FORM (form));

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (find_error (problems, fields[i].column) != NULL)
      {
        (void) gtk_widget_grab_focus (part_at (form, fields[i].entry));
        return;
      }
}

static GtkWidget *
find_entry (SheafEventForm *form,
            const char     *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (fields[i].column, column) == 0)
      return part_at (form, fields[i].entry);
  return NULL;
}

gboolean
sheaf_event_form_has (SheafEventForm *form,
                      const char     *column)
{
  GtkWidget *entry;

  g_return_val_if_fail (SHEAF_IS_EVENT_FORM (form), FALSE);

  entry = find_entry (form, column);
  return entry == NULL || *gtk_editable_get_text (GTK_EDITABLE (entry)) != '\0';
}

gboolean
sheaf_event_form_is_at (SheafEventForm *form,
                        const char     *column)
{
  GtkWidget *entry;

  g_return_val_if_fail (SHEAF_IS_EVENT_FORM (form), FALSE);

  entry = find_entry (form, column);
  return entry != NULL &&
         (gtk_widget_get_state_flags (entry) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

void
sheaf_event_form_focus (SheafEventForm *form)
{
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (form)), GTK_WIDGET (form->kind_row));
}

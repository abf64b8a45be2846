/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each answer works the case out again on the reading thread; the preview shows what came of it. */
#include "app/ledger/guide-case.h"

#include "app/ledger/guide-preview.h"
#include "app/widgets/amount-entry.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/problem-list.h"
#include "base/currency.h"
#include "base/i18n.h"
#include "base/language.h"

#define WORK_AFTER_MS 150

struct _SheafGuideCaseView
{
  AdwBin                parent_instance;
  SheafSession         *session;
  SheafGuide           *guide;
  const SheafGuideCase *entry; /* of the guide */
  SheafDate             date;
  SheafGuideSheet      *sheet;
  guint                 timer;
  guint                 turn; /* counts questions: a late answer is not shown */
  gboolean              busy; /* the last question is not answered yet */

  GtkLabel  *title;
  GtkLabel  *condition;
  GtkLabel  *source;
  GtkGrid   *fields;
  GtkGrid   *preview;
  GtkLabel  *missing;
  int        n_fields;
  gboolean   built;   /* the fields of this case are there */
  GPtrArray *pickers; /* of SheafCodePicker, one a choice */
  GPtrArray *amounts; /* of SheafAmountEntry, one an asked amount */
  GArray    *places;  /* guint: the amount of each */
  GtkWidget *debit_party;
  GtkWidget *credit_party;
  GtkWidget *currency;
  GtkWidget *foreign;
};

G_DEFINE_FINAL_TYPE (SheafGuideCaseView, sheaf_guide_case, ADW_TYPE_BIN)

enum
{
  READY,
  WORKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void work (SheafGuideCaseView *view);

static gboolean
work_cb (gpointer user_data)
{
  SheafGuideCaseView *view = user_data;

  view->timer = 0;
  work (view);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (SheafGuideCaseView *view)
{
  g_clear_handle_id (&view->timer, g_source_remove);
  view->timer = g_timeout_add (WORK_AFTER_MS, work_cb, view);
}

static void
entered_cb (SheafGuideCaseView *view,
            GtkWidget          *cell)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (view->fields));

  if (cell == last)
    g_signal_emit (view, signals[READY], 0);
  else
    (void) gtk_widget_child_focus (GTK_WIDGET (view->fields), GTK_DIR_TAB_FORWARD);
}

static void
add_field (SheafGuideCaseView *view,
           const char         *title,
           const char         *note,
           GtkWidget          *cell)
{
  g_autofree char *both = note != NULL && *note != '\0' ? g_strdup_printf ("%s (%s)", title, note)
                                                        : g_strdup (title);
  GtkWidget       *label = gtk_label_new (both);

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, both);
  gtk_label_set_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 26);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  gtk_grid_attach (view->fields, label, 0, view->n_fields, 1, 1);
  gtk_grid_attach (view->fields, cell, 1, view->n_fields, 1, 1);
  view->n_fields++;
  g_signal_connect_swapped (cell, "changed", G_CALLBACK (changed_cb), view);
  g_signal_connect_object (cell, "activate", G_CALLBACK (entered_cb), view,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

static void
clear_fields (SheafGuideCaseView *view)
{
  sheaf_guide_preview_clear (view->fields);
  sheaf_guide_preview_clear (view->preview);
  view->n_fields = 0;
  view->built = FALSE;
  g_ptr_array_set_size (view->pickers, 0);
  g_ptr_array_set_size (view->amounts, 0);
  g_array_set_size (view->places, 0);
  view->debit_party = NULL;
  view->credit_party = NULL;
  view->currency = NULL;
  view->foreign = NULL;
}

static void
add_pickers (SheafGuideCaseView *view)
{
  const char *language = sheaf_language_current ();

  for (guint i = 0; i < view->sheet->choices->len; i++)
    {
      const SheafGuideChoice *choice = g_ptr_array_index (view->sheet->choices, i);
      const SheafGuideLine   *line = g_ptr_array_index (view->entry->lines, choice->line);
      GtkWidget              *picker = sheaf_code_picker_new (
                       choice->accounts, N_ ("“%s” is none of the accounts that the entry names."));

      sheaf_code_picker_set (SHEAF_CODE_PICKER (picker), choice->chosen);
      gtk_entry_set_placeholder_text (GTK_ENTRY (picker), choice->codes);
      g_object_set_data (G_OBJECT (picker), "line", GUINT_TO_POINTER (choice->line));
      g_object_set_data_full (G_OBJECT (picker), "accounts", sheaf_choices_ref (choice->accounts),
                              (GDestroyNotify) sheaf_choices_unref);
      add_field (view, line->debit ? _ ("Debit") : _ ("Credit"),
                 sheaf_guide_text (&line->when, language), picker);
      g_ptr_array_add (view->pickers, picker);
    }
}

static GtkWidget *
add_party (SheafGuideCaseView *view,
           const char         *title)
{
  GtkWidget *picker = sheaf_code_picker_new (
      sheaf_session_get_parties (view->session),
      N_ ("There is no party “%s”: type part of the name to find it."));

  add_field (view, title, NULL, picker);
  return picker;
}

static void
add_amounts (SheafGuideCaseView *view)
{
  const char *language = sheaf_language_current ();

  for (guint i = 0; i < view->entry->amounts->len; i++)
    {
      const SheafGuideAmount *amount = g_ptr_array_index (view->entry->amounts, i);
      GtkWidget              *cell;

      if (!amount->asked)
        continue;
      cell = sheaf_amount_entry_new ();
      g_ptr_array_add (view->amounts, cell);
      g_array_append_val (view->places, i);
      add_field (view, sheaf_guide_text (amount->name, language),
                 amount->optional ? _ ("if any") : NULL, cell);
    }
}

static void
build_fields (SheafGuideCaseView *view)
{
  if (view->built)
    return;
  view->built = TRUE;
  add_pickers (view);
  if (view->sheet->debit_party)
    view->debit_party = add_party (view, _ ("Debit party"));
  if (view->sheet->credit_party)
    view->credit_party = add_party (view, _ ("Credit party"));
  if (view->sheet->currency)
    {
      view->currency = gtk_entry_new ();
      gtk_editable_set_text (GTK_EDITABLE (view->currency), "USD");
      add_field (view, _ ("Currency"), NULL, view->currency);
      view->foreign = gtk_entry_new ();
      gtk_editable_set_alignment (GTK_EDITABLE (view->foreign), 1.0f);
      add_field (view, _ ("Amount in it"), NULL, view->foreign);
    }
  add_amounts (view);
}

/* Before anything is typed everything is missing: that is no finding. */
static void
show_missing (SheafGuideCaseView *view)
{
  const GPtrArray      *found = view->sheet->problems->items;
  const SheafGuideText *reason = &view->entry->withheld;
  const char           *withheld = sheaf_guide_text (reason, sheaf_language_current ());
  const char           *text = "";

  if (found->len > 0)
    text = ((const SheafProblem *) g_ptr_array_index (found, 0))->text;
  if (*withheld != '\0')
    text = withheld;
  gtk_label_set_text (view->missing, text);
  gtk_widget_set_visible (GTK_WIDGET (view->missing), *text != '\0');
}

static void
show_error (SheafGuideCaseView *view,
            const GError       *error)
{
  gtk_label_set_text (view->missing, error->message);
  gtk_widget_set_visible (GTK_WIDGET (view->missing), TRUE);
}

typedef struct
{
  SheafGuideCaseView *view;
  guint               turn;
} Turn;

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Turn *turn = user_data;
  g_autoptr (SheafGuideCaseView) view = turn->view;
  g_autoptr (GError) error = NULL;
  SheafGuideSheet *sheet = sheaf_jobs_finish (result, &error);

  (void) source;
  if (turn->turn != view->turn || view->session == NULL)
    {
      sheaf_guide_sheet_free (sheet);
      return;
    }
  view->busy = FALSE;
  if (sheet == NULL)
    {
      show_error (view, error);
      return;
    }
  sheaf_guide_sheet_free (view->sheet);
  view->sheet = sheet;
  build_fields (view);
  gtk_label_set_text (view->source, sheet->source);
  sheaf_guide_preview_show (view->preview, sheet->cells);
  show_missing (view);
  g_signal_emit (view, signals[WORKED], 0);
}

static gint64
read_party (SheafGuideCaseView *view,
            GtkWidget          *picker)
{
  const char        *code;
  const SheafChoice *choice;

  if (picker == NULL || !sheaf_code_picker_get (SHEAF_CODE_PICKER (picker), &code, NULL))
    return 0;
  choice = *code != '\0' ? sheaf_choices_find_code (sheaf_session_get_parties (view->session), code)
                         : NULL;
  return choice != NULL ? choice->id : 0;
}

static void
read_pickers (SheafGuideCaseView *view,
              SheafGuideAnswers  *answers)
{
  for (guint i = 0; i < view->pickers->len; i++)
    {
      SheafCodePicker   *picker = g_ptr_array_index (view->pickers, i);
      SheafChoices      *accounts = g_object_get_data (G_OBJECT (picker), "accounts");
      guint              line = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (picker), "line"));
      const char        *code;
      const SheafChoice *choice = NULL;

      if (sheaf_code_picker_get (picker, &code, NULL) && *code != '\0')
        choice = sheaf_choices_find_code (accounts, code);
      if (choice != NULL)
        answers->lines[line].account_id = choice->id;
    }
}

static SheafGuideAnswers *
read_answers (SheafGuideCaseView *view)
{
  SheafGuideAnswers *answers = sheaf_guide_answers_new (view->entry, view->date);

  answers->guide = sheaf_guide_ref (view->guide);
  read_pickers (view, answers);
  answers->debit_party_id = read_party (view, view->debit_party);
  answers->credit_party_id = read_party (view, view->credit_party);
  for (guint i = 0; i < view->amounts->len; i++)
    {
      SheafMoney amount;

      if (sheaf_amount_entry_get (g_ptr_array_index (view->amounts, i), &amount, NULL))
        answers->amounts[g_array_index (view->places, guint, i)] = amount;
    }
  if (view->currency != NULL)
    {
      answers->currency = g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (view->currency)), -1);
      if (!sheaf_currency_is_known (answers->currency) ||
          !sheaf_currency_parse (gtk_editable_get_text (GTK_EDITABLE (view->foreign)),
                                 answers->currency, &answers->foreign, NULL))
        answers->foreign = 0;
    }
  return answers;
}

static void
work (SheafGuideCaseView *view)
{
  Turn *turn = g_new (Turn, 1);

  g_clear_handle_id (&view->timer, g_source_remove);
  view->busy = TRUE;
  *turn = (Turn){ .view = g_object_ref (view), .turn = ++view->turn };
  sheaf_jobs_read (sheaf_session_get_jobs (view->session), sheaf_guide_work_job,
                   read_answers (view), (GDestroyNotify) sheaf_guide_answers_free,
                   (GDestroyNotify) sheaf_guide_sheet_free, view->session, NULL, worked_cb, turn);
}

static void
sheaf_guide_case_dispose (GObject *object)
{
  SheafGuideCaseView *view = SHEAF_GUIDE_CASE (object);

  view->turn++; /* no answer comes in time any more */
  g_clear_handle_id (&view->timer, g_source_remove);
  g_clear_pointer (&view->sheet, sheaf_guide_sheet_free);
  g_clear_pointer (&view->guide, sheaf_guide_unref);
  g_clear_pointer (&view->pickers, g_ptr_array_unref);
  g_clear_pointer (&view->amounts, g_ptr_array_unref);
  g_clear_pointer (&view->places, g_array_unref);
  g_clear_object (&view->session);
  G_OBJECT_CLASS (sheaf_guide_case_parent_class)->dispose (object);
}

static void
sheaf_guide_case_class_init (SheafGuideCaseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sheaf_guide_case_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/sheaf/Sheaf/ui/ledger/guide-case.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafGuideCaseView, title);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideCaseView, condition);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideCaseView, source);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideCaseView, fields);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideCaseView, preview);
  gtk_widget_class_bind_template_child (widget_class, SheafGuideCaseView, missing);
  signals[READY] = g_signal_new ("ready", SHEAF_TYPE_GUIDE_CASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[WORKED] = g_signal_new ("worked", SHEAF_TYPE_GUIDE_CASE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
sheaf_guide_case_init (SheafGuideCaseView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
  view->pickers = g_ptr_array_new ();
  view->amounts = g_ptr_array_new ();
  view->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
sheaf_guide_case_show (SheafGuideCaseView   *view,
                       SheafSession         *session,
                       const SheafGuide     *guide,
                       const SheafGuideCase *entry,
                       SheafDate             date)
{
  const char *language = sheaf_language_current ();
  const char *condition;

  g_return_if_fail (SHEAF_IS_GUIDE_CASE (view) && guide != NULL && entry != NULL);

  g_set_object (&view->session, session);
  sheaf_guide_unref (view->guide);
  view->guide = sheaf_guide_ref (guide);
  view->entry = entry;
  view->date = date;
  clear_fields (view);
  g_clear_pointer (&view->sheet, sheaf_guide_sheet_free);
  condition = sheaf_guide_text (&entry->condition, language);
  gtk_label_set_text (view->title, sheaf_guide_text (&entry->title, language));
  gtk_label_set_text (view->condition, condition);
  gtk_widget_set_visible (GTK_WIDGET (view->condition), *condition != '\0');
  gtk_label_set_text (view->missing, "");
  work (view);
}

void
sheaf_guide_case_focus (SheafGuideCaseView *view)
{
  g_return_if_fail (SHEAF_IS_GUIDE_CASE (view));

  (void) gtk_widget_child_focus (GTK_WIDGET (view->fields), GTK_DIR_TAB_FORWARD);
}

gboolean
sheaf_guide_case_is_worked (SheafGuideCaseView *view)
{
  g_return_val_if_fail (SHEAF_IS_GUIDE_CASE (view), FALSE);

  if (view->timer != 0)
    work (view);
  return !view->busy;
}

const SheafDraft *
sheaf_guide_case_get_cells (SheafGuideCaseView *view)
{
  g_return_val_if_fail (SHEAF_IS_GUIDE_CASE (view), NULL);

  return view->sheet != NULL ? view->sheet->cells : NULL;
}

const char *
sheaf_guide_case_get_source (SheafGuideCaseView *view)
{
  g_return_val_if_fail (SHEAF_IS_GUIDE_CASE (view), "");

  return view->sheet != NULL ? view->sheet->source : "";
}

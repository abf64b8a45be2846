/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report says by words what can be asked of it; the others' entries are hidden and ask
 * nothing. */
#include "app/statements/report-filters.h"

#include "app/statements/ageing-choice.h"
#include "app/widgets/code-picker.h"
#include "app/widgets/date-entry.h"
#include "base/i18n.h"

struct _SheafReportFilters
{
  AdwBin             parent_instance;
  const SheafReport *report;
  int                year; /* that the days were set for */
  gboolean           quiet;

  GtkWidget         *from_box;
  SheafDateEntry    *from_entry;
  GtkWidget         *to_box;
  GtkLabel          *to_label;
  SheafDateEntry    *to_entry;
  GtkWidget         *account_box;
  SheafCodePicker   *account_picker;
  GtkWidget         *party_box;
  SheafCodePicker   *party_picker;
  GtkWidget         *item_box;
  SheafCodePicker   *item_picker;
  GtkWidget         *product_box;
  GtkEditable       *product_entry;
  GtkWidget         *currency_box;
  GtkEditable       *currency_entry;
  SheafAgeingChoice *ageing;
  GtkWidget         *empty_box;
  GtkCheckButton    *empty_check;
};

G_DEFINE_FINAL_TYPE (SheafReportFilters, sheaf_report_filters, ADW_TYPE_BIN)

static guint changed_signal;

static void
tell (SheafReportFilters *filters)
{
  if (!filters->quiet)
    g_signal_emit (filters, changed_signal, 0);
}

static gboolean
asks (const SheafReportFilters *filters,
      const char               *word)
{
  g_auto (GStrv) words = g_strsplit (filters->report->asks != NULL ? filters->report->asks : "",
                                     " ", -1);

  return g_strv_contains ((const char *const *) words, word);
}

/* The box and the flow box's child around it. */
static void
show_box (GtkWidget *box,
          gboolean   shown)
{
  gtk_widget_set_visible (gtk_widget_get_parent (box), shown);
  gtk_widget_set_visible (box, shown);
}

static void
set_days (SheafReportFilters *filters,
          int                 year)
{
  if (filters->year == year)
    return;
  filters->year = year;
  sheaf_date_entry_set (filters->from_entry, sheaf_date_new (year, 1, 1));
  sheaf_date_entry_set (filters->to_entry, sheaf_date_new (year, 12, 31));
}

/* What was asked of one report would only leave the next one empty. */
static void
forget_codes (SheafReportFilters *filters)
{
  sheaf_code_picker_set (filters->account_picker, NULL);
  sheaf_code_picker_set (filters->party_picker, NULL);
  sheaf_code_picker_set (filters->item_picker, NULL);
  gtk_editable_set_text (filters->product_entry, "");
  gtk_editable_set_text (filters->currency_entry, "");
}

void
sheaf_report_filters_set (SheafReportFilters *filters,
                          const SheafReport  *report,
                          SheafSession       *session)
{
  gboolean statement = report->group == SHEAF_REPORT_STATEMENT;

  g_return_if_fail (SHEAF_IS_REPORT_FILTERS (filters));

  filters->quiet = TRUE;
  if (filters->report != report)
    forget_codes (filters);
  filters->report = report;
  set_days (filters, sheaf_session_get_year (session));
  sheaf_code_picker_set_choices (filters->account_picker, sheaf_session_get_accounts (session));
  sheaf_code_picker_set_choices (filters->party_picker, sheaf_session_get_parties (session));
  sheaf_code_picker_set_choices (filters->item_picker, sheaf_session_get_items (session));
  /* A statement begins with the year. */
  show_box (filters->from_box, asks (filters, "days") && !statement);
  show_box (filters->to_box, asks (filters, "days") || asks (filters, "day"));
  show_box (filters->account_box, asks (filters, "account"));
  show_box (filters->party_box, asks (filters, "party"));
  show_box (filters->item_box, asks (filters, "item"));
  show_box (filters->product_box, asks (filters, "product"));
  show_box (filters->currency_box, asks (filters, "currency"));
  show_box (GTK_WIDGET (filters->ageing), asks (filters, "buckets"));
  show_box (filters->empty_box, statement);
  gtk_label_set_text (filters->to_label, asks (filters, "day") ? _ ("At the end of") : _ ("To"));
  filters->quiet = FALSE;
}

/* The code typed; NULL: all. FALSE while there is no such code. */
static gboolean
take_code (SheafReportFilters *filters,
           const char         *word,
           SheafCodePicker    *picker,
           const char        **ret_code)
{
  const char *code = "";

  *ret_code = NULL;
  if (!asks (filters, word))
    return TRUE;
  if (!sheaf_code_picker_get (picker, &code, NULL))
    return FALSE;
  *ret_code = *code != '\0' ? code : NULL;
  return TRUE;
}

static const char *
take_text (SheafReportFilters *filters,
           const char         *word,
           GtkEditable        *entry)
{
  const char *text = gtk_editable_get_text (entry);

  return asks (filters, word) && *text != '\0' ? text : NULL;
}

static gboolean
take_days (SheafReportFilters  *filters,
           SheafReportQuestion *question)
{
  SheafDate first = sheaf_date_new (filters->year, 1, 1);
  SheafDate last = sheaf_date_new (filters->year, 12, 31);

  question->year = filters->year;
  question->from = question->to = SHEAF_DATE_NONE;
  if (gtk_widget_get_visible (filters->from_box) &&
      !sheaf_date_entry_get (filters->from_entry, &question->from, NULL))
    return FALSE;
  if (gtk_widget_get_visible (filters->to_box) &&
      !sheaf_date_entry_get (filters->to_entry, &question->to, NULL))
    return FALSE;
  /* The whole year is what is meant without days, even where it is no calendar year. */
  if (sheaf_date_cmp (question->from, first) == 0)
    question->from = SHEAF_DATE_NONE;
  if (sheaf_date_cmp (question->to, last) == 0)
    question->to = SHEAF_DATE_NONE;
  return TRUE;
}

SheafReportWish *
sheaf_report_filters_get (SheafReportFilters *filters)
{
  SheafReportQuestion question = { 0 };

  g_return_val_if_fail (SHEAF_IS_REPORT_FILTERS (filters), NULL);

  if (filters->report == NULL || !take_days (filters, &question) ||
      !take_code (filters, "account", filters->account_picker, &question.account) ||
      !take_code (filters, "party", filters->party_picker, &question.party) ||
      !take_code (filters, "item", filters->item_picker, &question.item))
    return NULL;
  if (asks (filters, "buckets"))
    {
      if (!sheaf_ageing_choice_get_buckets (filters->ageing, &question.buckets))
        return NULL;
      question.detail = sheaf_ageing_choice_get_detail (filters->ageing);
    }
  question.product = take_text (filters, "product", filters->product_entry);
  question.currency = take_text (filters, "currency", filters->currency_entry);
  question.hide_empty = filters->report->group == SHEAF_REPORT_STATEMENT &&
                        gtk_check_button_get_active (filters->empty_check);
  return sheaf_report_wish_new (filters->report->code, &question);
}

static void
set_code (SheafReportFilters *filters,
          SheafCodePicker    *picker,
          const char         *code)
{
  filters->quiet = TRUE;
  sheaf_code_picker_set (picker, *code != '\0' ? code : NULL);
  filters->quiet = FALSE;
}

void
sheaf_report_filters_set_account (SheafReportFilters *filters,
                                  const char         *code)
{
  g_return_if_fail (SHEAF_IS_REPORT_FILTERS (filters));

  set_code (filters, filters->account_picker, code);
}

void
sheaf_report_filters_set_party (SheafReportFilters *filters,
                                const char         *code)
{
  g_return_if_fail (SHEAF_IS_REPORT_FILTERS (filters));

  set_code (filters, filters->party_picker, code);
}

static void
sheaf_report_filters_class_init (SheafReportFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SHEAF_TYPE_DATE_ENTRY);
  g_type_ensure (SHEAF_TYPE_CODE_PICKER);
  g_type_ensure (SHEAF_TYPE_AGEING_CHOICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/coop/sheaf/Sheaf/ui/statements/report-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, from_box);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, from_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, to_box);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, to_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, to_label);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, account_box);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, account_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, party_box);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, party_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, item_box);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, item_picker);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, product_box);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, product_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, currency_box);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, currency_entry);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, ageing);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, empty_box);
  gtk_widget_class_bind_template_child (widget_class, SheafReportFilters, empty_check);
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
sheaf_report_filters_init (SheafReportFilters *filters)
{
  gtk_widget_init_template (GTK_WIDGET (filters));
  sheaf_code_picker_set_missing (
      filters->account_picker, N_ ("There is no account “%s”: type part of its name to find it."));
  sheaf_code_picker_set_missing (filters->party_picker,
                                 N_ ("There is no party “%s”: type part of the name to find it."));
  sheaf_code_picker_set_missing (filters->item_picker,
                                 N_ ("There is no item “%s”: type part of the name to find it."));
  g_signal_connect_swapped (filters->from_entry, "changed-date", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->to_entry, "changed-date", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->account_picker, "picked", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->account_picker, "activate", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->party_picker, "picked", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->party_picker, "activate", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->item_picker, "picked", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->item_picker, "activate", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->product_entry, "activate", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->currency_entry, "activate", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->ageing, "changed", G_CALLBACK (tell), filters);
  g_signal_connect_swapped (filters->empty_check, "toggled", G_CALLBACK (tell), filters);
}

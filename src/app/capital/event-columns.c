/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of the events' list. */
#include "app/capital/event-columns.h"

#include "app/format.h"
#include "app/members/member-words.h"
#include "app/quantity-text.h"
#include "base/i18n.h"

static const SheafCapitalEvent *
event_of (gconstpointer record)
{
  return ((const SheafCapitalLine *) record)->event;
}

gboolean
sheaf_event_columns_stands (const SheafCapitalLine *line)
{
  return line->event->reverses_id == 0 && line->event->reversed_by == 0;
}

const char *
sheaf_event_columns_style (gconstpointer record)
{
  return event_of (record)->reversed_by != 0 ? "reversed-row" : NULL;
}

static char *
format_day (gconstpointer record)
{
  return sheaf_format_date (event_of (record)->date);
}

static char *
format_number (gconstpointer record)
{
  const char *number = event_of (record)->voucher_number;

  return g_strdup (number != NULL ? number : "–");
}

static char *
format_member (gconstpointer record)
{
  const SheafCapitalLine *line = record;

  return line->to == NULL ? g_strdup_printf ("%s  %s", line->code, line->name)
                          : g_strdup_printf ("%s  %s → %s", line->code, line->name, line->to);
}

static char *
format_event (gconstpointer record)
{
  const SheafCapitalEvent *event = event_of (record);
  const char              *words = sheaf_member_words_capital (event->event);

  if (event->reverses_id != 0)
    return g_strdup_printf (_ ("%s: taking back"), words);
  if (event->reversed_by != 0)
    return g_strdup_printf (_ ("%s (taken back)"), words);
  return event->cause != NULL
             ? g_strdup_printf ("%s: %s", words, sheaf_capital_cause_title (event->cause))
             : g_strdup (words);
}

static char *
format_amount (gconstpointer record)
{
  const SheafCapitalEvent *event = event_of (record);

  return sheaf_format_money (event->reverses_id != 0 ? sheaf_money_neg (event->amount)
                                                     : event->amount);
}

/* The thing with its quantity, then papers and remarks. */
static char *
format_remark (gconstpointer record)
{
  const SheafCapitalEvent *event = event_of (record);
  g_autofree char         *quantity = sheaf_quantity_text_format (event->quantity);
  GString                 *text = g_string_new (event->asset);
  const char *const        more[] = { event->document, event->description };

  if (*quantity != '\0')
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", quantity,
                            event->unit != NULL ? event->unit : "");
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    if (more[i] != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", more[i]);
  return g_string_free (text, FALSE);
}

static const SheafColumn columns[] = {
  { N_ ("Day"), SHEAF_COLUMN_DAY, 96, format_day },
  { N_ ("Voucher"), SHEAF_COLUMN_DAY, 96, format_number },
  { N_ ("Member, name"), SHEAF_COLUMN_TEXT, -180, format_member },
  { N_ ("What happened"), SHEAF_COLUMN_TEXT, -160, format_event },
  { N_ ("Amount (₫)"), SHEAF_COLUMN_FIGURE, 128, format_amount },
  { N_ ("Paper, remark"), SHEAF_COLUMN_TEXT, -120, format_remark },
};

const SheafColumn *
sheaf_event_columns (guint *ret_count)
{
  *ret_count = G_N_ELEMENTS (columns);
  return columns;
}
